import RemitInspection
import RemitModel

extension Rule {
  /// STR005: a post reports by solid lines to two posts of one organization.
  static let twoSuperiors = Rule(
    code: "STR005", name: "two-superiors", family: .structure, defect: .overlap, severity: .warning,
    title: Localized(zh: "一岗两个上级", en: "Post with two superiors"),
    explanation: Explanation(
      what: Localized(
        zh: "一个岗位用实线向同一单位的两个岗位报告。向不同单位各报告一个（双重领导）和业务报告线不算。",
        en: "A post reports by solid lines to two posts of one organization. One superior in each of two organizations "
          + "(dual leadership) and dotted lines are in order."),
      why: Localized(
        zh: "两个上级意见不一时，下级不知听谁的，责任也分不清。",
        en: "When the two disagree, the post has no one to obey and both can disown the result."),
      remedy: Localized(
        zh: "留一条实线，另一条改为 dotted-to 或去掉。", en: "Keep one solid line, and make the other dotted-to or remove it."),
      source: Localized(zh: "统一指挥原则（法约尔）。", en: "Unity of command (Fayol).")),
    faulty: [
      Example(
        """
        chart: county
        organizations: [{id: government}, {id: water-bureau}]
        posts:
          - {id: magistrate, organization: government}
          - {id: deputy-1, organization: government, reports-to: magistrate}
          - {id: deputy-2, organization: government, reports-to: magistrate}
          - {id: water-head, organization: water-bureau, reports-to: [deputy-1, deputy-2]}  # expect: STR005 post:water-head
        """)
    ],
    clean: [
      Example(
        """
        chart: county
        organizations: [{id: government}, {id: committee}, {id: water-bureau}, {id: city-water-bureau}]
        posts:
          - {id: secretary, organization: committee}
          - {id: magistrate, organization: government, reports-to: secretary}
          - {id: deputy, organization: government, reports-to: magistrate}
          - {id: old-deputy, organization: government, status: abolished}
          - {id: city-water-head, organization: city-water-bureau}
          # Dual leadership, and a dotted line beside the solid one.
          - {id: water-head, organization: water-bureau, reports-to: [deputy, city-water-head], dotted-to: magistrate}
          - {id: office-head, organization: government, reports-to: [magistrate, secretary]}
          - {id: clerk, organization: government, reports-to: [deputy, old-deputy]}
        """)
    ]
  ) { inspection in
    let chart = inspection.chart
    for post in chart.posts.ids where chart.isInForce(post) && chart.superiors[post].count > 1 {
      for superiors in groups(of: post, in: chart) { report(post, superiors, &inspection) }
    }
  }
}

/// The superiors of a post that sit together in one organization, where that are several.
private func groups(of post: ID<Post>, in chart: Chart) -> [[ID<Post>]] {
  var organizations: [ID<Organization>] = []
  var groups: [[ID<Post>]] = []
  for superior in chart.superiors[post] where superior != post && chart.posts.status[superior] != .abolished {
    let home = chart.posts.organization[superior]
    if let group = organizations.firstIndex(of: home) {
      if !groups[group].contains(superior) { groups[group].append(superior) }
    } else {
      organizations.append(home)
      groups.append([superior])
    }
  }
  return groups.filter { $0.count > 1 }
}

private func report(_ post: ID<Post>, _ superiors: [ID<Post>], _ inspection: inout Inspection) {
  let chart = inspection.chart
  let name = chart.posts.name[post]
  let body = chart.posts.organization[superiors[0]]
  let entities = superiors.map { Entity.post($0) }
  let list = inspection.list(entities)
  let surplus = chart.key(of: entities[1])
  let links = entities.map { inspection.link(.post(post), .reportsTo, $0) }
  inspection.report(
    [.post(post)],
    Localized(
      zh: "“\(name.zh)”向“\(chart.organizations.name[body].zh)”的 \(superiors.count) 个岗位报告：\(list.zh)",
      en: "“\(name.en)” reports to \(superiors.count) posts of “\(chart.organizations.name[body].en)”: \(list.en)"),
    evidence: Array(links.prefix(2)), context: Array(links.dropFirst(2)),
    suggestion: Localized(
      zh: "从岗位 \(chart.posts.key[post]) 的 reports-to 中去掉 \(surplus)，或移到 dotted-to",
      en: "remove \(surplus) from reports-to of post \(chart.posts.key[post]), or move it to dotted-to"),
    detail: chart.organizations.key[body])
}
