import RemitKernel
import Testing

/// Krackhardt's four dimensions against their definitions, pair by pair.
struct OutTreeLikenessTests {
  @Test func agreesWithTheDefinitions() {
    for (salt, sizes, isAcyclic) in [(UInt64(901), 0...12, false), (902, 0...12, true), (903, 3...7, true)] {
      forEachSample(3000, salt: salt, sizes: sizes, isAcyclic: isAcyclic, check)
    }
  }

  /// Nearly trees, where most of what the algorithm leaves out lies.
  @Test func agreesOnForestsWithAFewMoreLinks() {
    for seed in UInt64(0)..<3000 {
      var random = SplitMix64(state: 904 << 32 + seed)
      let count = Int.random(in: 2...16, using: &random)
      var edges: [(source: Int, target: Int)] = []
      for v in 1..<count where Int.random(in: 0..<8, using: &random) > 0 {
        edges.append((Int.random(in: max(0, v - 5)..<v, using: &random), v))
      }
      for _ in 0..<Int.random(in: 0...3, using: &random) {
        edges.append((Int.random(in: 0..<count, using: &random), Int.random(in: 0..<count, using: &random)))
      }
      check(Sample(seed: seed, vertexCount: count, edges: edges.shuffled(using: &random)))
    }
  }

  private func check(_ sample: Sample) {
    let shape = sample.graph.outTreeLikeness()
    let naive = Naive(sample)
    sample.expect(shape.linkCount, naive.links, "links")
    sample.expect(shape.connectedness.violations, naive.apart, "connectedness")
    sample.expect(shape.connectedness.possible, naive.allPairs, "possible connectedness")
    sample.expect(shape.hierarchy?.violations, naive.mutual, "hierarchy")
    if naive.mutual > 0 { sample.expect(shape.hierarchy?.possible, naive.reaching, "possible hierarchy") }
    sample.expect(shape.efficiency.violations, naive.excess, "efficiency")
    sample.expect(shape.efficiency.possible, naive.mostExcess, "possible efficiency")
    sample.expect(shape.leastUpperBounds?.violations, naive.boundless, "least upper bounds")
    sample.expect(shape.leastUpperBounds?.possible, naive.mostBoundless, "possible least upper bounds")
    for value in [shape.connectedness.value, shape.efficiency.value, shape.leastUpperBounds?.value ?? 0] {
      sample.expect((0...1).contains(value), true, "range of \(value)")
    }
  }

  @Test func knownShapes() {
    let tree = CSRGraph(vertexCount: 7, edges: [(0, 1), (0, 2), (1, 3), (1, 4), (2, 5), (2, 6)]).outTreeLikeness()
    for value in [
      tree.connectedness.value, tree.hierarchy?.value, tree.efficiency.value, tree.leastUpperBounds?.value,
    ] { #expect(value == 1) }
    let ring = CSRGraph(vertexCount: 3, edges: [(0, 1), (1, 2), (2, 0)]).outTreeLikeness()
    #expect(ring.hierarchy?.value == 0)
    #expect(ring.leastUpperBounds?.value == 1)
    #expect(ring.efficiency.value == 0.75)
    let inTree = CSRGraph(vertexCount: 4, edges: [(1, 0), (2, 0), (3, 0)]).outTreeLikeness()
    #expect(inTree.leastUpperBounds?.value == 0)
    let apart = CSRGraph(vertexCount: 4, edges: []).outTreeLikeness()
    #expect(apart.connectedness.value == 0)
    #expect(CSRGraph.empty.outTreeLikeness().connectedness.value == 1)
  }

  @Test func largeGraphs() {
    let count = 200_000
    let forest = CSRGraph(vertexCount: count, edges: (1..<count).map { (($0 - 1) / 12, $0) })
    let path = CSRGraph(vertexCount: count, edges: (1..<count).map { ($0 - 1, $0) })
    for graph in [forest, path] {
      let shape = graph.outTreeLikeness()
      #expect(shape.leastUpperBounds?.violations == 0)
      #expect(shape.efficiency.violations == 0)
    }
    // Everybody below two of three heads: three classes of posts with two superiors each.
    var dual: [(source: Int, target: Int)] = [(0, 1), (0, 2), (0, 3)]
    for v in 4..<count + 4 {
      dual.append((1 + v % 3, v))
      dual.append((1 + (v + 1) % 3, v))
    }
    let shape = CSRGraph(vertexCount: count + 4, edges: dual).outTreeLikeness()
    #expect((shape.leastUpperBounds?.violations ?? 0) > 0)
    // Too many different sets of ancestors: said, not guessed.
    var random = SplitMix64(state: 905)
    var threads: [(source: Int, target: Int)] = []
    for v in 1..<20_000 {
      for _ in 0..<3 { threads.append((Int.random(in: 0..<v, using: &random), v)) }
    }
    let tangled = CSRGraph(vertexCount: 20_000, edges: threads)
    #expect(tangled.outTreeLikeness(workLimit: 100_000).leastUpperBounds == nil)
    #expect(tangled.outTreeLikeness(workLimit: 100_000).hierarchy?.value == 1)
  }
}

/// The definitions, by brute force.
private struct Naive {
  var links = 0
  var allPairs = 0
  var apart = 0
  var mutual = 0
  var reaching = 0
  var excess = 0
  var mostExcess = 0
  var boundless = 0
  var mostBoundless = 0

  init(_ sample: Sample) {
    let distance = sample.distanceMatrix()
    func reaches(_ a: Int, _ b: Int) -> Bool { a == b || distance[a][b] < farAway }
    let undirected = Sample(
      seed: 0, vertexCount: sample.vertexCount, edges: sample.edges + sample.edges.map { ($0.target, $0.source) }
    ).distanceMatrix()
    links = Set(sample.edges.filter { $0.source != $0.target }.map { [$0.source, $0.target] }).count
    excess = links
    for a in sample.vertices {
      let size = sample.vertices.count { $0 == a || undirected[a][$0] < farAway }
      let isFirst = !(0..<a).contains { undirected[a][$0] < farAway }
      if isFirst {
        excess -= size - 1
        mostExcess += size * (size - 1) - (size - 1)
        mostBoundless += (size - 1) * (size - 2) / 2
      }
      for b in 0..<a {
        allPairs += 1
        if undirected[a][b] >= farAway {
          apart += 1
          continue
        }
        if reaches(a, b) || reaches(b, a) { reaching += 1 }
        if reaches(a, b) && reaches(b, a) { mutual += 1 }
        let bounds = sample.vertices.filter { reaches($0, a) && reaches($0, b) }
        if !bounds.contains(where: { least in bounds.allSatisfy { reaches($0, least) } }) { boundless += 1 }
      }
    }
  }
}
