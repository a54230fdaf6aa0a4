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

  @OptionGroup var reports: ReportArguments

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Give the workbook back as this file, with the cells marked and commented.", valueName: "OUT.xlsx"))
  var annotate: String?

  @Flag(name: .long, help: "Check again whenever a file changes, and show what is new and what is fixed.")
  var watch = false

  func validate() throws {
    if watch, known.writeBaseline != nil {
      throw ValidationError("--watch would write the baseline again and again; give --write-baseline without it.")
    }
    if annotate != nil, charts.count != 1 || together || watch {
      throw ValidationError("--annotate takes one workbook, and does not go with --watch.")
    }
    if (charts + settingsFile.files + known.files).count(where: { $0 == "-" }) > 1 {
      throw ValidationError("Standard input can be read only once.")
    }
  }

  func run() throws {
    let language = options.speech.language
    let overrides = SettingsOverrides(
      select: try RuleWords(lists: select).words(language), ignore: try RuleWords(lists: ignore).words(language),
      failOn: failOn)
    let inputs = CheckRun.inputs(charts, settingsFile)
    let targets = try reports.targets(inputs: inputs + known.files, language: language)
    try known.checkApart(inputs, reports: targets.paths, language)
    _ = try options.day()
    let run = CheckRun(
      charts: charts, together: together || options.foreign.map != nil, options: options, settingsFile: settingsFile,
      overrides: overrides,
      known: known, targets: targets, annotation: try annotation(inputs, language))
    guard watch else { try run.finish() }
    throw ExitCode(try Watching(run).status())
  }

  /// Where the marked workbook goes.
  private func annotation(_ inputs: [String], _ language: Language) throws -> Annotation? {
    guard let annotate, let chart = charts.first else { return nil }
    if inputs.contains(where: { $0 != "-" && FileIdentity($0) == FileIdentity(annotate) }) {
      throw Failure.usage(
        Localized(zh: "标注会覆盖输入文件 \(annotate)", en: "the marked workbook would overwrite \(annotate), which is read"),
        language: language)
    }
    return Annotation(path: chart, output: annotate, language: language)
  }
}

/// Lists of rules as users name them: codes, names, families or defects, separated by commas.
struct RuleWords {
  let lists: [String]

  /// The words, each of which must choose at least one rule.
  ///
  /// - Throws: the exit status 2, after naming the one that does not.
  func words(_ language: Language) throws -> [String] {
    let words = lists.flatMap { $0.split(separator: ",") }.map { String($0.trimmingPrefix(" ")) }
    for word in words where !Catalogue.rules.contains(where: { $0.answers(to: word) }) {
      throw RuleName(word: word).unknown(language)
    }
    return words
  }
}
