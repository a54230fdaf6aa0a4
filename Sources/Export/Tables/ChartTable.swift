/// One table of a chart: columns of texts, worked out when they are asked for.
public struct ChartTable: Sendable {
  /// The name, which is unique among the chart's tables.
  public let name: String
  /// In the order of the contract. None is empty throughout, but for ids.
  public let columns: [TableColumn]
  /// How many rows there are; one at least.
  public let rowCount: Int

  /// The text at a row and a column, both from 0. O(its length).
  public subscript(row: Int, column: Int) -> String { columns[column].cell(row) }

  /// The texts of a row.
  public func row(_ row: Int) -> [String] { columns.map { $0.cell(row) } }

  /// Nil where there are no rows. Leaves out columns that say nothing. O(rows · columns) at worst.
  init?(_ name: String, rowCount: Int, _ columns: [TableColumn]...) {
    guard rowCount > 0 else { return nil }
    self.name = name
    self.rowCount = rowCount
    self.columns = columns.joined().filter { column in
      column.isKey || (0..<rowCount).contains { !column.cell($0).isEmpty }
    }
  }
}

/// A column: its name, what its texts stand for, and the text at each row.
public struct TableColumn: Sendable {
  /// What a column's texts stand for.
  public enum Kind: Sendable, Hashable {
    /// One text or id.
    case text
    /// Several ids or texts, with semicolons between them; `\;`, `\；` and `\\` stand for a semicolon of either width
    /// and a backslash in one.
    case list
    /// `true`, `false`, or nothing where nothing is said.
    case flag
    /// A day as 2026-06-30.
    case day
    /// A number that may have a fraction.
    case number
    /// A whole number.
    case count
  }

  /// The name, which is unique in the table.
  public let name: String
  /// What the texts stand for.
  public let kind: Kind
  /// Stays even where no row has a text in it.
  let isKey: Bool
  /// A text for people, which keeps the blanks around it; ids and words do not.
  let isProse: Bool
  let cell: @Sendable (Int) -> String

  init(
    _ name: String, _ kind: Kind = .text, isKey: Bool = false, isProse: Bool = false,
    _ cell: @escaping @Sendable (Int) -> String
  ) {
    self.name = name
    self.kind = kind
    self.isKey = isKey
    self.isProse = isProse
    self.cell = cell
  }
}

/// Several values in one cell.
enum ListCell {
  /// The values with semicolons between them.
  static func text(_ values: some Sequence<String>) -> String {
    values.lazy.map(escaped).joined(separator: ";")
  }

  private static func escaped(_ value: String) -> String {
    guard value.unicodeScalars.contains(where: isSpecial) else { return value }
    var result = String.UnicodeScalarView()
    for scalar in value.unicodeScalars {
      if isSpecial(scalar) { result.append("\\") }
      result.append(scalar)
    }
    return String(result)
  }

  private static func isSpecial(_ scalar: Unicode.Scalar) -> Bool { scalar == ";" || scalar == "；" || scalar == "\\" }

  /// The values of a cell. O(bytes).
  static func values(_ text: String) -> [String] {
    if text.isEmpty { return [] }
    var values = [String.UnicodeScalarView()]
    var isEscaped = false
    for scalar in text.unicodeScalars {
      if isEscaped || !isSpecial(scalar) {
        values[values.count - 1].append(scalar)
        isEscaped = false
      } else if scalar == "\\" {
        isEscaped = true
      } else {
        values.append(String.UnicodeScalarView())
      }
    }
    return values.map { String($0) }
  }
}
