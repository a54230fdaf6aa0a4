import RemitModel
import RemitSource

/// One table as its rows come in: the heading first, which says what each cell of the others is.
struct TableIntake {
  /// What holds the table, as far as it makes a difference.
  enum Container {
    /// Every row has as many cells as the first, which is the heading.
    case csv
    /// Titles may stand above the heading, and rows may end early.
    case sheet(String)
    /// The columns are known beforehand.
    case database(String)
  }

  private let path: String
  private let container: Container
  private let form: TableForm
  private let log: ProblemLog
  /// Nil before the heading is known.
  private var header: TableHeader?
  var hasHeading: Bool { header != nil }
  private(set) var document = 0
  /// How many cells the heading's row has.
  private var width = 0
  private var titles = 0

  /// How many rows of titles may stand above a sheet's heading.
  private static let mostTitles = 10

  /// The document of a table that is read again.
  private let known: Int?

  /// - Parameter known: The document of a table that is read again.
  init(path: String, _ container: Container, _ form: TableForm, log: ProblemLog, document known: Int? = nil) {
    self.path = path
    self.container = container
    self.form = form
    self.log = log
    self.known = known
    if case .sheet(let name) = container { document = known ?? log.add(path: path, sheet: name) }
  }

  /// Takes the next row.
  mutating func take(_ cells: RowCells, into reader: inout some RowTaker) {
    guard let header else {
      takeHeading(cells)
      return
    }
    take(TableRow(cells: cells, header: header, document: document), into: &reader)
  }

  @inline(__always)
  private func take(_ row: borrowing TableRow, into reader: inout some RowTaker) {
    let cells = row.cells
    if cells.count != width, !isEven(cells) { return }
    var bytes = 0
    for cell in cells.cells { bytes += Int(cell.count) }
    if bytes == 0 { return }
    // A row takes some room however short it is, so that no table has 2^28 of them, for which row numbers have no bits.
    let size = max(16, bytes)
    guard size <= reader.room else {
      reportFull(cells, &reader)
      return
    }
    reader.room -= size
    reader.take(row, of: form)
  }

  /// Says once that there is no room for the rest.
  private func reportFull(_ row: RowCells, _ reader: inout some RowTaker) {
    if reader.room > 0 {
      log.report(at: Place(document: document, line: row.number, column: 0), FileBytes.tooMuch(FileBytes.mostTogether))
    }
    reader.room = 0
  }

  /// Takes some rows.
  mutating func take(_ batch: CSVText.Batch, into reader: inout some RowTaker) {
    guard let header else {
      for row in 0..<batch.count { take(batch[row], into: &reader) }
      return
    }
    reader.fetch(batch, header)
    // One row for all, since each new one would count a reference to the heading.
    var row = TableRow(cells: .empty, header: header, document: document)
    for index in 0..<batch.count {
      row.cells = batch[index]
      row.index = index
      take(row, into: &reader)
    }
  }

  /// Takes the heading and leaves all other rows.
  mutating func takeHeading(of batch: CSVText.Batch) {
    for row in 0..<batch.count where !hasHeading { takeHeading(batch[row]) }
  }

  private mutating func takeHeading(_ row: RowCells) {
    takeHeading((0..<row.count).map { row.text($0) }, number: row.number)
  }

  /// Takes the heading. A database gives it beforehand.
  mutating func takeHeading(_ texts: [String], number: Int) {
    if texts.allSatisfy({ TableForm.folded($0).isEmpty }) { return }
    switch container {
    case .csv: document = known ?? log.add(path: path, columns: texts)
    case .database(let table): document = log.add(path: path, sheet: table, columns: texts)
    case .sheet:
      if titles < Self.mostTitles, !form.isHeading(texts) {
        titles += 1
        return
      }
    }
    width = texts.count
    var isText = false
    if case .csv = container { isText = true }
    header = TableHeader(
      texts.enumerated().map { Sourced($1, at: Place(document: document, line: number, column: $0 + 1)) }, form,
      unescapes: isText, log: log)
  }

