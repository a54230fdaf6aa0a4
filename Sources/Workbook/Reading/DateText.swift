/// Days and times of cells as `YYYY-MM-DD`, `YYYY-MM-DDTHH:MM:SS` or `HH:MM:SS`.
enum DateText {
  /// Appends the day or time that a number is under a format (ISO/IEC 29500-1 §18.17.4.1).
  ///
  /// In the epoch of 1900, day 60 is 1900-02-29, which never was: Excel has it, and so it is said. A time without a day
  /// is a number from 0 to 1.
  /// - Returns: false, and appends nothing, for numbers that are no day before the year 10000.
  static func append(
    _ value: Double, _ format: NumberFormat, countsFrom1904: Bool, to row: inout [UInt8]
  ) -> Bool {
    guard value >= 0, value < 2_958_466 else { return false }
    let total = Int((value * 86_400).rounded())
    let (day, seconds) = (total / 86_400, total % 86_400)
    if day == 0, format == .time || !countsFrom1904 {
      guard format == .time || seconds > 0 else { return false }
      append(seconds: seconds, to: &row)
      return true
    }
    if !countsFrom1904, day == 60 {
      row += "1900-02-29".utf8
    } else {
      // Days from 1970-01-01 to the epoch; before that leap day Excel is one day ahead.
      let date = civil(day + (countsFrom1904 ? -24_107 : day > 60 ? -25_569 : -25_568))
      guard date.year <= 9999 else { return false }
      append(date.year, 4, to: &row)
      row.append(UInt8(ascii: "-"))
      append(date.month, 2, to: &row)
      row.append(UInt8(ascii: "-"))
      append(date.day, 2, to: &row)
    }
    if seconds > 0 {
      row.append(UInt8(ascii: "T"))
      append(seconds: seconds, to: &row)
    }
    return true
  }

  /// Appends an ISO 8601 text of a cell of the type `d`, without a time of zero and without parts of a second.
  ///
  /// - Returns: false, and appends nothing, where it is no such text.
  static func append(iso bytes: UnsafeBufferPointer<UInt8>, to row: inout [UInt8]) -> Bool {
    let parts = bytes.split(separator: UInt8(ascii: "T"), maxSplits: 1, omittingEmptySubsequences: false)
    guard let day = parts.first else { return false }
    if parts.count == 1, let time = time(day) {
      row += time
      return true
    }
    guard matches(day, "dddd-dd-dd") else { return false }
    guard parts.count > 1 else {
      row += day
      return true
    }
    guard let time = time(parts[1]) else { return false }
    row += day
    if !time.elementsEqual("00:00:00".utf8) {
      row.append(UInt8(ascii: "T"))
      row += time
    }
    return true
  }

  /// The day that is so many days after 1970-01-01 (after H. Hinnant's civil calendar algorithms).
  static func civil(_ days: Int) -> (year: Int, month: Int, day: Int) {
    let shifted = days + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
  }

  /// `HH:MM:SS` of a time that may lack its seconds and may have parts of them and a `Z`.
  private static func time(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> [UInt8]? {
    var rest = bytes
    if rest.last == UInt8(ascii: "Z") { rest = rest.dropLast() }
    if let dot = rest.firstIndex(of: UInt8(ascii: ".")) {
      guard rest[dot...].dropFirst().allSatisfy({ (48...57).contains($0) }) else { return nil }
      rest = rest[..<dot]
    }
    if matches(rest, "dd:dd:dd") { return Array(rest) }
    return matches(rest, "dd:dd") ? Array(rest) + Array(":00".utf8) : nil
  }

  /// Whether bytes are as a pattern, in which `d` stands for a digit.
  private static func matches(_ bytes: Slice<UnsafeBufferPointer<UInt8>>, _ pattern: StaticString) -> Bool {
    guard bytes.count == pattern.utf8CodeUnitCount else { return false }
    return zip(bytes, UnsafeBufferPointer(start: pattern.utf8Start, count: pattern.utf8CodeUnitCount))
      .allSatisfy { $1 == UInt8(ascii: "d") ? (48...57).contains($0) : $0 == $1 }
  }

  private static func append(seconds: Int, to row: inout [UInt8]) {
    append(seconds / 3600, 2, to: &row)
    row.append(UInt8(ascii: ":"))
    append(seconds / 60 % 60, 2, to: &row)
    row.append(UInt8(ascii: ":"))
    append(seconds % 60, 2, to: &row)
  }

  private static func append(_ number: Int, _ width: Int, to row: inout [UInt8]) {
    var divisor = 1
    for _ in 1..<width { divisor *= 10 }
    while divisor > 0 {
      row.append(UInt8(48 + number / divisor % 10))
      divisor /= 10
    }
  }
}
