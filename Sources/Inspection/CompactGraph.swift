import RemitKernel

/// A graph of the few nodes that its edges touch, of the many that a chart has. Vertices keep the order of the nodes.
package struct CompactGraph: Sendable {
  /// Over the nodes that are touched.
  package let graph: CSRGraph
  /// By vertex, the node's number, ascending.
  private let nodes: [Int32]

  /// From edges between the nodes `0..<nodeCount`; their numbers are those of the arrays. O(nodes + edges).
  package init(nodeCount: Int, sources: [Int32], targets: [Int32]) {
    guard !sources.isEmpty else {
      graph = .empty
      nodes = []
      return
    }
    var numbers = [Int32](repeating: -1, count: nodeCount)
    for node in sources { numbers[Int(node)] = 0 }
    for node in targets { numbers[Int(node)] = 0 }
    var nodes: [Int32] = []
    for node in numbers.indices where numbers[node] == 0 {
      numbers[node] = Int32(nodes.count)
      nodes.append(Int32(node))
    }
    graph = CSRGraph(
      vertexCount: nodes.count, sources: sources.map { numbers[Int($0)] }, targets: targets.map { numbers[Int($0)] })
    self.nodes = nodes
  }

  /// The number of a vertex' node.
  package func node(_ vertex: Int) -> Int { Int(nodes[vertex]) }
}
