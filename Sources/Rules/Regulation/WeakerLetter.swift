import RemitInspection
import RemitModel

extension Rule {
  /// REG003: a post of the right role is tied to a clause's duty, but by a weaker letter than the clause asks for.
  static let weakerLetter = Rule(
    code: "REG003", name: "weaker-letter", family: .regulation, defect: .gap, severity: .error,
    title: Localized(zh: "责任字母弱于法规要求", en: "Letter weaker than the clause asks for"),
    explanation: Explanation(
      what: Localized(
        zh: "条款要求某职务负总责或领导责任（A），而其岗位在相应职责上只有 R、S、C 或 I；要求 R 的，只有 S、C 或 I。",
        en:
          "A clause makes a role accountable (A), and its posts have only R, S, C or I on the duties that rest on it; or it "
          + "asks for R, and they only support, are consulted or informed."),
      why: Localized(
        zh: "看似有人，实则降格：法规要求负责的人只在协助或知会。",
        en: "The cell is filled, but whoever should answer only helps or is told."),
      remedy: Localized(
        zh: "把该岗位的字母提到条款要求的程度，或在其 adopts 中写上该条款。",
        en: "Raise the post's letter to what the clause asks for, or add the clause to its adopts."),
      source: Localized(
        zh: "法规对责任程度的用语，如负总责、领导责任、直接责任。", en: "The regulation's own words for degrees of responsibility.")),
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
          - {id: d2, clause: "2", role: deputy, letter: R}
        ---
        chart: county
        against: [rule]
        jurisdictions:
          - {id: here, level: county}
        organizations:
          - {id: government, kind: government, jurisdiction: here}
        posts:
          - {id: magistrate, organization: government, role: head}  # expect: REG003 post:magistrate
          - {id: vice, organization: government, role: deputy}  # expect: REG003 post:vice
        duties:
          - {id: plan, basis: ["1"], accountable: vice, responsible: magistrate}
          - {id: work, basis: ["2"], accountable: magistrate, consulted: vice}
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
          - {id: d2, clause: "2", role: deputy, letter: R}
          - {id: d3, clause: "3", role: deputy, letter: S}
        ---
        chart: county
        against: [rule]
        jurisdictions:
          - {id: here, level: county}
        organizations:
          - {id: government, kind: government, jurisdiction: here}
        posts:
          - {id: magistrate, organization: government, role: head}
          - {id: vice, organization: government, role: deputy}
          - {id: other, organization: government, role: deputy}
        duties:
          - {id: plan, basis: ["1"], accountable: magistrate, responsible: magistrate}
          - {id: details, basis: ["1"], accountable: vice, informed: magistrate}
          - {id: work, basis: ["2"], accountable: vice, consulted: other}
          - {id: help, basis: ["3"], accountable: magistrate, supports: vice}
        """)
    ]
  ) { inspection in
    let obligations = inspection.facts[Obligations.self]
    for item in inspection.facts[Demands.self].cases {
      guard case .lacking(_, let weak, _) = item.state, !weak.isEmpty else { continue }
      report(item.demand, weak, obligations.scopes[item.scope], in: &inspection)
    }
  }
}

private func report(
  _ demand: Demands.Demand, _ ties: [Holdings.Tie], _ scope: Obligations.Scope, in inspection: inout Inspection
) {
  let chart = inspection.chart
  var posts: [ID<Post>] = []
  for tie in ties where posts.last != tie.post { posts.append(tie.post) }
  let subjects = posts.map { Entity.post($0) }
  let names = inspection.list(subjects)
  // The strongest letter of each post proves it; what it has beside that is weaker still.
  var links: [Tie] = []
  var others: [Tie] = []
  for post in posts.prefix(20) {
    let own = ties.filter { $0.post == post && $0.letter != nil }
    let strongest = own.indices.min { (own[$0].letter ?? .informed, $0) < (own[$1].letter ?? .informed, $1) }
    for (index, tie) in own.enumerated() {
      guard let letter = tie.letter, let duty = tie.duty else { continue }
      let link = inspection.link(.post(tie.post), .letter(letter), .duty(duty))
      if index == strongest { links.append(link) } else { others.append(link) }
    }
  }
  let had = ties.compactMap(\.letter).min() ?? .informed
  let key = chart.posts.key[posts[0]]
  let duty = ties.first?.duty.map { chart.duties.key[$0] } ?? ""
  inspection.report(
    subjects,
    Localized(
      zh: "\(demand.clause.citation.zh)要求 \(demand.letter.rawValue)（\(demand.letter.name.zh)），\(names.zh)至多只有 "
        + "\(had.rawValue)（\(had.name.zh)）",
      en:
        "\(demand.clause.citation.en) asks for \(demand.letter.rawValue) (\(demand.letter.name.en)), and \(names.en) has no "
        + "more than \(had.rawValue) (\(had.name.en))"),
    evidence: links, context: others,
    clauses: [inspection.clause(demand.clause, of: scope.regulation)],
    suggestion: Localized(
      zh: "在职责 \(duty) 中将 \(key) 写到 \(demand.letter.key) 下",
      en: "name \(key) under \(demand.letter.key) in duty \(duty)"),
    requirement: Requirement(
      regulation: scope.regulation, clauses: [demand.clause], jurisdiction: scope.jurisdiction),
    detail: inspection.detail(of: demand, in: scope.regulation))
}
