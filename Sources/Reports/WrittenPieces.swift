/// Where pieces of a text were lately written. What is written of many findings names the same few things again and again,
/// and most of it is copied from a little before.
struct WrittenPieces {
  private static let size = 256

  /// By the lowest bits of a piece's number; nothing before the first.
  private var slots: [(number: UInt64, start: Int32, count: Int32)] = []

  /// Where a piece was written, if it is still known.
  subscript(number: UInt64) -> Range<Int>? {
    if slots.isEmpty { return nil }
    let slot = slots[Int(truncatingIfNeeded: number) & (Self.size - 1)]
    return slot.number == number && slot.count > 0 ? Int(slot.start)..<Int(slot.start) + Int(slot.count) : nil
  }

  /// Keeps in mind where a piece was written, and forgets another for it.
  mutating func add(_ number: UInt64, at range: Range<Int>) {
    guard let start = Int32(exactly: range.lowerBound), let count = Int32(exactly: range.count) else { return }
    if slots.isEmpty { slots = Array(repeating: (0, 0, 0), count: Self.size) }
    slots[Int(truncatingIfNeeded: number) & (Self.size - 1)] = (number, start, count)
  }
}
