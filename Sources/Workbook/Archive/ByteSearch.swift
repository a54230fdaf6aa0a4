import Glibc

/// Finds bytes in bytes.
enum ByteSearch {
  /// Where `needle` first begins at or after `start`; nil where it does not. An empty needle is nowhere. O(bytes) for
  /// needles whose first byte is rare.
  static func first(_ needle: some Collection<UInt8>, in bytes: UnsafeRawBufferPointer, from start: Int = 0) -> Int? {
    guard let head = needle.first, let base = bytes.baseAddress else { return nil }
    let count = needle.count
    var index = start
    while index >= 0, index <= bytes.count - count {
      guard let hit = memchr(base + index, Int32(head), bytes.count - count + 1 - index) else { return nil }
      index = UnsafeRawPointer(hit) - base
      if bytes[index..<index + count].elementsEqual(needle) { return index }
      index += 1
    }
    return nil
  }

  /// Where `needle` first begins in an array, at or after `start`.
  static func first(_ needle: some Collection<UInt8>, in bytes: [UInt8], from start: Int = 0) -> Int? {
    bytes.withUnsafeBytes { first(needle, in: $0, from: start) }
  }

  /// Where `needle` last begins in an array; nil where it does not.
  static func last(_ needle: [UInt8], in bytes: [UInt8]) -> Int? {
    guard !needle.isEmpty, needle.count <= bytes.count else { return nil }
    return (0...bytes.count - needle.count).last { bytes[$0..<$0 + needle.count].elementsEqual(needle) }
  }
}
