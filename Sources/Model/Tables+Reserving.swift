// Room for the rows of large tables, so that their columns need not grow again and again.

extension Post {
  package mutating func reserve(rows: Int) {
    key.reserve(rows: rows, bytes: 0)
    name.reserve(rows: rows, bytes: 0)
    organization.reserve(rows: rows)
    role.reserve(rows: rows)
    apex.reserve(rows: rows)
    status.reserve(rows: rows)
    adopts.reserve(rows: rows, items: 0)
    place.reserve(rows: rows)
  }
}

extension Organization {
  package mutating func reserve(rows: Int) {
    key.reserve(rows: rows, bytes: 0)
    name.reserve(rows: rows, bytes: 0)
    kind.reserve(rows: rows)
    jurisdiction.reserve(rows: rows)
    parent.reserve(rows: rows)
    apex.reserve(rows: rows)
    place.reserve(rows: rows)
  }
}

extension Person {
  package mutating func reserve(rows: Int) {
    key.reserve(rows: rows, bytes: 0)
    name.reserve(rows: rows, bytes: 0)
    place.reserve(rows: rows)
  }
}

extension Tenure {
  package mutating func reserve(rows: Int) {
    post.reserve(rows: rows)
    person.reserve(rows: rows)
    from.reserve(rows: rows)
    until.reserve(rows: rows)
    acting.reserve(rows: rows)
    place.reserve(rows: rows)
  }
}

extension Duty {
  package mutating func reserve(rows: Int) {
    key.reserve(rows: rows, bytes: 0)
    title.reserve(rows: rows, bytes: 0)
    jurisdiction.reserve(rows: rows)
    domains.reserve(rows: rows, items: rows)
    basis.reserve(rows: rows, items: rows)
    joint.reserve(rows: rows)
    status.reserve(rows: rows)
    risk.reserve(rows: rows)
    place.reserve(rows: rows)
  }
}

extension Assignment {
  package mutating func reserve(rows: Int) {
    duty.reserve(rows: rows)
    assignee.reserve(rows: rows)
    letter.reserve(rows: rows)
    term.reserve(rows: rows)
    lead.reserve(rows: rows)
    place.reserve(rows: rows)
  }
}

extension Oversight {
  package mutating func reserve(rows: Int) {
    key.reserve(rows: rows, bytes: 16 * rows)
    kind.reserve(rows: rows)
    by.reserve(rows: rows)
    of.reserve(rows: rows)
    scope.reserve(rows: rows, items: rows)
    instrument.reserve(rows: rows)
    basis.reserve(rows: rows, items: rows)
    perYear.reserve(rows: rows)
    planned.reserve(rows: rows)
    feeds.reserve(rows: rows, items: rows / 2)
    place.reserve(rows: rows)
  }
}
