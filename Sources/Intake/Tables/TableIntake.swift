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
  private var header: TableHeader?
  private var document = 0
  /// How many cells the heading's row has.
  private var width = 0
  private var titles = 0

  /// How many rows of titles may stand above a sheet's heading.
  private static let mostTitles = 10

  init(path: String, _ container: Container, _ form: TableForm, log: ProblemLog) {
    self.path = path
    self.container = container
    self.form = form
    self.log = log
    if case .sheet(let name) = container { document = log.add(path: path, sheet: name) }
  }

  /// Takes the next row.
  mutating func take(_ row: RowCells, into reader: inout TableChartReader) {
    guard let header else {
      takeHeading((0..<row.count).map { row.text($0) }, number: row.number)
      return
    }
    if row.count != width, !isEven(row) { return }
    var isBlank = true
    for cell in 0..<row.count where row[cell].count > 0 {
      isBlank = false
      break
    }
    if isBlank { return }
    var table = TableRow(cells: row, header: header, document: document)
    if case .csv = container { table.unescapes = true }
    reader.take(table, of: form)
  }

  /// Takes the heading. A database gives it beforehand.
  mutating func takeHeading(_ texts: [String], number: Int) {
    if texts.allSatisfy({ TableForm.folded($0).isEmpty }) { return }
    switch container {
    case .csv: document = log.add(path: path, columns: texts)
    case .database(let table): document = log.add(path: path, sheet: table, columns: texts)
    case .sheet:
      if titles < Self.mostTitles, !form.isHeading(texts) {
        titles += 1
        return
      }
    }
    width = texts.count
    header = TableHeader(
      texts.enumerated().map { Sourced($1, at: Place(document: document, line: number, column: $0 + 1)) }, form,
      log: log)
  }

  /// Reports a table without a heading.
  func finish() {
    guard header == nil else { return }
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
    var intake = TableIntake(path: path, .csv, form, log: log)
    if let offset = UTF8Check.firstInvalid(in: bytes) {
      reportEncoding(bytes[...], offset, path: path, log: log)
      return
    }
    bytes.withUnsafeMutableBufferPointer { buffer in
      CSVText.forEachRow(of: buffer) { row in
        intake.take(row, into: &reader)
      } fault: { fault in
        intake.report(fault)
      }
    }
    intake.finish()
  }

  private static func reportEncoding(_ bytes: ArraySlice<UInt8>, _ offset: Int, path: String, log: ProblemLog) {
    let line = bytes[..<offset].count { $0 == 10 } + 1
    let byte = "0x" + String(bytes[offset], radix: 16, uppercase: true)
    log.report(
      at: Place(document: log.add(path: path), line: line, column: 0),
      Localized(
        zh: "这一行不是 UTF-8 编码（字节 \(byte)）；应另存为 UTF-8",
        en: "the row is not UTF-8 (byte \(byte)); expected the file to be saved as UTF-8"))
  }
}
