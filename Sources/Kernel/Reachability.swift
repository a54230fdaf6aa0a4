extension CSRGraph {
  /// Which vertices a walk along the edges can reach from `source`; the source itself included.
  ///
  /// O(V + E).
  public func reachable(from source: Int) -> [Bool] {
    reachable(from: [source])
  }

  /// Which vertices a walk along the edges can reach from any of `sources`; the sources included.
  ///
  /// The result has one entry per vertex. Sources may repeat; without any, nothing is reached.
  /// O(V + E).
  public func reachable(from sources: [Int]) -> [Bool] {
    var seen = [Bool](repeating: false, count: vertexCount)
    var stack: [Int32] = []
    for source in sources where !seen[source] {
      seen[source] = true
      stack.append(Int32(truncatingIfNeeded: source))
    }
    while let v = stack.popLast() {
      for slot in slots(of: Int(v)) {
        let w = targets[slot]
        if !seen[Int(w)] {
          seen[Int(w)] = true
          stack.append(w)
        }
      }
    }
    return seen
  }
}
