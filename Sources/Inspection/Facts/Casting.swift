import RemitModel

/// Which posts and bodies of a chart can stand for the roles of its regulations: a post that fills the role, an
/// organization that has such a post, or, for a body, any organization of its kind and every post in one. Words are
/// compared once, not at each question.
package struct Casting: Fact {
  /// The ends of one required link, ready for many questions.
  package struct Ends: Sendable {
    fileprivate let roles: Set<Int32>
    fileprivate let bodyKinds: Set<Int>
    fileprivate let kinds: Set<Int>
  }

  private let chart: Chart
  /// By regulation and post: the role that it fills, or -1.
  private let roleOfPost: [[Int32]]
  /// By organization: the number of its kind.
  private let kindOf: [Int]
  private let numbers: [OrganizationKind: Int]
  private let organizationsOfKind: [[ID<Organization>]]

  package init(_ chart: Chart, _ facts: Facts) {
    self.chart = chart
    roleOfPost = chart.regulations.map { regulation in
      let roles = chart.roles.key.values.map { regulation.role($0).map(Int32.init) ?? -1 }
      return chart.posts.role.values.map { $0.map { roles[$0.index] } ?? -1 }
    }
    var numbers: [OrganizationKind: Int] = [:]
    var groups: [[ID<Organization>]] = []
    // By code of a kind, its number; −1 where it did not occur yet.
    var known: [Int] = []
    kindOf = chart.organizations.ids.map { organization in
      let code = chart.organizations.kind.code(organization)
      while known.count <= code { known.append(-1) }
      if known[code] < 0 {
        known[code] = groups.count
        numbers[chart.organizations.kind[organization]] = groups.count
        groups.append([])
      }
      let number = known[code]
      groups[number].append(organization)
      return number
    }
    self.numbers = numbers
    organizationsOfKind = groups
  }

  /// The organizations of a kind, over the whole chart.
  package func organizations(of kind: OrganizationKind) -> [ID<Organization>] {
    numbers[kind].map { organizationsOfKind[$0] } ?? []
  }

  package func ends(_ ends: [Regulation.End], of regulation: Int) -> Ends {
    var roles: Set<Int32> = []
    var bodyKinds: Set<Int> = []
    var kinds: Set<Int> = []
    for end in ends {
      switch end {
      case .role(let role):
        roles.insert(Int32(role))
        let wanted = chart.regulations[regulation].roles[role]
        if wanted.body, let number = numbers[wanted.organization] { bodyKinds.insert(number) }
      case .kind(let kind):
        if let number = numbers[kind] { kinds.insert(number) }
      }
    }
    return Ends(roles: roles, bodyKinds: bodyKinds, kinds: kinds)
  }

  /// Whether a node can stand for one of the ends.
  package func stands(_ node: Node, for ends: Ends, of regulation: Int) -> Bool {
    switch node {
    case .duty: return false
    case .post(let post):
      let kind = kindOf[chart.posts.organization[post].index]
      return fills(post, ends, regulation) || ends.bodyKinds.contains(kind) || ends.kinds.contains(kind)
    case .organization(let organization):
      let kind = kindOf[organization.index]
      return ends.bodyKinds.contains(kind) || ends.kinds.contains(kind)
        || chart.members[organization].contains { fills($0, ends, regulation) }
    }
  }

  private func fills(_ post: ID<Post>, _ ends: Ends, _ regulation: Int) -> Bool {
    let role = roleOfPost[regulation][post.index]
    return role >= 0 && chart.posts.status[post] != .abolished && ends.roles.contains(role)
  }
}
