import RemitKernel
import Testing

@Suite struct PathTests {
  @Test func reachableAndDistances() {
    forEachSample(2000, salt: 4) { sample in
      let distance = sample.distanceMatrix()
      var random = SplitMix64(state: sample.seed)
      let sources = sample.vertices.filter { _ in Int.random(in: 0..<4, using: &random) == 0 }
      let expected: [Int32] = sample.vertices.map { v in
        if sources.contains(v) { return 0 }
        let nearest = sources.map { distance[$0][v] }.min() ?? farAway
        return nearest < farAway ? Int32(nearest) : -1
      }
      sample.expect(sample.graph.distances(from: sources), expected, "distances from \(sources)")
      sample.expect(
        sample.graph.distances(from: sources + sources.reversed()), expected, "sources repeated")
      sample.expect(
        sample.graph.reachable(from: sources), expected.map { $0 >= 0 }, "reachable from \(sources)")
      for v in sample.vertices.prefix(2) {
        sample.expect(
          sample.graph.reachable(from: v),
          sample.vertices.map { $0 == v || distance[v][$0] < farAway }, "reachable from \(v)")
      }
    }
  }

  @Test func shortestPathIsTheFirstBySlots() {
    forEachSample(2000, salt: 5) { sample in
      let distance = sample.distanceMatrix()
      for from in sample.vertices.prefix(3) {
        for to in sample.vertices {
          let steps = from == to ? 0 : distance[from][to]
          let expected =
            steps < farAway
            ? sample.firstPath(from: from, steps: steps, goals: [to], distance) : nil
          sample.expect(
            sample.graph.shortestPath(from: from, to: to), expected, "path \(from) to \(to)")
        }
      }
    }
  }

  @Test func shortestPathBetweenSets() {
    forEachSample(2000, salt: 6) { sample in
      let distance = sample.distanceMatrix()
      var random = SplitMix64(state: sample.seed)
      let sources = sample.vertices.filter { _ in Int.random(in: 0..<3, using: &random) == 0 }
        .shuffled(using: &random)
      let goals = sample.vertices.filter { _ in Int.random(in: 0..<4, using: &random) == 0 }
      let steps = sources.map { source in
        goals.map { $0 == source ? 0 : distance[source][$0] }.min() ?? farAway
      }
      var expected: [Int]?
      if let best = steps.min(), best < farAway, let index = steps.firstIndex(of: best) {
        expected = sample.firstPath(from: sources[index], steps: best, goals: goals, distance)
      }
      var asked: [Int] = []
      let path = sample.graph.shortestPath(from: sources) {
        asked.append($0)
        return goals.contains($0)
      }
      sample.expect(path, expected, "path \(sources) to \(goals)")
      sample.expect(Set(asked).count, asked.count, "asked once each")
    }
  }

  @Test func shortestCycleThroughEachVertex() {
    forEachSample(2000, salt: 7) { sample in
      let distance = sample.distanceMatrix()
      for v in sample.vertices {
        let steps = distance[v][v]
        let closed =
          steps < farAway ? sample.firstPath(from: v, steps: steps, goals: [v], distance) : nil
        sample.expect(
          sample.graph.shortestCycle(through: v), closed.map { Array($0.dropLast()) }, "through \(v)")
      }
    }
  }

  @Test func awkwardOnes() {
    #expect(CSRGraph.empty.reachable(from: []) == [])
    #expect(CSRGraph.empty.distances(from: []) == [])
    #expect(CSRGraph.empty.shortestPath(from: []) { _ in true } == nil)
    let single = CSRGraph(vertexCount: 1, edges: [])
    #expect(single.shortestPath(from: 0, to: 0) == [0])
    #expect(single.shortestCycle(through: 0) == nil)
    let loop = CSRGraph(vertexCount: 2, edges: [(0, 1), (1, 0), (0, 0)])
    #expect(loop.shortestCycle(through: 0) == [0])
    #expect(loop.shortestCycle(through: 1) == [1, 0])
    #expect(loop.distances(from: []) == [-1, -1])
    // Two ways of the same length: the one listed first wins, though its vertex is larger.
    let diamond = CSRGraph(vertexCount: 4, edges: [(0, 2), (0, 1), (1, 3), (2, 3)])
    #expect(diamond.shortestPath(from: 0, to: 3) == [0, 2, 3])
    #expect(diamond.shortestPath(from: 3, to: 0) == nil)
  }
}
