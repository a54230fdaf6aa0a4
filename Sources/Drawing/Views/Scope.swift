import RemitInspection
import RemitModel

/// What a picture is made of, before it is cut to size: all that is asked for (its *core*), and all that one link ties to
/// it, so that what is cut off there can be counted. Views look at nothing else, so that a part of a chart of any size
/// costs no more than the part.
struct Scope {
  private(set) var jurisdictions: [ID<Jurisdiction>]
  private(set) var organizations: [ID<Organization>]
  private(set) var posts: [ID<Post>]
  private(set) var duties: [ID<Duty>]
  private(set) var oversight: [ID<Oversight>]
  /// Nil: everything.
  private let members: Members?
  /// Nil: everything that is in the scope.
  private let core: Members?

  func has(_ post: ID<Post>) -> Bool { members?.posts.contains(post) ?? true }
  func has(_ organization: ID<Organization>) -> Bool { members?.organizations.contains(organization) ?? true }
  func has(_ duty: ID<Duty>) -> Bool { members?.duties.contains(duty) ?? true }
  func has(_ node: RemitModel.Node) -> Bool { members?.contains(node) ?? true }

  /// Whether only a part of the scope was asked for.
  var hasCore: Bool { core != nil }

  /// Whether an entity is what was asked for, rather than tied to it. What no table of members holds always is.
  func isCore(_ entity: Entity) -> Bool {
    guard let core else { return true }
    return switch entity {
    case .post(let id): core.posts.contains(id)
    case .organization(let id): core.organizations.contains(id)
    case .duty(let id): core.duties.contains(id)
    default: true
    }
  }

  /// Everything, with oversight of some kinds only. O(chart).
  init(_ chart: Chart, kinds: [LinkKind] = []) {
    jurisdictions = Array(chart.jurisdictions.ids)
    organizations = Array(chart.organizations.ids)
    posts = Array(chart.posts.ids)
    duties = Array(chart.duties.ids)
    oversight = chart.oversight.ids.filter { kinds.isEmpty || kinds.contains(chart.oversight.kind[$0]) }
    members = nil
    core = nil
  }

  /// A part of the chart, and what is tied to it in a view. O(part and its links), but for one flag for each row of the
  /// chart.
  init(_ chart: Chart, _ ties: Ties, core: Members, view: View, selection: Selection) {
    let wanted = Set(selection.domains)
    func isWanted(_ row: ID<Oversight>) -> Bool {
      (selection.kinds.isEmpty || selection.kinds.contains(chart.oversight.kind[row]))
        && (wanted.isEmpty || chart.oversight.scope[row].isEmpty
          || chart.oversight.scope[row].contains(where: wanted.contains))
    }
    var rows = Set<ID<Oversight>>()
    for node in core.nodes {
      for row in ties.oversight[ties.space.index(node)] where isWanted(row) { rows.insert(row) }
    }
    var all = core
    Neighbours(chart: chart, ties: ties).add(of: core, to: &all, view, isWanted)
    oversight = rows.sorted()
    posts = all.posts.sorted
    duties = all.duties.sorted
    organizations = all.organizations.sorted
    jurisdictions = organizations.map { chart.organizations.jurisdiction[$0] }.distinct
    self.core = core
    members = all
  }
}

/// What one link ties to something.
struct Neighbours {
  let chart: Chart
  let ties: Ties

  /// - Parameter isWanted: which rows of oversight count.
  func add(
    of core: Scope.Members, to all: inout Scope.Members, _ view: View, _ isWanted: (ID<Oversight>) -> Bool
  ) {
    switch view {
    case .chain: addCommand(of: core, to: &all)
    case .oversight:
      for node in core.nodes {
        for row in ties.oversight[ties.space.index(node)] where isWanted(row) {
          all.insert(chart.oversight.by[row])
          all.insert(chart.oversight.of[row])
        }
      }
    case .duties: addLetters(of: core, to: &all)
    case .organization: addBodies(of: core, to: &all)
    }
    // Boxes say which organization a post sits in.
    for post in all.posts.ids { all.organizations.insert(chart.posts.organization[post]) }
  }

  private func addCommand(of core: Scope.Members, to all: inout Scope.Members) {
    for post in core.posts.ids {
      for other in chart.superiors[post] { all.posts.insert(other) }
      for other in chart.reports[post] { all.posts.insert(other) }
      for other in chart.dotted[post] { all.posts.insert(other) }
      for other in ties.dotted[post.index] { all.posts.insert(other) }
      for body in chart.charges[post] {
        all.organizations.insert(body)
        for member in heads(of: body) { all.posts.insert(member) }
      }
      let home = chart.posts.organization[post]
      guard heads(of: home).contains(post) else { continue }
      for other in chart.chargedBy[home] { all.posts.insert(other) }
    }
    for body in core.organizations.ids { for post in chart.chargedBy[body] { all.posts.insert(post) } }
  }

  /// The posts of an organization among which its head is looked for.
  private func heads(of body: ID<Organization>) -> ArraySlice<ID<Post>> { chart.members[body].prefix(8) }

  private func addLetters(of core: Scope.Members, to all: inout Scope.Members) {
    let table = chart.assignments
    for duty in core.duties.ids { for row in chart.letters[duty] { all.insert(table.assignee[row]) } }
    for post in core.posts.ids { for row in chart.assignmentsOfPost[post] { all.duties.insert(table.duty[row]) } }
    for body in core.organizations.ids { for row in ties.letters[body.index] { all.duties.insert(table.duty[row]) } }
  }

  /// The bodies above and below, and those that stand under one place with one of the core.
  private func addBodies(of core: Scope.Members, to all: inout Scope.Members) {
    let table = chart.organizations
    var places = Set<ID<Jurisdiction>>()
    for body in core.organizations.ids {
      if let parent = table.parent[body] {
        all.organizations.insert(parent)
      } else {
        places.insert(table.jurisdiction[body])
      }
      for part in ties.bodies[body.index] { all.organizations.insert(part) }
    }
    for place in places { for body in ties.tops[place.index] { all.organizations.insert(body) } }
  }
}
