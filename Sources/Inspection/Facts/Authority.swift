import RemitModel

/// How authority flows down: from a superior to those who report to it (solid and dotted), from a post to the
/// organizations in its charge and on to their posts, and along oversight that leads or coordinates.
package struct Authority: Fact {
  private let chart: Chart
  private let space: NodeSpace
  private let leadership: Leadership
  private let oversight: OversightByKind

  package init(_ chart: Chart, _ facts: Facts) {
    self.chart = chart
    space = NodeSpace(chart)
    leadership = facts[Leadership.self]
    oversight = facts[OversightByKind.self]
  }

  /// Everything that the nodes direct, themselves included, indexed as `index` numbers it. O(nodes + links).
  package func reach(from nodes: [Node]) -> [Bool] {
    let (reports, charges, members, statuses) = (chart.reports, chart.charges, chart.members, chart.posts.status.values)
    let dotted = chart.dotted.values.isEmpty ? nil : chart.dotted.inverse(rows: statuses.count)
    let (space, overseers, overseen) = (space, chart.oversight.by, chart.oversight.of)
    let led = ListsByKey(count: space.count, grouping: oversight.rows(of: .lead, .coordinate)) {
      space.index(overseers[$0])
    }
    var isReached = [Bool](repeating: false, count: space.count)
    var pending: [Int32] = []
    func reach(_ index: Int) {
      if isReached[index] { return }
      isReached[index] = true
      pending.append(Int32(truncatingIfNeeded: index))
    }
    func reachInForce(_ posts: Relation<some Any, Post>, _ slots: Range<Int>) {
      for slot in slots where statuses[posts.values[slot].index] != .abolished { reach(posts.values[slot].index) }
    }
    for node in nodes { reach(space.index(node)) }
    while let next = pending.popLast() {
      switch space.node(Int(next)) {
      case .post(let post):
        reachInForce(reports, reports.slots(of: post))
        if let dotted { reachInForce(dotted, dotted.slots(of: post)) }
        if statuses[post.index] == .abolished { break }
        for slot in charges.slots(of: post) { reach(space.index(.organization(charges.values[slot]))) }
      case .organization(let body): reachInForce(members, members.slots(of: body))
      case .duty: break
      }
      for slot in led.slots(of: Int(next)) { reach(space.index(overseen[ID(raw: led.items[slot])])) }
    }
    return isReached
  }

  package func index(_ node: Node) -> Int { space.index(node) }

  /// The links of a way down, told as the chart has them: from a report up to its superior, from a charge down.
  package func links(along path: [Node], in inspection: Inspection) -> [Tie] {
    zip(path, path.dropFirst()).map { from, to in
      let bond = bond(from, to) ?? .answersTo
      switch bond {
      case .reportsTo, .dottedTo, .sitsIn: return inspection.link(Entity(to), bond, Entity(from))
      default: return inspection.link(Entity(from), bond, Entity(to))
      }
    }
  }

  /// By what the one directs the other, command and charge before oversight; nil where it does not.
  private func bond(_ from: Node, _ to: Node) -> Bond? {
    switch (from, to) {
    case (.post(let above), .post(let post)) where chart.posts.status[post] != .abolished:
      if chart.superiors[post].contains(above) { return .reportsTo }
      if chart.dotted[post].contains(above) { return .dottedTo }
    case (.organization(let body), .post(let post)) where chart.posts.status[post] != .abolished:
      if chart.posts.organization[post] == body { return .sitsIn }
    case (.post(let post), .organization(let body)) where chart.posts.status[post] != .abolished:
      if chart.charges[post].contains(body) { return .inChargeOf }
    default: break
    }
    return leadership.over[space.index(to)].map { ID<Oversight>(raw: $0) }
      .first { chart.oversight.by[$0] == from }.map { .oversight(chart.oversight.kind[$0]) }
  }
}
