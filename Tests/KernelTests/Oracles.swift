import RemitKernel

/// Larger than any distance, small enough to add.
let farAway = 1_000_000_000

extension Sample {
  /// Floyd–Warshall over paths of at least one edge, so the diagonal holds the shortest cycles.
  func distanceMatrix(without isRemoved: (Int) -> Bool = { _ in false }) -> [[Int]] {
    var matrix = [[Int]](
      repeating: [Int](repeating: farAway, count: vertexCount), count: vertexCount)
    for (index, edge) in edges.enumerated() where !isRemoved(index) {
      matrix[edge.source][edge.target] = 1
    }
    for via in vertices {
      for from in vertices where matrix[from][via] < farAway {
        let first = matrix[from][via]
        for to in vertices where first + matrix[via][to] < matrix[from][to] {
          matrix[from][to] = first + matrix[via][to]
        }
      }
    }
    return matrix
  }

  /// Which vertices a search from `root` meets that may not enter `removed`.
  func reached(from root: Int, without removed: Int) -> [Bool] {
    var seen = [Bool](repeating: false, count: vertexCount)
    if root == removed { return seen }
    seen[root] = true
    var hasChanged = true
    while hasChanged {
      hasChanged = false
      for edge in edges
      where seen[edge.source] && !seen[edge.target] && edge.target != removed {
        seen[edge.target] = true
        hasChanged = true
      }
    }
    return seen
  }

  /// Number of undirected components among vertices other than `vertex`, over edges other than `edge`.
  func undirectedComponentCount(withoutVertex vertex: Int = -1, withoutEdge edge: Int = -1) -> Int {
    var label = Array(vertices)
    var hasChanged = true
    while hasChanged {
      hasChanged = false
      for (index, ends) in edges.enumerated()
      where index != edge && ends.source != vertex && ends.target != vertex {
        let low = min(label[ends.source], label[ends.target])
        if label[ends.source] != low || label[ends.target] != low {
          label[ends.source] = low
          label[ends.target] = low
          hasChanged = true
        }
      }
    }
    return vertices.count { $0 != vertex && label[$0] == $0 }
  }

  /// The first path by slot order among the shortest, walking greedily towards `goals`.
  ///
  /// `steps` is the number of edges to walk; `distance` the matrix above.
  func firstPath(from start: Int, steps: Int, goals: [Int], _ distance: [[Int]]) -> [Int] {
    var path = [start]
    var left = steps
    while left > 0 {
      left -= 1
      let next = edges.first { edge in
        edge.source == path[path.count - 1]
          && goals.contains { left == 0 ? edge.target == $0 : distance[edge.target][$0] <= left }
      }
      guard let next else { return [] }
      path.append(next.target)
    }
    return path
  }

  /// The smallest vertex of each vertex's strongly connected component.
  func strongLeaders(_ distance: [[Int]]) -> [Int] {
    vertices.map { v in
      vertices.first { $0 == v || (distance[v][$0] < farAway && distance[$0][v] < farAway) } ?? v
    }
  }

  /// Whether consecutive vertices are linked, the last with the first, and the smallest stands first.
  func isCycle(_ cycle: [Int]) -> Bool {
    guard let first = cycle.first, Set(cycle).count == cycle.count, cycle.min() == first else {
      return false
    }
    return cycle.indices.allSatisfy { index in
      let next = cycle[(index + 1) % cycle.count]
      return edges.contains { $0.source == cycle[index] && $0.target == next }
    }
  }
}
