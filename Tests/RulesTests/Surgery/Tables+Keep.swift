import RemitModel
import RemitSource

// Rows and links taken out of the tables of a chart that is being put together.

extension ListColumn {
  fileprivate func kept(_ rows: [ID<Entity>]) -> ListColumn {
    var result = self
    result.keep(rows)
    return result
  }
}

extension Links where From: Sendable, To: Sendable {
  /// Takes out all links between two; false if there was none.
  mutating func remove(_ from: ID<From>, _ to: ID<To>) -> Bool {
    var kept = Links()
    for (index, source) in sources.enumerated() where source != from || targets[index] != to {
      kept.append(source, targets[index], at: places[index])
    }
    defer { self = kept }
    return kept.sources.count < sources.count
  }
}

extension Assignment {
  /// Keeps the rows that are wanted; false if these are all.
  @discardableResult
  mutating func keep(_ isWanted: (ID<Assignment>) -> Bool) -> Bool {
    let rows = ids.filter(isWanted)
    let isShorter = rows.count < ids.count
    duty = duty.kept(rows)
    assignee = assignee.kept(rows)
    letter = letter.kept(rows)
    term = term.kept(rows)
    lead = lead.kept(rows)
    place = place.kept(rows)
    return isShorter
  }
}

extension Tenure {
  /// Keeps the rows that are wanted; false if these are all.
  @discardableResult
  mutating func keep(_ isWanted: (ID<Tenure>) -> Bool) -> Bool {
    let rows = ids.filter(isWanted)
    let isShorter = rows.count < ids.count
    post = post.kept(rows)
    person = person.kept(rows)
    from = from.kept(rows)
    until = until.kept(rows)
    acting = acting.kept(rows)
    place = place.kept(rows)
    return isShorter
  }
}

extension Oversight {
  /// Keeps the rows that are wanted; false if these are all.
  @discardableResult
  mutating func keep(_ isWanted: (ID<Oversight>) -> Bool) -> Bool {
    let rows = ids.filter(isWanted)
    let isShorter = rows.count < ids.count
    key = key.kept(rows)
    kind = kind.kept(rows)
    by = by.kept(rows)
    of = of.kept(rows)
    scope = scope.kept(rows)
    instrument = instrument.kept(rows)
    basis = basis.kept(rows)
    perYear = perYear.kept(rows)
    planned = planned.kept(rows)
    feeds = feeds.kept(rows)
    place = place.kept(rows)
    return isShorter
  }
}

extension Waiver {
  /// Keeps the rows that are wanted.
  mutating func keep(_ isWanted: (ID<Waiver>) -> Bool) {
    let rows = ids.filter(isWanted)
    regulation = regulation.kept(rows)
    clause = clause.kept(rows)
    jurisdiction = jurisdiction.kept(rows)
    reason = reason.kept(rows)
    approver = approver.kept(rows)
    until = until.kept(rows)
    place = place.kept(rows)
  }
}

extension Suppression {
  /// Keeps the rows that are wanted.
  mutating func keep(_ isWanted: (ID<Suppression>) -> Bool) {
    let rows = ids.filter(isWanted)
    rule = rule.kept(rows)
    subject = subject.kept(rows)
    reason = reason.kept(rows)
    until = until.kept(rows)
    place = place.kept(rows)
  }
}

extension Regulation {
  private func with(
    roles: [Role]? = nil, duties: [Duty]? = nil, links: [Link]? = nil, chains: [Chain]? = nil, clauses: [Clause]? = nil
  ) -> Regulation {
    Regulation(
      key: key, title: title, issued: issued, levels: levels, terms: terms, roles: roles ?? self.roles,
      duties: duties ?? self.duties, links: links ?? self.links, chains: chains ?? self.chains, joints: joints,
      accountability: accountability, clauses: clauses ?? self.clauses, sources: sources, place: place)
  }

  /// The outline without one entry.
  func without(clause index: Int) -> Regulation {
    var clauses = clauses
    clauses.remove(at: index)
    return with(clauses: clauses)
  }

  /// The role stays, since others are counted after it, and is asked for nowhere.
  func without(role index: Int) -> Regulation {
    var roles = roles
    roles[index] = roles[index].optional(at: [])
    return with(roles: roles)
  }

  /// The clause stays in the outline and asks for nothing.
  func withoutDemands(of number: ClauseNumber) -> Regulation {
    with(
      roles: roles.map { $0.clauses.contains(number) ? $0.optional(at: $0.levels) : $0 },
      duties: duties.filter { $0.clause != number }, links: links.filter { !$0.clauses.contains(number) },
      chains: chains.filter { !$0.clauses.contains(number) })
  }
}

extension Regulation.Role {
  fileprivate func optional(at levels: [Level]) -> Regulation.Role {
    Regulation.Role(
      key: key, name: name, organization: organization, levels: levels, clauses: clauses, reportsTo: reportsTo,
      inChargeOf: inChargeOf, body: body, optional: true, place: place)
  }
}
