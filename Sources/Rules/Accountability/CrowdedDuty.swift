import RemitInspection
import RemitModel

extension Rule {
  /// ACC004: more posts do a duty than the limit.
  static let crowdedDuty = Rule(
    code: "ACC004", name: "crowded-duty", family: .accountability, defect: .overlap, severity: .warning, scope: .both,
    title: Localized(zh: "承办岗位过多的职责", en: "Duty that too many do"),
    explanation: Explanation(
      what: Localized(
        zh: "直接责任（R）的岗位或单位多于上限（默认 3 个）。一岗既负总责又承办的也计入。",
        en: "More posts or bodies have R on the duty than the limit (3 by default). One that has A as well counts too."),
      why: Localized(
        zh: "人人都办，往往无人真办；出了问题互相推诿。", en: "What everybody does nobody does, and each can point to the others."),
      remedy: Localized(
        zh: "留下主办的，其余改为配合（S）；或把职责拆开。", en: "Keep R for those who do the work, make the rest S, or split the duty."),
      source: Localized(zh: "RACI 矩阵的横向分析：R 过多。", en: "Horizontal analysis of a RACI matrix: too many Rs.")),
    settings: [
      Setting("limit", Localized(zh: "承办者上限", en: "most that do one duty"), standard: 3, range: 1...1000)
    ],
    faulty: [
      Example(
        """
        chart: workshop
        posts: [{id: foreman}, {id: a}, {id: b}, {id: c}, {id: d}]
        duties:
          - {id: safety, accountable: foreman, responsible: [a, b, c, d], lead: a}  # expect: ACC004 duty:safety
        """)
    ],
    clean: [
      Example(
        """
        chart: workshop
        posts: [{id: foreman}, {id: a}, {id: b}, {id: c}, {id: d}]
        duties:
          - {id: safety, accountable: foreman, responsible: [a, b, c], supports: d}
          - {id: steam, accountable: foreman, responsible: [a, b, c, d], status: abolished}
        """)
    ]
  ) { inspection in
    let chart = inspection.chart
    let most = inspection.threshold("limit")
    for duty in chart.duties.ids where chart.duties.status[duty] == .active {
      let limit = most.count(at: .duty(duty))
      let rows = chart.letters[duty].filter { chart.assignments.letter[$0] == .responsible }
      guard rows.count > limit else { continue }
      let title = chart.duties.title[duty]
      let surplus = rows.dropFirst(limit).map { Entity(chart.assignments.assignee[$0]) }
      inspection.report(
        [.duty(duty)],
        Localized(
          zh: "职责“\(title.zh)”有 \(rows.count) 个承办者，上限是 \(limit) 个",
          en: "\(rows.count) have R on the duty “\(title.en)”; the limit is \(limit)"),
        evidence: rows.prefix(limit + 1).map(inspection.letter),
        context: rows.dropFirst(limit + 1).map(inspection.letter),
        clauses: inspection.clauses(chart.duties.basis[duty]),
        suggestion: Localized(
          zh: "把 \(inspection.keys(surplus)) 从 responsible 移到 supports",
          en: "move \(inspection.keys(surplus)) from responsible to supports"))
    }
  }
}
