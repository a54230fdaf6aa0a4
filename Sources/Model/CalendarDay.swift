/// A day of the Gregorian calendar, without time or zone.
public struct CalendarDay: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// The eight digits of the day, as a number.
  private let digits: Int32

  /// 1 to 9999.
  public var year: Int { Int(digits) / 10_000 }
  /// 1 to 12.
  public var month: Int { Int(digits) / 100 % 100 }
  /// From 1.
  public var day: Int { Int(digits) % 100 }

  /// Nil unless the day exists, in the years 1 to 9999.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month),
      day >= 1, day <= Self.length(ofMonth: month, year: year)
    else { return nil }
    digits = Int32(year * 10_000 + month * 100 + day)
  }

  /// Reads `2026-06-30` (ISO 8601, extended form); nil for everything else.
  public init?(_ text: some StringProtocol) {
    let day = Array(text.utf8.prefix(11)).withUnsafeBufferPointer { Self(utf8: $0) }
    guard let day else { return nil }
    self = day
  }

  /// The same of a text's bytes.
  package init?(utf8 text: UnsafeBufferPointer<UInt8>) {
    guard text.count == 10 else { return nil }
    var digits = 0
    for index in 0..<10 {
      let byte = text[index]
      if index == 4 || index == 7 {
        if byte != UInt8(ascii: "-") { return nil }
      } else {
        guard (48...57).contains(byte) else { return nil }
        digits = digits * 10 + Int(byte - 48)
      }
    }
    self.init(year: digits / 10000, month: digits / 100 % 100, day: digits % 100)
  }

  /// The days since 0000-03-01 of the Gregorian calendar, so that days can be counted between dates (after H. Hinnant's
  /// civil calendar algorithms). O(1).
  public var ordinal: Int {
    let shifted = month > 2 ? year : year - 1
    return shifted * 365 + shifted / 4 - shifted / 100 + shifted / 400 + (153 * ((month + 9) % 12) + 2) / 5 + day - 1
  }

  /// As in `2026-06-30`.
  public var description: String {
    Self.padded(year, 4) + "-" + Self.padded(month, 2) + "-" + Self.padded(day, 2)
  }

  /// The earlier day first.
  public static func < (a: Self, b: Self) -> Bool {
    a.digits < b.digits
  }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }

  private static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}
