extension CSRGraph {
  /// The immediate dominator of each vertex: the last one that every path to it from `root` must pass.
  ///
  /// One entry per vertex; -1 for the root itself and for vertices it does not reach.
  ///
  /// T. Lengauer and R. E. Tarjan, "A fast algorithm for finding dominators in a flowgraph", TOPLAS 1
  /// (1979), the version with plain path compression, made iterative. O(V + E log V).
  public func dominators(from root: Int) -> [Int32] {
    let order = preorder(from: root)
    let count = order.vertices.count
    let back = predecessors()
    var forest = DominatorForest(count: count)
    var dominator = [Int32](repeating: 0, count: count)
    var bucketHead = [Int32](repeating: -1, count: count)
    var bucketNext = bucketHead

    for w in stride(from: count - 1, to: 0, by: -1) {
      let parent = order.parents[w]
      let vertex = Int(order.vertices[w])
      let entering = Int(back.offsets[vertex])..<Int(back.offsets[vertex + 1])
      if entering.count == 1 {
        // The only way in is from the parent, and nothing else can dominate.
        forest.semi[w] = parent
        dominator[w] = parent
      } else {
        for slot in entering {
          let v = order.numbers[Int(back.sources[slot])]
          if v >= 0 {
            forest.semi[w] = min(forest.semi[w], forest.semi[Int(forest.evaluate(v))])
          }
        }
        let semi = Int(forest.semi[w])
        bucketNext[w] = bucketHead[semi]
        bucketHead[semi] = Int32(truncatingIfNeeded: w)
      }
      forest.ancestor[w] = parent
      var v = bucketHead[Int(parent)]
      bucketHead[Int(parent)] = -1
      while v >= 0 {
        let u = forest.evaluate(v)
        dominator[Int(v)] = forest.semi[Int(u)] < forest.semi[Int(v)] ? u : parent
        v = bucketNext[Int(v)]
      }
    }

    var result = [Int32](repeating: -1, count: vertexCount)
    for w in 0..<count where w > 0 {
      if dominator[w] != forest.semi[w] {
        dominator[w] = dominator[Int(dominator[w])]
      }
      result[Int(order.vertices[w])] = order.vertices[Int(dominator[w])]
    }
    return result
  }

  /// A depth-first search tree: vertices by visit number, visit numbers by vertex (-1 when not reached),
  /// and each visit's parent visit (-1 for the root).
  private func preorder(from root: Int) -> (vertices: [Int32], numbers: [Int32], parents: [Int32]) {
    var numbers = [Int32](repeating: -1, count: vertexCount)
    numbers[root] = 0
    var vertices = [Int32(truncatingIfNeeded: root)]
    var parents: [Int32] = [-1]
    // By visit, the next slot to look at.
    var nextSlot = [offsets[root]]
    vertices.reserveCapacity(vertexCount)
    parents.reserveCapacity(vertexCount)
    nextSlot.reserveCapacity(vertexCount)
    var top: Int32 = 0
    while top >= 0 {
      let slot = nextSlot[Int(top)]
      if slot == offsets[Int(vertices[Int(top)]) + 1] {
        top = parents[Int(top)]
        continue
      }
      nextSlot[Int(top)] = slot + 1
      let w = targets[Int(slot)]
      if numbers[Int(w)] < 0 {
        let number = Int32(truncatingIfNeeded: vertices.count)
        numbers[Int(w)] = number
        vertices.append(w)
        parents.append(top)
        nextSlot.append(offsets[Int(w)])
        top = number
      }
    }
    return (vertices, numbers, parents)
  }
}

/// The link–eval forest of Lengauer and Tarjan; vertices are visit numbers.
private struct DominatorForest {
  var semi: [Int32]
  var ancestor: [Int32]
  private var label: [Int32]
  private var chain: [Int32] = []

  init(count: Int) {
    semi = [Int32](0..<Int32(count))
    label = semi
    ancestor = [Int32](repeating: -1, count: count)
  }

  /// The vertex of smallest semidominator on the way from `v` up to, not including, its tree's root.
  mutating func evaluate(_ v: Int32) -> Int32 {
    if ancestor[Int(v)] < 0 { return v }
    var top = v
    while ancestor[Int(ancestor[Int(top)])] >= 0 {
      chain.append(top)
      top = ancestor[Int(top)]
    }
    // From the top down, each vertex takes over its ancestor's finished label, then hangs from the root.
    while let u = chain.popLast() {
      let up = ancestor[Int(u)]
      if semi[Int(label[Int(up)])] < semi[Int(label[Int(u)])] {
        label[Int(u)] = label[Int(up)]
      }
      ancestor[Int(u)] = ancestor[Int(up)]
    }
    return label[Int(v)]
  }
}
