import Dispatch
import Synchronization

extension CSRGraph {
  /// How many other vertices each one reaches.
  ///
  /// What hangs below a vertex as a tree is counted into it, in one pass from the leaves; an order of command is mostly
  /// that. In what is left, vertices of one strongly connected component reach the same, so that only the graph of
  /// components is searched: from each by itself, which is best where each reaches little. Where that comes to more than
  /// some sixty times the graph, the rest is counted by sets of bits, for 512 targets at a time.
  /// O(V + E + what all that is left reaches), at most O((V + E) · V / 512).
  public func descendantCounts() -> [Int32] { descendantCounts(searching: 64 * (vertexCount + edgeCount)) }

  /// The same, where searches may reach so many vertices and edges before sets of bits take over.
  package func descendantCounts(searching most: Int) -> [Int32] {
    var folding = TreeFolding(self)
    let (core, vertices) = folding.core(of: self)
    if core.vertexCount > 0 {
      let weights = vertices.map { folding.weights[Int($0)] }
      for (vertex, count) in zip(vertices, core.totals(of: weights, searching: most)) {
        folding.weights[Int(vertex)] = Int32(truncatingIfNeeded: count)
      }
    }
    return folding.weights.map { $0 - 1 }
  }

  /// The weight of all that each vertex reaches, itself included.
  private func totals(of weights: [Int32], searching most: Int) -> [Int64] {
    // Where nothing stands in a circle each vertex is a component of its own.
    var left = most
    if kahnOrder() != nil {
      let (counts, counted) = searched(weights, searching: most)
      if counted == vertexCount { return counts }
      left = 0
    }
    let components = stronglyConnectedComponents()
    let condensed = condensed(components)
    var sizes = [Int32](repeating: 0, count: components.count)
    for vertex in 0..<vertexCount { sizes[Int(components.labels[vertex])] += weights[vertex] }
    var (counts, counted) = condensed.searched(sizes, searching: left)
    if counted < components.count { condensed.addCounts(of: sizes, from: counted, to: &counts) }
    return components.labels.map { counts[Int($0)] }
  }

  /// How many vertices each thread searches from before it looks how much all have searched.
  private static let searchesAtOnce = 256
  /// No more threads than this search; those for which there is no core come when nothing is left.
  private static let mostThreads = 16

  /// The weights of what each vertex reaches, found by searches from one after the other, on all cores; and before which
  /// vertex these came to so much that they ended.
  private func searched(_ weights: [Int32], searching most: Int) -> (counts: [Int64], counted: Int) {
    var counts = [Int64](repeating: 0, count: vertexCount)
    let work = Mutex((next: 0, left: most))
    counts.withUnsafeMutableBufferPointer { counts in
      // Each thread writes to the counts of the vertices that it took.
      nonisolated(unsafe) let counts = counts
      DispatchQueue.concurrentPerform(iterations: min(Self.mostThreads, 1 + vertexCount / 4_096)) { _ in
        var scale: Scale?
        var searched = 0
        while true {
          let first = work.withLock { work -> Int in
            work.left -= searched
            defer { if work.left > 0 { work.next = min(vertexCount, work.next + Self.searchesAtOnce) } }
            return work.left > 0 ? work.next : vertexCount
          }
          guard first < vertexCount else { return }
          var own = scale.take() ?? Scale(self, weights)
          searched = 0
          for vertex in first..<min(vertexCount, first + Self.searchesAtOnce) {
            counts[vertex] = own.weigh(from: vertex, in: self, &searched)
          }
          scale = own
        }
      }
    }
    return (counts, work.withLock(\.next))
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
  private func addCounts(of sizes: [Int32], from first: Int, to counts: inout [Int64]) {
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
            counts[vertex] += Int64(sizes[block + word * 64 + rest.trailingZeroBitCount])
            rest &= rest - 1
          }
        }
      }
    }
  }
}

