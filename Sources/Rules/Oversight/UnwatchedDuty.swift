import RemitInspection
import RemitModel

extension Rule {
  /// OVS002: an active duty of high risk that no oversight reaches.
  static let unwatchedDuty = Rule(
    code: "OVS002", name: "unwatched-duty", family: .oversight, defect: .gap, severity: .warning,
    title: Localized(zh: "高风险职责无人监督", en: "High-risk duty that nobody watches"),
    explanation: Explanation(
      what: Localized(
        zh: "一项现行的高风险职责，既没有监督关系指向它，也没有不限领域或含其领域的监督关系指向其 A、R 岗位或所在单位。",
        en: "No oversight reaches an active duty of high risk: neither the duty, nor those with A or R on it or their "
          + "organizations, by a link whose scope is open or holds a domain of the duty."),
      why: Localized(
        zh: "最容易出大事的地方没有人看。", en: "Where most harm can be done nobody is looking."),
      remedy: Localized(
        zh: "为该职责增加审计、督察或检查，或在已有监督关系的 scope 中写上其领域。",
        en: "Add an audit, inspection or check of the duty, or its domain to the scope of one that exists."),
      source: Localized(
        zh: "风险导向审计与监督的要求。", en: "Risk-based planning, as the IIA standards ask of internal audit.")),
    faulty: [
      Example(
        """
        chart: works
        organizations:
          - {id: auditors, kind: audit-office}
        posts:
          - {id: chief}
        duties:
          - {id: furnace, accountable: chief, responsible: chief, risk: high, domain: [fire]}  # expect: OVS002 duty:furnace
        oversight:
          - {kind: audit, by: auditors, of: chief, scope: [money]}
        """)
    ],
    clean: [
      Example(
        """
        chart: works
        organizations:
          - {id: auditors, kind: audit-office}
          - {id: hall, kind: other}
          - {id: lodge, kind: other}
        posts:
          - {id: chief, organization: hall}
          - {id: guard, organization: lodge}
        duties:
          - {id: furnace, accountable: chief, responsible: chief, risk: high, domain: [fire]}
          - {id: gate, accountable: guard, responsible: guard, risk: high, domain: [theft]}
          - {id: canteen, accountable: guard, responsible: guard, risk: low}
          - {id: steam, accountable: guard, responsible: guard, risk: high, status: abolished}
        oversight:
          - {kind: check, by: auditors, of: hall, scope: [money, fire]}
          - {kind: inspect, by: auditors, of: gate}
        """)
    ]
  ) { inspection in
    let chart = inspection.chart
    let watch = inspection.facts[Watch.self]
    for duty in chart.duties.ids where chart.duties.status[duty] == .active && chart.duties.risk[duty] == .high {
      guard !isWatched(duty, watch, chart) else { continue }
      let title = chart.duties.title[duty]
      let key = chart.duties.key[duty]
      inspection.report(
        [.duty(duty)],
        Localized(zh: "高风险职责“\(title.zh)”不受任何监督", en: "no oversight reaches the high-risk duty “\(title.en)”"),
        alone: [.duty(duty)], clauses: inspection.clauses(chart.duties.basis[duty]),
        suggestion: Localized(
          zh: "在 oversight 中增加 {kind: audit, by: <监督单位>, of: \(key)}",
          en: "add {kind: audit, by: <body>, of: \(key)} to oversight"))
    }
  }
}

private func isWatched(_ duty: ID<Duty>, _ watch: Watch, _ chart: Chart) -> Bool {
  if !watch.over(.duty(duty)).isEmpty { return true }
  let domains = chart.duties.domains[duty]
  for row in chart.letters[duty] where chart.assignments.letter[row] <= .responsible {
    let node = chart.assignments.assignee[row]
    var places = [node]
    if case .post(let post) = node { places.append(.organization(chart.posts.organization[post])) }
    for place in places {
      let isReached = watch.over(place).contains { link in
        let scope = chart.oversight.scope[link]
        return scope.isEmpty || scope.contains(where: domains.contains)
      }
      if isReached { return true }
    }
  }
  return false
}
