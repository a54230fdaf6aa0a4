/// Pairs of dense numbers, such as who coordinates whom: a large chart has a hundred thousand, and a `Set` would hash each
/// as if it were a text.
///
/// Open addressing over one array (D. Knuth, The Art of Computer Programming, vol. 3, 6.4, algorithm L).
package struct PairSet: Sendable {
  private static let none = UInt64.max

  private var slots: [UInt64]
  private var mask: Int
  private var count = 0
  private let seed = TextHash.seed

  /// No pairs.
  package init() {
    slots = [UInt64](repeating: Self.none, count: 64)
    mask = 63
  }

  /// Whether a pair is there. O(1).
  package func contains(_ a: Int, _ b: Int) -> Bool {
    let pair = Self.pair(a, b)
    return slots[place(of: pair)] == pair
  }

  /// Adds a pair of numbers from 0 to 2³¹ − 1; false where it was there. O(1).
  @discardableResult
  package mutating func insert(_ a: Int, _ b: Int) -> Bool {
    let pair = Self.pair(a, b)
    let place = place(of: pair)
    if slots[place] == pair { return false }
    slots[place] = pair
    count += 1
    if count * 2 > slots.count { grow() }
    return true
  }

  @inline(__always)
  private static func pair(_ a: Int, _ b: Int) -> UInt64 {
    UInt64(UInt32(truncatingIfNeeded: a)) << 32 | UInt64(UInt32(truncatingIfNeeded: b))
  }

  /// Where a pair is, or would be put.
  @inline(__always)
  private func place(of pair: UInt64) -> Int {
    var slot = Int(truncatingIfNeeded: TextHash.mixed(seed, pair)) & mask
    while slots[slot] != Self.none, slots[slot] != pair { slot = (slot + 1) & mask }
    return slot
  }

  private mutating func grow() {
    let old = slots
    slots = [UInt64](repeating: Self.none, count: old.count * 2)
    mask = slots.count - 1
    for pair in old where pair != Self.none { slots[place(of: pair)] = pair }
  }
}
