import RemitInspection
import RemitModel

extension Rule {
  /// STR009: a department that nobody of the government or party committee is in charge of.
  static let departmentWithoutDeputy = Rule(
    code: "STR009", name: "department-without-deputy", family: .structure, defect: .gap, severity: .error,
    title: Localized(zh: "无人分管的部门", en: "Department that no leader is in charge of"),
    explanation: Explanation(
      what: Localized(
        zh: "本级有党委或政府，却没有任何党委、政府岗位分管（in-charge-of）这个部门或它所属的部门。只向上级行政区部门报告的分支机构不算。",
        en: "The jurisdiction has a government or party committee, and no post of either is in charge of the "
          + "department or "
          + "of the one it is part of. Branches that report only to a department of the place above do not count."),
      why: Localized(
        zh: "部门的事没有班子成员负领导责任，责任链在这里断开。",
        en: "No member of the leadership answers for the department, and the chain of responsibility breaks here."),
      remedy: Localized(
        zh: "在分管领导的 in-charge-of 中列入该部门。",
        en: "List the department under in-charge-of of the leader who is to answer for it."),
      source: Localized(
        zh: "领导班子分工制度（一岗双责）；《规定》第八、九条的分管负责人。",
        en: "Division of work within a leadership (分管, 一岗双责), such as the deputies of articles 8 and 9.")),
    faulty: [
      Example(
        """
        chart: county
        jurisdictions: [{id: county, level: county}]
        organizations:
          - {id: government, kind: government}
          - {id: water-bureau, kind: sector-department, parent: government}  # expect: STR009 organization:water-bureau
          - {id: ecology-bureau, kind: environment-department, parent: government}
        posts:
          - {id: magistrate, organization: government}
          - {id: deputy, organization: government, reports-to: magistrate, in-charge-of: ecology-bureau}
          # To report to a leader is not to be in his charge.
          - {id: water-head, organization: water-bureau, reports-to: deputy}
          - {id: ecology-head, organization: ecology-bureau, reports-to: deputy, in-charge-of: water-bureau}
        """)
    ],
    clean: [
      Example(
        """
        chart: county
        jurisdictions:
          - {id: city, level: prefecture}
          - {id: county, level: county, parent: city}
          - {id: town, level: township, parent: county}
        organizations:
          - {id: city-bureau, kind: environment-department, jurisdiction: city}
          - {id: committee, kind: party-committee, jurisdiction: county}
          - {id: government, kind: government, jurisdiction: county}
          - {id: water-bureau, kind: sector-department, jurisdiction: county}
          - {id: river-office, kind: department, parent: water-bureau}
          - {id: publicity, kind: party-department, jurisdiction: county}
          - {id: branch, kind: environment-department, jurisdiction: county}
          - {id: closed-bureau, kind: sector-department, jurisdiction: county}
          - {id: town-government, kind: government, jurisdiction: town}
        posts:
          - {id: city-head, organization: city-bureau}
          - {id: secretary, organization: committee, in-charge-of: publicity}
          - {id: deputy, organization: government, reports-to: secretary, in-charge-of: water-bureau, vacant: true}
          - {id: river-head, organization: river-office, reports-to: deputy}
          # Under vertical management.
          - {id: branch-head, organization: branch, reports-to: city-head}
          - {id: old-head, organization: closed-bureau, reports-to: deputy, status: abolished}
          - {id: town-head, organization: town-government, reports-to: secretary}
        """)
    ]
  ) { inspection in
    let chart = inspection.chart
    let leading = chart.organizations.ids.map { chart.organizations.kind[$0].isLeadership }
    var hasLeadership = [Bool](repeating: false, count: chart.jurisdictions.key.count)
    for organization in chart.organizations.ids where leading[organization.index] {
      hasLeadership[chart.organizations.jurisdiction[organization].index] = true
    }
    for organization in chart.organizations.ids {
      guard chart.organizations.kind[organization].isDepartment, !chart.organizations.apex[organization],
        hasLeadership[chart.organizations.jurisdiction[organization].index],
        !isInCharge(of: organization, chart, leading), !isBranch(organization, chart), !chart.isAbolished(organization)
      else { continue }
      report(organization, leading, &inspection)
    }
  }
}

/// Whether a post of a leadership is in charge of the department, or of one that it is part of.
private func isInCharge(of organization: ID<Organization>, _ chart: Chart, _ leading: [Bool]) -> Bool {
  var next: ID<Organization>? = organization
  while let department = next, chart.organizations.kind[department].isDepartment {
    let isLed = chart.chargedBy.slots(of: department).contains { slot in
      let post = chart.chargedBy.values[slot]
      return chart.posts.status[post] != .abolished && leading[chart.posts.organization[post].index]
    }
    if isLed { return true }
    next = chart.organizations.parent[department]
  }
  return false
}

/// Whether a post of the department reports to a department of the place above, and to nobody outside the department
/// in its own place.
private func isBranch(_ organization: ID<Organization>, _ chart: Chart) -> Bool {
  let home = chart.organizations.jurisdiction[organization]
  return chart.members[organization].contains { post in
    guard chart.isInForce(post) else { return false }
    var reportsAbove = false
    for superior in chart.superiors[post] {
      let body = chart.posts.organization[superior]
      let place = chart.organizations.jurisdiction[body]
      if place == home && body != organization { return false }
      if chart.organizations.kind[body].isDepartment && place != home && chart.isAbove(place, home) {
        reportsAbove = true
      }
    }
    return reportsAbove
  }
}

private func report(_ organization: ID<Organization>, _ leading: [Bool], _ inspection: inout Inspection) {
  let chart = inspection.chart
  let name = chart.organizations.name[organization]
  let key = chart.organizations.key[organization]
  // Whom the department's posts report to is the likeliest to be in charge of it.
  let leader = chart.members[organization].lazy.flatMap { chart.superiors[$0] }.first { superior in
    leading[chart.posts.organization[superior].index] && chart.posts.status[superior] != .abolished
  }
  let deputy = leader.map { chart.posts.key[$0] }
  inspection.report(
    [.organization(organization)],
    Localized(
      zh: "没有党委或政府的岗位分管“\(name.zh)”", en: "no post of the government or party committee is in charge of “\(name.en)”"),
    evidence: leader.map { [inspection.missing(.post($0), .inChargeOf, .organization(organization))] } ?? [],
    alone: [.organization(organization)],
    suggestion: Localized(
      zh: "在岗位 \(deputy ?? "<分管领导>") 的 in-charge-of 中加入 \(key)",
      en: "add \(key) to in-charge-of of post \(deputy ?? "<leader>")"))
}
