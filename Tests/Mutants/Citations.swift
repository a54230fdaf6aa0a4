import RemitInspection
import RemitModel

// What a chart's duties, posts and links rest on, and what its keepers have waived.
extension Mutation {
  static let citations: [Mutation] = [
    basisRemoved, unknownBasis, unknownAdoption, unknownGround, waiverOfNothing, waiverOfUnknownClause, waiverExpired,
    waiverWithoutReason, waiverWithoutEnd,
  ]

  private static let basisRemoved = Mutation(
    "basis-removed", finds: "REG006", "a duty rests on no clause, while the others do",
    causes: [
      Cause("REG002", because: "a post held the duty's clause by this duty alone"),
      Cause("REG003", because: "a post of the role has weaker letters only on other duties of the clause"),
      Cause("REG004", because: "a link was taken to follow from the holding of the clause"),
      Cause("CHN003", because: "at this level nobody holds the clause"),
    ]
  ) { ground in
    guard !ground.chart.regulations.isEmpty, ground.chart.origin == .chart else { return [] }
    return ground.activeDuties.filter { duty in
      let all = ground.duties(in: ground.chart.duties.jurisdiction[duty])
      let founded = all.filter { !ground.chart.duties.basis[$0].isEmpty }
      // Of the others, most must be founded still.
      return !ground.chart.duties.basis[duty].isEmpty && (founded.count - 1) * 2 > all.count
    }.map { duty in
      ground.site(.duty(duty)) { $0.duties.basis.set(duty, to: []) }
    }
  }

  private static let unknownBasis = Mutation(
    "unknown-basis", finds: "REG007", "a duty cites a clause that does not exist"
  ) { ground in
    guard let cited = ground.unknownClause else { return [] }
    return ground.chart.duties.ids.map { duty in
      ground.site(.duty(duty)) { $0.duties.basis.set(duty, to: $0.duties.basis[duty] + [cited]) }
    }
  }

  private static let unknownAdoption = Mutation(
    "unknown-adoption", finds: "REG007", "a post has adopted a clause that does not exist",
    causes: [
      Cause("OVS001", because: "a post that takes on a clause must be watched"),
      Cause("OVS010", because: "a post that takes on a clause must be audited"),
    ]
  ) { ground in
    guard let cited = ground.unknownClause else { return [] }
    return ground.postsInForce.map { post in
      ground.site(.post(post)) { $0.posts.adopts.set(post, to: $0.posts.adopts[post] + [cited]) }
    }
  }

  private static let unknownGround = Mutation(
    "unknown-ground", finds: "REG007", "a link of oversight cites a clause that does not exist"
  ) { ground in
    guard let cited = ground.unknownClause else { return [] }
    return ground.chart.oversight.ids.map { row in
      ground.site(.oversight(row)) { $0.oversight.basis.set(row, to: $0.oversight.basis[row] + [cited]) }
    }
  }

  private static let waiverOfNothing = Mutation(
    "waiver-of-nothing", finds: "REG010", "a waiver sets aside a requirement that is met"
  ) { ground in
    ground.heldDemands.map { item in
      ground.waiver(of: item) { contents, clause in
        contents.addWaiver(of: clause, in: item.jurisdiction, until: ground.later)
      }
    }
  }

  private static let waiverOfUnknownClause = Mutation(
    "waiver-of-unknown-clause", finds: "REG010", "a waiver names a clause that does not exist"
  ) { ground in
    guard let cited = ground.unknownClause else { return [] }
    return ground.facts[Obligations.self].scopes.map { scope in
      let key = ground.chart.jurisdictions.key[scope.jurisdiction]
      return ground.site(
        .jurisdiction(scope.jurisdiction), expecting: ["waiver:\(cited.reference.text)@\(key)"]
      ) { $0.addWaiver(of: cited.reference.text, in: scope.jurisdiction, until: ground.later) }
    }
  }

  /// What follows where a waiver is not valid, so that the requirement stays unmet.
  private static let unmet: [Cause] = [
    Cause(
      "REG002", "REG003", "REG005", "CHN003", because: "the waiver sets nothing aside, and nobody holds the clause"),
    Cause("REG006", because: "a duty rested on the clause alone"),
    Cause("REG004", because: "a link was taken to follow from the holding of the clause"),
    Cause("LOD004", because: "the clause was all that the post had to do"),
    Cause("DUP002", because: "what duties rest on has changed"),
  ]

  private static let waiverExpired = waiver("waiver-expired", "a waiver of an unmet requirement has expired") {
    contents, clause, place, day in
    contents.addWaiver(of: clause, in: place, until: day.adding(years: -1))
  }
  private static let waiverWithoutReason = waiver(
    "waiver-without-reason", "a waiver of an unmet requirement gives no reason"
  ) {
    contents, clause, place, day in
    contents.addWaiver(of: clause, in: place, reason: nil, until: day.adding(years: 1))
  }
  private static let waiverWithoutEnd = waiver("waiver-without-end", "a waiver of an unmet requirement never ends") {
    contents, clause, place, _ in
    contents.addWaiver(of: clause, in: place, until: nil)
  }

  /// Drops a clause and waives it in a way that does not hold.
  private static func waiver(
    _ name: String, _ title: String,
    add: @escaping @Sendable (inout ChartContents, String, ID<Jurisdiction>, CalendarDay) -> Void
  ) -> Mutation {
    Mutation(name, finds: "REG010", title, causes: unmet) { ground in
      guard let day = ground.chart.asOf else { return [] }
      return ground.heldDemands.map { item in
        ground.waiver(of: item) { contents, clause in
          for post in item.posts { contents.dropClause(item.demand.clause, of: post, ground) }
          add(&contents, clause, item.jurisdiction, day)
        }
      }
    }
  }
}

extension Ground {
  /// A clause beyond the last article of the first regulation; nil where the chart has none, or it has no outline.
  var unknownClause: Cited? {
    guard chart.origin == .chart, let last = chart.regulations.first?.clauses.map(\.number.article).max()
    else { return nil }
    return Cited(ClauseReference(text: String(last + 1)), at: .none)
  }

  fileprivate var later: CalendarDay? { chart.asOf?.adding(years: 1) ?? CalendarDay(year: 9999, month: 1, day: 1) }

  fileprivate func waiver(
    of item: HeldDemand, edit: @escaping @Sendable (inout ChartContents, String) -> Void
  ) -> Mutation.Site {
    let clause = chart.citationText(item.demand.clause, of: item.regulation)
    let waiver = "waiver:\(clause)@\(chart.jurisdictions.key[item.jurisdiction])"
    return site(.jurisdiction(item.jurisdiction), expecting: [waiver]) { edit(&$0, clause) }.named(waiver)
  }
}
