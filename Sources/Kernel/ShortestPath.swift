extension CSRGraph {
  /// A shortest path between two vertices, both included; `[from]` when they are the same; nil if none.
  ///
  /// Of several, the one whose slots come first: the paths compare by the slot of their first edge,
  /// then of their second, and so on. Breadth-first search, O(V + E).
  public func shortestPath(from: Int, to: Int) -> [Int]? {
    shortestPath(from: [from]) { $0 == to }
  }

  /// A shortest path from any of `sources` to any vertex that `isGoal`; nil if none.
  ///
  /// A source that is a goal is a path by itself. Of several shortest paths, the one from the earliest
  /// source in the list, then with the earliest slots. `isGoal` is asked once per vertex at most, in
  /// breadth-first order, and no more after the first yes. O(V + E).
  public func shortestPath(from sources: [Int], where isGoal: (Int) -> Bool) -> [Int]? {
    let unseen: Int32 = -2
    let none: Int32 = -1
    var parent = [Int32](repeating: unseen, count: vertexCount)
    var queue: [Int32] = []
    for source in sources where parent[source] == unseen {
      if isGoal(source) { return [source] }
      parent[source] = none
      queue.append(Int32(truncatingIfNeeded: source))
    }
    var head = 0
    while head < queue.count {
      let v = queue[head]
      head += 1
      for slot in slots(of: Int(v)) {
        let w = targets[slot]
        guard parent[Int(w)] == unseen else { continue }
        parent[Int(w)] = v
        if isGoal(Int(w)) { return pathUp(from: w, parent) }
        queue.append(w)
      }
    }
    return nil
  }
}

/// The vertices from the root of a search tree down to `v`; a root's parent is negative.
func pathUp(from v: Int32, _ parent: [Int32]) -> [Int] {
  var path: [Int] = []
  var v = v
  while v >= 0 {
    path.append(Int(v))
    v = parent[Int(v)]
  }
  path.reverse()
  return path
}
