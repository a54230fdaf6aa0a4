import RemitKernel
import Testing

@Suite struct CutTests {
  @Test func dominators() {
    forEachSample(2000, salt: 20) { sample in
      for root in sample.vertices.prefix(2) { checkDominators(sample, root) }
    }
    forEachSample(10, salt: 21, sizes: 40...60) { sample in
      checkDominators(sample, 0)
    }
  }

  /// A vertex dominates those that its removal cuts off; the immediate one has most dominators itself.
  private func checkDominators(_ sample: Sample, _ root: Int) {
    let reached = sample.reached(from: root, without: -1)
    var strict = [[Int]](repeating: [], count: sample.vertexCount)
    for d in sample.vertices where reached[d] {
      let left = sample.reached(from: root, without: d)
      for v in sample.vertices where v != d && reached[v] && !left[v] { strict[v].append(d) }
    }
    let expected: [Int32] = sample.vertices.map { v in
      Int32(strict[v].max { strict[$0].count < strict[$1].count } ?? -1)
    }
    sample.expect(sample.graph.dominators(from: root), expected, "dominators from \(root)")
  }

  @Test func articulation() {
    forEachSample(2000, salt: 22) { sample in
      let whole = sample.undirectedComponentCount()
      let points = sample.vertices.filter { v in
        // Removing a vertex that stands alone takes its component along.
        sample.undirectedComponentCount(withoutVertex: v) > whole
      }
      let bridges = sample.edges.indices.filter {
        sample.undirectedComponentCount(withoutEdge: $0) > whole
      }
      let articulation = sample.graph.articulation()
      sample.expect(articulation.points, points, "points")
      sample.expect(articulation.bridges, bridges, "bridges")
    }
  }

  @Test func awkwardOnes() {
    #expect(CSRGraph.empty.articulation().points == [])
    #expect(CSRGraph.empty.articulation().bridges == [])
    let loop = CSRGraph(vertexCount: 1, edges: [(0, 0)])
    #expect(loop.dominators(from: 0) == [-1])
    #expect(loop.articulation().bridges == [])
    let parallel = CSRGraph(vertexCount: 3, edges: [(0, 1), (0, 1), (2, 1)])
    #expect(parallel.articulation().points == [1])
    #expect(parallel.articulation().bridges == [2])
    let opposite = CSRGraph(vertexCount: 2, edges: [(0, 1), (1, 0)])
    #expect(opposite.articulation().bridges == [])
    #expect(opposite.dominators(from: 1) == [1, -1])
    // The example of irreducible flow: neither 1 nor 2 dominates the other.
    let irreducible = CSRGraph(vertexCount: 4, edges: [(0, 1), (0, 2), (1, 2), (2, 1), (2, 3)])
    #expect(irreducible.dominators(from: 0) == [-1, 0, 0, 2])
    #expect(irreducible.dominators(from: 3) == [-1, -1, -1, -1])
  }
}
