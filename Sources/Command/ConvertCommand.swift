import ArgumentParser
import RemitExport
import RemitIntake
import RemitModel
import RemitReports

extension ChartFormat: ExpressibleByArgument {}

/// `remit convert`: a chart in another form.
struct ConvertCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "convert",
    abstract: "Write a chart in another form: YAML, a folder of CSV files, a workbook or a database.",
    discussion: """
      The form follows from OUT's name: .yaml, .xlsx, .sqlite or .db; any other name is a folder of CSV files.
      Nothing that the chart holds is lost, but comments in YAML files.
      """)

  @Argument(help: ArgumentHelp("A chart; several files are read as one chart.", valueName: "CHART"))
  var charts: [String]

  @Option(name: .shortAndLong, help: ArgumentHelp("Where to write, whole or not at all.", valueName: "OUT"))
  var output: String

  @Option(name: .long, help: "yaml, csv, xlsx or sqlite (default: by OUT's name).")
  var format: ChartFormat?

  @Option(
    name: .long, help: ArgumentHelp("Check against this regulation instead of the chart's own list.", valueName: "REG"))
  var against: [String] = []

  @OptionGroup var foreign: ForeignOptions

  @OptionGroup var speech: SpeechOptions

  private var language: Language { speech.language }

  func run() throws {
    let format = format ?? (output == "-" ? .yaml : ChartFormat(path: output))
    let chart = try read()
    let enclosed = try EnclosedRegulations(chart, language: language)
    let target = ConversionTarget(path: output, format: format, language: language)
    let files = try written(chart, format) + enclosed.files
    let inputs = charts + (chart.sources.documents + chart.regulations.flatMap(\.sources.documents)).map(\.path)
    try target.check(files, inputs: inputs)
    try target.write(files)
    tell(of: chart, enclosed, target)
  }

  private func read() throws -> Chart {
    var options = ChartReader.Options()
    options.against = against
    let chart: Chart
    do throws(Problems) {
      try foreign.apply(to: &options)
      let reading = try ChartReader(options: options).reading(paths: charts)
      Notices.tell(reading.notices, language)
      chart = reading.chart
    } catch {
      throw Failure.input(error, language: language)
    }
    guard chart.origin == .chart else {
      throw Failure.usage(
        Localized(
          zh: "\(charts.joined(separator: "、")) 是法规，不是责任图；法规只以 YAML 保存，无须转换",
          en: "\(charts.joined(separator: ", ")) is a regulation, not a chart; regulations are kept in YAML only"),
        language: language)
    }
    return chart
  }

  private func written(_ chart: Chart, _ format: ChartFormat) throws -> [ChartFile] {
    do throws(ExportError) {
      return try format.files(chart)
    } catch {
      throw Failure.usage(error.message, language: language)
    }
  }

  /// What does not come along, on standard error.
  private func tell(of chart: Chart, _ enclosed: EnclosedRegulations, _ target: ConversionTarget) {
    var notes: [Localized] = []
    for document in chart.sources.documents where document.isText && YAMLComments.areIn(document.path) {
      notes.append(
        Localized(
          zh: "\(document.path) 里的注释没有带过去", en: "the comments of \(document.path) are not carried over"))
    }
    for file in enclosed.files {
      let path = target.path(of: file)
      notes.append(
        Localized(
          zh: "随责任图写在一个文件里的法规，另存为 \(path)",
          en: "the regulation in the chart's own file is written to \(path)"))
    }
    if let path = target.chartPath {
      let reach = RegulationReach(chartPath: path, output: output)
      notes += chart.regulations.filter { !enclosed.keys.contains($0.key) }.compactMap(reach.note)
    }
    for note in notes {
      Console.complain(
        (language == .chinese ? "注意：" : "note: ") + TerminalText.safe(note[language], limit: 2000) + "\n")
    }
  }
}
