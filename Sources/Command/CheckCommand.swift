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
    name: .customLong("fail-on"), help: "The least severity that makes the exit status 1: error, warning or note.")
  var failOn: Severity = .error

  @Option(name: .long, help: "How to write the findings: text or json.")
  var format: Format = .text

  @Option(name: .shortAndLong, help: ArgumentHelp("Write to a file, whole or not at all.", valueName: "FILE"))
  var output: String?

  func run() throws {
    let language = options.speech.language
    let inspector = Inspector(rules: Catalogue.rules, settings: try settings(language))
    let read = together ? [try options.readTogether(charts)] : try charts.map(options.read)
    let checked = read.map { (chart: $0, findings: inspector.inspect($0)) }
    try Output(path: output).write(report(checked, language), language: language)
    let fails = checked.contains { $0.findings.contains { $0.state == .open && $0.severity >= failOn } }
    if fails { throw ExitCode(1) }
  }

  private func report(_ checked: [(chart: Chart, findings: [Finding])], _ language: Language) -> String {
    switch format {
    case .text:
      let text = FindingsText(language: language, colour: output == nil && Console.wantsColour)
      return checked.map { text.report($0.findings, on: $0.chart) }.joined(separator: "\n")
    case .json: return FindingsJSON(language: language).report(checked)
    }
  }

  private func settings(_ language: Language) throws -> Settings {
    var settings = Settings()
    settings.select = try words(select, language)
    settings.ignore = try words(ignore, language)
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
