import RemitSource

extension Regulation {
  /// The regulation as a chart of roles: roles stand where posts stand, one organization for each kind, one
  /// jurisdiction for every place. Bodies are apexes, since who watches them is not for this regulation to say.
  ///
  /// A duty's roles get its letter. Links between levels (`downward`) are left out: in a single place they would join a
  /// role to itself.
  package func asChart() -> Chart {
    var contents = ChartContents()
    contents.key = key
    contents.title = title
    contents.origin = .regulation
    contents.asOf = issued
    contents.sources = sources
    contents.regulations = [self]
    contents.addJurisdiction(key: key, name: title, level: nil, place: place)
    let organizations = contents.addOrganizations(of: self)
    contents.addRoles(of: self, organizations: organizations)
    contents.addDuties(of: self)
    for link in links where !link.downward { contents.addOversight(link, organizations: organizations) }
    return Chart(contents)
  }
}

extension ChartContents {
  package mutating func addJurisdiction(key: String, name: Localized, level: Level?, place: Place) {
    jurisdictions.key.append(key)
    jurisdictions.name.append(name)
    jurisdictions.level.append(level)
    jurisdictions.parent.append(nil)
    jurisdictions.place.append(place)
  }

  /// One organization for each kind that a role sits in or a link names, keyed by the kind.
  fileprivate mutating func addOrganizations(of regulation: Regulation) -> [OrganizationKind: ID<Organization>] {
    var ids: [OrganizationKind: ID<Organization>] = [:]
    func add(_ kind: OrganizationKind, _ contents: inout ChartContents, place: Place) {
      guard ids[kind] == nil else { return }
      ids[kind] = ID(contents.organizations.key.count)
      contents.organizations.key.append(kind.word)
      contents.organizations.name.append(kind.name)
      contents.organizations.kind.append(kind)
      contents.organizations.jurisdiction.append(ID(0))
      contents.organizations.parent.append(nil)
      contents.organizations.apex.append(regulation.roles.allSatisfy { $0.organization != kind || $0.body })
      contents.organizations.place.append(place)
    }
    for role in regulation.roles { add(role.organization, &self, place: role.place) }
    for link in regulation.links {
      for case .kind(let kind) in link.by + link.of + link.feeds { add(kind, &self, place: link.place) }
    }
    for role in regulation.roles {
      for kind in role.inChargeOf { add(kind, &self, place: role.place) }
    }
    return ids
  }

  fileprivate mutating func addRoles(
    of regulation: Regulation, organizations ids: [OrganizationKind: ID<Organization>]
  ) {
    for (index, role) in regulation.roles.enumerated() {
      let post = ID<Post>(index)
      roles.key.append(role.key)
      roles.name.append(role.name)
      posts.key.append(role.key)
      posts.name.append(role.name)
      posts.organization.append(ids[role.organization] ?? ID(0))
      posts.role.append(ID(index))
      posts.apex.append(role.body)
      posts.status.append(.active)
      posts.adopts.append([])
      posts.place.append(role.place)
      for superior in role.reportsTo { superiors.append(post, ID(superior), at: role.place) }
      for kind in role.inChargeOf {
        if let organization = ids[kind] { charges.append(post, organization, at: role.place) }
      }
    }
  }

  fileprivate mutating func addDuties(of regulation: Regulation) {
    for duty in regulation.duties {
      let id = ID<Duty>(duties.key.count)
      duties.key.append(duty.key)
      duties.title.append(duty.title)
      duties.jurisdiction.append(ID(0))
      duties.domains.append(duty.domains)
      duties.basis.append([Cited(ClauseReference(text: duty.clause.description), at: duty.place)])
      duties.joint.append(duty.roles.count > 1)
      duties.status.append(.active)
      duties.risk.append(nil)
      duties.place.append(duty.place)
      for (position, role) in duty.roles.enumerated() {
        assignments.append(
          duty: id, assignee: .post(ID(role)), letter: duty.letter, term: duty.term.map { regulation.terms[$0].name },
          lead: duty.roles.count > 1 && position == 0, place: duty.place)
      }
    }
  }

  /// One row for each pair of ends; what two clauses ask alike is one link.
  fileprivate mutating func addOversight(
    _ link: Regulation.Link, organizations ids: [OrganizationKind: ID<Organization>]
  ) {
    func node(_ end: Regulation.End) -> Node? {
      switch end {
      case .role(let role): .post(ID(role))
      case .kind(let kind): ids[kind].map { .organization($0) }
      }
    }
    func key(_ node: Node) -> String {
      switch node {
      case .post(let id): posts.key[id]
      case .organization(let id): organizations.key[id]
      case .duty(let id): duties.key[id]
      }
    }
    for by in link.by.compactMap(node) {
      for of in link.of.compactMap(node) where of != by {
        let name = "\(link.kind.rawValue):\(key(by)):\(key(of))"
        guard !oversight.key.values.contains(name) else { continue }
        oversight.key.append(name)
        oversight.kind.append(link.kind)
        oversight.by.append(by)
        oversight.of.append(of)
        oversight.scope.append([])
        oversight.instrument.append(link.instrument)
        oversight.basis.append(
          link.clauses.map { Cited(ClauseReference(text: $0.description), at: link.place) })
        oversight.perYear.append(nil)
        oversight.planned.append(nil)
        oversight.feeds.append(link.feeds.compactMap(node).filter { $0 != by })
        oversight.place.append(link.place)
      }
    }
  }
}
