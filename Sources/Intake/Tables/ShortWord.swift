/// A text of up to 16 bytes as two numbers, which compare at once.
struct ShortWord: Equatable {
  private let low: UInt64
  private let high: UInt64
  private let count: Int

  /// Nil for longer texts.
  @inline(__always)
  init?(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard bytes.count <= 16 else { return nil }
    count = bytes.count
    guard let base = UnsafeRawPointer(bytes.baseAddress) else {
      (low, high) = (0, 0)
      return
    }
    (low, high) = ShortTexts.words(base, count)
  }
}
