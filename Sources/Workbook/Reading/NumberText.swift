/// Numbers of cells as texts that people would type.
enum NumberText {
  /// The number that a cell's value says; nil where it is none, or not finite. XML's own spelling, in no locale.
  static func value(_ bytes: UnsafeBufferPointer<UInt8>) -> Double? {
    // Swift would also read `nan` and hexadecimal digits.
    let isPlain = bytes.allSatisfy {
      (48...57).contains($0) || $0 == 0x2B || $0 == 0x2D || $0 == 0x2E || $0 | 0x20 == 0x65
    }
    guard isPlain, bytes.count <= 400, let value = Double(String(decoding: bytes, as: UTF8.self)), value.isFinite else {
      return nil
    }
    return value
  }

  /// Appends a cell's number: whole ones as they are, others in the fewest digits that say the same, without exponent
  /// from 1e-20 to 1e40.
  ///
  /// - Returns: false, and appends nothing, where it is no number.
  static func append(_ bytes: UnsafeBufferPointer<UInt8>, to row: inout [UInt8]) -> Bool {
    if isWhole(bytes) {
      row += bytes
      return true
    }
    guard let value = value(bytes) else { return false }
    append(value, to: &row)
    return true
  }

  /// Appends a finite number.
  static func append(_ value: Double, to row: inout [UInt8]) {
    let text = Array(value.description.utf8)
    let isNegative = text.first == UInt8(ascii: "-")
    let mark = text.firstIndex(of: UInt8(ascii: "e")) ?? text.count
    let exponent = Int(String(decoding: text[min(mark + 1, text.count)...], as: UTF8.self)) ?? 0
    guard (-20...40).contains(exponent) else {
      row += text
      return
    }
    var digits = text[(isNegative ? 1 : 0)..<mark].filter { $0 != UInt8(ascii: ".") }
    var point = (text[..<mark].firstIndex(of: UInt8(ascii: ".")) ?? mark) - (isNegative ? 1 : 0) + exponent
    if point <= 0 {
      digits.insert(contentsOf: [UInt8](repeating: 48, count: 1 - point), at: 0)
      point = 1
    }
    if point > digits.count { digits += [UInt8](repeating: 48, count: point - digits.count) }
    while digits.count > point, digits.last == 48 { digits.removeLast() }
    if isNegative, digits.contains(where: { $0 != 48 }) { row.append(UInt8(ascii: "-")) }
    row += digits[..<point]
    if digits.count > point {
      row.append(UInt8(ascii: "."))
      row += digits[point...]
    }
  }

  /// Digits without a zero before them, perhaps after a minus: what needs no reading, whatever its length.
  private static func isWhole(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = bytes.first, bytes.count <= 40 else { return false }
    let digits = first == UInt8(ascii: "-") ? bytes.dropFirst() : bytes[...]
    guard let leading = digits.first, digits.allSatisfy({ (48...57).contains($0) }) else { return false }
    return leading != 48 || bytes.count == 1
  }
}
