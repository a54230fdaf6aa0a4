import ArgumentParser
import RemitIntake
import RemitModel
import RemitRules
import RemitSettings

/// `remit schema`: the JSON Schemas of the program's files.
struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "Print the JSON Schema of chart, regulation, settings or map files, for editors.")

  enum File: String, ExpressibleByArgument, CaseIterable {
    case chart, regulation, settings, map
  }

  @Argument(help: "chart, regulation, settings, or map (of foreign tables).")
  var file: File

  @OptionGroup var speech: SpeechOptions

  @Option(name: .shortAndLong, help: ArgumentHelp("Write to a file, whole or not at all.", valueName: "FILE"))
  var output: String?

  func run() throws {
    let schema = JSONSchema(language: speech.language)
    let value =
      switch file {
      case .chart: schema.chart
      case .regulation: schema.regulation
      case .settings: schema.settings(Catalogue.rules)
      case .map: schema.map
      }
    try Output(path: output).write(value.text, language: speech.language)
  }
}
