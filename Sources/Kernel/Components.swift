/// A partition of a graph's vertices: one label per vertex.
public struct Components: Sendable, Equatable {
  /// Number of components; labels are `0..<count`, and each is used.
  public let count: Int
  /// The component of each vertex: `vertexCount` entries.
  public let labels: [Int32]

  /// The vertices of each component, by label; ascending within a component. O(V).
  public func members() -> [[Int]] {
    let groups = grouped()
    return (0..<count).map { label in
      groups.vertices[Int(groups.starts[label])..<Int(groups.starts[label + 1])].map(Int.init)
    }
  }

  /// Number of vertices in each component, by label. O(V).
  public func sizes() -> [Int32] {
    var sizes = [Int32](repeating: 0, count: count)
    for label in labels {
      sizes[Int(label)] += 1
    }
    return sizes
  }

  /// The members in one flat array: component `c` is `vertices[starts[c]..<starts[c + 1]]`, ascending.
  func grouped() -> (starts: [Int32], vertices: [Int32]) {
    let starts = countingStarts(of: labels, keyCount: count)
    var next = starts
    var vertices = [Int32](repeating: 0, count: labels.count)
    for (vertex, label) in labels.enumerated() {
      vertices[Int(next[Int(label)])] = Int32(truncatingIfNeeded: vertex)
      next[Int(label)] += 1
    }
    return (starts, vertices)
  }
}
