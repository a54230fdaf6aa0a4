import RemitKernel
import Testing

@Suite struct SearcherTests {
  @Test func oneSearcherFindsWhatEachSearchWould() {
    forEachSample(2000, salt: 41) { sample in
      var searcher = Searcher(sample.graph)
      for source in sample.vertices {
        let distance = sample.graph.distances(from: [source])
        let reached = searcher.reach(from: [source, source])
        sample.expect(
          reached.sorted().map(Int.init), sample.vertices.filter { distance[$0] >= 0 }, "reach of \(source)")
        sample.expect(reached.map { distance[Int($0)] }, reached.map { distance[Int($0)] }.sorted(), "nearest first")
        sample.expect(searcher.count(from: source), reached.count, "count from \(source)")
        let wanted = searcher.first(from: [source]) { $0 % 3 == 1 }
        sample.expect(wanted, reached.map(Int.init).first { $0 % 3 == 1 }, "first wanted from \(source)")
      }
    }
  }

  /// By searches alone, by sets of bits alone, and by both.
  @Test(arguments: [0, 5, 40, Int.max]) func descendantsAreCounted(budget: Int) {
    forEachSample(1500, salt: 42) { sample in
      let distance = sample.distanceMatrix()
      let expected = sample.vertices.map { from in
        Int32(sample.vertices.count { $0 != from && distance[from][$0] < farAway })
      }
      sample.expect(sample.graph.descendantCounts(searching: budget), expected, "descendants")
    }
  }

  /// More vertices than one block of bits holds.
  @Test func descendantsOfManyAreCounted() {
    var random = SplitMix64(state: 43)
    let count = 1700
    let edges = (0..<4000).map { _ in
      (source: Int.random(in: 0..<count, using: &random), target: Int.random(in: 0..<count, using: &random))
    }.filter { $0.source > $0.target || $0.source % 97 == 0 }
    let graph = CSRGraph(vertexCount: count, edges: edges)
    let closure = graph.transitiveClosure()
    let expected = (0..<count).map { vertex in
      Int32(closure.reachableCount(from: vertex) - (closure.contains(vertex, vertex) ? 1 : 0))
    }
    for budget in [0, 10_000, Int.max] { #expect(graph.descendantCounts(searching: budget) == expected) }
    #expect(graph.descendantCounts() == expected)
    #expect(CSRGraph.empty.descendantCounts().isEmpty)
  }
}
