import RemitModel

/// Who stands at the top of each organization by command.
package struct Leaders: Fact {
  /// Whether a post, not abolished, reports to nobody of its own organization.
  package let isTop: [Bool]
  private let leaders: [ID<Post>?]

  package init(_ chart: Chart, _ facts: Facts) {
    let organizations = chart.posts.organization
    var tops = [[ID<Post>]](repeating: [], count: chart.organizations.key.count)
    var isTop = [Bool](repeating: false, count: chart.posts.key.count)
    for post in chart.posts.ids where chart.posts.status[post] != .abolished {
      let home = organizations[post]
      // A post that reports to itself is a circle (STR001), and nobody stands above it for that.
      guard !chart.superiors[post].contains(where: { $0 != post && organizations[$0] == home }) else { continue }
      isTop[post.index] = true
      tops[home.index].append(post)
    }
    leaders = tops.map { tops in
      if tops.count < 2 { return tops.first }
      let commanding = tops.filter { top in
        chart.reports[top].contains { organizations[$0] == organizations[top] }
      }
      return commanding.count == 1 ? commanding[0] : nil
    }
    self.isTop = isTop
  }

  /// The one post that stands above the others of an organization: its only top, or the only one of several that
  /// somebody of the organization reports to. Nil where there is none.
  package func leader(of organization: ID<Organization>) -> ID<Post>? { leaders[organization.index] }
}
