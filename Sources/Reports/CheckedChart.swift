import RemitInspection
import RemitModel

/// A chart with what was found in it: what all reports are made of.
public struct CheckedChart: Sendable {
  /// The chart.
  public let chart: Chart
  /// Sorted as the inspector sorts them, waived, ignored and baselined ones included.
  public var findings: [Finding]
  /// The rules that ran, in the order of their codes.
  public let rules: [Rule]
  /// A baseline was given, so that findings outside it are new.
  public var isCompared = false
  /// Entries of the baseline that nothing answers to any more.
  public var fixed: [Baseline.Entry] = []
  /// The least severity of an open finding that fails the check.
  public var failOn = Severity.error
  /// Computed while the rules ran, or when first asked for.
  public let facts: Facts

  /// Puts together what is known already; `facts` must be of the chart.
  public init(_ chart: Chart, findings: [Finding], rules: [Rule], facts: Facts? = nil) {
    self.chart = chart
    self.findings = findings
    self.rules = rules
    self.facts = facts ?? Facts(chart)
  }

  /// Runs an inspector on the chart.
  public init(_ chart: Chart, by inspector: Inspector) {
    let facts = Facts(chart)
    self.init(
      chart, findings: inspector.inspect(chart, facts: facts), rules: inspector.rulesThatRun(on: chart), facts: facts)
    failOn = inspector.settings.failOn
  }

  /// Findings that nobody has said may stand.
  public var open: [Finding] { findings.filter { $0.state == .open } }

  /// Whether an open finding is bad enough to fail the check.
  public var fails: Bool { findings.contains { $0.state == .open && $0.severity >= failOn } }
}
