import RemitModel

/// What the chart's regulations demand of its jurisdictions, and which posts and bodies stand for their roles.
package struct Obligations: Fact {
  /// One regulation in one jurisdiction that it binds.
  package struct Scope: Sendable {
    package let regulation: Int
    package let jurisdiction: ID<Jurisdiction>
    package let level: Level
    /// The posts of each role of the regulation in the jurisdiction, by the role's index; abolished posts are left out.
    package let posts: [[ID<Post>]]
  }

  /// In the order of regulations, then of jurisdictions.
  package let scopes: [Scope]
  /// By regulation and jurisdiction.
  private let isBound: [[Bool]]

  package init(_ chart: Chart, _ facts: Facts) {
    var scopes: [Scope] = []
    var bound: [[Bool]] = []
    if chart.origin == .chart {
      for (index, regulation) in chart.regulations.enumerated() {
        let flags = Self.bound(by: regulation, in: chart)
        bound.append(flags)
        let posts = Self.posts(of: regulation, in: chart)
        for jurisdiction in chart.jurisdictions.ids where flags[jurisdiction.index] {
          guard let level = chart.jurisdictions.level[jurisdiction] else { continue }
          scopes.append(
            Scope(regulation: index, jurisdiction: jurisdiction, level: level, posts: posts[jurisdiction.index]))
        }
      }
    }
    self.scopes = scopes
    isBound = bound
  }

  /// Whether a regulation binds a jurisdiction of the chart.
  package func binds(_ regulation: Int, _ jurisdiction: ID<Jurisdiction>) -> Bool {
    isBound.indices.contains(regulation)
      && isBound[regulation][jurisdiction.index]
  }

  /// The scope of the jurisdiction directly above one, if the regulation binds that too.
  package func parent(of scope: Scope, in chart: Chart) -> Scope? {
    guard let parent = chart.jurisdictions.parent[scope.jurisdiction] else { return nil }
    return scopes.first { $0.regulation == scope.regulation && $0.jurisdiction == parent }
  }

  /// A regulation binds a jurisdiction at one of its levels in which the chart shows an organization of a kind that the
  /// regulation's office holders sit in. A place that is there only as the seat of an outside team is not bound.
  private static func bound(by regulation: Regulation, in chart: Chart) -> [Bool] {
    let kinds = Set(regulation.roles.filter { !$0.body }.map(\.organization))
    var flags = [Bool](repeating: false, count: chart.jurisdictions.key.count)
    for organization in chart.organizations.ids where kinds.contains(chart.organizations.kind[organization]) {
      let jurisdiction = chart.organizations.jurisdiction[organization]
      if let level = chart.jurisdictions.level[jurisdiction], regulation.levels.contains(level) {
        flags[jurisdiction.index] = true
      }
    }
    return flags
  }

  /// By jurisdiction and role of the regulation.
  private static func posts(of regulation: Regulation, in chart: Chart) -> [[[ID<Post>]]] {
    let none = [[ID<Post>]](repeating: [], count: regulation.roles.count)
    var posts = [[[ID<Post>]]](repeating: none, count: chart.jurisdictions.key.count)
    let numbers = chart.roles.key.values.map(regulation.role)
    for post in chart.posts.ids where chart.posts.status[post] != .abolished {
      guard let role = chart.posts.role[post], let number = numbers[role.index] else { continue }
      posts[chart.jurisdiction(of: post).index][number].append(post)
    }
    return posts
  }
}

extension Regulation {
  /// Whether a node of a chart can stand for a role: a post that fills it, an organization that has such a post, or,
  /// for a body, any organization of its kind and every post in one.
  package func stands(_ node: Node, for role: Int, in chart: Chart) -> Bool {
    let wanted = roles[role]
    func fills(_ post: ID<Post>) -> Bool { chart.posts.role[post].map { chart.roles.key[$0] == wanted.key } ?? false }
    switch node {
    case .duty: return false
    case .post(let post):
      if fills(post) { return true }
      return wanted.body && chart.organizations.kind[chart.posts.organization[post]] == wanted.organization
    case .organization(let organization):
      if wanted.body { return chart.organizations.kind[organization] == wanted.organization }
      return chart.members[organization].contains(where: fills)
    }
  }

  /// Whether a node of a chart can stand for an end of a required link.
  package func stands(_ node: Node, for end: End, in chart: Chart) -> Bool {
    switch end {
    case .role(let role): return stands(node, for: role, in: chart)
    case .kind(let kind): return chart.organization(of: node).map { chart.organizations.kind[$0] == kind } ?? false
    }
  }
}
