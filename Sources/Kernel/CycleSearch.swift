/// Finds short cycles of one cyclic region that is not just a single cycle.
///
/// Breadth-first searches from one vertex after another, each no deeper than the best cycle so far
/// makes worthwhile (A. Itai and M. Rodeh, "Finding a minimum circuit in a graph", SIAM J. Comput. 7,
/// 1978), with three savings that keep the result exact:
/// - a vertex is left out of all searches after its own, which has settled every cycle through it;
/// - only branching vertices are tried: a cycle whose vertices all have a single successor cannot be
///   left, so it would be the whole region; the same goes for predecessors;
/// - what searches have shown of a vertex is kept, and still holds when edges are taken away: a vertex
///   with no cycle shorter than the best needs no search, and the whole search ends at a cycle that no
///   vertex can undercut.
struct CycleSearch: Sendable {
  /// Slots not yet taken away; a search sees only these.
  private(set) var isAlive: [Bool]
  /// Slots looked at since the search was made.
  private(set) var scanned = 0

  private let graph: CSRGraph
  private let candidates: [Int32]
  /// A length below which no cycle goes through the vertex; stays true as edges are taken away.
  private(set) var least: [Int]
  private var isSettled: [Bool]
  private var seenBy: [Int]
  private var searchCount = 0
  private var parent: [Int32]
  private var entrySlot: [Int32]
  private var queue: [Int32] = []

  /// `least` holds, for each vertex, a length below which no cycle goes through it.
  init(_ graph: CSRGraph, least: [Int]) {
    self.graph = graph
    self.least = least
    let count = graph.vertexCount
    isAlive = [Bool](repeating: true, count: graph.edgeCount)
    isSettled = [Bool](repeating: false, count: count)
    seenBy = [Int](repeating: 0, count: count)
    parent = [Int32](repeating: -1, count: count)
    entrySlot = parent
    let entering = graph.inDegrees()
    let forks = (0..<count).filter { graph.slots(of: $0).count > 1 }
    let joins = (0..<count).filter { entering[$0] > 1 }
    candidates = (forks.count <= joins.count ? forks : joins).map { Int32(truncatingIfNeeded: $0) }
  }

  /// A shortest cycle of the region, by slot; not proven shortest when `budget` slots did not suffice.
  ///
  /// The first search is always finished, and in a strongly connected region it finds a cycle.
  mutating func shortest(budget: Int) -> (slots: [Int32], isProven: Bool) {
    let floor = candidates.lazy.map { [least] in least[Int($0)] }.min() ?? 1
    var best: [Int32] = []
    var length = Int.max
    for v in candidates {
      if least[Int(v)] >= length {
        isSettled[Int(v)] = true
        continue
      }
      if length < Int.max && scanned > budget { return (best, false) }
      if let cycle = find(through: v, atMost: length - 1) {
        best = cycle
        length = cycle.count
        if length <= floor { break }
      }
      least[Int(v)] = length
      isSettled[Int(v)] = true
    }
    return (best, true)
  }

  /// Takes away `first`, then every further cycle no longer than it, until `limit` are taken in all.
  ///
  /// Where `first` is proven shortest these have its length, and taking one never yields a shorter one,
  /// so a single pass over the vertices finds them all. Where it is not, going by it instead of looking
  /// for the shortest again is what keeps huge components affordable.
  mutating func harvest(_ first: [Int32], limit: Int, budget: Int) -> [[Int32]] {
    let length = first.count
    var cycles = [first]
    remove(first)
    scanned = 0
    for index in isSettled.indices { isSettled[index] = false }
    for v in candidates where least[Int(v)] <= length {
      while cycles.count < limit, let cycle = find(through: v, atMost: length) {
        cycles.append(cycle)
        remove(cycle)
      }
      if cycles.count == limit || scanned > budget { break }
      isSettled[Int(v)] = true
      least[Int(v)] = length + 1
    }
    return cycles
  }

  private mutating func remove(_ cycle: [Int32]) {
    for slot in cycle { isAlive[Int(slot)] = false }
  }

  /// A shortest cycle through `start` of at most `limit` edges, by slot from `start` on.
  private mutating func find(through start: Int32, atMost limit: Int) -> [Int32]? {
    searchCount += 1
    queue.removeAll(keepingCapacity: true)
    queue.append(start)
    var head = 0
    var length = 1
    while head < queue.count && length <= limit {
      let levelEnd = queue.count
      while head < levelEnd {
        let u = queue[head]
        head += 1
        let row = graph.slots(of: Int(u))
        scanned += row.count
        for slot in row where isAlive[slot] {
          let w = graph.targets[slot]
          if w == start { return slots(from: start, to: u, closing: slot) }
          // What the last level leads to is not visited any more, so it need not be noted either.
          if length == limit { continue }
          if seenBy[Int(w)] == searchCount || isSettled[Int(w)] { continue }
          seenBy[Int(w)] = searchCount
          parent[Int(w)] = u
          entrySlot[Int(w)] = Int32(truncatingIfNeeded: slot)
          queue.append(w)
        }
      }
      length += 1
    }
    return nil
  }

  private func slots(from start: Int32, to last: Int32, closing slot: Int) -> [Int32] {
    var cycle = [Int32(truncatingIfNeeded: slot)]
    var v = last
    while v != start {
      cycle.append(entrySlot[Int(v)])
      v = parent[Int(v)]
    }
    cycle.reverse()
    return cycle
  }
}
