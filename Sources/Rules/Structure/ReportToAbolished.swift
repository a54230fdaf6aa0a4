import RemitInspection
import RemitModel

extension Rule {
  /// STR004: a post reports to a post that is abolished.
  static let reportToAbolished = Rule(
    code: "STR004", name: "report-to-abolished", family: .structure, defect: .gap, severity: .error,
    title: Localized(zh: "向已撤销的岗位报告", en: "Post that reports to an abolished one"),
    explanation: Explanation(
      what: Localized(
        zh: "一个在用的岗位用实线向已撤销的岗位报告。", en: "A post in force reports by a solid line to a post that is abolished."),
      why: Localized(zh: "上级已不存在，这条报告线通向无人。", en: "The line leads to nobody: what is passed up is lost."),
      remedy: Localized(zh: "改为向接替的岗位报告。", en: "Let it report to whoever took over."),
      source: Localized(zh: "机构调整后的常见遗留。", en: "What reorganizations commonly leave behind.")),
    faulty: [
      Example(
        """
        chart: county
        posts:
          - {id: magistrate}
          - {id: steward, reports-to: magistrate, status: abolished}
          - {id: clerk, reports-to: steward}  # expect: STR004 post:clerk
          - {id: porter, reports-to: [magistrate, steward], vacant: true}  # expect: STR004 post:porter
        """)
    ],
    clean: [
      Example(
        """
        chart: county
        posts:
          - {id: magistrate, vacant: true}
          - {id: steward, reports-to: magistrate, status: abolished}
          - {id: page, reports-to: steward, status: abolished}
          - {id: clerk, reports-to: magistrate, dotted-to: steward}
        """)
    ]
  ) { inspection in
    let chart = inspection.chart
    guard chart.posts.status.values.contains(.abolished) else { return }
    for post in chart.posts.ids where chart.isInForce(post) {
      let gone = chart.superiors[post].filter { chart.posts.status[$0] == .abolished }
      guard let first = gone.first else { continue }
      let name = chart.posts.name[post]
      let list = inspection.list(gone.map { .post($0) })
      // Whom the abolished post reported to is the likeliest heir.
      let heir = chart.superiors[first].first { chart.posts.status[$0] != .abolished && $0 != post }
      let above = heir.map { chart.posts.key[$0] }
      inspection.report(
        [.post(post)],
        Localized(
          zh: "“\(name.zh)”仍向已撤销的\(list.zh)报告",
          en: "“\(name.en)” still reports to \(list.en), which is abolished"),
        evidence: [inspection.link(.post(post), .reportsTo, .post(first))],
        context: gone.dropFirst().map { inspection.link(.post(post), .reportsTo, .post($0)) },
        suggestion: Localized(
          zh: "把岗位 \(chart.posts.key[post]) 的 reports-to 中的 \(chart.posts.key[first]) 改为 \(above ?? "<岗位>")",
          en: "replace \(chart.posts.key[first]) by \(above ?? "<post>") in reports-to of post "
            + "\(chart.posts.key[post])"))
    }
  }
}
