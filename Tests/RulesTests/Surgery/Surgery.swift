import RemitInspection
import RemitModel
import RemitSource

/// Changes one part of a chart, as whoever keeps its file would: takes a part of a proof away, or puts a missing link in.
///
/// Posts, duties, organizations, persons and jurisdictions keep their row numbers: what is taken away is abolished and
/// loses its id and name, so that findings before and after can be compared by row.
struct Surgery {
  /// Why a part cannot be changed.
  struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  /// The chart before.
  let chart: Chart
  var contents: ChartContents

  private init(_ chart: Chart) {
    self.chart = chart
    contents = ChartContents(chart)
  }

  /// The chart without a link of a proof.
  static func removing(_ link: EvidenceLink, from chart: Chart) throws(Failure) -> Chart {
    var surgery = Surgery(chart)
    guard try surgery.remove(link.from.entity, link.bond, link.to.entity) else {
      throw Failure(description: "the chart has no such link")
    }
    return Chart(surgery.contents)
  }

  /// The chart without an entity of a proof.
  static func removing(_ entity: Entity, from chart: Chart) -> Chart {
    var surgery = Surgery(chart)
    surgery.strike(entity)
    return Chart(surgery.contents)
  }

  /// The chart with a link that a proof misses.
  static func adding(_ link: EvidenceLink, to chart: Chart) throws(Failure) -> Chart {
    var surgery = Surgery(chart)
    try surgery.add(link.from.entity, link.bond, link.to.entity)
    return Chart(surgery.contents)
  }

  /// Thawed and frozen again.
  static func nothing(to chart: Chart) -> Chart { Chart(Surgery(chart).contents) }
}

extension Surgery {
  /// An id that no other entity has.
  static func fresh(_ number: Int) -> String { "removed-\(number)-\(String(repeating: "x", count: 3 + number % 5))" }

  static func inexpressible(_ from: Entity, _ bond: Bond, _ to: Entity) -> Failure {
    Failure(description: "a chart cannot say \(bond) from \(from) to \(to); choose a truer bond, or teach Surgery")
  }

  /// A new organization, which nothing else in the chart knows.
  mutating func addOrganization(_ kind: OrganizationKind, in jurisdiction: ID<Jurisdiction>) -> ID<Organization> {
    let id = ID<Organization>(contents.organizations.key.count)
    contents.organizations.key.append("new-body-\(id.index)")
    contents.organizations.name.append(Localized("new body \(id.index)"))
    contents.organizations.kind.append(kind)
    contents.organizations.jurisdiction.append(jurisdiction)
    contents.organizations.parent.append(nil)
    contents.organizations.apex.append(false)
    contents.organizations.place.append(.none)
    return id
  }

  /// A new post, without ties.
  mutating func addPost(in organization: ID<Organization>) -> ID<Post> {
    let id = ID<Post>(contents.posts.key.count)
    contents.posts.key.append("new-post-\(id.index)")
    contents.posts.name.append(Localized("new post \(id.index)"))
    contents.posts.organization.append(organization)
    contents.posts.role.append(nil)
    contents.posts.apex.append(false)
    contents.posts.status.append(.active)
    contents.posts.adopts.append([])
    contents.posts.place.append(.none)
    return id
  }

  /// The first post of an organization that is in force, or a new one.
  mutating func somePost(of organization: ID<Organization>) -> ID<Post> {
    chart.members[organization].first { chart.posts.status[$0] != .abolished } ?? addPost(in: organization)
  }

  mutating func addOversight(_ kind: LinkKind, by: Node, of: Node) {
    contents.oversight.key.append("new-link-\(contents.oversight.key.count)")
    contents.oversight.kind.append(kind)
    contents.oversight.by.append(by)
    contents.oversight.of.append(of)
    contents.oversight.scope.append([])
    contents.oversight.instrument.append(nil)
    contents.oversight.basis.append([])
    contents.oversight.perYear.append(nil)
    contents.oversight.planned.append(nil)
    contents.oversight.feeds.append([])
    contents.oversight.place.append(.none)
  }
}

extension Surgery {
  /// Takes an entity away.
  mutating func strike(_ entity: Entity) {
    switch entity {
    case .post(let id): strike(id)
    case .duty(let id):
      contents.duties.status.set(id, to: .abolished)
      contents.duties.key.set(id, to: Self.fresh(id.index))
      contents.duties.title.set(id, to: Localized("\(id.index)"))
    case .organization(let id): strike(id)
    case .jurisdiction(let id):
      for body in chart.bodies[id] { strike(body) }
      for duty in chart.duties.ids where chart.duties.jurisdiction[duty] == id { strike(.duty(duty)) }
      contents.jurisdictions.key.set(id, to: Self.fresh(id.index))
      contents.jurisdictions.name.set(id, to: Localized("\(id.index)"))
      contents.jurisdictions.level.set(id, to: nil)
      contents.jurisdictions.parent.set(id, to: nil)
    case .person(let id):
      contents.tenures.keep { chart.tenures.person[$0] != id }
      contents.persons.key.set(id, to: Self.fresh(id.index))
      contents.persons.name.set(id, to: Localized(Self.fresh(id.index)))
    case .conflict(let id): contents.conflicts.duties.set(id, to: [])
    case .oversight(let id): contents.oversight.keep { $0 != id }
    case .waiver(let id): contents.waivers.keep { $0 != id }
    case .suppression(let id): contents.suppressions.keep { $0 != id }
    case .clause(let regulation, let index):
      contents.regulations[regulation] = contents.regulations[regulation].without(clause: index)
    case .role(let regulation, let index):
      contents.regulations[regulation] = contents.regulations[regulation].without(role: index)
    }
  }

  private mutating func strike(_ post: ID<Post>) {
    contents.posts.status.set(post, to: .abolished)
    contents.posts.key.set(post, to: Self.fresh(post.index))
    contents.posts.name.set(post, to: Localized("\(post.index)"))
  }

  /// Its posts are abolished, and what is left of it is no department and the like.
  private mutating func strike(_ organization: ID<Organization>) {
    for post in chart.members[organization] { strike(post) }
    contents.organizations.key.set(organization, to: Self.fresh(organization.index))
    contents.organizations.name.set(organization, to: Localized("\(organization.index)"))
    contents.organizations.kind.set(organization, to: .other)
    contents.organizations.parent.set(organization, to: nil)
    contents.oversight.keep {
      chart.oversight.by[$0] != .organization(organization) && chart.oversight.of[$0] != .organization(organization)
    }
  }
}
