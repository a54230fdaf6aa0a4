import RemitKernel
import RemitModel

/// How authority flows down: from a superior to those who report to it (solid and dotted), from a post to the
/// organizations in its charge and on to their posts, and along oversight that leads or coordinates.
package struct Authority: Fact {
  private let space: NodeSpace
  /// Over posts and organizations (as `NodeSpace` numbers them), from who directs to who is directed.
  package let down: CSRGraph
  /// What each input edge of `down` stands for.
  package let bonds: [Bond]

  package init(_ chart: Chart, _ facts: Facts) {
    let space = NodeSpace(chart)
    var sources: [Int32] = []
    var targets: [Int32] = []
    var bonds: [Bond] = []
    func add(_ from: Node, _ to: Node, _ bond: Bond) {
      sources.append(Int32(space.index(from)))
      targets.append(Int32(space.index(to)))
      bonds.append(bond)
    }
    for post in chart.posts.ids where chart.posts.status[post] != .abolished {
      for slot in chart.superiors.slots(of: post) { add(.post(chart.superiors.values[slot]), .post(post), .reportsTo) }
      for slot in chart.dotted.slots(of: post) { add(.post(chart.dotted.values[slot]), .post(post), .dottedTo) }
      for slot in chart.charges.slots(of: post) {
        add(.post(post), .organization(chart.charges.values[slot]), .inChargeOf)
      }
      add(.organization(chart.posts.organization[post]), .post(post), .sitsIn)
    }
    for row in chart.oversight.ids where chart.oversight.kind[row] == .lead || chart.oversight.kind[row] == .coordinate
    {
      add(chart.oversight.by[row], chart.oversight.of[row], .oversight(chart.oversight.kind[row]))
    }
    self.space = space
    down = CSRGraph(vertexCount: space.count, sources: sources, targets: targets)
    self.bonds = bonds
  }

  /// Everything that the nodes direct, themselves included, indexed as `index` numbers it. O(nodes + links).
  package func reach(from nodes: [Node]) -> [Bool] { down.reachable(from: nodes.map(space.index)) }

  package func index(_ node: Node) -> Int { space.index(node) }

  package func node(_ index: Int) -> Node { space.node(index) }

  /// The links of a way down, told as the chart has them: from a report up to its superior, from a charge down.
  package func links(along path: [Node], in inspection: Inspection) -> [Tie] {
    zip(path, path.dropFirst()).map { from, to in
      let slot = down.slots(of: space.index(from)).first { Int(down.targets[$0]) == space.index(to) }
      let bond = slot.map { bonds[Int(down.edges[$0])] } ?? .answersTo
      switch bond {
      case .reportsTo, .dottedTo, .sitsIn: return inspection.link(Entity(to), bond, Entity(from))
      default: return inspection.link(Entity(from), bond, Entity(to))
      }
    }
  }
}
