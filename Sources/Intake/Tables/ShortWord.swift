/// A text of up to 32 bytes as four numbers, which compare at once.
struct ShortWord: Equatable {
  private let count: Int
  private let first: UInt64
  private let last: UInt64
  // What lies between these two in a text of more than 16 bytes.
  private let second: UInt64
  private let third: UInt64

  /// Nil for longer texts.
  @inline(__always)
  init?(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard bytes.count <= 32 else { return nil }
    count = bytes.count
    guard let base = UnsafeRawPointer(bytes.baseAddress) else {
      (first, last, second, third) = (0, 0, 0, 0)
      return
    }
    (first, last) = ShortTexts.words(base, count)
    guard count > 16 else {
      (second, third) = (0, 0)
      return
    }
    second = base.loadUnaligned(fromByteOffset: 8, as: UInt64.self)
    third = base.loadUnaligned(fromByteOffset: count - 16, as: UInt64.self)
  }
}
