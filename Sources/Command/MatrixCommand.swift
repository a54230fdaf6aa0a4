import ArgumentParser
import RemitModel
import RemitReports

extension Matrix.Axis: ExpressibleByArgument {}

/// `remit matrix`: the responsibility matrix.
struct MatrixCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "matrix", abstract: "Write the responsibility matrix: duties, posts and their letters.")

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, csv, markdown, html
  }

  @Argument(help: ArgumentHelp("A chart or regulation.", valueName: "CHART"))
  var chart: String

  @OptionGroup var options: ChartOptions

  @Option(name: .long, help: "What the rows are: duty or post.")
  var by: Matrix.Axis = .duty

  @Option(name: .long, help: "text, csv, markdown or html.")
  var format: Format = .text

  @Option(name: .shortAndLong, help: ArgumentHelp("Write to a file, whole or not at all.", valueName: "FILE"))
  var output: String?

  func run() throws {
    let language = options.speech.language
    let matrix = Matrix(try options.read(chart), by: by)
    let text =
      switch format {
      case .text: matrix.text(language)
      case .csv: matrix.csv(language)
      case .markdown: matrix.markdown(language)
      case .html: matrix.html(language)
      }
    try Output(path: output).write(text, language: language)
  }
}
