/// Which vertex reaches which by a path of at least one edge, as a bit matrix.
///
/// The matrix is over strongly connected components, and since an edge never leads to a component of
/// a larger label only its lower triangle is stored: about C² / 16 bytes for C components, so V² / 16
/// at most (64 MB for 32 768 acyclic vertices). Meant for graphs up to some 10^5 vertices.
public struct TransitiveClosure: Sendable {
  private let components: Components
  private let groups: (starts: [Int32], vertices: [Int32])
  private let rows: BitTriangle

  init(of graph: CSRGraph) {
    let components = graph.stronglyConnectedComponents()
    let groups = components.grouped()
    var rows = BitTriangle(rowCount: components.count)
    for label in 0..<components.count {
      for member in Int(groups.starts[label])..<Int(groups.starts[label + 1]) {
        for slot in graph.slots(of: Int(groups.vertices[member])) {
          let other = Int(components.labels[Int(graph.targets[slot])])
          // A component already reached has brought its whole row with it.
          if rows.contains(label, other) { continue }
          rows.insert(label, other)
          if other != label { rows.unite(label, with: other) }
        }
      }
    }
    self.components = components
    self.groups = groups
    self.rows = rows
  }

  /// Number of vertices of the graph.
  public var vertexCount: Int { components.labels.count }

  /// Whether a path of at least one edge leads from one vertex to the other. O(1).
  ///
  /// `contains(v, v)` says whether `v` lies on a cycle.
  public func contains(_ from: Int, _ to: Int) -> Bool {
    let row = Int(components.labels[from])
    let column = Int(components.labels[to])
    return column <= row && rows.contains(row, column)
  }

  /// The vertices reached from `from` by a path of at least one edge, ascending. O(V).
  public func reachable(from: Int) -> [Int] {
    (0..<vertexCount).filter { contains(from, $0) }
  }

  /// How many vertices `from` reaches by a path of at least one edge. O(C).
  public func reachableCount(from: Int) -> Int {
    let row = Int(components.labels[from])
    var count = 0
    for column in 0...row where rows.contains(row, column) {
      count += Int(groups.starts[column + 1] - groups.starts[column])
    }
    return count
  }
}

extension CSRGraph {
  /// Which vertex reaches which by a path of at least one edge; cyclic graphs welcome.
  ///
  /// Works on the condensation, sinks first, uniting bit rows: O(V + E + C · E' / 64) time for C
  /// strongly connected components and E' edges between them that a previous row did not already
  /// cover; memory V² / 16 bytes at worst.
  public func transitiveClosure() -> TransitiveClosure {
    TransitiveClosure(of: self)
  }
}

/// A square bit matrix of which only columns up to the diagonal's word are stored.
struct BitTriangle: Sendable {
  private var words: [UInt64]

  init(rowCount: Int) {
    words = [UInt64](repeating: 0, count: Self.start(ofRow: rowCount))
  }

  /// Row `r` takes `r / 64 + 1` words; this is the sum of that over the rows before it.
  @inline(__always)
  private static func start(ofRow row: Int) -> Int {
    let block = row >> 6
    return 32 * block * (block + 1) + (row & 63) * (block + 1)
  }

  /// - Precondition: `column <= row`.
  @inline(__always)
  func contains(_ row: Int, _ column: Int) -> Bool {
    words[Self.start(ofRow: row) + (column >> 6)] >> UInt64(column & 63) & 1 == 1
  }

  @inline(__always)
  mutating func insert(_ row: Int, _ column: Int) {
    words[Self.start(ofRow: row) + (column >> 6)] |= 1 << UInt64(column & 63)
  }

  /// Adds the bits of an earlier row, which is never the longer one.
  mutating func unite(_ row: Int, with earlier: Int) {
    let into = Self.start(ofRow: row)
    let from = Self.start(ofRow: earlier)
    let count = earlier >> 6 + 1
    words.withUnsafeMutableBufferPointer { words in
      for word in 0..<count {
        words[into + word] |= words[from + word]
      }
    }
  }
}
