import ArgumentParser
import RemitInspection
import RemitModel
import RemitReports
import RemitRules

extension Matrix.Axis: ExpressibleByArgument {}

/// `remit matrix`: the responsibility matrix.
struct MatrixCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "matrix", abstract: "Write the responsibility matrix: duties, posts and their letters.")

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, csv, markdown, html, xlsx

    /// By the end of a file's name.
    init?(suffix: String) {
      switch suffix {
      case "txt", "text": self = .text
      case "csv": self = .csv
      case "md", "markdown": self = .markdown
      case "html", "htm": self = .html
      case "xlsx": self = .xlsx
      default: return nil
      }
    }
  }

  @Argument(help: ArgumentHelp("A chart or regulation.", valueName: "CHART"))
  var chart: String

  @OptionGroup var options: ChartOptions

  @Option(name: .long, help: "What the rows are: duty or post.")
  var by: Matrix.Axis = .duty

  @Option(name: .long, help: "text, csv, markdown, html or xlsx (default: by the file's name, else text).")
  var format: Format?

  @Flag(name: .customLong("no-findings"), help: "Leave the findings out of a workbook.")
  var noFindings = false

  @OptionGroup var settingsFile: SettingsOptions

  @Option(name: .shortAndLong, help: ArgumentHelp("Write to a file, whole or not at all.", valueName: "FILE"))
  var output: String?

  func run() throws {
    let language = options.speech.language
    let format = try chosenFormat(language)
    if format == .xlsx, output == nil || output == "-", Console.isTerminal {
      throw Failure.usage(
        Localized(zh: "不向终端写工作簿；请用 -o 指定文件", en: "not writing a workbook to a terminal; name a file with -o"),
        language: language)
    }
    if let output, output != "-", self.chart != "-", FileIdentity(output) == FileIdentity(self.chart) {
      throw Failure.usage(
        Localized(zh: "矩阵会覆盖输入文件 \(output)", en: "the matrix would overwrite \(output), which is read"),
        language: language)
    }
    let chart = try options.read(self.chart)
    let matrix = Matrix(chart, by: by)
    let text: String
    switch format {
    case .text: text = matrix.text(language)
    case .csv: text = matrix.csv(language)
    case .markdown: text = matrix.markdown(language)
    case .html: text = matrix.html(language)
    case .xlsx:
      try Output(path: output).write(try workbook(matrix, of: chart, language), language: language)
      return
    }
    try Output(path: output).write(text, language: language)
  }

  private func workbook(_ matrix: Matrix, of chart: Chart, _ language: Language) throws -> [UInt8] {
    var findings: [Finding]?
    if !noFindings {
      let settings = try settingsFile.settings(for: [(paths: [self.chart], chart: chart)], language)[0]
      findings = Inspector(rules: Catalogue.rules, settings: settings).inspect(chart)
    }
    do throws(MatrixError) {
      return try matrix.workbook(findings, language)
    } catch {
      throw Failure.usage(error.message, language: language)
    }
  }

  /// What was asked for, else what the file's name says, else text.
  private func chosenFormat(_ language: Language) throws -> Format {
    if let format { return format }
    let name = output?.split(separator: "/").last ?? ""
    guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return .text }
    let suffix = name[name.index(after: dot)...].lowercased()
    guard let format = Format(suffix: suffix) else {
      throw Failure.usage(
        Localized(
          zh: "不知道“.\(suffix)”是什么格式；请用 --format text|csv|markdown|html|xlsx",
          en: "“.\(suffix)” names no format; say --format text|csv|markdown|html|xlsx"),
        language: language)
    }
    return format
  }
}
