/// One strongly connected component that has a cycle, cut out as a graph of its own.
///
/// Parallel edges are collapsed: two cycles through the same vertices are one finding. Renumbering
/// makes every later step cost what the component costs, not what the whole graph does.
struct CyclicRegion: Sendable {
  /// The caller's vertex for each local one, ascending.
  let vertices: [Int32]
  /// The component's edges over local vertices, each row in the caller's order.
  let graph: CSRGraph

  /// Whether the region is nothing but one cycle.
  var isSimpleCycle: Bool { graph.edgeCount == graph.vertexCount }

  /// The only cycle of a simple one, by slot, from vertex 0. O(length).
  func wholeCycle() -> [Int32] {
    var slots: [Int32] = []
    slots.reserveCapacity(graph.edgeCount)
    var v = 0
    repeat {
      // Every vertex has exactly one edge, so slot and vertex share a number.
      slots.append(Int32(truncatingIfNeeded: v))
      v = Int(graph.targets[v])
    } while v != 0
    return slots
  }

  /// The caller's vertices of a cycle given by slot, from the smallest on. O(length).
  func cycle(along slots: [Int32]) -> [Int] {
    let ring = slots.map { Int(vertices[Int(graph.targets[Int($0)])]) }
    var first = 0
    for index in ring.indices where ring[index] < ring[first] {
      first = index
    }
    return [Int](ring[first...] + ring[..<first])
  }
}

extension CSRGraph {
  /// Every strongly connected component with a cycle, by smallest vertex. O(V + E) in all.
  ///
  /// Most graphs have few cycles or none, so what has no cycle above it is taken away first (A. B. Kahn, "Topological
  /// sorting of large networks", CACM 5, 1962), which is much cheaper than to search for components.
  func cyclicRegions() -> [CyclicRegion] {
    let kept = verticesBelowCycles()
    if kept.isEmpty { return [] }
    if kept.count == vertexCount { return componentRegions() }
    return keeping(kept).componentRegions().map { region in
      CyclicRegion(vertices: region.vertices.map { kept[Int($0)] }, graph: region.graph)
    }
  }

  /// The vertices on cycles, and those that these lead to, ascending.
  private func verticesBelowCycles() -> [Int32] {
    let (offsets, targets) = (offsets, targets)
    var entering = inDegrees()
    var queue: [Int32] = []
    var edgesLeft = edgeCount
    for v in entering.indices where entering[v] == 0 && offsets[v] < offsets[v + 1] {
      queue.append(Int32(truncatingIfNeeded: v))
    }
    while let v = queue.popLast() {
      let row = slots(of: Int(v))
      edgesLeft -= row.count
      for slot in row {
        let w = Int(targets[slot])
        entering[w] -= 1
        if entering[w] == 0 && offsets[w] < offsets[w + 1] { queue.append(Int32(truncatingIfNeeded: w)) }
      }
    }
    if edgesLeft == 0 { return [] }
    return entering.indices.filter { entering[$0] > 0 }.map { Int32(truncatingIfNeeded: $0) }
  }

  /// The graph of some vertices, renumbered; all that they lead to must be among them.
  private func keeping(_ kept: [Int32]) -> CSRGraph {
    var local = [Int32](repeating: -1, count: vertexCount)
    for (number, v) in kept.enumerated() { local[Int(v)] = Int32(truncatingIfNeeded: number) }
    var rowEnds: [Int32] = [0]
    rowEnds.reserveCapacity(kept.count + 1)
    var rowTargets: [Int32] = []
    for v in kept {
      for slot in slots(of: Int(v)) { rowTargets.append(local[Int(targets[slot])]) }
      rowEnds.append(Int32(truncatingIfNeeded: rowTargets.count))
    }
    return CSRGraph(offsets: rowEnds, targets: rowTargets)
  }

  /// The same, by search for components alone.
  private func componentRegions() -> [CyclicRegion] {
    let components = stronglyConnectedComponents()
    let labels = components.labels
    let groups = components.grouped()
    var local = [Int32](repeating: 0, count: vertexCount)
    // The last vertex whose row listed each vertex: a second listing is a parallel edge.
    var listedBy = [Int32](repeating: -1, count: vertexCount)
    var regions: [CyclicRegion] = []
    for first in 0..<vertexCount {
      let label = labels[first]
      let range = Int(groups.starts[Int(label)])..<Int(groups.starts[Int(label) + 1])
      guard Int(groups.vertices[range.lowerBound]) == first else { continue }
      if range.count == 1 && !successors(of: first).contains(Int32(truncatingIfNeeded: first)) {
        continue
      }
      let members = groups.vertices[range]
      for (index, v) in members.enumerated() {
        local[Int(v)] = Int32(truncatingIfNeeded: index)
      }
      var rowEnds: [Int32] = [0]
      rowEnds.reserveCapacity(range.count + 1)
      var rowTargets: [Int32] = []
      for v in members {
        for slot in slots(of: Int(v)) {
          let w = Int(targets[slot])
          if labels[w] == label && listedBy[w] != v {
            listedBy[w] = v
            rowTargets.append(local[w])
          }
        }
        rowEnds.append(Int32(truncatingIfNeeded: rowTargets.count))
      }
      let part = CSRGraph(offsets: rowEnds, targets: rowTargets)
      regions.append(CyclicRegion(vertices: [Int32](members), graph: part))
    }
    return regions
  }

  /// The graph without its dead slots, over the same vertices. O(V + E).
  func keeping(_ isAlive: [Bool]) -> CSRGraph {
    var rowEnds: [Int32] = [0]
    rowEnds.reserveCapacity(vertexCount + 1)
    var rowTargets: [Int32] = []
    for v in 0..<vertexCount {
      for slot in slots(of: v) where isAlive[slot] {
        rowTargets.append(targets[slot])
      }
      rowEnds.append(Int32(truncatingIfNeeded: rowTargets.count))
    }
    return CSRGraph(offsets: rowEnds, targets: rowTargets)
  }
}
