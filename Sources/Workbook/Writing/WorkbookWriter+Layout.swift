import CWorkbook

extension WorkbookWriter {
  /// Sets the width of columns, in the unit of `ColumnWidth`, and a style for those of their cells that are not written.
  package mutating func setColumns(
    _ columns: ClosedRange<Int>, width: Double, on sheet: SheetID, _ style: CellStyle = CellStyle(),
    isHidden: Bool = false
  ) throws(WorkbookError) {
    try check(CellRange(CellPlace(row: 1, column: columns.lowerBound), CellPlace(row: 1, column: columns.upperBound)))
    var options = lxw_row_col_options()
    options.hidden = isHidden ? 1 : 0
    let format = try format(style)
    try book.check(
      worksheet_set_column_opt(
        sheets[sheet.index].pointer, lxw_col_t(columns.lowerBound - 1), lxw_col_t(columns.upperBound - 1),
        min(max(0, width), ColumnWidth.most), format, &options))
  }

  /// Sets the height of a row, in points, up to 409.
  ///
  /// - Parameter grows: whether spreadsheets make it higher or lower when somebody changes its texts.
  package mutating func setRow(
    _ row: Int, height: Double, on sheet: SheetID, _ style: CellStyle = CellStyle(), isHidden: Bool = false,
    grows: Bool = false
  ) throws(WorkbookError) {
    try check(CellRange(CellPlace(row: row, column: 1), CellPlace(row: row, column: 1)))
    var options = lxw_row_col_options()
    options.hidden = isHidden ? 1 : 0
    if grows { sheets[sheet.index].growing.insert(row) }
    let format = try format(style)
    try book.check(
      worksheet_set_row_opt(
        sheets[sheet.index].pointer, lxw_row_t(row - 1), min(max(0, height), 409), format, &options))
  }

  /// Keeps rows and columns in sight while the rest is scrolled.
  package mutating func freeze(rows: Int, columns: Int, on sheet: SheetID) throws(WorkbookError) {
    try check(CellRange(CellPlace(row: rows + 1, column: columns + 1), CellPlace(row: rows + 1, column: columns + 1)))
    worksheet_freeze_panes(sheets[sheet.index].pointer, lxw_row_t(rows), lxw_col_t(columns))
  }

  /// Lets people choose rows by their values; the first row of the range has the headings.
  package mutating func filter(_ range: CellRange, on sheet: SheetID) throws(WorkbookError) {
    try check(range)
    try book.check(
      worksheet_autofilter(
        sheets[sheet.index].pointer, lxw_row_t(range.first.row - 1), lxw_col_t(range.first.column - 1),
        lxw_row_t(range.last.row - 1), lxw_col_t(range.last.column - 1)))
  }

  /// Protects a sheet without a password: only cells of unlocked styles can be written in. It guards against slips, not
  /// against people who mean it.
  package mutating func protect(_ sheet: SheetID, allowing allowances: SheetAllowances = []) {
    var options = lxw_protection()
    options.format_cells = allowances.contains(.formatCells) ? 1 : 0
    options.format_columns = allowances.contains(.formatColumns) ? 1 : 0
    options.format_rows = allowances.contains(.formatRows) ? 1 : 0
    options.insert_rows = allowances.contains(.insertRows) ? 1 : 0
    options.delete_rows = allowances.contains(.deleteRows) ? 1 : 0
    options.sort = allowances.contains(.sort) ? 1 : 0
    options.autofilter = allowances.contains(.filter) ? 1 : 0
    worksheet_protect(sheets[sheet.index].pointer, nil, &options)
  }

