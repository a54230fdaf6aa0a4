import RemitKernel
import Testing

@Suite struct CycleTests {
  @Test func shortestCyclePerComponent() {
    forEachSample(2000, salt: 8) { sample in
      checkShortest(sample, sample.graph.shortestCycles(budget: CSRGraph.cycleBudget))
      sample.expect(
        sample.graph.shortestCycles(),
        sample.graph.shortestCycles(budget: CSRGraph.cycleBudget).cycles, "plain form")
    }
  }

  @Test func withoutBudgetCyclesAreGenuineAndSayWhetherProven() {
    var unproven = 0
    for seed in 0..<60 as Range<UInt64> {
      let sample = Sample.layered(seed: seed)
      let found = sample.graph.shortestCycles(budget: 0)
      unproven += found.isProven.count { !$0 }
      checkShortest(sample, found)
      let full = sample.graph.shortestCycles(budget: CSRGraph.cycleBudget)
      checkShortest(sample, full)
      sample.expect(full.isProven, [true], "proven with budget")
    }
    #expect(unproven > 0, "the budget never ran out: nothing was tested")
  }

  /// Ten layers of ten; the one shortcut skips the layer whose vertices are tried first.
  @Test func withoutBudgetTheCycleMayBeLongerAndSaysSo() {
    var edges: [(source: Int, target: Int)] = (0..<1000).map { index in
      (index / 10, (index / 100 + 1) % 10 * 10 + index % 10)
    }
    edges.append((95, 15))
    let sample = Sample(seed: 0, vertexCount: 100, edges: edges)
    let poor = sample.graph.shortestCycles(budget: 0)
    #expect(poor.isProven == [false])
    #expect(poor.cycles.map(\.count) == [10])
    #expect(sample.isCycle(poor.cycles[0]))
    let rich = sample.graph.shortestCycles(budget: 100_000)
    #expect(rich.isProven == [true])
    #expect(rich.cycles.map(\.count) == [9])
    #expect(sample.isCycle(rich.cycles[0]))
  }

  @Test func withoutBudgetIndependentCyclesStayIndependent() {
    var differing = 0
    for seed in 0..<20 as Range<UInt64> {
      let sample = Sample.layered(seed: seed)
      let poor = sample.graph.independentCycles(limit: .max, budget: 0)
      checkIndependent(sample, poor, isShortest: false)
      let rich = sample.graph.independentCycles(limit: .max)
      checkIndependent(sample, rich)
      differing += poor == rich ? 0 : 1
    }
    #expect(differing > 0, "the budget never ran out: nothing was tested")
  }

  private func checkShortest(_ sample: Sample, _ found: ShortestCycles) {
    let distance = sample.distanceMatrix()
    let leaders = sample.strongLeaders(distance)
    var girth: [Int: Int] = [:]
    for v in sample.vertices where distance[v][v] < farAway {
      girth[leaders[v]] = min(girth[leaders[v]] ?? farAway, distance[v][v])
    }
    sample.expect(found.cycles.map { leaders[$0[0]] }.sorted(), girth.keys.sorted(), "components")
    sample.expect(found.cycles.map { $0[0] }, found.cycles.map { $0[0] }.sorted(), "order")
    sample.expect(found.isProven.count, found.cycles.count, "one proof per cycle")
    for (cycle, isProven) in zip(found.cycles, found.isProven) {
      sample.expect(sample.isCycle(cycle), true, "cycle \(cycle)")
      if isProven {
        sample.expect(cycle.count, girth[leaders[cycle[0]]] ?? -1, "length of \(cycle)")
      }
    }
  }

  @Test func independentCyclesAreTakenShortestFirst() {
    forEachSample(2000, salt: 10) { sample in
      checkIndependent(sample, sample.graph.independentCycles(limit: .max))
      checkLimits(sample)
    }
    forEachSample(30, salt: 11, sizes: 15...30) { sample in
      checkIndependent(sample, sample.graph.independentCycles(limit: .max))
      checkLimits(sample)
    }
  }

  /// Replays the definition: each cycle must be as short as any left in its component.
  private func checkIndependent(_ sample: Sample, _ cycles: [[Int]], isShortest: Bool = true) {
    let leaders = sample.strongLeaders(sample.distanceMatrix())
    let order = cycles.map { leaders[$0[0]] }
    sample.expect(order, order.sorted(), "components by smallest vertex")
    var removed = [Bool](repeating: false, count: sample.edges.count)
    for cycle in cycles {
      sample.expect(sample.isCycle(cycle), true, "cycle \(cycle)")
      if isShortest {
        let peers = sample.vertices.filter { leaders[$0] == leaders[cycle[0]] }
        let distance = sample.distanceMatrix { removed[$0] }
        sample.expect(
          cycle.count, peers.map { distance[$0][$0] }.min() ?? -1, "length of \(cycle)")
      }
      for (index, v) in cycle.enumerated() {
        let w = cycle[(index + 1) % cycle.count]
        let edges = sample.edges.indices.filter {
          sample.edges[$0].source == v && sample.edges[$0].target == w && !removed[$0]
        }
        sample.expect(edges.isEmpty, false, "\(v)>\(w) still there for \(cycle)")
        for edge in edges { removed[edge] = true }
      }
    }
    let rest = sample.distanceMatrix { removed[$0] }
    sample.expect(sample.vertices.allSatisfy { rest[$0][$0] == farAway }, true, "rest is acyclic")
  }

  /// A limit takes the first cycles of each component.
  private func checkLimits(_ sample: Sample) {
    let leaders = sample.strongLeaders(sample.distanceMatrix())
    let cycles = sample.graph.independentCycles(limit: .max)
    for limit in [0, 1, 3] {
      var taken: [Int: Int] = [:]
      let expected = cycles.filter { cycle in
        taken[leaders[cycle[0]], default: 0] += 1
        return taken[leaders[cycle[0]], default: 0] <= limit
      }
      sample.expect(sample.graph.independentCycles(limit: limit), expected, "limit \(limit)")
    }
  }

  @Test func awkwardOnes() {
    #expect(CSRGraph.empty.shortestCycles() == [])
    #expect(CSRGraph.empty.independentCycles(limit: 5) == [])
    let single = CSRGraph(vertexCount: 1, edges: [])
    #expect(single.shortestCycles() == [])
    let loops = CSRGraph(vertexCount: 2, edges: [(1, 1), (1, 1), (0, 1)])
    #expect(loops.shortestCycles() == [[1]])
    #expect(loops.independentCycles(limit: 5) == [[1]])
    let twice = CSRGraph(vertexCount: 2, edges: [(0, 1), (0, 1), (1, 0), (1, 0)])
    #expect(twice.independentCycles(limit: 5) == [[0, 1]])
    let eight = CSRGraph(
      vertexCount: 6, edges: [(3, 5), (5, 4), (4, 3), (3, 1), (1, 3), (2, 2), (0, 1)])
    #expect(eight.shortestCycles() == [[1, 3], [2]])
    #expect(eight.independentCycles(limit: 5) == [[1, 3], [3, 5, 4], [2]])
    #expect(eight.independentCycles(limit: 1) == [[1, 3], [2]])
  }
}
