import RemitModel

/// The heads of each jurisdiction: its posts in the roles of party and government principal and its apex posts; where it
/// has none of these, its roots of command.
package struct Heads: Fact {
  /// The roles whose posts head a jurisdiction.
  package static let roles: Set<String> = ["committee-principal", "government-principal"]

  private let heads: [[ID<Post>]]
  private let headed: [Bool]
  /// Whether a post is a head of its jurisdiction.
  package let isHead: [Bool]

  package init(_ chart: Chart, _ facts: Facts) {
    let isPrincipal = chart.roles.ids.map { Heads.roles.contains(chart.roles.key[$0]) }
    var heads = [[ID<Post>]](repeating: [], count: chart.jurisdictions.key.count)
    var roots = heads
    let superiors = chart.superiors
    for post in chart.posts.ids where chart.posts.status[post] != .abolished {
      let jurisdiction = chart.jurisdiction(of: post)
      let principal = chart.posts.role[post].map { isPrincipal[$0.index] } ?? false
      if principal || chart.isApex(post) {
        heads[jurisdiction.index].append(post)
      } else if !superiors.slots(of: post).contains(where: {
        superiors.values[$0] != post && chart.jurisdiction(of: superiors.values[$0]) == jurisdiction
      }) {
        roots[jurisdiction.index].append(post)
      }
    }
    headed = heads.map { !$0.isEmpty }
    for index in heads.indices where heads[index].isEmpty { heads[index] = roots[index] }
    self.heads = heads
    var isHead = [Bool](repeating: false, count: chart.posts.key.count)
    for post in heads.joined() { isHead[post.index] = true }
    self.isHead = isHead
  }

  package func of(_ jurisdiction: ID<Jurisdiction>) -> [ID<Post>] { heads[jurisdiction.index] }

  /// Whether the jurisdiction has principals or apexes, rather than mere roots of command.
  package func areDeclared(in jurisdiction: ID<Jurisdiction>) -> Bool { headed[jurisdiction.index] }
}
