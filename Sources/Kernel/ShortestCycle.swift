extension CSRGraph {
  /// A shortest cycle through `v`: its vertices from `v` on, the last linking back to `v`; nil if none.
  ///
  /// A self-loop is `[v]`. Of several, the one whose slots come first, as for paths.
  /// Breadth-first search from `v`, O(V + E).
  public func shortestCycle(through v: Int) -> [Int]? {
    let unseen: Int32 = -2
    var parent = [Int32](repeating: unseen, count: vertexCount)
    parent[v] = -1
    var queue = [Int32(truncatingIfNeeded: v)]
    var head = 0
    while head < queue.count {
      let u = queue[head]
      head += 1
      for slot in slots(of: Int(u)) {
        let w = targets[slot]
        if Int(w) == v { return pathUp(from: u, parent) }
        if parent[Int(w)] == unseen {
          parent[Int(w)] = u
          queue.append(w)
        }
      }
    }
    return nil
  }
}
