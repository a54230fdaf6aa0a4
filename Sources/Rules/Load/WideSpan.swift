import RemitInspection
import RemitModel

extension Rule {
  /// LOD005: more posts report directly to one post than the limit.
  static let wideSpan = Rule(
    code: "LOD005", name: "wide-span", family: .load, defect: .burden, severity: .warning,
    title: Localized(zh: "管理幅度过宽", en: "Span of control too wide"),
    explanation: Explanation(
      what: Localized(
        zh: "直接向一个岗位报告的岗位数超过上限（默认 12）。业务报告线和已撤销的岗位不计。",
        en: "More posts report directly to one post than the limit (12 by default). Dotted lines and abolished posts "
          + "do not count."),
      why: Localized(
        zh: "直接下属太多，无法逐个督促，领导责任流于形式。", en: "Nobody can follow that many people, so that leading them becomes a form."),
      remedy: Localized(
        zh: "让副职或部门负责人分管一部分；确属合理的，调高该岗位所在范围的 limit。",
        en: "Let deputies lead some of them; raise the limit where so many are right."),
      source: Localized(zh: "管理幅度理论（格雷库纳斯、厄威克）。", en: "Span of control (Graicunas, Urwick).")),
    settings: [
      Setting("limit", Localized(zh: "直接下属上限", en: "most direct reports"), standard: 12, range: 1...1000)
    ],
    faulty: [
      Example(
        """
        chart: county
        posts:
          - {id: magistrate}  # expect: LOD005 post:magistrate
          - {id: deputy-1, reports-to: magistrate}
          - {id: deputy-2, reports-to: magistrate}
          - {id: deputy-3, reports-to: magistrate}
          - {id: deputy-4, reports-to: magistrate}
          - {id: deputy-5, reports-to: magistrate}
          - {id: deputy-6, reports-to: magistrate}
          - {id: deputy-7, reports-to: magistrate}
          - {id: deputy-8, reports-to: magistrate}
          - {id: deputy-9, reports-to: magistrate}
          - {id: deputy-10, reports-to: magistrate}
          - {id: deputy-11, reports-to: magistrate}
          - {id: deputy-12, reports-to: magistrate}
          - {id: deputy-13, reports-to: magistrate, vacant: true}
        """)
    ],
    clean: [
      Example(
        """
        # Twelve, as one is abolished and one reports by a dotted line.
        chart: county
        posts:
          - {id: magistrate}
          - {id: deputy-1, reports-to: magistrate}
          - {id: deputy-2, reports-to: magistrate}
          - {id: deputy-3, reports-to: magistrate}
          - {id: deputy-4, reports-to: magistrate}
          - {id: deputy-5, reports-to: magistrate}
          - {id: deputy-6, reports-to: magistrate}
          - {id: deputy-7, reports-to: magistrate}
          - {id: deputy-8, reports-to: magistrate}
          - {id: deputy-9, reports-to: magistrate}
          - {id: deputy-10, reports-to: magistrate}
          - {id: deputy-11, reports-to: magistrate}
          - {id: deputy-12, reports-to: magistrate}
          - {id: deputy-13, reports-to: magistrate, status: abolished}
          - {id: clerk, reports-to: deputy-1, dotted-to: magistrate}
        """)
    ]
  ) { inspection in
    let chart = inspection.chart
    let span = inspection.threshold("limit")
    for post in chart.posts.ids where chart.posts.status[post] != .abolished {
      let limit = span.count(at: .post(post))
      guard chart.reports[post].count > limit else { continue }
      // A post that names its superior twice is one report; its two links follow one another.
      var reports: [ID<Post>] = []
      for report in chart.reports[post] where chart.isInForce(report) && reports.last != report {
        reports.append(report)
      }
      guard reports.count > limit else { continue }
      let name = chart.posts.name[post]
      inspection.report(
        [.post(post)],
        Localized(
          zh: "\(reports.count) 个岗位直接向“\(name.zh)”报告，上限是 \(limit) 个",
          en: "\(reports.count) posts report directly to “\(name.en)”; the limit is \(limit)"),
        evidence: reports.prefix(limit + 1).map { inspection.link(.post($0), .reportsTo, .post(post)) },
        context: reports.dropFirst(limit + 1).map { inspection.link(.post($0), .reportsTo, .post(post)) },
        suggestion: Localized(
          zh: "让其中至少 \(reports.count - limit) 个改向 \(chart.posts.key[post]) 的下属报告（修改其 reports-to）",
          en: "let at least \(reports.count - limit) of them report to somebody below \(chart.posts.key[post]) "
            + "(change their reports-to)"))
    }
  }
}
