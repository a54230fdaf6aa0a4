import RemitInspection
import RemitModel

extension Rule {
  /// REG007: a basis or an adopted clause that the regulation does not have.
  static let unknownClause = Rule(
    code: "REG007", name: "unknown-clause", family: .regulation, defect: .ambiguity, severity: .error,
    title: Localized(zh: "引用了不存在的条款", en: "Clause that the regulation does not have"),
    explanation: Explanation(
      what: Localized(
        zh: "职责、岗位或监督关系引用的条款，在所指法规的条款目录中没有。",
        en: "A duty, post or oversight link cites a clause that is not in the outline of the regulation it names."),
      why: Localized(
        zh: "依据查不到，职责就没有根据，也无法核对。", en: "A duty whose ground cannot be found has none, and cannot be checked."),
      remedy: Localized(
        zh: "改成存在的条款；属于其他法规的，写上法规 id 和冒号，如 other-law:7。",
        en: "Correct the number; if it is another law's, write that law's id before it, as in other-law:7."),
      source: Localized(zh: "法规的条款目录（clauses）。", en: "The regulation's own outline (clauses).")),
    faulty: [
      Example(
        """
        regulation: rule
        levels: [county]
        clauses: [{id: "1"}, {id: "1(1)"}, {id: "2"}]
        ---
        chart: county
        against: [rule]
        organizations:
          - {id: government, kind: government}
          - {id: auditors, kind: audit-office}
        posts:
          - {id: magistrate, organization: government, adopts: ["1", "1(2)"]}  # expect: REG007 post:magistrate
        duties:
          - {id: plan, accountable: magistrate, responsible: magistrate, basis: ["rule:3"]}  # expect: REG007 duty:plan
        oversight:
          - {id: look, kind: audit, by: auditors, of: magistrate, basis: ["2.1"]}  # expect: REG007 oversight:look
        """)
    ],
    clean: [
      Example(
        """
        regulation: rule
        levels: [county]
        clauses: [{id: "1"}, {id: "1(1)"}, {id: "2"}]
        ---
        regulation: unlisted
        levels: [county]
        ---
        chart: county
        against: [rule, unlisted]
        organizations:
          - {id: government, kind: government}
        posts:
          - {id: magistrate, organization: government, adopts: ["1(1)", "rule:2", "unlisted:9"]}
        duties:
          - {id: plan, accountable: magistrate, responsible: magistrate, basis: ["2", "water-law:88"]}
          - {id: steam, accountable: magistrate, responsible: magistrate, basis: ["9"], status: abolished}
        """)
    ]
  ) { inspection in
    let chart = inspection.chart
    guard !chart.regulations.isEmpty else { return }
    for post in chart.posts.ids where chart.posts.status[post] != .abolished {
      check(chart.posts.adopts[post], of: .post(post), in: &inspection)
    }
    for duty in chart.duties.ids where chart.duties.status[duty] != .abolished {
      check(chart.duties.basis[duty], of: .duty(duty), in: &inspection)
    }
    for row in chart.oversight.ids { check(chart.oversight.basis[row], of: .oversight(row), in: &inspection) }
  }
}

private func check(_ citations: ArraySlice<Cited>, of entity: Entity, in inspection: inout Inspection) {
  let outline = inspection.facts[Outline.self]
  var seen: Set<ClauseNumber> = []
  for cited in citations {
    guard let (regulation, clause) = inspection.chart.resolve(cited.reference), outline.isGiven(regulation),
      !outline.has(clause, in: regulation), seen.insert(clause).inserted
    else { continue }
    report(cited, clause, regulation, of: entity, in: &inspection)
  }
}

private func report(
  _ cited: Cited, _ clause: ClauseNumber, _ index: Int, of entity: Entity, in inspection: inout Inspection
) {
  let chart = inspection.chart
  let regulation = chart.regulations[index]
  let name = chart.name(of: entity)
  // The nearest that exists: the last clause of the same article that is not beyond the one cited.
  let near = regulation.clauses.map(\.number).filter { $0.article == clause.article && $0 < clause }.max()
  inspection.report(
    [entity],
    Localized(
      zh: "“\(name.zh)”引用了\(clause.citation.zh)，而《\(regulation.title.zh)》没有这一条款",
      en: "“\(name.en)” cites \(clause.citation.en), and “\(regulation.title.en)” has no such clause"),
    alone: [entity], clauses: [inspection.clause(clause, of: index)],
    suggestion: Localized(
      zh: "将 \(cited.reference.text) 改为存在的条款" + (near.map { "，如 \($0)" } ?? ""),
      en: "change \(cited.reference.text) to a clause that exists" + (near.map { ", such as \($0)" } ?? "")),
    detail: "\(regulation.key):\(clause)",
    places: [chart.sources.location(of: cited.place)].compactMap { $0 })
}
