import RemitModel
import RemitSource

/// One reading of one chart: its files as they come in, then the regulations that it names, then the chart.
struct ReadingSession {
  /// A regulation that came with the chart's own files.
  private struct Enclosed {
    var key: Sourced<String>
    /// Nil where it has problems.
    var regulation: Regulation?
  }

  let options: ChartReader.Options
  let log = ProblemLog()
  private(set) var draft: ChartDraft?
  /// A folder of which the largest tables are still to be read.
  var streamed: StreamedFolder?
  /// Nothing else is read, so that what stands in one folder is the whole chart.
  var isOnly: Bool
  private var enclosed: [Enclosed] = []
  var start: Place?
  /// A file could not be read as far as its rows, so that what others name may well be in it.
  private var unread = false

  /// Foreign tables, to be read all together by the map.
  var foreign: [TableMapper.Input] = []

  /// - Parameter isOnly: Only one path is added.
  init(options: ChartReader.Options, isOnly: Bool = false) {
    self.options = options
    self.isOnly = isOnly
  }

  /// What a user should know of how the files were read.
  var notices: [Problem] { log.notices }

  mutating func add(path: String) {
    if path != "-", Paths.isFolder(path) {
      addFolder(path)
      return
    }
    switch ContainerKind(file: path) {
    case .workbook: addWorkbook(path)
    case .database: addDatabase(path)
    case .delimited, .markdown: addText(path)
    case .yaml:
      guard let bytes = contents(of: path, limit: FileBytes.limit) else { return }
      add(bytes: bytes, path: path)
    }
  }

  /// A file's bytes; nil, after a report, where it cannot be read.
  mutating func contents(of path: String, limit: Int) -> [UInt8]? {
    do throws(FileBytes.Failure) {
      return try FileBytes.contents(of: path, limit: limit)
    } catch {
      fail(path, error.message)
      return nil
    }
  }

  mutating func fail(_ path: String, _ message: Localized) {
    log.report(at: Place(document: log.add(path: path), line: 0, column: 0), message)
    unread = true
  }

  mutating func add(bytes: [UInt8], path: String) {
    guard bytes.count <= FileBytes.limit else {
      fail(path, FileBytes.tooLarge(FileBytes.limit))
      return
    }
    let document = log.add(path: path)
    start = start ?? Place(document: document, line: 1, column: 1)
    if let read = YAMLPieceReader(bytes: bytes, document: document).draft() {
      add(read)
      return
    }
    guard let tree = YAMLText(bytes: bytes, document: document, log: log).documents() else {
      unread = true
      return
    }
    var charts = 0
    for (index, root) in tree.roots.enumerated() {
      let value = YAMLValue(tree, root, document: document)
      if RegulationLoader.isRegulation(value) {
        addRegulation(tree, root, path: path)
        if charts > 0 { reportOrder(value) }
      } else {
        charts += 1
        if charts > 1 { reportSecond(value) }
        addChart(value, isRest: index > 0 && charts > 1)
      }
    }
  }

  private mutating func addRegulation(_ tree: YAMLTree, _ root: YAMLTree.Link, path: String) {
    let own = ProblemLog()
    let value = YAMLValue(tree, root, document: own.add(path: path))
    let read = RegulationLoader.read(value, log: own)
    log.absorb(own)
    guard let key = read.key else {
      unread = true
      return
    }
    let document = log.sources.documents.count - 1
    let place = Place(document: document, line: Int(key.place.line), column: Int(key.place.column))
    if let first = enclosed.first(where: { $0.key.value == key.value }) {
      let spelled = log.spelled(first.key.place)
      log.report(
        at: place,
        Localized(
          zh: "法规 \(quoted(key.value)) 重复；第一次在 \(spelled)",
          en: "the regulation \(quoted(key.value)) is repeated; the first is at \(spelled)"))
    } else {
      enclosed.append(Enclosed(key: Sourced(key.value, at: place), regulation: read.regulation))
    }
  }

  private mutating func addChart(_ value: YAMLValue, isRest: Bool) {
    guard !isRest else { return }
    guard let read = YAMLChartReader.read(value, words: WordReader(log: log)) else {
      unread = true
      return
    }
    add(read)
  }

