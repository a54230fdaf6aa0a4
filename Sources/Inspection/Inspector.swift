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
    let judges = chosen.filter(\.afterOthers)
    let first = (judges.isEmpty ? chosen : able).filter { !$0.afterOthers }
    let allowances = Allowances(chart)
    let byCode = Dictionary(rules.map { ($0.code, $0) }) { first, _ in first }

    func judged(_ finding: Finding) -> Finding { allowances.judged(finding, rules: byCode) }

    let others = run(first, on: chart, facts: facts, earlier: [])
    var found = others.found.map(judged)
    found += run(judges, on: chart, facts: facts, earlier: found + others.silent.map(judged)).found.map(judged)
    let codes = Set(chosen.map(\.code))
    return found.filter { codes.contains($0.code) }.sorted(by: Finding.precedes)
  }

  private func run(
    _ rules: [Rule], on chart: Chart, facts: Facts, earlier: [Finding]
  ) -> (found: [Finding], silent: [Finding]) {
    let placed = PlacedSettings(settings, on: chart)
    let results = Mutex([(found: [Finding], silent: [Finding])](repeating: ([], []), count: rules.count))
    DispatchQueue.concurrentPerform(iterations: rules.count) { index in
      var inspection = Inspection(
        chart: chart, facts: facts, rule: rules[index], settings: placed, earlier: earlier)
      rules[index].find(&inspection)
      let result = (inspection.findings, inspection.silent)
      results.withLock { $0[index] = result }
    }
    let all = results.withLock { $0 }
    return (all.flatMap(\.found), all.flatMap(\.silent))
  }
}
