import RemitInspection
import RemitModel

extension Rule {
  /// TMP002: the terms of all holders of a post have ended before the chart's day.
  static let departedHolder = Rule(
    code: "TMP002", name: "departed-holder", family: .time, defect: .gap, severity: .warning,
    title: Localized(zh: "任期已满的任职人", en: "Post whose last holder has left"),
    explanation: Explanation(
      what: Localized(
        zh: "一个岗位写有任职人，但每一位的任期都在 as-of 之前结束，岗位又没有标明空缺。",
        en: "A post has holders, the term of each ended before the chart's day, and it is not marked vacant."),
      why: Localized(zh: "要么岗位已空，要么名单没有更新。", en: "Either the post is empty, or the list was not kept up."),
      remedy: Localized(
        zh: "写明继任者或代理者，或写 vacant: true。", en: "Enter the successor or whoever acts, or write vacant: true."),
      source: Localized(zh: "名册维护惯例。", en: "Plain record keeping.")),
    faulty: [
      Example(
        """
        chart: county
        as-of: 2026-06-30
        posts:
          - id: magistrate  # expect: TMP002 post:magistrate
            holders: [{person: wang, from: 2023-01-01, until: 2026-06-29}]
        """)
    ],
    clean: [
      Example(
        """
        chart: county
        as-of: 2026-06-30
        posts:
          - {id: magistrate, holders: [{person: li, from: 2018-01-01, until: 2022-12-31}, {person: wang, from: 2023-01-01}]}
          - {id: deputy-1, reports-to: magistrate, vacant: true, holders: [{person: zhao, from: 2018-01-01, until: 2022-12-31}]}
          - {id: deputy-2, reports-to: magistrate, holders: [{person: qian, from: 2018-01-01, until: 2026-06-30}]}
          - {id: deputy-3, reports-to: magistrate, holders: [{person: sun, from: 2018-01-01, until: 2026-01-01}, {person: zhou, from: 2026-08-01}]}
          - {id: steward, status: abolished, holders: [{person: wu, from: 2010-01-01, until: 2012-12-31}]}
          - {id: clerk, reports-to: magistrate}
        """)
    ]
  ) { inspection in
    let chart = inspection.chart
    guard let day = chart.asOf else { return }
    for post in chart.posts.ids where chart.posts.status[post] == .active {
      var last: (tenure: ID<Tenure>, until: CalendarDay)?
      var allEnded = true
      for tenure in chart.tenuresOfPost[post] {
        guard let until = chart.tenures.until[tenure], until < day else {
          allEnded = false
          break
        }
        if last.map({ $0.until <= until }) ?? true { last = (tenure, until) }
      }
      guard allEnded, let last else { continue }
      let name = chart.posts.name[post]
      let person = chart.tenures.person[last.tenure]
      let holder = chart.persons.name[person]
      inspection.report(
        [.post(post)],
        Localized(
          zh: "“\(name.zh)”最后一位任职人“\(holder.zh)”的任期已于 \(last.until) 结束",
          en: "the term of “\(holder.en)”, the last to hold “\(name.en)”, ended on \(last.until)"),
        evidence: [inspection.link(.person(person), .holds, .post(post))],
        suggestion: Localized(
          zh: "在岗位 \(chart.posts.key[post]) 的 holders 中写明继任者，或写 vacant: true",
          en: "enter the successor under holders of post \(chart.posts.key[post]), or write vacant: true"))
    }
  }
}
