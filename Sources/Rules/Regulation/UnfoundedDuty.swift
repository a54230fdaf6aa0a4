import RemitInspection
import RemitModel

extension Rule {
  /// REG006: an active duty that rests on no clause, where most duties of its jurisdiction do.
  static let unfoundedDuty = Rule(
    code: "REG006", name: "unfounded-duty", family: .regulation, defect: .ambiguity, severity: .note,
    title: Localized(zh: "没有依据的职责", en: "Duty that rests on no clause"),
    explanation: Explanation(
      what: Localized(
        zh: "一项现行职责没有写明依据的条款，而当地多数职责都写明了。",
        en: "An active duty cites no clause, though most duties of its jurisdiction do."),
      why: Localized(
        zh: "没有依据的职责可能是自行加码，也可能漏写了出处。",
        en: "It may be a burden that somebody made up, or its source was forgotten."),
      remedy: Localized(zh: "写明 basis；确无依据的，考虑取消。", en: "Give its basis; if it has none, think of dropping it."),
      source: Localized(
        zh: "责任清单“职责法定”的要求。", en: "The rule that duties on a responsibility list are laid down by law.")),
    faulty: [
      Example(
        """
        regulation: rule
        levels: [county]
        clauses: [{id: "1"}, {id: "2"}]
        ---
        chart: county
        against: [rule]
        posts:
          - {id: head}
        duties:
          - {id: one, accountable: head, responsible: head, basis: ["1"]}
          - {id: two, accountable: head, responsible: head, basis: ["2"]}
          - {id: three, accountable: head, responsible: head}  # expect: REG006 duty:three
        """)
    ],
    clean: [
      Example(
        """
        regulation: rule
        levels: [county]
        clauses: [{id: "1"}, {id: "2"}]
        ---
        chart: county
        against: [rule]
        posts:
          - {id: head}
        duties:
          - {id: one, accountable: head, responsible: head, basis: ["1"]}
          - {id: two, accountable: head, responsible: head, basis: ["water-law:9"]}
          - {id: old, accountable: head, responsible: head, status: abolished}
        """),
      Example(
        """
        regulation: rule
        levels: [county]
        clauses: [{id: "1"}]
        ---
        chart: county
        against: [rule]
        posts:
          - {id: head}
        duties:
          - {id: one, accountable: head, responsible: head, basis: ["1"]}
          - {id: two, accountable: head, responsible: head}
        """),
    ]
  ) { inspection in
    let chart = inspection.chart
    guard !chart.regulations.isEmpty else { return }
    var founded = [Int](repeating: 0, count: chart.jurisdictions.key.count)
    var all = founded
    for duty in chart.duties.ids where chart.duties.status[duty] == .active {
      let jurisdiction = chart.duties.jurisdiction[duty].index
      all[jurisdiction] += 1
      if !chart.duties.basis[duty].isEmpty { founded[jurisdiction] += 1 }
    }
    for duty in chart.duties.ids where chart.duties.status[duty] == .active && chart.duties.basis[duty].isEmpty {
      let jurisdiction = chart.duties.jurisdiction[duty].index
      guard founded[jurisdiction] * 2 > all[jurisdiction] else { continue }
      let title = chart.duties.title[duty]
      let key = chart.duties.key[duty]
      inspection.report(
        [.duty(duty)],
        Localized(
          zh: "职责“\(title.zh)”没有写明依据，而当地 \(all[jurisdiction]) 项职责中有 \(founded[jurisdiction]) 项写明",
          en: "the duty “\(title.en)” cites no clause; \(founded[jurisdiction]) of \(all[jurisdiction]) duties here do"),
        alone: [.duty(duty)],
        suggestion: Localized(
          zh: "为职责 \(key) 增加 basis: [\"<条款>\"]", en: "add basis: [\"<clause>\"] to duty \(key)"))
    }
  }
}
