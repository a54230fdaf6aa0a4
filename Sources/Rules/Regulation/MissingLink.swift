import RemitInspection
import RemitModel

extension Rule {
  /// REG004: command or oversight that a regulation asks for and that the chart does not have.
  static let missingLink = Rule(
    code: "REG004", name: "missing-link", family: .regulation, defect: .gap, severity: .error,
    title: Localized(zh: "缺少法规要求的领导或监督关系", en: "Required link that is absent"),
    explanation: Explanation(
      what: Localized(
        zh: "法规要求的督察、审计、考核、督促、协助等关系，该地有岗位或单位没有被覆盖；或者应当报告的上级职务与它之间没有领导路径。",
        en:
          "A regulation asks for an inspection, audit, assessment, urging, help or the like, and some post or body of the "
          + "jurisdiction lacks it; or a role has no path of command up to the role it must report to."),
      why: Localized(
        zh: "法规设定的监督没有落到人。", en: "The watch that the regulation sets up does not reach the people it is for."),
      remedy: Localized(
        zh: "在 oversight 中补上该关系；领导、指导、督促、统筹可以由 reports-to 或 in-charge-of 体现。",
        en:
          "Add the link to oversight; leading, guiding, urging and coordinating also follow from reports-to and in-charge-of."
      ),
      source: Localized(zh: "法规中设定该关系的条款。", en: "The clause of the regulation that asks for the link.")),
    faulty: [
      Example(
        """
        regulation: rule
        levels: [county]
        roles:
          - {id: head, organization: government, clause: "1"}
          - {id: deputy, organization: government, clause: "2"}
          - {id: bureau-head, organization: department, clause: "3", reports-to: [head]}
          - {id: auditors, organization: audit-office, body: true, clause: "4"}
        links:
          - {kind: audit, by: auditors, of: [head, deputy], clause: "4"}
          - {kind: urge, by: deputy, of: [bureau-head], clause: "2"}
          - {kind: assist, by: deputy, of: [head], clause: "2"}
        ---
        chart: county
        against: [rule]
        jurisdictions:
          - {id: here, level: county}
        organizations:
          - {id: government, kind: government, jurisdiction: here}
          - {id: bureau, kind: department, jurisdiction: here}
          - {id: audit, kind: audit-office, jurisdiction: here}
        posts:
          - {id: magistrate, organization: government, role: head}  # expect: REG004 post:magistrate
          - {id: vice, organization: government, role: deputy}  # expect: REG004 post:vice
          - {id: chief, organization: bureau, role: bureau-head}  # expect: REG004 post:chief # expect: REG004 post:chief
        oversight:
          - {kind: audit, by: audit, of: magistrate}
        """)
    ],
    clean: [
      Example(
        """
        regulation: rule
        levels: [prefecture, county]
        roles:
          - {id: head, organization: government, clause: "1"}
          - {id: deputy, organization: government, clause: "2"}
          - {id: bureau-head, organization: department, clause: "3", levels: [prefecture], reports-to: [deputy]}
          - {id: auditors, organization: audit-office, body: true, clause: "4"}
          - {id: assessors, organization: committee, body: true, clause: "5", optional: true}
          - {id: congress, organization: congress, body: true, clause: "6"}
        links:
          - {kind: audit, by: auditors, of: [head], clause: "4"}
          - {kind: assess, by: assessors, of: [head], clause: "5"}
          - {kind: urge, by: head, of: [head], downward: true, clause: "1"}
          - {kind: lead, by: bureau-head, of: [department], downward: true, clause: "3"}
          - {kind: guide, by: [head, deputy], of: [deputy, bureau-head], clause: "2"}
          - {kind: assist, by: deputy, of: [head], clause: "2"}
          - {kind: support, by: head, of: [congress], clause: "6"}
        ---
        chart: city
        against: [rule]
        jurisdictions:
          - {id: nation, level: nation}
          - {id: city, level: prefecture}
          - {id: county, level: county, parent: city}
        organizations:
          - {id: auditors-above, kind: audit-office, jurisdiction: nation}
          - {id: city-government, kind: government, jurisdiction: city}
          - {id: city-bureau, kind: department, jurisdiction: city}
          - {id: city-congress, kind: congress, jurisdiction: city}
          - {id: county-government, kind: government, jurisdiction: county}
          - {id: branch, kind: department, jurisdiction: county}
        posts:
          - {id: mayor, organization: city-government, role: head, adopts: ["6"]}
          - {id: vice-mayor, organization: city-government, role: deputy, reports-to: mayor, in-charge-of: city-bureau}
          - {id: chief, organization: city-bureau, role: bureau-head}
          - {id: magistrate, organization: county-government, role: head, reports-to: mayor}
          - {id: vice, organization: county-government, role: deputy, reports-to: magistrate}
          - {id: branch-head, organization: branch, reports-to: chief}
        oversight:
          - {kind: audit, by: auditors-above, of: [city-government, magistrate]}
          - {kind: assess, by: mayor, of: [magistrate, mayor]}
        """)
    ]
  ) { inspection in
    for gap in inspection.facts[RequiredLinks.self].gaps { report(gap, in: &inspection) }
    let scopes = inspection.facts[Obligations.self].scopes
    for item in inspection.facts[RequiredReports.self].cases where !item.detached.isEmpty {
      report(item.detached, item.role, scopes[item.scope], in: &inspection)
    }
  }
}

