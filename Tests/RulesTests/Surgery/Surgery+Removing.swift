import RemitInspection
import RemitModel
import RemitSource

extension Surgery {
  /// Takes a link away; false where the chart has none.
  mutating func remove(_ from: Entity, _ bond: Bond, _ to: Entity) throws(Failure) -> Bool {
    switch (from, bond, to) {
    case (.post(let a), .reportsTo, .post(let b)): return contents.superiors.remove(a, b)
    case (.post(let a), .dottedTo, .post(let b)): return contents.dotted.remove(a, b)
    case (.post(let a), .inChargeOf, .organization(let b)): return contents.charges.remove(a, b)
    case (.post(let post), .sitsIn, .organization(let body)): return unseat(post, from: body)
    case (_, .partOf, _): return try detach(from, from: to)
    case (.person(let person), .holds, .post(let post)):
      return contents.tenures.keep { chart.tenures.person[$0] != person || chart.tenures.post[$0] != post }
    case (_, .letter(let letter), .duty(let duty)):
      let rows = chart.assignments
      return contents.assignments.keep {
        rows.duty[$0] != duty || rows.letter[$0] != letter || Entity(rows.assignee[$0]) != from
      }
    case (_, .oversight(let kind), _):
      let rows = chart.oversight
      return contents.oversight.keep {
        rows.kind[$0] != kind || Entity(rows.by[$0]) != from || Entity(rows.of[$0]) != to
      }
    case (_, .feeds, _): return starve(from, of: to)
    case (.post(let post), .adopts, .clause(let regulation, let index)):
      return drop(clause: index, of: regulation, from: &contents.posts.adopts, at: post)
    case (.duty(let duty), .restsOn, .clause(let regulation, let index)):
      return drop(clause: index, of: regulation, from: &contents.duties.basis, at: duty)
    case (.oversight(let row), .restsOn, .clause(let regulation, let index)):
      return drop(clause: index, of: regulation, from: &contents.oversight.basis, at: row)
    case (.post(let post), .fills, .role(let regulation, let index)):
      let key = chart.regulations[regulation].roles[index].key
      guard let role = chart.posts.role[post], chart.roles.key[role] == key else { return false }
      contents.posts.role.set(post, to: nil)
      return true
    case (_, .requiredBy, .clause(let regulation, let index)):
      let number = chart.regulations[regulation].clauses[index].number
      contents.regulations[regulation] = contents.regulations[regulation].withoutDemands(of: number)
      return true
    case (.duty(let a), .overlaps, .duty(let b)): return part(b, from: a)
    case (.oversight(let a), .overlaps, .oversight(let b)): return part(b, from: a)
    case (_, .answersTo, _): return release(from, from: to)
    default: throw Self.inexpressible(from, bond, to)
    }
  }

  /// The post moves to a body of its own.
  private mutating func unseat(_ post: ID<Post>, from body: ID<Organization>) -> Bool {
    guard chart.posts.organization[post] == body else { return false }
    let own = addOrganization(.other, in: chart.organizations.jurisdiction[body])
    contents.posts.organization.set(post, to: own)
    return true
  }

  /// The part stands by itself; an organization moves to a place of its own.
  private mutating func detach(_ part: Entity, from whole: Entity) throws(Failure) -> Bool {
    switch (part, whole) {
    case (.organization(let a), .organization(let b)):
      guard chart.organizations.parent[a] == b else { return false }
      contents.organizations.parent.set(a, to: nil)
    case (.jurisdiction(let a), .jurisdiction(let b)):
      guard chart.jurisdictions.parent[a] == b else { return false }
      contents.jurisdictions.parent.set(a, to: nil)
    case (.organization(let a), .jurisdiction(let b)):
      guard chart.organizations.jurisdiction[a] == b else { return false }
      let own = ID<Jurisdiction>(contents.jurisdictions.key.count)
      contents.addJurisdiction(
        key: "new-place", name: Localized("new place"), level: chart.jurisdictions.level[b], place: .none)
      contents.organizations.jurisdiction.set(a, to: own)
    default: throw Self.inexpressible(part, .partOf, whole)
    }
    return true
  }

  /// The body no longer gets the results, of one link of oversight or of all those of an overseer.
  private mutating func starve(_ from: Entity, of body: Entity) -> Bool {
    var changed = false
    for row in chart.oversight.ids where from == .oversight(row) || from == Entity(chart.oversight.by[row]) {
      let kept = chart.oversight.feeds[row].filter { Entity($0) != body }
      changed = changed || kept.count < chart.oversight.feeds[row].count
      contents.oversight.feeds.set(row, to: kept)
    }
    return changed
  }

  private func drop<Row>(
    clause index: Int, of regulation: Int, from column: inout ListColumn<Row, Cited>, at row: ID<Row>
  ) -> Bool {
    let number = chart.regulations[regulation].clauses[index].number
    let kept = column[row].filter { cited in
      guard let meant = chart.resolve(cited.reference) else { return true }
      return meant.regulation != regulation || meant.clause != number
    }
    defer { column.set(row, to: kept) }
    return kept.count < column[row].count
  }

  /// A duty loses what it has in common with another: title, domains and clauses.
  private mutating func part(_ b: ID<Duty>, from a: ID<Duty>) -> Bool {
    let duties = chart.duties
    let cited = Set(duties.basis[a].map(\.reference))
    contents.duties.title.set(b, to: Localized("\(b.index)"))
    contents.duties.domains.set(b, to: duties.domains[b].filter { !duties.domains[a].contains($0) })
    contents.duties.basis.set(b, to: duties.basis[b].filter { !cited.contains($0.reference) })
    return true
  }

  /// A link of oversight looks only into what another does not.
  private mutating func part(_ b: ID<Oversight>, from a: ID<Oversight>) -> Bool {
    let own = chart.oversight.scope[b].filter { !chart.oversight.scope[a].contains($0) }
    contents.oversight.scope.set(b, to: own.isEmpty ? ["something-else"] : own)
    return true
  }

  /// Nothing directs the one from the other any more.
  private mutating func release(_ lower: Entity, from upper: Entity) -> Bool {
    switch (lower, upper) {
    case (.post(let a), .post(let b)):
      let solid = contents.superiors.remove(a, b)
      return contents.dotted.remove(a, b) || solid
    case (.organization(let body), .post(let post)): return contents.charges.remove(post, body)
    case (.organization(let a), .organization(let b)):
      guard chart.organizations.parent[a] == b else { return false }
      contents.organizations.parent.set(a, to: nil)
      return true
    default: return false
    }
  }
}
