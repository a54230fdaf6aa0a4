import RemitInspection
import RemitModel

extension Rule {
  /// ACC006: a duty that several organizations share and on which nobody is consulted or informed.
  static let silentDuty = Rule(
    code: "ACC006", name: "silent-duty", family: .accountability, defect: .gap, severity: .note,
    title: Localized(zh: "无会商无知会的职责", en: "Duty that nobody is told of"),
    explanation: Explanation(
      what: Localized(
        zh: "一项现行职责的负总责、承办、协助者（A、R、S）分属两个以上单位，却没有一个会商（C）或知会（I）的对象。整张图都不写 "
          + "C、I 的，视为不记会商知会，不报。",
        en: "Those with A, R or S on an active duty sit in more than one organization, and nobody is consulted (C) or "
          + "informed (I). A chart that uses neither letter anywhere keeps no record of telling, and is not blamed."),
      why: Localized(
        zh: "几家一起办的事，办之前不商量，办之后不通报，相关方只能从结果里知道。",
        en:
          "What several bodies do touches others; where nobody is asked before or told after, these learn of it by its "
          + "effects."),
      remedy: Localized(
        zh: "写明办之前要征求谁的意见（consulted）、办之后要告诉谁（informed）。",
        en: "Name whom to ask before (consulted) and whom to tell after (informed)."),
      source: Localized(
        zh: "RACI 的横向检查：一行里没有 C、I，该知道的人知道吗？（史密斯、欧文《角色与职责图》）；部门间协调配合、信息通报机制。",
        en: "RACI read by rows: without C's and I's, do people know what they need to? (Smith and Erwin, Role and "
          + "Responsibility Charting)")),
    faulty: [
      Example(
        """
        chart: county
        organizations: [{id: government}, {id: water-bureau}, {id: ecology-bureau}]
        posts:
          - {id: magistrate, organization: government}
          - {id: deputy, organization: government, reports-to: magistrate}
          - {id: water-head, organization: water-bureau, reports-to: deputy}
          - {id: ecology-head, organization: ecology-bureau, reports-to: deputy}
        duties:
          - {id: rivers, accountable: deputy, responsible: water-head}  # expect: ACC006 duty:rivers
          - {id: wells, accountable: water-head, responsible: ecology-bureau}  # expect: ACC006 duty:wells
          - {id: dams, accountable: deputy, responsible: water-head, informed: magistrate}
        """)
    ],
    clean: [
      Example(
        """
        chart: county
        organizations: [{id: government}, {id: water-bureau}, {id: ecology-bureau}]
        posts:
          - {id: magistrate, organization: government}
          - {id: deputy, organization: government, reports-to: magistrate}
          - {id: water-head, organization: water-bureau, reports-to: deputy}
          - {id: water-second, organization: water-bureau, reports-to: water-head}
          - {id: ecology-head, organization: ecology-bureau, reports-to: deputy}
          - {id: canal-head, organization: ecology-bureau, reports-to: deputy, status: abolished}
        duties:
          - {id: rivers, accountable: deputy, responsible: water-head, consulted: ecology-head}
          - {id: dams, accountable: deputy, responsible: water-head, informed: ecology-bureau}
          # One bureau by itself.
          - {id: pipes, accountable: water-head, responsible: [water-second, water-bureau], lead: water-second}
          - {id: ditches, accountable: water-head, responsible: water-second, lead: water-second, supports: canal-head}
          - {id: mills, accountable: deputy, responsible: water-head, status: abolished}
        """),
      Example(
        """
        # Neither C nor I anywhere: the list does not say who is told, as lists of main and direct responsibility do not.
        chart: county
        organizations: [{id: government}, {id: water-bureau}]
        posts:
          - {id: deputy, organization: government}
          - {id: water-head, organization: water-bureau, reports-to: deputy}
        duties:
          - {id: rivers, accountable: deputy, responsible: water-head}
        """),
    ]
  ) { inspection in
    let chart = inspection.chart
    guard chart.assignments.ids.contains(where: { chart.assignments.letter[$0] > .supports }) else { return }
    for duty in chart.duties.ids where chart.duties.status[duty] == .active {
      let rows = chart.letters[duty]
      guard !rows.contains(where: { chart.assignments.letter[$0] > .supports }) else { continue }
      let (bodies, first) = involved(rows, in: chart)
      guard bodies.count > 1 else { continue }
      let title = chart.duties.title[duty]
      let key = chart.duties.key[duty]
      let list = inspection.list(bodies.map { .organization($0) })
      let listener = listener(for: rows, in: chart).map { Entity.post($0) }
      let name = listener.map(chart.key) ?? "<post>"
      inspection.report(
        [.duty(duty)],
        Localized(
          zh: "职责“\(title.zh)”涉及\(list.zh)，却不会商也不知会任何人",
          en: "the duty “\(title.en)” involves \(list.en), and nobody is consulted or informed"),
        evidence: first.map(inspection.letter)
          + (listener.map { [inspection.missing($0, .letter(.informed), .duty(duty))] } ?? []),
        context: rows.filter { !first.contains($0) }.map(inspection.letter),
        clauses: inspection.clauses(chart.duties.basis[duty]),
        suggestion: Localized(
          zh: "为职责 \(key) 写明 consulted 或 informed，如 informed: [\(name)]",
          en: "add consulted or informed to duty \(key), such as informed: [\(name)]"))
    }
  }
}

/// The organizations that have a part in a duty, in the order written, and a letter of each of the first two.
private func involved(
  _ rows: ArraySlice<ID<Assignment>>, in chart: Chart
) -> (bodies: [ID<Organization>], first: [ID<Assignment>]) {
  var bodies: [ID<Organization>] = []
  var seen: Set<ID<Organization>> = []
  var first: [ID<Assignment>] = []
  for row in rows {
    let assignee = chart.assignments.assignee[row]
    guard chart.isInForce(assignee), let body = chart.organization(of: assignee), seen.insert(body).inserted
    else { continue }
    bodies.append(body)
    if first.count < 2 { first.append(row) }
  }
  return (bodies, first)
}

/// Who is the nearest to be told: the first superior of those involved, in the order written, who is not one of them.
private func listener(for rows: ArraySlice<ID<Assignment>>, in chart: Chart) -> ID<Post>? {
  let assignees = Set(rows.map { chart.assignments.assignee[$0] })
  for row in rows {
    guard case .post(let post) = chart.assignments.assignee[row] else { continue }
    let superior = chart.superiors[post].first { chart.isInForce($0) && !assignees.contains(.post($0)) }
    if let superior { return superior }
  }
  return nil
}
