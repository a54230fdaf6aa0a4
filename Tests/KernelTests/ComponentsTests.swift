import RemitKernel
import Testing

@Suite struct ComponentsTests {
  @Test func stronglyConnected() {
    forEachSample(2000, salt: 2) { sample in
      let components = sample.graph.stronglyConnectedComponents()
      let leaders = sample.strongLeaders(sample.distanceMatrix())
      checkPartition(sample, components, leaders)
      for edge in sample.edges where leaders[edge.source] != leaders[edge.target] {
        let isDown = components.labels[edge.source] > components.labels[edge.target]
        sample.expect(isDown, true, "label falls along \(edge)")
      }
    }
  }

  @Test func weaklyConnected() {
    forEachSample(2000, salt: 3) { sample in
      var leaders = Array(sample.vertices)
      for _ in sample.vertices {
        for edge in sample.edges {
          let low = min(leaders[edge.source], leaders[edge.target])
          leaders[edge.source] = low
          leaders[edge.target] = low
        }
      }
      let components = sample.graph.weaklyConnectedComponents()
      checkPartition(sample, components, leaders)
      var numbered: [Int] = []
      for leader in leaders where !numbered.contains(leader) { numbered.append(leader) }
      sample.expect(
        components.labels.map(Int.init), leaders.map { numbered.firstIndex(of: $0) ?? -1 },
        "numbered by smallest vertex")
    }
  }

  private func checkPartition(_ sample: Sample, _ components: Components, _ leaders: [Int]) {
    sample.expect(components.count, Set(leaders).count, "count")
    let labels = components.labels.map(Int.init)
    sample.expect(Set(labels), Set(0..<components.count), "labels in use")
    for v in sample.vertices {
      for w in sample.vertices {
        sample.expect(labels[v] == labels[w], leaders[v] == leaders[w], "\(v) with \(w)")
      }
    }
    let members = (0..<components.count).map { label in
      sample.vertices.filter { labels[$0] == label }
    }
    sample.expect(components.members(), members, "members")
    sample.expect(components.sizes().map(Int.init), members.map(\.count), "sizes")
  }

  @Test func awkwardOnes() {
    #expect(CSRGraph.empty.stronglyConnectedComponents().count == 0)
    #expect(CSRGraph.empty.weaklyConnectedComponents().members() == [])
    let loop = CSRGraph(vertexCount: 1, edges: [(0, 0), (0, 0)])
    #expect(loop.stronglyConnectedComponents().labels == [0])
    #expect(loop.weaklyConnectedComponents().sizes() == [1])
    let chain = CSRGraph(vertexCount: 3, edges: [(0, 1), (1, 2)])
    #expect(chain.stronglyConnectedComponents().labels == [2, 1, 0])
    let scattered = CSRGraph(vertexCount: 5, edges: [(4, 1), (3, 0)])
    #expect(scattered.weaklyConnectedComponents().members() == [[0, 3], [1, 4], [2]])
  }
}
