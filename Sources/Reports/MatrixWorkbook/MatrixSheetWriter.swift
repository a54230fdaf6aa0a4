import RemitInspection
import RemitModel
import RemitWorkbook

/// Writes one sheet of a matrix: title and legend, headings, letters, and what was found.
struct MatrixSheetWriter {
  /// Where the list of findings is, if there is one, and its row of a finding.
  struct List {
    let sheet: SheetID
    let row: (Int) -> Int
  }

  /// Grids of more cells have no lines around empty ones, which would take more room than all the rest.
  private static let mostLined = 1_000_000

  let geometry: MatrixGeometry
  let id: SheetID
  let caption: String
  let notes: MatrixNotes?
  let list: List?
  /// The numbers of the findings on each marked cell.
  let marks: [CellPlace: [Int]]

  /// The same by row, for rows of letters.
  private let numbersOfRow: [Int: Set<Int>]
  /// The positions of columns that begin a group.
  private let beginnings: Set<Int>

  private var plan: MatrixPlan { geometry.plan }
  private var sheet: MatrixSheet { geometry.sheet }
  private var language: Language { plan.language }
  private var zh: Bool { language == .chinese }

  init(
    _ geometry: MatrixGeometry, on id: SheetID, caption: String, targets: [[MatrixMarks.Target]],
    notes: MatrixNotes?, list: List?
  ) {
    self.geometry = geometry
    self.id = id
    self.caption = caption
    self.notes = notes
    self.list = list
    var marks: [CellPlace: [Int]] = [:]
    for (number, targets) in targets.enumerated() {
      for place in targets.compactMap(geometry.place) where marks[place]?.last != number {
        marks[place, default: []].append(number)
      }
    }
    self.marks = marks
    numbersOfRow = marks.reduce(into: [:]) { rows, mark in
      if mark.key.row > geometry.nameRow { rows[mark.key.row, default: []].formUnion(mark.value) }
    }
    beginnings = Set(
      (geometry.groups.isEmpty ? geometry.places : geometry.groups).map(\.positions.lowerBound))
  }

  func write(_ writer: inout WorkbookWriter) throws(WorkbookError) {
    let headings = self.headings()
    try writeHead(headings, &writer)
    try writeHeadings(headings, &writer)
    let widths = detailWidths()
    for position in sheet.rows.indices { try writeRow(position, widths, &writer) }
    for place in marks.keys.sorted() {
      guard let notes, let numbers = marks[place] else { continue }
      let text = notes.text(numbers)
      try writer.comment(text, by: "Remit", at: place, on: id, box: notes.box(text))
    }
    try layOut(headings, &writer)
  }

  // MARK: Head

  private func writeHead(_ headings: MatrixHeadings, _ writer: inout WorkbookWriter) throws(WorkbookError) {
    let title = CellPlace(row: MatrixGeometry.titleRow, column: 1)
    let chart = plan.matrix.chart
    var text = MatrixWords.line(chart.title[language], limit: 200)
    if let place = sheet.place {
      text += " · " + MatrixWords.line(chart.jurisdictions.name[place][language], limit: 80)
    }
    text += zh ? (sheet.axis == .duty ? "（按职责）" : "（按岗位）") : (sheet.axis == .duty ? " (by duty)" : " (by post)")
    try writer.write(
      .text(text), at: title, on: id, marks[title] == nil ? MatrixLook.title : MatrixLook.markedTitle)
    try writer.setRow(title.row, height: 28, on: id)
    try writer.write(
      .text(caption), at: CellPlace(row: MatrixGeometry.captionRow, column: 1), on: id, MatrixLook.caption)
    try writer.setRow(MatrixGeometry.captionRow, height: 18, on: id)
    try writeLegend(headings, &writer)
    try writer.setRow(MatrixGeometry.legendRow, height: 20, on: id)
  }

