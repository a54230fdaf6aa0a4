import RemitKernel
import Testing

/// Vigna's splitmix64: small, seedable, the same everywhere.
struct SplitMix64: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

/// A random graph that can say how it was made.
struct Sample: CustomStringConvertible {
  let seed: UInt64
  let vertexCount: Int
  let edges: [(source: Int, target: Int)]
  let graph: CSRGraph

  /// Self-loops and parallel edges turn up by themselves; an acyclic sample has no self-loops.
  init(seed: UInt64, sizes: ClosedRange<Int> = 0...12, isAcyclic: Bool = false) {
    var random = SplitMix64(state: seed)
    let count = Int.random(in: sizes, using: &random)
    var edges: [(source: Int, target: Int)] = []
    if count > 0 {
      let most = [count / 2, count, count + count / 2, 2 * count, 4 * count, count * count]
      let edgeCount = Int.random(in: 0...most.randomElement(using: &random)!, using: &random)
      let rank = (0..<count).shuffled(using: &random)
      for _ in 0..<edgeCount {
        let source = Int.random(in: 0..<count, using: &random)
        let target = Int.random(in: 0..<count, using: &random)
        if isAcyclic && source == target { continue }
        let isBackward = isAcyclic && rank[source] > rank[target]
        edges.append(isBackward ? (target, source) : (source, target))
      }
    }
    self.seed = seed
    self.vertexCount = count
    self.edges = edges
    self.graph = CSRGraph(vertexCount: count, edges: edges)
  }

  init(seed: UInt64, vertexCount: Int, edges: [(source: Int, target: Int)]) {
    self.seed = seed
    self.vertexCount = vertexCount
    self.edges = edges
    self.graph = CSRGraph(vertexCount: vertexCount, edges: edges)
  }

  /// Layers in a ring, each wholly linked to the next, and a few edges that skip layers.
  ///
  /// Every vertex branches and the shortest cycles are long, the worst case for finding them.
  static func layered(seed: UInt64) -> Sample {
    var random = SplitMix64(state: seed)
    let layers = Int.random(in: 6...10, using: &random)
    let width = Int.random(in: 2...5, using: &random)
    let names = (0..<layers * width).shuffled(using: &random)
    var edges: [(source: Int, target: Int)] = []
    for layer in 0..<layers {
      for source in 0..<width {
        for target in 0..<width {
          let next = (layer + 1) % layers
          edges.append((names[layer * width + source], names[next * width + target]))
        }
      }
    }
    for _ in 0..<Int.random(in: 0...2, using: &random) {
      let source = Int.random(in: 0..<names.count, using: &random)
      let target = (source + 2 * width) % names.count
      edges.append((names[source], names[target]))
    }
    return Sample(seed: seed, vertexCount: names.count, edges: edges.shuffled(using: &random))
  }

  var vertices: Range<Int> { 0..<vertexCount }

  var description: String {
    "seed \(seed), \(vertexCount) vertices, edges \(edges.map { "\($0.source)>\($0.target)" })"
  }

  /// Fails the test with the graph printed when the two differ.
  func expect<Value: Equatable>(
    _ actual: Value, _ expected: Value, _ what: @autoclosure () -> String,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    if actual == expected { return }
    Issue.record(
      "\(what()): got \(actual), expected \(expected) — \(self)", sourceLocation: sourceLocation)
  }
}

/// Calls `body` with `count` graphs, the same ones in every run.
func forEachSample(
  _ count: Int, salt: UInt64, sizes: ClosedRange<Int> = 0...12, isAcyclic: Bool = false,
  _ body: (Sample) -> Void
) {
  for index in 0..<UInt64(count) {
    body(Sample(seed: salt << 32 + index, sizes: sizes, isAcyclic: isAcyclic))
  }
}
