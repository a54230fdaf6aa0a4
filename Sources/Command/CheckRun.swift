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
  let settingsFile: SettingsOptions
  let choice: RuleChoice
  let known: BaselineOptions
  let targets: ReportTargets

  /// What a check has found.
  struct Outcome {
    var charts: [CheckedChart]
    /// The baseline has entries that are fixed already, and must not.
    var isStale = false

    /// The verdict, whatever the format.
    var fails: Bool { isStale || charts.contains { chart in chart.open.contains { $0.severity >= chart.failOn } } }
  }

  var language: Language { options.speech.language }

  /// Reads, checks and reports.
  ///
  /// - Returns: the exit status: 1 where something fails the check, else 0.
  /// - Throws: the exit status 2, after saying why.
  func status() throws -> Int32 {
    let outcome = try check()
    try report(outcome.charts)
    return outcome.fails ? 1 : 0
  }

  /// Reads the charts and inspects them, each by its own settings, and tells known findings from new ones.
  func check() throws -> Outcome {
    let read = together ? [try options.readTogether(charts)] : try charts.map(options.read)
    let settings = try settingsFile.settings(for: zip(charts, read).map { (path: $0, chart: $1) }, language)
      .map(choice.adjusting)
    var checked = zip(read, settings).map { chart, settings in
      CheckedChart(chart, by: Inspector(rules: Catalogue.rules, settings: settings))
    }
    var found = checked.map { (chart: $0.chart, findings: $0.findings) }
    let isStale = try known.mark(&found, settings: settings, language)
    for index in checked.indices {
      checked[index].findings = found[index].findings
      checked[index].isCompared = known.isGiven
    }
    return Outcome(charts: checked, isStale: isStale)
  }

  /// Writes all reports: files first, each whole or not at all, then standard output.
  func report(_ checked: [CheckedChart]) throws {
    var options = ReportOptions(language: language)
    options.rules = Catalogue.rules
    options.version = Remit.configuration.version
    options.folder = Console.folder
    try targets.write(checked, options)
  }

  /// The files that the result depends on before any is read: the charts, their settings, and the baseline.
  var files: [String] {
    let beside = charts.flatMap { chart in
      let folder = Console.isFolder(chart) ? chart : Self.folder(of: chart)
      return [chart, folder + "/remit.yaml"]
    }
    return beside + [settingsFile.config, known.baseline].compactMap { $0 }
  }

  /// The folder that a path names a file in.
  static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }
}

/// What the command line says of the rules.
struct RuleChoice {
  let select: [String]
  let ignore: [String]
  let failOn: Severity?

  /// What a settings file says, with what the command line says: it selects instead, and ignores beside.
  func adjusting(_ settings: Settings) -> Settings {
    var settings = settings
    if !select.isEmpty { settings.select = select }
    settings.ignore += ignore
    settings.failOn = failOn ?? settings.failOn
    return settings
  }
}
