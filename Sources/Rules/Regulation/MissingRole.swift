import RemitInspection
import RemitModel

extension Rule {
  /// REG001: a role that a regulation requires and that no post, or no body, fills.
  static let missingRole = Rule(
    code: "REG001", name: "missing-role", family: .regulation, defect: .gap, severity: .error,
    title: Localized(zh: "法规要求的职务无人充任", en: "Required role that nothing fills"),
    explanation: Explanation(
      what: Localized(
        zh: "法规在这一层级要求的职务类别，在该地没有任何岗位充任；要求的机构，图中没有。",
        en:
          "A role that a regulation requires at a level is filled by no post of the jurisdiction; a body that it requires is "
          + "nowhere in the chart."),
      why: Localized(
        zh: "该职务的全部责任和监督都落空。",
        en: "All that the regulation lays on the role, and all who should watch it, hang in the air."),
      remedy: Localized(
        zh: "为相应岗位写明 role；机构则写明 kind；确实不设的，经批准写一条 waivers。",
        en: "Give the post its role, or the organization its kind; if the place rightly has none, add a waiver."),
      source: Localized(zh: "法规中设定该职务的条款。", en: "The clause of the regulation that speaks of the role.")),
    faulty: [
      Example(
        """
        regulation: rule
        levels: [county]
        roles:
          - {id: head, organization: government, clause: "1"}
          - {id: deputy, organization: government, clause: "2"}
          - {id: auditors, organization: audit-office, body: true, clause: "3"}
        ---
        chart: county
        against: [rule]
        jurisdictions:
          - {id: here, level: county}  # expect: REG001 jurisdiction:here # expect: REG001 jurisdiction:here
        organizations:
          - {id: government, kind: government, jurisdiction: here}
        posts:
          - {id: magistrate, organization: government, role: head}
          - {id: vice, organization: government, role: deputy, status: abolished}
        """)
    ],
    clean: [
      Example(
        """
        regulation: rule
        levels: [prefecture, county]
        roles:
          - {id: head, organization: government, clause: "1"}
          - {id: bureau-head, organization: department, clause: "2", levels: [prefecture]}
          - {id: adviser, organization: government, clause: "3", optional: true}
          - {id: auditors, organization: audit-office, body: true, clause: "4"}
        ---
        chart: city
        against: [rule]
        jurisdictions:
          - {id: city, level: prefecture}
          - {id: county, level: county, parent: city}
          - {id: town, level: township, parent: county}
        organizations:
          - {id: city-government, kind: government, jurisdiction: city}
          - {id: bureau, kind: department, jurisdiction: city}
          - {id: audit, kind: audit-office, jurisdiction: city}
          - {id: county-government, kind: government, jurisdiction: county}
          - {id: town-government, kind: government, jurisdiction: town}
        posts:
          - {id: mayor, organization: city-government, role: head}
          - {id: chief, organization: bureau, role: bureau-head, vacant: true}
          - {id: magistrate, organization: county-government, role: head}
        """)
    ]
  ) { inspection in
    let chart = inspection.chart
    let fillings = inspection.facts[Fillings.self].states
    for (number, scope) in inspection.facts[Obligations.self].scopes.enumerated() {
      for (index, role) in chart.regulations[scope.regulation].roles.enumerated()
      where fillings[number][index] == .missing {
        report(index, role, scope, in: &inspection)
      }
    }
  }
}

private func report(
  _ index: Int, _ role: Regulation.Role, _ scope: Obligations.Scope, in inspection: inout Inspection
) {
  let chart = inspection.chart
  let place = chart.jurisdictions.name[scope.jurisdiction]
  let clauses = inspection.citations(role.clauses)
  let kind = role.organization.name
  let candidates = chart.bodies[scope.jurisdiction].filter { chart.organizations.kind[$0] == role.organization }
  let home = candidates.first.map { chart.organizations.key[$0] }
  let suggestion: Localized
  if role.body {
    suggestion = Localized(
      zh: "增加一个 kind: \(role.organization.word) 的单位", en: "add an organization of kind \(role.organization.word)")
  } else {
    suggestion = Localized(
      zh: "为\(home.map { "单位 \($0)" } ?? "一个 \(role.organization.word) 单位")的相应岗位写明 role: \(role.key)",
      en: "give a post of \(home.map { "organization \($0)" } ?? "a \(role.organization.word)") role: \(role.key)")
  }
  inspection.report(
    [.jurisdiction(scope.jurisdiction)],
    role.body
      ? Localized(
        zh: "“\(place.zh)”应有“\(role.name.zh)”（\(clauses.zh)），图中没有\(kind.zh)",
        en: "“\(place.en)” must have the body “\(role.name.en)” (\(clauses.en)), and the chart has no \(kind.en)")
      : Localized(
        zh: "“\(place.zh)”没有岗位充任“\(role.name.zh)”（\(clauses.zh)）",
        en: "no post of “\(place.en)” fills the role “\(role.name.en)” (\(clauses.en))"),
    evidence: [
      inspection.missing(
        .jurisdiction(scope.jurisdiction), .fills, .role(regulation: scope.regulation, index: index))
    ],
    clauses: inspection.clauses(role.clauses, of: scope.regulation), suggestion: suggestion,
    requirement: Requirement(
      regulation: scope.regulation, clauses: role.clauses, jurisdiction: scope.jurisdiction),
    detail: "\(chart.regulations[scope.regulation].key):\(role.key)")
}