private func report(_ gap: RequiredLinks.Gap, in inspection: inout Inspection) {
  let chart = inspection.chart
  let regulation = chart.regulations[gap.regulation]
  let link = regulation.links[gap.link]
  let by: Entity
  let name: Localized
  if let node = gap.by {
    by = Entity(node)
    name = chart.name(of: by)
  } else if case .role(let role) = link.by.first {
    by = .role(regulation: gap.regulation, index: role)
    name = regulation.roles[role].name
  } else {
    by = .jurisdiction(gap.jurisdiction)
    name = link.by.first.map { regulation.name(of: $0) } ?? Localized("")
  }
  let subjects = gap.missing.map { Entity($0) }
  let names = inspection.list(subjects)
  let clauses = inspection.citations(link.clauses)
  let bond = Bond.oversight(link.kind)
  let key =
    gap.by.map { chart.key(of: Entity($0)) } ?? "<\(link.by.map { regulation.word(of: $0) }.joined(separator: "|"))>"
  let basis = link.clauses.map { "\"\(chart.citationText($0, of: gap.regulation))\"" }.joined(separator: ", ")
  let entry = "{kind: \(link.kind.rawValue), by: \(key), of: \(chart.key(of: subjects[0])), basis: [\(basis)]}"
  inspection.report(
    subjects,
    Localized(
      zh: "\(clauses.zh)要求“\(name.zh)”\(link.kind.name.zh)\(names.zh)，图中没有这一关系",
      en: "\(clauses.en) asks that “\(name.en)” \(link.kind.name.en) \(names.en), and the chart has no such link"),
    evidence: subjects.prefix(20).map { inspection.missing(by, bond, $0) },
    clauses: inspection.clauses(link.clauses, of: gap.regulation),
    suggestion: link.kind == .assist
      ? Localized(
        zh: "为岗位 \(key) 增加 reports-to: [\(chart.key(of: subjects[0]))]",
        en: "add reports-to: [\(chart.key(of: subjects[0]))] to post \(key)")
      : Localized(zh: "在 oversight 中增加 \(entry)", en: "add \(entry) to oversight"),
    requirement: Requirement(
      regulation: gap.regulation, clauses: link.clauses, jurisdiction: gap.jurisdiction),
    detail: ([regulation.key, link.kind.rawValue] + link.clauses.map(\.description) + link.by.map(regulation.word))
      .joined(separator: ":"))
}

/// Posts with no path of command or charge up to any role that theirs reports to, where no chain says so already.
private func report(
  _ missing: [ID<Post>], _ index: Int, _ scope: Obligations.Scope, in inspection: inout Inspection
) {
  let chart = inspection.chart
  let regulation = chart.regulations[scope.regulation]
  let role = regulation.roles[index]
  guard let superior = role.reportsTo.flatMap({ scope.posts[$0] }).first else { return }
  let subjects = missing.map { Entity.post($0) }
  let names = inspection.list(subjects)
  let roles = role.reportsTo.map { regulation.roles[$0].name }
  let clauses = inspection.citations(role.clauses)
  inspection.report(
    subjects,
    Localized(
      zh: "\(clauses.zh)要求“\(role.name.zh)”向“\(roles.map(\.zh).joined(separator: "”或“"))”报告，\(names.zh)没有通到其的领导路径",
      en:
        "\(clauses.en) has “\(role.name.en)” report to “\(roles.map(\.en).joined(separator: "” or “"))”, and no path of "
        + "command leads up from \(names.en)"),
    evidence: subjects.prefix(20).map { inspection.missing($0, .reportsTo, .post(superior)) },
    clauses: inspection.clauses(role.clauses, of: scope.regulation),
    suggestion: Localized(
      zh: "为岗位 \(chart.posts.key[missing[0]]) 增加 reports-to: [\(chart.posts.key[superior])]",
      en: "add reports-to: [\(chart.posts.key[superior])] to post \(chart.posts.key[missing[0]])"),
    requirement: Requirement(
      regulation: scope.regulation, clauses: role.clauses, jurisdiction: scope.jurisdiction),
    detail: "\(regulation.key):reports-to:\(role.key)")
}

extension Regulation {
  /// An end of a link as a file writes it.
  fileprivate func word(of end: End) -> String {
    switch end {
    case .role(let role): roles[role].key
    case .kind(let kind): kind.word
    }
  }

  fileprivate func name(of end: End) -> Localized {
    switch end {
    case .role(let role): roles[role].name
    case .kind(let kind): kind.name
    }
  }
}
