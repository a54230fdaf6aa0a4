import RemitModel
import RemitSource

/// Collects the rows of a chart's tables from foreign ones: ids are made of names, rows of one id become one.
struct MappedTables {
  typealias Cell = DerivedTable.Cell

  /// One row, by column.
  struct Row {
    var cells: [String: Cell]
    var place: Place
    /// How many foreign rows said it.
    var count = 1
  }

  private var rows: [String: [Row]] = [:]
  private var rowByKey: [String: [String: Int]] = [:]
  private var makers: [String: IDMaker] = [:]
  private var idsByName: [String: [String: String]] = [:]

  // MARK: Ids

  /// The id of a thing of a table: the text itself where it can be one, else an id made of it, the same for the same
  /// text whatever its case, widths and spaces.
  mutating func id(_ text: String, of table: String, isName: Bool = false) -> String {
    if !isName, Self.isID(text) { return text }
    let folded = PlainText.folded(text)
    if let known = idsByName[table]?[folded] { return known }
    let made = makers[table, default: IDMaker()].id(for: text, or: Self.singular(table))
    idsByName[table, default: [:]][folded] = made
    return made
  }

  /// The id of a name within another thing, such as a unit's within its organization.
  mutating func id(_ text: String, of table: String, within parent: String) -> String {
    let key = parent + "\u{1F}" + PlainText.folded(text)
    if let known = idsByName[table]?[key] { return known }
    let made = makers[table, default: IDMaker()].id(for: text, or: Self.singular(table))
    idsByName[table, default: [:]][key] = made
    // By its name alone whoever names it without the other means the first.
    if idsByName[table]?[PlainText.folded(text)] == nil {
      idsByName[table, default: [:]][PlainText.folded(text)] = made
    }
    return made
  }

  private static func isID(_ text: String) -> Bool {
    !text.isEmpty
      && text.unicodeScalars.allSatisfy { scalar in
        scalar != ";" && !scalar.properties.isWhitespace && scalar.properties.generalCategory != .control
          && scalar.properties.generalCategory != .format
      }
  }

  private static func singular(_ table: String) -> String { table == "duties" ? "duty" : String(table.dropLast()) }

  // MARK: Rows

  /// The row of an id that is there already.
  func row(_ key: String, of table: String) -> Row? {
    rowByKey[table]?[key].flatMap { rows[table]?[$0] }
  }

  /// Adds a row, or adds to the one with its key what that one does not say. What they say differently is handed to
  /// `differs`, and the first holds.
  mutating func add(
    _ cells: [String: Cell], to table: String, key: String, at place: Place,
    differs: (_ column: String, _ first: Cell, _ second: Cell) -> Void
  ) {
    guard let index = rowByKey[table]?[key] else {
      rowByKey[table, default: [:]][key] = rows[table]?.count ?? 0
      rows[table, default: []].append(Row(cells: cells, place: place))
      return
    }
    rows[table]?[index].count += 1
    for (column, second) in cells.sorted(by: { $0.key < $1.key }) where !second.text.isEmpty {
      let first = rows[table]?[index].cells[column]
      if let first, !first.text.isEmpty {
        if first.text != second.text { differs(column, first, second) }
      } else {
        rows[table]?[index].cells[column] = second
      }
    }
  }

  /// Replaces a cell of a row that is there.
  mutating func set(_ column: String, of key: String, in table: String, to cell: Cell?) {
    guard let index = rowByKey[table]?[key] else { return }
    rows[table]?[index].cells[column] = cell
  }

  /// The rows of a table, in the order in which they came.
  func all(_ table: String) -> [Row] { rows[table] ?? [] }

  /// The tables that have rows, each with the columns that any row has.
  func derived() -> [DerivedTable] {
    MappedTable.all.compactMap { shape in
      guard let rows = rows[shape.name], !rows.isEmpty else { return nil }
      let used = Set(rows.flatMap(\.cells.keys))
      let columns = shape.columns.filter(used.contains)
      return DerivedTable(
        shape.name, columns: columns,
        rows: rows.map { row in
          DerivedTable.Row(columns.map { row.cells[$0] ?? Cell("", at: row.place) }, at: row.place)
        })
    }
  }
}
