import CMachine

/// Tells where a text stops being UTF-8.
package enum UTF8Check {
  /// The offset of the first byte of the first faulty sequence: overlong forms, surrogates and what lies beyond
  /// U+10FFFF are faulty too. Nil where there is none. O(bytes).
  package static func firstInvalid(in bytes: [UInt8]) -> Int? {
    bytes.withUnsafeBufferPointer { firstInvalid(in: $0) }
  }

  static func firstInvalid(in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    guard let base = bytes.baseAddress else { return nil }
    var index = 0
    while index < bytes.count {
      if index + 64 <= bytes.count {
        let high = remit_high(base + index)
        index += high.trailingZeroBitCount
        if high == 0 { continue }
      } else if bytes[index] < 0x80 {
        index += 1
        continue
      }
      let ideographs = ideographs(in: bytes, from: index)
      if ideographs > 0 {
        index += ideographs
        continue
      }
      guard let length = length(in: bytes, at: index) else { return index }
      index += length
    }
    return nil
  }

  /// How many bytes from an offset on are sequences of three that are valid whatever stands where: those that begin
  /// with E1 to EC, as nearly all ideographs do.
  @inline(__always)
  private static func ideographs(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    guard let base = UnsafeRawPointer(bytes.baseAddress) else { return 0 }
    var index = start
    // Two at a time.
    while index + 8 <= bytes.count {
      let word = UInt64(littleEndian: base.loadUnaligned(fromByteOffset: index, as: UInt64.self))
      guard word & 0x0000_C0C0_F0C0_C0F0 == 0x0000_8080_E080_80E0, word & 0xFF &- 0xE1 < 0x0C,
        word >> 24 & 0xFF &- 0xE1 < 0x0C
      else { break }
      index += 6
    }
    while index + 4 <= bytes.count {
      let word = UInt32(littleEndian: base.loadUnaligned(fromByteOffset: index, as: UInt32.self))
      guard word & 0x00C0_C0F0 == 0x0080_80E0, word & 0xFF &- 0xE1 < 0x0C else { break }
      index += 3
    }
    return index - start
  }

  /// How long the sequence at `index` is, if it is a valid one.
  private static func length(in bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Int? {
    let second: ClosedRange<UInt8>
    let length: Int
    switch bytes[index] {
    case 0xC2...0xDF: (length, second) = (2, 0x80...0xBF)
    case 0xE0: (length, second) = (3, 0xA0...0xBF)
    case 0xED: (length, second) = (3, 0x80...0x9F)
    case 0xE1...0xEF: (length, second) = (3, 0x80...0xBF)
    case 0xF0: (length, second) = (4, 0x90...0xBF)
    case 0xF1...0xF3: (length, second) = (4, 0x80...0xBF)
    case 0xF4: (length, second) = (4, 0x80...0x8F)
    default: return nil
    }
    guard index + length <= bytes.count, second.contains(bytes[index + 1]) else { return nil }
    for offset in 2..<max(length, 2) where bytes[index + offset] & 0xC0 != 0x80 { return nil }
    return length
  }
}
