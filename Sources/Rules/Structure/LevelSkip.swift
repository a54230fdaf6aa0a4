import RemitInspection
import RemitModel

extension Rule {
  /// STR006: a post reports to a superior of a jurisdiction that is neither its own nor the one above.
  static let levelSkip = Rule(
    code: "STR006", name: "level-skip", family: .structure, defect: .ambiguity, severity: .warning,
    title: Localized(zh: "越级或跨地区报告", en: "Report that skips a level"),
    explanation: Explanation(
      what: Localized(
        zh: "一个岗位用实线报告的上级，既不在本行政区，也不在直接的上一级行政区。没有写明上级行政区的，以图中最近的上一层级为准。向本单位所隶属的上级单位（parent）报告的（直属机构、垂直管理），以及业务报告线，不算。",
        en:
          "A post reports by a solid line to a superior whose jurisdiction is neither its own nor the parent of that; "
          + "where no parent is written, the nearest higher level of the chart stands for it. Reports to a body that "
          + "the post's organization is part of (vertical management) and dotted lines are in order."),
      why: Localized(
        zh: "越过的一级不知情却仍被问责，下级不知该听哪一级的。",
        en: "The level that is passed over still answers for what it never hears of, and the post cannot tell which "
          + "level to obey."),
      remedy: Localized(
        zh: "改向本级或上一级的岗位报告；确属直属机构的，为该单位写明 parent；只是业务联系的，改为 dotted-to。",
        en: "Let it report to its own level or the next; write the parent of an organization that belongs to a higher "
          + "body; make a mere functional line dotted-to."),
      source: Localized(
        zh: "分级负责、逐级请示报告的要求；等级链原则（法约尔）。",
        en: "The scalar chain (Fayol); reporting from level to level.")),
    faulty: [
      Example(
        """
        chart: province
        jurisdictions:
          - {id: province, level: province}
          - {id: city, level: prefecture, parent: province}
          - {id: other-city, level: prefecture, parent: province}
          - {id: county, level: county, parent: city}
        organizations:
          - {id: province-bureau, jurisdiction: province}
          - {id: city-bureau, jurisdiction: city}
          - {id: other-bureau, jurisdiction: other-city}
          - {id: county-bureau, jurisdiction: county}
        posts:
          - {id: province-head, organization: province-bureau}
          - {id: city-head, organization: city-bureau, reports-to: province-head}
          - {id: other-head, organization: other-bureau, reports-to: province-head}
          - {id: county-head, organization: county-bureau, reports-to: [city-head, province-head]}  # expect: STR006 post:county-head post:province-head
          - {id: county-second, organization: county-bureau, reports-to: [county-head, other-head]}  # expect: STR006 post:county-second post:other-head
        """),
      Example(
        """
        # No parents, but levels.
        chart: province
        jurisdictions:
          - {id: province, level: province}
          - {id: city, level: prefecture}
          - {id: county, level: county}
        organizations:
          - {id: province-bureau, jurisdiction: province}
          - {id: city-bureau, jurisdiction: city}
          - {id: county-bureau, jurisdiction: county}
        posts:
          - {id: province-head, organization: province-bureau}
          - {id: city-head, organization: city-bureau, reports-to: province-head}
          - {id: county-head, organization: county-bureau, reports-to: province-head}  # expect: STR006 post:county-head post:province-head
        """),
    ],
    clean: [
      Example(
        """
        chart: province
        jurisdictions:
          - {id: province, level: province}
          - {id: city, level: prefecture, parent: province}
          - {id: county, level: county, parent: city}
          # Run by the province itself.
          - {id: direct-county, level: county, parent: province}
          - {id: town, level: township}
        organizations:
          - {id: province-bureau, jurisdiction: province}
          - {id: city-bureau, jurisdiction: city}
          - {id: county-bureau, jurisdiction: county}
          - {id: direct-bureau, jurisdiction: direct-county}
          - {id: provincial-station, jurisdiction: county, parent: province-bureau}
          - {id: station-lab, parent: provincial-station, jurisdiction: county}
          - {id: town-office, jurisdiction: town}
        posts:
          - {id: province-head, organization: province-bureau}
          - {id: city-head, organization: city-bureau, reports-to: province-head}
          # Vertical management, and a functional line further up.
          - {id: county-head, organization: county-bureau, reports-to: city-head, dotted-to: province-head}
          - {id: direct-head, organization: direct-bureau, reports-to: province-head}
          # The province's own station in the county.
          - {id: station-head, organization: provincial-station, reports-to: province-head, dotted-to: county-head}
          - {id: chemist, organization: station-lab, reports-to: [station-head, province-head]}
          # A town whose parent is not written.
          - {id: town-chief, organization: town-office, reports-to: county-head}
          - {id: old-hand, organization: town-office, reports-to: province-head, status: abolished}
        """),
      Example(
        """
        # Sites of a company: nothing is said of their levels.
        chart: company
        jurisdictions: [{id: north}, {id: south}]
        organizations:
          - {id: head-office, jurisdiction: north}
          - {id: plant, jurisdiction: south}
        posts:
          - {id: director, organization: head-office}
          - {id: plant-manager, organization: plant, reports-to: director}
        """),
    ]
  ) { inspection in
    let chart = inspection.chart
    let levels = Set(chart.jurisdictions.level.values.compactMap { $0 })
    let superiors = chart.superiors
    let places = chart.organizations.jurisdiction
    let homes = chart.posts.organization.values.map { places[$0] }
    for post in chart.posts.ids {
      let home = homes[post.index]
      for slot in superiors.slots(of: post) where homes[superiors.values[slot].index] != home {
        let superior = superiors.values[slot]
        let place = homes[superior.index]
        guard chart.isInForce(post), chart.isInForce(superior), !isNext(place, above: home, levels, chart),
          !isPart(post, of: superior, chart)
        else {
          continue
        }
        report(post, superior, &inspection)
      }
    }
  }
}