/// Counts into each vertex what hangs below it as a tree: the vertices with one edge to them whose own edges all lead to
/// such vertices.
private struct TreeFolding {
  /// Each vertex with all that was counted into it.
  var weights: [Int32]
  /// How many edges lead to each vertex, and the sources of all of them in one by exclusive or: that of the only one
  /// where there is one.
  private var incoming: [Int32]
  private var sources: [Int32]
  /// How many of a vertex' edges lead to what is not counted into it.
  private var left: [Int32]

  /// O(V + E).
  init(_ graph: CSRGraph) {
    let count = graph.vertexCount
    weights = [Int32](repeating: 1, count: count)
    incoming = [Int32](repeating: 0, count: count)
    sources = incoming
    left = incoming
    for vertex in 0..<count {
      let slots = graph.slots(of: vertex)
      left[vertex] = Int32(truncatingIfNeeded: slots.count)
      for slot in slots {
        let target = Int(graph.targets[slot])
        incoming[target] += 1
        sources[target] ^= Int32(truncatingIfNeeded: vertex)
      }
    }
    for vertex in 0..<count where left[vertex] == 0 { fold(from: vertex) }
  }

  /// Counts a vertex below which all is counted into the one above it, and so on upwards. What was counted is marked by
  /// fewer than no edges left.
  private mutating func fold(from leaf: Int) {
    var vertex = leaf
    while left[vertex] == 0, incoming[vertex] == 1 {
      let above = Int(sources[vertex])
      weights[above] += weights[vertex]
      left[vertex] = -1
      left[above] -= 1
      vertex = above
    }
  }

  /// What is left of the graph, and which vertices these are. Vertices that nothing leads to and below which all is
  /// counted are done. O(V + E).
  func core(of graph: CSRGraph) -> (graph: CSRGraph, vertices: [Int32]) {
    var vertices: [Int32] = []
    var numbers = [Int32](repeating: -1, count: weights.count)
    for vertex in weights.indices where left[vertex] > 0 || left[vertex] == 0 && incoming[vertex] > 0 {
      numbers[vertex] = Int32(truncatingIfNeeded: vertices.count)
      vertices.append(Int32(truncatingIfNeeded: vertex))
    }
    var offsets: [Int32] = [0]
    offsets.reserveCapacity(vertices.count + 1)
    var targets: [Int32] = []
    for vertex in vertices {
      for slot in graph.slots(of: Int(vertex)) {
        let target = numbers[Int(graph.targets[slot])]
        if target >= 0 { targets.append(target) }
      }
      offsets.append(Int32(truncatingIfNeeded: targets.count))
    }
    return (CSRGraph(offsets: offsets, targets: targets), vertices)
  }
}

/// Searches that add up weights. What was seen is marked by the number of the search, beside the weight, since the two
/// are looked at together.
private struct Scale {
  private struct Cell {
    var search: Int32
    /// Below zero where no edge leads on.
    let weight: Int32
  }

  private var cells: [Cell]
  private var queue: [Int32]
  private var search: Int32 = 0

  /// O(V).
  init(_ graph: CSRGraph, _ weights: [Int32]) {
    cells = weights.indices.map { vertex in
      Cell(search: 0, weight: graph.slots(of: vertex).isEmpty ? -weights[vertex] : weights[vertex])
    }
    queue = [Int32](repeating: 0, count: max(1, weights.count))
  }

  /// The weight of all that a vertex reaches, itself included; adds the vertices and edges gone through to `steps`.
  /// To be asked of each vertex once at most.
  mutating func weigh(from source: Int, in graph: CSRGraph, _ steps: inout Int) -> Int64 {
    search += 1
    var total = Int64(abs(cells[source].weight))
    cells[source].search = search
    queue[0] = Int32(truncatingIfNeeded: source)
    var (head, end) = (0, 1)
    while head < end {
      let slots = graph.slots(of: Int(queue[head]))
      head += 1
      steps += 1 + slots.count
      for slot in slots {
        let target = graph.targets[slot]
        let weight = cells[Int(target)].weight
        guard cells[Int(target)].search != search else { continue }
        cells[Int(target)].search = search
        if weight > 0 {
          queue[end] = target
          end += 1
          total += Int64(weight)
        } else {
          total -= Int64(weight)
        }
      }
    }
    return total
  }
}