  /// Adds the rows of one file to those of the ones before.
  mutating func add(_ read: consuming ChartDraft) {
    guard let known = draft else {
      draft = read
      return
    }
    guard known.size + read.size <= FileBytes.mostTogether else {
      log.report(at: start ?? .none, FileBytes.tooMuch(FileBytes.mostTogether))
      unread = true
      return
    }
    if known.isHead {
      let ignores = known.ignores
      read.takeHead(of: known)
      read.ignores = ignores + read.ignores
      draft = read
    } else {
      draft?.append(read)
    }
  }

  private func reportSecond(_ value: YAMLValue) {
    log.report(
      at: value.place,
      Localized(zh: "一个文件里有两个责任图；应只有一个", en: "a second chart in one file; expected only one"))
  }

  private func reportOrder(_ value: YAMLValue) {
    log.report(
      at: value.place,
      Localized(zh: "法规写在责任图后面；责任图应在最后", en: "a regulation after the chart; expected the chart to be last"))
  }

  /// The chart, or all problems.
  mutating func chart() throws(Problems) -> Chart {
    readForeignTables()
    guard let read = draft else { return try regulationAlone() }
    // The rows are not kept beside the chart that is made of them.
    draft = nil
    var loader = RegulationLoader()
    for item in enclosed { loader.offer(item.regulation, key: item.key.value) }
    let named = options.against.isEmpty ? read.against : options.against.map { Sourced($0, at: optionPlace) }
    var regulations: [Regulation] = []
    var complete = true
    for name in named {
      let path = log.sources.location(of: name.place)?.path ?? "-"
      let finder = RegulationFinder(chart: path, searchRoots: options.searchRoots)
      guard let regulation = loader.load(name, finder, log: log) else {
        complete = false
        continue
      }
      if !regulations.contains(where: { $0.key == regulation.key }) { regulations.append(regulation) }
    }
    if options.against.isEmpty { reportUnnamed(named) }
    if unread { try log.finish() }
    let day = options.asOf ?? read.asOf ?? options.today
    if let folder = streamed {
      streamed = nil
      let tables = folder.tables
      if complete, let chart = ChartLinker.link(consume read, tables, regulations: regulations, asOf: day, log: log) {
        return chart
      }
      return try wholeChart(folder)
    }
    return try ChartLinker.link(
      consume read, regulations: regulations, complete: complete, asOf: day, missingKey: start ?? .none, log: log)
  }

  /// The chart of a folder in which anything is wrong, read anew; all is as it was before.
  private mutating func wholeChart(_ folder: StreamedFolder) throws(Problems) -> Chart {
    log.rewind(to: folder.checkpoint)
    log.take(sources: folder.sources)
    draft = folder.draft
    isOnly = false
    addTables(folder.folder)
    return try chart()
  }

  /// Where there is no chart: the only regulation, as its chart of roles.
  private func regulationAlone() throws(Problems) -> Chart {
    if enclosed.count > 1 {
      for item in enclosed.dropFirst() {
        log.report(
          at: item.key.place,
          Localized(
            zh: "几个法规而没有责任图；应只有一个法规，或再有一个责任图",
            en: "several regulations without a chart; expected one, or a chart that names them"))
      }
    }
    try log.finish()
    guard let regulation = enclosed.first?.regulation else {
      throw Problems([
        Problem(
          location: Location(path: "", line: 0, column: 0),
          message: Localized(zh: "没有给出文件；应有责任图或法规", en: "no file is given; expected a chart or a regulation"))
      ])
    }
    return regulation.asChart()
  }

  /// Regulations of the option have no place in a file.
  private var optionPlace: Place { Place(document: Int(start?.document ?? 0), line: 0, column: 0) }

  /// A regulation that stands before the chart for nothing.
  private func reportUnnamed(_ named: [Sourced<String>]) {
    let names = Set(named.map(\.value))
    for item in enclosed where !names.contains(item.key.value) {
      log.report(
        at: item.key.place,
        Localized(
          zh: "责任图的 against 没有写法规 \(quoted(item.key.value))",
          en: "the regulation \(quoted(item.key.value)) is not named by the chart; expected it in \"against\""))
    }
  }
}
