extension CSRGraph {
  /// How many edges away each vertex is from the nearest of `sources`: 0 for a source, -1 out of reach.
  ///
  /// The result has one entry per vertex. Breadth-first search, O(V + E).
  public func distances(from sources: [Int]) -> [Int32] {
    var distance = [Int32](repeating: -1, count: vertexCount)
    var queue: [Int32] = []
    for source in sources where distance[source] < 0 {
      distance[source] = 0
      queue.append(Int32(truncatingIfNeeded: source))
    }
    var head = 0
    while head < queue.count {
      let v = Int(queue[head])
      head += 1
      let next = distance[v] + 1
      for slot in slots(of: v) {
        let w = targets[slot]
        if distance[Int(w)] < 0 {
          distance[Int(w)] = next
          queue.append(w)
        }
      }
    }
    return distance
  }
}
