/// A directed graph in compressed sparse rows: who points at whom, in three flat arrays.
///
/// Vertices are `0..<vertexCount`. The successors of `v` occupy the *slots*
/// `offsets[v]..<offsets[v + 1]` of `targets`. Parallel edges and self-loops are kept.
/// Everything is `Int32`, so a graph has fewer than 2^31 vertices and 2^31 edges, and costs
/// `4 (V + 1) + 8 E` bytes.
public struct CSRGraph: Sendable, Equatable {
  /// First slot of each vertex's row, and one past the last slot of all: `vertexCount + 1` entries.
  public let offsets: [Int32]
  /// The vertex each slot points at, in input order within a row: `edgeCount` entries.
  public let targets: [Int32]
  /// For each slot, the index of its edge in the input: a permutation of `0..<edgeCount`.
  public let edges: [Int32]

  /// Number of vertices.
  public var vertexCount: Int { offsets.count - 1 }
  /// Number of edges, parallel edges and self-loops included.
  public var edgeCount: Int { targets.count }

  /// The graph without vertices.
  public static let empty = CSRGraph(vertexCount: 0, sources: [], targets: [])

  /// Builds the rows from edge `i` going from `sources[i]` to `targets[i]`.
  ///
  /// A stable counting sort by source, so that a row lists its edges in input order: O(V + E).
  ///
  /// - Precondition: both arrays have one length, and every endpoint lies in `0..<vertexCount`.
  public init(vertexCount: Int, sources: [Int32], targets: [Int32]) {
    precondition(vertexCount >= 0 && vertexCount < Int(Int32.max), "vertex count out of range")
    precondition(sources.count == targets.count, "one source and one target per edge")
    precondition(sources.count <= Int(Int32.max), "too many edges")
    let starts = countingStarts(of: sources, keyCount: vertexCount)
    var next = starts
    var rowTargets = [Int32](repeating: 0, count: targets.count)
    var rowEdges = rowTargets
    for edge in 0..<sources.count {
      let source = Int(sources[edge])
      let target = targets[edge]
      precondition(target >= 0 && Int(target) < vertexCount, "edge target out of range")
      let slot = Int(next[source])
      next[source] += 1
      rowTargets[slot] = target
      rowEdges[slot] = Int32(truncatingIfNeeded: edge)
    }
    self.offsets = starts
    self.targets = rowTargets
    self.edges = rowEdges
  }

  /// Builds the rows from pairs; the same graph as the array initializer, for callers with few edges.
  ///
  /// O(V + E).
  ///
  /// - Precondition: every endpoint lies in `0..<vertexCount`.
  public init(vertexCount: Int, edges: [(source: Int, target: Int)]) {
    self.init(
      vertexCount: vertexCount,
      sources: edges.map { Int32($0.source) },
      targets: edges.map { Int32($0.target) })
  }

  /// Takes finished rows as they are.
  init(offsets: [Int32], targets: [Int32], edges: [Int32]) {
    self.offsets = offsets
    self.targets = targets
    self.edges = edges
  }

  /// Takes finished rows as they are; slot order becomes the input order. O(E).
  ///
  /// - Parameters:
  ///   - offsets: as the graph has them: not descending, from 0 to the number of targets.
  ///   - targets: each less than the number of rows.
  public init(offsets: [Int32], targets: [Int32]) {
    precondition(offsets.first == 0 && offsets.last.map(Int.init) == targets.count, "rows do not fit their targets")
    self.init(offsets: offsets, targets: targets, edges: [Int32](0..<Int32(targets.count)))
  }

  /// The slots of the edges leaving `v`: O(1).
  @inline(__always)
  public func slots(of v: Int) -> Range<Int> {
    Int(offsets[v])..<Int(offsets[v + 1])
  }

  /// The vertices `v` points at, in input order, once per edge: O(1).
  public func successors(of v: Int) -> ArraySlice<Int32> {
    targets[slots(of: v)]
  }

  /// The graph with every edge turned around; edges keep their input index, rows their input order.
  ///
  /// Reversing twice gives the graph back. O(V + E).
  public func reversed() -> CSRGraph {
    let ends = endpoints()
    return CSRGraph(vertexCount: vertexCount, sources: ends.targets, targets: ends.sources)
  }

  /// The edges as they were given to the initializer, by input index.
  func endpoints() -> (sources: [Int32], targets: [Int32]) {
    var sources = [Int32](repeating: 0, count: edgeCount)
    var ends = sources
    for v in 0..<vertexCount {
      for slot in slots(of: v) {
        let edge = Int(edges[slot])
        sources[edge] = Int32(truncatingIfNeeded: v)
        ends[edge] = targets[slot]
      }
    }
    return (sources, ends)
  }

  /// Whom each vertex is a target of, in rows as the graph's own; by source within a row, without the edges' order.
  /// O(V + E).
  func predecessors() -> (offsets: [Int32], sources: [Int32]) {
    var next = countingStarts(of: targets, keyCount: vertexCount)
    let starts = next
    var sources = [Int32](repeating: 0, count: targets.count)
    for v in 0..<vertexCount {
      for slot in slots(of: v) {
        let target = Int(targets[slot])
        sources[Int(next[target])] = Int32(truncatingIfNeeded: v)
        next[target] += 1
      }
    }
    return (starts, sources)
  }

  /// Number of edges entering each vertex.
  func inDegrees() -> [Int32] {
    var degrees = [Int32](repeating: 0, count: vertexCount)
    for target in targets {
      degrees[Int(target)] += 1
    }
    return degrees
  }
}

/// Where each key's run begins once `keys` is sorted, and one past the end of all.
///
/// Keys are `0..<keyCount`; the result has `keyCount + 1` entries. O(keys + keyCount).
func countingStarts(of keys: [Int32], keyCount: Int) -> [Int32] {
  var starts = [Int32](repeating: 0, count: keyCount + 1)
  for key in keys {
    precondition(key >= 0 && Int(key) < keyCount, "key out of range")
    starts[Int(key) + 1] += 1
  }
  for key in 0..<keyCount {
    starts[key + 1] += starts[key]
  }
  return starts
}
