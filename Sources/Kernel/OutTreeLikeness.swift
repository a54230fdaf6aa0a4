/// How near a directed graph is to an out-tree, in four dimensions: the shape of pure command, in which one vertex stands
/// above all, none stands above itself, and every other has exactly one above it.
///
/// D. Krackhardt, "Graph theoretical dimensions of informal organizations", in K. M. Carley and M. J. Prietula (eds.),
/// "Computational Organization Theory", 1994. Self-loops and parallel edges do not count.
public struct OutTreeLikeness: Sendable, Equatable {
  /// One dimension: how often its condition is broken, of how often it could be.
  public struct Dimension: Sendable, Equatable {
    /// How often the condition is broken.
    public let violations: Int
    /// How often it could be broken; 0 where it cannot, or where nothing breaks it and counting was needless.
    public let possible: Int

    /// 1 − violations / possible; 1 where nothing breaks the condition.
    public var value: Double { violations == 0 ? 1 : 1 - Double(violations) / Double(max(possible, violations)) }
  }

  /// Number of vertices.
  public let vertexCount: Int
  /// Number of different edges between different vertices.
  public let linkCount: Int
  /// Pairs of vertices that do not hang together when directions are ignored, of all pairs.
  public let connectedness: Dimension
  /// Pairs that reach each other, of those of which one reaches the other. Nil beyond the limit of work.
  public let hierarchy: Dimension?
  /// Edges beyond the n − 1 that a weak component of n needs, of the (n − 1)² that it could have.
  public let efficiency: Dimension
  /// Pairs of a weak component without a least upper bound: a vertex that reaches both and that is reached by every
  /// other that does (itself may be one of the two). Of the (n − 1)(n − 2)/2 that could lack one. Nil beyond the limit.
  public let leastUpperBounds: Dimension?
}

extension CSRGraph {
  /// The four dimensions, edges leading from who stands above to who stands below.
  ///
  /// O(V + E) for connectedness and efficiency, and for all four where no vertex has two above it, as in a forest.
  /// Otherwise exact too: a vertex with one parent shares its parent's upper bounds, so that only roots and vertices with
  /// several parents are compared with one another, those with the same ancestors at once. `workLimit` bounds the
  /// ancestors that are listed (4 bytes each) and the steps of comparing; beyond it a dimension is nil.
  public func outTreeLikeness(workLimit: Int = 10_000_000) -> OutTreeLikeness {
    let links = simpleLinkCount()
    let weak = weaklyConnectedComponents()
    let sizes = weak.sizes().map(Int.init)
    let strong = stronglyConnectedComponents()
    var order = AncestorOrder(of: self, strong: strong, weak: weak, workLimit: workLimit)
    let mutual = strong.sizes().reduce(0) { $0 + pairs(Int($1)) }
    let hierarchy: OutTreeLikeness.Dimension?
    if mutual == 0 {
      hierarchy = OutTreeLikeness.Dimension(violations: 0, possible: 0)
    } else {
      hierarchy = order.reachingPairs().map { OutTreeLikeness.Dimension(violations: mutual, possible: $0) }
    }
    let boundless = order.pairsWithoutLeastUpperBound()
    return OutTreeLikeness(
      vertexCount: vertexCount, linkCount: links,
      connectedness: OutTreeLikeness.Dimension(
        violations: pairs(vertexCount) - sizes.reduce(0) { $0 + pairs($1) }, possible: pairs(vertexCount)),
      hierarchy: hierarchy,
      efficiency: OutTreeLikeness.Dimension(
        violations: links - sizes.reduce(0) { $0 + $1 - 1 },
        possible: sizes.reduce(0) { $0 + ($1 - 1) * ($1 - 1) }),
      leastUpperBounds: boundless.map {
        OutTreeLikeness.Dimension(violations: $0, possible: sizes.reduce(0) { $0 + pairs($1 - 1) })
      })
  }

