extension CSRGraph {
  /// The vertices ordered so that every edge goes from earlier to later; nil when there is a cycle.
  ///
  /// Deterministic: vertices without predecessors come first, ascending, and each other vertex
  /// follows as soon as the last of its predecessors has been listed.
  ///
  /// A. B. Kahn, "Topological sorting of large networks", CACM 5 (1962). O(V + E).
  public func topologicalOrder() -> [Int]? {
    guard let order = kahnOrder() else { return nil }
    return order.map(Int.init)
  }

  /// The topological order in the kernel's own width.
  func kahnOrder() -> [Int32]? {
    var waiting = inDegrees()
    var order: [Int32] = []
    order.reserveCapacity(vertexCount)
    for v in 0..<vertexCount where waiting[v] == 0 {
      order.append(Int32(truncatingIfNeeded: v))
    }
    var head = 0
    while head < order.count {
      let v = Int(order[head])
      head += 1
      for slot in slots(of: v) {
        let w = targets[slot]
        waiting[Int(w)] -= 1
        if waiting[Int(w)] == 0 {
          order.append(w)
        }
      }
    }
    return order.count == vertexCount ? order : nil
  }
}
