import RemitInspection
import RemitModel

extension Rule {
  /// LOD002: a post does the work of more duties than the limit, or of far more than its peers.
  static let overloadedPerformance = Rule(
    code: "LOD002", name: "overloaded-performance", family: .load, defect: .burden, severity: .warning,
    title: Localized(zh: "承办过多的岗位", en: "Post that does too much"),
    explanation: Explanation(
      what: Localized(
        zh: "一个岗位承办（R）的现行职责超过上限（默认 12 项），或明显多于同类：同一职务类别、同一行政层级的岗位至少 8 个，"
          + "它至少有 8 项，并且多于同类的平均数加 2 倍标准差（总体标准差，含它自己）。",
        en:
          "A post has the R on more active duties than the limit (12 by default), or on far more than its peers: of at "
          + "least 8 posts of its role at its administrative level, it has at least 8 duties and more than their mean "
          + "plus 2 standard deviations (of the whole group, itself included)."),
      why: Localized(
        zh: "事情都压在一个岗位上，忙的忙、闲的闲，样样都做不实。",
        en: "Where one post does everything nothing is done well, while others of its kind have time."),
      remedy: Localized(
        zh: "把一部分职责交给同类岗位或下属承办；确属合理的，调高该岗位所在范围的 limit。",
        en: "Let a peer or somebody below do some of the duties; raise the limit where so many are right."),
      source: Localized(
        zh: "RACI 的竖向检查：一列里 R 太多，这个人忙得过来吗？（史密斯、欧文《角色与职责图》）；以平均数和标准差找离群值，"
          + "是软件度量的通行做法（兰扎、马里内斯库）。",
        en: "RACI read by columns: with many R's, can this person stay on top of so much? (Smith and Erwin, Role and "
          + "Responsibility Charting); outliers by mean and standard deviation, as in software metrics (Lanza and "
          + "Marinescu)")),
    settings: [
      Setting("limit", Localized(zh: "承办职责上限", en: "most duties to do"), standard: 12, range: 1...1000),
      Setting(
        "deviations", Localized(zh: "允许高出同类平均的标准差倍数", en: "standard deviations above the mean of its peers"),
        standard: 2, range: 0.5...10),
      Setting("peers", Localized(zh: "可比较的同类岗位数下限", en: "fewest peers to compare with"), standard: 8, range: 3...1000),
      Setting("least", Localized(zh: "与同类比较的职责数下限", en: "fewest duties to be compared"), standard: 8, range: 1...1000),
    ],
    faulty: [
      Example(
        """
        # The 13th duty is one too many.
        chart: county
        posts:
          - {id: deputy}
          - {id: water-head, reports-to: deputy}  # expect: LOD002 post:water-head
        duties:
          - {id: duty-1, accountable: deputy, responsible: water-head}
          - {id: duty-2, accountable: deputy, responsible: water-head}
          - {id: duty-3, accountable: deputy, responsible: water-head}
          - {id: duty-4, accountable: deputy, responsible: water-head}
          - {id: duty-5, accountable: deputy, responsible: water-head}
          - {id: duty-6, accountable: deputy, responsible: water-head}
          - {id: duty-7, accountable: deputy, responsible: water-head}
          - {id: duty-8, accountable: deputy, responsible: water-head}
          - {id: duty-9, accountable: deputy, responsible: water-head}
          - {id: duty-10, accountable: deputy, responsible: water-head}
          - {id: duty-11, accountable: deputy, responsible: water-head}
          - {id: duty-12, accountable: deputy, responsible: water-head}
          - {id: duty-13, accountable: deputy, responsible: water-head}
        """),
      Example(
        """
        # Eight where seven others have one or none.
        chart: county
        posts:
          - {id: deputy}
          - {id: head-1, role: sector-head, reports-to: deputy}  # expect: LOD002 post:head-1
          - {id: head-2, role: sector-head, reports-to: deputy}
          - {id: head-3, role: sector-head, reports-to: deputy}
          - {id: head-4, role: sector-head, reports-to: deputy}
          - {id: head-5, role: sector-head, reports-to: deputy}
          - {id: head-6, role: sector-head, reports-to: deputy}
          - {id: head-7, role: sector-head, reports-to: deputy}
          - {id: head-8, role: sector-head, reports-to: deputy, vacant: true}
        duties:
          - {id: rivers, accountable: deputy, responsible: head-1}
          - {id: lakes, accountable: deputy, responsible: head-1}
          - {id: wells, accountable: deputy, responsible: head-1}
          - {id: dams, accountable: deputy, responsible: head-1}
          - {id: pipes, accountable: deputy, responsible: [head-1, head-2], lead: head-1}
          - {id: ditches, accountable: deputy, responsible: head-1}
          - {id: droughts, accountable: deputy, responsible: head-1}
          - {id: floods, accountable: deputy, responsible: head-1}
          - {id: schools, accountable: deputy, responsible: head-3}
        """),
    ],
    clean: [
      Example(
        """
        # Seven, beside one that it only supports and one that is abolished; nobody else has more than one.
        chart: county
        posts:
          - {id: deputy}
          - {id: head-1, role: sector-head, reports-to: deputy}
          - {id: head-2, role: sector-head, reports-to: deputy}
          - {id: head-3, role: sector-head, reports-to: deputy}
          - {id: head-4, role: sector-head, reports-to: deputy}
          - {id: head-5, role: sector-head, reports-to: deputy}
          - {id: head-6, role: sector-head, reports-to: deputy}
          - {id: head-7, role: sector-head, reports-to: deputy}
          - {id: head-8, role: sector-head, reports-to: deputy, vacant: true}
        duties:
          - {id: rivers, accountable: deputy, responsible: head-1}
          - {id: lakes, accountable: deputy, responsible: head-1}
          - {id: wells, accountable: deputy, responsible: head-1}
          - {id: dams, accountable: deputy, responsible: head-1}
          - {id: pipes, accountable: deputy, responsible: head-1}
          - {id: ditches, accountable: deputy, responsible: head-1}
          - {id: droughts, accountable: deputy, responsible: head-1}
          - {id: floods, accountable: deputy, responsible: head-2, lead: head-2, supports: head-1}
          - {id: mills, accountable: deputy, responsible: head-1, status: abolished}
        """),
      Example(
        """
        # Eight twice, where the load is spread: the mean of eight is 2.75 and σ 3.03.
        chart: county
        posts:
          - {id: deputy}
          - {id: head-1, role: sector-head, reports-to: deputy}
          - {id: head-2, role: sector-head, reports-to: deputy}
          - {id: head-3, role: sector-head, reports-to: deputy}
          - {id: head-4, role: sector-head, reports-to: deputy}
          - {id: head-5, role: sector-head, reports-to: deputy}
          - {id: head-6, role: sector-head, reports-to: deputy}
          - {id: head-7, role: sector-head, reports-to: deputy}
          - {id: head-8, role: sector-head, reports-to: deputy}
        duties:
          - {id: rivers, accountable: deputy, responsible: [head-1, head-2], lead: head-1}
          - {id: lakes, accountable: deputy, responsible: [head-1, head-2], lead: head-1}
          - {id: wells, accountable: deputy, responsible: [head-1, head-2], lead: head-1}
          - {id: dams, accountable: deputy, responsible: [head-1, head-2], lead: head-2}
          - {id: pipes, accountable: deputy, responsible: [head-1, head-2], lead: head-2}
          - {id: floods, accountable: deputy, responsible: [head-1, head-2], lead: head-2}
          - {id: droughts, accountable: deputy, responsible: [head-1, head-2], lead: head-1}
          - {id: ditches, accountable: deputy, responsible: [head-1, head-2], lead: head-2}
          - {id: schools, accountable: deputy, responsible: [head-3, head-4], lead: head-3}
          - {id: roads, accountable: deputy, responsible: [head-5, head-6], lead: head-5}
          - {id: farms, accountable: deputy, responsible: [head-7, head-8], lead: head-7}
        """),
    ]
  ) { inspection in
    let chart = inspection.chart
    let overloads = Overloads(.responsible, inspection)
    for post in chart.posts.ids where chart.isInForce(post) {
      guard let overload = overloads[post] else { continue }
      let name = chart.posts.name[post]
      let surplus = overload.rows.dropFirst(overload.bound).map { Entity.duty(chart.assignments.duty[$0]) }
      let below = chart.reports[post].first(where: chart.isInForce).map { chart.posts.key[$0] } ?? "<post>"
      let measure = overload.measure
      inspection.report(
        [.post(post)],
        Localized(
          zh: "“\(name.zh)”承办 \(overload.rows.count) 项职责，\(measure.zh)",
          en: "“\(name.en)” does the work of \(overload.rows.count) duties; \(measure.en)"),
        evidence: overload.proof.map(inspection.letter),
        suggestion: Localized(
          zh: "把至少 \(surplus.count) 项职责（如 \(inspection.keys(surplus, atMost: 3))）的 responsible 从 "
            + "\(chart.posts.key[post]) 改为同类岗位或下属，如 \(below)",
          en: "replace \(chart.posts.key[post]) under responsible of at least \(surplus.count) of its duties (such as "
            + "\(inspection.keys(surplus, atMost: 3))) by a peer or somebody below it, such as \(below)"))
    }
  }
}
