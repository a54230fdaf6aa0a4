/// One short cycle per strongly connected component that has a cycle.
public struct ShortestCycles: Sendable, Equatable {
  /// The cycles as vertices in order, each from its smallest vertex on, the last linking back to the
  /// first; sorted by that smallest vertex.
  public let cycles: [[Int]]
  /// For each cycle, whether it is proven to be a shortest of its component.
  public let isProven: [Bool]
}

extension CSRGraph {
  /// Slots a search for shortest cycles looks at for free, per slot of its component.
  static let linearShare = 8

  /// Slots that all searches of one call may look at beyond their linear share, in total.
  ///
  /// Enough for an exact answer whenever vertices times edges of the cyclic components stay below
  /// 67 million, and in practice far beyond.
  public static let cycleBudget = 1 << 26

  /// One shortest cycle per strongly connected component that has a cycle.
  ///
  /// Each starts at its smallest vertex, its last vertex linking back to it; a self-loop is `[v]`.
  /// Sorted, so by smallest vertex.
  ///
  /// Work is bounded by a fixed multiple of V + E plus `cycleBudget`. A component too large and too
  /// girthy for that still yields a genuine cycle, a shortest through each vertex tried within the
  /// budget; `shortestCycles(budget:)` tells which are proven shortest overall.
  public func shortestCycles() -> [[Int]] {
    shortestCycles(budget: Self.cycleBudget).cycles
  }

  /// One short cycle per strongly connected component that has a cycle, and which are proven shortest.
  ///
  /// The method is that of Itai and Rodeh with pruning: breadth-first searches from the branching
  /// vertices, each no deeper than the best cycle so far. `budget` is the number of slots all of them
  /// may look at, besides eight times the slots of each component. A component that is a single
  /// cycle costs its length, whatever the budget.
  public func shortestCycles(budget: Int) -> ShortestCycles {
    var budget = budget
    var found: [(cycle: [Int], isProven: Bool)] = []
    for region in cyclicRegions() {
      let probe = CycleProbe(region, budget: &budget)
      found.append((region.cycle(along: probe.slots), probe.isProven))
    }
    found.sort { $0.cycle[0] < $1.cycle[0] }
    return ShortestCycles(cycles: found.map(\.cycle), isProven: found.map(\.isProven))
  }
}

/// A region together with its shortest cycle, and the search that found it.
struct CycleProbe: Sendable {
  let region: CyclicRegion
  let slots: [Int32]
  let isProven: Bool
  /// None for a region that is a single cycle.
  let search: CycleSearch?

  /// Searches `region`, drawing what exceeds its linear share from `budget`.
  ///
  /// `least` holds, for each vertex, a length below which no cycle goes through it, where known.
  init(_ region: CyclicRegion, least: [Int]? = nil, budget: inout Int) {
    self.region = region
    if region.isSimpleCycle {
      slots = region.wholeCycle()
      isProven = true
      search = nil
      return
    }
    let share = CSRGraph.linearShare * region.graph.edgeCount
    let unknown = [Int](repeating: 1, count: least == nil ? region.graph.vertexCount : 0)
    var search = CycleSearch(region.graph, least: least ?? unknown)
    let shortest = search.shortest(budget: share + budget)
    budget = max(0, budget - max(0, search.scanned - share))
    slots = shortest.slots
    isProven = shortest.isProven
    self.search = search
  }
}
