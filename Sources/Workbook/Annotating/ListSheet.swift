/// The XML of an added sheet: texts in rows under headings that stay in sight.
enum ListSheet {
  /// The part's bytes.
  ///
  /// - Throws: `textTooLong` for texts that no cell holds, `exceeds` for too many rows or columns.
  static func part(
    _ sheet: AddedSheet, styles: inout StyleEditing, _ dialect: Dialect
  ) throws(WorkbookError) -> [UInt8] {
    let rows = sheet.rows.count + 1
    let columns = max(1, sheet.columns.count)
    guard rows <= WorkbookLimits.rows else { throw WorkbookError(.exceeds(.rows, bound: WorkbookLimits.rows)) }
    guard columns <= WorkbookLimits.columns, sheet.rows.allSatisfy({ $0.count <= columns }) else {
      throw WorkbookError(.exceeds(.columns, bound: WorkbookLimits.columns))
    }
    let range = CellRange(CellPlace(row: 1, column: 1), CellPlace(row: rows, column: columns))
    let heading = styles.number(of: .heading)
    let (text, quoted) = (styles.number(of: .text), styles.number(of: .quotedText))
    let widths = self.widths(sheet)
    var xml = """
      <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
      <worksheet xmlns="\(dialect.main)"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><dimension ref="\(range)"/>\
      <sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" \
      state="frozen"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/><cols>\(list(widths))</cols>\
      <sheetData>
      """
    try append(sheet.columns, row: 1, widths, to: &xml) { _ in heading }
    for (index, row) in sheet.rows.enumerated() {
      try append(row, row: index + 2, widths, to: &xml) { FormulaLookalike.matches($0) ? quoted : text }
    }
    xml += """
      </sheetData><autoFilter ref="\(range)"/><pageMargins left="0.6" right="0.6" top="0.7" bottom="0.7" \
      header="0.3" footer="0.3"/><pageSetup paperSize="9" fitToHeight="0" orientation="landscape"/></worksheet>
      """
    return Array(xml.utf8)
  }

  private static func append(
    _ texts: [String], row: Int, _ widths: [Double], to xml: inout String, _ format: (String) -> Int
  ) throws(WorkbookError) {
    // Not every program makes rows as high as wrapped texts ask for.
    let lines = zip(texts, widths).map { ColumnWidth.lines(of: $0, width: $1) }.max() ?? 1
    xml += "<row r=\"\(row)\"" + (lines > 1 ? " ht=\"\(min(lines * 15, 405))\" customHeight=\"1\">" : ">")
    for (index, text) in texts.enumerated() where !text.isEmpty {
      let units = text.utf16.count
      guard units <= WorkbookWriter.textBound else {
        throw WorkbookError(.textTooLong(units: units, bound: WorkbookWriter.textBound))
      }
      let place = CellPlace(row: row, column: index + 1)
      xml += "<c r=\"\(place)\" s=\"\(format(text))\" t=\"inlineStr\"><is><t xml:space=\"preserve\">"
      xml += XMLText.escapeString(text) + "</t></is></c>"
    }
    xml += "</row>"
  }

  /// Widths by the headings and the first thousand rows.
  private static func widths(_ sheet: AddedSheet) -> [Double] {
    (0..<max(1, sheet.columns.count)).map { column in
      ColumnWidth.fitting(
        ([sheet.columns] + sheet.rows.prefix(1_000)).map { $0.indices.contains(column) ? $0[column] : "" })
    }
  }

  private static func list(_ widths: [Double]) -> String {
    widths.enumerated().map {
      "<col min=\"\($0 + 1)\" max=\"\($0 + 1)\" width=\"\($1)\" customWidth=\"1\"/>"
    }.joined()
  }
}
