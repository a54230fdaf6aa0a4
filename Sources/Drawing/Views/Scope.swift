import RemitInspection
import RemitModel

/// What a picture is made of, before it is cut to size: all that is asked for (its *core*), and all that one link ties to
/// it, so that what is cut off there can be counted. Views look at nothing else, so that a part of a chart of any size
/// costs no more than the part. O(chart) to find.
struct Scope {
  private(set) var jurisdictions: [ID<Jurisdiction>]
  private(set) var organizations: [ID<Organization>]
  private(set) var posts: [ID<Post>]
  private(set) var duties: [ID<Duty>]
  private(set) var oversight: [ID<Oversight>]
  /// Nil: everything.
  private(set) var members: Members?
  /// Nil: everything that is in the scope.
  private(set) var core: Members?

  /// Flags by table.
  struct Members: Equatable {
    var organizations: [Bool]
    var posts: [Bool]
    var duties: [Bool]

    init(_ chart: Chart, _ value: Bool = false) {
      organizations = [Bool](repeating: value, count: chart.organizations.key.count)
      posts = [Bool](repeating: value, count: chart.posts.key.count)
      duties = [Bool](repeating: value, count: chart.duties.key.count)
    }

    subscript(_ node: RemitModel.Node) -> Bool {
      get {
        switch node {
        case .post(let id): posts[id.index]
        case .organization(let id): organizations[id.index]
        case .duty(let id): duties[id.index]
        }
      }
      set {
        switch node {
        case .post(let id): posts[id.index] = newValue
        case .organization(let id): organizations[id.index] = newValue
        case .duty(let id): duties[id.index] = newValue
        }
      }
    }
  }

  func has(_ post: ID<Post>) -> Bool { members?.posts[post.index] ?? true }
  func has(_ organization: ID<Organization>) -> Bool { members?.organizations[organization.index] ?? true }
  func has(_ duty: ID<Duty>) -> Bool { members?.duties[duty.index] ?? true }
  func has(_ node: RemitModel.Node) -> Bool { members?[node] ?? true }

  /// Whether an entity is what was asked for, rather than tied to it. What no table of members holds always is.
  func isCore(_ entity: Entity) -> Bool {
    guard let core else { return true }
    return switch entity {
    case .post(let id): core.posts[id.index]
    case .organization(let id): core.organizations[id.index]
    case .duty(let id): core.duties[id.index]
    default: true
    }
  }

  /// Everything, with oversight of some kinds only.
  init(_ chart: Chart, kinds: [LinkKind] = []) {
    jurisdictions = Array(chart.jurisdictions.ids)
    organizations = Array(chart.organizations.ids)
    posts = Array(chart.posts.ids)
    duties = Array(chart.duties.ids)
    oversight = chart.oversight.ids.filter { kinds.isEmpty || kinds.contains(chart.oversight.kind[$0]) }
  }

  /// A part of the chart, and what is tied to it in a view.
  init(_ chart: Chart, core: Members, view: View, selection: Selection) {
    self.init(chart, kinds: selection.kinds)
    if !selection.domains.isEmpty {
      let wanted = Set(selection.domains)
      oversight = oversight.filter { row in
        chart.oversight.scope[row].isEmpty || chart.oversight.scope[row].contains(where: wanted.contains)
      }
    }
    oversight = oversight.filter { core[chart.oversight.by[$0]] || core[chart.oversight.of[$0]] }
    var all = core
    Neighbours(chart: chart, core: core).add(to: &all, view, oversight)
    self.core = core
    members = all
    posts = posts.filter { all.posts[$0.index] }
    duties = duties.filter { all.duties[$0.index] }
    organizations = organizations.filter { all.organizations[$0.index] }
    var hasBody = [Bool](repeating: false, count: jurisdictions.count)
    for organization in organizations { hasBody[chart.organizations.jurisdiction[organization].index] = true }
    jurisdictions = jurisdictions.filter { hasBody[$0.index] }
  }
}

/// What one link ties to the core.
struct Neighbours {
  let chart: Chart
  let core: Scope.Members

  func add(to all: inout Scope.Members, _ view: View, _ rows: [ID<Oversight>]) {
    switch view {
    case .chain:
      for post in chart.posts.ids {
        for superior in chart.superiors[post] { add(.post(post), .post(superior), to: &all) }
        for superior in chart.dotted[post] { add(.post(post), .post(superior), to: &all) }
        for body in chart.charges[post] {
          add(.post(post), .organization(body), to: &all)
          for member in chart.members[body].prefix(Self.heads) { add(.post(post), .post(member), to: &all) }
        }
      }
    case .oversight:
      for row in rows { add(chart.oversight.by[row], chart.oversight.of[row], to: &all) }
    case .duties:
      for row in chart.assignments.ids {
        add(chart.assignments.assignee[row], .duty(chart.assignments.duty[row]), to: &all)
      }
    case .organization:
      for body in chart.organizations.ids {
        if let parent = chart.organizations.parent[body] { add(.organization(body), .organization(parent), to: &all) }
      }
      addSiblings(to: &all)
    }
    // Boxes say which organization a post sits in.
    for post in chart.posts.ids where all.posts[post.index] {
      all.organizations[chart.posts.organization[post].index] = true
    }
  }

  /// The bodies that stand under one place with one of the core.
  private func addSiblings(to all: inout Scope.Members) {
    let table = chart.organizations
    let tops = table.ids.filter { table.parent[$0] == nil }
    var isNear = [Bool](repeating: false, count: chart.jurisdictions.key.count)
    for body in tops where core.organizations[body.index] { isNear[table.jurisdiction[body].index] = true }
    for body in tops where isNear[table.jurisdiction[body].index] { all.organizations[body.index] = true }
  }

  /// The posts of an organization among which its head is looked for.
  private static let heads = 8

  private func add(_ a: RemitModel.Node, _ b: RemitModel.Node, to all: inout Scope.Members) {
    if core[a] { all[b] = true }
    if core[b] { all[a] = true }
  }
}
