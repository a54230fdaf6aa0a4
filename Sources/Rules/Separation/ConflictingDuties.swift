import RemitInspection
import RemitModel

extension Rule {
  /// SOD001: one person has A or R on more duties of a conflict set than it allows.
  static let conflictingDuties = Rule(
    code: "SOD001", name: "conflicting-duties", family: .separation, defect: .independence, severity: .error,
    title: Localized(zh: "一人兼办不相容职责", en: "Incompatible duties in one pair of hands"),
    explanation: Explanation(
      what: Localized(
        zh: "同一个人在现任岗位上负责或承办（A 或 R）的职责，超过了一个不相容职责组（conflicts）所允许的数目。",
        en: "Over all the posts that one person now holds, he or she has A or R on more duties of a conflict set than "
          + "it allows."),
      why: Localized(
        zh: "审批、经办、记账、审核集于一身，差错和舞弊无人发现。",
        en: "Who approves, pays, records and checks alone can err or steal unseen."),
      remedy: Localized(
        zh: "把其中一项职责交给另一个人，或免去其一个兼职。", en: "Give one of the duties to somebody else, or one of the posts."),
      source: Localized(
        zh: "职责分离（SoD）：ANSI INCITS 359 RBAC 的静态职责分离；内部控制规范的不相容职务分离。",
        en: "Separation of duty: static separation (SSD) in ANSI INCITS 359 RBAC; NIST SP 800-53 AC-5.")),
    faulty: [
      Example(
        """
        chart: treasury
        as-of: 2026-06-30
        posts:
          - {id: head, holders: [{person: li, from: 2024-01-01}]}
          - {id: cashier, reports-to: head, holders: [{person: wang, from: 2024-01-01}]}
          - {id: bookkeeper, reports-to: head, holders: [{person: wang, from: 2025-01-01, acting: true}]}
          - {id: clerk, reports-to: head, holders: [{person: zhao, from: 2024-01-01}]}
        duties:
          - {id: approve, accountable: head, responsible: clerk}
          - {id: pay, accountable: head, responsible: cashier}
          - {id: record, accountable: bookkeeper, responsible: clerk}
        conflicts:
          - {id: cash, duties: [pay, record], at-most: 1}  # expect: SOD001 person:wang conflict:cash
          - {id: money, duties: [approve, pay], at-most: 1}  # expect: SOD001 person:li conflict:money
        """)
    ],
    clean: [
      Example(
        """
        chart: treasury
        as-of: 2026-06-30
        posts:
          - {id: head, holders: [{person: li, from: 2024-01-01}]}
          - {id: cashier, reports-to: head, holders: [{person: wang, from: 2024-01-01}]}
          # Wang has left this post to Zhao.
          - id: bookkeeper
            reports-to: head
            holders: [{person: wang, from: 2020-01-01, until: 2023-12-31}, {person: zhao, from: 2024-01-01}]
          # A second post, lawfully held.
          - {id: driver, reports-to: head, holders: [{person: wang, from: 2024-01-01}]}
          - {id: spare, reports-to: head, vacant: true}
        duties:
          - {id: approve, accountable: head, responsible: head}
          - {id: pay, accountable: cashier, responsible: cashier, supports: bookkeeper}
          - {id: record, accountable: bookkeeper, responsible: [bookkeeper, spare], lead: bookkeeper, informed: cashier}
          - {id: drive, accountable: head, responsible: driver}
          - {id: mint, accountable: head, responsible: cashier, status: abolished}
          - {id: lend, accountable: spare, responsible: spare}
        conflicts:
          - {id: money, duties: [approve, pay, record, lend], at-most: 1}
          - {id: coin, duties: [pay, mint], at-most: 1}
        """)
    ]
  ) { inspection in
    let chart = inspection.chart
    let hands = inspection.facts[ConflictHands.self]
    for conflict in chart.conflicts.ids {
      let counts = hands.counts(of: conflict)
      for person in counts.keys.sorted() where (counts[person] ?? 0) > chart.conflicts.atMost[conflict] {
        let held = hands.steps(of: conflict).compactMap { step in
          step.holds.first { $0.person == person }?.letter
        }
        report(person, conflict, held, &inspection)
      }
    }
  }
}

private func report(
  _ person: ID<Person>, _ conflict: ID<Conflict>, _ held: [ID<Assignment>], _ inspection: inout Inspection
) {
  let chart = inspection.chart
  let most = chart.conflicts.atMost[conflict]
  // One duty more than is allowed proves it.
  let needed = min(held.count, max(most, 0) + 1)
  var links: [Tie] = []
  var proof = 0
  var posts: [ID<Post>] = []
  for (number, row) in held.enumerated() {
    if number == needed { proof = links.count }
    guard case .post(let post) = chart.assignments.assignee[row] else { continue }
    if !posts.contains(post) {
      posts.append(post)
      links.append(inspection.link(.person(person), .holds, .post(post)))
    }
    links.append(inspection.letter(row))
  }
  if needed == held.count { proof = links.count }
  let name = chart.persons.name[person]
  let key = chart.conflicts.key[conflict]
  let duties = held.map { Entity.duty(chart.assignments.duty[$0]) }
  let list = inspection.list(duties)
  let surplus = chart.key(of: duties[duties.count - 1])
  inspection.report(
    [.person(person), .conflict(conflict)],
    Localized(
      zh: "“\(name.zh)”一人负责或承办\(list.zh)，不相容职责组 \(key) 至多允许 \(most) 项",
      en: "“\(name.en)” has \(duties.count) duties of the conflict set \(key) in hand (\(list.en)), which allows "
        + "\(most)"),
    evidence: Array(links[..<proof]), context: Array(links[proof...]),
    suggestion: Localized(
      zh: "把职责 \(surplus) 改由 \(chart.persons.key[person]) 所任岗位（\(inspection.keys(posts.map { .post($0) }))）"
        + "以外的岗位负责和承办",
      en: "move duty \(surplus) to a post other than those of \(chart.persons.key[person]) "
        + "(\(inspection.keys(posts.map { .post($0) })))"))
}
