import RemitKernel
import RemitModel

/// Through whom all command of an organization's posts must pass: for each post the last one outside its organization
/// that every way of command to it runs through.
///
/// Ways begin at the heads of jurisdictions and at posts without a superior in force; abolished posts carry none. Found
/// as dominators (Lengauer and Tarjan). O(posts + links · log posts).
package struct Gates: Fact {
  private let gates: [Int32]
  /// Command over the posts in force, from the number after the last post.
  private let graph: CSRGraph

  package init(_ chart: Chart, _ facts: Facts) {
    let graph = Self.command(chart, facts[Heads.self])
    gates = Self.gates(graph.dominators(from: chart.posts.key.count), chart)
    self.graph = graph
  }

  /// Command over the posts in force, from the number after the last post, where all ways begin.
  private static func command(_ chart: Chart, _ heads: Heads) -> CSRGraph {
    let count = chart.posts.key.count
    let reports = chart.reports
    let isInForce = chart.posts.status.values.map { $0 == .active || $0 == .vacant }
    var isCommanded = [Bool](repeating: false, count: count)
    var offsets: [Int32] = [0]
    var targets: [Int32] = []
    offsets.reserveCapacity(count + 2)
    targets.reserveCapacity(reports.values.count + count / 4)
    for superior in chart.posts.ids {
      if isInForce[superior.index] {
        for slot in reports.slots(of: superior) {
          let post = reports.values[slot]
          guard post != superior, isInForce[post.index] else { continue }
          isCommanded[post.index] = true
          targets.append(post.raw)
        }
      }
      offsets.append(Int32(targets.count))
    }
    for post in chart.posts.ids where isInForce[post.index] {
      if !isCommanded[post.index] || heads.isHead[post.index] { targets.append(post.raw) }
    }
    offsets.append(Int32(targets.count))
    return CSRGraph(offsets: offsets, targets: targets)
  }

  /// The gate of a post's own organization is that of the post that dominates it there.
  private static func gates(_ dominators: [Int32], _ chart: Chart) -> [Int32] {
    let count = chart.posts.key.count
    let homes = chart.posts.organization.values
    let unknown: Int32 = -2
    var gates = [Int32](repeating: unknown, count: count)
    var climbed: [Int] = []
    for post in chart.posts.ids {
      climbed.removeAll(keepingCapacity: true)
      var current = post.index
      var gate: Int32 = -1
      while true {
        if gates[current] != unknown {
          gate = gates[current]
          break
        }
        climbed.append(current)
        let next = dominators[current]
        guard next >= 0, next < count else { break }
        if homes[Int(next)] != homes[current] {
          gate = next
          break
        }
        current = Int(next)
      }
      for row in climbed { gates[row] = gate }
    }
    return gates
  }

  /// The last post outside its organization that every way of command to a post runs through; nil where there is none.
  package func gate(of post: ID<Post>) -> ID<Post>? {
    gates[post.index] >= 0 ? ID(raw: gates[post.index]) : nil
  }

  /// Shortest ways of command to all posts. O(posts + links): ask once.
  package func ways() -> Ways { Ways(graph) }

  /// Shortest ways of command.
  package struct Ways {
    /// By post: who stands above it on its way, or -1 where a way begins.
    private let above: [Int32]

    /// Breadth first.
    fileprivate init(_ graph: CSRGraph) {
      let root = graph.vertexCount - 1
      var above = [Int32](repeating: -1, count: root)
      var seen = [Bool](repeating: false, count: root)
      var queue: [Int32] = []
      queue.reserveCapacity(root)
      for start in graph.successors(of: root) where !seen[Int(start)] {
        seen[Int(start)] = true
        queue.append(start)
      }
      var next = 0
      while next < queue.count {
        for slot in graph.slots(of: Int(queue[next])) {
          let post = graph.targets[slot]
          if seen[Int(post)] { continue }
          seen[Int(post)] = true
          above[Int(post)] = queue[next]
          queue.append(post)
        }
        next += 1
      }
      self.above = above
    }

    /// A way of command from a post up to its gate, both included.
    package func way(from post: ID<Post>, to gate: ID<Post>) -> [ID<Post>] {
      var way = [post]
      var current = post
      while current != gate, above[current.index] >= 0 {
        current = ID(raw: above[current.index])
        way.append(current)
      }
      return way
    }
  }
}
