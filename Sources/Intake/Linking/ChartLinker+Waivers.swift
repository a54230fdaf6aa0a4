import RemitModel
import RemitSource

extension ChartLinker {
  func linkConflicts() {
    var rows = KeyRows(names: draft.conflicts.isEmpty ? 0 : names.count)
    _ = NameIndex<Conflict>(
      draft.conflicts.map(\.key), .other, noun: Noun.conflict, prefix: "conflict", rows: &rows, names: names, log: log)
    for row in draft.conflicts {
      var members: [ID<Duty>] = []
      forEachDistinct(row.duties, in: duties) { duty, _ in members.append(duty) }
      contents.conflicts.key.append(names[row.key.value])
      contents.conflicts.duties.append(members)
      contents.conflicts.atMost.append(row.atMost)
      contents.conflicts.place.append(row.place)
    }
  }

  func linkWaivers() {
    for row in draft.waivers {
      contents.waivers.regulation.append(row.regulation?.value ?? ClauseReference(text: row.clause.value).regulation)
      contents.waivers.clause.append(clause(of: row))
      contents.waivers.jurisdiction.append(row.jurisdiction.flatMap { resolve($0, in: jurisdictions) })
      contents.waivers.reason.append(row.reason)
      contents.waivers.approver.append(row.approver)
      contents.waivers.until.append(row.until)
      contents.waivers.place.append(row.place)
    }
    for row in draft.ignores {
      contents.suppressions.rule.append(row.rule)
      contents.suppressions.subject.append(row.subject)
      contents.suppressions.reason.append(row.reason)
      contents.suppressions.until.append(row.until)
      contents.suppressions.place.append(row.place)
    }
  }

  /// The clause, with the waiver's regulation before it where it is bare.
  private func clause(of row: WaiverDraft) -> Cited {
    guard let regulation = row.regulation else { return cited(row.clause) }
    guard let own = ClauseReference(text: row.clause.value).regulation else {
      return cited(Sourced("\(regulation.value):\(row.clause.value)", at: row.clause.place))
    }
    if own != regulation.value {
      log.report(
        at: row.clause.place,
        Localized(
          zh: "条款写的是法规 \(quoted(own))，而 regulation 写的是 \(quoted(regulation.value))；应一致",
          en:
            "the clause names the regulation \(quoted(own)), while the waiver is of \(quoted(regulation.value)); expected the same"
        ))
    }
    return cited(row.clause)
  }
}
