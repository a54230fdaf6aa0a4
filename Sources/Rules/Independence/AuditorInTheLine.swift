import RemitInspection
import RemitModel

extension Rule {
  /// IND006: a body that audits or disciplines in a domain and shares the work of others in it.
  static let auditorInTheLine = Rule(
    code: "IND006", name: "auditor-in-the-line", family: .independence, defect: .independence, severity: .warning,
    title: Localized(zh: "监督单位参与被监督业务", en: "Auditor in the line"),
    explanation: Explanation(
      what: Localized(
        zh: "审计或追责的单位，在其监督所及领域的一项职责上，与其他单位一起承担 A 或 R。",
        en: "A body that audits or disciplines in a domain has A or R, beside other bodies, on a duty in that domain."),
      why: Localized(
        zh: "自己参与决策和执行，再去监督同一领域，难以客观。",
        en: "Whoever shares in decisions and work cannot judge them from outside."),
      remedy: Localized(
        zh: "把该单位在业务职责上的字母降为 C 或 I，或缩小其监督的 scope。",
        en: "Lower its letter on the duty to C or I, or take the domain out of the scope of what it oversees."),
      source: Localized(
        zh: "“三线”模型：第三线不承担前两线的管理职责。",
        en: "The Three Lines Model of the IIA: the third line takes no part in what it assures.")),
    faulty: [
      Example(
        """
        chart: county
        organizations:
          - {id: auditors, kind: audit-office}  # expect: IND006 organization:auditors duty:relief
          - {id: finance, kind: department}
        posts:
          - {id: auditor, organization: auditors}
          - {id: treasurer, organization: finance}
        duties:
          - {id: relief, domain: [funds], accountable: treasurer, responsible: auditor}
        oversight:
          - {kind: audit, by: auditors, of: finance, scope: [funds]}
        """)
    ],
    clean: [
      Example(
        """
        chart: county
        organizations:
          - {id: auditors, kind: audit-office}
          - {id: finance, kind: department}
        posts:
          - {id: chief, organization: auditors}
          - {id: auditor, organization: auditors}
          - {id: treasurer, organization: finance}
        duties:
          - {id: audits, domain: [funds], accountable: chief, responsible: auditor}
          - {id: relief, domain: [funds], accountable: treasurer, responsible: treasurer, consulted: auditor}
          - {id: tidiness, domain: [office], accountable: treasurer, responsible: [treasurer, auditor]}
          - {id: steam, domain: [funds], accountable: treasurer, responsible: auditor, status: abolished}
        oversight:
          - {kind: audit, by: auditors, of: finance, scope: [funds]}
          - {kind: supervise, by: auditor, of: treasurer, scope: [office]}
        """)
    ]
  ) { inspection in
    let chart = inspection.chart
    let watching = inspection.facts[OversightByKind.self].rows(of: .audit, .discipline)
    let shared = sharedDuties(of: chart, watching)
    let isSharing = shared.map { !$0.isEmpty }
    let looks = Looks(chart)
    var order: [ID<Organization>] = []
    var found: [ID<Organization>: [(row: ID<Oversight>, letter: ID<Assignment>)]] = [:]
    for row in watching {
      guard let body = chart.organization(of: chart.oversight.by[row]), isSharing[body.index] else { continue }
      for letter in shared[body.index] {
        let duty = chart.assignments.duty[letter]
        // An audit of the very duty is self-review, which is another rule's.
        guard chart.oversight.of[row] != .duty(duty), looks.meet(row, duty) else { continue }
        if found[body] == nil { order.append(body) }
        let isNew = !(found[body] ?? []).contains { $0.letter == letter }
        if isNew { found[body, default: []].append((row, letter)) }
      }
    }
    for body in order { report(body, found[body] ?? [], in: &inspection) }
  }
}

/// What rows of oversight look into: their scopes, and the domains of the duties that they are over.
private struct Looks {
  private let chart: Chart
  private let fields: SharedListColumn<Duty, String>
  private let scopes: SharedListColumn<Oversight, String>
  /// By number of a scope, the number of the same domain of duties; −1 where no duty has it.
  private let domains: [Int32]

