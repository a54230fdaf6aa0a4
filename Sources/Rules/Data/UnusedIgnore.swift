import RemitInspection
import RemitModel

extension Rule {
  /// DAT003: a suppression that suppresses nothing, has expired, gives no reason, or names no rule.
  static let unusedIgnore = Rule(
    code: "DAT003", name: "unused-ignore", family: .data, defect: .data, severity: .warning,
    title: Localized(zh: "无用的忽略项", en: "Suppression without use"),
    explanation: Explanation(
      what: Localized(
        zh: "ignore 中的一项没有对上任何发现，或已过期，或没有写明理由，或所写的规则不存在。"
          + "过期的和没有理由的不起作用。",
        en:
          "An entry under ignore matches no finding, has expired, gives no reason, or names a rule that does not exist. "
          + "One that has expired or gives no reason is void."),
      why: Localized(
        zh: "留着不用的忽略项，会在将来悄悄遮住真正的问题。", en: "Left in place, it may one day hide a real fault in silence."),
      remedy: Localized(
        zh: "删去这一项；仍有必要的，写明理由和新的 until。",
        en: "Remove the entry; if it is still needed, give it a reason and a new until."),
      source: Localized(
        zh: "代码检查工具的惯例：未使用的抑制也是问题。", en: "Practice of linters: an unused suppression is a fault too.")),
    faulty: [
      Example(
        """
        chart: workshop
        as-of: 2026-06-30
        posts:
          - {id: foreman}
          - {id: fitter, reports-to: foreman}
        duties:
          - {id: safety, responsible: fitter}
          - {id: steam, responsible: fitter}
          - {id: stock, accountable: foreman, responsible: fitter}
        ignore:
          - {rule: ACC001, subject: steam}  # expect: DAT003 ignore:ACC001:steam
          - {rule: ACC001, subject: stock, reason: mended long ago}  # expect: DAT003 ignore:ACC001:stock
          - {rule: ACC001, subject: safety, reason: until the new foreman comes, until: 2026-06-29}  # expect: DAT003 ignore:ACC001:safety
          - {rule: ACC999, reason: no such rule}  # expect: DAT003 ignore:ACC999
        """)
    ],
    clean: [
      Example(
        """
        chart: workshop
        as-of: 2026-06-30
        posts:
          - {id: foreman}
          - {id: fitter, reports-to: foreman}
        duties:
          - {id: safety, responsible: fitter}
          - {id: steam, responsible: fitter}
          - {id: stock, accountable: foreman, responsible: fitter}
        ignore:
          - {rule: ACC001, subject: safety, reason: until the new foreman comes, until: 2026-06-30}
          - {rule: unaccounted-duty, subject: "duty:steam", reason: under discussion}
          - {rule: gap, reason: all of them are known}
          # Whether it is needed shows only when everything else has been found.
          - {rule: DAT003, reason: entries are cleared in December}
        """)
    ],
    afterOthers: true
  ) { inspection in
    let chart = inspection.chart
    guard !chart.suppressions.ids.isEmpty else { return }
    let allowances = Allowances(chart)
    let byCode = Dictionary(Catalogue.rules.map { ($0.code, $0) }) { first, _ in first }
    let used = allowances.used(by: inspection.earlier, rules: byCode)
    let judges = Catalogue.rules.filter(\.afterOthers)
    for suppression in chart.suppressions.ids {
      let word = chart.suppressions.rule[suppression]
      let key = chart.key(of: .suppression(suppression))
      if !Catalogue.rules.contains(where: { $0.answers(to: word) }) {
        let message = Localized(zh: "忽略项所写的规则“\(word)”不存在", en: "the suppression names no rule: “\(word)”")
        report(suppression, message, &inspection)
      } else if allowances.isExpired(suppression) {
        let day = chart.suppressions.until[suppression].map(\.description) ?? ""
        let message = Localized(zh: "对“\(key)”的忽略已于 \(day) 到期", en: "the suppression of “\(key)” expired on \(day)")
        report(suppression, message, &inspection)
      } else if chart.suppressions.reason[suppression] == nil {
        let message = Localized(
          zh: "忽略项“\(key)”没有写明理由，因此不生效", en: "the suppression of “\(key)” gives no reason, so it is void")
        let edit = Localized(zh: "为 \(key) 这一项写明 reason，或删去它", en: "give the entry \(key) a reason, or remove it")
        report(suppression, message, &inspection, edit: edit)
      } else if !used.contains(suppression), !judges.contains(where: { $0.answers(to: word) }) {
        let message = Localized(
          zh: "忽略项“\(key)”没有对上任何发现", en: "the suppression of “\(key)” matches no finding")
        report(suppression, message, &inspection)
      }
    }
  }
}

private func report(
  _ suppression: ID<Suppression>, _ message: Localized, _ inspection: inout Inspection, edit: Localized? = nil
) {
  let key = inspection.chart.key(of: .suppression(suppression))
  inspection.report(
    [.suppression(suppression)], message, alone: [.suppression(suppression)],
    suggestion: edit ?? Localized(zh: "从 ignore 中删去 \(key) 这一项", en: "remove the entry \(key) from ignore"))
}
