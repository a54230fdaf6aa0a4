import ArgumentParser
import RemitDrawing
import RemitInspection
import RemitIntake
import RemitModel
import RemitRules

extension View: ExpressibleByArgument {}
extension PictureFormat: ExpressibleByArgument {}
extension ThemeName: ExpressibleByArgument {}
extension Series.Kind: ExpressibleByArgument {}

/// `remit draw`: the responsibility diagram.
struct DrawCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "draw", abstract: "Draw the chart: chain, oversight, duties or organization.")

  @Argument(help: ArgumentHelp("A chart or regulation.", valueName: "CHART"))
  var chart: String

  @OptionGroup var options: ChartOptions

  @Option(name: .long, help: "chain, oversight, duties or organization (default: chain, or what the options speak of).")
  var view: View?

  @Option(
    name: .long,
    help: "svg, pdf, png, dot, mermaid, graphml, json or text (default: by the file's name, else svg).")
  var format: PictureFormat?

  @Flag(name: .long, help: "Say in words what the picture shows: the same as --format text.")
  var describe = false

  @Option(
    name: .long,
    help: ArgumentHelp("Draw only what is near this post, organization, duty or jurisdiction.", valueName: "ID"))
  var focus: String?

  @Option(name: .long, help: ArgumentHelp("How many links away from the focus (default 2).", valueName: "N"))
  var depth: Int?

  @OptionGroup var parts: SelectionOptions

  @Flag(name: .long, help: "Draw a chart in full that is too large to read, rather than fold it.")
  var unfold = false

  @Flag(name: .long, help: "Mark findings, with their codes and the links that prove them.")
  var findings = false

  @Option(
    name: .long,
    help: ArgumentHelp("Draw nothing but the evidence of these rules: codes, names or families.", valueName: "RULE,…"))
  var only: [String] = []

  @OptionGroup var settingsFile: SettingsOptions

  @Option(name: .long, help: "screen, print (black and white), dark, or contrast.")
  var theme: ThemeName = .screen

  @Option(name: .long, help: ArgumentHelp("Font family, or several separated by commas.", valueName: "FAMILY"))
  var font: String?

  @Option(
    name: .long,
    help: ArgumentHelp("Where a click on a box leads; {id} and {kind} stand for the entity's.", valueName: "URL"))
  var url: String?

  @OptionGroup var paper: PaperOptions

  @Option(
    name: .long,
    help: "Draw each jurisdiction, organization or post by itself, with an index.html, into the folder -o.")
  var each: Series.Kind?

  @Option(
    name: .long,
    help: ArgumentHelp("With --each: how many pictures to draw at once (default: one a processor).", valueName: "N"))
  var jobs: Int?

  @Option(
    name: .customLong("time-limit"),
    help: ArgumentHelp("Give up a picture that is not laid out by then (default 60).", valueName: "SECONDS"))
  var timeLimit: Int?

  @Option(name: .shortAndLong, help: ArgumentHelp("Write to a file, whole or not at all.", valueName: "FILE"))
  var output: String?

  func validate() throws {
    if let depth, !(0...1000).contains(depth) { throw ValidationError("--depth takes a number from 0 to 1000.") }
    if describe, let format, format != .text {
      throw ValidationError("--describe is --format text, not \(format.rawValue).")
    }
    if let timeLimit, !(1...86_400).contains(timeLimit) {
      throw ValidationError("--time-limit takes a number from 1 to 86400.")
    }
    if depth != nil, focus == nil, each != .post { throw ValidationError("--depth needs --focus or --each post.") }
    if each != nil, focus != nil { throw ValidationError("Give one of --each and --focus.") }
    if each == .post, !only.isEmpty { throw ValidationError("Give one of --each post and --only.") }
    if each != nil, output == nil || output == "-" { throw ValidationError("--each needs a folder: -o DIR.") }
    if let jobs, !(1...256).contains(jobs) { throw ValidationError("--jobs takes a number from 1 to 256.") }
    if jobs != nil, each == nil { throw ValidationError("--jobs needs --each.") }
    if !only.isEmpty, focus != nil { throw ValidationError("Give one of --only and --focus.") }
    if !parts.kind.isEmpty, let view, view != .oversight {
      throw ValidationError("--kind is for --view oversight, not \(view.rawValue).")
    }
  }

  func run() throws {
    let language = options.speech.language
    let format = try chosenFormat(language)
    let page = try paper.setup(for: format, language)
    let limits = timeLimit.map { LayoutLimits(seconds: $0) } ?? LayoutLimits()
    // It loads fonts while the chart is read.
    var process = EarlyLayout.take(limits) ?? LayoutProcess(program: Program.path, limits: limits)
    if format.isDrawn, each == nil { process.start(for: language) }
    let path = chart
    let chart = try options.read(path)
    var drawing = try drawingOptions(chart, path, language)
    drawing.page = page
    if let each {
      try drawEach(each, of: chart, drawing, format, limits)
      return
    }
    let (rendering, notes) = try picture(of: chart, drawing, format, &process)
    let remark = rendering.size.flatMap { size in page.map { $0.remark(for: size) } ?? size.remark }
    for note in notes + [remark].compactMap({ $0 }) { Console.complain(note[language] + "\n") }
    if output == nil, format == .png || format == .pdf, Console.isTerminal {
      throw Failure.usage(
        Localized(zh: "不向终端写二进制图像；请用 -o 指定文件", en: "not writing an image to a terminal; name a file with -o"),
        language: language)
    }
    try Output(path: output).write(rendering.bytes, language: language)
  }

  private func drawingOptions(_ chart: Chart, _ path: String, _ language: Language) throws -> DrawingOptions {
    var drawing = DrawingOptions(view: view ?? (parts.kind.isEmpty ? .chain : .oversight), language: language)
    drawing.depth = depth
    drawing.font = font
    drawing.theme = theme
    drawing.isUnfolded = unfold
    drawing.selection = try parts.selection(in: chart, language)
    if let focus {
      drawing.focus = try EntityName(word: focus).find(EntityName.Kind.allCases, in: chart, language: language)
    }
    drawing.address = try address(language)
    if findings || !only.isEmpty {
      drawing.findings = try inspect(chart, path, language)
      drawing.onlyEvidence = !only.isEmpty
      if view == nil, !only.isEmpty { drawing.view = View(showing: drawing.findings) }
    }
    return drawing
  }

  private func drawEach(
    _ kind: Series.Kind, of chart: Chart, _ common: DrawingOptions, _ format: PictureFormat, _ limits: LayoutLimits
  ) throws {
    let language = common.language
    let series = Series(of: chart, each: kind, in: common.selection, language: language)
    guard !series.members.isEmpty else {
      throw Failure.usage(
        Localized(
          zh: "这里没有 \(kind.rawValue) 可画", en: "there is no \(kind.rawValue) to draw in what is chosen of the chart"),
        language: language)
    }
    var common = common
    common.thumbnail = BatchRun.thumbnail(format, count: series.members.count)
    let run = BatchRun(
      facts: Facts(chart), series: series, common: common, format: format, limits: limits,
      jobs: jobs ?? Processors.available, folder: output ?? ".")
    let inputs = CheckRun.inputs([self.chart], settingsFile).map(FileIdentity.init)
    if let target = run.targets.first(where: { inputs.contains(FileIdentity($0)) }) {
      throw Failure.usage(
        Localized(zh: "会覆盖输入文件 \(target)；写到别处", en: "this would overwrite \(target), which is read; write elsewhere"),
        language: language)
    }
    let status = try run.status()
    if status != 0 { throw ExitCode(status) }
  }

  /// The findings to mark: all, or those of the rules that are named.
  private func inspect(_ chart: Chart, _ path: String, _ language: Language) throws -> [Finding] {
    var settings = try settingsFile.settings(for: [(paths: [path], chart: chart)], language)[0]
    let words = try RuleWords(lists: only).words(language)
    if !words.isEmpty { settings.select = words }
    return Inspector(rules: Catalogue.rules, settings: settings).inspect(chart)
  }

  private func picture(
    of chart: Chart, _ options: DrawingOptions, _ format: PictureFormat, _ process: inout LayoutProcess
  ) throws -> (rendering: Rendering, notes: [Localized]) {
    do throws(DrawingError) {
      let picture = try Drawing(chart, options)
      var notes = picture.notes
      let rendering = try picture.render(format, in: &process, isLast: true) { notes += picture.notes(on: format) }
      return (rendering, notes)
    } catch {
      throw Failure.usage(error.message, language: options.language)
    }
  }

  private func address(_ language: Language) throws -> WebAddress? {
    guard let url else { return nil }
    if let address = WebAddress(url) { return address }
    throw Failure.usage(
      Localized(
        zh: "--url 需要 http、https、mailto 或相对地址，可含 {id} 与 {kind}，不是“\(url)”",
        en: "--url takes an http, https, mailto or relative address with {id} and {kind}, not “\(url)”"),
      language: language)
  }

  /// What was asked for, else what the file's name says, else SVG.
  private func chosenFormat(_ language: Language) throws -> PictureFormat {
    if describe { return .text }
    if let format { return format }
    guard each == nil, let output, let dot = output.lastIndex(of: "."), output != "-" else {
      return paper.page == nil ? .svg : .pdf
    }
    let suffix = output[output.index(after: dot)...].lowercased()
    guard let format = PictureFormat(suffix: suffix) else {
      throw Failure.usage(
        Localized(
          zh: "不知道“.\(suffix)”是什么格式；请用 --format svg|pdf|png|dot|mermaid|graphml|json|text",
          en: "“.\(suffix)” names no format; say --format svg|pdf|png|dot|mermaid|graphml|json|text"),
        language: language)
    }
    return format
  }
}