  init(_ chart: Chart) {
    self.chart = chart
    fields = chart.duties.domains
    scopes = chart.oversight.scope
    var numbers: [String: Int32] = [:]
    for (number, domain) in chart.duties.domains.distinct.enumerated() { numbers[domain] = Int32(number) }
    domains = chart.oversight.scope.distinct.map { numbers[$0] ?? -1 }
  }

  /// Whether a row looks into a domain of a duty.
  func meet(_ row: ID<Oversight>, _ duty: ID<Duty>) -> Bool {
    let (own, scope) = (fields.slots(of: duty), scopes.slots(of: row))
    func isOwn(_ domain: Int32) -> Bool { own.contains { fields.allCodes[$0] == domain } }
    if scope.contains(where: { isOwn(domains[Int(scopes.allCodes[$0])]) }) { return true }
    guard case .duty(let target) = chart.oversight.of[row] else { return false }
    return fields.slots(of: target).contains { isOwn(fields.allCodes[$0]) }
  }
}

/// By body, the A and R of those that audit or discipline, on active duties that other bodies share.
private func sharedDuties(of chart: Chart, _ watching: ArraySlice<ID<Oversight>>) -> [[ID<Assignment>]] {
  var isWatcher = [Bool](repeating: false, count: chart.organizations.key.count)
  for row in watching {
    if let body = chart.organization(of: chart.oversight.by[row]) { isWatcher[body.index] = true }
  }
  var shared = [[ID<Assignment>]](repeating: [], count: isWatcher.count)
  var seen = SmallSet<ID<Organization>>()
  let (letters, roles, assignees) = (chart.letters, chart.assignments.letter.values, chart.assignments.assignee)
  let (statuses, homes) = (chart.duties.status.values, chart.posts.organization.values)
  for duty in chart.duties.ids where statuses[duty.index] == .active {
    if !seen.isEmpty { seen.removeAll() }
    // The rows of a duty follow one another.
    for row in letters.slots(of: duty) where roles[row] <= .responsible {
      let body: ID<Organization>
      switch assignees[ID(row)] {
      case .post(let post): body = homes[post.index]
      case .organization(let own): body = own
      case .duty: continue
      }
      if !isWatcher[body.index] || seen.contains(body) { continue }
      if seen.isEmpty && !isShared(duty, chart) { break }
      seen.insert(body)
      shared[body.index].append(ID(row))
    }
  }
  return shared
}

/// Whether more than one body has A or R on a duty.
private func isShared(_ duty: ID<Duty>, _ chart: Chart) -> Bool {
  var first: ID<Organization>??
  for row in chart.letters.slots(of: duty) where chart.assignments.letter[ID(row)] <= .responsible {
    let body = chart.organization(of: chart.assignments.assignee[ID(row)])
    if let first, first != body { return true }
    first = .some(body)
  }
  return false
}

private func report(
  _ body: ID<Organization>, _ cases: [(row: ID<Oversight>, letter: ID<Assignment>)], in inspection: inout Inspection
) {
  let chart = inspection.chart
  let duties = cases.map { Entity.duty(chart.assignments.duty[$0.letter]) }
  let names = inspection.list(duties)
  let name = chart.organizations.name[body]
  var evidence: [Tie] = []
  var told: Set<ID<Oversight>> = []
  for item in cases.prefix(20) {
    if told.insert(item.row).inserted { evidence.append(inspection.link(item.row)) }
    evidence.append(inspection.letter(item.letter))
  }
  let holder = chart.key(of: Entity(chart.assignments.assignee[cases[0].letter]))
  inspection.report(
    [.organization(body)] + duties,
    Localized(
      zh: "“\(name.zh)”监督的领域里，又与其他单位一起承担职责\(names.zh)",
      en: "“\(name.en)” oversees a domain in which it shares the work of \(names.en)"),
    evidence: evidence,
    suggestion: Localized(
      zh: "在职责 \(chart.key(of: duties[0])) 中将 \(holder) 改列 consulted 或 informed",
      en: "move \(holder) to consulted or informed in duty \(chart.key(of: duties[0]))"))
}
