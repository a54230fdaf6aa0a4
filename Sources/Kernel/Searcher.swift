/// Searches one graph again and again, from one source after the other.
///
/// What was seen is marked by the number of the search, so that nothing is cleared between two of them: a search costs
/// only what it reaches. The searcher holds 4 bytes a vertex, and 4 for each that a search reaches.
public struct Searcher: Sendable {
  private let graph: CSRGraph
  private var marks: [Int32]
  private var search: Int32 = 0
  private var queue: [Int32] = []

  /// O(V), once.
  public init(_ graph: CSRGraph) {
    self.graph = graph
    marks = [Int32](repeating: 0, count: graph.vertexCount)
  }

  /// The vertices that a walk from any of the sources reaches, the sources first and then the nearest ones.
  ///
  /// Sources may repeat. O(vertices and edges reached).
  public mutating func reach(from sources: some Sequence<Int>) -> [Int32] {
    _ = first(from: sources) { _ in false }
    return queue
  }

  /// How many vertices a walk from a source reaches, the source included. O(vertices and edges reached).
  public mutating func count(from source: Int) -> Int {
    _ = first(from: source) { _ in false }
    return queue.count
  }

  /// The vertices that a walk from a source reaches, the source first and then the nearest ones. O(vertices and edges
  /// reached).
  public mutating func reach(from source: Int) -> [Int32] {
    _ = first(from: source) { _ in false }
    return queue
  }

  /// The first vertex that is wanted, in the order of `reach(from:)`, the sources included; nil where there is none.
  /// O(vertices and edges reached before it).
  public mutating func first(from sources: some Sequence<Int>, where isWanted: (Int) -> Bool) -> Int? {
    begin()
    for source in sources { visit(Int32(truncatingIfNeeded: source)) }
    return firstFound(where: isWanted)
  }

  /// The first vertex that is wanted, in the order of `reach(from:)`, the source included; nil where there is none.
  /// O(vertices and edges reached before it).
  public mutating func first(from source: Int, where isWanted: (Int) -> Bool) -> Int? {
    begin()
    visit(Int32(truncatingIfNeeded: source))
    return firstFound(where: isWanted)
  }

  private mutating func firstFound(where isWanted: (Int) -> Bool) -> Int? {
    var head = 0
    while head < queue.count {
      let vertex = Int(queue[head])
      if isWanted(vertex) { return vertex }
      for slot in graph.slots(of: vertex) { visit(graph.targets[slot]) }
      head += 1
    }
    return nil
  }

  /// Whether a walk from either of two sources reaches a vertex; a source itself is reached. O(vertices and edges reached
  /// before it).
  public mutating func isReached(_ goal: Int, from source: Int, or other: Int) -> Bool {
    if source == goal || other == goal { return true }
    begin()
    visit(Int32(truncatingIfNeeded: source))
    visit(Int32(truncatingIfNeeded: other))
    var head = 0
    while head < queue.count {
      for slot in graph.slots(of: Int(queue[head])) {
        if Int(graph.targets[slot]) == goal { return true }
        visit(graph.targets[slot])
      }
      head += 1
    }
    return false
  }

  private mutating func begin() {
    queue.removeAll(keepingCapacity: true)
    if search == .max {
      for vertex in marks.indices { marks[vertex] = 0 }
      search = 0
    }
    search += 1
  }

  @inline(__always)
  private mutating func visit(_ vertex: Int32) {
    guard marks[Int(vertex)] != search else { return }
    marks[Int(vertex)] = search
    queue.append(vertex)
  }
}
