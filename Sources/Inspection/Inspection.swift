import RemitModel
import RemitSource

/// One rule at work on one chart: what it may read, and where it reports.
public struct Inspection: Sendable {
  /// What is inspected.
  public let chart: Chart
  /// What is known of the chart.
  public let facts: Facts
  /// The rule at work.
  public let rule: Rule
  /// What other rules found, waivers and suppressions applied; empty unless the rule runs after others.
  package let earlier: [Finding]
  private let settings: PlacedSettings
  private let severity: Placed<Severity?>
  package private(set) var findings: [Finding] = []
  /// Found where the rule is off: only rules that judge suppressions and waivers get to see them, since an entry is not
  /// stale because its rule is silent.
  private(set) var silent: [Finding] = []

  init(chart: Chart, facts: Facts, rule: Rule, settings: PlacedSettings, earlier: [Finding]) {
    self.chart = chart
    self.facts = facts
    self.rule = rule
    self.settings = settings
    severity = settings.severity(of: rule)
    self.earlier = earlier
  }

  /// A threshold of the rule, as the user set it or by default. Ask once, then at each entity: `limit[.post(post)]`.
  package func threshold(_ key: String) -> Threshold { settings.threshold(key, of: rule) }

  /// Reports a finding. Where the rule is off at its first subject, it is kept apart.
  ///
  /// - Parameters:
  ///   - entities: its subjects, at least one; it is filed under the first, whose place is the finding's first place.
  ///   - evidence: the links that prove it, in the order of reading.
  ///   - alone: entities of the proof that no link touches.
  ///   - context: links that prove nothing and help to understand.
  ///   - detail: what tells it from other findings of the rule on the same subjects.
  ///   - places: further places, such as a key inside the subject.
  package mutating func report(
    _ entities: [Entity], _ message: Localized, evidence: [Tie] = [], alone: [Entity] = [],
    context: [Tie] = [], clauses: [CitedClause] = [], suggestion: Localized? = nil,
    requirement: Requirement? = nil, detail: String = "",
    places: [Location] = []
  ) {
    let weight = severity[entities[0]]
    let finding = Finding(
      Finding.Told(
        code: rule.code, name: rule.name, defect: rule.defect, severity: weight ?? rule.severity, of: chart,
        entities: entities, message: message, first: places, ties: evidence, alone: alone, context: context,
        clauses: clauses, suggestion: suggestion, requirement: requirement, detail: detail))
    if weight == nil { silent.append(finding) } else { findings.append(finding) }
  }

  package func subject(_ entity: Entity) -> Subject { Subject(entity, in: chart) }

  /// A link that is in the chart, and where it was written.
  package func link(_ from: Entity, _ bond: Bond, _ to: Entity) -> Tie {
    Tie(
      from: from, bond: bond, to: to, present: true, place: chart.place(from, bond, to) ?? .none)
  }

  /// A link whose absence is the fault.
  package func missing(_ from: Entity, _ bond: Bond, _ to: Entity) -> Tie {
    Tie(from: from, bond: bond, to: to, present: false)
  }

  /// Everything that a chart says of an oversight row, as a link.
  package func link(_ oversight: ID<Oversight>) -> Tie {
    Tie(
      from: Entity(chart.oversight.by[oversight]), bond: .oversight(chart.oversight.kind[oversight]),
      to: Entity(chart.oversight.of[oversight]), present: true, place: chart.oversight.place[oversight])
  }

  /// The clauses that a list of citations means, in a regulation that the chart is checked against.
  package func clauses(_ cited: some Sequence<Cited>) -> [CitedClause] {
    cited.compactMap { chart.resolve($0.reference) }.map { clause($0.clause, of: $0.regulation) }
  }

  /// A clause of one of the chart's regulations.
  package func clause(_ number: ClauseNumber, of regulation: Int) -> CitedClause {
    CitedClause(regulation: chart.regulations[regulation].key, number: number)
  }
}

extension Chart {
  /// Where a link was written, as far as the chart keeps it.
  func place(_ from: Entity, _ bond: Bond, _ to: Entity) -> Place? {
    switch (from, bond, to) {
    case (.post(let a), .reportsTo, .post(let b)): superiors.place(a, b)
    case (.post(let a), .dottedTo, .post(let b)): dotted.place(a, b)
    case (.post(let a), .inChargeOf, .organization(let b)): charges.place(a, b)
    case (_, .letter(let letter), .duty(let duty)):
      letters[duty].first { assignments.letter[$0] == letter && Entity(assignments.assignee[$0]) == from }
        .map { assignments.place[$0] }
    case (.person(let person), .holds, .post(let post)):
      tenuresOfPost[post].first { tenures.person[$0] == person }.map { tenures.place[$0] }
    default: nil
    }
  }
}
