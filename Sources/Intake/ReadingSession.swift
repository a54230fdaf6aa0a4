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

  private let options: ChartReader.Options
  private let log = ProblemLog()
  private var draft: ChartDraft?
  private var enclosed: [Enclosed] = []
  private var start: Place?
  /// A file could not be read as far as its rows, so that what others name may well be in it.
  private var unread = false

  init(options: ChartReader.Options) {
    self.options = options
  }

  /// What a user should know of how the files were read.
  var notices: [Problem] { log.notices }

  mutating func add(path: String) {
    if path != "-", Paths.isFolder(path) {
      addFolder(path)
      return
    }
    do throws(FileBytes.Failure) {
      add(bytes: try FileBytes.contents(of: path), path: path)
    } catch {
      fail(path, error.message)
    }
  }

  /// A folder with a `chart.yaml`, with tables, or with both.
  private mutating func addFolder(_ path: String) {
    let folder = TableFolder(path)
    guard folder.holdsChart else {
      fail(
        path,
        Localized(
          zh: "文件夹里没有 chart.yaml，也没有 posts.csv 等表", en: "a folder without a chart.yaml or tables such as posts.csv"))
      return
    }
    if let file = folder.chart { add(path: file) }
    if !folder.tables.isEmpty || !folder.strangers.isEmpty { addTables(folder) }
  }

  private mutating func addTables(_ folder: TableFolder) {
    folder.reportStrangers(log)
    let size = folder.size
    guard size <= FileBytes.mostTogether else {
      fail(folder.path, FileBytes.tooLarge(FileBytes.mostTogether))
      return
    }
    var reader = TableChartReader(words: WordReader(log: log), size: size)
    for table in folder.tables {
      do throws(FileBytes.Failure) {
        let bytes = try FileBytes.contents(of: table.path, limit: FileBytes.tableLimit)
        TableIntake.read(csv: bytes, path: table.path, table.form, into: &reader, log: log)
      } catch {
        fail(table.path, error.message)
      }
    }
    start = start ?? Place.none
    add(reader.draft, called: folder.name)
  }

  /// Adds the tables of one container, whose name is the chart's id where nothing else gives one.
  private mutating func add(_ read: ChartDraft, called name: String) {
    add(read)
    if draft?.key == nil, !name.isEmpty { draft?.key = Sourced(name, at: .none) }
  }

  private mutating func fail(_ path: String, _ message: Localized) {
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

  private mutating func add(_ read: consuming ChartDraft) {
    guard let known = draft else {
      draft = read
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
  func chart() throws(Problems) -> Chart {
    guard let draft else { return try regulationAlone() }
    var loader = RegulationLoader()
    for item in enclosed { loader.offer(item.regulation, key: item.key.value) }
    let named = options.against.isEmpty ? draft.against : options.against.map { Sourced($0, at: optionPlace) }
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
    return try ChartLinker.link(
      draft, regulations: regulations, complete: complete, asOf: options.asOf ?? draft.asOf ?? options.today,
      missingKey: start ?? .none, log: log)
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
