import RemitModel

/// Where the chains that the chart's regulations ask for do not hold.
package struct ChainBreaks: Fact {
  /// One cause for which chains do not hold in one place.
  package struct Break: Sendable {
    package let regulation: Int
    package let jurisdiction: ID<Jurisdiction>
    /// The chains that break for this cause.
    package fileprivate(set) var chains: [Int]
    /// The roles above and below the gap.
    package let upper: Int
    package let lower: Int
    /// The posts, or bodies, below the gap that nothing above it reaches; a department without any such post.
    package let lost: [Node]
    /// How many at the chain's end are lost with them.
    package fileprivate(set) var affected: Int
    /// The longest part that holds, from the chain's first post down to the gap.
    package let held: [Node]
    /// `lost` is a department in which nobody fills the lower role.
    package let isHeadless: Bool

    /// The clauses of the roles above and below the gap, each once.
    package func clauses(in chart: Chart) -> [ClauseNumber] {
      let roles = chart.regulations[regulation].roles
      var clauses: [ClauseNumber] = []
      for clause in roles[upper].clauses + roles[lower].clauses where !clauses.contains(clause) {
        clauses.append(clause)
      }
      return clauses
    }
  }

  package let breaks: [Break]

  package init(_ chart: Chart, _ facts: Facts) {
    var breaks: [Break] = []
    if chart.origin == .regulation {
      for (index, regulation) in chart.regulations.enumerated() {
        let nodes = regulation.roles.indices.map { [Node.post(ID($0))] }
        var walk = ChainWalk(chart, facts, regulation: index, jurisdiction: ID(0), nodes: nodes)
        for chain in regulation.chains.indices { walk.follow(chain, regulation.chains[chain].roles) }
        breaks += walk.breaks
      }
    }
    for scope in facts[Obligations.self].scopes {
      let regulation = chart.regulations[scope.regulation]
      let nodes = regulation.roles.indices.map { Self.nodes(of: $0, in: scope, chart) }
      var walk = ChainWalk(
        chart, facts, regulation: scope.regulation, jurisdiction: scope.jurisdiction, nodes: nodes)
      for (index, chain) in regulation.chains.enumerated() where chain.levels.contains(scope.level) {
        walk.follow(index, Self.steps(of: chain, in: scope, chart))
      }
      breaks += walk.breaks
    }
    self.breaks = breaks
  }

  /// The roles that a chain asks for in one place: optional ones that nobody fills, and those of other levels, drop out.
  package static func steps(of chain: Regulation.Chain, in scope: Obligations.Scope, _ chart: Chart) -> [Int] {
    let roles = chart.regulations[scope.regulation].roles
    return chain.roles.filter {
      roles[$0].levels.contains(scope.level) && !(roles[$0].optional && nodes(of: $0, in: scope, chart).isEmpty)
    }
  }

  /// Who stands for a role in one place.
  package static func nodes(of index: Int, in scope: Obligations.Scope, _ chart: Chart) -> [Node] {
    let role = chart.regulations[scope.regulation].roles[index]
    let posts = scope.posts[index].map(Node.post)
    guard role.body else { return posts }
    let bodies = chart.bodies[scope.jurisdiction].filter { chart.organizations.kind[$0] == role.organization }
    return posts + bodies.map(Node.organization)
  }
}

/// Follows the chains of one regulation down one place.
private struct ChainWalk {
  private struct Cause: Hashable {
    let upper: Int
    let lower: Int
    let lost: [Node]
  }

  private let chart: Chart
  private let ascent: Ascent
  private let regulation: Int
  private let jurisdiction: ID<Jurisdiction>
  /// Who stands for each role.
  private let nodes: [[Node]]
  private(set) var breaks: [ChainBreaks.Break] = []
  private var known: [Cause: Int] = [:]

  init(
    _ chart: Chart, _ facts: Facts, regulation: Int, jurisdiction: ID<Jurisdiction>, nodes: [[Node]]
  ) {
    self.chart = chart
    ascent = facts[Ascent.self]
    self.regulation = regulation
    self.jurisdiction = jurisdiction
    self.nodes = nodes
  }

