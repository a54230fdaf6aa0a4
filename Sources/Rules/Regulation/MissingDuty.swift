import RemitInspection
import RemitModel

extension Rule {
  /// REG002: what a clause lays on a role, and no post of that role has adopted or been assigned.
  static let missingDuty = Rule(
    code: "REG002", name: "missing-duty", family: .regulation, defect: .gap, severity: .error,
    title: Localized(zh: "法定职责无人承担", en: "Required duty that its role does not hold"),
    explanation: Explanation(
      what: Localized(
        zh: "条款要求某一职务承担的职责，该地充任此职务的岗位既没有承担（adopts）该条款，也没有依据该条款的职责。",
        en:
          "A clause lays a duty on a role, and no post of that role in the jurisdiction has adopted the clause or has a letter "
          + "on a duty with that basis."),
      why: Localized(
        zh: "法规的要求没有进入责任清单，就没有人会去做。", en: "What the regulation asks for and no list contains, nobody does."),
      remedy: Localized(
        zh: "在该岗位的 adopts 中写上条款，或把依据该条款的职责交给它。",
        en: "Add the clause to the post's adopts, or assign it a duty that has the clause as its basis."),
      source: Localized(
        zh: "法规的相应条款；责任清单应覆盖全部条款。", en: "The clause itself; a responsibility list must cover the regulation.")),
    faulty: [
      Example(
        """
        regulation: rule
        levels: [county]
        roles:
          - {id: head, organization: government, clause: "1"}
          - {id: member, organization: government, clause: "2"}
        duties:
          - {id: d1a, clause: "1(1)", role: head, letter: A}
          - {id: d1b, clause: "1(1)", role: head, letter: A}
          - {id: d1c, clause: "1(2)", role: head, letter: A}
          - {id: d2, clause: "2", role: member, letter: A, each: true}
        clauses: [{id: "1"}, {id: "1(1)"}, {id: "1(2)"}, {id: "2"}]
        ---
        chart: county
        against: [rule]
        jurisdictions:
          - {id: here, level: county}
        organizations:
          - {id: government, kind: government, jurisdiction: here}
        posts:
          - {id: magistrate, organization: government, role: head, adopts: ["1(2)"]}  # expect: REG002 post:magistrate
          - {id: first, organization: government, role: member, adopts: ["2"]}
          - {id: second, organization: government, role: member}  # expect: REG002 post:second
        """)
    ],
    clean: [
      Example(
        """
        regulation: rule
        levels: [county]
        roles:
          - {id: secretary, organization: party-committee, clause: "1"}
          - {id: head, organization: government, clause: "1"}
          - {id: deputy, organization: government, clause: "2"}
        duties:
          - {id: d1, clause: "1(1)", role: [secretary, head], letter: A}
          - {id: d2, clause: "1(2)", role: head, letter: A}
          - {id: d3, clause: "2", role: deputy, letter: R}
        ---
        chart: county
        against: [rule]
        jurisdictions:
          - {id: here, level: county}
          - {id: town, level: township, parent: here}
        organizations:
          - {id: committee, kind: party-committee, jurisdiction: here}
          - {id: government, kind: government, jurisdiction: here}
          - {id: town-government, kind: government, jurisdiction: town}
        posts:
          - {id: boss, organization: committee, role: secretary, adopts: ["rule:1"]}
          - {id: magistrate, organization: government, role: head}
          - {id: vice, organization: government, role: deputy}
          - {id: other-vice, organization: government, role: deputy}
          - {id: town-head, organization: town-government, role: head}
        duties:
          - {id: plan, jurisdiction: here, basis: ["1"], accountable: magistrate, responsible: vice}
          - {id: work, jurisdiction: here, basis: ["2(3)"], accountable: magistrate, responsible: vice}
        """)
    ]
  ) { inspection in
    let obligations = inspection.facts[Obligations.self]
    for item in inspection.facts[Demands.self].cases {
      guard case .lacking(let without, let weak, _) = item.state, !without.isEmpty else { continue }
      // A tie that is merely too weak is another fault, unless each post must hold the clause for itself.
      if item.demand.each || weak.isEmpty {
        report(item.demand, without, obligations.scopes[item.scope], in: &inspection)
      }
    }
  }
}

private func report(
  _ demand: Demands.Demand, _ posts: [ID<Post>], _ scope: Obligations.Scope, in inspection: inout Inspection
) {
  let chart = inspection.chart
  let regulation = chart.regulations[scope.regulation]
  let subjects = posts.map { Entity.post($0) }
  let names = inspection.list(subjects)
  let title = regulation.duties[demand.duties[0]].title
  let more = demand.duties.count > 1
  let clause = inspection.facts[Outline.self].entity(demand.clause, in: scope.regulation)
  let key = chart.posts.key[posts[0]]
  let text = chart.citationText(demand.clause, of: scope.regulation)
  inspection.report(
    subjects,
    Localized(
      zh: "\(demand.clause.citation.zh)的“\(title.zh)”\(more ? "等 \(demand.duties.count) 项职责" : "")，\(names.zh)没有承担",
      en: "\(names.en) has not taken on \(demand.clause.citation.en), “\(title.en)”"
        + (more ? " and \(demand.duties.count - 1) more" : "")),
    evidence: clause.map { clause in subjects.prefix(20).map { inspection.missing($0, .adopts, clause) } } ?? [],
    alone: clause == nil ? subjects : [], clauses: [inspection.clause(demand.clause, of: scope.regulation)],
    suggestion: Localized(
      zh: "在岗位 \(key) 上增加 adopts: [\"\(text)\"]", en: "add adopts: [\"\(text)\"] to post \(key)"),
    requirement: Requirement(
      regulation: scope.regulation, clauses: [demand.clause], jurisdiction: scope.jurisdiction),
    detail: inspection.detail(of: demand, in: scope.regulation))
}
