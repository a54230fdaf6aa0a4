import RemitModel

/// What a chart's keepers have allowed to stand: its waivers and suppressions.
package struct Allowances: Sendable {
  /// What a suppression names: a rule's word in lower case, and the first subject's id or key, or nil for all.
  private struct Target: Sendable, Hashable {
    let rule: String
    let subject: String?
  }

  private let chart: Chart
  private let day: CalendarDay?
  /// The first suppression of each target that is valid.
  private let suppressions: [Target: ID<Suppression>]

  /// O(suppressions).
  package init(_ chart: Chart) {
    self.chart = chart
    day = chart.asOf
    var first: [Target: ID<Suppression>] = [:]
    for suppression in chart.suppressions.ids where Self.isValid(suppression, in: chart) {
      let target = Self.target(of: suppression, in: chart)
      if first[target] == nil { first[target] = suppression }
    }
    suppressions = first
  }

  /// Whether nothing is allowed to stand.
  var isEmpty: Bool { suppressions.isEmpty && chart.waivers.ids.isEmpty }

  /// The finding with its state set. O(waivers) for what a regulation demands, else O(1).
  func judged(_ finding: Finding, rules: [String: Rule]) -> Finding {
    var finding = finding
    if let waiver = chart.waivers.ids.first(where: { isValid($0) && covers($0, finding) }) {
      finding.state = .waived(chart.waivers.reason[waiver] ?? Localized(""))
    } else if let rule = rules[finding.code],
      let suppression = Self.targets(of: finding, rule).compactMap({ suppressions[$0] }).min()
    {
      finding.state = .suppressed(chart.suppressions.reason[suppression] ?? Localized(""))
    }
    return finding
  }

  /// Whether a waiver has reason, approver and an expiry that has not passed.
  package func isValid(_ waiver: ID<Waiver>) -> Bool {
    guard chart.waivers.reason[waiver] != nil, chart.waivers.approver[waiver] != nil,
      let until = chart.waivers.until[waiver]
    else { return false }
    return day.map { $0 <= until } ?? true
  }

  /// Whether a waiver, valid or not, is about the requirement behind a finding.
  package func covers(_ waiver: ID<Waiver>, _ finding: Finding) -> Bool {
    finding.requirement.map { covers(waiver, $0) } ?? false
  }

  /// Whether a valid waiver sets a requirement aside.
  package func isWaived(_ requirement: Requirement) -> Bool {
    chart.waivers.ids.contains { isValid($0) && covers($0, requirement) }
  }

  private func covers(_ waiver: ID<Waiver>, _ requirement: Requirement) -> Bool {
    guard let (regulation, clause) = chart.resolve(chart.waivers.clause[waiver].reference),
      regulation == requirement.regulation, requirement.clauses.contains(where: clause.covers)
    else { return false }
    if let named = chart.waivers.regulation[waiver], named != chart.regulations[regulation].key { return false }
    guard let jurisdiction = chart.waivers.jurisdiction[waiver] else { return true }
    return jurisdiction == requirement.jurisdiction
  }

  /// Whether a suppression has expired by the chart's day.
  package func isExpired(_ suppression: ID<Suppression>) -> Bool { Self.isExpired(suppression, in: chart) }

  /// The suppressions, valid or not, that name at least one of the findings. O(suppressions + findings).
  package func used(by findings: [Finding], rules: [String: Rule]) -> Set<ID<Suppression>> {
    var named: Set<Target> = []
    for finding in findings {
      if let rule = rules[finding.code] { named.formUnion(Self.targets(of: finding, rule)) }
    }
    return Set(chart.suppressions.ids.filter { named.contains(Self.target(of: $0, in: chart)) })
  }

  /// A suppression excuses nothing without a reason, nor after its last day.
  private static func isValid(_ suppression: ID<Suppression>, in chart: Chart) -> Bool {
    chart.suppressions.reason[suppression] != nil && !isExpired(suppression, in: chart)
  }

  private static func isExpired(_ suppression: ID<Suppression>, in chart: Chart) -> Bool {
    guard let until = chart.suppressions.until[suppression], let day = chart.asOf else { return false }
    return until < day
  }

  private static func target(of suppression: ID<Suppression>, in chart: Chart) -> Target {
    Target(rule: chart.suppressions.rule[suppression].lowercased(), subject: chart.suppressions.subject[suppression])
  }

  /// All that a suppression of a finding may name.
  private static func targets(of finding: Finding, _ rule: Rule) -> [Target] {
    let subject = finding.subjects.first
    let subjects = [nil, subject?.id, subject?.key]
    return rule.words.flatMap { word in subjects.map { Target(rule: word, subject: $0) } }
  }
}
