import Foundation
import RemitModel
import RemitWorkbook

/// Writes a chart as a workbook: a sheet for each table, with bold headings that stay in sight, a filter, and columns as
/// wide as their texts. Printed, a sheet is as wide as A4 lying down.
struct WorkbookTables: ChartWriter {
  func files(_ chart: Chart) throws(ExportError) -> [ChartFile] {
    let tables = try ChartTables.faithful(chart)
    var properties = WorkbookProperties()
    properties.title = chart.title.first
    do throws(WorkbookError) {
      let bytes = try WorkbookBytes.make(properties) { writer throws(WorkbookError) in
        for table in tables {
          let sheet = try writer.addSheet(table.name)
          try Self.layOut(table, on: sheet, titled: chart.title.first, &writer)
          try Self.fill(table, on: sheet, &writer)
        }
      }
      return [ChartFile(name: nil, bytes: bytes)]
    } catch {
      throw Self.worded(error)
    }
  }

  // MARK: Sheets

  private static let heading = CellStyle().with {
    $0.isBold = true
    $0.fill = CellColour(0xE7EEF7)
    $0.border.bottom = .thin
    $0.vertical = .center
  }

  private static let cell = CellStyle().with {
    $0.wraps = true
    $0.vertical = .top
    // Numbers too, as ids and days do.
    $0.horizontal = .left
  }

  private static func layOut(
    _ table: ChartTable, on sheet: SheetID, titled title: String, _ writer: inout WorkbookWriter
  ) throws(WorkbookError) {
    for (index, column) in table.columns.enumerated() {
      let texts = (0..<min(table.rowCount, 2000)).lazy.map { column.cell($0) }
      // The heading's filter button takes some room.
      let width = max(ColumnWidth.fitting(texts, between: 6, and: 36), ColumnWidth.fitting([column.name]) + 3)
      try writer.setColumns(index + 1...index + 1, width: width, on: sheet)
    }
    try writer.freeze(rows: 1, columns: 0, on: sheet)
    try writer.filter(
      CellRange(
        CellPlace(row: 1, column: 1), CellPlace(row: table.rowCount + 1, column: table.columns.count)), on: sheet)
    var printing = PrintSetup()
    printing.repeatedRows = 1...1
    printing.header = "&L" + PrintSetup.literal(String(title.prefix(80))) + "&R&A"
    printing.footer = "&C&P / &N"
    try writer.setPrinting(printing, on: sheet)
  }

  private static func fill(
    _ table: ChartTable, on sheet: SheetID, _ writer: inout WorkbookWriter
  ) throws(WorkbookError) {
    for (index, column) in table.columns.enumerated() {
      try writer.write(.text(column.name), at: CellPlace(row: 1, column: index + 1), on: sheet, heading)
    }
    for row in 0..<table.rowCount {
      for (index, column) in table.columns.enumerated() {
        let text = column.cell(row)
        if text.isEmpty { continue }
        try writer.write(
          value(text, column.kind), at: CellPlace(row: row + 2, column: index + 1), on: sheet, cell)
      }
    }
  }

  /// Days and numbers are such to spreadsheets too, where these keep all of them; all else is text.
  static func value(_ text: String, _ kind: TableColumn.Kind) -> CellValue {
    switch kind {
    case .text, .list, .flag: break
    case .number, .count:
      // A cell keeps fifteen digits.
      if let number = Double(text), Double(String(format: "%.15g", number)) == number { return .number(number) }
    case .day:
      if let day = CalendarDay(text), day.year > 1900 {
        return .day(WorkbookDay(year: day.year, month: day.month, day: day.day))
      }
    }
    return .text(text)
  }

  // MARK: Faults

  static func worded(_ error: WorkbookError) -> ExportError {
    switch error.fault {
    case .textTooLong(_, let bound):
      ExportError(
        message: Localized(
          zh: "一段文字超过 \(bound) 个字符，工作簿的单元格放不下；可写成 YAML、CSV 或 SQLite",
          en: "a text is longer than the \(bound) characters of a workbook's cell; YAML, CSV and SQLite hold it"))
    case .unwritable(.outsideSheet):
      ExportError(
        message: Localized(
          zh: "有一张表超过工作簿的 \(WorkbookLimits.rows) 行；可写成 CSV 或 SQLite",
          en: "a table has more than the \(WorkbookLimits.rows) rows of a workbook; CSV and SQLite hold it"))
    case .system(let code):
      ExportError(
        message: Localized(
          zh: "无法在临时文件夹里写工作簿：\(String(cString: strerror(code)))",
          en: "cannot write the workbook in the temporary folder: \(String(cString: strerror(code)))"))
    default:
      ExportError(message: Localized(zh: "无法写出工作簿：\(error.fault)", en: "cannot write the workbook: \(error.fault)"))
    }
  }
}
