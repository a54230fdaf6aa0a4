import RemitInspection
import RemitModel

extension Rule {
  /// ACC004: more posts or bodies do the work of an active duty than the limit.
  static let crowdedDuty = Rule(
    code: "ACC004", name: "crowded-duty", family: .accountability, defect: .overlap, severity: .warning,
    title: Localized(zh: "承办者过多的职责", en: "Duty with too many who do it"),
    explanation: Explanation(
      what: Localized(
        zh: "一项现行职责的承办者（R）多于上限（默认 3 个），有无牵头都算；协助者（S）和已撤销的岗位不计。",
        en: "More posts or bodies have an R on an active duty than the limit (3 by default), with a lead or without. "
          + "Those who support it (S) and posts that are abolished do not count."),
      why: Localized(
        zh: "人人都是主办，等于没有主办：进度互相等，出了问题互相推。",
        en: "Where everybody does the work nobody does: each waits for the others, and afterwards points at them."),
      remedy: Localized(
        zh: "留下真正主办的，其余改为协助（supports）；各办各的，就拆成几项职责。",
        en: "Keep those who really do it and let the others support it; where each does a part of its own, make these "
          + "duties of their own."),
      source: Localized(
        zh: "RACI 的横向检查：一行里 R 太多，事情推得动吗？（史密斯、欧文《角色与职责图》）",
        en: "RACI read by rows: with many R's, will the task ever move? (Smith and Erwin, Role and Responsibility "
          + "Charting)")),
    settings: [
      Setting("limit", Localized(zh: "承办者上限", en: "most who do the work"), standard: 3, range: 1...1000)
    ],
    faulty: [
      Example(
        """
        chart: county
        organizations: [{id: government}, {id: water-bureau}, {id: ecology-bureau}, {id: farm-bureau}, {id: housing-bureau}]
        posts:
          - {id: deputy, organization: government}
          - {id: water-head, organization: water-bureau, reports-to: deputy}
          - {id: ecology-head, organization: ecology-bureau, reports-to: deputy}
          - {id: farm-head, organization: farm-bureau, reports-to: deputy}
        duties:
          # A lead makes it no less crowded, and a whole bureau does the work as well as a post.
          - {id: rivers, accountable: deputy, responsible: [water-head, ecology-head, farm-head, housing-bureau], lead: water-head}  # expect: ACC004 duty:rivers
        """)
    ],
    clean: [
      Example(
        """
        chart: county
        organizations: [{id: government}, {id: water-bureau}, {id: ecology-bureau}, {id: farm-bureau}, {id: housing-bureau}]
        posts:
          - {id: deputy, organization: government}
          - {id: water-head, organization: water-bureau, reports-to: deputy}
          - {id: ecology-head, organization: ecology-bureau, reports-to: deputy}
          - {id: farm-head, organization: farm-bureau, reports-to: deputy}
          - {id: housing-head, organization: housing-bureau, reports-to: deputy}
          - {id: canal-head, organization: water-bureau, reports-to: water-head, status: abolished}
        duties:
          - {id: rivers, accountable: deputy, responsible: [water-head, ecology-head, farm-head], lead: water-head, supports: housing-head, consulted: housing-bureau}
          # The fourth post is abolished.
          - {id: ditches, accountable: deputy, responsible: [water-head, farm-head, housing-head, canal-head], lead: water-head}
          - {id: mills, accountable: deputy, responsible: [water-head, ecology-head, farm-head, housing-head], lead: water-head, status: abolished}
        """)
    ]
  ) { inspection in
    let chart = inspection.chart
    let most = inspection.threshold("limit")
    let letters = inspection.facts[DutyLetters.self]
    let (letterRows, roles) = (chart.letters, chart.assignments.letter.values)
    // The limit is at least one.
    for duty in letters.duties(with: [.active, .hands]) {
      let limit = most.count(at: .duty(duty))
      // The rows of a duty follow one another.
      let slots = letterRows.slots(of: duty)
      guard slots.count > limit, slots.count(where: { roles[$0] == .responsible }) > limit else { continue }
      let rows = chart.rowsInForce(on: duty) { $0 == .responsible }
      guard rows.count > limit else { continue }
      let title = chart.duties.title[duty]
      // Who leads goes on doing the work; of the others those who were written first.
      let leads = rows.filter { chart.assignments.lead[$0] }
      let order = leads + rows.filter { !chart.assignments.lead[$0] }
      let surplus = order.dropFirst(limit).map { Entity(chart.assignments.assignee[$0]) }
      inspection.report(
        [.duty(duty)],
        Localized(
          zh: "职责“\(title.zh)”有 \(rows.count) 个承办者，上限是 \(limit) 个",
          en: "the duty “\(title.en)” is done by \(rows.count) posts or bodies; the limit is \(limit)"),
        evidence: rows.prefix(limit + 1).map(inspection.letter),
        context: rows.dropFirst(limit + 1).map(inspection.letter) + inspection.letters(on: duty, [.accountable]),
        clauses: inspection.clauses(chart.duties.basis[duty]),
        suggestion: Localized(
          zh: "把 \(inspection.keys(surplus)) 从职责 \(chart.duties.key[duty]) 的 responsible 移到 supports，"
            + "或把其承办的部分另立为职责",
          en:
            "move \(inspection.keys(surplus)) from responsible to supports of duty \(chart.duties.key[duty]), or make "
            + "what they do duties of their own"))
    }
  }
}
