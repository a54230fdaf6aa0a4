/// Finds pairs of similar sets among many without comparing all pairs.
///
/// Sets are similar where their Jaccard coefficient |x ∩ y| / |x ∪ y| is at least t. Two such sets share an element among
/// the first |x| − ⌈t·|x|⌉ + 1 of each, if all sets list their elements in one order; with the rarest first few sets
/// meet there (prefix filter), and fewer still are of near size (length filter). What remains is counted exactly.
///
/// Source: R. Bayardo, Y. Ma, R. Srikant, Scaling Up All Pairs Similarity Search, 2007; S. Chaudhuri, V. Ganti,
/// R. Kaushik, A Primitive Operator for Similarity Joins, 2006.
public struct SimilarSets: Sendable {
  private let sets: [[Int32]]
  private let elementCount: Int
  private let permille: Int

  /// - Parameters:
  ///   - sets: each without repetition; elements from 0 to `elementCount` − 1.
  ///   - permille: t in thousandths, from 1 to 1000.
  public init(_ sets: [[Int32]], elementCount: Int, permille: Int) {
    precondition((1...1000).contains(permille), "t must lie in (0, 1]")
    self.elementCount = elementCount
    self.permille = permille
    var counts = [Int32](repeating: 0, count: elementCount)
    for set in sets { for element in set { counts[Int(element)] += 1 } }
    self.sets = sets.map { set in
      set.sorted { (counts[Int($0)], $0) < (counts[Int($1)], $1) }
    }
    order = sets.indices.sorted { (sets[$0].count, $0) < (sets[$1].count, $1) }
    var rank = [Int32](repeating: 0, count: elementCount)
    for (position, element) in (0..<elementCount).sorted(by: { (counts[$0], $0) < (counts[$1], $1) }).enumerated() {
      rank[element] = Int32(position)
    }
    self.rank = rank
  }

  /// The sets by size.
  private let order: [Int]
  /// The place of each element in the common order.
  private let rank: [Int32]

  /// Tells of every pair of similar sets, the smaller index first, once each. Empty sets are similar to none.
  ///
  /// - Parameter isKnown: pairs for which it says true are neither counted nor told of.
  /// - Complexity: near O(elements) where similar sets are few; the pairs that share a rare element otherwise.
  public func forEachPair(unless isKnown: (Int, Int) -> Bool = { _, _ in false }, _ body: (Int, Int) -> Void) {
    var lists = [[Int32]](repeating: [], count: elementCount)
    var starts = [Int](repeating: 0, count: elementCount)
    var seen = [Int32](repeating: -1, count: sets.count)
    for (turn, x) in order.enumerated() where !sets[x].isEmpty {
      let size = sets[x].count
      // ⌈t·size⌉, the least that a similar smaller set has, and that both share.
      let least = (permille * size + 999) / 1000
      for element in sets[x].prefix(size - least + 1).map(Int.init) {
        while starts[element] < lists[element].count, sets[Int(lists[element][starts[element]])].count < least {
          starts[element] += 1
        }
        for y in lists[element][starts[element]...] where seen[Int(y)] != Int32(turn) {
          seen[Int(y)] = Int32(turn)
          let (low, high) = (min(x, Int(y)), max(x, Int(y)))
          if !isKnown(low, high), areSimilar(sets[x], sets[Int(y)]) { body(low, high) }
        }
        lists[element].append(Int32(x))
      }
    }
  }

  /// o / (|x| + |y| − o) ≥ t, without division; the count stops where it can no longer be reached.
  private func areSimilar(_ x: [Int32], _ y: [Int32]) -> Bool {
    let total = x.count + y.count
    let needed = (permille * total + permille + 999) / (1000 + permille)
    var (i, j, shared) = (0, 0, 0)
    while i < x.count, j < y.count {
      if shared + min(x.count - i, y.count - j) < needed { return false }
      let (a, b) = (rank[Int(x[i])], rank[Int(y[j])])
      if a == b { shared += 1 }
      if a <= b { i += 1 }
      if b <= a { j += 1 }
    }
    return shared * (1000 + permille) >= permille * total
  }
}