/// Whether one place is the next above another, or, of one of which neither parent nor level is known, can be.
private func isNext(
  _ upper: ID<Jurisdiction>, above lower: ID<Jurisdiction>, _ levels: Set<Level>, _ chart: Chart
) -> Bool {
  if let parent = chart.jurisdictions.parent[lower] { return parent == upper }
  guard let own = chart.jurisdictions.level[lower] else { return true }
  return chart.jurisdictions.level[upper] == levels.filter { $0 < own }.max()
}

/// Whether a post's organization lies under that of its superior.
private func isPart(_ post: ID<Post>, of superior: ID<Post>, _ chart: Chart) -> Bool {
  let body = chart.posts.organization[superior]
  var next = chart.organizations.parent[chart.posts.organization[post]]
  while let current = next {
    if current == body { return true }
    next = chart.organizations.parent[current]
  }
  return false
}

private func report(_ post: ID<Post>, _ superior: ID<Post>, _ inspection: inout Inspection) {
  let chart = inspection.chart
  let (low, high) = (chart.jurisdiction(of: post), chart.jurisdiction(of: superior))
  let (name, above) = (chart.posts.name[post], chart.posts.name[superior])
  let (home, place) = (chart.jurisdictions.name[low], chart.jurisdictions.name[high])
  let (key, other) = (chart.posts.key[post], chart.posts.key[superior])
  inspection.report(
    [.post(post), .post(superior)],
    Localized(
      zh: "“\(home.zh)”的“\(name.zh)”直接向“\(place.zh)”的“\(above.zh)”报告，“\(place.zh)”不是其本级或上一级",
      en: "“\(name.en)” of “\(home.en)” reports to “\(above.en)” of “\(place.en)”, which is not the place above it"),
    evidence: [inspection.link(.post(post), .reportsTo, .post(superior))],
    context: chart.jurisdictions.parent[low].map {
      [inspection.link(.jurisdiction(low), .partOf, .jurisdiction($0))]
    } ?? [],
    suggestion: Localized(
      zh: "把岗位 \(key) 的 reports-to 中的 \(other) 换成本级或上一级的岗位，或移到 dotted-to",
      en: "replace \(other) in reports-to of post \(key) by a post of its own level or the next, or move it to "
        + "dotted-to"))
}
