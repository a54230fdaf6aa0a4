import CWorkbook

extension WorkbookWriter {
  /// How long a text of a cell may be, in UTF-16 units.
  package static var textBound: Int { 32_767 }

  /// Puts a value in a cell, in place of what may be there.
  ///
  /// A text that a person's spreadsheet could take for a formula when it is entered again gets a quote prefix.
  /// - Throws: `textTooLong`, or `unwritable` for places, numbers and days that no sheet has.
  package mutating func write(
    _ value: CellValue, at place: CellPlace, on sheet: SheetID, _ style: CellStyle = CellStyle()
  ) throws(WorkbookError) {
    try check(CellRange(place, place))
    let (row, column) = (lxw_row_t(place.row - 1), lxw_col_t(place.column - 1))
    let target = sheets[sheet.index].pointer
    switch value {
    case .text(let text):
      let encoded = try encode(text, bound: Self.textBound)
      let format = try self.format(style, isQuoted: FormulaLookalike.matches(text))
      try book.check(worksheet_write_string(target, row, column, encoded, format))
    case .number(let number):
      guard number.isFinite else { throw WorkbookError(.unwritable(.number)) }
      try book.check(worksheet_write_number(target, row, column, number, try format(style)))
    case .flag(let flag):
      try book.check(worksheet_write_boolean(target, row, column, flag ? 1 : 0, try format(style)))
    case .day(let day):
      guard day.isWritable else {
        throw WorkbookError(.unwritable(.day(year: day.year, month: day.month, day: day.day)))
      }
      let dated = style.with { $0.numberFormat = $0.numberFormat ?? "yyyy-mm-dd" }
      try book.check(worksheet_write_number(target, row, column, Double(day.serial), try format(dated)))
    case .formula(let formula, let result):
      let encoded = try encode(result, bound: Self.textBound)
      let format = try format(style)
      let code = CStrings.with([formula.hasPrefix("=") ? formula : "=" + formula, encoded]) { texts in
        worksheet_write_formula_str(target, row, column, texts[0], format, texts[1])
      }
      try book.check(code)
    case .blank:
      // The library leaves out cells with neither contents nor a format.
      try book.check(worksheet_write_blank(target, row, column, try format(style)))
    }
  }

  /// Makes one cell of a range and puts a value in it.
  ///
  /// - Throws: `unwritable(.overlappingMerge)` where it meets another merged range, and what `write` throws. A range of
  ///   one cell is only written.
  package mutating func merge(
    _ range: CellRange, _ value: CellValue, on sheet: SheetID, _ style: CellStyle = CellStyle()
  ) throws(WorkbookError) {
    try check(range)
    if range.first != range.last {
      guard !sheets[sheet.index].merges.contains(where: range.overlaps) else {
        throw WorkbookError(.unwritable(.overlappingMerge(range.description)))
      }
      sheets[sheet.index].merges.append(range)
      try book.check(
        worksheet_merge_range(
          sheets[sheet.index].pointer, lxw_row_t(range.first.row - 1), lxw_col_t(range.first.column - 1),
          lxw_row_t(range.last.row - 1), lxw_col_t(range.last.column - 1), "", try format(style)))
    }
    try write(value, at: range.first, on: sheet, style)
  }

  /// Puts a comment on a cell, hidden until somebody points at the cell.
  ///
  /// - Parameter box: the size of its window in pixels.
  /// - Throws: `textTooLong`, or `unwritable(.outsideSheet)`.
  package mutating func comment(
    _ text: String, by author: String, at place: CellPlace, on sheet: SheetID,
    box: (width: Int, height: Int) = (240, 100)
  ) throws(WorkbookError) {
    try check(CellRange(place, place))
    let encoded = try encode(text, bound: Self.textBound)
    let sheet = sheets[sheet.index].pointer
    let code = CStrings.with([CStrings.printable(author)]) { texts in
      var options = lxw_comment_options()
      options.author = texts[0]
      options.width = UInt16(clamping: max(1, box.width))
      options.height = UInt16(clamping: max(1, box.height))
      options.font_size = 9
      return worksheet_write_comment_opt(
        sheet, lxw_row_t(place.row - 1), lxw_col_t(place.column - 1), encoded, &options)
    }
    try book.check(code)
  }

  /// Puts a value in a cell that leads to another cell of the workbook.
  ///
  /// - Throws: what `write` throws, and `library` beyond the 65,530 links that a sheet can have.
  package mutating func link(
    _ value: CellValue, at place: CellPlace, on sheet: SheetID, to target: CellPlace, of targetSheet: SheetID,
    _ style: CellStyle = CellStyle()
  ) throws(WorkbookError) {
    try check(CellRange(place, place))
    try check(CellRange(target, target))
    let address = "internal:" + SheetNames.quoted(name(of: targetSheet)) + "!\(target)"
    try book.check(
      worksheet_write_url(
        sheets[sheet.index].pointer, lxw_row_t(place.row - 1), lxw_col_t(place.column - 1), address, nil))
    // The link stays with the cell; its text is the value's.
    try write(value, at: place, on: sheet, style)
  }

  /// The library's format of a style; nil for the plain one.
  mutating func format(
    _ style: CellStyle, isQuoted: Bool = false
  ) throws(WorkbookError) -> UnsafeMutablePointer<lxw_format>? {
    try formats.format(style, isQuoted: isQuoted, in: book.pointer)
  }
}

/// Texts that spreadsheets could take for formulas.
package enum FormulaLookalike {
  /// Whether a text begins with a sign that begins a formula, in full width too; with a tab or a line's end, behind which
  /// one may come; or with an apostrophe, which entering again would take off.
  package static func matches(_ text: String) -> Bool {
    switch text.unicodeScalars.first {
    case "=", "+", "-", "@", "\t", "\r", "\n", "'", "＝", "＋", "－", "＠": true
    default: false
    }
  }
}
