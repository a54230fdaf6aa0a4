import Foundation
import RemitInspection
import RemitIntake
import RemitModel
import RemitReports
import RemitRules

/// What can be timed.
enum Stage: String, CaseIterable {
  case intake, facts, rules, reports, kernels, whole
}

/// Times a chart on disk.
struct Measurement {
  let nation: Nation
  let stages: Set<Stage>
  let stopwatch: Stopwatch
  let against: [String]
  /// The Python that has the peers; nil to leave them out.
  let peers: String?

  private(set) var timings: [Timing] = []
  /// The largest memory of a whole run, in bytes.
  private(set) var peakBytes: Int?

  init(_ nation: Nation, stages: Set<Stage>, runs: Int, against: [String] = [], peers: String? = nil) {
    self.nation = nation
    self.stages = stages
    self.against = against
    self.peers = peers
    stopwatch = Stopwatch(runs: runs)
  }

  /// Times all stages. Whole runs come first, each in a process of its own, before this one takes memory.
  mutating func run() throws {
    if stages.contains(.whole) { try timeWhole() }
    guard stages != [.whole] else { return }
    let chart = try read()
    if stages.contains(.intake) { try timeIntake(chart) }
    if stages.contains(.facts) {
      let facts = FactKind.warm(chart)
      for kind in FactKind.all {
        timings.append(
          stopwatch.time("facts", kind.name) {
            kind.compute(facts)
            return nil
          })
      }
    }
    if stages.contains(.rules) { timeRules(chart) }
    if stages.contains(.reports) { timeReports(chart) }
    if stages.contains(.kernels) { try timeKernels(chart) }
  }

  /// Each form of report on all findings, with its length in bytes as the result.
  private mutating func timeReports(_ chart: Chart) {
    let checked = CheckedChart(chart, by: Inspector(rules: Catalogue.rules))
    var options = ReportOptions(language: .english)
    options.rules = Catalogue.rules
    for format in ReportFormat.allCases {
      timings.append(
        stopwatch.time("reports", format.rawValue) { format.report([checked], options).utf8.count })
    }
  }

  private func read() throws -> Chart {
    var reader = ChartReader()
    reader.options.against = against
    reader.options.searchRoots = ["."]
    return try reader.read(path: nation.folder.path)
  }

  private mutating func timeIntake(_ chart: Chart) throws {
    var timing = try stopwatch.time("intake", "read") { try read().assignments.duty.count }
    if let median = timing.median {
      timing.note = "\(Int(Double(nation.byteCount) / 1e3 / max(median, 0.001))) MB/s"
    }
    timings.append(timing)
    let contents = ChartContents(chart)
    timings.append(stopwatch.time("intake", "freeze") { Chart(contents).assignments.duty.count })
  }

  private mutating func timeRules(_ chart: Chart) {
    let facts = FactKind.warm(chart)
    timings.append(stopwatch.time("rules", "(none)") { Inspector(rules: []).inspect(chart, facts: facts).count })
    for rule in Catalogue.rules where rule.scope != .regulations {
      let inspector = Inspector(rules: [rule])
      timings.append(
        stopwatch.time("rules", "\(rule.code) \(rule.name)") { inspector.inspect(chart, facts: facts).count })
    }
    let inspector = Inspector(rules: Catalogue.rules)
    timings.append(stopwatch.time("rules", "all, facts warm") { inspector.inspect(chart, facts: facts).count })
    timings.append(stopwatch.time("rules", "all, facts cold") { inspector.inspect(chart).count })
  }

  private mutating func timeKernels(_ chart: Chart) throws {
    for item in BenchGraph.all(of: Facts(chart)) {
      timings += try Self.kernels(on: item, stopwatch, peers: peers, in: nation.folder)
    }
  }

  /// All kernels on a graph, and then the peers' on the same.
  static func kernels(
    on item: BenchGraph, _ stopwatch: Stopwatch, peers: String?, in folder: URL
  ) throws -> [Timing] {
    let group = "\(item.name) \(item.graph.vertexCount)/\(item.graph.edgeCount)"
    let own = Kernel.all.map { kernel in stopwatch.time(group, kernel.name) { kernel.run(item) } }
    guard let peers else { return own }
    return own + (try Peers(python: peers, runs: stopwatch.runs).time(item, group: group, in: folder))
  }

  private mutating func timeWhole() throws {
    var runs: [WholeRun.Usage] = []
    for _ in 0..<stopwatch.runs { runs.append(try WholeRun.measure(nation.folder.path, against: against)) }
    peakBytes = runs.map(\.peakBytes).max()
    timings.append(
      Timing(
        group: "whole", name: "read, all rules, JSON Lines", result: runs.last?.findings,
        milliseconds: runs.map(\.milliseconds), note: "peak \(Self.mebibytes(peakBytes ?? 0)) MiB"))
  }

  /// Bytes in mebibytes, rounded up.
  static func mebibytes(_ bytes: Int) -> Int { (bytes + (1 << 20) - 1) >> 20 }
}
