import RemitKernel

/// Of a graph over all nodes of a chart, what may be on a circle, as a graph of the few nodes that this touches. Vertices
/// keep the order of the nodes, and rows that of the edges.
package struct CompactGraph: Sendable {
  /// Over the nodes that are touched.
  package let graph: CSRGraph
  /// By vertex, the node's number, ascending.
  private let nodes: [Int32]
  /// By edge of the graph, its place among those given.
  private let edges: [Int32]

  /// From edges between the nodes `0..<nodeCount`. O(nodes + edges).
  ///
  /// An edge is left out where nothing leads to its source, or nothing leads on from its target. Most charts have long
  /// chains and few circles, so that this is done some times over: each time every chain is shorter at both ends.
  package init(nodeCount: Int, sources: [Int32], targets: [Int32]) {
    var edges = [Int32](0..<Int32(sources.count))
    for _ in 0..<Self.rounds where !edges.isEmpty {
      var isEntered = [Bool](repeating: false, count: nodeCount)
      var isLeft = isEntered
      for edge in edges {
        isLeft[Int(sources[Int(edge)])] = true
        isEntered[Int(targets[Int(edge)])] = true
      }
      let before = edges.count
      edges.removeAll { !isEntered[Int(sources[Int($0)])] || !isLeft[Int(targets[Int($0)])] }
      if edges.count > before / 8 * 7 { break }
    }
    self.edges = edges
    guard !edges.isEmpty else {
      graph = .empty
      nodes = []
      return
    }
    var numbers = [Int32](repeating: -1, count: nodeCount)
    for edge in edges {
      numbers[Int(sources[Int(edge)])] = 0
      numbers[Int(targets[Int(edge)])] = 0
    }
    var nodes: [Int32] = []
    for node in numbers.indices where numbers[node] == 0 {
      numbers[node] = Int32(nodes.count)
      nodes.append(Int32(node))
    }
    graph = CSRGraph(
      vertexCount: nodes.count, sources: edges.map { numbers[Int(sources[Int($0)])] },
      targets: edges.map { numbers[Int(targets[Int($0)])] })
    self.nodes = nodes
  }

  private static let rounds = 8

  /// The number of a vertex' node.
  package func node(_ vertex: Int) -> Int { Int(nodes[vertex]) }

  /// The first edge from one vertex to another, by its place among those given.
  package func edge(_ from: Int, _ to: Int) -> Int? {
    graph.slots(of: from).first { Int(graph.targets[$0]) == to }.map { Int(edges[Int(graph.edges[$0])]) }
  }
}
