import RemitInspection
import RemitModel

extension Rule {
  /// SOD003: fewer persons than wanted have every step of a conflict set in hand together.
  static let tooFewHands = Rule(
    code: "SOD003", name: "too-few-hands", family: .separation, defect: .independence, severity: .warning,
    title: Localized(zh: "几个人串通即可办完全程", en: "Steps that too few hands can do together"),
    explanation: Explanation(
      what: Localized(
        zh: "一个不相容职责组有不少于 k 项（默认 3 项）有效职责，没有人超过所允许的数目，但少于 k 个现任者合起来就掌握全部各项（A 或 R）。"
          + "组很大、搜索超出限度时，注明“未证实”。",
        en:
          "A conflict set has at least k active duties (3 by default) and nobody holds more of them than it allows, yet "
          + "fewer than k present holders have A or R on all of them together. Where a set is so large that the search "
          + "is given up, the finding says “unproved”."),
      why: Localized(
        zh: "两个人串通就能从头办到尾，分离形同虚设。", en: "Where two can do it from end to end, they need only agree."),
      remedy: Localized(
        zh: "把其中一项交给第三个人。", en: "Give one of the steps to somebody else."),
      source: Localized(
        zh: "静态职责分离策略 ssod⟨P, k⟩：少于 k 人不得合起来拥有全部权限（Li、Tripunitara、Bizri，2007）。",
        en:
          "Static separation of duty ssod⟨P, k⟩: no fewer than k users together have all permissions (Li, Tripunitara "
          + "and Bizri, On Mutually Exclusive Roles and Separation of Duty, 2007).")),
    settings: [
      Setting("hands", Localized(zh: "起码的人数 k", en: "least hands, k"), standard: 3, range: 2...6),
      Setting(
        "effort", Localized(zh: "搜索的步数", en: "branches after which the search is given up"), standard: 20_000,
        range: 1...10_000_000),
    ],
    faulty: [
      Example(
        """
        chart: treasury
        as-of: 2026-06-30
        posts:
          - {id: chief}
          - {id: head, holders: [{person: li, from: 2024-01-01}]}
          - {id: cashier, holders: [{person: wang, from: 2024-01-01}]}
        duties:
          - {id: order, accountable: chief, responsible: head}
          - {id: approve, accountable: chief, responsible: head}
          - {id: pay, accountable: chief, responsible: cashier}
          - {id: record, accountable: chief, responsible: cashier}
        conflicts:
          - {id: money, duties: [order, approve, pay, record], at-most: 2}  # expect: SOD003 conflict:money
        """)
    ],
    clean: [
      Example(
        """
        chart: treasury
        as-of: 2026-06-30
        posts:
          - {id: head, holders: [{person: li, from: 2024-01-01}]}
          - {id: cashier, holders: [{person: wang, from: 2024-01-01}]}
          - {id: clerk, holders: [{person: zhao, from: 2024-01-01}]}
          - {id: spare, vacant: true}
        duties:
          - {id: order, accountable: head, responsible: head}
          - {id: approve, accountable: head, responsible: head}
          - {id: pay, accountable: cashier, responsible: cashier}
          - {id: record, accountable: clerk, responsible: clerk}
          - {id: count, accountable: spare, responsible: spare}
        conflicts:
          - {id: money, duties: [order, approve, pay, record], at-most: 2}
          # Two steps need no third hand; nobody has the last step of the other set in hand.
          - {id: cash, duties: [pay, record], at-most: 1}
          - {id: till, duties: [order, approve, count], at-most: 2}
        """)
    ]
  ) { inspection in
    let chart = inspection.chart
    let hands = inspection.facts[ConflictHands.self]
    let wanted = inspection.threshold("hands")
    let effort = inspection.threshold("effort")
    for conflict in chart.conflicts.ids {
      let least = wanted.count(at: .conflict(conflict))
      let steps = hands.steps(of: conflict)
      guard steps.count >= least,
        hands.counts(of: conflict).values.allSatisfy({ $0 <= chart.conflicts.atMost[conflict] })
      else { continue }
      switch hands.cover(of: conflict, by: least - 1, effort: effort.count(at: .conflict(conflict))) {
      case .none: continue
      case .found(let persons): report(conflict, persons, steps, &inspection)
      case .unproved: reportUnproved(conflict, least, &inspection)
      }
    }
  }
}

private func report(
  _ conflict: ID<Conflict>, _ persons: [ID<Person>], _ steps: [ConflictHands.Step], _ inspection: inout Inspection
) {
  let chart = inspection.chart
  var evidence: [Tie] = []
  var seats: Set<[Int32]> = []
  for step in steps {
    guard let hold = step.holds.first(where: { persons.contains($0.person) }) else { continue }
    if seats.insert([hold.person.raw, hold.post.raw]).inserted {
      evidence.append(inspection.link(.person(hold.person), .holds, .post(hold.post)))
    }
    evidence.append(inspection.letter(hold.letter))
  }
  let list = inspection.list(persons.map(Entity.person))
  let key = chart.conflicts.key[conflict]
  let last = steps.last.map { chart.duties.key[$0.duty] } ?? ""
  inspection.report(
    [.conflict(conflict)],
    Localized(
      zh: "\(list.zh)合起来就掌握不相容职责组 \(key) 的全部 \(steps.count) 项",
      en: "\(list.en) have all \(steps.count) duties of the conflict set \(key) in hand together"),
    evidence: evidence,
    suggestion: Localized(
      zh: "把其中一项（如 \(last)）交给 \(inspection.keys(persons.map(Entity.person))) 以外的人",
      en: "give one of them, such as \(last), to somebody other than \(inspection.keys(persons.map(Entity.person)))"))
}

private func reportUnproved(_ conflict: ID<Conflict>, _ least: Int, _ inspection: inout Inspection) {
  let key = inspection.chart.conflicts.key[conflict]
  inspection.report(
    [.conflict(conflict)],
    Localized(
      zh: "未证实：不相容职责组 \(key) 太大，无法断定是否少于 \(least) 人就能掌握全部各项",
      en: "unproved: the conflict set \(key) is too large to tell whether fewer than \(least) have all of it in hand"),
    alone: [.conflict(conflict)],
    suggestion: Localized(
      zh: "把 \(key) 分成几个小组，或调高 effort", en: "split \(key) into smaller sets, or raise effort"),
    detail: "unproved")
}
