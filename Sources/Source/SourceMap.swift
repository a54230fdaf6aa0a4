/// The documents that a chart or regulation was read from.
public struct SourceMap: Sendable, Hashable {
  /// One document: a file, a sheet of a workbook, or a table of a database.
  public struct Document: Sendable, Hashable {
    /// The path as the user gave it, or as it was found from there.
    public let path: String
    /// The sheet's or table's name, where the file holds several.
    public let sheet: String?
    /// The names of a table's columns, by which people know them better than by a number; empty elsewhere.
    public let columns: [String]

    /// From its parts.
    public init(path: String, sheet: String? = nil, columns: [String] = []) {
      self.path = path
      self.sheet = sheet
      self.columns = columns
    }
  }

  /// In order of reading; a `Place` refers to an index of it.
  public private(set) var documents: [Document]

  /// From its parts.
  public init(documents: [Document] = []) {
    self.documents = documents
  }

  /// Adds a document and returns its index.
  public mutating func add(_ document: Document) -> Int {
    documents.append(document)
    return documents.count - 1
  }

  /// The place spelled out, or nil where there is no such document.
  public func location(of place: Place) -> Location? {
    guard documents.indices.contains(Int(place.document)) else { return nil }
    let document = documents[Int(place.document)]
    let column = Int(place.column)
    return Location(
      path: document.path, sheet: document.sheet, line: Int(place.line), column: column,
      columnName: document.columns.indices.contains(column - 1) ? document.columns[column - 1] : nil)
  }
}

/// A place spelled out, independent of any map: `chart.yaml:12:5`, `posts.csv:12:role`, `chart.xlsx posts!B12`, or
/// `chart.sqlite posts:12:role`, where 12 is a row id.
public struct Location: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// The document's path.
  public let path: String
  /// The sheet's name in a workbook.
  public let sheet: String?
  /// Line or row from 1; 0 where it is not known.
  public let line: Int
  /// Column from 1; 0 where it is not known.
  public let column: Int
  /// The column's name in a CSV file or a database.
  public let columnName: String?

  /// From its parts.
  public init(path: String, sheet: String? = nil, line: Int, column: Int, columnName: String? = nil) {
    self.path = path
    self.sheet = sheet
    self.line = line
    self.column = column
    self.columnName = columnName
  }

  /// `path:line:column`, `path sheet!cell`, or `path table:row:column`.
  public var description: String {
    if let sheet, columnName == nil { return "\(path) \(sheet)!\(Self.cell(row: line, column: column))" }
    let whole = sheet.map { "\(path) \($0)" } ?? path
    guard line > 0 else { return whole }
    return column > 0 ? "\(whole):\(line):\(columnName ?? String(column))" : "\(whole):\(line)"
  }

  /// By path, then by position.
  public static func < (a: Location, b: Location) -> Bool {
    (a.path, a.sheet ?? "", a.line, a.column) < (b.path, b.sheet ?? "", b.line, b.column)
  }

  /// The name that spreadsheets give a cell: column 28 of row 3 is `AB3`.
  static func cell(row: Int, column: Int) -> String {
    var letters = ""
    var rest = column
    while rest > 0 {
      letters = String(UnicodeScalar(UInt8(65 + (rest - 1) % 26))) + letters
      rest = (rest - 1) / 26
    }
    return letters + (row > 0 ? String(row) : "")
  }
}
