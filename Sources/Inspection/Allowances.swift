import RemitModel

/// What a chart's keepers have allowed to stand: its waivers and suppressions.
package struct Allowances: Sendable {
  private let chart: Chart
  private let day: CalendarDay?

  package init(_ chart: Chart) {
    self.chart = chart
    day = chart.asOf
  }

  /// The finding with its state set.
  func judged(_ finding: Finding, rules: [Rule]) -> Finding {
    var finding = finding
    if let waiver = chart.waivers.ids.first(where: { isValid($0) && covers($0, finding) }) {
      finding.state = .waived(chart.waivers.reason[waiver] ?? Localized(""))
    } else if let rule = rules.first(where: { $0.code == finding.code }),
      let suppression = chart.suppressions.ids.first(where: { isInForce($0) && covers($0, finding, of: rule) })
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

  /// Whether a suppression has not expired.
  package func isInForce(_ suppression: ID<Suppression>) -> Bool {
    guard let until = chart.suppressions.until[suppression], let day else { return true }
    return day <= until
  }

  /// Whether a suppression names a finding of a rule.
  package func covers(_ suppression: ID<Suppression>, _ finding: Finding, of rule: Rule) -> Bool {
    guard rule.answers(to: chart.suppressions.rule[suppression]) else { return false }
    guard let word = chart.suppressions.subject[suppression] else { return true }
    return finding.subjects.first.map { $0.id == word || $0.key == word } ?? false
  }
}
