import RemitModel
import RemitSource
import RemitWorkbook

/// Reads the sheets of one workbook as tables of a chart, or as grids, and says what is odd in them.
struct SheetRows {
  let path: String
  let log: ProblemLog

  /// Reads a sheet as a table of a chart.
  ///
  /// What people merged they mean for every cell of the range; since a sheet says only at its end what is merged, one
  /// with merged cells is read a second time.
  func take(
    _ sheet: Int, of workbook: inout WorkbookReader, _ form: TableForm, into reader: inout TableChartReader
  ) throws(WorkbookError) {
    let name = workbook.sheets[sheet].name
    let before = (reader: reader, log: log.checkpoint)
    var intake = TableIntake(path: path, .sheet(name), form, log: log)
    let document = log.sources.documents.count - 1
    let report = try workbook.forEachRow(of: sheet) { row in
      intake.take(copy(row), into: &reader)
      return .next
    }
    if report.merges.contains(where: { $0.first.row < $0.last.row || $0.first.column < $0.last.column }) {
      reader = before.reader
      log.rewind(to: before.log)
      intake = TableIntake(path: path, .sheet(name), form, log: log, document: document)
      var filling = MergedRows(report.merges)
      _ = try workbook.forEachRow(of: sheet) { row in
        filling.forEachRow(upTo: row) { intake.take($0, into: &reader) }
        return .next
      }
      filling.finish { intake.take($0, into: &reader) }
    }
    intake.finish()
    note(report, workbook.sheets[sheet], document: document)
  }

  /// Reads a sheet as a grid.
  func grid(_ sheet: Int, of workbook: inout WorkbookReader) throws(WorkbookError) -> Grid {
    let name = workbook.sheets[sheet].name
    let document = log.add(path: path, sheet: name)
    var grid = Grid(document: document, origin: .sheet, headings: [name])
    let report = try workbook.forEachRow(of: sheet) { row in
      grid.append(row)
      return .next
    }
    grid.hide(report.hiddenRows)
    grid.merges = report.merges.map { merge in
      Grid.Merge(
        rows: merge.first.row...merge.last.row, columns: (merge.first.column - 1)...(merge.last.column - 1))
    }
    if grid.isFull {
      let most = Grid.mostCells
      log.report(
        at: Place(document: document, line: 0, column: 0),
        Localized(zh: "工作表超过 \(most) 格", en: "the sheet has more than \(most) cells"))
    }
    note(report, workbook.sheets[sheet], document: document)
    return grid
  }

  /// A row without the ban on copies that its reader puts on it; it is not kept.
  private func copy(_ row: borrowing RowCells) -> RowCells {
    RowCells(base: row.base, cells: row.cells, number: row.number)
  }

  /// Says what people do not see, and what could not be read.
  private func note(_ report: SheetReport, _ sheet: WorkbookSheet, document: Int) {
    let start = Place(document: document, line: 1, column: 1)
    if sheet.visibility != .visible {
      log.note(at: start, Localized(zh: "工作表是隐藏的；已读取", en: "the sheet is hidden; it was read"))
    }
    for rows in report.hiddenRows.prefix(5) {
      let text = rows.count == 1 ? "\(rows.lowerBound)" : "\(rows.lowerBound)–\(rows.upperBound)"
      log.note(
        at: Place(document: document, line: rows.lowerBound, column: 1),
        Localized(zh: "第 \(text) 行是隐藏的；已读取", en: "row \(text) is hidden; it was read"))
    }
    for error in report.errors.first {
      log.report(
        at: place(error.place, document),
        Localized(
          zh: "单元格里是错误值 \(error.reason)；应为文本或数",
          en: "the cell holds the error \(error.reason); expected a text or a number"))
    }
    for cell in report.uncomputed.first {
      log.report(
        at: place(cell, document),
        Localized(
          zh: "公式没有算出的值；应在表格软件里打开并保存一次",
          en: "the formula has no computed value; expected the workbook to be opened and saved once in a spreadsheet"))
    }
    for refusal in report.refusals.first {
      let found = quoted(Self.text(refusal.reason))
      log.report(
        at: place(refusal.place, document),
        Localized(zh: "读不懂 \(found)", en: "\(found) is not what the cell says it is"))
    }
  }

  private func place(_ cell: CellPlace, _ document: Int) -> Place {
    Place(document: document, line: cell.row, column: cell.column)
  }

  private static func text(_ refusal: SheetReport.Refusal) -> String {
    switch refusal {
    case .notANumber(let text), .notABoolean(let text), .notADate(let text), .unknownType(let text): text
    }
  }
}
