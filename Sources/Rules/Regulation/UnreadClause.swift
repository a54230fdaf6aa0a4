import RemitInspection
import RemitModel

extension Rule {
  /// REG009: a clause of the outline that yields nothing in the file and says not what it is about.
  static let unreadClause = Rule(
    code: "REG009", name: "unread-clause", family: .regulation, defect: .gap, severity: .warning, scope: .regulations,
    title: Localized(zh: "没有读出内容的条款", en: "Clause that yields nothing"),
    explanation: Explanation(
      what: Localized(
        zh: "条款目录中的一条，没有任何职务、职责、关系、责任链、共同责任或追责情形引用它，也没有用 about 说明内容。",
        en:
          "No role, duty, link, chain, joint responsibility or case of accountability cites a clause of the outline, and it "
          + "has no about."),
      why: Localized(
        zh: "可能漏读了法规的要求，核对就会漏掉它。", en: "What was overlooked in reading is never checked for."),
      remedy: Localized(
        zh: "补上该条款产生的职责或关系；确无要求的，用 about 写明它讲什么。",
        en: "Add what the clause lays down, or say with about what it deals with."),
      source: Localized(zh: "法规数字化的完整性要求：每一条款都有交代。", en: "Completeness of an encoding: every clause is accounted for.")),
    faulty: [
      Example(
        """
        regulation: rule
        levels: [county]
        roles:
          - {id: head, organization: government, clause: "2"}
        duties:
          - {id: d1, clause: "2(1)", role: head, letter: A}
        clauses:
          - {id: "1"}  # expect: REG009 clause:1
          - {id: "2"}
          - {id: "2(1)"}
          - {id: "2(2)"}  # expect: REG009 clause:2(2)
        """)
    ],
    clean: [
      Example(
        """
        regulation: rule
        levels: [county]
        roles:
          - {id: head, organization: government, clause: "2.1"}
          - {id: auditors, organization: audit-office, body: true, clause: "4"}
        duties:
          - {id: d1, clause: "3(1)", role: head, letter: A}
        links:
          - {kind: audit, by: auditors, of: [head], clause: "3(2)"}
        accountability:
          - {clause: "5", effect: pursue, circumstance: neglect}
        clauses:
          - {id: "1", about: principles}
          - {id: "1(1)"}
          - {id: "2"}
          - {id: "2.1"}
          - {id: "3"}
          - {id: "3(1)"}
          - {id: "3(2)"}
          - {id: "4"}
          - {id: "5"}
        """)
    ]
  ) { inspection in
    for (index, regulation) in inspection.chart.regulations.enumerated() {
      let told = Set(regulation.clauses.filter { $0.about != nil }.map(\.number))
      // What is cited accounts for the clauses that it lies in, and what is told of a clause for those inside it.
      let read = Set(regulation.citations.flatMap(\.enclosing)).union(told.flatMap(\.enclosing))
      for (position, clause) in regulation.clauses.enumerated() {
        guard !read.contains(clause.number), !clause.number.enclosing.contains(where: told.contains) else { continue }
        let citation = clause.number.citation
        inspection.report(
          [.clause(regulation: index, index: position)],
          Localized(
            zh: "\(citation.zh)没有产生任何职责或关系，也没有说明内容",
            en: "\(citation.en) yields no role, duty or link, and does not say what it is about"),
          alone: [.clause(regulation: index, index: position)],
          clauses: [inspection.clause(clause.number, of: index)],
          suggestion: Localized(
            zh: "补上该条款产生的职责或关系，或在其后写明 about: <内容>",
            en: "add what it lays down, or about: <subject> to clause \(clause.number)"))
      }
    }
  }
}

extension Regulation {
  /// Every clause that an entry of the file cites.
  fileprivate var citations: [ClauseNumber] {
    let entries = [
      roles.map(\.clauses), links.map(\.clauses), chains.map(\.clauses), joints.map(\.clauses),
      [duties.map(\.clause), accountability.map(\.clause)],
    ]
    return entries.joined().flatMap { $0 }
  }
}

extension ClauseNumber {
  /// The clause and those that it lies in.
  fileprivate var enclosing: [ClauseNumber] {
    var numbers = [self]
    if item != nil, paragraph != nil { numbers.append(ClauseNumber(article: article, paragraph: paragraph)) }
    if item != nil || paragraph != nil { numbers.append(ClauseNumber(article: article)) }
    return numbers
  }
}
