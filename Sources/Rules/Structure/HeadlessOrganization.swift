import RemitInspection
import RemitModel

extension Rule {
  /// STR002: an organization of several posts that nobody stands above.
  static let headlessOrganization = Rule(
    code: "STR002", name: "headless-organization", family: .structure, defect: .gap, severity: .warning,
    title: Localized(zh: "无人负责的单位", en: "Organization without a head"),
    explanation: Explanation(
      what: Localized(
        zh: "一个单位有几个岗位，其中没有一个在报告线上居于其他岗位之上，也没有人分管、领导或统筹这个单位，各岗位又没有共同的外部上级。声明为 apex 的单位、行政区内唯一的单位（见 STR003）不算。",
        en: "An organization has several posts, of which none stands above the others in command; nobody is in charge "
          + "of it, leads or coordinates it, and its posts have no common superior outside. Organizations declared "
          + "apex, and the only one of a jurisdiction (see STR003), do not count."),
      why: Localized(
        zh: "单位没有牵头的人，内部的事无人定，单位的责任无人担。",
        en: "Nobody settles what its posts dispute, and nobody answers for the organization as a whole."),
      remedy: Localized(
        zh: "明确主要负责人，让其他岗位向其报告；或写明由谁分管（in-charge-of）。",
        en: "Let one of its posts lead, so that the others report to it, or write down who is in charge of it."),
      source: Localized(
        zh: "行政首长负责制；组织图的层级性与共同上级（Krackhardt）。",
        en: "One-person leadership; hierarchy and least upper bounds of organizations (Krackhardt).")),
    faulty: [
      Example(
        """
        chart: county
        organizations:
          - {id: government}
          - {id: merged-bureau, kind: sector-department}  # expect: STR002 organization:merged-bureau
        posts:
          - {id: magistrate, organization: government}
          - {id: deputy-1, organization: government, reports-to: magistrate}
          - {id: deputy-2, organization: government, reports-to: magistrate}
          # Two heads of what were two bureaus.
          - {id: land-head, organization: merged-bureau, reports-to: deputy-1}
          - {id: forest-head, organization: merged-bureau, reports-to: deputy-2}
          - {id: land-clerk, organization: merged-bureau, reports-to: land-head}
          - {id: forest-clerk, organization: merged-bureau, reports-to: forest-head}
        """),
      Example(
        """
        chart: county
        organizations:
          - {id: government}
          - {id: flood-team, kind: team}  # expect: STR002 organization:flood-team
        posts:
          - {id: magistrate, organization: government}
          - {id: pump-leader, organization: flood-team, reports-to: magistrate}
          - {id: boat-leader, organization: flood-team}
          - {id: steward, organization: flood-team, status: abolished}
        """),
    ],
    clean: [
      Example(
        """
        chart: county
        organizations:
          - {id: committee, kind: party-committee}
          - {id: government, kind: government}
          - {id: water-bureau, kind: sector-department}
          - {id: road-bureau, kind: sector-department}
          - {id: dam-station, parent: water-bureau}
          - {id: flood-team, kind: team}
          - {id: bridge-team, kind: team}
          - {id: post-office}
          - {id: court, kind: court, apex: true}
        posts:
          - {id: secretary, organization: committee}
          - {id: magistrate, organization: government, reports-to: secretary}
          - {id: deputy, organization: government, reports-to: magistrate, in-charge-of: road-bureau}
          # A head with a clerk, beside an officer stationed by another body.
          - {id: water-head, organization: water-bureau, reports-to: deputy}
          - {id: water-clerk, organization: water-bureau, reports-to: water-head}
          - {id: stationed-officer, organization: water-bureau, reports-to: secretary}
          # Somebody is in charge.
          - {id: road-second, organization: road-bureau, reports-to: deputy}
          - {id: road-engineer, organization: road-bureau, reports-to: magistrate}
          # The head of the bureau above leads both.
          - {id: gate-keeper, organization: dam-station, reports-to: water-head}
          - {id: pump-keeper, organization: dam-station, reports-to: water-head}
          # Seconded by two bodies, and led by the deputy.
          - {id: flood-water, organization: flood-team, reports-to: water-head}
          - {id: flood-road, organization: flood-team, reports-to: road-second}
          # The team as a body is coordinated.
          - {id: bridge-water, organization: bridge-team, reports-to: water-head}
          - {id: bridge-road, organization: bridge-team, reports-to: road-second}
          # One post in force.
          - {id: postmaster, organization: post-office, reports-to: deputy}
          - {id: courier, organization: post-office, status: abolished}
          - {id: judge-1, organization: court}
          - {id: judge-2, organization: court}
        oversight:
          - {kind: lead, by: deputy, of: flood-team}
          - {kind: coordinate, by: deputy, of: bridge-team}
        """),
      Example(
        """
        # One organization for everything: STR003 speaks of its heads.
        chart: workshop
        organizations: [{id: works}]
        posts:
          - {id: foreman}
          - {id: bookkeeper}
        """),
    ]
  ) { inspection in
    let chart = inspection.chart
    let leaders = inspection.facts[Leaders.self]
    let watch = inspection.facts[Watch.self]
    for organization in chart.organizations.ids
    where chart.members[organization].count > 1 && leaders.leader(of: organization) == nil {
      guard !chart.organizations.apex[organization],
        chart.bodies[chart.organizations.jurisdiction[organization]].count > 1, !isLed(organization, chart, watch)
      else { continue }
      let tops = chart.members[organization].filter { chart.isInForce($0) && leaders.isTop[$0.index] }
      // Without any top its posts report in a circle, of which STR001 speaks.
      if tops.count > 1, !haveCommonSuperior(tops, chart) { report(organization, tops, &inspection) }
    }
  }
}

