import RemitInspection
import RemitModel

// The outline of a regulation: applied to the chart of its roles.
extension Mutation {
  static let outlines: [Mutation] = [
    clauseRepeated, clauseSkipped, clausesSwapped, clauseAdded, subjectUntold, dutiesUnread,
  ]

  private static let clauseRepeated = Mutation(
    "clause-repeated", finds: "REG008", "a number occurs twice in an outline"
  ) { ground in
    guard ground.chart.origin == .regulation else { return [] }
    let clauses = ground.chart.regulations[0].clauses
    return clauses.indices.map { index in
      let number = clauses[index].number
      return ground.site(clause: number, expecting: "clause:\(number)") { parts in
        parts.clauses.insert(clauses[index].renumbered(number, about: clauses[index].about), at: index + 1)
      }
    }
  }

  private static let clauseSkipped = Mutation(
    "clause-skipped", finds: "REG008", "a number is missing from an outline",
    causes: [Cause("REG009", because: "what the missing clause was about was told of the clauses inside it as well")]
  ) { ground in
    ground.siblings.flatMap { run in
      // Without the last of a run there is no gap.
      zip(run, run.dropFirst()).map { index, next in
        let clauses = ground.chart.regulations[0].clauses
        return ground.site(clause: clauses[index].number, expecting: "clause:\(clauses[next].number)") { parts in
          parts.clauses.remove(at: index)
        }
      }
    }
  }

  private static let clausesSwapped = Mutation(
    "clauses-swapped", finds: "REG008", "two numbers stand in the wrong order"
  ) { ground in
    ground.siblings.flatMap { run in
      zip(run, run.dropFirst()).map { index, next in
        let clauses = ground.chart.regulations[0].clauses
        return ground.site(clause: clauses[index].number, expecting: "clause:\(clauses[index].number)") { parts in
          parts.clauses.swapAt(index, next)
        }
      }
    }
  }

  private static let clauseAdded = Mutation(
    "clause-added", finds: "REG009", "a clause is added that lays nothing on anybody"
  ) { ground in
    ground.siblings.compactMap { run in
      let clauses = ground.chart.regulations[0].clauses
      guard let last = run.last else { return nil }
      let number = clauses[last].number.next
      // What is told of a clause is told of those inside it.
      let isTold = clauses.contains { $0.about != nil && $0.number != number && $0.number.covers(number) }
      guard !isTold else { return nil }
      return ground.site(clause: number, expecting: "clause:\(number)") { parts in
        parts.clauses.append(clauses[last].renumbered(number))
      }
    }
  }

  private static let subjectUntold = Mutation(
    "subject-untold", finds: "REG009",
    "of a clause that lays nothing on anybody, it is no longer told what it is about",
    causes: [Cause("REG009", because: "the subject was told of the clauses inside it, or that it lies in, as well")]
  ) { ground in
    guard ground.chart.origin == .regulation else { return [] }
    let regulation = ground.chart.regulations[0]
    return regulation.clauses.indices.compactMap { index in
      let clause = regulation.clauses[index]
      let others =
        regulation.citations(besideDuties: true)
        + regulation.clauses.indices.filter { $0 != index && regulation.clauses[$0].about != nil }
        .map { regulation.clauses[$0].number }
      let isRead = others.contains { $0.covers(clause.number) && $0 != clause.number || clause.number.covers($0) }
      guard clause.about != nil, !isRead else { return nil }
      return ground.site(clause: clause.number, expecting: "clause:\(clause.number)") { parts in
        parts.clauses[index] = clause.renumbered(clause.number)
      }
    }
  }

  private static let dutiesUnread = Mutation(
    "duties-unread", finds: "REG009", "what a clause lays on its roles has been overlooked",
    causes: [
      Cause("REG009", because: "the clause's duties were all that the article that it lies in yields"),
      Cause("LOD004", because: "the clause was all that the role had to do"),
      Cause("OVS001", "OVS005", because: "what the role answers for has changed"),
    ]
  ) { ground in
    guard ground.chart.origin == .regulation else { return [] }
    let regulation = ground.chart.regulations[0]
    let others = regulation.citations(besideDuties: false)
    return regulation.clauses.compactMap { clause in
      let isRead =
        others.contains { clause.number.covers($0) }
        || regulation.duties.contains { $0.clause != clause.number && clause.number.covers($0.clause) }
      let isTold = regulation.clauses.contains {
        $0.about != nil && ($0.number.covers(clause.number) || clause.number.covers($0.number))
      }
      guard !isRead, !isTold, regulation.duties.contains(where: { $0.clause == clause.number }) else { return nil }
      return ground.site(clause: clause.number, expecting: "clause:\(clause.number)") { parts in
        parts.duties.removeAll { $0.clause == clause.number }
      }
    }
  }
}

extension Ground {
  /// The articles, and the paragraphs or items of each, by their positions in the outline.
  fileprivate var siblings: [[Int]] {
    guard chart.origin == .regulation else { return [] }
    var runs: [[Int]] = []
    var known: [String: Int] = [:]
    for (index, clause) in chart.regulations[0].clauses.enumerated() {
      let parent = clause.number.parent
      if let run = known[parent] {
        runs[run].append(index)
      } else {
        known[parent] = runs.count
        runs.append([index])
      }
    }
    return runs
  }
}

extension ClauseNumber {
  /// What tells its siblings from other clauses.
  fileprivate var parent: String {
    if item != nil { return "\(article).\(paragraph ?? 0)()" }
    return paragraph == nil ? "" : "\(article)."
  }

  /// The number after it among its siblings.
  fileprivate var next: ClauseNumber {
    if let item { return ClauseNumber(article: article, paragraph: paragraph, item: item + 1) }
    if let paragraph { return ClauseNumber(article: article, paragraph: paragraph + 1) }
    return ClauseNumber(article: article + 1)
  }
}

extension Regulation {
  /// Every clause that an entry of the file cites, with or without the duties.
  fileprivate func citations(besideDuties: Bool) -> [ClauseNumber] {
    let entries = [
      roles.map(\.clauses), links.map(\.clauses), chains.map(\.clauses), joints.map(\.clauses),
      [accountability.map(\.clause), besideDuties ? duties.map(\.clause) : []],
    ]
    return entries.joined().flatMap { $0 }
  }
}
