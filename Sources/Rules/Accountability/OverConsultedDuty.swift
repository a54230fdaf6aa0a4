import RemitInspection
import RemitModel

extension Rule {
  /// ACC005: more are consulted or informed on a duty than the limit.
  static let overConsultedDuty = Rule(
    code: "ACC005", name: "over-consulted-duty", family: .accountability, defect: .burden, severity: .note,
    scope: .both,
    title: Localized(zh: "会商知会过多的职责", en: "Duty that consults or informs too many"),
    explanation: Explanation(
      what: Localized(
        zh: "需要会商（C）的超过上限（默认 6 个），或需要知会（I）的超过上限（默认 12 个）。",
        en: "More are to be consulted (C) than the limit (6 by default), or to be informed (I) than theirs (12)."),
      why: Localized(
        zh: "会商太多，事情办不动；知会太多，无人细看，文山会海由此而来。",
        en: "Too many opinions stop the work, and what is sent to everybody is read by nobody."),
      remedy: Localized(
        zh: "只留下意见不可少的；其余改为知会，或由一个岗位统一转达。",
        en: "Keep those without whose opinion it cannot be done; inform the rest, or let one post pass it on."),
      source: Localized(
        zh: "RACI 矩阵的横向分析：C、I 过多；精简文件会议的要求。", en: "Horizontal analysis of a RACI matrix: too many Cs and Is.")),
    settings: [
      Setting("consulted", Localized(zh: "会商上限", en: "most to be consulted"), standard: 6, range: 1...1000),
      Setting("informed", Localized(zh: "知会上限", en: "most to be informed"), standard: 12, range: 1...1000),
    ],
    faulty: [
      Example(
        """
        chart: workshop
        posts: [{id: foreman}, {id: a}, {id: b}, {id: c}, {id: d}, {id: e}, {id: f}, {id: g}]
        duties:
          - {id: safety, accountable: foreman, responsible: foreman, consulted: [a, b, c, d, e, f, g]}  # expect: ACC005 duty:safety
        """)
    ],
    clean: [
      Example(
        """
        chart: workshop
        posts: [{id: foreman}, {id: a}, {id: b}, {id: c}, {id: d}, {id: e}, {id: f}, {id: g}]
        duties:
          - {id: safety, accountable: foreman, responsible: g, consulted: [a, b, c, d, e, f]}
          - {id: stock, accountable: foreman, responsible: foreman, consulted: [a, b, c, d], informed: [e, f, g]}
          - {id: steam, accountable: foreman, consulted: [a, b, c, d, e, f, g], status: draft}
        """)
    ]
  ) { inspection in
    for letter in [Letter.consulted, .informed] { findCrowds(letter, &inspection) }
  }
}

private func findCrowds(_ letter: Letter, _ inspection: inout Inspection) {
  let chart = inspection.chart
  let most = inspection.threshold(letter.key)
  for duty in chart.duties.ids where chart.duties.status[duty] == .active {
    let limit = most.count(at: .duty(duty))
    let rows = chart.letters[duty].filter { chart.assignments.letter[$0] == letter }
    guard rows.count > limit else { continue }
    let title = chart.duties.title[duty]
    inspection.report(
      [.duty(duty)],
      Localized(
        zh: "职责“\(title.zh)”要\(letter.name.zh) \(rows.count) 个，上限是 \(limit) 个",
        en: "\(rows.count) are to be \(letter.name.en) on the duty “\(title.en)”; the limit is \(limit)"),
      evidence: rows.prefix(limit + 1).map(inspection.letter),
      suggestion: Localized(
        zh: "从该职责的 \(letter.key) 中减去至少 \(rows.count - limit) 个",
        en: "take at least \(rows.count - limit) from \(letter.key) of the duty"),
      detail: letter.rawValue)
  }
}
