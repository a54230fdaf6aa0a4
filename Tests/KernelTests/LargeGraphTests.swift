import RemitKernel
import Testing

/// Sizes at which recursion or quadratic work would show; one test per kernel so that they run abreast.
@Suite struct LargeGraphTests {
  static let size = 1_000_000
  static let path = CSRGraph(
    vertexCount: size, sources: Array(0..<Int32(size - 1)), targets: Array(1..<Int32(size)))
  static let ring = CSRGraph(
    vertexCount: size, sources: Array(0..<Int32(size)),
    targets: Array(1..<Int32(size)) + [0])

  let size = LargeGraphTests.size
  let path = LargeGraphTests.path
  let ring = LargeGraphTests.ring

  @Test func reversed() {
    let back = path.reversed()
    #expect(back.successors(of: 0).isEmpty)
    #expect(Array(back.successors(of: size - 1)) == [Int32(size - 2)])
  }

  @Test func stronglyConnected() {
    let chain = path.stronglyConnectedComponents()
    #expect(chain.count == size)
    #expect(chain.labels[0] == Int32(size - 1))
    let whole = ring.stronglyConnectedComponents()
    #expect(whole.count == 1)
    #expect(whole.sizes() == [Int32(size)])
  }

  @Test func weaklyConnected() {
    #expect(path.weaklyConnectedComponents().count == 1)
    #expect(path.reversed().weaklyConnectedComponents().count == 1)
    #expect(ring.weaklyConnectedComponents().count == 1)
  }

  @Test func reachable() {
    #expect(path.reachable(from: size / 2).firstIndex(of: true) == size / 2)
    #expect(ring.reachable(from: size / 2).firstIndex(of: false) == nil)
  }

  @Test func distances() {
    #expect(path.distances(from: [0])[size - 1] == Int32(size - 1))
    #expect(ring.distances(from: [1])[0] == Int32(size - 1))
  }

  @Test func shortestPath() {
    #expect(path.shortestPath(from: 0, to: size - 1)?.count == size)
    #expect(ring.shortestPath(from: 1, to: 0)?.count == size)
    #expect(path.shortestPath(from: 1, to: 0) == nil)
  }

  @Test func shortestCycle() {
    #expect(path.shortestCycle(through: 0) == nil)
    #expect(ring.shortestCycle(through: 7)?.count == size)
  }

  @Test func shortestCycles() {
    #expect(path.shortestCycles() == [])
    #expect(ring.shortestCycles().map(\.count) == [size])
  }

  @Test func independentCycles() {
    #expect(path.independentCycles(limit: 3) == [])
    #expect(ring.independentCycles(limit: 3).map(\.count) == [size])
  }

  @Test func topologicalOrder() {
    #expect(path.topologicalOrder()?.last == size - 1)
    #expect(ring.topologicalOrder() == nil)
  }

  @Test func dominators() {
    #expect(path.dominators(from: 0)[size - 1] == Int32(size - 2))
    #expect(ring.dominators(from: 1)[0] == Int32(size - 1))
  }

  @Test func articulation() {
    let chain = path.articulation()
    #expect(chain.points.count == size - 2)
    #expect(chain.bridges.count == size - 1)
    let whole = ring.articulation()
    #expect(whole.points.isEmpty)
    #expect(whole.bridges.isEmpty)
  }

  @Test func transitiveReduction() {
    #expect(path.transitiveReduction()?.count == size - 1)
    #expect(ring.transitiveReduction() == nil)
    // Every shortcut over one vertex goes, in a graph too large for bit rows.
    let count = 50_000
    let steps = (0..<count - 1).map { (source: $0, target: $0 + 1) }
    let shortcuts = (0..<count - 2).map { (source: $0, target: $0 + 2) }
    let ladder = CSRGraph(vertexCount: count, edges: shortcuts + steps)
    let isLadder = ladder.transitiveReduction() == Array(count - 2..<2 * count - 3)
    #expect(isLadder)
  }

  @Test func closureOfRing() {
    let closure = ring.transitiveClosure()
    #expect(closure.contains(5, 5))
    #expect(closure.reachableCount(from: 9) == size)
  }

  @Test func manySmallCycles() {
    let count = 100_000
    let vertices = Int32(0)..<Int32(10 * count)
    let graph = CSRGraph(
      vertexCount: vertices.count, sources: Array(vertices),
      targets: vertices.map { $0 % 10 == 9 ? $0 - 9 : $0 + 1 })
    let cycles = graph.independentCycles(limit: 2)
    #expect(cycles.count == count)
    #expect(cycles.last == Array(10 * count - 10..<10 * count))
    let isSame = graph.shortestCycles() == cycles
    #expect(isSame)
  }

  /// One component in which every cycle has two vertices: a decomposition per cycle would not end.
  @Test func streetWithTwoLanes() {
    let count = 50_000
    let there = (0..<count - 1).map { (source: $0, target: $0 + 1) }
    let back = there.map { (source: $0.target, target: $0.source) }
    let street = CSRGraph(vertexCount: count, edges: there + back)
    #expect(street.shortestCycles().map(\.count) == [2])
    let cycles = street.independentCycles(limit: .max).sorted { $0[0] < $1[0] }
    let isWhole = cycles == there.map { [$0.source, $0.target] }
    #expect(isWhole)
    #expect(street.independentCycles(limit: 2).map(\.count) == [2, 2])
  }

  /// Two long cycles through one vertex, and a short one: nothing here may search from every vertex.
  @Test func petals() {
    let length = 50_000
    var edges: [(source: Int, target: Int)] = [(0, 1), (1, 0)]
    for petal in 0..<2 {
      let first = 2 + petal * length
      edges.append((0, first))
      edges += (first..<first + length - 1).map { ($0, $0 + 1) }
      edges.append((first + length - 1, 0))
    }
    let flower = CSRGraph(vertexCount: 2 + 2 * length, edges: edges)
    #expect(flower.shortestCycles() == [[0, 1]])
    let petals = [[0] + Array(2..<2 + length), [0] + Array(2 + length..<2 + 2 * length)]
    let isWhole = flower.independentCycles(limit: 9) == [[0, 1]] + petals
    #expect(isWhole)
  }
}
