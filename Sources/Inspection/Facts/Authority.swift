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
    let (superiors, dotted, charges) = (chart.superiors, chart.dotted, chart.charges)
    let (homes, statuses) = (chart.posts.organization.values, chart.posts.status.values)
    let (kinds, overseers, overseen) = (chart.oversight.kind.values, chart.oversight.by, chart.oversight.of)
    let most = superiors.values.count + dotted.values.count + charges.values.count + homes.count + kinds.count
    var sources: [Int32] = []
    var targets: [Int32] = []
    var bonds: [Bond] = []
    sources.reserveCapacity(most)
    targets.reserveCapacity(most)
    bonds.reserveCapacity(most)
    func add(_ from: Node, _ to: Node, _ bond: Bond) {
      sources.append(Int32(space.index(from)))
      targets.append(Int32(space.index(to)))
      bonds.append(bond)
    }
    for post in chart.posts.ids where statuses[post.index] != .abolished {
      for slot in superiors.slots(of: post) { add(.post(superiors.values[slot]), .post(post), .reportsTo) }
      for slot in dotted.slots(of: post) { add(.post(dotted.values[slot]), .post(post), .dottedTo) }
      for slot in charges.slots(of: post) { add(.post(post), .organization(charges.values[slot]), .inChargeOf) }
      add(.organization(homes[post.index]), .post(post), .sitsIn)
    }
    for row in kinds.indices where kinds[row] == .lead || kinds[row] == .coordinate {
      add(overseers[ID(row)], overseen[ID(row)], .oversight(kinds[row]))
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
