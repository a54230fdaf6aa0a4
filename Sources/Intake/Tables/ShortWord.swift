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
    if let base = UnsafeRawPointer(bytes.baseAddress), bytes.count >= 8 {
      // With the count, the first eight bytes and the last eight tell all.
      low = base.loadUnaligned(as: UInt64.self)
      high = base.loadUnaligned(fromByteOffset: bytes.count - 8, as: UInt64.self)
      return
    }
    low = bytes.reduce(0) { $0 << 8 | UInt64($1) }
    high = 0
  }
}
