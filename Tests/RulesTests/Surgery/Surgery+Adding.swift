import RemitInspection
import RemitModel
import RemitSource

extension Surgery {
  /// Puts a missing link in.
  mutating func add(_ from: Entity, _ bond: Bond, _ to: Entity) throws(Failure) {
    switch (from, bond, to) {
    case (.post(let a), .reportsTo, .post(let b)): contents.superiors.append(a, b, at: .none)
    case (.post(let a), .dottedTo, .post(let b)): contents.dotted.append(a, b, at: .none)
    case (.post(let a), .inChargeOf, .organization(let b)): contents.charges.append(a, b, at: .none)
    case (.post(let post), .sitsIn, .organization(let body)): contents.posts.organization.set(post, to: body)
    case (.role(let regulation, let index), .sitsIn, .organization(let body)):
      fill(role: index, of: regulation, with: somePost(of: body))
    case (.organization(let a), .partOf, .organization(let b)): contents.organizations.parent.set(a, to: b)
    case (.person(let person), .holds, .post(let post)):
      contents.tenures.append(person, holds: post)
    case (_, .letter(let letter), .duty(let duty)):
      contents.assignments.append(
        duty: duty, assignee: try node(from, bond, to), letter: letter, term: nil, lead: false, place: .none)
    case (_, .oversight(let kind), _):
      addOversight(kind, by: try overseer(from, bond, to), of: try node(to, bond, from))
    case (_, .feeds, _): try feed(from, to)
    case (.post(let post), .adopts, .clause(let regulation, let index)):
      adopt(clause: index, of: regulation, by: post)
    case (.jurisdiction(let place), .adopts, .clause(let regulation, let index)):
      adopt(clause: index, of: regulation, by: somePost(of: place))
    case (.duty(let duty), .restsOn, .clause(let regulation, let index)):
      contents.duties.basis.set(duty, to: chart.duties.basis[duty] + [citation(index, regulation)])
    case (.oversight(let row), .restsOn, .clause(let regulation, let index)):
      contents.oversight.basis.set(row, to: chart.oversight.basis[row] + [citation(index, regulation)])
    case (.post(let post), .fills, .role(let regulation, let index)): fill(role: index, of: regulation, with: post)
    case (.jurisdiction(let place), .fills, .role(let regulation, let index)):
      fill(role: index, of: regulation, in: place)
    case (_, .answersTo, _): try subject(from, to: to)
    default: throw Self.inexpressible(from, bond, to)
    }
  }

  private func node(_ entity: Entity, _ bond: Bond, _ other: Entity) throws(Failure) -> Node {
    switch entity {
    case .post(let id): return .post(id)
    case .organization(let id): return .organization(id)
    case .duty(let id): return .duty(id)
    default: throw Self.inexpressible(entity, bond, other)
    }
  }

  /// Who takes the upper end of a new link; where only a role or a place is named, somebody new.
  private mutating func overseer(_ entity: Entity, _ bond: Bond, _ target: Entity) throws(Failure) -> Node {
    switch entity {
    case .role(let regulation, let index):
      let role = chart.regulations[regulation].roles[index]
      let home = chart.jurisdiction(of: try node(target, bond, entity))
      let body = addOrganization(role.organization, in: home)
      if role.body { return .organization(body) }
      let post = addPost(in: body)
      fill(role: index, of: regulation, with: post)
      return .post(post)
    case .jurisdiction(let place):
      let kind = bond == .oversight(.discipline) ? OrganizationKind(word: "discipline-commission") : .other
      return .organization(addOrganization(kind, in: place))
    default: return try node(entity, bond, target)
    }
  }

  private mutating func feed(_ from: Entity, _ to: Entity) throws(Failure) {
    let body = try node(to, .feeds, from)
    for row in chart.oversight.ids where from == .oversight(row) || from == Entity(chart.oversight.by[row]) {
      contents.oversight.feeds.set(row, to: chart.oversight.feeds[row] + [body])
    }
  }

  private func citation(_ index: Int, _ regulation: Int) -> Cited {
    let number = chart.regulations[regulation].clauses[index].number
    return Cited(ClauseReference(text: "\(chart.regulations[regulation].key):\(number)"), at: .none)
  }

  private mutating func adopt(clause index: Int, of regulation: Int, by post: ID<Post>) {
    contents.posts.adopts.set(post, to: contents.posts.adopts[post] + [citation(index, regulation)])
  }

  private mutating func somePost(of place: ID<Jurisdiction>) -> ID<Post> {
    let body = chart.bodies[place].first ?? addOrganization(.government, in: place)
    return somePost(of: body)
  }

  private mutating func fill(role index: Int, of regulation: Int, with post: ID<Post>) {
    let key = chart.regulations[regulation].roles[index].key
    contents.posts.role.set(post, to: chart.roles.ids.first { chart.roles.key[$0] == key })
  }

  /// A new post, or a new body where the role is one.
  private mutating func fill(role index: Int, of regulation: Int, in place: ID<Jurisdiction>) {
    let role = chart.regulations[regulation].roles[index]
    let body = addOrganization(role.organization, in: place)
    if !role.body { fill(role: index, of: regulation, with: addPost(in: body)) }
  }

  /// The one comes to stand under the other.
  private mutating func subject(_ lower: Entity, to upper: Entity) throws(Failure) {
    switch (lower, upper) {
    case (.post(let a), .post(let b)): contents.superiors.append(a, b, at: .none)
    case (.organization(let body), .post(let post)): contents.charges.append(post, body, at: .none)
    case (_, .organization):
      addOversight(.lead, by: try node(upper, .answersTo, lower), of: try node(lower, .answersTo, upper))
    default: throw Self.inexpressible(lower, .answersTo, upper)
    }
  }
}

extension Tenure {
  fileprivate mutating func append(_ person: ID<Person>, holds post: ID<Post>) {
    self.post.append(post)
    self.person.append(person)
    from.append(nil)
    until.append(nil)
    acting.append(false)
    place.append(.none)
  }
}
