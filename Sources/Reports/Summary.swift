import RemitInspection
import RemitKernel
import RemitModel

/// What a check found in one chart, in numbers.
struct Summary {
  /// A part of the chart with the open findings that speak of it.
  struct Hit {
    let subject: Subject
    /// By severity, the worst first.
    fileprivate(set) var counts: [Int]

    func count(_ severity: Severity) -> Int { Severity.worstFirst.firstIndex(of: severity).map { counts[$0] } ?? 0 }
  }

  /// How far one regulation is met.
  struct Conformance {
    let key: String
    let title: Localized
    let total: Coverage.Tally
    let chapters: [(chapter: Int?, tally: Coverage.Tally)]
    let kinds: [(kind: Coverage.Kind, tally: Coverage.Tally)]
  }

  /// Open findings by defect and severity.
  private let counts: [Defect: [Severity: Int]]
  /// How many are open.
  let open: Int
  let waived: Int
  let ignored: Int
  let baselined: Int
  /// The worst hit first: by errors, then warnings, then notes, then as they stand in the files.
  let organizations: [Hit]
  let posts: [Hit]
  /// One for each regulation that a chart is checked against; none for a regulation alone.
  let conformance: [Conformance]
  /// The posts are the roles of a regulation.
  let hasRoles: Bool
  /// Krackhardt's dimensions of command, in a chart of two posts or more.
  let command: OutTreeLikeness?

  /// - Parameter most: how many of the worst-hit organizations and posts to keep.
  init(_ checked: CheckedChart, most: Int = 5) {
    let found = checked.open
    open = found.count
    counts = Dictionary(grouping: found, by: \.defect).mapValues { group in
      Dictionary(grouping: group, by: \.severity).mapValues(\.count)
    }
    func allowed(_ word: String) -> Int { checked.findings.count { $0.state.word == word } }
    waived = allowed("waived")
    ignored = allowed("suppressed")
    baselined = allowed("baselined")
    let blame = Blame(checked)
    organizations = blame.worst(most) { if case .organization = $0 { true } else { false } }
    posts = blame.worst(most) { if case .post = $0 { true } else { false } }
    conformance = Self.conformance(checked)
    hasRoles = checked.chart.origin == .regulation
    command = checked.facts[Krackhardt.self].shape
  }

  func count(_ defect: Defect, _ severity: Severity) -> Int { counts[defect]?[severity] ?? 0 }

  func count(_ severity: Severity) -> Int { Defect.allCases.reduce(0) { $0 + count($1, severity) } }

  func count(_ defect: Defect) -> Int { Severity.allCases.reduce(0) { $0 + count(defect, $1) } }

  private static func conformance(_ checked: CheckedChart) -> [Conformance] {
    guard checked.chart.origin == .chart else { return [] }
    let coverage = checked.facts[Coverage.self]
    return checked.chart.regulations.enumerated().map { index, regulation in
      Conformance(
        key: regulation.key, title: regulation.title, total: coverage.tally(of: index),
        chapters: coverage.chapters(of: index),
        kinds: Coverage.Kind.allCases.map { kind in (kind, coverage.tally(of: index) { $0.kind == kind }) })
    }
  }
}

/// Whom findings speak of: the posts and organizations among their subjects, the organizations of those posts, who has A
/// on a duty (else R), both ends of an oversight link, the posts that a person holds. Each finding counts once for each.
private struct Blame {
  private let chart: Chart
  private let facts: Facts
  private var hits: [Entity: [Int]] = [:]

  init(_ checked: CheckedChart) {
    chart = checked.chart
    facts = checked.facts
    for finding in checked.open {
      guard let rank = Severity.worstFirst.firstIndex(of: finding.severity) else { continue }
      var entities: Set<Entity> = []
      for entity in finding.entities { add(entity, to: &entities) }
      for entity in entities { hits[entity, default: Severity.allCases.map { _ in 0 }][rank] += 1 }
    }
  }

  func worst(_ most: Int, _ isWanted: (Entity) -> Bool) -> [Summary.Hit] {
    hits.filter { isWanted($0.key) }
      .sorted { a, b in a.value == b.value ? a.key < b.key : b.value.lexicographicallyPrecedes(a.value) }
      .prefix(most).map { Summary.Hit(subject: Subject($0.key, in: chart), counts: $0.value) }
  }

  private func add(_ entity: Entity, to entities: inout Set<Entity>) {
    switch entity {
    case .organization: entities.insert(entity)
    case .post(let post):
      entities.insert(entity)
      entities.insert(.organization(chart.posts.organization[post]))
    case .duty(let duty):
      let accountable = chart.assignees(of: duty, .accountable)
      let answering = accountable.isEmpty ? chart.assignees(of: duty, .responsible) : accountable
      for node in answering { add(Entity(node), to: &entities) }
    case .oversight(let row):
      for node in [chart.oversight.by[row], chart.oversight.of[row]] { add(Entity(node), to: &entities) }
    case .person(let person):
      for post in facts[Incumbency.self].posts(of: person) { add(.post(post), to: &entities) }
    case .conflict(let conflict):
      for duty in chart.conflicts.duties[conflict] { add(.duty(duty), to: &entities) }
    case .jurisdiction, .waiver, .suppression, .clause, .role: break
    }
  }
}
