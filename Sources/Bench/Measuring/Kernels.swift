import RemitInspection
import RemitKernel
import RemitModel

/// A graph that kernels are timed on.
struct BenchGraph: Sendable {
  let name: String
  let graph: CSRGraph
  /// Its edges, as it is built from them.
  let pairs: (sources: [Int32], targets: [Int32])
  /// The same with each strongly connected component as one vertex and no edge twice.
  let condensed: CSRGraph
  /// Where searches begin: of the vertices that no edge comes to, the one with most edges.
  let root: Int
  /// Vertices for repeated searches, evenly spread over all.
  let sources: [Int]

  /// How many searches are repeated.
  static let searches = 256

  init(_ name: String, _ graph: CSRGraph, root: Int, sources: [Int]) {
    self.name = name
    self.graph = graph
    pairs = Self.pairs(of: graph)
    condensed = Self.condensation(of: graph)
    self.root = root
    self.sources = sources
  }

  init(_ name: String, _ graph: CSRGraph) {
    let back = graph.reversed()
    let tops = (0..<graph.vertexCount).filter { back.slots(of: $0).isEmpty }
    let root =
      (tops.isEmpty ? Array(0..<graph.vertexCount) : tops)
      .max { (graph.slots(of: $0).count, -$0) < (graph.slots(of: $1).count, -$1) } ?? 0
    let count = min(Self.searches, graph.vertexCount)
    self.init(name, graph, root: root, sources: (0..<count).map { graph.vertexCount * $0 / count })
  }

  /// Command from superior to subordinate; all oversight from overseer to target; and both in one, with charge from post
  /// to organization, no edge twice.
  static func all(of facts: Facts) -> [BenchGraph] {
    let watch = facts[Watch.self]
    var sources: [Int32] = []
    var targets: [Int32] = []
    let oversight = facts.chart.oversight
    for row in oversight.ids where oversight.kind[row].isOversight {
      sources.append(Int32(truncatingIfNeeded: watch.index(oversight.by[row])))
      targets.append(Int32(truncatingIfNeeded: watch.index(oversight.of[row])))
    }
    let chart = facts.chart
    var edges = zip(sources, targets).map(Self.edge)
    for post in chart.posts.ids {
      let own = Int32(truncatingIfNeeded: watch.index(.post(post)))
      edges += chart.reports[post].map { edge(own, Int32(truncatingIfNeeded: watch.index(.post($0)))) }
      edges += chart.charges[post].map { edge(own, Int32(truncatingIfNeeded: watch.index(.organization($0)))) }
    }
    return [
      BenchGraph("command", facts[ChainOfCommand.self].down),
      BenchGraph("oversight", CSRGraph(vertexCount: watch.nodeCount, sources: sources, targets: targets)),
      BenchGraph("all", simple(&edges, vertexCount: watch.nodeCount)),
    ]
  }

  /// An edge as one number, by which edges are sorted.
  static func edge(_ source: Int32, _ target: Int32) -> UInt64 { UInt64(source) << 32 | UInt64(target) }

  /// A graph without doubles.
  static func simple(_ edges: inout [UInt64], vertexCount: Int) -> CSRGraph {
    edges.sort()
    var sources: [Int32] = []
    var targets: [Int32] = []
    var last: UInt64?
    for edge in edges where edge != last {
      sources.append(Int32(truncatingIfNeeded: edge >> 32))
      targets.append(Int32(truncatingIfNeeded: edge & 0xFFFF_FFFF))
      last = edge
    }
    return CSRGraph(vertexCount: vertexCount, sources: sources, targets: targets)
  }

  private static func condensation(of graph: CSRGraph) -> CSRGraph {
    let components = graph.stronglyConnectedComponents()
    var edges: [UInt64] = []
    for vertex in 0..<graph.vertexCount {
      let from = components.labels[vertex]
      for target in graph.successors(of: vertex) {
        let to = components.labels[Int(target)]
        if from != to { edges.append(edge(from, to)) }
      }
    }
    return simple(&edges, vertexCount: components.count)
  }

  /// The edges as pairs, in the order of their sources.
  static func pairs(of graph: CSRGraph) -> (sources: [Int32], targets: [Int32]) {
    var sources: [Int32] = []
    sources.reserveCapacity(graph.edgeCount)
    for vertex in 0..<graph.vertexCount {
      for _ in graph.slots(of: vertex) { sources.append(Int32(truncatingIfNeeded: vertex)) }
    }
    return (sources, graph.targets)
  }
}

/// An algorithm of the kernel, with a number that tells whether two runs, or two programs, computed the same.
struct Kernel: Sendable {
  let name: String
  /// Nil for an algorithm that does not apply.
  let run: @Sendable (BenchGraph) -> Int?

  static let all: [Kernel] = [
    Kernel(name: "build") { item in
      CSRGraph(vertexCount: item.graph.vertexCount, sources: item.pairs.sources, targets: item.pairs.targets).edgeCount
    },
    Kernel(name: "strong components") { $0.graph.stronglyConnectedComponents().count },
    Kernel(name: "weak components") { $0.graph.weaklyConnectedComponents().count },
    Kernel(name: "search from one") { item in
      item.graph.distances(from: [item.root]).reduce(0) { $0 + ($1 >= 0 ? 1 : 0) }
    },
    Kernel(name: "search from many at once") { item in
      item.graph.distances(from: item.sources).reduce(0) { $0 + ($1 >= 0 ? 1 : 0) }
    },
    Kernel(name: "search from each of many") { item in
      var searcher = Searcher(item.graph)
      return item.sources.reduce(0) { $0 + searcher.count(from: $1) }
    },
    Kernel(name: "dominators") { item in
      item.graph.dominators(from: item.root).reduce(0) { $0 + ($1 >= 0 ? 1 : 0) }
    },
    Kernel(name: "articulation points, bridges") { item in
      let cuts = item.graph.articulation()
      return cuts.points.count + cuts.bridges.count
    },
    Kernel(name: "transitive reduction") { $0.condensed.transitiveReduction()?.count },
    Kernel(name: "descendants of each") { $0.condensed.descendantCounts().reduce(0) { $0 + Int($1) } },
  ]
}