  /// Each letter with its word, on as many columns as it needs. Readers of matrices understand it too.
  private func writeLegend(_ headings: MatrixHeadings, _ writer: inout WorkbookWriter) throws(WorkbookError) {
    let widths = detailWidths() + headings.widths
    var column = 2
    let leads = zh ? "★ = 牵头" : "★ = leads"
    let items =
      Letter.allCases.map { ("\($0.rawValue) = \($0.name[language])", MatrixLook.letter($0)) }
      + [(leads, MatrixLook.heading)]
    for (text, style) in items {
      let needed = Double(TextWidth.columns(text)) * 1.15 + 2
      var last = column
      func width() -> Double { (column...last).reduce(0) { $0 + ($1 <= widths.count ? widths[$1 - 1] : 8.43) } }
      // What goes over the edge of the frozen columns would be cut there.
      while width() < needed, last != 2 { last += 1 }
      if width() < needed, last == 2 {
        (column, last) = (3, 3)
        while width() < needed { last += 1 }
      }
      let row = MatrixGeometry.legendRow
      try writer.merge(
        CellRange(CellPlace(row: row, column: column), CellPlace(row: row, column: last)), .text(text), on: id,
        style.with { $0.horizontal = .center })
      column = last + 1
    }
  }

  // MARK: Headings

  private func headings() -> MatrixHeadings {
    let cells = sheet.columns.indices.map { column in
      sheet.rows.indices.reduce(1) { most, row in
        let ends = sheet.ends(row, column)
        return max(most, TextWidth.columns(plan.matrix.cell(duty: ends.duty, assignee: ends.assignee).text))
      }
    }
    return MatrixHeadings(sheet.columns.map(columnText), cells: cells, language)
  }

  private func columnText(_ column: Int) -> String {
    let matrix = plan.matrix
    if sheet.axis == .duty { return plan.labels[column] }
    return MatrixWords.line(matrix.chart.duties.title[matrix.duties[column]][language])
  }

  private func writeHeadings(_ headings: MatrixHeadings, _ writer: inout WorkbookWriter) throws(WorkbookError) {
    for (index, detail) in geometry.details.enumerated() {
      try writer.merge(
        CellRange(
          CellPlace(row: MatrixGeometry.headRow, column: index + 1),
          CellPlace(row: geometry.nameRow, column: index + 1)),
        .text(MatrixDetails.heading(detail, sheet.axis, language)), on: id, MatrixLook.heading)
    }
    if let row = geometry.placeRow {
      try writeRuns(geometry.places, row, headings, &writer) { sample in
        plan.matrix.chart.jurisdictions.name[plan.place(column: sample, of: sheet)][language]
      }
    }
    if let row = geometry.groupRow {
      try writeRuns(geometry.groups, row, headings, &writer) { sample in
        guard sheet.axis == .duty else { return plan.domain(duty: sample) }
        let organization = plan.organization(assignee: sample)
        return organization.map { plan.matrix.chart.organizations.name[$0][language] } ?? ""
      }
    }
    let style = MatrixLook.columnHeading(headings.rotation)
    for (position, column) in sheet.columns.enumerated() {
      let place = CellPlace(row: geometry.nameRow, column: geometry.column(position))
      try writer.write(.text(columnText(column)), at: place, on: id, styled(style, place, position, isHeading: true))
    }
    try writer.setRow(geometry.nameRow, height: headings.height, on: id)
  }

  /// Writes what stands over several columns, in a row that is high enough for it.
  private func writeRuns(
    _ runs: [MatrixGeometry.Run], _ row: Int, _ headings: MatrixHeadings, _ writer: inout WorkbookWriter,
    _ text: (Int) -> String
  ) throws(WorkbookError) {
    var height = 20.0
    for run in runs {
      let first = CellPlace(row: row, column: geometry.column(run.positions.lowerBound))
      let last = CellPlace(row: row, column: geometry.column(run.positions.upperBound - 1))
      let text = MatrixWords.line(text(run.sample))
      let width = run.positions.reduce(0) { $0 + headings.widths[$1] }
      height = max(height, MatrixHeadings.height(text, width: width))
      var style = marks[first] == nil ? MatrixLook.group : MatrixLook.markedHeading(MatrixLook.group)
      if MatrixHeadings.turns(text, width: width) { style.rotation = .degrees(90) }
      try writer.merge(CellRange(first, last), .text(text), on: id, style)
    }
    try writer.setRow(row, height: height, on: id)
  }

  // MARK: Rows

