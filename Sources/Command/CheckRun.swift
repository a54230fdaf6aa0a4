import ArgumentParser
import CMachine
import RemitInspection
import RemitModel
import RemitReports
import RemitRules
import RemitSettings

/// One check of the charts that a user named, from reading them to the verdict. It can be run again.
struct CheckRun {
  let charts: [String]
  let together: Bool
  let options: ChartOptions
  let settingsFile: SettingsOptions
  let overrides: SettingsOverrides
  let known: BaselineOptions
  let targets: ReportTargets
  /// Where the marked workbook goes, if one is asked for.
  let annotation: Annotation?

  var language: Language { options.speech.language }

  /// Reads, checks and reports, then ends the program with the exit status 1 where something fails the check, else 0.
  ///
  /// It ends while the charts are still there: to take a large one apart would be work that nobody waits for.
  ///
  /// - Throws: the exit status 2, after saying why.
  func finish() throws -> Never {
    remit_keep_freed_memory()
    let checked = try check()
    try report(checked)
    try annotation?.write(checked)
    withExtendedLifetime(checked) { Console.exit(fails(checked) ? 1 : 0) }
  }

  /// Reads the charts and their settings, inspects them, and tells the findings that are known from the others.
  func check() throws -> [CheckedChart] {
    let read = together ? [try options.readTogether(charts)] : try charts.map { try options.read($0, annotation) }
    let paths = together ? [charts] : charts.map { [$0] }
    let settings = try settingsFile.settings(for: zip(paths, read).map { (paths: $0, chart: $1) }, language)
    let baseline = try known.read(language)
    var checked = zip(read, settings).map { chart, settings in
      CheckedChart(chart, by: Inspector(rules: Catalogue.rules, settings: overrides.applied(to: settings)))
    }
    try known.mark(&checked, baseline, language)
    return checked
  }

  /// Writes all reports: files first, each whole or not at all, then standard output.
  func report(_ checked: [CheckedChart]) throws {
    var options = ReportOptions(language: language)
    options.rules = Catalogue.rules
    options.version = Remit.configuration.version
    options.folder = Console.folder
    try targets.write(checked, options)
    known.tellOfFixed(checked, language)
  }

  /// The verdict, whatever the format.
  func fails(_ checked: [CheckedChart]) -> Bool {
    checked.contains { $0.fails || known.strictBaseline && !$0.fixed.isEmpty }
  }

  /// The files that the result depends on before any is read: the charts, their settings, the baseline, and the map.
  var files: [String] {
    Self.inputs(charts, settingsFile) + known.files + (options.foreign.map.map { [$0] } ?? [])
  }

  /// Charts, and where their settings are or may turn up.
  static func inputs(_ charts: [String], _ settings: SettingsOptions) -> [String] {
    let beside = charts.flatMap { chart in
      guard chart != "-", settings.looksBesideCharts else { return [chart] }
      return [chart, (Console.isFolder(chart) ? chart : folder(of: chart)) + "/" + SettingsReader.name]
    }
    return beside + settings.files
  }

  /// The folder that a path names a file in.
  static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }
}
