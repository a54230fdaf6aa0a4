/// The single points of failure of a graph whose edges count in both directions.
public struct Articulation: Sendable, Equatable {
  /// The vertices whose removal splits their component, ascending.
  public let points: [Int]
  /// The input indices of the edges whose removal splits their component, ascending.
  public let bridges: [Int]
}

extension CSRGraph {
  /// The cut vertices and bridges of the underlying undirected graph.
  ///
  /// Parallel edges (in either direction) are no bridges; self-loops are ignored.
  ///
  /// J. Hopcroft and R. Tarjan, "Algorithm 447: efficient algorithms for graph manipulation", CACM 16
  /// (1973), made iterative. O(V + E), with both directions of the graph held at once.
  ///
  /// - Precondition: fewer than 2^30 edges.
  public func articulation() -> Articulation {
    let ends = endpoints()
    let both = CSRGraph(
      vertexCount: vertexCount, sources: ends.sources + ends.targets,
      targets: ends.targets + ends.sources)
    var search = LowpointSearch(vertexCount: vertexCount, edgeCount: Int32(edgeCount))
    for v in 0..<vertexCount where search.visit[v] == 0 {
      search.explore(both, from: Int32(truncatingIfNeeded: v))
    }
    return Articulation(
      points: search.isPoint.indices.filter { search.isPoint[$0] },
      bridges: search.isBridge.indices.filter { search.isBridge[$0] })
  }
}

/// A depth-first search that keeps, for each vertex, the earliest visit its subtree links back to.
private struct LowpointSearch {
  /// Visit numbers from 1 up; 0 is "not yet".
  var visit: [Int32]
  var isPoint: [Bool]
  var isBridge: [Bool]
  private let edgeCount: Int32
  private var low: [Int32]
  private var clock: Int32 = 0
  private var path: [Int32] = []
  private var nextSlot: [Int32] = []
  /// The input edge each vertex on the path was entered by; -1 for the root.
  private var entry: [Int32] = []

  init(vertexCount: Int, edgeCount: Int32) {
    self.edgeCount = edgeCount
    visit = [Int32](repeating: 0, count: vertexCount)
    low = visit
    isPoint = [Bool](repeating: false, count: vertexCount)
    isBridge = [Bool](repeating: false, count: Int(edgeCount))
  }

  mutating func explore(_ both: CSRGraph, from root: Int32) {
    var rootChildren = 0
    enter(root, by: -1, both)
    while let v = path.last {
      let slot = Int(nextSlot[nextSlot.count - 1])
      if slot < Int(both.offsets[Int(v) + 1]) {
        nextSlot[nextSlot.count - 1] += 1
        let twin = both.edges[slot]
        let edge = twin < edgeCount ? twin : twin - edgeCount
        // Only the very edge that led here is skipped: a parallel one is a way back.
        if edge == entry[entry.count - 1] { continue }
        let w = both.targets[slot]
        if visit[Int(w)] == 0 {
          enter(w, by: edge, both)
        } else {
          low[Int(v)] = min(low[Int(v)], visit[Int(w)])
        }
      } else {
        leave(v)
        if path.count == 1 { rootChildren += 1 }
      }
    }
    isPoint[Int(root)] = rootChildren > 1
  }

  private mutating func enter(_ v: Int32, by edge: Int32, _ both: CSRGraph) {
    clock += 1
    visit[Int(v)] = clock
    low[Int(v)] = clock
    path.append(v)
    nextSlot.append(both.offsets[Int(v)])
    entry.append(edge)
  }

  private mutating func leave(_ v: Int32) {
    path.removeLast()
    nextSlot.removeLast()
    let edge = entry.removeLast()
    guard let parent = path.last else { return }
    let reach = low[Int(v)]
    low[Int(parent)] = min(low[Int(parent)], reach)
    if reach >= visit[Int(parent)] { isPoint[Int(parent)] = true }
    if reach > visit[Int(parent)] { isBridge[Int(edge)] = true }
  }
}
