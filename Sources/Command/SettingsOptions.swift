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
  func settings(for charts: [(paths: [String], chart: Chart)], _ language: Language) throws -> [Settings] {
    let files = try charts.map { try file(for: $0.paths, language) }
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

  /// The settings file of one chart, whose parts may lie in several folders.
  private func file(for parts: [String], _ language: Language) throws -> String? {
    if noConfig { return nil }
    if let config { return config }
    let files = parts.compactMap(SettingsReader.file)
    guard let first = files.first else { return nil }
    if let other = files.first(where: { FileIdentity($0) != FileIdentity(first) }) {
      throw Failure.usage(
        Localized(
          zh: "一张责任图有两个设置文件：\(first) 和 \(other)", en: "two settings files for one chart: \(first) and \(other)"),
        suggestion: Localized(zh: "用 --config 指定一个", en: "choose one with --config"), language: language)
    }
    return first
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
