import RemitKernel
import Testing

@Suite struct CSRGraphTests {
  @Test func rowsKeepInputOrder() {
    let graph = CSRGraph(
      vertexCount: 4, sources: [2, 0, 2, 0, 2, 3], targets: [1, 3, 1, 0, 2, 0])
    #expect(graph.vertexCount == 4)
    #expect(graph.edgeCount == 6)
    #expect(graph.offsets == [0, 2, 2, 5, 6])
    #expect(graph.targets == [3, 0, 1, 1, 2, 0])
    #expect(graph.edges == [1, 3, 0, 2, 4, 5])
    #expect(graph.slots(of: 2) == 2..<5)
    #expect(Array(graph.successors(of: 2)) == [1, 1, 2])
    #expect(graph.successors(of: 1).isEmpty)
  }

  @Test func emptyGraph() {
    let graph = CSRGraph.empty
    #expect(graph.vertexCount == 0)
    #expect(graph.edgeCount == 0)
    #expect(graph.offsets == [0])
    #expect(graph == CSRGraph(vertexCount: 0, edges: []))
    #expect(graph.reversed() == graph)
  }

  @Test func matchesEdgeList() {
    forEachSample(2000, salt: 1) { sample in
      let graph = sample.graph
      for v in sample.vertices {
        let expected = sample.edges.indices.filter { sample.edges[$0].source == v }
        let row = graph.slots(of: v)
        sample.expect(row.map { Int(graph.edges[$0]) }, expected, "edges of \(v)")
        sample.expect(
          graph.successors(of: v).map(Int.init), expected.map { sample.edges[$0].target },
          "successors of \(v)")
      }
      let reversed = CSRGraph(
        vertexCount: sample.vertexCount, edges: sample.edges.map { ($0.target, $0.source) })
      sample.expect(graph.reversed(), reversed, "reversed")
      sample.expect(graph.reversed().reversed(), graph, "reversed twice")
    }
  }
}
