extension CSRGraph {
  /// How many other vertices each one reaches.
  ///
  /// Vertices of one strongly connected component reach the same, so that only the graph of components is searched: from
  /// each by itself, which is best where each reaches little, as in an order of command. Where that comes to more than
  /// some sixty times the graph, the rest is counted by sets of bits, for 512 targets at a time.
  /// O(what all reach), at most O((V + E) · V / 512).
  public func descendantCounts() -> [Int32] { descendantCounts(searching: 64 * (vertexCount + edgeCount)) }

  /// The same, where searches may reach so many vertices and edges before sets of bits take over.
  package func descendantCounts(searching most: Int) -> [Int32] {
    let components = stronglyConnectedComponents()
    let groups = components.grouped()
    let condensed = condensed(components)
    let sizes = (0..<components.count).map { Int64(groups.starts[$0 + 1] - groups.starts[$0]) }
    var counts = [Int64](repeating: 0, count: components.count)
    var budget = most
    var searcher = Searcher(condensed)
    var next = 0
    while next < components.count, budget > 0 {
      let reached = searcher.reach(from: CollectionOfOne(next))
      for component in reached { counts[next] += sizes[Int(component)] }
      for component in reached { budget -= 1 + condensed.slots(of: Int(component)).count }
      next += 1
    }
    if next < components.count { condensed.addCounts(of: sizes, from: next, to: &counts) }
    return components.labels.map { Int32(truncatingIfNeeded: counts[Int($0)] - 1) }
  }

  /// The graph of components, without loops; an edge never leads to a component of a larger label.
  private func condensed(_ components: Components) -> CSRGraph {
    var sources: [Int32] = []
    var ends: [Int32] = []
    for vertex in 0..<vertexCount {
      let own = components.labels[vertex]
      for slot in slots(of: vertex) {
        let other = components.labels[Int(targets[slot])]
        guard other != own else { continue }
        sources.append(own)
        ends.append(other)
      }
    }
    return CSRGraph(vertexCount: components.count, sources: sources, targets: ends)
  }

  /// Adds up the sizes of what each vertex from `first` on reaches, itself included. Edges lead to smaller vertices.
  private func addCounts(of sizes: [Int64], from first: Int, to counts: inout [Int64]) {
    let width = 8
    var bits = [UInt64](repeating: 0, count: vertexCount * width)
    for block in stride(from: 0, to: vertexCount, by: 64 * width) {
      let targetsOfBlock = block..<min(vertexCount, block + 64 * width)
      for vertex in block..<vertexCount {
        let row = vertex * width
        for word in 0..<width { bits[row + word] = 0 }
        if targetsOfBlock.contains(vertex) { bits[row + (vertex - block) / 64] = 1 << UInt64((vertex - block) % 64) }
        for slot in slots(of: vertex) where Int(targets[slot]) >= block {
          let other = Int(targets[slot]) * width
          for word in 0..<width { bits[row + word] |= bits[other + word] }
        }
        guard vertex >= first else { continue }
        for word in 0..<width {
          var rest = bits[row + word]
          while rest != 0 {
            counts[vertex] += sizes[block + word * 64 + rest.trailingZeroBitCount]
            rest &= rest - 1
          }
        }
      }
    }
  }
}
