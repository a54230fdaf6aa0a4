import RemitKernel
import Testing

@Suite struct OrderTests {
  @Test(arguments: [false, true])
  func topologicalOrder(isAcyclic: Bool) {
    forEachSample(2000, salt: isAcyclic ? 12 : 13, isAcyclic: isAcyclic) { sample in
      let distance = sample.distanceMatrix()
      let hasCycle = sample.vertices.contains { distance[$0][$0] < farAway }
      guard let order = sample.graph.topologicalOrder() else {
        sample.expect(hasCycle, true, "no order")
        return
      }
      sample.expect(hasCycle, false, "order \(order)")
      sample.expect(order.sorted(), Array(sample.vertices), "every vertex once")
      var position = [Int](repeating: 0, count: sample.vertexCount)
      for (index, v) in order.enumerated() { position[v] = index }
      for edge in sample.edges {
        sample.expect(position[edge.source] < position[edge.target], true, "\(edge) in \(order)")
      }
    }
  }

  @Test func transitiveClosure() {
    forEachSample(2000, salt: 14) { sample in
      checkClosure(sample)
    }
    // Rows of several words.
    forEachSample(12, salt: 15, sizes: 60...150) { sample in
      checkClosure(sample)
    }
    forEachSample(12, salt: 16, sizes: 60...150, isAcyclic: true) { sample in
      checkClosure(sample)
    }
  }

  private func checkClosure(_ sample: Sample) {
    let distance = sample.distanceMatrix()
    let closure = sample.graph.transitiveClosure()
    sample.expect(closure.vertexCount, sample.vertexCount, "vertex count")
    for from in sample.vertices {
      let expected = sample.vertices.filter { distance[from][$0] < farAway }
      let actual = sample.vertices.filter { closure.contains(from, $0) }
      sample.expect(actual, expected, "contains from \(from)")
      sample.expect(closure.reachable(from: from), expected, "reachable from \(from)")
      sample.expect(closure.reachableCount(from: from), expected.count, "count from \(from)")
    }
  }

  @Test func transitiveReduction() {
    forEachSample(2000, salt: 17, isAcyclic: true) { sample in
      sample.expect(sample.graph.transitiveReduction(), expectedReduction(sample), "kept")
    }
    forEachSample(8, salt: 18, sizes: 60...90, isAcyclic: true) { sample in
      let kept = sample.graph.transitiveReduction()
      sample.expect(kept, sample.edges.count > 400 ? kept : expectedReduction(sample), "kept")
      let rest = kept.map { $0.map { sample.edges[$0] } } ?? []
      let reduced = CSRGraph(vertexCount: sample.vertexCount, edges: rest).transitiveClosure()
      let full = sample.graph.transitiveClosure()
      for v in sample.vertices {
        sample.expect(reduced.reachable(from: v), full.reachable(from: v), "reach of \(v)")
      }
    }
  }

  /// Isolated vertices change nothing but push the graph over to the method for large ones.
  @Test func transitiveReductionOfLargeGraphs() {
    forEachSample(100, salt: 19, sizes: 4...40, isAcyclic: true) { sample in
      let padded = CSRGraph(vertexCount: 1 << 14 + 1, edges: sample.edges)
      sample.expect(padded.transitiveReduction(), sample.graph.transitiveReduction(), "padded")
    }
  }

  /// An edge goes when its target can still be reached without it and its parallels.
  private func expectedReduction(_ sample: Sample) -> [Int] {
    sample.edges.indices.filter { index in
      let edge = sample.edges[index]
      let parallels = sample.edges.indices.filter { sample.edges[$0] == edge }
      if parallels[0] != index { return false }
      let others = sample.edges.filter { $0 != edge }
      let rest = CSRGraph(vertexCount: sample.vertexCount, edges: others)
      return !rest.reachable(from: edge.source)[edge.target]
    }
  }

  @Test func awkwardOnes() {
    #expect(CSRGraph.empty.topologicalOrder() == [])
    #expect(CSRGraph.empty.transitiveReduction() == [])
    #expect(CSRGraph.empty.transitiveClosure().vertexCount == 0)
    let loop = CSRGraph(vertexCount: 1, edges: [(0, 0)])
    #expect(loop.topologicalOrder() == nil)
    #expect(loop.transitiveReduction() == nil)
    #expect(loop.transitiveClosure().contains(0, 0))
    let single = CSRGraph(vertexCount: 1, edges: [])
    #expect(single.topologicalOrder() == [0])
    #expect(!single.transitiveClosure().contains(0, 0))
    let triangle = CSRGraph(vertexCount: 3, edges: [(0, 2), (0, 1), (1, 2), (0, 1)])
    #expect(triangle.transitiveReduction() == [1, 2])
    let twoCycle = CSRGraph(vertexCount: 3, edges: [(0, 1), (1, 2), (2, 1)])
    #expect(twoCycle.transitiveReduction() == nil)
  }
}
