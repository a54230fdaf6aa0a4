import RemitModel
import RemitSource

/// A foreign table whose headings were found, for one entry of a map.
struct MappedSheet {
  let grid: Grid
  let file: TableMap.File
  /// The index of the row of headings.
  let headingRow: Int
  /// By folded heading, the first of each.
  private let columns: [String: Int]

  /// How many rows are looked through for headings.
  private static let mostRows = 30

  /// The row that has the most of the entry's headings; nil where none has any.
  init?(_ grid: Grid, _ file: TableMap.File) {
    let wanted = Set(Self.headings(of: file).map(PlainText.folded))
    var best: (row: Int, columns: [String: Int], found: Int)?
    for (row, cells) in grid.rows.prefix(Self.mostRows).map(\.cells).enumerated() {
      var columns: [String: Int] = [:]
      for (column, cell) in cells.enumerated() where cell.text.utf8.count < 400 {
        let folded = PlainText.folded(cell.text)
        if !folded.isEmpty, columns[folded] == nil { columns[folded] = column }
      }
      let found = columns.keys.count { wanted.contains($0) }
      if found > best?.found ?? 0 { best = (row, columns, found) }
    }
    guard let best else { return nil }
    self.grid = grid
    self.file = file
    headingRow = best.row
    columns = best.columns
  }

  private static func headings(of file: TableMap.File) -> [String] {
    file.tables.flatMap { $0.columns.flatMap(\.headings) } + file.organizationPath.flatMap { $0 }
      + (file.counts.map { $0.post + $0.amount } ?? [])
  }

  /// The column of the first of the headings that is there.
  func column(_ headings: [String]) -> Int? { headings.lazy.compactMap { columns[PlainText.folded($0)] }.first }

  /// The columns of all headings that are there.
  func allColumns(_ headings: [String]) -> [Int] { headings.compactMap { columns[PlainText.folded($0)] } }

  /// Where messages about headings point.
  var headingPlace: Place { MatrixReader.start(of: grid.rows[headingRow], grid) }

  /// The headings as they are written.
  var headingTexts: [String] {
    grid.rows[headingRow].cells.map { PlainText.line($0.text) }.filter { !$0.isEmpty }
  }

  /// The rows below the headings.
  var rows: ArraySlice<Grid.Row> { grid.rows[(headingRow + 1)...] }

  /// The sets of alternative headings that the entry cannot do without and the file lacks, each with the table that needs
  /// it.
  var missing: [(table: TableMap.Table?, headings: [String])] {
    var missing: [(TableMap.Table?, [String])] = []
    for table in file.tables {
      for headings in Self.needs(of: table) where column(headings) == nil {
        // Two tables may need the same column.
        if !missing.contains(where: { $0.1 == headings }) { missing.append((table, headings)) }
      }
    }
    if let counts = file.counts {
      for headings in [counts.post, counts.amount] where column(headings) == nil { missing.append((nil, headings)) }
    }
    return missing
  }

  /// Headings of the map that the file does not have, and can do without; the first of each that has alternatives.
  var lacking: [String] {
    let needed = Set(missing.map(\.headings))
    let columns = file.tables.flatMap { $0.columns.map(\.headings) } + file.organizationPath
    var lacking: [String] = []
    for headings in columns where column(headings) == nil && !needed.contains(headings) {
      guard let first = headings.first, !lacking.contains(first) else { continue }
      lacking.append(first)
    }
    return lacking
  }

  /// Whether nothing is missing but what may be.
  var isComplete: Bool { missing.allSatisfy { $0.table?.isOptional ?? false } }

  /// The headings that the columns have without which a table has no rows.
  private static func needs(of table: TableMap.Table) -> [[String]] {
    guard let shape = MappedTable.shape(table.name), !table.columns.isEmpty else { return [] }
    return shape.needs.compactMap { alternatives in
      // Who names a column of ids does not mean them to be made of names.
      if alternatives.contains("id"), let id = table.columns.first(where: { $0.name == "id" }) { return id.headings }
      guard !table.constants.contains(where: { alternatives.contains($0.column) }) else { return nil }
      return alternatives.flatMap { name in table.columns.filter { $0.name == name }.flatMap(\.headings) }
    }
  }
}

/// A row of a foreign table, with the map's words for nothing taken as such.
struct MappedRow {
  let row: Grid.Row
  let document: Int
  let empty: Set<String>

  /// The text of a column; empty where the row does not have it, or says that there is nothing.
  subscript(column: Int?) -> DerivedTable.Cell {
    guard let column else { return DerivedTable.Cell("", at: place) }
    guard column < row.cells.count else {
      return DerivedTable.Cell("", at: Place(document: document, line: row.number, column: column + 1))
    }
    let text = PlainText.line(row.cells[column].text)
    return DerivedTable.Cell(
      empty.contains(PlainText.folded(text)) ? "" : text, at: row.cells[column].place)
  }

  /// Where the row begins.
  var place: Place { Place(document: document, line: row.number, column: 1) }
}