  /// Number of different edges between different vertices.
  private func simpleLinkCount() -> Int {
    var lastSource = [Int32](repeating: -1, count: vertexCount)
    var count = 0
    for v in 0..<vertexCount {
      for slot in slots(of: v) {
        let w = Int(targets[slot])
        if w == v || lastSource[w] == v { continue }
        lastSource[w] = Int32(truncatingIfNeeded: v)
        count += 1
      }
    }
    return count
  }
}

private func pairs(_ count: Int) -> Int { count * (count - 1) / 2 }

/// Who stands above whom among the strong components of a graph. Labels descend along edges, so parents have the larger.
///
/// A component with exactly one parent has that parent's ancestors and the parent. All others, roots and those with
/// several parents, are *tops*: each component belongs to the tree of the first top at or above it.
private struct AncestorOrder {
  /// From a component to its parents, each once.
  private let up: CSRGraph
  /// Vertices of each component.
  private let sizes: [Int]
  /// The weak component of each strong one.
  private let weak: [Int32]
  private let workLimit: Int
  /// Ascending.
  private var tops: [Int] = []
  /// The number of each component's top.
  private var topOf: [Int]
  /// All ancestors of each top without itself; nil beyond the limit.
  private var ancestors: [[Int32]]?
  /// Number of ancestors of each component without itself; as `ancestors`.
  private var depth: [Int] = []

  init(of graph: CSRGraph, strong: Components, weak: Components, workLimit: Int) {
    up = Self.parents(of: graph, strong)
    sizes = strong.sizes().map(Int.init)
    self.workLimit = workLimit
    var weakOf = [Int32](repeating: 0, count: strong.count)
    for v in 0..<graph.vertexCount { weakOf[Int(strong.labels[v])] = weak.labels[v] }
    self.weak = weakOf
    topOf = [Int](repeating: 0, count: strong.count)
    for label in stride(from: strong.count - 1, through: 0, by: -1) {
      let above = up.slots(of: label)
      if above.count == 1 {
        topOf[label] = topOf[Int(up.targets[above.lowerBound])]
      } else {
        topOf[label] = tops.count
        tops.append(label)
      }
    }
    listAncestors()
  }

  private static func parents(of graph: CSRGraph, _ strong: Components) -> CSRGraph {
    var sources: [Int32] = []
    var targets: [Int32] = []
    let groups = strong.grouped()
    var last = [Int32](repeating: -1, count: strong.count)
    for label in 0..<strong.count {
      for member in Int(groups.starts[label])..<Int(groups.starts[label + 1]) {
        for target in graph.successors(of: Int(groups.vertices[member])) {
          let below = Int(strong.labels[Int(target)])
          if below == label || last[below] == label { continue }
          last[below] = Int32(truncatingIfNeeded: label)
          sources.append(Int32(truncatingIfNeeded: below))
          targets.append(Int32(truncatingIfNeeded: label))
        }
      }
    }
    return CSRGraph(vertexCount: strong.count, sources: sources, targets: targets)
  }

  private mutating func listAncestors() {
    var seen = [Int](repeating: -1, count: sizes.count)
    var lists: [[Int32]] = []
    var work = 0
    for (number, top) in tops.enumerated() {
      var found: [Int32] = []
      var next = -1
      while next < found.count {
        for parent in up.successors(of: next < 0 ? top : Int(found[next])) {
          work += 1
          if seen[Int(parent)] == number { continue }
          seen[Int(parent)] = number
          found.append(parent)
        }
        if work > workLimit { return }
        next += 1
      }
      lists.append(found)
    }
    depth = [Int](repeating: 0, count: sizes.count)
    for label in stride(from: sizes.count - 1, through: 0, by: -1) {
      let above = up.slots(of: label)
      depth[label] =
        above.count == 1 ? depth[Int(up.targets[above.lowerBound])] + 1 : lists[topOf[label]].count
    }
    ancestors = lists
  }

