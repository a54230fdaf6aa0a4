import RemitKernel
import RemitModel

/// Whom what a body learns can come to: its superiors and their bodies by the solid and the dotted line, the
/// organizations it is part of, and whoever is fed with results on the way. A body hears what one of its posts hears.
package struct ReportingLines: Fact {
  private let chart: Chart
  private let space: NodeSpace
  private let graph: CSRGraph
  /// Whether each input edge of the graph hands on results rather than reports.
  private let isFeed: [Bool]

  package init(_ chart: Chart, _ facts: Facts) {
    let space = NodeSpace(chart)
    var sources: [Int32] = []
    var targets: [Int32] = []
    var isFeed: [Bool] = []
    func add(_ from: Node, _ to: Node, feeding: Bool = false) {
      sources.append(Int32(space.index(from)))
      targets.append(Int32(space.index(to)))
      isFeed.append(feeding)
    }
    for post in chart.posts.ids {
      for slot in chart.superiors.slots(of: post) { add(.post(post), .post(chart.superiors.values[slot])) }
      for slot in chart.dotted.slots(of: post) { add(.post(post), .post(chart.dotted.values[slot])) }
      add(.post(post), .organization(chart.posts.organization[post]))
      add(.organization(chart.posts.organization[post]), .post(post))
    }
    for organization in chart.organizations.ids {
      if let parent = chart.organizations.parent[organization] {
        add(.organization(organization), .organization(parent))
      }
    }
    for row in chart.oversight.ids {
      for node in chart.oversight.feeds[row] { add(chart.oversight.by[row], node, feeding: true) }
    }
    self.chart = chart
    self.space = space
    self.isFeed = isFeed
    graph = CSRGraph(vertexCount: space.count, sources: sources, targets: targets)
  }

  /// Everything that hears of what a node learns, itself and its organization's posts included. With `handingOn` false
  /// the node and its organization do not pass on results, only report. O(what hears of it).
  package func hearing(of node: Node, handingOn: Bool) -> Set<Node> {
    let own = chart.organization(of: node)
    var found: Set<Node> = [node]
    var pending = [node]
    while let next = pending.popLast() {
      let feeds = handingOn || own == nil || chart.organization(of: next) != own
      for slot in graph.slots(of: space.index(next)) where feeds || !isFeed[Int(graph.edges[slot])] {
        let target = space.node(Int(graph.targets[slot]))
        if found.insert(target).inserted { pending.append(target) }
      }
    }
    return found
  }
}
