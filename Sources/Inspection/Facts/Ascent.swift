import RemitModel

/// Authority seen from below: who directs a node, directly or through others.
///
/// Few stand above a node even in a chart of a whole country, so searching upwards costs little for each.
package struct Ascent: Fact {
  private let chart: Chart
  private let space: NodeSpace
  private let leadership: Leadership

  package init(_ chart: Chart, _ facts: Facts) {
    self.chart = chart
    space = NodeSpace(chart)
    leadership = facts[Leadership.self]
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
      way.append(space.node(found.order[position]))
      position = parents[position]
    }
    return way
  }

  /// Everybody and every body that directs a node, nearest first, the node itself at the head. O(what is above).
  package func above(_ node: Node, dotted: Bool = true) -> [Node] {
    climb(from: node, dotted: dotted) { _, _ in
    } until: { _ in
      false
    }.order.map(space.node)
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
    let start = space.index(node)
    if isGoal(node) { return ([start], 0) }
    var order = [start]
    var seen = SmallSet<Int32>()
    seen.insert(Int32(start))
    var position = 0
    while position < order.count {
      let isFound = anyStep(up: order[position], dotted: dotted, coordinated: coordinated) { above in
        let next = space.index(above)
        guard seen.insert(Int32(truncatingIfNeeded: next)) else { return false }
        order.append(next)
        found(next, position)
        return isGoal(above)
      }
      if isFound { return (order, order.count - 1) }
      position += 1
    }
    return (order, nil)
  }

  /// Tells of those that direct a node themselves, command and charge before oversight, until one is the goal.
  ///
  /// - Returns: whether one is.
  @inline(__always)
  private func anyStep(up node: Int, dotted: Bool, coordinated: Bool, _ isGoal: (Node) -> Bool) -> Bool {
    let (statuses, kinds, overseers) = (chart.posts.status, chart.oversight.kind, chart.oversight.by)
    switch space.node(node) {
    case .post(let post) where statuses[post] != .abolished:
      for slot in chart.superiors.slots(of: post) where isGoal(.post(chart.superiors.values[slot])) { return true }
      if dotted {
        for slot in chart.dotted.slots(of: post) where isGoal(.post(chart.dotted.values[slot])) { return true }
      }
      if isGoal(.organization(chart.posts.organization[post])) { return true }
    case .organization(let body):
      for slot in chart.chargedBy.slots(of: body) {
        let post = chart.chargedBy.values[slot]
        if statuses[post] != .abolished, isGoal(.post(post)) { return true }
      }
    default: break
    }
    for raw in leadership.over[node] {
      let row = ID<Oversight>(raw: raw)
      if coordinated || kinds[row] != .coordinate, isGoal(overseers[row]) { return true }
    }
    return false
  }
}
