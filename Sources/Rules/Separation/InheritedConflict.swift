import RemitInspection
import RemitModel

extension Rule {
  /// SOD002: who does one duty of a conflict set commands everybody who does another.
  static let inheritedConflict = Rule(
    code: "SOD002", name: "inherited-conflict", family: .separation, defect: .independence, severity: .error,
    title: Localized(zh: "由指挥分管而来的不相容", en: "Incompatible duties through command"),
    explanation: Explanation(
      what: Localized(
        zh: "一个人自己承办（R）不相容职责组中的一项，而组中另一项的全部承办者都直接向他报告，或都在他分管的单位里；两者相加超过所允许的数目。"
          + "行政区的主要负责人、只负总责（A）的不算：总要有人在上面。",
        en:
          "One person does (R) a duty of a conflict set, and everybody who does another one reports directly to him or "
          + "sits in an organization in his charge; together that is more than the set allows. Heads of a jurisdiction do "
          + "not count, nor who merely answers (A): somebody must stand above."),
      why: Localized(
        zh: "下属难以拒绝上级，等于两道手续都在他手里。",
        en: "Who does one step and orders about those who do the other has both in his hands."),
      remedy: Localized(
        zh: "让另一项由不归他指挥的人承办，或他自己不再承办。",
        en: "Let somebody whom he does not command do the other, or take the first one off him."),
      source: Localized(
        zh: "ANSI INCITS 359 RBAC：带角色继承的静态职责分离。",
        en: "Static separation of duty in the presence of a role hierarchy, ANSI INCITS 359 RBAC.")),
    faulty: [
      Example(
        """
        chart: treasury
        as-of: 2026-06-30
        posts:
          - {id: head}
          - {id: cashier, reports-to: head, holders: [{person: wang, from: 2024-01-01}]}
          - {id: bookkeeper, reports-to: cashier, holders: [{person: zhao, from: 2024-01-01}]}
        duties:
          - {id: pay, accountable: head, responsible: cashier}
          - {id: record, accountable: head, responsible: bookkeeper}
        conflicts:
          - {id: cash, duties: [pay, record], at-most: 1}  # expect: SOD002 person:wang conflict:cash
        """)
    ],
    clean: [
      Example(
        """
        chart: treasury
        as-of: 2026-06-30
        organizations: [{id: office}, {id: vault}]
        posts:
          - {id: head, organization: office, in-charge-of: vault, holders: [{person: li, from: 2024-01-01}]}
          - {id: cashier, organization: office, reports-to: head, holders: [{person: wang, from: 2024-01-01}]}
          - {id: bookkeeper, organization: office, reports-to: head, holders: [{person: zhao, from: 2024-01-01}]}
          - {id: clerk, organization: office, reports-to: cashier, holders: [{person: he, from: 2024-01-01}]}
          - {id: guard, organization: vault, reports-to: head, holders: [{person: bo, from: 2024-01-01}]}
        duties:
          - {id: approve, accountable: head, responsible: head}
          - {id: pay, accountable: head, responsible: cashier}
          - {id: record, accountable: cashier, responsible: [bookkeeper, clerk], lead: bookkeeper}
          - {id: watch, accountable: head, responsible: guard}
        conflicts:
          # The head of all is above everybody; one who records does not report to the cashier.
          - {id: money, duties: [approve, pay], at-most: 1}
          - {id: cash, duties: [pay, record], at-most: 1}
          - {id: gold, duties: [approve, watch], at-most: 1}
        """)
    ]
  ) { inspection in
    let chart = inspection.chart
    let hands = inspection.facts[ConflictHands.self]
    let incumbency = inspection.facts[Incumbency.self]
    let heads = inspection.facts[Heads.self]
    for conflict in chart.conflicts.ids {
      let counts = hands.counts(of: conflict)
      let steps = hands.steps(of: conflict)
      let most = chart.conflicts.atMost[conflict]
      for person in counts.keys.sorted() where (counts[person] ?? 0) <= most {
        let posts = incumbency.posts(of: person).filter { !heads.isHead[$0.index] }
        let reach = Reach(person: person, posts: posts, chart: chart)
        if let (count, links) = reach.proof(over: steps, exceeding: most, inspection) {
          report(person, conflict, count: count, links, &inspection)
        }
      }
    }
  }
}