  /// Pairs of vertices of which one reaches the other.
  func reachingPairs() -> Int? {
    guard let ancestors else { return nil }
    var weight = [Int](repeating: 0, count: sizes.count)
    var count = 0
    for label in stride(from: sizes.count - 1, through: 0, by: -1) {
      let above = up.slots(of: label)
      if above.count == 1 {
        let parent = Int(up.targets[above.lowerBound])
        weight[label] = weight[parent] + sizes[parent]
      } else {
        weight[label] = ancestors[topOf[label]].reduce(0) { $0 + sizes[Int($1)] }
      }
      count += pairs(sizes[label]) + sizes[label] * weight[label]
    }
    return count
  }

  /// Pairs of vertices of one weak component that have no least upper bound.
  ///
  /// Upper bounds of two vertices in different trees, whose tops do not reach each other, are those of the tops; within a
  /// tree, and where one top reaches the other, there is always a least. A set of common ancestors has a least bound just
  /// if one of them has all the others above it.
  mutating func pairsWithoutLeastUpperBound() -> Int? {
    guard let ancestors else { return nil }
    let classes = classes(ancestors)
    var work = 0
    for group in classes {
      let listed = group.reduce(0) { $0 + ancestors[$1.top].count + 1 }
      let (product, overflow) = listed.multipliedReportingOverflow(by: group.count)
      work += overflow ? workLimit : product
      if work > workLimit { return nil }
    }
    var marked = [Int](repeating: -1, count: sizes.count)
    var count = 0
    for group in classes {
      for (index, a) in group.enumerated() {
        let above = ancestors[a.top]
        if a.innerPairs > 0, !hasLeast(above.count, above.map { depth[Int($0)] }.max()) { count += a.innerPairs }
        for label in above { marked[Int(label)] = a.top }
        for b in group[(index + 1)...] where marked[tops[b.top]] != a.top {
          var common = 0
          var deepest = -1
          var isReached = false
          for label in ancestors[b.top] {
            if Int(label) == tops[a.top] { isReached = true }
            if marked[Int(label)] != a.top { continue }
            common += 1
            deepest = max(deepest, depth[Int(label)])
          }
          if !isReached, !hasLeast(common, deepest) { count += a.weight * b.weight }
        }
      }
    }
    return count
  }

  private func hasLeast(_ count: Int, _ deepest: Int?) -> Bool { count > 0 && deepest == count - 1 }

  /// Tops that stand alike to all others: one that stands above another is alone, the rest go by their ancestors.
  private struct TopClass {
    let top: Int
    var weight: Int
    /// Pairs of vertices in different trees of the class.
    var innerPairs = 0
  }

  private struct ClassKey: Hashable {
    let weak: Int32
    let ancestors: [Int32]
  }

  /// By weak component.
  private func classes(_ ancestors: [[Int32]]) -> [[TopClass]] {
    var weights = [Int](repeating: 0, count: tops.count)
    for label in sizes.indices { weights[topOf[label]] += sizes[label] }
    var isAbove = [Bool](repeating: false, count: sizes.count)
    for list in ancestors { for label in list { isAbove[Int(label)] = true } }
    var groups: [[TopClass]] = []
    var groupOf: [Int32: Int] = [:]
    var known: [ClassKey: Int] = [:]
    for (number, top) in tops.enumerated() {
      let group = groupOf[weak[top]] ?? groups.count
      if group == groups.count {
        groupOf[weak[top]] = group
        groups.append([])
      }
      if !isAbove[top] {
        let key = ClassKey(weak: weak[top], ancestors: ancestors[number].sorted())
        if let index = known[key] {
          groups[group][index].innerPairs += groups[group][index].weight * weights[number]
          groups[group][index].weight += weights[number]
          continue
        }
        known[key] = groups[group].count
      }
      groups[group].append(TopClass(top: number, weight: weights[number]))
    }
    return groups
  }
}
