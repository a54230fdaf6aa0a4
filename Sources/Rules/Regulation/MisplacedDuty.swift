import RemitInspection
import RemitModel

extension Rule {
  /// REG005: a clause's duty that a post of another role holds, and none of its own.
  static let misplacedDuty = Rule(
    code: "REG005", name: "misplaced-duty", family: .regulation, defect: .ambiguity, severity: .warning,
    title: Localized(zh: "法定职责由其他职务承担", en: "Duty held by another role"),
    explanation: Explanation(
      what: Localized(
        zh: "条款交给某一职务的职责，该职务的岗位都没有承担，而另一职务的岗位承担了它。",
        en: "A clause lays a duty on one role, no post of that role holds it, and a post of another does."),
      why: Localized(
        zh: "法规要找的人和图上写的人不是同一个，追责时会互相推诿。",
        en: "The regulation looks for one office and the chart names another, so each can point at the other."),
      remedy: Localized(
        zh: "把职责交还条款所指的职务；若岗位的 role 写错了，改正 role。",
        en: "Give the duty to the role that the clause names; or correct the post's role, if that is what is wrong."),
      source: Localized(zh: "法规的相应条款。", en: "The clause itself.")),
    faulty: [
      Example(
        """
        regulation: rule
        levels: [county]
        roles:
          - {id: head, organization: government, clause: "1"}
          - {id: deputy, organization: government, clause: "2"}
        duties:
          - {id: d1, clause: "1", role: head, letter: A}
          - {id: d2, clause: "2", role: deputy, letter: A}
        clauses: [{id: "1"}, {id: "2"}]
        ---
        chart: county
        against: [rule]
        jurisdictions:
          - {id: here, level: county}
        organizations:
          - {id: government, kind: government, jurisdiction: here}
        posts:
          - {id: magistrate, organization: government, role: head}  # expect: REG005 post:magistrate duty:work
          - {id: vice, organization: government, role: deputy, adopts: ["1"]}  # expect: REG005 post:vice
        duties:
          - {id: work, basis: ["2"], accountable: magistrate, responsible: magistrate}
        """)
    ],
    clean: [
      Example(
        """
        regulation: rule
        levels: [county]
        roles:
          - {id: head, organization: government, clause: "1"}
          - {id: deputy, organization: government, clause: "2"}
        duties:
          - {id: d1, clause: "1", role: head, letter: A}
          - {id: d2, clause: "2", role: deputy, letter: A}
        ---
        chart: county
        against: [rule]
        jurisdictions:
          - {id: here, level: county}
        organizations:
          - {id: government, kind: government, jurisdiction: here}
        posts:
          - {id: magistrate, organization: government, role: head, adopts: ["1"]}
          - {id: vice, organization: government, role: deputy, adopts: ["1", "2"]}
          - {id: clerk, organization: government}
        duties:
          - {id: work, basis: ["2"], accountable: magistrate, responsible: clerk}
        """)
    ]
  ) { inspection in
    let obligations = inspection.facts[Obligations.self]
    let holdings = inspection.facts[Holdings.self]
    var current = -1
    var ties: [Int: [Holdings.Tie]] = [:]
    for item in inspection.facts[Demands.self].cases where isUnheld(item) {
      let scope = obligations.scopes[item.scope]
      if item.scope != current {
        current = item.scope
        ties = holdings.byArticle(in: scope.jurisdiction, of: scope.regulation)
      }
      let own = Set(item.demand.roles.flatMap { scope.posts[$0] })
      var seen: Set<ID<Post>> = []
      for tie in ties[item.demand.clause.article] ?? [] where tie.clause == item.demand.clause {
        guard tie.suffices(for: .accountable), !own.contains(tie.post), seen.insert(tie.post).inserted else { continue }
        report(tie, item.demand, scope, in: &inspection)
      }
    }
  }
}

/// Whether no post of a demand's roles holds it at all.
private func isUnheld(_ item: Demands.Case) -> Bool {
  switch item.state {
  case .held: false
  case .unfilled: true
  case .lacking(_, _, let othersHold): !othersHold
  }
}

private func report(
  _ tie: Holdings.Tie, _ demand: Demands.Demand, _ scope: Obligations.Scope, in inspection: inout Inspection
) {
  let chart = inspection.chart
  let regulation = chart.regulations[scope.regulation]
  let post = chart.posts.name[tie.post]
  let roles = demand.roles.map { regulation.roles[$0].name }
  var evidence: [Tie] = []
  if let duty = tie.duty, let letter = tie.letter {
    evidence.append(inspection.link(.post(tie.post), .letter(letter), .duty(duty)))
  } else if let clause = inspection.facts[Outline.self].entity(tie.clause, in: scope.regulation) {
    evidence.append(inspection.link(.post(tie.post), .adopts, clause))
  }
  evidence += demand.roles.map {
    inspection.missing(.post(tie.post), .fills, .role(regulation: scope.regulation, index: $0))
  }
  let right = demand.roles.flatMap { scope.posts[$0] }.first.map { chart.posts.key[$0] }
  let target =
    right.map { Localized(zh: "岗位 \($0)", en: "post \($0)") }
    ?? Localized(zh: "“\(roles[0].zh)”的岗位", en: "a post of the role “\(roles[0].en)”")
  inspection.report(
    [.post(tie.post)] + (tie.duty.map { [.duty($0)] } ?? []),
    Localized(
      zh: "\(demand.clause.citation.zh)属于“\(roles.map(\.zh).joined(separator: "”“"))”，却由“\(post.zh)”承担",
      en:
        "\(demand.clause.citation.en) is for “\(roles.map(\.en).joined(separator: "”, “"))”, and “\(post.en)” holds it"),
    evidence: evidence, clauses: [inspection.clause(demand.clause, of: scope.regulation)],
    suggestion: Localized(
      zh: "将\(demand.clause.citation.zh)的职责从岗位 \(chart.posts.key[tie.post]) 移交\(target.zh)",
      en: "move the duty of \(demand.clause.citation.en) from post \(chart.posts.key[tie.post]) to \(target.en)"),
    detail: inspection.detail(of: demand, in: scope.regulation))
}
