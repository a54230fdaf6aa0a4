import RemitModel
import RemitSource

/// Which cell of a table's rows holds which column.
///
/// A class, since each row of its table goes with it.
final class TableHeader {
  /// By column, the index of its cell; −1 where the table has none. In place, since every cell of every row is read
  /// through it.
  private var cells = InlineArray<64, Int16>(repeating: -1)
  /// By column, its index in `names`; −1 for columns of others.
  private var nameIndices = InlineArray<64, Int8>(repeating: -1)
  /// The columns that no row can do without.
  let required: [TableColumn]

  /// The cells that hold names, of which a large chart has so many that looking them up waits for memory.
  private(set) var names: [Int] = []

  /// Takes an apostrophe off that keeps spreadsheets from running a text.
  let unescapes: Bool

  /// Reads the headings. Unknown and repeated ones are problems, and missing ones that no row can do without.
  init(_ headings: [Sourced<String>], _ form: TableForm, unescapes: Bool = false, log: ProblemLog) {
    self.unescapes = unescapes
    required = form.headings.filter(\.isRequired).map(\.column)
    var known: [String: TableColumn] = [:]
    for heading in form.headings {
      for word in [heading.column.word] + heading.others { known[TableForm.folded(word)] = heading.column }
    }
    for (index, heading) in headings.enumerated() {
      let word = TableForm.folded(heading.value)
      if word.isEmpty { continue }
      guard let column = known[word] else {
        let names = form.headings.map(\.column.word)
        log.report(
          at: heading.place,
          Localized(
            zh: "表 \(form.name) 没有 \(quoted(heading.value)) 这一列；应为以下之一：\(listed(names))",
            en: "the table \(form.name) has no column \(quoted(heading.value)); expected one of \(listed(names))"),
          suggestion: log.suggestion(for: heading.value, among: names))
        continue
      }
      guard cells[column.rawValue] < 0 else {
        let first = cells[column.rawValue] + 1
        log.report(
          at: heading.place,
          Localized(
            zh: "列 \(quoted(heading.value)) 重复；第一次是第 \(first) 列",
            en: "the column \(quoted(heading.value)) is repeated; the first is column \(first)"))
        continue
      }
      cells[column.rawValue] = Int16(clamping: index)
    }
    for column in TableColumn.manyNames where cells[column.rawValue] >= 0 {
      nameIndices[column.rawValue] = Int8(names.count)
      names.append(Int(cells[column.rawValue]))
    }
    for heading in form.headings where heading.isRequired && cells[heading.column.rawValue] < 0 {
      let name = heading.column.word
      log.report(
        at: headings.first?.place ?? .none,
        Localized(
          zh: "表 \(form.name) 缺少必需的列 \(quoted(name))",
          en: "the table \(form.name) lacks the required column \(quoted(name))"))
    }
  }

  /// The cell of a column, or −1.
  @inline(__always)
  func cell(_ column: TableColumn) -> Int { Int(cells[column.rawValue]) }

  /// Which of `names` a column is, or −1.
  @inline(__always)
  func nameIndex(_ column: TableColumn) -> Int { Int(nameIndices[column.rawValue]) }
}