/// Whether somebody is in charge of an organization or of one that it is part of, or leads or coordinates it.
private func isLed(_ organization: ID<Organization>, _ chart: Chart, _ watch: Watch) -> Bool {
  var next: ID<Organization>? = organization
  while let current = next {
    if chart.chargedBy[current].contains(where: chart.isInForce) { return true }
    next = chart.organizations.parent[current]
  }
  return watch.over(.organization(organization)).contains {
    [.lead, .coordinate].contains(chart.oversight.kind[$0])
  }
}

/// Whether somebody outside stands directly above each of an organization's tops.
private func haveCommonSuperior(_ tops: [ID<Post>], _ chart: Chart) -> Bool {
  guard let first = tops.first else { return false }
  return chart.superiors[first].contains { superior in
    chart.isInForce(superior) && tops.allSatisfy { chart.superiors[$0].contains(superior) }
  }
}

private func report(_ organization: ID<Organization>, _ tops: [ID<Post>], _ inspection: inout Inspection) {
  let chart = inspection.chart
  let name = chart.organizations.name[organization]
  let key = chart.organizations.key[organization]
  let entities = tops.map { Entity.post($0) }
  let list = inspection.list(entities)
  let (first, second) = (chart.posts.key[tops[0]], chart.posts.key[tops[1]])
  let superior = tops.lazy.flatMap { chart.superiors[$0] }.first(where: chart.isInForce)
  inspection.report(
    [.organization(organization)],
    Localized(
      zh: "“\(name.zh)”没有负责人：\(list.zh)互不隶属，也没有人分管该单位",
      en: "nobody heads “\(name.en)”: none of \(list.en) stands above the others, and nobody is in charge of it"),
    evidence: superior.map { [inspection.missing(.post($0), .inChargeOf, .organization(organization))] } ?? [],
    alone: Array(entities.prefix(2)),
    suggestion: Localized(
      zh: "在岗位 \(second) 的 reports-to 中加入 \(first)，或在分管领导的 in-charge-of 中加入 \(key)",
      en: "add \(first) to reports-to of post \(second), or add \(key) to in-charge-of of whoever is in charge"))
}
