import RemitInspection
import RemitModel

extension Rule {
  /// ACC003: an active duty that nobody does.
  static let unperformedDuty = Rule(
    code: "ACC003", name: "unperformed-duty", family: .accountability, defect: .gap, severity: .error,
    title: Localized(zh: "无人承办的职责", en: "Duty that nobody does"),
    explanation: Explanation(
      what: Localized(
        zh: "一项现行职责没有任何岗位或单位承担直接责任（R）。自己负责又自己办的，应同时写 A 和 R。",
        en: "An active duty has nobody with the letter R (responsible). A post that does the work itself has A and R."),
      why: Localized(zh: "有人答责而无人干活，职责只停在纸面上。", en: "Somebody answers, nobody works: the duty stays on paper."),
      remedy: Localized(
        zh: "在职责的 responsible 中写明承办的岗位；负总责者自己办的，也列在其中。",
        en: "Name who does the work under the duty's responsible; list the accountable post there too if it does it "
          + "itself."
      ),
      source: Localized(
        zh: "RACI 矩阵的基本要求：每行至少有一个 R。", en: "The other basic demand of every RACI matrix: at least one R in a row.")),
    faulty: [
      Example(
        """
        chart: workshop
        posts:
          - {id: foreman}
          - {id: fitter, reports-to: foreman}
        duties:
          - {id: safety, accountable: foreman, supports: fitter}  # expect: ACC003 duty:safety
          - {id: stock, accountable: foreman, responsible: fitter}
        """)
    ],
    clean: [
      Example(
        """
        chart: workshop
        organizations: [{id: office}, {id: store}]
        posts:
          - {id: foreman, organization: office}
          - {id: keeper, organization: store, reports-to: foreman}
        duties:
          - {id: safety, accountable: foreman, responsible: foreman}
          - {id: stock, accountable: foreman, responsible: store}
          - {id: steam, accountable: foreman, status: abolished}
          - {id: sun, accountable: foreman, status: draft}
        """)
    ]
  ) { inspection in
    let chart = inspection.chart
    let letters = inspection.facts[DutyLetters.self]
    for duty in letters.duties(with: .active, without: .responsible) {
      let title = chart.duties.title[duty]
      let key = chart.duties.key[duty]
      let answerer = chart.assignees(of: duty, .accountable).first.map { chart.key(of: Entity($0)) }
      inspection.report(
        [.duty(duty)],
        Localized(zh: "职责“\(title.zh)”没有承办的岗位", en: "nobody does the work of the duty “\(title.en)”"),
        alone: [.duty(duty)], context: inspection.letters(on: duty),
        clauses: inspection.clauses(chart.duties.basis[duty]),
        suggestion: Localized(
          zh: "为职责 \(key) 写明 responsible: [<岗位>]"
            + (answerer.map {
              "；由 \($0) 自己办的，写 responsible: [\($0)]"
            } ?? ""),
          en: "add responsible: [<post>] to duty \(key)"
            + (answerer.map { "; if \($0) does it itself, responsible: [\($0)]" } ?? "")))
    }
  }
}
