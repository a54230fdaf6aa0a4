import RemitKernel
import RemitModel

/// Who reports to whom by the solid line, as graphs over posts.
package struct ChainOfCommand: Fact {
  /// From a post to its superiors.
  package let up: CSRGraph
  /// From a post to those who report to it.
  package let down: CSRGraph

  package init(_ chart: Chart, _ facts: Facts) {
    up = CSRGraph(chart.superiors)
    down = CSRGraph(chart.reports)
  }

  /// Everybody above a post, nearest first; the post itself only if it is on a cycle. O(what is above).
  package func above(_ post: ID<Post>) -> [ID<Post>] {
    var found: [ID<Post>] = []
    var seen = SmallSet<Int32>()
    var next = 0
    var current = post.index
    while true {
      for slot in up.slots(of: current) where seen.insert(up.targets[slot]) {
        found.append(ID(raw: up.targets[slot]))
      }
      guard next < found.count else { return found }
      current = found[next].index
      next += 1
    }
  }

  /// A shortest way of command from a post up to one above it that is wanted, both included; nil if there is none.
  /// O(what is above).
  package func way(up post: ID<Post>, to isWanted: (ID<Post>) -> Bool) -> [ID<Post>]? {
    var found = [post.raw]
    var from = [-1]
    var seen = SmallSet<Int32>()
    seen.insert(post.raw)
    var position = 0
    while position < found.count {
      for superior in up.successors(of: Int(found[position])) where seen.insert(superior) {
        found.append(superior)
        from.append(position)
        guard isWanted(ID(raw: superior)) else { continue }
        var way: [ID<Post>] = []
        var step = found.count - 1
        while step >= 0 {
          way.append(ID(raw: found[step]))
          step = from[step]
        }
        return way.reversed()
      }
      position += 1
    }
    return nil
  }
}

extension CSRGraph {
  /// A relation of a table with itself as a graph.
  package init<Entity>(_ relation: Relation<Entity, Entity>) {
    self.init(offsets: relation.offsets, targets: relation.values.map(\.raw))
  }

  // Inlined where a rule calls it, it knows the types.
  /// A relation of a table with itself as a graph, without some of its links. O(rows + links).
  @inlinable public init<Entity>(
    _ relation: Relation<Entity, Entity>, where isKept: (_ from: ID<Entity>, _ to: ID<Entity>) -> Bool
  ) {
    let rows = relation.offsets.count - 1
    var offsets: [Int32] = [0]
    var targets: [Int32] = []
    offsets.reserveCapacity(rows + 1)
    targets.reserveCapacity(relation.values.count)
    for row in 0..<rows {
      for slot in relation.slots(of: ID(row)) where isKept(ID(row), relation.values[slot]) {
        targets.append(relation.values[slot].raw)
      }
      offsets.append(Int32(targets.count))
    }
    self.init(offsets: offsets, targets: targets)
  }
}
