import RemitKernel
import RemitModel

/// Who can direct whom, seen from below: from a post to its superiors (solid lines only) and to its organization, from
/// an organization to who is in charge of it, to its leader and to the organization it is part of, and from the target
/// of leading or coordinating oversight to the overseer. A post's own line is the same without that oversight.
package struct Direction: Fact {
  private let space: NodeSpace
  private let up: CSRGraph
  private let line: CSRGraph

  package init(_ chart: Chart, _ facts: Facts) {
    let space = NodeSpace(chart)
    let leaders = facts[Leaders.self]
    let (superiors, homes) = (chart.superiors, chart.posts.organization.values)
    let (statuses, chargedBy) = (chart.posts.status.values, chart.chargedBy)
    let (kinds, overseers, overseen) = (chart.oversight.kind.values, chart.oversight.by, chart.oversight.of)
    let most = superiors.values.count + homes.count + chargedBy.values.count + kinds.count
    var sources: [Int32] = []
    var targets: [Int32] = []
    sources.reserveCapacity(most)
    targets.reserveCapacity(most)
    func add(_ from: Node, _ to: Node) {
      sources.append(Int32(space.index(from)))
      targets.append(Int32(space.index(to)))
    }
    for post in chart.posts.ids where statuses[post.index] != .abolished {
      for slot in superiors.slots(of: post) { add(.post(post), .post(superiors.values[slot])) }
      add(.post(post), .organization(homes[post.index]))
    }
    for organization in chart.organizations.ids {
      for slot in chargedBy.slots(of: organization) where statuses[chargedBy.values[slot].index] != .abolished {
        add(.organization(organization), .post(chargedBy.values[slot]))
      }
      if let leader = leaders.leader(of: organization) { add(.organization(organization), .post(leader)) }
      if let parent = chart.organizations.parent[organization] {
        add(.organization(organization), .organization(parent))
      }
    }
    line = CSRGraph(vertexCount: space.count, sources: sources, targets: targets)
    for row in kinds.indices where kinds[row] == .lead || kinds[row] == .coordinate {
      add(overseen[ID(row)], overseers[ID(row)])
    }
    self.space = space
    up = CSRGraph(vertexCount: space.count, sources: sources, targets: targets)
  }

  package func index(_ node: Node) -> Int { space.index(node) }

  /// A searcher for many questions; it costs O(nodes) once, and each question what lies above the sources.
  package func climber() -> Climber { Climber(up: up, space: space) }

  /// A searcher that stays in a post's own line: command, charge and headship, and no oversight.
  package func lineClimber() -> Climber { Climber(up: line, space: space) }

  /// Climbs from nodes to those who direct them.
  package struct Climber {
    private let space: NodeSpace
    private var searcher: Searcher

    fileprivate init(up: CSRGraph, space: NodeSpace) {
      self.space = space
      searcher = Searcher(up)
    }

    /// Whether `director` is one of two nodes or directs one of them, directly or through others. O(what is above).
    package mutating func does(_ director: Node, direct node: Node, or other: Node) -> Bool {
      searcher.isReached(space.index(director), from: space.index(node), or: space.index(other))
    }

    /// Everybody and every body above a node, nearest first, without the node itself. O(what is above).
    package mutating func above(_ node: Node) -> [Node] {
      searcher.reach(from: space.index(node)).dropFirst().map { space.node(Int($0)) }
    }

    /// Whether somebody or some body above a node is wanted; the nearest are asked about first. O(what is above).
    package mutating func isAnyAbove(_ node: Node, _ isWanted: (Node) -> Bool) -> Bool {
      let own = space.index(node)
      return searcher.first(from: own) { $0 != own && isWanted(space.node($0)) } != nil
    }
  }
}
