import RemitModel

/// Which roles answer together by a regulation (党政同责).
package struct JointRoles: Fact {
  private let joints: [Set<ID<Role>>]

  package init(_ chart: Chart, _ facts: Facts) {
    var ids: [String: ID<Role>] = [:]
    for role in chart.roles.ids { ids[chart.roles.key[role]] = role }
    joints = chart.regulations.flatMap { regulation in
      regulation.joints.map { joint in Set(joint.roles.compactMap { ids[regulation.roles[$0].key] }) }
    }
  }

  /// Whether all of these are posts of one jurisdiction in different roles of one set that answers together.
  package func cover(_ nodes: [Node], in chart: Chart) -> Bool {
    guard !joints.isEmpty else { return false }
    var roles: Set<ID<Role>> = []
    var home: ID<Jurisdiction>?
    for node in nodes {
      guard case .post(let post) = node, let role = chart.posts.role[post], roles.insert(role).inserted,
        home == nil || home == chart.jurisdiction(of: post)
      else { return false }
      home = chart.jurisdiction(of: post)
    }
    return joints.contains { roles.isSubset(of: $0) }
  }
}
