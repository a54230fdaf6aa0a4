import RemitKernel
import RemitModel

/// Authority seen from below: who directs a node, directly or through others.
///
/// Few stand above a node even in a chart of a whole country, so searching upwards costs little for each.
package struct Ascent: Fact {
  private let authority: Authority
  private let up: CSRGraph

  package init(_ chart: Chart, _ facts: Facts) {
    authority = facts[Authority.self]
    up = authority.down.reversed()
  }

  /// The shortest way down to a node from the nearest that is wanted, both included; nil if none directs it. A node
  /// that is wanted itself is a way alone. With `coordinated` false, who merely coordinates does not direct. O(what is
  /// above).
  package func way(
    downTo node: Node, dotted: Bool = true, coordinated: Bool = true, from isWanted: (Node) -> Bool
  ) -> [Node]? {
    var parents: [Int] = [-1]
    let found = climb(from: node, dotted: dotted, coordinated: coordinated) { _, from in
      parents.append(from)
    } until: {
      isWanted($0)
    }
    guard let last = found.goal else { return nil }
    var way: [Node] = []
    var position = last
    while position >= 0 {
      way.append(authority.node(found.order[position]))
      position = parents[position]
    }
    return way
  }

  /// Everybody and every body that directs a node, nearest first, the node itself at the head. O(what is above).
  package func above(_ node: Node, dotted: Bool = true) -> [Node] {
    climb(from: node, dotted: dotted) { _, _ in
    } until: { _ in
      false
    }.order.map(authority.node)
  }

  /// Whether a node that is wanted directs this one, or is this one. O(what is above it and nearer).
  package func isAnyAbove(_ node: Node, _ isWanted: (Node) -> Bool) -> Bool {
    climb(from: node, dotted: true) { _, _ in
    } until: {
      isWanted($0)
    }.goal != nil
  }

  /// Breadth first; tells of each node found from which position of the order it was found.
  private func climb(
    from node: Node, dotted: Bool, coordinated: Bool = true, found: (Int, Int) -> Void, until isGoal: (Node) -> Bool
  ) -> (order: [Int], goal: Int?) {
    let start = authority.index(node)
    if isGoal(node) { return ([start], 0) }
    var order = [start]
    var seen = SmallSet<Int32>()
    seen.insert(Int32(start))
    var position = 0
    while position < order.count {
      for slot in up.slots(of: order[position]) {
        let bond = authority.bonds[Int(up.edges[slot])]
        if !dotted && bond == .dottedTo || !coordinated && bond == .oversight(.coordinate) { continue }
        let next = up.targets[slot]
        guard seen.insert(next) else { continue }
        order.append(Int(next))
        found(Int(next), position)
        if isGoal(authority.node(Int(next))) { return (order, order.count - 1) }
      }
      position += 1
    }
    return (order, nil)
  }
}
