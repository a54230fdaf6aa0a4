import RemitInspection
import RemitModel
import RemitWorkbook

/// The sheet that lists all findings of a matrix's workbook, each with a link to the cell that shows it.
struct FindingsSheet {
  /// A sheet has no more links than 65,530, and nobody reads as many lines.
  private static let most = 20_000
  private static let headingRow = 3

  let notes: MatrixNotes
  let id: SheetID
  let title: String

  private var zh: Bool { notes.language == .chinese }

  /// The row of a finding.
  func row(_ number: Int) -> Int { Self.headingRow + 1 + min(number, Self.most) }

  private var columns: [(heading: String, width: Double)] {
    zh
      ? [
        ("单元格", 20), ("级别", 7), ("规则", 10), ("名称", 24), ("对象", 28), ("说明", 60), ("条款", 26), ("建议", 44), ("状态", 18),
      ]
      : [
        ("cell", 20), ("level", 9), ("rule", 10), ("name", 24), ("subject", 28), ("message", 60), ("clauses", 26),
        ("suggestion", 44), ("state", 18),
      ]
  }

  /// - Parameter places: The cell of each finding, if the matrix has one.
  func write(
    places: [(sheet: SheetID, cell: CellPlace)?], _ writer: inout WorkbookWriter
  ) throws(WorkbookError) {
    try writer.write(
      .text(title + (zh ? " · 发现" : " · findings")), at: CellPlace(row: 1, column: 1), on: id, MatrixLook.title)
    try writer.setRow(1, height: 28, on: id)
    let open = notes.findings.count { $0.state == .open }
    let rest = notes.findings.count - open
    try writer.write(
      .text(
        notes.findings.isEmpty
          ? (zh ? "未发现问题" : "nothing found")
          : zh ? "发现 \(open) 项，另有已豁免、忽略的 \(rest) 项" : "\(open) findings, and \(rest) that may stand"),
      at: CellPlace(row: 2, column: 1), on: id, MatrixLook.caption)
    for (index, column) in columns.enumerated() {
      let place = CellPlace(row: Self.headingRow, column: index + 1)
      try writer.write(.text(column.heading), at: place, on: id, MatrixLook.heading)
      try writer.setColumns(index + 1...index + 1, width: column.width, on: id)
    }
    for number in notes.findings.indices.prefix(Self.most) { try write(number, places[number], &writer) }
    if notes.findings.count > Self.most {
      let more = notes.findings.count - Self.most
      try writer.write(
        .text(zh ? "…另有 \(more) 项" : "… and \(more) more"), at: CellPlace(row: row(Self.most), column: 1), on: id)
    }
    try layOut(&writer)
  }

  private func write(
    _ number: Int, _ place: (sheet: SheetID, cell: CellPlace)?, _ writer: inout WorkbookWriter
  ) throws(WorkbookError) {
    let finding = notes.findings[number]
    let language = notes.language
    let texts = [
      finding.severity.name[language], finding.code, finding.name,
      finding.subjects.prefix(4).map {
        MatrixWords.line($0.name[language], limit: 80) + " (\(MatrixWords.line($0.key, limit: 80)))"
      }
      .joined(separator: "\n"),
      MatrixWords.lines(finding.message[language]), notes.clauses(finding),
      MatrixWords.lines(finding.suggestion?[language] ?? ""),
      MatrixWords.line(finding.allowance(language) ?? (zh ? "未处理" : "open")),
    ]
    let row = row(number)
    let first = CellPlace(row: row, column: 1)
    if let place {
      let name = "\(writer.name(of: place.sheet))!\(place.cell)"
      try writer.link(
        .text(name), at: first, on: id, to: place.cell, of: place.sheet, MatrixLook.link)
    } else {
      try writer.write(.text("–"), at: first, on: id, MatrixLook.text)
    }
    let lines = zip(texts, columns.dropFirst()).map { ColumnWidth.lines(of: $0, width: $1.width) }
    try writer.setRow(row, height: min(400, 4 + 14.5 * Double(lines.max() ?? 1)), on: id)
    for (index, text) in texts.enumerated() {
      let isBad = index < 2 && finding.severity == .error && finding.state == .open
      try writer.write(
        .text(text), at: CellPlace(row: row, column: index + 2), on: id, isBad ? MatrixLook.name : MatrixLook.text)
    }
  }

  private func layOut(_ writer: inout WorkbookWriter) throws(WorkbookError) {
    try writer.freeze(rows: Self.headingRow, columns: 1, on: id)
    let last = max(Self.headingRow, row(min(notes.findings.count, Self.most) - 1))
    try writer.filter(
      CellRange(
        CellPlace(row: Self.headingRow, column: 1), CellPlace(row: last, column: columns.count)), on: id)
    var setup = PrintSetup()
    setup.repeatedRows = Self.headingRow...Self.headingRow
    setup.header = "&L" + PrintSetup.literal(MatrixWords.line(title, limit: 80)) + "&R&A"
    setup.footer = "&C&P / &N"
    try writer.setPrinting(setup, on: id)
  }
}
