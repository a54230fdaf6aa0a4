extension CSRGraph {
  /// The edges an acyclic graph cannot do without: input indices, ascending; nil when there is a cycle.
  ///
  /// An edge goes when a longer path links its ends; of parallel edges the first is kept. What remains
  /// is the one smallest graph of the same reachability.
  ///
  /// A. V. Aho, M. R. Garey and J. D. Ullman, "The transitive reduction of a directed graph", SIAM J.
  /// Comput. 1 (1972). Up to 2^14 vertices by uniting bit rows: O(V + E + K · V / 64) for K kept
  /// edges, V² / 16 bytes (16 MB). Above, in linear memory, by searches that stay between a vertex and
  /// the last of its successors in topological order: O(V · E) at worst, but vertices with a single
  /// successor cost nothing, so chains, trees and sparse layers are near-linear.
  public func transitiveReduction() -> [Int]? {
    guard let order = kahnOrder() else { return nil }
    let ordered = renumbered(by: order)
    let kept = vertexCount <= 1 << 14 ? ordered.keptByRows() : ordered.keptBySearch()
    return kept.indices.filter { kept[$0] }
  }

  /// The same edges over topological positions, each row sorted by target, then by input index.
  private func renumbered(by order: [Int32]) -> CSRGraph {
    var position = [Int32](repeating: 0, count: vertexCount)
    for (index, v) in order.enumerated() {
      position[Int(v)] = Int32(truncatingIfNeeded: index)
    }
    let ends = endpoints()
    let sources = ends.sources.map { position[Int($0)] }
    let targets = ends.targets.map { position[Int($0)] }
    // Two stable passes: turned around and sorted by target first, then sorted by source.
    let byTarget = CSRGraph(vertexCount: vertexCount, sources: targets, targets: sources)
    let sorted = CSRGraph(
      vertexCount: vertexCount, sources: byTarget.targets,
      targets: byTarget.edges.map { targets[Int($0)] })
    return CSRGraph(
      offsets: sorted.offsets, targets: sorted.targets,
      edges: sorted.edges.map { byTarget.edges[Int($0)] })
  }

  /// Nearest successors first, so whatever makes an edge superfluous is in the row before it is asked.
  private func keptByRows() -> [Bool] {
    var kept = [Bool](repeating: false, count: edgeCount)
    // A triangle stores columns up to the row, while reach goes to later positions: count from the end.
    let last = vertexCount - 1
    var rows = BitTriangle(rowCount: vertexCount)
    for v in stride(from: last, through: 0, by: -1) {
      for slot in slots(of: v) {
        let w = Int(targets[slot])
        if rows.contains(last - v, last - w) { continue }
        kept[Int(edges[slot])] = true
        rows.insert(last - v, last - w)
        rows.unite(last - v, with: last - w)
      }
    }
    return kept
  }

  private func keptBySearch() -> [Bool] {
    var kept = [Bool](repeating: false, count: edgeCount)
    // The vertex whose search last met each vertex; spares clearing between searches.
    var metBy = [Int32](repeating: -1, count: vertexCount)
    var stack: [Int32] = []
    for v in 0..<vertexCount {
      let row = slots(of: v)
      guard let lastSlot = row.last else { continue }
      let horizon = targets[lastSlot]
      let mark = Int32(truncatingIfNeeded: v)
      for slot in row where metBy[Int(targets[slot])] != mark {
        kept[Int(edges[slot])] = true
        metBy[Int(targets[slot])] = mark
        // Nothing after the last successor can make an edge of this row superfluous.
        if targets[slot] == horizon { break }
        stack.append(targets[slot])
        while let u = stack.popLast() {
          for step in slots(of: Int(u)) {
            let w = targets[step]
            if w > horizon { break }
            if metBy[Int(w)] != mark {
              metBy[Int(w)] = mark
              stack.append(w)
            }
          }
        }
      }
    }
    return kept
  }
}
