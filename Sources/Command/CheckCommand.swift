import ArgumentParser
import RemitInspection
import RemitModel
import RemitReports
import RemitRules

extension Severity: ExpressibleByArgument {}

/// `remit check`: finds every gap and overlap.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Find gaps, overlaps and ambiguities, each with its proof.")

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json
  }

  @Argument(help: ArgumentHelp("Charts or regulations; each is checked by itself.", valueName: "CHART"))
  var charts: [String]

  @Flag(name: .long, help: "Read all files as the parts of one chart.")
  var together = false

  @OptionGroup var options: ChartOptions

  @Option(
    name: .long, parsing: .singleValue,
    help: ArgumentHelp("Only these rules: codes, names, families or defects, separated by commas.", valueName: "X,…"))
  var select: [String] = []

  @Option(name: .long, parsing: .singleValue, help: ArgumentHelp("Not these rules.", valueName: "X,…"))
  var ignore: [String] = []

  @Option(
    name: .customLong("fail-on"),
    help:
      "The least severity that makes the exit status 1: error, warning or note (default: the settings', else error).")
  var failOn: Severity?

  @OptionGroup var settingsFile: SettingsOptions

  @OptionGroup var known: BaselineOptions

  @Option(name: .long, help: "How to write the findings: text or json.")
  var format: Format = .text

  @Option(name: .shortAndLong, help: ArgumentHelp("Write to a file, whole or not at all.", valueName: "FILE"))
  var output: String?

  func run() throws {
    let language = options.speech.language
    let chosen = (select: try words(select, language), ignore: try words(ignore, language))
    let read = together ? [try options.readTogether(charts)] : try charts.map(options.read)
    let settings = try settingsFile.settings(for: zip(charts, read).map { (path: $0, chart: $1) }, language)
      .map { adjusted($0, select: chosen.select, ignore: chosen.ignore) }
    var checked = zip(read, settings).map { chart, settings in
      (chart: chart, findings: Inspector(rules: Catalogue.rules, settings: settings).inspect(chart))
    }
    let isStale = try known.mark(&checked, settings: settings, language)
    try Output(path: output).write(report(checked, language), language: language)
    let fails = zip(checked, settings).contains { checked, settings in
      checked.findings.contains { $0.state == .open && $0.severity >= settings.failOn }
    }
    if fails || isStale { throw ExitCode(1) }
  }

  private func report(_ checked: [(chart: Chart, findings: [Finding])], _ language: Language) -> String {
    switch format {
    case .text:
      let text = FindingsText(language: language, colour: output == nil && Console.wantsColour)
      return checked.map { text.report($0.findings, on: $0.chart) }.joined(separator: "\n")
    case .json: return FindingsJSON(language: language).report(checked)
    }
  }

  /// What the settings file says, with what the command line says: it selects instead, and ignores beside.
  private func adjusted(_ settings: Settings, select: [String], ignore: [String]) -> Settings {
    var settings = settings
    if !select.isEmpty { settings.select = select }
    settings.ignore += ignore
    settings.failOn = failOn ?? settings.failOn
    return settings
  }

  /// The words of a list, each of which must choose at least one rule.
  private func words(_ lists: [String], _ language: Language) throws -> [String] {
    let words = lists.flatMap { $0.split(separator: ",") }.map { String($0.trimmingPrefix(" ")) }
    for word in words where !Catalogue.rules.contains(where: { $0.answers(to: word) }) {
      throw RuleName(word: word).unknown(language)
    }
    return words
  }
}
