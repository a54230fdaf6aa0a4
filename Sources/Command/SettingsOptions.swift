import ArgumentParser
import RemitInspection
import RemitIntake
import RemitModel
import RemitRules
import RemitSettings

/// Options that say where the settings are.
struct SettingsOptions: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp(
      "Take the settings from this file instead of the remit.yaml beside each chart.", valueName: "FILE"))
  var config: String?

  @Flag(name: .customLong("no-config"), help: "Read no settings file.")
  var noConfig = false

  /// The file that is named, if any.
  var files: [String] { config.map { [$0] } ?? [] }

  /// Whether the settings are those beside each chart.
  var looksBesideCharts: Bool { config == nil && !noConfig }

  func validate() throws {
    if config != nil, noConfig { throw ValidationError("Give one of --config and --no-config.") }
  }

  /// The settings of each chart, in order: those of the one file, or of the file beside the chart, else the defaults.
  ///
  /// - Throws: the exit status 2, after naming every problem of every settings file.
  func settings(for charts: [(path: String, chart: Chart)], _ language: Language) throws -> [Settings] {
    let files = charts.map { noConfig ? nil : config ?? SettingsReader.file(besideChart: $0.path) }
    var known: [String: Settings] = [:]
    var problems: [Problem] = []
    for case let file? in files where known[file] == nil {
      let users = zip(files, charts).filter { $0.0 == file }.map(\.1.chart)
      do throws(Problems) {
        known[file] = try SettingsReader().read(path: file, for: users)
      } catch {
        known[file] = Settings()
        problems += error.problems
      }
    }
    if !problems.isEmpty { throw Failure.input(Problems(problems), language: language) }
    return files.map { file in file.flatMap { known[$0] } ?? Settings() }
  }
}

/// What the command line says against the settings file.
struct SettingsOverrides {
  let select: [String]
  let ignore: [String]
  let failOn: Severity?

  /// The settings, where the command line selects instead of them, ignores beside them, and fails instead of them.
  func applied(to settings: Settings) -> Settings {
    var settings = settings
    if !select.isEmpty { settings.select = select }
    settings.ignore += ignore
    settings.failOn = failOn ?? settings.failOn
    return settings
  }
}