  /// Reports a table without a heading.
  func finish() {
    guard !hasHeading else { return }
    var document = document
    if case .sheet = container {} else { document = log.add(path: path) }
    let columns = listed(form.headings.map(\.column.word))
    log.report(
      at: Place(document: document, line: 1, column: 0),
      Localized(
        zh: "表 \(form.name) 没有表头；应有以下各列：\(columns)",
        en: "the table \(form.name) has no heading; expected the columns \(columns)"))
  }

  /// Whether a row with more or fewer cells than the heading may pass.
  private func isEven(_ row: RowCells) -> Bool {
    if case .csv = container {} else if row.count < width { return true }
    if row.count > width, (width..<row.count).allSatisfy({ row[$0].isEmpty }) { return true }
    let count = row.count
    log.report(
      at: Place(document: document, line: row.number, column: 0),
      Localized(
        zh: "这一行有 \(count) 格，而表头有 \(width) 格；含逗号的文本应加引号",
        en: "the row has \(count) cells, while the heading has \(width); expected texts with commas to be in quotes"))
    return false
  }

  /// Reports what is wrong with the text of a CSV file.
  func report(_ fault: CSVText.Fault) {
    switch fault {
    case .openQuote(let line, let column):
      log.report(
        at: Place(document: document, line: line, column: column),
        Localized(zh: "这里的引号没有结束", en: "the quote that begins here is never closed"))
    case .textAfterQuote(let line, let column):
      log.report(
        at: Place(document: document, line: line, column: column),
        Localized(
          zh: "结束的引号后面还有文本；文本里的引号应写两次",
          en: "text after a closing quote; expected quotes within a text to be written twice"))
    case .tooWide(let line):
      let widest = CSVText.widest
      log.report(
        at: Place(document: document, line: line, column: 0),
        Localized(zh: "这一行超过 \(widest) 格", en: "the row has more than \(widest) cells"))
    }
  }
}

extension TableIntake {
  /// Reads a CSV file as a table of a chart. O(bytes).
  static func read(
    csv bytes: consuming [UInt8], path: String, _ form: TableForm, into reader: inout TableChartReader,
    log: ProblemLog
  ) {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
    if UTF8Check.firstInvalid(in: bytes) != nil {
      var remarks = Remarks()
      let document = log.add(path: path)
      guard let decoded = DecodedText(bytes, document: document, log: log, remarks: &remarks) else { return }
      log.note(remarks)
      bytes = decoded.bytes
    }
    var intake = TableIntake(path: path, .csv, form, log: log)
    reader.reserve(for: bytes, of: form)
    bytes.withUnsafeMutableBufferPointer { bytes in
      _ = CSVText.forEachBatch(of: bytes) {
        intake.take($0, into: &reader)
      } fault: {
        intake.report($0)
      }
    }
    intake.finish()
  }

  /// Reads a part of a CSV file. O(bytes).
  ///
  /// - Returns: The number of the line that follows; nil where the file cannot be read, or is no UTF-8.
  mutating func read(_ part: consuming TablePart, into reader: inout some RowTaker) -> Int? {
    let size = part.size()
    reader.reserve(rows: Self.rows(bytes: size.bytes, line: size.line), of: form)
    let line = part.forEachBatch {
      take($0, into: &reader)
    } fault: {
      report($0)
    }
    finish()
    return line
  }

  /// Takes nothing but the heading of a CSV file. False where it cannot be found.
  mutating func readHeading(of part: consuming TablePart) -> Bool {
    part.withFirstRows { takeHeading(of: $0) }
    return hasHeading
  }

  /// How many rows to make room for: some more than the first lines let expect. A text that is nothing but lines must
  /// not ask for memory that its rows will not need.
  static func rows(bytes: Int, line: Int) -> Int { min((bytes + bytes / 8) / max(16, line), 1 << 22) }
}
