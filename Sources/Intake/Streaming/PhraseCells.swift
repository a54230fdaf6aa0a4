import RemitModel

/// The numbers of what a column and the English beside it say, such as a term, of which a table has few that differ.
struct PhraseCells {
  private let column: TableColumn
  private let english: TableColumn
  private var codes = PhraseCodes()
  /// The numbers of some that are short and the same in English, as nearly all are.
  private var words: [(text: ShortWord, code: Int32)] = []

  init(_ column: TableColumn, _ english: TableColumn) {
    self.column = column
    self.english = english
  }

  /// The number of a row's phrase.
  ///
  /// - Parameters:
  ///   - cells: Reads phrases, and keeps their wordings.
  ///   - number: The number of a phrase that is new.
  @inline(__always)
  mutating func code(
    _ row: TableRow, _ cells: inout TableChartReader, _ number: (Localized?) -> Int32
  ) -> Int32 {
    let text = row.header.cell(english) < 0 ? ShortWord(row.whole(column)) : nil
    if let text { for known in words where known.text == text { return known.code } }
    return code(row, text, &cells, number)
  }

  @inline(never)
  private mutating func code(
    _ row: TableRow, _ text: ShortWord?, _ cells: inout TableChartReader, _ number: (Localized?) -> Int32
  ) -> Int32 {
    let phrase = cells.phrase(row, column, english)
    let code = codes.code(phrase) { number(cells.draft.localized(phrase)) }
    if let text, words.count < 16 { words.append((text, code)) }
    return code
  }
}
