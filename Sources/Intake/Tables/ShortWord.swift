/// A text of up to 16 bytes as two numbers, which compare at once.
struct ShortWord: Equatable {
  private let low: UInt64
  private let high: UInt64
  private let count: Int

  /// Nil for longer texts.
  @inline(__always)
  init?(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard bytes.count <= 16 else { return nil }
    var (low, high): (UInt64, UInt64) = (0, 0)
    for index in 0..<min(8, bytes.count) { low = low << 8 | UInt64(bytes[index]) }
    for index in min(8, bytes.count)..<bytes.count { high = high << 8 | UInt64(bytes[index]) }
    (self.low, self.high, count) = (low, high, bytes.count)
  }
}