  /// Goes down a chain step by step; a role that nobody fills ends it, since that is a fault of its own.
  mutating func follow(_ chain: Int, _ roles: [Int]) {
    guard let first = roles.first, !nodes[first].isEmpty else { return }
    var ways: [Node: [Node]] = [:]
    for node in nodes[first] { ways[node] = [node] }
    var reached = nodes[first]
    var dropped: [[Node]] = [[]]
    var previous: (role: Int, reached: [Node])?
    for (upper, lower) in zip(roles, roles.dropFirst()) {
      guard !nodes[lower].isEmpty else { return }
      let sources = Set(reached)
      let peers = peers(of: upper, below: previous, &ways)
      var next: [Node] = []
      var lost: [Node] = []
      for node in nodes[lower] {
        if let way = way(downTo: node, from: sources), let source = way.first {
          ways[node] = (ways[source] ?? []) + way.dropFirst()
          next.append(node)
        } else if let peer = peers.first(where: { directs($0, node) }) {
          ways[node] = (ways[peer] ?? []) + [node]
          next.append(node)
        } else {
          lost.append(node)
        }
      }
      guard !next.isEmpty else {
        add(chain, upper, lower, lost: lost, held: reached.first.flatMap { ways[$0] } ?? [], affected: lost.count)
        return
      }
      dropped.append(lost)
      previous = (upper, reached)
      reached = next
      if lower == roles.last {
        blame(chain, roles, dropped, ways)
        if !reached.isEmpty { findHeadless(chain, upper, lower, ways) }
      }
    }
  }

  /// Reached posts of roles that have the same place in another chain: a deputy in charge of the environment who is also
  /// in charge of a sector passes the sector's chain on, though a post fills one role only.
  private func peers(
    of role: Int, below previous: (role: Int, reached: [Node])?, _ ways: inout [Node: [Node]]
  ) -> [Node] {
    guard let previous else { return [] }
    let sources = Set(previous.reached)
    var peers: [Node] = []
    for chain in chart.regulations[regulation].chains {
      for (upper, lower) in zip(chain.roles, chain.roles.dropFirst()) where upper == previous.role && lower != role {
        for node in nodes[lower] where !peers.contains(node) {
          guard let way = way(downTo: node, from: sources), let source = way.first else { continue }
          ways[node] = (ways[source] ?? []) + way.dropFirst()
          peers.append(node)
        }
      }
    }
    return peers
  }

  /// The way down to a node by command, charge or leadership; to be coordinated is not to be directed.
  private func way(downTo node: Node, from sources: Set<Node>) -> [Node]? {
    ascent.way(downTo: node, coordinated: false, from: sources.contains)
  }

  /// Whether a post is reported to by another, or is in charge of its organization.
  private func directs(_ upper: Node, _ lower: Node) -> Bool {
    guard case .post(let upper) = upper, case .post(let lower) = lower else { return false }
    return chart.superiors[lower].contains(upper)
      || chart.charges[upper].contains(chart.posts.organization[lower])
  }

  /// Finds for each post lost at the end the highest cause of it: itself, or one above it that is lost too.
  private mutating func blame(
    _ chain: Int, _ roles: [Int], _ dropped: [[Node]], _ ways: [Node: [Node]]
  ) {
    for end in dropped[roles.count - 1] {
      var node = end
      var step = roles.count - 1
      while step > 1, let above = way(downTo: node, from: Set(dropped[step - 1]))?.first {
        node = above
        step -= 1
      }
      let upper = nodes[roles[step - 1]].first { ways[$0] != nil }
      add(
        chain, roles[step - 1], roles[step], lost: [node], held: upper.flatMap { ways[$0] } ?? [], affected: 1)
    }
  }

  /// Departments of the last role's kind in which nobody fills that role.
  private mutating func findHeadless(_ chain: Int, _ upper: Int, _ lower: Int, _ ways: [Node: [Node]]) {
    let role = chart.regulations[regulation].roles[lower]
    guard chart.origin == .chart, !role.body, role.organization.isDepartment else { return }
    let headed = Set(
      nodes[lower].compactMap { node -> ID<Organization>? in
        if case .post(let post) = node { return chart.posts.organization[post] }
        return nil
      })
    let held = nodes[upper].first { ways[$0] != nil }.flatMap { ways[$0] } ?? []
    for organization in chart.bodies[jurisdiction] {
      guard chart.organizations.kind[organization] == role.organization, !headed.contains(organization),
        !chart.isAbolished(organization)
      else { continue }
      add(chain, upper, lower, lost: [.organization(organization)], held: held, affected: 1, isHeadless: true)
    }
  }

  private mutating func add(
    _ chain: Int, _ upper: Int, _ lower: Int, lost: [Node], held: [Node], affected: Int, isHeadless: Bool = false
  ) {
    let cause = Cause(upper: upper, lower: lower, lost: lost)
    if let index = known[cause] {
      if breaks[index].chains.contains(chain) {
        breaks[index].affected += affected
      } else {
        breaks[index].chains.append(chain)
      }
      return
    }
    known[cause] = breaks.count
    breaks.append(
      ChainBreaks.Break(
        regulation: regulation, jurisdiction: jurisdiction, chains: [chain], upper: upper, lower: lower, lost: lost,
        affected: affected, held: held, isHeadless: isHeadless))
  }
}

extension Chart {
  /// Whether an organization is gone: it has posts, and all of them are abolished.
  package func isAbolished(_ organization: ID<Organization>) -> Bool {
    let posts = members[organization]
    return !posts.isEmpty && posts.allSatisfy { self.posts.status[$0] == .abolished }
  }
}
