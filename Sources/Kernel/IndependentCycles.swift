extension CSRGraph {
  /// Short cycles that are independent of each other: up to `limit` per strongly connected component.
  ///
  /// As if, in each component, the shortest cycle were taken, its edges removed, and so on until none
  /// is left. No two of the cycles share an edge, so none is a combination of the others. Parallel
  /// edges count as one: the same vertices never appear as two cycles.
  ///
  /// Each cycle starts at its smallest vertex, its last vertex linking back to it; a self-loop is
  /// `[v]`. Components come by smallest vertex, and the cycles of one in the order taken, shortest
  /// first. Which of several equally short ones is taken is fixed, but by no simple rule.
  ///
  /// A component that is one cycle costs its length, and no step costs more than the component at
  /// hand. Otherwise removing all cycles of one length takes one pass of searches of that depth, after
  /// which the component is decomposed anew. As for `shortestCycles()`, a pass looks at no more slots
  /// than a fixed multiple of the component's edges, plus `budget` for the whole call, so the work
  /// is O(V + E + `limit` · E') with E' the edges of components that are no single cycle; where that
  /// falls short a cycle may be longer than the shortest, and come before a shorter one; never wrong.
  public func independentCycles(limit: Int, budget: Int = CSRGraph.cycleBudget) -> [[Int]] {
    guard limit > 0 else { return [] }
    var budget = budget
    var cycles: [[Int]] = []
    for region in cyclicRegions() {
      if region.isSimpleCycle {
        cycles.append(region.cycle(along: region.wholeCycle()))
      } else {
        cycles += region.independentCycles(limit: limit, budget: &budget)
      }
    }
    return cycles
  }
}

extension CyclicRegion {
  fileprivate func independentCycles(limit: Int, budget: inout Int) -> [[Int]] {
    var cycles: [[Int]] = []
    var pending = [CycleProbe(self, budget: &budget)]
    while cycles.count < limit, let length = pending.lazy.map(\.slots.count).min() {
      var next: [CycleProbe] = []
      for probe in pending {
        if probe.slots.count == length && cycles.count < limit {
          next += probe.harvest(limit: limit, budget: &budget, into: &cycles)
        } else {
          next.append(probe)
        }
      }
      pending = next
    }
    return cycles
  }
}

extension CycleProbe {
  /// Takes the cycles of the probe's length out of its region; what remains cyclic comes back probed.
  fileprivate func harvest(limit: Int, budget: inout Int, into cycles: inout [[Int]]) -> [CycleProbe] {
    guard var search else {
      cycles.append(region.cycle(along: slots))
      return []
    }
    let share = CSRGraph.linearShare * region.graph.edgeCount
    let taken = search.harvest(slots, limit: limit - cycles.count, budget: share + budget)
    budget = max(0, budget - max(0, search.scanned - share))
    cycles += taken.map { region.cycle(along: $0) }
    if cycles.count >= limit { return [] }
    var rest: [CycleProbe] = []
    for part in region.graph.keeping(search.isAlive).cyclicRegions() {
      let inner = CyclicRegion(
        vertices: part.vertices.map { region.vertices[Int($0)] }, graph: part.graph)
      let least = part.vertices.map { search.least[Int($0)] }
      rest.append(CycleProbe(inner, least: least, budget: &budget))
    }
    return rest
  }
}
