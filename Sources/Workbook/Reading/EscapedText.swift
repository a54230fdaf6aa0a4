/// Escapes of characters in texts of cells, `_xHHHH_` (ISO/IEC 29500-1 §22.9.2.19, ST_Xstring).
enum EscapedText {
  /// Decodes the escapes in the bytes from `start` to the end, in place. Half a surrogate pair stays as it is written,
  /// since no text can hold it. O(bytes).
  static func decode(_ bytes: inout [UInt8], from start: Int) {
    guard var read = ByteSearch.first("_x".utf8, in: bytes, from: start) else { return }
    var write = read
    while read < bytes.count {
      if let scalar = scalar(in: bytes, at: read) {
        for byte in UTF8.encode(scalar.value) ?? UTF8.encodedReplacementCharacter {
          bytes[write] = byte
          write += 1
        }
        read += scalar.count
      } else {
        bytes[write] = bytes[read]
        write += 1
        read += 1
      }
    }
    bytes.removeLast(bytes.count - write)
  }

  /// The character that is escaped here, and how many bytes the escape has: 7, or 14 for a surrogate pair.
  private static func scalar(in bytes: [UInt8], at index: Int) -> (value: Unicode.Scalar, count: Int)? {
    guard let unit = unit(in: bytes, at: index) else { return nil }
    if let scalar = Unicode.Scalar(unit) { return (scalar, 7) }
    guard UTF16.isLeadSurrogate(unit), let next = self.unit(in: bytes, at: index + 7), UTF16.isTrailSurrogate(next)
    else { return nil }
    let value = 0x10000 + (UInt32(unit) - 0xD800) << 10 + (UInt32(next) - 0xDC00)
    return Unicode.Scalar(value).map { ($0, 14) }
  }

  /// The code unit of an escape that stands here in full.
  private static func unit(in bytes: [UInt8], at index: Int) -> UInt16? {
    guard index + 7 <= bytes.count, bytes[index] == UInt8(ascii: "_"), bytes[index + 1] == UInt8(ascii: "x"),
      bytes[index + 6] == UInt8(ascii: "_")
    else { return nil }
    var value: UInt16 = 0
    for byte in bytes[index + 2..<index + 6] {
      switch byte {
      case 48...57: value = value << 4 | UInt16(byte - 48)
      case 65...70: value = value << 4 | UInt16(byte - 55)
      case 97...102: value = value << 4 | UInt16(byte - 87)
      default: return nil
      }
    }
    return value
  }

  /// A text as XML 1.0 can hold it: escapes for characters that it cannot, and for carriage returns, which it would
  /// fold; and for the beginning of what would be read as an escape. O(characters).
  static func encode(_ text: String) -> String {
    let scalars = Array(text.unicodeScalars)
    var result = String.UnicodeScalarView()
    result.reserveCapacity(scalars.count)
    for (index, scalar) in scalars.enumerated() {
      if needsEscape(scalar) || beginsEscape(scalars, at: index) {
        result.append(contentsOf: escape(scalar).unicodeScalars)
      } else {
        result.append(scalar)
      }
    }
    return String(result)
  }

  private static func needsEscape(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0...8, 0xB...0x1F, 0xFFFE, 0xFFFF: true
    default: false
    }
  }

  /// Whether `_xHHHH_` begins here, once what follows is escaped: the next escape begins with `_` too.
  private static func beginsEscape(_ scalars: [Unicode.Scalar], at index: Int) -> Bool {
    guard scalars[index] == "_", index + 6 < scalars.count, scalars[index + 1] == "x" else { return false }
    let isHex = scalars[index + 2..<index + 6].allSatisfy { $0.isASCII && $0.properties.isASCIIHexDigit }
    return isHex && (scalars[index + 6] == "_" || needsEscape(scalars[index + 6]))
  }

  private static func escape(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "_x" + String(repeating: "0", count: 4 - digits.count) + digits + "_"
  }
}
