import RemitInspection
import RemitModel

extension Rule {
  /// STR010: two posts are in charge of one department, and neither reports to the other.
  static let departmentUnderTwoDeputies = Rule(
    code: "STR010", name: "department-under-two-deputies", family: .structure, defect: .overlap, severity: .warning,
    title: Localized(zh: "多头分管的部门", en: "Department under two leaders"),
    explanation: Explanation(
      what: Localized(
        zh: "同一部门由本行政区的两个岗位分管，二者互不隶属。",
        en: "Two posts of its jurisdiction are in charge of one department, and neither reports to the other."),
      why: Localized(
        zh: "两位领导要求不一时部门无所适从，出了问题谁负领导责任也说不清。",
        en: "When they ask for different things the department cannot obey, and which of them answers for it stays "
          + "open."),
      remedy: Localized(
        zh: "只留一位分管；分工交叉的，拆分到下属单位。",
        en: "Leave one in charge; divide what they share by parts of the department."),
      source: Localized(zh: "统一指挥原则；领导班子分工制度。", en: "Unity of command; division of work within a leadership.")),
    faulty: [
      Example(
        """
        chart: county
        organizations: [{id: government, kind: government}, {id: water-bureau, kind: sector-department}]  # expect: STR010 organization:water-bureau
        posts:
          - {id: magistrate, organization: government}
          - {id: deputy-1, organization: government, reports-to: magistrate, in-charge-of: water-bureau}
          - {id: deputy-2, organization: government, reports-to: magistrate, in-charge-of: water-bureau}
        """)
    ],
    clean: [
      Example(
        """
        chart: county
        organizations:
          - {id: government, kind: government}
          - {id: water-bureau, kind: sector-department}
          - {id: ecology-bureau, kind: environment-department}
          - {id: river-team, kind: team}
        posts:
          - {id: magistrate, organization: government, in-charge-of: water-bureau}
          - {id: deputy, organization: government, reports-to: magistrate, in-charge-of: [water-bureau, ecology-bureau, river-team]}
          - {id: old-deputy, organization: government, in-charge-of: ecology-bureau, status: abolished}
          # No department, so that several may share it.
          - {id: other-deputy, organization: government, reports-to: magistrate, in-charge-of: river-team}
          - {id: water-head, organization: water-bureau, reports-to: deputy, in-charge-of: water-bureau}
        """)
    ]
  ) { inspection in
    let chart = inspection.chart
    for organization in chart.organizations.ids where chart.chargedBy[organization].count > 1 {
      guard chart.organizations.kind[organization].isDepartment else { continue }
      let rivals = rivals(over: organization, chart)
      if !rivals.isEmpty { report(organization, rivals, &inspection) }
    }
  }
}

/// Those in charge of a department whom no reporting line joins to every other one; empty where all are joined. Posts
/// of the department itself are not asked: they head it.
private func rivals(over organization: ID<Organization>, _ chart: Chart) -> [ID<Post>] {
  let home = chart.organizations.jurisdiction[organization]
  var leaders: [ID<Post>] = []
  for post in chart.chargedBy[organization]
  where chart.isInForce(post) && chart.jurisdiction(of: post) == home {
    if chart.posts.organization[post] != organization && !leaders.contains(post) { leaders.append(post) }
  }
  return leaders.filter { a in
    leaders.contains { b in a != b && !reports(a, to: b, chart) && !reports(b, to: a, chart) }
  }
}

/// Whether a post reports to another. A line to one of two superiors in one organization does not settle who commands,
/// so it does not count.
private func reports(_ post: ID<Post>, to superior: ID<Post>, _ chart: Chart) -> Bool {
  let superiors = chart.superiors[post]
  let body = chart.posts.organization[superior]
  return superiors.contains(superior)
    && !superiors.contains { $0 != superior && chart.posts.organization[$0] == body }
}

private func report(_ organization: ID<Organization>, _ rivals: [ID<Post>], _ inspection: inout Inspection) {
  let chart = inspection.chart
  let name = chart.organizations.name[organization]
  let entities = rivals.map { Entity.post($0) }
  // The first two that nothing joins prove it.
  let second = rivals.first {
    $0 != rivals[0] && !reports(rivals[0], to: $0, chart) && !reports($0, to: rivals[0], chart)
  }
  let pair = [rivals[0], second ?? rivals[1]]
  let list = inspection.list(entities)
  inspection.report(
    [.organization(organization)],
    Localized(
      zh: "“\(name.zh)”由互不隶属的\(list.zh)分管",
      en: "\(list.en) are in charge of “\(name.en)”, and neither reports to the other"),
    evidence: pair.map { inspection.link(.post($0), .inChargeOf, .organization(organization)) },
    context: rivals.filter { !pair.contains($0) }
      .map { inspection.link(.post($0), .inChargeOf, .organization(organization)) },
    suggestion: Localized(
      zh: "从岗位 \(chart.posts.key[rivals[1]]) 的 in-charge-of 中去掉 \(chart.organizations.key[organization])",
      en: "remove \(chart.organizations.key[organization]) from in-charge-of of post "
        + "\(chart.posts.key[rivals[1]])"))
}
