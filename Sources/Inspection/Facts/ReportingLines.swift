import RemitModel

/// Whom what a body learns can come to: its superiors and their bodies by the solid and the dotted line, the
/// organizations it is part of, and whoever is fed with results on the way. A body hears what one of its posts hears.
package struct ReportingLines: Fact {
  private let chart: Chart
  private let space: NodeSpace
  /// From whom results come to whom they are handed. All else is asked of the chart: few are asked about, of many.
  private let feeds: ListsByKey

  package init(_ chart: Chart, _ facts: Facts) {
    let space = NodeSpace(chart)
    let (overseers, fed) = (chart.oversight.by, chart.oversight.feeds)
    let nodes = fed.allItems
    var feeds = ListsByKey(count: space.count)
    for row in chart.oversight.ids {
      for _ in fed.slots(of: row) { feeds.count(space.index(overseers[row])) }
    }
    feeds.beginFilling()
    for row in chart.oversight.ids {
      for slot in fed.slots(of: row) {
        feeds.add(Int32(space.index(nodes[slot])), to: space.index(overseers[row]))
      }
    }
    self.chart = chart
    self.space = space
    self.feeds = feeds
  }

  /// Everything that hears of what a node learns, itself and its organization's posts included. With `handingOn` false
  /// the node and its organization do not pass on results, only report. O(what hears of it).
  package func hearing(of node: Node, handingOn: Bool) -> Set<Node> {
    let own = chart.organization(of: node)
    var found: Set<Node> = [node]
    var pending = [node]
    func tell(_ node: Node) {
      if found.insert(node).inserted { pending.append(node) }
    }
    while let next = pending.popLast() {
      switch next {
      case .post(let post):
        for superior in chart.superiors[post] { tell(.post(superior)) }
        for superior in chart.dotted[post] { tell(.post(superior)) }
        tell(.organization(chart.posts.organization[post]))
      case .organization(let body):
        for post in chart.members[body] { tell(.post(post)) }
        if let parent = chart.organizations.parent[body] { tell(.organization(parent)) }
      case .duty: break
      }
      guard handingOn || own == nil || chart.organization(of: next) != own else { continue }
      for target in feeds[space.index(next)] { tell(space.node(Int(target))) }
    }
    return found
  }
}
