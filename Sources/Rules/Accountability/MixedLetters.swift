import RemitInspection
import RemitModel

extension Rule {
  /// ACC007: one assignee has two letters on a duty that are not A with R.
  static let mixedLetters = Rule(
    code: "ACC007", name: "mixed-letters", family: .accountability, defect: .ambiguity, severity: .warning,
    title: Localized(zh: "一岗多种责任", en: "Post with mixed letters on one duty"),
    explanation: Explanation(
      what: Localized(
        zh: "同一岗位（或单位）在一项现行职责上有两种责任字母，而不是 A 与 R 并存。",
        en: "One post or organization has two letters on an active duty, other than A together with R."),
      why: Localized(
        zh: "既承办又只是知会，既负责又只是会商：说不清到底担什么责任。",
        en: "Who does the work and is only informed of it, or answers and is only asked: nobody can say what is owed."),
      remedy: Localized(zh: "只留其中最重的一种。", en: "Keep the strongest of the letters and remove the others."),
      source: Localized(zh: "RACI 惯例：一格一字母，A/R 除外。", en: "RACI practice: one letter in a cell, A/R excepted.")),
    faulty: [
      Example(
        """
        chart: workshop
        posts:
          - {id: foreman}
          - {id: fitter, reports-to: foreman}
        duties:
          - {id: safety, accountable: foreman, responsible: fitter, informed: fitter}  # expect: ACC007 duty:safety post:fitter
          - {id: stock, accountable: foreman, responsible: fitter, consulted: foreman}  # expect: ACC007 duty:stock post:foreman
        """),
      Example(
        """
        chart: workshop
        organizations: [{id: office}, {id: store}]
        posts:
          - {id: foreman, organization: office}
        duties:
          - {id: safety, accountable: foreman, responsible: store, supports: store}  # expect: ACC007 duty:safety organization:store
        """),
    ],
    clean: [
      Example(
        """
        chart: workshop
        posts:
          - {id: foreman}
          - {id: fitter, reports-to: foreman}
        duties:
          - {id: safety, accountable: foreman, responsible: [foreman, fitter]}
          - {id: stock, accountable: foreman, responsible: fitter, informed: foreman, status: abolished}
        """)
    ]
  ) { inspection in
    let chart = inspection.chart
    let letters = inspection.facts[DutyLetters.self]
    for duty in letters.duties(with: [.active, .mixed]) {
      let rows = Dictionary(grouping: chart.letters[duty]) { chart.assignments.assignee[$0] }
      for assignee in rows.keys.sorted() {
        if let own = rows[assignee], own.count > 1 { judge(own, duty, &inspection) }
      }
    }
  }
}

private func judge(_ rows: [ID<Assignment>], _ duty: ID<Duty>, _ inspection: inout Inspection) {
  let chart = inspection.chart
  let letters = Set(rows.map { chart.assignments.letter[$0] }).sorted()
  guard letters.count > 1, letters != [.accountable, .responsible] else { return }
  let assignee = Entity(chart.assignments.assignee[rows[0]])
  let name = chart.name(of: assignee)
  let title = chart.duties.title[duty]
  let text = letters.map(\.rawValue)
  let kept = letters.starts(with: [.accountable, .responsible]) ? 2 : 1
  let surplus = letters.dropFirst(kept).map { "\($0.key)" }
  // The strongest letter and the first that does not go with it prove the mixture.
  let proof = [letters[0], letters[kept]]
  let isProof = { (row: ID<Assignment>) in proof.contains(chart.assignments.letter[row]) }
  inspection.report(
    [.duty(duty), assignee],
    Localized(
      zh: "“\(name.zh)”在职责“\(title.zh)”上同时有 \(text.joined(separator: "、"))",
      en: "“\(name.en)” has \(text.joined(separator: ", ")) at once on the duty “\(title.en)”"),
    evidence: rows.filter(isProof).map(inspection.letter),
    context: rows.filter { !isProof($0) }.map(inspection.letter),
    clauses: inspection.clauses(chart.duties.basis[duty]),
    suggestion: Localized(
      zh: "从职责 \(chart.duties.key[duty]) 的 \(surplus.joined(separator: "、")) 中去掉 \(chart.key(of: assignee))",
      en: "remove \(chart.key(of: assignee)) from \(surplus.joined(separator: ", ")) of duty "
        + "\(chart.duties.key[duty])"))
}
