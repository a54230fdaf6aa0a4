/// Finds the known word that a misspelt one probably stands for.
package enum Nearest {
  private static let longest = 64
  private static let mostCandidates = 4000

  /// The nearest of the first few thousand candidates by edit distance (a swap of neighbours counts as one edit), without
  /// regard to case; of equally near ones the first. Nil where nothing is near: within a third of the word, more or less.
  ///
  /// O(candidates · length²), with both bounded.
  package static func word(to text: String, among candidates: some Sequence<String>) -> String? {
    let wanted = Array(text.prefix(longest + 1).lowercased().unicodeScalars)
    guard wanted.count > 1, wanted.count <= longest else { return nil }
    var bound = bound(for: wanted)
    var best: String?
    for candidate in candidates.prefix(mostCandidates) where candidate.utf8.count <= 4 * longest {
      let letters = Array(candidate.lowercased().unicodeScalars)
      guard abs(letters.count - wanted.count) <= bound else { continue }
      let distance = distance(wanted, letters, bound: bound)
      if distance < bound || best == nil && distance <= bound {
        best = candidate
        bound = distance
      }
      if distance == 0 { break }
    }
    return best
  }

  /// How many edits are still a slip. One stroke of two Latin letters makes another word, of two ideographs it does not.
  private static func bound(for word: [Unicode.Scalar]) -> Int {
    switch word.count {
    case ...2: word.contains { $0.value >= 0x2E80 } ? 1 : 0
    case ...4: 1
    default: max(2, word.count / 3)
    }
  }

  /// The number of insertions, deletions, replacements and swaps of neighbours that turn one word into the other; any
  /// number over `bound` where there are more than that.
  private static func distance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar], bound: Int) -> Int {
    var beforeLast = [Int](repeating: 0, count: b.count + 1)
    var last = Array(0...b.count)
    for i in a.indices {
      var row = [i + 1]
      row.reserveCapacity(b.count + 1)
      for j in b.indices {
        var cost = min(last[j + 1] + 1, row[j] + 1, last[j] + (a[i] == b[j] ? 0 : 1))
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { cost = min(cost, beforeLast[j - 1] + 1) }
        row.append(cost)
      }
      if row.allSatisfy({ $0 > bound }) { return bound + 1 }
      beforeLast = last
      last = row
    }
    return last[b.count]
  }
}
