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

  package init(_ chart: Chart, _ facts: Facts) {
    var scopes: [Scope] = []
    if chart.origin == .chart {
      for (index, regulation) in chart.regulations.enumerated() {
        let flags = Self.bound(by: regulation, in: chart)
        let posts = Self.posts(of: regulation, in: chart)
        for jurisdiction in chart.jurisdictions.ids where flags[jurisdiction.index] {
          guard let level = chart.jurisdictions.level[jurisdiction] else { continue }
          scopes.append(
            Scope(regulation: index, jurisdiction: jurisdiction, level: level, posts: posts[jurisdiction.index]))
        }
      }
    }
    self.scopes = scopes
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
