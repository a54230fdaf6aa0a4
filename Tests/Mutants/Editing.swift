import RemitModel

// What mutations do to a chart. What they add has names of its own, so that nothing else of it draws attention.

extension ChartContents {
  /// Takes letters away.
  mutating func removeLetters(
    on duty: ID<Duty>, _ letters: Set<Letter> = Set(Letter.allCases), of node: Node? = nil
  ) {
    let rows = assignments
    keepAssignments {
      rows.duty[$0] != duty || !letters.contains(rows.letter[$0]) || (node != nil && rows.assignee[$0] != node)
    }
  }

  mutating func addLetter(_ letter: Letter, of post: ID<Post>, on duty: ID<Duty>, lead: Bool = false) {
    assignments.append(
      duty: duty, assignee: .post(post), letter: letter, term: nil, lead: lead, place: .none)
  }

  /// Changes each row on a duty.
  mutating func changeLetters(on duty: ID<Duty>, _ change: (inout Assignment, ID<Assignment>) -> Void) {
    for row in assignments.ids where assignments.duty[row] == duty { change(&assignments, row) }
  }

  mutating func removeLead(of duty: ID<Duty>) { changeLetters(on: duty) { $0.lead.set($1, to: false) } }

  mutating func removeSuperiors(of post: ID<Post>, where isGone: (ID<Post>) -> Bool = { _ in true }) {
    superiors.keep { $0 != post || !isGone($1) }
  }

  mutating func addSuperior(_ superior: ID<Post>, of post: ID<Post>) { superiors.append(post, superior, at: .none) }

  mutating func removeCharges(of organization: ID<Organization>) { charges.keep { $1 != organization } }
}

extension ChartContents {
  mutating func addOrganization(
    _ key: String, kind: OrganizationKind = .other, in jurisdiction: ID<Jurisdiction>,
    parent: ID<Organization>? = nil, apex: Bool = false
  ) -> ID<Organization> {
    organizations.key.append(key)
    organizations.name.append(Localized(key))
    organizations.kind.append(kind)
    organizations.jurisdiction.append(jurisdiction)
    organizations.parent.append(parent)
    organizations.apex.append(apex)
    organizations.place.append(.none)
    return ID(organizations.key.count - 1)
  }

  mutating func addPost(
    _ key: String, in organization: ID<Organization>, reportingTo superiors: [ID<Post>] = [],
    status: Status = .active
  ) -> ID<Post> {
    posts.key.append(key)
    posts.name.append(Localized(key))
    posts.organization.append(organization)
    posts.role.append(nil)
    posts.apex.append(false)
    posts.status.append(status)
    posts.adopts.append([])
    posts.place.append(.none)
    let post = ID<Post>(posts.key.count - 1)
    for superior in superiors { addSuperior(superior, of: post) }
    return post
  }

  /// Posts that report to one and have something to do: each is informed of one of the duties, turn by turn.
  mutating func addPosts(
    _ count: Int, named stem: String, in organization: ID<Organization>, reportingTo superior: ID<Post>,
    informedOf duties: [ID<Duty>]
  ) {
    for number in 0..<count {
      let post = addPost("\(stem)-\(number + 1)", in: organization, reportingTo: [superior])
      if !duties.isEmpty { addLetter(.informed, of: post, on: duties[number % duties.count]) }
    }
  }

  /// A duty of the same place, domain and basis as another, without letters.
  mutating func addDuty(_ key: String, _ title: Localized, like model: ID<Duty>) -> ID<Duty> {
    duties.key.append(key)
    duties.title.append(title)
    duties.jurisdiction.append(duties.jurisdiction[model])
    duties.domains.append(duties.domains[model])
    duties.basis.append(duties.basis[model])
    duties.joint.append(false)
    duties.status.append(.active)
    duties.risk.append(nil)
    duties.place.append(.none)
    return ID(duties.key.count - 1)
  }

  mutating func addPerson(_ key: String, name: String? = nil) -> ID<Person> {
    persons.key.append(key)
    persons.name.append(Localized(name ?? key))
    persons.place.append(.none)
    return ID(persons.key.count - 1)
  }

  mutating func addTenure(
    of person: ID<Person>, in post: ID<Post>, from: CalendarDay? = nil, until: CalendarDay? = nil
  ) {
    tenures.post.append(post)
    tenures.person.append(person)
    tenures.from.append(from)
    tenures.until.append(until)
    tenures.acting.append(false)
    tenures.place.append(.none)
  }

  mutating func addConflict(_ key: String, _ duties: [ID<Duty>], atMost: Int) {
    conflicts.key.append(key)
    conflicts.duties.append(duties)
    conflicts.atMost.append(atMost)
    conflicts.place.append(.none)
  }

  mutating func addWaiver(
    of clause: String, in jurisdiction: ID<Jurisdiction>, reason: String? = "reason", approver: String? = "approver",
    until: CalendarDay?
  ) {
    waivers.regulation.append(nil)
    waivers.clause.append(Cited(ClauseReference(text: clause), at: .none))
    waivers.jurisdiction.append(jurisdiction)
    waivers.reason.append(reason.map { Localized($0) })
    waivers.approver.append(approver.map { Localized($0) })
    waivers.until.append(until)
    waivers.place.append(.none)
  }

  mutating func addSuppression(of rule: String, subject: String? = nil, until: CalendarDay? = nil) {
    suppressions.rule.append(rule)
    suppressions.subject.append(subject)
    suppressions.reason.append(Localized("reason"))
    suppressions.until.append(until)
    suppressions.place.append(.none)
  }
}

extension ChartContents {
  /// A new link of oversight; what it is like in all but its ends, it takes from another row.
  mutating func addOversight(
    _ kind: LinkKind, by: Node, of: Node, key: String, like model: ID<Oversight>? = nil, feeds: [Node] = []
  ) {
    oversight.key.append(key)
    oversight.kind.append(kind)
    oversight.by.append(by)
    oversight.of.append(of)
    oversight.scope.append(model.map { oversight.scope[$0] } ?? [])
    oversight.instrument.append(nil)
    oversight.basis.append(model.map { oversight.basis[$0] } ?? [])
    oversight.perYear.append(nil)
    oversight.planned.append(model.flatMap { oversight.planned[$0] })
    oversight.feeds.append(model.map { oversight.feeds[$0] } ?? feeds[...])
    oversight.place.append(.none)
  }

  mutating func removeOversight(_ rows: Set<ID<Oversight>>) { keepOversight { !rows.contains($0) } }
}

extension CalendarDay {
  /// The same day some years later, or the last of that February.
  func adding(years: Int) -> CalendarDay {
    CalendarDay(year: year + years, month: month, day: day)
      ?? CalendarDay(year: year + years, month: month, day: 28) ?? self
  }
}
