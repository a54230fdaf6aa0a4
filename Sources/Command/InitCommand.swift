import ArgumentParser
import Glibc
import RemitExport
import RemitIntake
import RemitModel
import RemitReports

/// `remit init`: a chart to fill in, made from regulations.
struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Make a chart to fill in for a place, with all that a regulation asks of it.",
    discussion: """
      Every required organization, post, duty and oversight link is in it already, with its clause; what is left is to
      enter real names and the holders of posts. A workbook is a form with instructions, drop-down lists and notes.
      What is there already is not written over without --force.
      """)

  @Option(name: .long, help: ArgumentHelp("A regulation, by id or path; may be repeated.", valueName: "REG"))
  var against: [String] = []

  @Option(name: .long, help: ArgumentHelp("The place's level, such as county.", valueName: "LEVEL"))
  var level: String

  @Option(name: .long, help: ArgumentHelp("What the place is called.", valueName: "NAME"))
  var name: String

  @Option(name: .long, help: ArgumentHelp("The chart's id (default: made from the name).", valueName: "ID"))
  var id: String?

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("Where to write, whole or not at all (default: YAML on standard output).", valueName: "OUT"))
  var output = "-"

  @Option(name: .long, help: "yaml, csv, xlsx or sqlite (default: by OUT's name).")
  var format: ChartFormat?

  @Flag(name: .long, help: "Write over what is there already.")
  var force = false

  @OptionGroup var speech: SpeechOptions

  private var language: Language { speech.language }

  func validate() throws {
    if against.isEmpty { throw ValidationError("Missing expected argument '--against <REG>'") }
  }

  func run() throws {
    let format = format ?? (output == "-" ? .yaml : ChartFormat(path: output))
    let regulations = try read()
    let target = ConversionTarget(path: output, format: format, language: language)
    try checkVacancy(target)
    let files: [ChartFile]
    do throws(ExportError) {
      let blank = try BlankChart(
        regulations: regulations, level: try level(of: regulations), name: name, id: id, language: language)
      files = try blank.files(format)
    } catch {
      throw Failure.usage(error.message, language: language)
    }
    try target.check(files, inputs: regulations.flatMap(\.sources.documents).map(\.path))
    try target.write(files)
    guard let path = target.chartPath else { return }
    for regulation in regulations {
      guard let note = RegulationReach(chartPath: path, output: output).note(on: regulation) else { continue }
      Console.complain(
        (language == .chinese ? "注意：" : "note: ") + TerminalText.safe(note[language], limit: 2000) + "\n")
    }
  }

  /// The regulations that are named, each once.
  private func read() throws -> [Regulation] {
    var options = ChartReader.Options()
    options.against = against
    do throws(Problems) {
      return try ChartReader(options: options).read(text: "chart: chart\n", path: "-").regulations
    } catch {
      throw Failure.input(error, language: language)
    }
  }

  /// The level that is asked for, by its word or its Chinese name.
  private func level(of regulations: [Regulation]) throws(ExportError) -> Level {
    if let level = Level(word: level) ?? Level.allCases.first(where: { $0.name.zh == level }) { return level }
    var levels: [Level] = []
    for level in Level.allCases where regulations.allSatisfy({ $0.levels.contains(level) }) { levels.append(level) }
    let nearest = Spelling.suggestion(for: level, among: levels.map(\.word))
    throw ExportError(
      message: Localized(
        zh: "没有“\(level)”这一层级；法规约束 \(levels.map { "\($0.word)（\($0.name.zh)）" }.joined(separator: "、"))"
          + (nearest.map { "；" + $0.zh } ?? ""),
        en: "no level “\(level)”; the regulation binds \(levels.map(\.word).joined(separator: ", "))"
          + (nearest.map { "; " + $0.en } ?? "")))
  }

  /// Refuses to write over what somebody may have filled in.
  private func checkVacancy(_ target: ConversionTarget) throws {
    guard !force, output != "-", target.holdsSomething else { return }
    throw Failure.usage(
      Localized(
        zh: "\(output) 已经存在，里面可能有填好的内容；写到别处，或用 --force 覆盖",
        en: "\(output) is there already, and may have been filled in; write elsewhere, or over it with --force"),
      language: language)
  }
}
