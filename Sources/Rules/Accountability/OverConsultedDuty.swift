import RemitInspection
import RemitModel

extension Rule {
  /// ACC005: more are consulted on an active duty, or informed of it, than the limit.
  static let overConsultedDuty = Rule(
    code: "ACC005", name: "over-consulted-duty", family: .accountability, defect: .burden, severity: .note,
    title: Localized(zh: "会商、知会过多的职责", en: "Duty with too many consulted or informed"),
    explanation: Explanation(
      what: Localized(
        zh: "一项现行职责要会商（C）的岗位或单位多于上限（默认 5 个），或者要知会（I）的本行政区岗位或单位多于上限（默认 "
          + "10 个）。知会其他行政区的不计：发给每个乡镇、每个市的通知，各自只收一份。",
        en: "More posts or bodies are consulted on an active duty than the limit (5 by default), or more of its own "
          + "jurisdiction informed (10 by default). Those of other jurisdictions who are informed do not count: what "
          + "is sent to every township is one message to each."),
      why: Localized(
        zh: "会签环节越多，事情办得越慢；人人都知会，就没有人认真看。",
        en: "Each who must be asked makes the work slower, and what everybody is told nobody reads."),
      remedy: Localized(
        zh: "只会商意见会改变结果的，其余改为知会；只是想了解情况的，不必列入。",
        en: "Consult those whose word can change the outcome and inform the others; leave out who merely may want to "
          + "know."),
      source: Localized(
        zh: "RACI 的横向检查：C、I 太多，都非问不可、非告知不可吗？（史密斯、欧文《角色与职责图》）；精简会签的公文办理惯例。",
        en: "RACI read by rows: with many C's and I's, must all of them be asked or told? (Smith and Erwin, Role and "
          + "Responsibility Charting)")),
    settings: [
      Setting("consulted", Localized(zh: "会商对象上限", en: "most who are consulted"), standard: 5, range: 1...1000),
      Setting("informed", Localized(zh: "知会对象上限", en: "most who are informed"), standard: 10, range: 1...1000),
    ],
    faulty: [
      Example(
        """
        chart: county
        organizations: [{id: government}, {id: law-office}]
        posts:
          - {id: deputy, organization: government}
          - {id: water-head, organization: government, reports-to: deputy}
          - {id: ecology-head, organization: government, reports-to: deputy}
          - {id: farm-head, organization: government, reports-to: deputy}
          - {id: housing-head, organization: government, reports-to: deputy}
          - {id: finance-head, organization: government, reports-to: deputy}
          - {id: land-head, organization: government, reports-to: deputy}
        duties:
          - {id: rivers, accountable: deputy, responsible: water-head, consulted: [ecology-head, farm-head, housing-head, finance-head, land-head, law-office]}  # expect: ACC005 duty:rivers
        """),
      Example(
        """
        chart: county
        organizations: [{id: government}, {id: law-office}]
        posts:
          - {id: deputy, organization: government}
          - {id: water-head, organization: government, reports-to: deputy}
          - {id: clerk-1, organization: government, reports-to: deputy}
          - {id: clerk-2, organization: government, reports-to: deputy}
          - {id: clerk-3, organization: government, reports-to: deputy}
          - {id: clerk-4, organization: government, reports-to: deputy}
          - {id: clerk-5, organization: government, reports-to: deputy}
          - {id: clerk-6, organization: government, reports-to: deputy}
          - {id: clerk-7, organization: government, reports-to: deputy}
          - {id: clerk-8, organization: government, reports-to: deputy}
          - {id: clerk-9, organization: government, reports-to: deputy}
          - {id: clerk-10, organization: government, reports-to: deputy}
        duties:
          - {id: floods, accountable: deputy, responsible: water-head, informed: [clerk-1, clerk-2, clerk-3, clerk-4, clerk-5, clerk-6, clerk-7, clerk-8, clerk-9, clerk-10, law-office]}  # expect: ACC005 duty:floods
        """),
    ],
    clean: [
      Example(
        """
        chart: county
        jurisdictions:
          - {id: county, level: county}
          - {id: east, level: township, parent: county}
          - {id: west, level: township, parent: county}
        organizations:
          - {id: government, kind: government, jurisdiction: county}
          - {id: east-government, kind: government, jurisdiction: east}
          - {id: west-government, kind: government, jurisdiction: west}
        posts:
          - {id: deputy, organization: government}
          - {id: water-head, organization: government, reports-to: deputy}
          - {id: clerk-1, organization: government, reports-to: deputy}
          - {id: clerk-2, organization: government, reports-to: deputy}
          - {id: clerk-3, organization: government, reports-to: deputy}
          - {id: clerk-4, organization: government, reports-to: deputy}
          - {id: clerk-5, organization: government, reports-to: deputy}
          - {id: clerk-6, organization: government, reports-to: deputy}
          - {id: clerk-7, organization: government, reports-to: deputy}
          - {id: clerk-8, organization: government, reports-to: deputy}
          - {id: clerk-9, organization: government, reports-to: deputy}
          - {id: clerk-10, organization: government, reports-to: deputy}
          - {id: clerk-11, organization: government, reports-to: deputy, status: abolished}
          - {id: east-mayor, organization: east-government}
          - {id: west-mayor, organization: west-government}
        duties:
          # Five and ten, as one is abolished and what goes to the townships is one message to each.
          - id: floods
            jurisdiction: county
            accountable: deputy
            responsible: water-head
            consulted: [clerk-1, clerk-2, clerk-3, clerk-4, clerk-5, clerk-11]
            informed: [clerk-6, clerk-7, clerk-8, clerk-9, clerk-10, east-mayor, west-mayor, east-government, west-government, government]
          - {id: mills, jurisdiction: county, accountable: deputy, responsible: water-head, consulted: [clerk-1, clerk-2, clerk-3, clerk-4, clerk-5, clerk-6], status: abolished}
        """)
    ]
  ) { inspection in
    let chart = inspection.chart
    let consulted = inspection.threshold("consulted")
    let informed = inspection.threshold("informed")
    let letters = inspection.facts[DutyLetters.self]
    let (letterRows, roles) = (chart.letters, chart.assignments.letter.values)
    let hearing = [Letter.consulted, .informed]
    for duty in letters.duties(with: [.active, .heard]) {
      // The rows of a duty follow one another.
      let slots = letterRows.slots(of: duty)
      for letter in hearing {
        let limit = letter == .consulted ? consulted.count(at: .duty(duty)) : informed.count(at: .duty(duty))
        guard slots.count > limit, slots.count(where: { roles[$0] == letter }) > limit else { continue }
        let rows = chart.rowsInForce(on: duty) { $0 == letter }.filter {
          letter == .consulted
            || chart.jurisdiction(of: chart.assignments.assignee[$0]) == chart.duties.jurisdiction[duty]
        }
        if rows.count > limit { report(duty, letter, rows, limit, &inspection) }
      }
    }
  }
}