  /// Says how a sheet is printed.
  ///
  /// - Throws: `textTooLong` for headers and footers over 255 units, or `unwritable(.outsideSheet)`.
  package mutating func setPrinting(_ setup: PrintSetup, on sheet: SheetID) throws(WorkbookError) {
    let target = sheets[sheet.index].pointer
    worksheet_set_paper(target, setup.paper.code)
    if setup.isLandscape { worksheet_set_landscape(target) }
    if setup.fitsWidth {
      worksheet_fit_to_pages(target, UInt16(clamping: max(1, setup.pagesWide)), setup.fitsHeight ? 1 : 0)
    }
    if setup.centersHorizontally { worksheet_center_horizontally(target) }
    let inch = 2.54
    worksheet_set_margins(
      target, setup.margins.left / inch, setup.margins.right / inch, setup.margins.top / inch,
      setup.margins.bottom / inch)
    if !setup.header.isEmpty {
      try book.check(worksheet_set_header(target, try encode(setup.header, bound: 255)))
    }
    if !setup.footer.isEmpty {
      try book.check(worksheet_set_footer(target, try encode(setup.footer, bound: 255)))
    }
    if let rows = setup.repeatedRows {
      try check(CellRange(CellPlace(row: rows.lowerBound, column: 1), CellPlace(row: rows.upperBound, column: 1)))
      try book.check(worksheet_repeat_rows(target, lxw_row_t(rows.lowerBound - 1), lxw_row_t(rows.upperBound - 1)))
    }
    if let columns = setup.repeatedColumns {
      try check(
        CellRange(CellPlace(row: 1, column: columns.lowerBound), CellPlace(row: 1, column: columns.upperBound)))
      try book.check(
        worksheet_repeat_columns(target, lxw_col_t(columns.lowerBound - 1), lxw_col_t(columns.upperBound - 1)))
    }
    if let area = setup.area {
      try check(area)
      try book.check(
        worksheet_print_area(
          target, lxw_row_t(area.first.row - 1), lxw_col_t(area.first.column - 1), lxw_row_t(area.last.row - 1),
          lxw_col_t(area.last.column - 1)))
    }
  }
}

/// What people may do on a protected sheet beside writing in unlocked cells.
package struct SheetAllowances: OptionSet, Sendable {
  package let rawValue: Int

  package init(rawValue: Int) { self.rawValue = rawValue }

  package static let formatCells = SheetAllowances(rawValue: 1)
  package static let formatColumns = SheetAllowances(rawValue: 2)
  package static let formatRows = SheetAllowances(rawValue: 4)
  package static let insertRows = SheetAllowances(rawValue: 8)
  package static let deleteRows = SheetAllowances(rawValue: 16)
  package static let sort = SheetAllowances(rawValue: 32)
  package static let filter = SheetAllowances(rawValue: 64)
}

/// How a sheet is printed.
package struct PrintSetup: Sendable {
  package enum Paper: Sendable {
    case a4, a3

    /// The number of ISO/IEC 29500-1 §18.3.1.63.
    var code: UInt8 {
      switch self {
      case .a4: 9
      case .a3: 8
      }
    }
  }

  package var paper = Paper.a4
  package var isLandscape = true
  /// Whether it is made as small as the width of `pagesWide` pages asks for; its height takes as many pages as it needs.
  package var fitsWidth = true
  package var pagesWide = 1
  /// Whether its height must fit one page too.
  package var fitsHeight = false
  package var centersHorizontally = false
  /// In centimetres.
  package var margins = (left: 1.5, right: 1.5, top: 1.8, bottom: 1.8)
  /// In Excel's codes: `&L`, `&C` and `&R` for the sides, `&P` for the page, `&N` for their number, `&A` for the sheet.
  package var header = ""
  package var footer = ""
  /// Rows and columns that stand on every page, from 1.
  package var repeatedRows: ClosedRange<Int>?
  package var repeatedColumns: ClosedRange<Int>?
  /// Nil for all cells.
  package var area: CellRange?

  package init() {}

  /// A text as headers and footers hold it, in which `&` has no meaning: its first hundred UTF-16 units, since all of a
  /// header has room for 255.
  package static func literal(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    var units = 0
    for scalar in text.unicodeScalars {
      units += UTF16.width(scalar)
      if units > 100 { break }
      result.append(scalar)
    }
    return String(result).replacing("&", with: "&&")
  }
}
