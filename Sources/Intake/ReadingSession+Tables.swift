import Foundation
import RemitDatabase
import RemitModel
import RemitSource
import RemitWorkbook

extension ReadingSession {
  /// A folder with a `chart.yaml`, with tables, or with both; with a map, the tables in it.
  mutating func addFolder(_ path: String) {
    let folder = TableFolder(path)
    if options.map != nil {
      let files = folder.foreign
      if files.isEmpty { fail(path, Localized(zh: "文件夹里没有表", en: "a folder without tables")) }
      for file in files { add(path: file) }
      return
    }
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

  mutating func addTables(_ folder: TableFolder) {
    let before = StreamedFolder(folder, draft: draft, log: log)
    folder.reportStrangers(log)
    let size = folder.size
    guard size <= FileBytes.mostTogether else {
      fail(folder.path, FileBytes.tooLarge(FileBytes.mostTogether))
      return
    }
    let isAll = isOnly && draft?.isHead ?? true
    if let reading = TableHalves.read(folder, size: size, deferring: isAll ? StreamedTables.kinds : [], log: log) {
      if isAll { streamed = before.with(StreamedTables(reading.deferred)) }
      add(reading.draft, called: folder.name)
      return
    }
    var reader = TableChartReader(words: WordReader(log: log), size: size)
    for table in folder.tables {
      guard let bytes = contents(of: table.path, limit: FileBytes.tableLimit) else { continue }
      TableIntake.read(csv: bytes, path: table.path, table.form, into: &reader, log: log)
    }
    add(reader.draft, called: folder.name)
  }

  /// Adds the tables of one container, whose name is the chart's id where nothing else gives one.
  private mutating func add(_ read: consuming ChartDraft, called name: String) {
    start = start ?? Place.none
    if read.key == nil, draft?.key == nil, !name.isEmpty { read.key = Sourced(name, at: .none) }
    add(read)
  }

  /// A workbook: sheets with the names of a chart's tables, else matrices, or foreign tables.
  mutating func addWorkbook(_ path: String) {
    do throws(WorkbookError) {
      var workbook = try WorkbookReader(path: path)
      let sheets = workbook.sheets.indices.filter { workbook.sheets[$0].hasCells }
      let forms = sheets.compactMap { sheet in TableForm.named(workbook.sheets[sheet].name).map { (sheet, $0) } }
      let rows = SheetRows(path: path, log: log)
      if options.map == nil, !forms.isEmpty {
        var reader = TableChartReader(words: WordReader(log: log))
        for (sheet, form) in forms { try rows.take(sheet, of: &workbook, form, into: &reader) }
        noteOthers(workbook.sheets, path: path)
        add(reader.draft, called: ContainerKind.stem(path))
        return
      }
      var grids: [Grid] = []
      var asides: [String] = []
      for sheet in sheets where options.map != nil || workbook.sheets[sheet].visibility == .visible {
        let name = workbook.sheets[sheet].name
        if options.map == nil, workbook.sheets[sheet].isAside {
          asides.append(name)
          continue
        }
        let grid = try rows.grid(sheet, of: &workbook)
        if options.map != nil { foreign.append(.init(name: name, grid: grid)) }
        grids.append(grid)
      }
      noteAsides(asides, path: path)
      if options.map == nil { addMatrices(grids, path: path) }
    } catch {
      fail(path, WorkbookMessages.text(error))
    }
  }

  /// Says which sheets were not read. Those that the program itself puts beside the tables need no word.
  private func noteOthers(_ sheets: [WorkbookSheet], path: String) {
    for sheet in sheets where TableForm.named(sheet.name) == nil && !TableForm.isAside(sheet.name) {
      log.note(
        at: Place(document: log.add(path: path, sheet: sheet.name), line: 1, column: 1),
        Localized(zh: "这张工作表不是责任图的表；没有读取", en: "the sheet is no table of a chart; it was not read"))
    }
  }

  private func noteAsides(_ names: [String], path: String) {
    guard let first = names.first else { return }
    let all = listed(names)
    log.note(
      at: Place(document: log.add(path: path, sheet: first), line: 1, column: 1),
      Localized(
        zh: "工作表 \(all) 只是把别的工作表换一种写法，或列出其中的发现；没有读取",
        en: "sheets that only repeat others in another form, or list what was found in them, were not read: \(all)"))
  }

  /// A database: tables with the names of a chart's.
  mutating func addDatabase(_ path: String) {
    do throws(DatabaseError) {
      let database = try Database(path: path)
      let forms = database.tables.compactMap { name in TableForm.named(name).map { (name, $0) } }
      guard !forms.isEmpty else {
        let names = listed(TableForm.all.map(\.name))
        fail(
          path,
          Localized(
            zh: "数据库里没有责任图的表；应有 \(names)", en: "the database has no table of a chart; expected some of \(names)"))
        return
      }
      var reader = TableChartReader(words: WordReader(log: log))
      for (name, form) in forms {
        var intake = TableIntake(path: path, .database(name), form, log: log)
        let columns = try database.columns(of: name)
        intake.takeHeading(columns, number: 0)
        try database.forEachRow(of: name, columns: columns) { row in
          intake.take(RowCells(base: row.base, cells: row.cells, number: row.number), into: &reader)
          return true
        }
      }
      add(reader.draft, called: ContainerKind.stem(path))
    } catch {
      fail(path, DatabaseMessages.text(error))
    }
  }

  /// A text with separators or with Markdown tables: matrices, or foreign tables.
  mutating func addText(_ path: String) {
    guard let bytes = contents(of: path, limit: FileBytes.limit) else { return }
    let document = log.add(path: path)
    var remarks = Remarks()
    guard
      let text = DecodedText(
        bytes, named: options.map?.encoding, document: document, log: log, remarks: &remarks)
    else {
      start = start ?? Place.none
      return
    }
    var grids: [Grid]
    var prose: [Grid.Cell] = []
    if case .markdown = ContainerKind(name: path) {
      let tables = MarkdownTables(text.bytes, document: document, log: log)
      (grids, prose) = (tables.grids, tables.prose)
    } else {
      let separator = options.map?.separator
      grids = [DelimitedText(document: document, log: log).grid(text.bytes, separator: separator, remarks: &remarks)]
    }
    log.note(remarks)
    if options.map != nil {
      foreign += grids.map { .init(name: ContainerKind.stem(path), grid: $0) }
      start = start ?? Place.none
    } else {
      addMatrices(grids, prose: prose, path: path)
    }
  }

  /// Reads the responsibility matrices of one file.
  private mutating func addMatrices(_ grids: [Grid], prose: [Grid.Cell] = [], path: String) {
    var options = MatrixReader.Options()
    options.alias = self.options.letters
    let reading = MatrixReader(options: options).read(grids, prose: prose, log: log)
    log.note(reading.remarks)
    if grids.isEmpty { fail(path, MatrixMessages.none) }
    var reader = TableChartReader(words: WordReader(log: log))
    reader.take(reading.tables)
    add(reader.draft, called: ContainerKind.stem(path))
  }

  /// Reads the foreign tables of all files by the map.
  mutating func readForeignTables() {
    guard let map = options.map, !foreign.isEmpty else { return }
    let reading = TableMapper(map: map).read(foreign, log: log)
    log.note(reading.remarks)
    var reader = TableChartReader(words: WordReader(log: log))
    reader.take(reading.tables)
    add(reader.draft, called: Self.commonName(of: foreign.map(\.name)))
    foreign = []
  }

  /// What all names begin with, if that says anything, else the first.
  private static func commonName(of names: [String]) -> String {
    guard let first = names.first else { return "" }
    var common = names.dropFirst().reduce(first) { common, name in common.commonPrefix(with: name) }
    while let last = common.last, "-_. ".contains(last) { common.removeLast() }
    return common.count >= 3 ? common : first
  }
}
