import RemitInspection
import RemitModel

extension Rule {
  /// STR003: several posts of a jurisdiction report to nobody of it, and are not declared apex.
  static let rivalHeads = Rule(
    code: "STR003", name: "rival-heads", family: .structure, defect: .overlap, severity: .error,
    title: Localized(zh: "一地多头", en: "Jurisdiction with rival heads"),
    explanation: Explanation(
      what: Localized(
        zh: "一个行政区有不止一个岗位不向本区任何岗位报告，又没有声明为 apex。实线报告上级、本地另有业务报告、分管或统筹关系的（垂直管理）不算。",
        en: "More than one post of a jurisdiction reports to nobody of it and is not declared apex. Posts under "
          + "vertical "
          + "management, which report to a higher place and are tied to this one by a dotted line, charge, leading or "
          + "coordination, do not count."),
      why: Localized(
        zh: "没有共同上级，各条线的矛盾在本区无人裁决。",
        en: "Without a common superior nobody in the place can settle what the lines dispute."),
      remedy: Localized(
        zh: "为多出的岗位写明 reports-to；本来就自成一头的（如人大、法院），写 apex: true。",
        en: "Write down whom the surplus posts report to; declare apex: true where a post stands by itself by design, "
          + "as in congress or court."),
      source: Localized(
        zh: "统一指挥与组织连通性（法约尔；Krackhardt 的连通性度量）。",
        en: "Unity of command (Fayol); connectedness and least common superiors (Krackhardt).")),
    faulty: [
      Example(
        """
        chart: county
        jurisdictions:
          - {id: city, level: prefecture}
          - {id: county, level: county, parent: city}  # expect: STR003 jurisdiction:county
        organizations:
          - {id: city-committee, kind: party-committee, jurisdiction: city}
          - {id: committee, kind: party-committee, jurisdiction: county}
          - {id: government, kind: government, jurisdiction: county}
        posts:
          - {id: city-secretary, organization: city-committee}
          - {id: secretary, organization: committee, reports-to: city-secretary}
          - {id: magistrate, organization: government}
          - {id: deputy, organization: government, reports-to: magistrate}
        """)
    ],
    clean: [
      Example(
        """
        chart: county
        jurisdictions:
          - {id: city, level: prefecture}
          - {id: county, level: county, parent: city}
        organizations:
          - {id: city-committee, kind: party-committee, jurisdiction: city}
          - {id: city-bureau, kind: environment-department, jurisdiction: city}
          - {id: committee, kind: party-committee, jurisdiction: county}
          - {id: government, kind: government, jurisdiction: county}
          - {id: branch, kind: environment-department, jurisdiction: county}
          - {id: tax-branch, kind: sector-department, jurisdiction: county}
          - {id: congress, kind: congress, jurisdiction: county}
        posts:
          - {id: city-secretary, organization: city-committee}
          - {id: city-head, organization: city-bureau, reports-to: city-secretary}
          - {id: secretary, organization: committee, reports-to: city-secretary}
          - {id: magistrate, organization: government, reports-to: secretary, in-charge-of: tax-branch}
          # Vertical management: command runs to the city, business to the county.
          - {id: branch-head, organization: branch, reports-to: city-head, dotted-to: magistrate}
          - {id: tax-head, organization: tax-branch, reports-to: city-head}
          - {id: speaker, organization: congress, apex: true}
          - {id: steward, organization: government, status: abolished}
        """)
    ]
  ) { inspection in
    let chart = inspection.chart
    guard chart.saysCommand else { return }
    let watch = inspection.facts[Watch.self]
    var heads = [[ID<Post>]](repeating: [], count: chart.jurisdictions.key.count)
    for post in chart.posts.ids where isHead(post, chart, watch) {
      heads[chart.jurisdiction(of: post).index].append(post)
    }
    for jurisdiction in chart.jurisdictions.ids where heads[jurisdiction.index].count > 1 {
      report(jurisdiction, heads[jurisdiction.index], &inspection)
    }
  }
}

private func isHead(_ post: ID<Post>, _ chart: Chart, _ watch: Watch) -> Bool {
  guard chart.isInForce(post), !chart.isApex(post) else { return false }
  let home = chart.jurisdiction(of: post)
  let superiors = chart.superiors
  if superiors.slots(of: post).contains(where: { chart.jurisdiction(of: superiors.values[$0]) == home }) {
    return false
  }
  return !(chart.reportsUpward(post) && isTied(post, to: home, chart, watch))
}

/// Whether a post that reports to a higher place is tied to its own by a dotted line, charge, leading or coordination.
private func isTied(_ post: ID<Post>, to home: ID<Jurisdiction>, _ chart: Chart, _ watch: Watch) -> Bool {
  let organization = chart.posts.organization[post]
  if chart.dotted[post].contains(where: { chart.jurisdiction(of: $0) == home }) { return true }
  if chart.chargedBy[organization].contains(where: { $0 != post && chart.jurisdiction(of: $0) == home }) { return true }
  return watch.reaching(post, in: chart).contains { row in
    let by = chart.oversight.by[row]
    return [.lead, .coordinate].contains(chart.oversight.kind[row]) && chart.jurisdiction(of: by) == home
      && chart.organization(of: by) != organization
  }
}

private func report(_ jurisdiction: ID<Jurisdiction>, _ heads: [ID<Post>], _ inspection: inout Inspection) {
  let chart = inspection.chart
  let name = chart.jurisdictions.name[jurisdiction]
  let entities = heads.map { Entity.post($0) }
  let list = inspection.list(entities)
  // The likeliest head is a principal of the party committee, then of the government, then whoever comes first.
  let principal =
    ["committee-principal", "government-principal"].lazy.compactMap { role in
      heads.first { chart.posts.role[$0].map { chart.roles.key[$0] == role } ?? false }
    }.first ?? heads[0]
  let surplus = heads.first { $0 != principal } ?? heads[0]
  let above = chart.posts.key[principal]
  let below = chart.posts.key[surplus]
  inspection.report(
    [.jurisdiction(jurisdiction)],
    Localized(
      zh: "“\(name.zh)”有 \(heads.count) 个岗位不向本区任何人报告：\(list.zh)",
      en: "\(heads.count) posts of “\(name.en)” report to nobody of it: \(list.en)"),
    alone: Array(entities.prefix(2)),
    context: heads.dropFirst(2).map {
      inspection.link(.post($0), .sitsIn, .organization(chart.posts.organization[$0]))
    },
    suggestion: Localized(
      zh: "为岗位 \(below) 写 reports-to: [\(above)]；本来自成一头的，写 apex: true",
      en: "add reports-to: [\(above)] to post \(below), or apex: true where it stands by itself by design"))
}
