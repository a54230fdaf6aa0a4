import RemitModel

/// Who can direct whom, seen from below: from a post to its superiors (solid lines only) and to its organization, from
/// an organization to who is in charge of it, to its leader and to the organization it is part of, and from the target
/// of leading or coordinating oversight to the overseer. A post's own line is the same without that oversight.
package struct Direction: Fact {
  private let chart: Chart
  private let leaders: Leaders
  private let leadership: Leadership

  package init(_ chart: Chart, _ facts: Facts) {
    self.chart = chart
    leaders = facts[Leaders.self]
    leadership = facts[Leadership.self]
  }

  /// A searcher for many questions; it costs O(nodes) once, and each question what lies above the sources.
  package func climber() -> Climber { Climber(chart, leaders, leadership, isLed: true) }

  /// A searcher that stays in a post's own line: command, charge and headship, and no oversight.
  package func lineClimber() -> Climber { Climber(chart, leaders, leadership, isLed: false) }

  /// Climbs from nodes to those who direct them.
  ///
  /// What was seen is marked by the number of the search, so that nothing is cleared between two of them.
  package struct Climber {
    private let space: NodeSpace
    private let leaders: Leaders
    /// The rows of leading and coordinating oversight over each node, and whether they count.
    private let led: ListsByKey
    private let isLed: Bool
    // Of the chart, at hand for many climbs.
    private let superiors: Relation<Post, Post>
    private let chargedBy: Relation<Organization, Post>
    private let homes: [ID<Organization>]
    private let statuses: [Status]
    private let parents: [ID<Organization>?]
    private let overseers: NodeColumn<Oversight>
    private var marks: [Int32]
    private var search: Int32 = 0
    private var queue: [Int32] = []

    fileprivate init(_ chart: Chart, _ leaders: Leaders, _ leadership: Leadership, isLed: Bool) {
      space = NodeSpace(chart)
      self.leaders = leaders
      led = leadership.over
      self.isLed = isLed
      superiors = chart.superiors
      chargedBy = chart.chargedBy
      homes = chart.posts.organization.values
      statuses = chart.posts.status.values
      parents = chart.organizations.parent.values
      overseers = chart.oversight.by
      marks = [Int32](repeating: 0, count: space.count)
    }

    /// Whether `director` is one of two nodes or directs one of them, directly or through others. O(what is above).
    package mutating func does(_ director: Node, direct node: Node, or other: Node) -> Bool {
      let goal = space.index(director)
      begin()
      visit(space.index(node))
      visit(space.index(other))
      var head = 0
      while marks[goal] != search {
        if head == queue.count { return false }
        visitAbove(Int(queue[head]))
        head += 1
      }
      return true
    }

    /// Everybody and every body above a node, nearest first, without the node itself. O(what is above).
    package mutating func above(_ node: Node) -> [Node] {
      _ = first(above: node) { _ in false }
      return queue.dropFirst().map { space.node(Int($0)) }
    }

    /// Whether somebody or some body above a node is wanted; the nearest are asked about first. O(what is above).
    package mutating func isAnyAbove(_ node: Node, _ isWanted: (Node) -> Bool) -> Bool {
      first(above: node, isWanted) != nil
    }

    private mutating func first(above node: Node, _ isWanted: (Node) -> Bool) -> Node? {
      begin()
      visit(space.index(node))
      var head = 0
      while head < queue.count {
        let index = Int(queue[head])
        if head > 0, isWanted(space.node(index)) { return space.node(index) }
        visitAbove(index)
        head += 1
      }
      return nil
    }

    private mutating func begin() {
      queue.removeAll(keepingCapacity: true)
      if search == .max {
        for index in marks.indices { marks[index] = 0 }
        search = 0
      }
      search += 1
    }

    @inline(__always)
    private mutating func visit(_ index: Int) {
      guard marks[index] != search else { return }
      marks[index] = search
      queue.append(Int32(truncatingIfNeeded: index))
    }

    /// Visits those that direct a node themselves.
    private mutating func visitAbove(_ index: Int) {
      switch space.node(index) {
      case .post(let post) where statuses[post.index] != .abolished:
        for slot in superiors.slots(of: post) { visit(superiors.values[slot].index) }
        visit(space.index(.organization(homes[post.index])))
      case .organization(let body):
        for slot in chargedBy.slots(of: body) where statuses[chargedBy.values[slot].index] != .abolished {
          visit(chargedBy.values[slot].index)
        }
        if let leader = leaders.leader(of: body) { visit(leader.index) }
        if let parent = parents[body.index] { visit(space.index(.organization(parent))) }
      default: break
      }
      guard isLed else { return }
      for slot in led.slots(of: index) { visit(space.index(overseers[ID(raw: led.items[slot])])) }
    }
  }
}
