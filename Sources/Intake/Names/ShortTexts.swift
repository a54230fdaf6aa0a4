/// Texts of a few bytes, as ids and words are, by whole machine words: what the C library does for texts of any length
/// would cost more to call than the work itself.
enum ShortTexts {
  /// Up to 16 bytes as two words, which with the count tell all of them.
  @inline(__always)
  static func words(_ bytes: UnsafeRawPointer, _ count: Int) -> (low: UInt64, high: UInt64) {
    // The parts may overlap.
    if count >= 8 {
      return (
        bytes.loadUnaligned(as: UInt64.self), bytes.loadUnaligned(fromByteOffset: count - 8, as: UInt64.self)
      )
    }
    if count >= 4 {
      let first = bytes.loadUnaligned(as: UInt32.self)
      let last = bytes.loadUnaligned(fromByteOffset: count - 4, as: UInt32.self)
      return (UInt64(first) << 32 | UInt64(last), 0)
    }
    guard count > 0 else { return (0, 0) }
    let first = UInt64(bytes.load(as: UInt8.self))
    let middle = UInt64(bytes.load(fromByteOffset: count / 2, as: UInt8.self))
    let last = UInt64(bytes.load(fromByteOffset: count - 1, as: UInt8.self))
    return (first << 16 | middle << 8 | last, 0)
  }

  /// Whether two texts are the same.
  @inline(__always)
  static func areEqual(_ first: UnsafeBufferPointer<UInt8>, _ second: UnsafeBufferPointer<UInt8>) -> Bool {
    let count = first.count
    guard count == second.count else { return false }
    guard let first = UnsafeRawPointer(first.baseAddress), let second = UnsafeRawPointer(second.baseAddress) else {
      return true
    }
    if count <= 16 { return words(first, count) == words(second, count) }
    var offset = 0
    while offset + 8 < count {
      let word = first.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
      if word != second.loadUnaligned(fromByteOffset: offset, as: UInt64.self) { return false }
      offset += 8
    }
    return first.loadUnaligned(fromByteOffset: count - 8, as: UInt64.self)
      == second.loadUnaligned(fromByteOffset: count - 8, as: UInt64.self)
  }

  /// Whether a text holds any of three bytes.
  @inline(__always)
  static func holds(_ one: UInt8, _ other: UInt8, _ third: UInt8, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let base = UnsafeRawPointer(bytes.baseAddress) else { return false }
    let ones: UInt64 = 0x0101_0101_0101_0101
    var index = 0
    while index + 8 <= bytes.count {
      let word = base.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      let a = word ^ ones &* UInt64(one)
      let b = word ^ ones &* UInt64(other)
      let c = word ^ ones &* UInt64(third)
      // In each, the highest bit of a byte becomes 1 where it is 0, and of none if there is no such byte.
      let found = (a &- ones) & ~a | (b &- ones) & ~b | (c &- ones) & ~c
      if found & 0x8080_8080_8080_8080 != 0 { return true }
      index += 8
    }
    while index < bytes.count {
      let byte = bytes[index]
      if byte == one || byte == other || byte == third { return true }
      index += 1
    }
    return false
  }
}
