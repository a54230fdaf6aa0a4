import ArgumentParser
import RemitInspection
import RemitModel
import RemitReports
import RemitRules

/// One check of the charts that a user named, from reading them to the verdict. It can be run again.
struct CheckRun {
  let charts: [String]
  let together: Bool
  let options: ChartOptions
  let settings: Settings
  let failOn: Severity
  let targets: ReportTargets

  var language: Language { options.speech.language }

  /// Reads, checks and reports.
  ///
  /// - Returns: the exit status: 1 where something fails the check, else 0.
  /// - Throws: the exit status 2, after saying why.
  func status() throws -> Int32 {
    let checked = try check()
    try report(checked)
    return fails(checked) ? 1 : 0
  }

  /// Reads the charts and inspects them.
  func check() throws -> [CheckedChart] {
    let inspector = Inspector(rules: Catalogue.rules, settings: settings)
    let read = together ? [try options.readTogether(charts)] : try charts.map(options.read)
    return read.map { CheckedChart($0, by: inspector) }
  }

  /// Writes all reports: files first, each whole or not at all, then standard output.
  func report(_ checked: [CheckedChart]) throws {
    var options = ReportOptions(language: language)
    options.failOn = failOn
    options.rules = Catalogue.rules
    options.version = Remit.configuration.version
    options.folder = Console.folder
    try targets.write(checked, options)
  }

  /// The verdict, whatever the format.
  func fails(_ checked: [CheckedChart]) -> Bool {
    checked.contains { $0.open.contains { $0.severity >= failOn } }
  }

  /// The files that the result depends on before any is read: the charts, and settings that lie beside them.
  var files: [String] {
    charts.flatMap { chart in
      let folder = Console.isFolder(chart) ? chart : Self.folder(of: chart)
      return [chart, folder + "/remit.yaml"]
    }
  }

  /// The folder that a path names a file in.
  static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }
}
