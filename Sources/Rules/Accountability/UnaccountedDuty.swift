import RemitInspection
import RemitModel

extension Rule {
  /// ACC001: an active duty that nobody answers for.
  static let unaccountedDuty = Rule(
    code: "ACC001", name: "unaccounted-duty", family: .accountability, defect: .gap, severity: .error,
    title: Localized(zh: "无人负总责的职责", en: "Duty that nobody answers for"),
    explanation: Explanation(
      what: Localized(
        zh: "一项现行职责没有任何岗位承担负总责或领导责任（A）。",
        en: "An active duty has no post with the letter A (accountable)."),
      why: Localized(
        zh: "出了问题找不到答责的人，执行者也无人拍板、无人督促。",
        en: "When it fails there is no one to answer, and those who do the work have no one to decide for them."),
      remedy: Localized(
        zh: "在职责的 accountable 中写明一个岗位；确已取消的职责，将 status 写为 abolished。",
        en: "Name one post under the duty's accountable; if the duty is gone, set its status to abolished."),
      source: Localized(
        zh: "RACI 矩阵的基本要求：每项工作有且只有一个 A。", en: "The basic demand of every RACI matrix: exactly one A in a row.")),
    faulty: [
      Example(
        """
        chart: workshop
        posts:
          - {id: foreman}
          - {id: fitter, reports-to: foreman}
        duties:
          - {id: safety, responsible: fitter}  # expect: ACC001 duty:safety
          - {id: stock, accountable: foreman, responsible: fitter}
        """)
    ],
    clean: [
      Example(
        """
        chart: workshop
        posts:
          - {id: foreman}
          - {id: fitter, reports-to: foreman}
        duties:
          - {id: safety, accountable: foreman, responsible: fitter}
          - {id: steam, responsible: fitter, status: abolished}
        """)
    ]
  ) { inspection in
    let chart = inspection.chart
    let letters = inspection.facts[DutyLetters.self]
    for duty in letters.duties(with: .active, without: .accountable) {
      let title = chart.duties.title[duty]
      inspection.report(
        [.duty(duty)],
        Localized(zh: "职责“\(title.zh)”没有负总责的岗位", en: "nobody answers for the duty “\(title.en)”"),
        alone: [.duty(duty)], context: inspection.letters(on: duty),
        clauses: inspection.clauses(chart.duties.basis[duty]),
        suggestion: Localized(
          zh: "为该职责写明 accountable: <岗位>", en: "add accountable: <post> to the duty"))
    }
  }
}
