import RemitModel

/// Who stands at the top of each organization by command.
package struct Leaders: Fact {
  /// Whether a post, not abolished, reports to nobody of its own organization.
  package let isTop: [Bool]
  private let leaders: [ID<Post>?]

  package init(_ chart: Chart, _ facts: Facts) {
    let (organizations, statuses) = (chart.posts.organization, chart.posts.status)
    let (superiors, reports, members) = (chart.superiors, chart.reports, chart.members)
    var isTop = [Bool](repeating: false, count: chart.posts.key.count)
    for post in chart.posts.ids where statuses[post] != .abolished {
      let home = organizations[post]
      // A post that reports to itself is a circle (STR001), and nobody stands above it for that.
      let isBelow = superiors.slots(of: post).contains {
        superiors.values[$0] != post && organizations[superiors.values[$0]] == home
      }
      if !isBelow { isTop[post.index] = true }
    }
    leaders = chart.organizations.ids.map { organization in
      var (tops, commanding) = (0, 0)
      var first: ID<Post>?
      var commander: ID<Post>?
      for slot in members.slots(of: organization) where isTop[members.values[slot].index] {
        let top = members.values[slot]
        tops += 1
        first = first ?? top
        guard reports.slots(of: top).contains(where: { organizations[reports.values[$0]] == organization }) else {
          continue
        }
        commanding += 1
        commander = top
      }
      if tops < 2 { return first }
      return commanding == 1 ? commander : nil
    }
    self.isTop = isTop
  }

  /// The one post that stands above the others of an organization: its only top, or the only one of several that
  /// somebody of the organization reports to. Nil where there is none.
  package func leader(of organization: ID<Organization>) -> ID<Post>? { leaders[organization.index] }
}
