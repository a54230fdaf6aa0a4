import RemitModel
import RemitWorkbook

extension FormWorkbook {
  /// Writes a table's sheet.
  func write(
    _ form: FormTable, _ sheets: Sheets, _ lists: ListRanges, _ writer: inout WorkbookWriter
  ) throws(WorkbookError) {
    guard let sheet = sheets.tables[form.name] else { return }
    let rows = rows.texts[form.name] ?? []
    let last = lastRow(of: form)
    try layOut(form, last, on: sheet, &writer)
    for (index, column) in form.columns.enumerated() {
      let range = CellRange(CellPlace(row: 2, column: index + 1), CellPlace(row: last, column: index + 1))
      try writer.restrict(range, rule(for: column, at: index + 1, sheets, lists, writer), on: sheet)
    }
    try markMissing(form, last, on: sheet, &writer)
    try drawLines(form, last, on: sheet, &writer)
    for (row, texts) in rows.enumerated() {
      for (index, column) in form.columns.enumerated() {
        let place = CellPlace(row: row + 2, column: index + 1)
        let style = style(form, row, column)
        try writer.write(value(texts[index], column), at: place, on: sheet, style)
      }
      let height = Self.height(of: texts, form.columns.map(\.width))
      try writer.setRow(row + 2, height: height, on: sheet, grows: true)
      try note(form, row, on: sheet, &writer)
    }
    writer.protect(
      sheet,
      allowing: [.formatCells, .formatColumns, .formatRows, .insertRows, .deleteRows, .sort, .filter])
  }

  /// How high a row must be for texts that wrap, in points.
  static func height(of texts: [String], _ widths: [Double]) -> Double {
    // Latin letters are narrower than the digits in which widths are counted.
    let lines =
      zip(texts, widths).map { text, width in
        ColumnWidth.lines(of: text, width: text.utf8.allSatisfy { $0 < 0x80 } ? width * 1.12 + 1 : width)
      }.max() ?? 1
    return 5 + 14.5 * Double(max(1, lines))
  }

  /// The last row that has lists; the first is the heading.
  func lastRow(of form: FormTable) -> Int { (rows.texts[form.name]?.count ?? 0) + 1 + form.room }

  // MARK: Layout

  private func layOut(
    _ form: FormTable, _ last: Int, on sheet: SheetID, _ writer: inout WorkbookWriter
  ) throws(WorkbookError) {
    // Everything but the heading can be written in, so that whole rows can be put in and taken out.
    try writer.setColumns(form.columns.count + 1...WorkbookLimits.columns, width: 9, on: sheet, FormStyles.entry)
    for (index, column) in form.columns.enumerated() {
      let style = column.entry == .day ? FormStyles.entry.with { $0.numberFormat = "yyyy-mm-dd" } : FormStyles.entry
      let title = column.title(language)
      // The heading's filter button takes some room.
      let width = max(column.width, ColumnWidth.fitting([title]) + 2)
      try writer.setColumns(index + 1...index + 1, width: width, on: sheet, style)
      try writer.write(.text(title), at: CellPlace(row: 1, column: index + 1), on: sheet, FormStyles.heading)
    }
    try writer.setRow(1, height: 26, on: sheet, CellStyle().with { $0.isBold = true })
    try writer.freeze(rows: 1, columns: 1, on: sheet)
    try writer.filter(
      CellRange(CellPlace(row: 1, column: 1), CellPlace(row: last, column: form.columns.count)), on: sheet)
    try writer.setPrinting(printing(form.name), on: sheet)
  }

  private func style(_ form: FormTable, _ row: Int, _ column: FormColumn) -> CellStyle {
    var style = FormStyles.cell
    if column.entry == .day { style.numberFormat = "yyyy-mm-dd" }
    if rows.open[form.name]?.contains(FormRows.Cell(row: row, column: column.name)) == true {
      return FormStyles.filled(style, like: FormStyles.open)
    }
    return column.look == .named ? FormStyles.filled(style, like: FormStyles.named) : style
  }

  private func value(_ text: String, _ column: FormColumn) -> CellValue {
    if text.isEmpty { return .blank }
    switch column.entry {
    case .day: return WorkbookTables.value(text, .day)
    case .number: return WorkbookTables.value(text, .number)
    default: return .text(text)
    }
  }

  /// What is still to be filled in is marked until it is.
  private func markMissing(
    _ form: FormTable, _ last: Int, on sheet: SheetID, _ writer: inout WorkbookWriter
  ) throws(WorkbookError) {
    func mark(_ column: String, _ formula: String) throws(WorkbookError) {
      guard let number = form.number(of: column) else { return }
      let range = CellRange(CellPlace(row: 2, column: number), CellPlace(row: last, column: number))
      try writer.highlight(range, where: .formula(formula), FormStyles.missing, on: sheet)
    }
    if form.name == "holders" {
      try mark("person", "AND($A2<>\"\",OR($B2=\"\",$B2=\"\(text("待定", "TBD"))\"))")
      try mark("from", "AND($A2<>\"\",$C2=\"\")")
    }
    // A row that is begun needs its other required cells.
    for column in form.columns where column.isRequired && form.name != "holders" {
      guard let number = form.number(of: column.name) else { continue }
      let others = "$A2:$\(CellPlace.letters(form.columns.count))2"
      try mark(column.name, "AND($\(CellPlace.letters(number))2=\"\",COUNTA(\(others))>0)")
    }
  }

  /// Rows that are filled in later have lines already, and empty ones are not printed. LibreOffice takes one range of a
  /// cell only, so that the ranges are those in which what is missing is marked.
  private func drawLines(
    _ form: FormTable, _ last: Int, on sheet: SheetID, _ writer: inout WorkbookWriter
  ) throws(WorkbookError) {
    for number in 1...form.columns.count {
      let range = CellRange(CellPlace(row: 2, column: number), CellPlace(row: last, column: number))
      try writer.highlight(
        range, where: .formula("ROW()>1"), CellStyle().with { $0.border = FormStyles.line }, on: sheet)
    }
  }

  private func note(
    _ form: FormTable, _ row: Int, on sheet: SheetID, _ writer: inout WorkbookWriter
  ) throws(WorkbookError) {
    guard let notes = rows.notes[form.name], notes.indices.contains(row), !notes[row].isEmpty else { return }
    let column = form.name == "assignments" ? form.number(of: "letter") ?? 1 : 1
    let text = String(notes[row].prefix(2000))
    let lines = ColumnWidth.lines(of: text, width: 36)
    try writer.comment(
      text, by: "Remit", at: CellPlace(row: row + 2, column: column), on: sheet,
      box: (width: 260, height: 24 + 18 * min(lines, 20)))
  }
}
