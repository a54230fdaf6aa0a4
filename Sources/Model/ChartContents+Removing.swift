// Rows and links may be taken out of a chart that is being edited, where no id of the table stands anywhere else.
extension ChartContents {
  /// Keeps the letters that are wanted. O(rows).
  package mutating func keepAssignments(where isKept: (ID<Assignment>) -> Bool) {
    let kept = assignments.ids.filter(isKept)
    assignments.duty.keep(kept)
    assignments.assignee.keep(kept)
    assignments.letter.keep(kept)
    assignments.term.keep(kept)
    assignments.lead.keep(kept)
    assignments.place.keep(kept)
  }

  /// Keeps the links of oversight that are wanted. O(rows).
  package mutating func keepOversight(where isKept: (ID<Oversight>) -> Bool) {
    let kept = oversight.ids.filter(isKept)
    oversight.key.keep(kept)
    oversight.kind.keep(kept)
    oversight.by.keep(kept)
    oversight.of.keep(kept)
    oversight.scope.keep(kept)
    oversight.instrument.keep(kept)
    oversight.basis.keep(kept)
    oversight.perYear.keep(kept)
    oversight.planned.keep(kept)
    oversight.feeds.keep(kept)
    oversight.place.keep(kept)
  }

  /// Keeps the terms of office that are wanted. O(rows).
  package mutating func keepTenures(where isKept: (ID<Tenure>) -> Bool) {
    let kept = tenures.ids.filter(isKept)
    tenures.post.keep(kept)
    tenures.person.keep(kept)
    tenures.from.keep(kept)
    tenures.until.keep(kept)
    tenures.acting.keep(kept)
    tenures.place.keep(kept)
  }
}

extension Links {
  /// Keeps the links that are wanted, in their order. O(links).
  package mutating func keep(where isKept: (ID<From>, ID<To>) -> Bool) {
    var kept = Links()
    for index in sources.indices where isKept(sources[index], targets[index]) {
      kept.append(sources[index], targets[index], at: places[index])
    }
    self = kept
  }
}

extension Column {
  /// Keeps the rows that are named, in the order given. O(rows kept).
  package mutating func keep(_ rows: [ID<Entity>]) {
    var kept = Column()
    for row in rows { kept.append(self[row]) }
    self = kept
  }
}
