extension CSRGraph {
  /// Which vertices can reach each other: the strongly connected components.
  ///
  /// Labels are in reverse topological order of the components: an edge from one component into
  /// another goes from the larger label to the smaller, so component 0 is a sink.
  ///
  /// D. J. Pearce, "A space-efficient algorithm for finding strongly connected components",
  /// Information Processing Letters 116 (2016), made iterative. O(V + E) time, some 20 bytes a vertex.
  public func stronglyConnectedComponents() -> Components {
    var search = ComponentSearch(vertexCount: vertexCount)
    for v in 0..<vertexCount where search.rank[v] == 0 {
      search.explore(self, from: Int32(truncatingIfNeeded: v))
    }
    let top = Int32(vertexCount)
    return Components(count: Int(top - search.nextLabel), labels: search.rank.map { top - $0 })
  }
}

/// The state of Pearce's search.
///
/// `rank` does double duty. For a vertex still open it is the smallest visit number it is known to
/// reach (from 1 up); for a closed one it is its component's label, counted down from `vertexCount`.
/// Visit numbers are given back on closing, so open ranks never exceed closed ones, and the single
/// comparison in `explore` needs no test for "still on the stack".
private struct ComponentSearch {
  var rank: [Int32]
  var nextLabel: Int32
  private var nextVisit: Int32 = 1
  private var isRoot: [Bool]
  private var path: [Int32] = []
  private var nextSlot: [Int32] = []
  private var open: [Int32] = []

  init(vertexCount: Int) {
    rank = [Int32](repeating: 0, count: vertexCount)
    isRoot = [Bool](repeating: true, count: vertexCount)
    nextLabel = Int32(vertexCount)
  }

  mutating func explore(_ graph: CSRGraph, from start: Int32) {
    enter(start, graph)
    while let top = path.last {
      let v = Int(top)
      let end = graph.offsets[v + 1]
      var slot = nextSlot[nextSlot.count - 1]
      var low = rank[v]
      var child: Int32 = -1
      while slot < end {
        let w = graph.targets[Int(slot)]
        let reached = rank[Int(w)]
        // The slot is not consumed when descending: on return it is read again, now with a rank.
        if reached == 0 {
          child = w
          break
        }
        if reached < low {
          low = reached
          isRoot[v] = false
        }
        slot += 1
      }
      rank[v] = low
      if child >= 0 {
        nextSlot[nextSlot.count - 1] = slot
        enter(child, graph)
      } else {
        leave(top)
      }
    }
  }

  private mutating func enter(_ v: Int32, _ graph: CSRGraph) {
    rank[Int(v)] = nextVisit
    nextVisit += 1
    path.append(v)
    nextSlot.append(graph.offsets[Int(v)])
  }

  private mutating func leave(_ v: Int32) {
    path.removeLast()
    nextSlot.removeLast()
    guard isRoot[Int(v)] else {
      open.append(v)
      return
    }
    let low = rank[Int(v)]
    nextVisit -= 1
    while let w = open.last, rank[Int(w)] >= low {
      open.removeLast()
      rank[Int(w)] = nextLabel
      nextVisit -= 1
    }
    rank[Int(v)] = nextLabel
    nextLabel -= 1
  }
}
