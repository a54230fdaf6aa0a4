/// The scalars of a text in UTF-8, without a `String`. A faulty byte counts as U+FFFD.
struct UTF8Scalars: Sequence, IteratorProtocol {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var index = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  @inline(__always)
  mutating func next() -> Unicode.Scalar? {
    guard index < bytes.count else { return nil }
    let byte = bytes[index]
    if byte < 0x80 {
      index += 1
      return Unicode.Scalar(byte)
    }
    let (length, bits) = byte < 0xE0 ? (2, byte & 0x1F) : byte < 0xF0 ? (3, byte & 0x0F) : (4, byte & 0x07)
    guard byte >= 0xC2, index + length <= bytes.count else { return skip() }
    var value = UInt32(bits)
    for offset in 1..<length {
      let next = bytes[index + offset]
      guard next & 0xC0 == 0x80 else { return skip() }
      value = value << 6 | UInt32(next & 0x3F)
    }
    guard let scalar = Unicode.Scalar(value) else { return skip() }
    index += length
    return scalar
  }

  private mutating func skip() -> Unicode.Scalar {
    index += 1
    return "\u{FFFD}"
  }
}
