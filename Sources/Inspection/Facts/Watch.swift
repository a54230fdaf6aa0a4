import RemitModel

/// Who oversees whom.
package struct Watch: Fact {
  package let nodeCount: Int
  /// The rows whose target is a node, by node; assistance and support are left out.
  private let offsets: [Int32]
  private let targeting: [ID<Oversight>]
  private let space: NodeSpace

  package init(_ chart: Chart, _ facts: Facts) {
    let space = NodeSpace(chart)
    let nodeCount = space.count
    let kinds = chart.oversight.kind.values
    let targets = chart.oversight.of
    var next = [Int32](repeating: 0, count: nodeCount + 2)
    var nodes = [Int32](repeating: -1, count: kinds.count)
    for row in kinds.indices where kinds[row].isOversight {
      let node = space.index(targets[ID(row)])
      nodes[row] = Int32(truncatingIfNeeded: node)
      next[node + 2] += 1
    }
    for node in 2..<next.count { next[node] += next[node - 1] }
    var targeting = [ID<Oversight>](repeating: ID(0), count: Int(next[nodeCount + 1]))
    for (row, node) in nodes.enumerated() where node >= 0 {
      targeting[Int(next[Int(node) + 1])] = ID(row)
      next[Int(node) + 1] += 1
    }
    self.space = space
    self.nodeCount = nodeCount
    self.targeting = targeting
    offsets = next
  }

  /// The rows of oversight that name a node as their target, in file order.
  package func over(_ node: Node) -> ArraySlice<ID<Oversight>> {
    let index = space.index(node)
    return targeting[Int(offsets[index])..<Int(offsets[index + 1])]
  }

  /// Whether no row of oversight names a node as its target. O(1).
  package func isNobody(over node: Node) -> Bool {
    let index = space.index(node)
    return offsets[index] == offsets[index + 1]
  }

  /// The rows that reach a post: those over itself and over its organization.
  package func reaching(_ post: ID<Post>, in chart: Chart) -> [ID<Oversight>] {
    Array(over(.post(post))) + over(.organization(chart.posts.organization[post]))
  }

  package func index(_ node: Node) -> Int { space.index(node) }

  package func node(_ index: Int) -> Node { space.node(index) }
}