private func report(
  _ duty: ID<Duty>, _ letter: Letter, _ rows: [ID<Assignment>], _ limit: Int, _ inspection: inout Inspection
) {
  let chart = inspection.chart
  let title = chart.duties.title[duty]
  let key = chart.duties.key[duty]
  let surplus = inspection.keys(rows.dropFirst(limit).map { Entity(chart.assignments.assignee[$0]) })
  let asks = letter == .consulted
  let message =
    asks
    ? Localized(
      zh: "职责“\(title.zh)”要会商 \(rows.count) 个岗位或单位，上限是 \(limit) 个",
      en: "\(rows.count) posts or bodies are consulted on the duty “\(title.en)”; the limit is \(limit)")
    : Localized(
      zh: "职责“\(title.zh)”要知会 \(rows.count) 个岗位或单位，上限是 \(limit) 个",
      en: "\(rows.count) posts or bodies are informed of the duty “\(title.en)”; the limit is \(limit)")
  let suggestion =
    asks
    ? Localized(
      zh: "把意见不影响结果的从职责 \(key) 的 consulted 移到 informed，如 \(surplus)",
      en: "move those whose word changes nothing from consulted to informed of duty \(key), such as \(surplus)")
    : Localized(
      zh: "从职责 \(key) 的 informed 中去掉不必知会的，如 \(surplus)",
      en: "remove those who need not know from informed of duty \(key), such as \(surplus)")
  inspection.report(
    [.duty(duty)], message, evidence: rows.prefix(limit + 1).map(inspection.letter),
    context: rows.dropFirst(limit + 1).map(inspection.letter),
    clauses: inspection.clauses(chart.duties.basis[duty]), suggestion: suggestion, detail: letter.key)
}