  private func writeRow(_ position: Int, _ widths: [Double], _ writer: inout WorkbookWriter) throws(WorkbookError) {
    let row = geometry.row(position)
    let index = sheet.rows[position]
    var lines = 1
    for (column, detail) in geometry.details.enumerated() {
      let place = CellPlace(row: row, column: column + 1)
      if detail == .findings {
        try writeCount(at: place, &writer)
        continue
      }
      let text = MatrixDetails.text(detail, of: index, sheet.axis, plan)
      lines = max(lines, ColumnWidth.lines(of: text, width: widths[column] + 1))
      let style = detail == .name ? MatrixLook.name : MatrixLook.text
      try writer.write(.text(text), at: place, on: id, marks[place] == nil ? style : MatrixLook.markedHeading(style))
    }
    // Not every program makes rows as high as their texts.
    try writer.setRow(row, height: min(400, 4 + 14.5 * Double(lines)), on: id)
    let isLined = sheet.rows.count * sheet.columns.count <= Self.mostLined
    for column in sheet.columns.indices {
      let ends = sheet.ends(position, column)
      let cell = plan.matrix.cell(duty: ends.duty, assignee: ends.assignee)
      let place = CellPlace(row: row, column: geometry.column(column))
      guard let letter = cell.letters.min() else {
        if isLined { try writer.write(.blank, at: place, on: id, styled(MatrixLook.empty, place, column)) }
        continue
      }
      try writer.write(.text(cell.text), at: place, on: id, styled(MatrixLook.letter(letter), place, column))
    }
  }

  /// How many findings there are on the row, with a link to the first in the list.
  private func writeCount(at place: CellPlace, _ writer: inout WorkbookWriter) throws(WorkbookError) {
    let numbers = numbersOfRow[place.row] ?? []
    guard let first = numbers.min(), let list else {
      try writer.write(.blank, at: place, on: id, MatrixLook.count)
      return
    }
    let target = CellPlace(row: list.row(first), column: 1)
    try writer.link(.number(Double(numbers.count)), at: place, on: id, to: target, of: list.sheet, MatrixLook.count)
  }

  private func styled(_ style: CellStyle, _ place: CellPlace, _ position: Int, isHeading: Bool = false) -> CellStyle {
    if marks[place] != nil { return isHeading ? MatrixLook.markedHeading(style) : MatrixLook.marked(style) }
    return beginnings.contains(position) ? MatrixLook.first(style) : style
  }

  // MARK: Layout

  private func detailWidths() -> [Double] {
    geometry.details.map { detail in
      let texts = sheet.rows.prefix(2000).lazy.map { MatrixDetails.text(detail, of: $0, sheet.axis, plan) }
      let heading = ColumnWidth.fitting([MatrixDetails.heading(detail, sheet.axis, language)])
      return max(heading, MatrixDetails.width(detail, texts))
    }
  }

  private func layOut(_ headings: MatrixHeadings, _ writer: inout WorkbookWriter) throws(WorkbookError) {
    let details = detailWidths()
    for (index, width) in (details + headings.widths).enumerated() {
      try writer.setColumns(index + 1...index + 1, width: width, on: id)
    }
    try writer.freeze(rows: geometry.nameRow, columns: 2, on: id)
    try writer.filter(
      CellRange(
        CellPlace(row: geometry.nameRow, column: 1),
        CellPlace(row: geometry.lastRow, column: geometry.details.count)), on: id)
    try writer.setPrinting(printing(details, headings.widths), on: id)
  }

  /// A4 where letters stay legible on it, else A3, on as many pages side by side as that takes.
  private func printing(_ details: [Double], _ widths: [Double]) -> PrintSetup {
    var setup = PrintSetup()
    let frozen = details.prefix(2).reduce(0, +)
    let all = details.reduce(0, +) + widths.reduce(0, +)
    let (small, large) = (210.0, 330.0)
    setup.paper = all <= small ? .a4 : .a3
    if all > large { setup.pagesWide = Int(((all - frozen) / (large - frozen)).rounded(.up)) }
    setup.repeatedRows = MatrixGeometry.headRow...geometry.nameRow
    setup.repeatedColumns = 1...2
    setup.margins = (left: 1.2, right: 1.2, top: 1.8, bottom: 1.5)
    setup.header = "&L" + PrintSetup.literal(MatrixWords.line(plan.matrix.chart.title[language], limit: 80)) + "&R&A"
    setup.footer = "&L" + (plan.matrix.chart.asOf.map { "\($0)" } ?? "") + "&C&P / &N"
    return setup
  }
}