/// What a person does himself or through those whom he commands.
private struct Reach {
  let person: ID<Person>
  let posts: [ID<Post>]
  let chart: Chart

  /// One more step than the set allows, its own ones first, with the links that show it; nil where there are not so
  /// many, or none is its own.
  func proof(
    over steps: [ConflictHands.Step], exceeding most: Int, _ inspection: Inspection
  ) -> (Int, [Tie])? {
    let own = steps.compactMap { ownLinks(of: $0, inspection) }
    guard !own.isEmpty else { return nil }
    let commanded = steps.filter { ownLinks(of: $0, inspection) == nil }.compactMap { commandLinks(of: $0, inspection) }
    guard own.count + commanded.count > most else { return nil }
    var seen: Set<Tie> = []
    let links = (own + commanded).prefix(most + 1).joined().filter { seen.insert($0).inserted }
    return (own.count + commanded.count, links)
  }

  private func ownLinks(of step: ConflictHands.Step, _ inspection: Inspection) -> [Tie]? {
    for hold in step.holds where hold.person == person && posts.contains(hold.post) {
      guard chart.assignments.letter[hold.letter] == .responsible else { continue }
      return [inspection.link(.person(person), .holds, .post(hold.post)), inspection.letter(hold.letter)]
    }
    return nil
  }

  /// Nil unless everybody who does the step is under one of the posts.
  private func commandLinks(of step: ConflictHands.Step, _ inspection: Inspection) -> [Tie]? {
    var links: [Tie] = []
    for row in chart.letters[step.duty] where chart.assignments.letter[row] == .responsible {
      guard case .post(let performer) = chart.assignments.assignee[row], let way = way(down: performer, inspection)
      else { return nil }
      links += [inspection.letter(row)] + way
    }
    return links.isEmpty ? nil : links
  }

  private func way(down performer: ID<Post>, _ inspection: Inspection) -> [Tie]? {
    if let post = posts.first(where: chart.superiors[performer].contains) {
      return [
        inspection.link(.post(performer), .reportsTo, .post(post)),
        inspection.link(.person(person), .holds, .post(post)),
      ]
    }
    let home = chart.posts.organization[performer]
    guard let post = posts.first(where: { chart.charges[$0].contains(home) && chart.posts.organization[$0] != home })
    else { return nil }
    return [
      inspection.link(.post(post), .inChargeOf, .organization(home)),
      inspection.link(.post(performer), .sitsIn, .organization(home)),
      inspection.link(.person(person), .holds, .post(post)),
    ]
  }
}

private func report(
  _ person: ID<Person>, _ conflict: ID<Conflict>, count: Int, _ links: [Tie], _ inspection: inout Inspection
) {
  let chart = inspection.chart
  let name = chart.persons.name[person]
  let key = chart.conflicts.key[conflict]
  let most = chart.conflicts.atMost[conflict]
  inspection.report(
    [.person(person), .conflict(conflict)],
    Localized(
      zh: "“\(name.zh)”自己承办、又指挥承办者，共掌握不相容职责组 \(key) 的 \(count) 项，至多允许 \(most) 项",
      en: "“\(name.en)” does or commands \(count) duties of the conflict set \(key), which allows \(most)"),
    evidence: links,
    suggestion: Localized(
      zh: "让组 \(key) 的其余职责由不归 \(chart.persons.key[person]) 指挥的岗位承办",
      en: "let posts that \(chart.persons.key[person]) does not command do the other duties of \(key)"))
}
