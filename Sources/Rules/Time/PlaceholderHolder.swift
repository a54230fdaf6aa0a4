import RemitInspection
import RemitModel

extension Rule {
  /// TMP003: a holder of a post is a placeholder and no person.
  static let placeholderHolder = Rule(
    code: "TMP003", name: "placeholder-holder", family: .time, defect: .gap, severity: .warning,
    title: Localized(zh: "占位的任职人", en: "Placeholder instead of a holder"),
    explanation: Explanation(
      what: Localized(
        zh: "岗位的任职人写作“待定”“空缺”、TBD、N/A 之类的占位，而不是人。",
        en: "A holder of a post is a placeholder, such as TBD, vacant, N/A, 待定 or 空缺, and no person."),
      why: Localized(
        zh: "岗位看上去有人，其实空着，空缺因此不被发现。", en: "The post looks filled while it is empty, so that nobody sees the vacancy."),
      remedy: Localized(
        zh: "写明任职人；确实没有人的，写 vacant: true。",
        en: "Enter the holder; where there is none, write vacant: true."),
      source: Localized(zh: "名册维护惯例。", en: "Plain record keeping.")),
    faulty: [
      Example(
        """
        chart: county
        posts:
          - {id: deputy, holders: [{person: x1, name: 待定}]}  # expect: TMP003 post:deputy
          - {id: clerk, reports-to: deputy, holders: [{person: TBD}]}  # expect: TMP003 post:clerk
          - {id: porter, reports-to: deputy, holders: [{person: x2, name: N/A}]}  # expect: TMP003 post:porter
        """)
    ],
    clean: [
      Example(
        """
        chart: county
        posts:
          - {id: deputy, holders: [{person: p1, name: 吴待定}]}
          - {id: clerk, reports-to: deputy, vacant: true}
          - {id: porter, reports-to: deputy, status: abolished, holders: [{person: x2, name: 空缺}]}
        """)
    ]
  ) { inspection in
    let chart = inspection.chart
    let isPlaceholder = inspection.facts[Placeholders.self].isPlaceholder
    for post in chart.posts.ids where chart.posts.status[post] != .abolished {
      let tenure = chart.tenuresOfPost[post].first { isPlaceholder[chart.tenures.person[$0].index] }
      guard let tenure else { continue }
      let person = chart.tenures.person[tenure]
      let name = chart.posts.name[post]
      let word = chart.persons.name[person]
      inspection.report(
        [.post(post)],
        Localized(
          zh: "“\(name.zh)”的任职人“\(word.zh)”只是占位",
          en: "the holder “\(word.en)” of “\(name.en)” is a mere placeholder"),
        evidence: [inspection.link(.person(person), .holds, .post(post))],
        suggestion: Localized(
          zh: "在岗位 \(chart.posts.key[post]) 的 holders 中写明真实的任职人，或写 vacant: true",
          en: "enter the real holder under holders of post \(chart.posts.key[post]), or write vacant: true"))
    }
  }
}
