import Dispatch
import RemitModel
import Synchronization

/// Runs rules on a chart.
public struct Inspector: Sendable {
  /// The rules to choose from.
  public let rules: [Rule]
  /// What the user chose of them.
  public let settings: Settings

  /// An inspector with rules and what the user chose of them.
  public init(rules: [Rule], settings: Settings = Settings()) {
    self.rules = rules
    self.settings = settings
  }

  /// All findings, sorted by code and then as their subjects stand in the files, with waivers and suppressions applied.
  ///
  /// Rules run side by side on all cores; the result does not depend on how many there are. Rules that judge waivers
  /// and suppressions see the findings of every other rule, whether these were chosen or not, on or off.
  public func inspect(_ chart: Chart, facts: Facts? = nil) -> [Finding] {
    let facts = facts ?? Facts(chart)
    let able = rules.filter { $0.scope.covers(chart.origin) }
    let chosen = able.filter(settings.canFind)
    let allowances = Allowances(chart)
    // Without waivers and suppressions judges have nothing to judge.
    let isJudged = !chart.waivers.ids.isEmpty || !chart.suppressions.ids.isEmpty
    let judges = isJudged ? chosen.filter(\.afterOthers) : []
    let first = (judges.isEmpty ? chosen : able).filter { !$0.afterOthers }
    let byCode = Dictionary(rules.map { ($0.code, $0) }) { first, _ in first }
    let bench = Bench(
      chart: chart, facts: facts, settings: PlacedSettings(settings, on: chart), allowances: allowances, rules: byCode)
    let others = bench.run(first, earlier: [])
    let earlier = judges.isEmpty ? [] : others.flatMap(\.found) + others.flatMap(\.silent)
    let codes = Set(chosen.map(\.code))
    let found = zip(first, others).filter { codes.contains($0.0.code) }.map { ($0.0.code, $0.1.found) }
    let last = zip(judges, bench.run(judges, earlier: earlier)).map { ($0.0.code, $0.1.found) }
    // Each rule's findings are sorted already, and lists go by code first.
    let lists = (found + last).sorted { $0.0 < $1.0 }
    var all: [Finding] = []
    all.reserveCapacity(lists.reduce(0) { $0 + $1.1.count })
    for (_, list) in lists { all += list }
    return all
  }
}

/// Where rules work: a chart, and what its keepers and the user have said of it.
private struct Bench {
  let chart: Chart
  let facts: Facts
  let settings: PlacedSettings
  let allowances: Allowances
  /// By code.
  let rules: [String: Rule]

  typealias Result = (found: [Finding], silent: [Finding])

  /// What each rule finds, in the order of lists, with waivers and suppressions applied.
  func run(_ rules: [Rule], earlier: [Finding]) -> [Result] {
    let results = Mutex([Result](repeating: ([], []), count: rules.count))
    DispatchQueue.concurrentPerform(iterations: rules.count) { turn in
      // From both ends: rules of one family ask for the same facts, and would wait for one another.
      let index = turn.isMultiple(of: 2) ? rules.count - 1 - turn / 2 : turn / 2
      var inspection = Inspection(chart: chart, facts: facts, rule: rules[index], settings: settings, earlier: earlier)
      rules[index].find(&inspection)
      let result = (sorted(judged(inspection.findings)), judged(inspection.silent))
      results.withLock { $0[index] = result }
    }
    return results.withLock { $0 }
  }

  private func judged(_ findings: [Finding]) -> [Finding] {
    allowances.isEmpty ? findings : findings.map { allowances.judged($0, rules: rules) }
  }

  /// Most rules tell of things as they stand in the files, which is the order of lists.
  private func sorted(_ findings: [Finding]) -> [Finding] {
    zip(findings, findings.dropFirst()).contains { Finding.precedes($1, $0) }
      ? findings.sorted(by: Finding.precedes) : findings
  }
}
