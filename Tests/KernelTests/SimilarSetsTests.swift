import RemitKernel
import Testing

/// Pairs of similar sets are those that comparing all of them finds.
struct SimilarSetsTests {
  @Test func findsWhatComparingAllPairsFinds() {
    for seed in 0..<3000 as Range<UInt64> {
      var random = SplitMix64(state: seed)
      let elements = Int.random(in: 1...12, using: &random)
      let count = Int.random(in: 0...25, using: &random)
      let permille = [1, 300, 500, 667, 750, 800, 900, 1000].randomElement(using: &random) ?? 800
      let sets = (0..<count).map { _ in
        Array((0..<Int32(elements)).shuffled(using: &random).prefix(Int.random(in: 0...elements, using: &random)))
      }
      var found: [[Int]] = []
      SimilarSets(sets, elementCount: elements, permille: permille).forEachPair { found.append([$0, $1]) }
      var expected: [[Int]] = []
      for i in 0..<count {
        for j in (i + 1)..<max(count, i + 1) {
          let shared = Set(sets[i]).intersection(sets[j]).count
          let union = Set(sets[i]).union(sets[j]).count
          if union > 0, shared > 0, shared * 1000 >= permille * union { expected.append([i, j]) }
        }
      }
      #expect(found.sorted { $0.lexicographicallyPrecedes($1) } == expected, "seed \(seed), t \(permille)")
    }
  }

  @Test func leavesOutWhatIsKnown() {
    let sets: [[Int32]] = [[0, 1, 2], [0, 1, 2], [0, 1, 2]]
    var found: [[Int]] = []
    SimilarSets(sets, elementCount: 3, permille: 1000).forEachPair {
      $0 == 0 && $1 == 2
    } _: {
      found.append([$0, $1])
    }
    #expect(found.sorted { $0.lexicographicallyPrecedes($1) } == [[0, 1], [1, 2]])
  }
}
