import RemitInspection
import RemitModel

extension Rule {
  /// LOD001: a post answers for more duties than the limit, or for far more than its peers.
  static let overloadedAccountability = Rule(
    code: "LOD001", name: "overloaded-accountability", family: .load, defect: .burden, severity: .warning,
    title: Localized(zh: "负总责过多的岗位", en: "Post that answers for too much"),
    explanation: Explanation(
      what: Localized(
        zh: "一个岗位负总责（A）的现行职责超过上限（默认 20 项），或明显多于同类：同一职务类别、同一行政层级的岗位至少 8 个，"
          + "它至少有 8 项，并且多于同类的平均数加 2 倍标准差（总体标准差，含它自己）。",
        en:
          "A post has the A on more active duties than the limit (20 by default), or on far more than its peers: of at "
          + "least 8 posts of its role at its administrative level, it has at least 8 duties and more than their mean "
          + "plus 2 standard deviations (of the whole group, itself included)."),
      why: Localized(
        zh: "什么都由一个人负总责，就什么都顾不过来，事事等他拍板。",
        en: "Who answers for everything can look after nothing, and everything waits for his word."),
      remedy: Localized(
        zh: "把一部分职责的 A 交给分管副职或部门负责人；确属合理的，调高该岗位所在范围的 limit。",
        en:
          "Give the A on some of the duties to a deputy or the head of a department; raise the limit where so many are "
          + "right."),
      source: Localized(
        zh: "RACI 的竖向检查：一列里 A 太多，会不会成为瓶颈？（史密斯、欧文《角色与职责图》）；以平均数和标准差找离群值，"
          + "是软件度量的通行做法（兰扎、马里内斯库）。",
        en: "RACI read by columns: with many A's, is this a bottleneck? (Smith and Erwin, Role and Responsibility "
          + "Charting); outliers by mean and standard deviation, as in software metrics (Lanza and Marinescu)")),
    settings: [
      Setting("limit", Localized(zh: "负总责职责上限", en: "most duties to answer for"), standard: 20, range: 1...1000),
      Setting(
        "deviations", Localized(zh: "允许高出同类平均的标准差倍数", en: "standard deviations above the mean of its peers"),
        standard: 2, range: 0.5...10),
      Setting("peers", Localized(zh: "可比较的同类岗位数下限", en: "fewest peers to compare with"), standard: 8, range: 3...1000),
      Setting("least", Localized(zh: "与同类比较的职责数下限", en: "fewest duties to be compared"), standard: 8, range: 1...1000),
    ],
    faulty: [
      Example(
        """
        # The 21st duty is one too many.
        chart: county
        posts:
          - {id: magistrate, role: government-principal}  # expect: LOD001 post:magistrate
          - {id: clerk, reports-to: magistrate}
        duties:
          - {id: duty-1, accountable: magistrate, responsible: clerk}
          - {id: duty-2, accountable: magistrate, responsible: clerk}
          - {id: duty-3, accountable: magistrate, responsible: clerk}
          - {id: duty-4, accountable: magistrate, responsible: clerk}
          - {id: duty-5, accountable: magistrate, responsible: clerk}
          - {id: duty-6, accountable: magistrate, responsible: clerk}
          - {id: duty-7, accountable: magistrate, responsible: clerk}
          - {id: duty-8, accountable: magistrate, responsible: clerk}
          - {id: duty-9, accountable: magistrate, responsible: clerk}
          - {id: duty-10, accountable: magistrate, responsible: clerk}
          - {id: duty-11, accountable: magistrate, responsible: clerk}
          - {id: duty-12, accountable: magistrate, responsible: clerk}
          - {id: duty-13, accountable: magistrate, responsible: clerk}
          - {id: duty-14, accountable: magistrate, responsible: clerk}
          - {id: duty-15, accountable: magistrate, responsible: clerk}
          - {id: duty-16, accountable: magistrate, responsible: clerk}
          - {id: duty-17, accountable: magistrate, responsible: clerk}
          - {id: duty-18, accountable: magistrate, responsible: clerk}
          - {id: duty-19, accountable: magistrate, responsible: clerk}
          - {id: duty-20, accountable: magistrate, responsible: clerk}
          - {id: duty-21, accountable: magistrate, responsible: clerk}
        """),
      Example(
        """
        # Eight where seven others have one or none; the clerk of the same organization is no peer.
        chart: county
        posts:
          - {id: deputy-1, role: sector-deputy}  # expect: LOD001 post:deputy-1
          - {id: deputy-2, role: sector-deputy}
          - {id: deputy-3, role: sector-deputy}
          - {id: deputy-4, role: sector-deputy}
          - {id: deputy-5, role: sector-deputy}
          - {id: deputy-6, role: sector-deputy}
          - {id: deputy-7, role: sector-deputy}
          - {id: deputy-8, role: sector-deputy}
          - {id: clerk, reports-to: deputy-1}
        duties:
          - {id: rivers, accountable: deputy-1, responsible: clerk}
          - {id: lakes, accountable: deputy-1, responsible: clerk}
          - {id: wells, accountable: deputy-1, responsible: clerk}
          - {id: dams, accountable: deputy-1, responsible: clerk}
          - {id: pipes, accountable: deputy-1, responsible: clerk}
          - {id: ditches, accountable: deputy-1, responsible: clerk}
          - {id: floods, accountable: deputy-1, responsible: clerk}
          - {id: droughts, accountable: deputy-1, responsible: clerk}
          - {id: schools, accountable: deputy-2, responsible: deputy-2}
          - {id: roads, accountable: deputy-3, responsible: deputy-3}
          - {id: farms, accountable: deputy-4, responsible: deputy-4}
        """),
    ],
    clean: [
      Example(
        """
        # Seven are too few to be compared, though all others have one or none; an abolished duty does not count.
        chart: county
        posts:
          - {id: deputy-1, role: sector-deputy}
          - {id: deputy-2, role: sector-deputy}
          - {id: deputy-3, role: sector-deputy}
          - {id: deputy-4, role: sector-deputy}
          - {id: deputy-5, role: sector-deputy}
          - {id: deputy-6, role: sector-deputy}
          - {id: deputy-7, role: sector-deputy}
          - {id: deputy-8, role: sector-deputy}
          - {id: clerk, reports-to: deputy-1}
        duties:
          - {id: rivers, accountable: deputy-1, responsible: clerk}
          - {id: lakes, accountable: deputy-1, responsible: clerk}
          - {id: wells, accountable: deputy-1, responsible: clerk}
          - {id: dams, accountable: deputy-1, responsible: clerk}
          - {id: pipes, accountable: deputy-1, responsible: clerk}
          - {id: ditches, accountable: deputy-1, responsible: clerk}
          - {id: floods, accountable: deputy-1, responsible: clerk}
          - {id: mills, accountable: deputy-1, responsible: clerk, status: abolished}
          - {id: schools, accountable: deputy-2, responsible: deputy-2}
        """),
      Example(
        """
        # Eight again; but of eight deputies one is abolished and one sits in a place of another level, so that six are left.
        chart: county
        jurisdictions: [{id: city, level: prefecture}, {id: county, level: county, parent: city}]
        organizations:
          - {id: city-government, kind: government, jurisdiction: city}
          - {id: government, kind: government, jurisdiction: county}
        posts:
          - {id: deputy-1, role: sector-deputy, organization: government}
          - {id: deputy-2, role: sector-deputy, organization: government}
          - {id: deputy-3, role: sector-deputy, organization: government}
          - {id: deputy-4, role: sector-deputy, organization: government}
          - {id: deputy-5, role: sector-deputy, organization: government}
          - {id: deputy-6, role: sector-deputy, organization: government}
          - {id: deputy-7, role: sector-deputy, organization: government, status: abolished}
          - {id: deputy-8, role: sector-deputy, organization: city-government}
          - {id: clerk, reports-to: deputy-1, organization: government}
        duties:
          - {id: rivers, jurisdiction: county, accountable: deputy-1, responsible: clerk}
          - {id: lakes, jurisdiction: county, accountable: deputy-1, responsible: clerk}
          - {id: wells, jurisdiction: county, accountable: deputy-1, responsible: clerk}
          - {id: dams, jurisdiction: county, accountable: deputy-1, responsible: clerk}
          - {id: pipes, jurisdiction: county, accountable: deputy-1, responsible: clerk}
          - {id: ditches, jurisdiction: county, accountable: deputy-1, responsible: clerk}
          - {id: floods, jurisdiction: county, accountable: deputy-1, responsible: clerk}
          - {id: droughts, jurisdiction: county, accountable: deputy-1, responsible: clerk}
        """),
    ]
  ) { inspection in
    let chart = inspection.chart
    let overloads = Overloads(.accountable, inspection)
    for post in chart.posts.ids where chart.isInForce(post) {
      guard let overload = overloads[post] else { continue }
      let name = chart.posts.name[post]
      let surplus = overload.rows.dropFirst(overload.bound).map { Entity.duty(chart.assignments.duty[$0]) }
      let below = chart.reports[post].first(where: chart.isInForce).map { chart.posts.key[$0] } ?? "<post>"
      let measure = overload.measure
      inspection.report(
        [.post(post)],
        Localized(
          zh: "“\(name.zh)”对 \(overload.rows.count) 项职责负总责，\(measure.zh)",
          en: "“\(name.en)” answers for \(overload.rows.count) duties; \(measure.en)"),
        evidence: overload.proof.map(inspection.letter),
        suggestion: Localized(
          zh: "把至少 \(surplus.count) 项职责（如 \(inspection.keys(surplus, atMost: 3))）的 accountable 从 "
            + "\(chart.posts.key[post]) 改为分管副职或部门负责人，如 \(below)",
          en: "replace \(chart.posts.key[post]) under accountable of at least \(surplus.count) of its duties (such as "
            + "\(inspection.keys(surplus, atMost: 3))) by a deputy or a head of department, such as \(below)"))
    }
  }
}
