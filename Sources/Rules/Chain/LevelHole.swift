import RemitInspection
import RemitModel

extension Rule {
  /// CHN003: a clause required at several levels that nobody at one of them holds.
  static let levelHole = Rule(
    code: "CHN003", name: "level-hole", family: .chain, defect: .gap, severity: .warning,
    title: Localized(zh: "责任在某一层级落空", en: "Duty that stops at one level"),
    explanation: Explanation(
      what: Localized(
        zh: "法规要求多个层级都承担的条款，图中有的层级有人承担，另一层级却没有任何岗位承担。",
        en: "A clause that binds several levels is held at one of them, and at another no post at all holds it."),
      why: Localized(
        zh: "责任没有逐级传导，上下之间出现空档。", en: "What is asked above never arrives below, or the other way round."),
      remedy: Localized(
        zh: "在该层级的相应岗位上写明 adopts，或增加依据该条款的职责并写明 A。",
        en: "Let the post at that level adopt the clause, or add a duty with it as basis and an A."),
      source: Localized(zh: "法规中逐级落实责任的条款。", en: "The clauses of a regulation that bind each of its levels.")),
    faulty: [
      Example(
        """
        regulation: rule
        levels: [prefecture, county]
        roles:
          - {id: head, organization: government, clause: "1"}
        duties:
          - {id: d1, clause: "1", role: head, letter: A}
          - {id: d2, clause: "2", role: head, letter: A}
        clauses: [{id: "1"}, {id: "2"}]
        ---
        chart: city
        against: [rule]
        jurisdictions:
          - {id: city, level: prefecture}
          - {id: east, level: county, parent: city}  # expect: CHN003 jurisdiction:east jurisdiction:west
          - {id: west, level: county, parent: city}
        organizations:
          - {id: city-government, kind: government, jurisdiction: city}
          - {id: east-government, kind: government, jurisdiction: east}
          - {id: west-government, kind: government, jurisdiction: west}
        posts:
          - {id: mayor, organization: city-government, role: head, adopts: ["1", "2"]}
          - {id: east-head, organization: east-government, role: head, adopts: ["1"]}
          - {id: west-head, organization: west-government, role: head, adopts: ["1"]}
        """)
    ],
    clean: [
      Example(
        """
        regulation: rule
        levels: [prefecture, county]
        roles:
          - {id: head, organization: government, clause: "1"}
        duties:
          - {id: d1, clause: "1(1)", role: head, letter: A}
          - {id: d2, clause: "2", role: head, letter: A, levels: [prefecture]}
          - {id: d3, clause: "3", role: head, letter: R}
          - {id: d4, clause: "4", role: head, letter: A}
        ---
        chart: city
        against: [rule]
        jurisdictions:
          - {id: city, level: prefecture}
          - {id: east, level: county, parent: city}
          - {id: west, level: county, parent: city}
        organizations:
          - {id: city-government, kind: government, jurisdiction: city}
          - {id: east-government, kind: government, jurisdiction: east}
          - {id: west-government, kind: government, jurisdiction: west}
        posts:
          - {id: mayor, organization: city-government, role: head, adopts: ["1", "2", "3"]}
          - {id: east-head, organization: east-government, role: head}
          - {id: west-head, organization: west-government, role: head}
          - {id: west-vice, organization: west-government, adopts: ["1(1)"]}
        duties:
          - {id: third, jurisdiction: east, basis: ["3"], responsible: east-head, accountable: mayor}
        """)
    ]
  ) { inspection in
    let obligations = inspection.facts[Obligations.self]
    let holdings = inspection.facts[Holdings.self]
    for (index, regulation) in inspection.chart.regulations.enumerated() {
      let scopes = obligations.scopes.filter { $0.regulation == index }
      guard Set(scopes.map(\.level)).count > 1 else { continue }
      let held = scopes.map { holdings.byArticle(in: $0.jurisdiction, of: index) }
      for demand in demands(of: regulation) {
        reportHoles(demand, regulation: index, scopes, held, in: &inspection)
      }
    }
  }
}

/// A clause, the levels that it binds, and the letter it asks for.
private struct ClauseDemand {
  let clause: ClauseNumber
  var levels: Set<Level>
  var letter: Letter
}

/// The clauses that lay a duty on somebody, in the order of the duties.
private func demands(of regulation: Regulation) -> [ClauseDemand] {
  var demands: [ClauseDemand] = []
  var known: [ClauseNumber: Int] = [:]
  for duty in regulation.duties {
    let levels = duty.levels.filter { level in duty.roles.contains { regulation.roles[$0].levels.contains(level) } }
    if let index = known[duty.clause] {
      demands[index].levels.formUnion(levels)
      demands[index].letter = min(demands[index].letter, duty.letter)
    } else {
      known[duty.clause] = demands.count
      demands.append(ClauseDemand(clause: duty.clause, levels: Set(levels), letter: duty.letter))
    }
  }
  return demands
}

private func reportHoles(
  _ demand: ClauseDemand, regulation: Int, _ scopes: [Obligations.Scope], _ held: [[Int: [Holdings.Tie]]],
  in inspection: inout Inspection
) {
  let bound = scopes.indices.filter { demand.levels.contains(scopes[$0].level) }
  var levels: Set<Level> = []
  var holder: Holdings.Tie?
  for index in bound {
    let tie = held[index][demand.clause.article, default: []].first {
      $0.suffices(for: demand.letter) && ($0.clause.covers(demand.clause) || demand.clause.covers($0.clause))
    }
    guard let tie else { continue }
    levels.insert(scopes[index].level)
    holder = holder ?? tie
  }
  guard let holder else { return }
  for level in Level.allCases where !levels.contains(level) {
    let hole = bound.filter { scopes[$0].level == level }.map { scopes[$0].jurisdiction }
    if !hole.isEmpty { report(demand.clause, regulation, level, hole, holder, in: &inspection) }
  }
}

private func report(
  _ clause: ClauseNumber, _ regulation: Int, _ level: Level, _ hole: [ID<Jurisdiction>], _ holder: Holdings.Tie,
  in inspection: inout Inspection
) {
  let chart = inspection.chart
  let subjects = hole.map { Entity.jurisdiction($0) }
  let names = inspection.list(subjects)
  let entity = inspection.facts[Outline.self].entity(clause, in: regulation)
  var evidence: [Tie] = []
  if let duty = holder.duty, let letter = holder.letter {
    evidence.append(inspection.link(.post(holder.post), .letter(letter), .duty(duty)))
  } else if let entity {
    evidence.append(inspection.link(.post(holder.post), .adopts, entity))
  }
  if let entity {
    evidence += subjects.prefix(20).map { inspection.missing($0, .adopts, entity) }
  }
  let other = chart.posts.name[holder.post]
  inspection.report(
    subjects,
    Localized(
      zh: "\(clause.citation.zh)在其他层级有人承担（如“\(other.zh)”），而在\(level.name.zh)的\(names.zh)无人承担",
      en:
        "\(clause.citation.en) is held at another level (by “\(other.en)”), and by nobody at the \(level.name.en) level, "
        + "in \(names.en)"),
    evidence: evidence, alone: evidence.isEmpty ? subjects : [],
    clauses: [inspection.clause(clause, of: regulation)],
    suggestion: Localized(
      zh: "在该层级的相应岗位上增加 adopts: [\"\(clause)\"]", en: "add adopts: [\"\(clause)\"] to a post at that level"),
    requirement: hole.count == 1
      ? Requirement(regulation: regulation, clauses: [clause], jurisdiction: hole[0]) : nil,
    detail: "\(chart.regulations[regulation].key):\(clause)@\(level.word)")
}
