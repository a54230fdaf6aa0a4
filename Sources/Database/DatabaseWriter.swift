import CSQLite

/// Makes a new database of tables of texts, in memory; its bytes are the file.
///
/// The same tables give the same bytes, with one version of SQLite. Whoever writes the bytes to a file can do so whole or
/// not at all, and no journal lies about meanwhile.
package struct DatabaseWriter: ~Copyable {
  /// What a column holds.
  package enum ColumnKind: Sendable, Hashable {
    case text
    /// Numbers; what is none is kept as a text.
    case real
    /// Whole numbers; what is none is kept as a text.
    case integer

    fileprivate var word: String {
      switch self {
      case .text: "TEXT"
      case .real: "REAL"
      case .integer: "INTEGER"
      }
    }
  }

  private let connection: Connection

  /// An empty database.
  package init() throws(DatabaseError) {
    let connection = try Connection.open()
    try connection.run("PRAGMA encoding='UTF-8'; PRAGMA page_size=4096; PRAGMA auto_vacuum=NONE; BEGIN;")
    self.connection = connection
  }

  /// Adds a table with its rows, which get the row ids from 1. An empty text is stored as NULL. O(its bytes).
  ///
  /// - Parameters:
  ///   - name: A name that no other table has, whatever the case.
  ///   - columns: The columns' names, of which no two are alike whatever the case, and what they hold.
  ///   - rowCount: How many rows to ask for.
  ///   - cell: The text at a row and a column, both from 0.
  /// - Throws: That a name is taken, or that a text is too long (over 953 MiB) or memory is lacking.
  package mutating func addTable(
    _ name: String, columns: [(name: String, kind: ColumnKind)], rowCount: Int,
    cell: (_ row: Int, _ column: Int) -> String
  ) throws(DatabaseError) {
    let list = columns.map { sqlName($0.name) + " " + $0.kind.word }.joined(separator: ", ")
    try connection.run("CREATE TABLE \(sqlName(name)) (\(list))")
    let marks = Array(repeating: "?", count: columns.count).joined(separator: ",")
    let statement = try Statement("INSERT INTO \(sqlName(name)) VALUES (\(marks))", on: connection, table: name)
    for row in 0..<rowCount {
      for (index, column) in columns.enumerated() {
        try connection.check(
          Self.bind(cell(row, index), column.kind, Int32(index + 1), to: statement), table: name)
      }
      _ = try statement.step(on: connection, table: name)
      sqlite3_reset(statement.handle)
    }
  }

  private static func bind(
    _ text: String, _ kind: ColumnKind, _ index: Int32, to statement: borrowing Statement
  ) -> Int32 {
    if text.isEmpty { return sqlite3_bind_null(statement.handle, index) }
    if kind == .integer, let number = Int64(text) { return sqlite3_bind_int64(statement.handle, index, number) }
    if kind == .real, let number = Double(text) { return sqlite3_bind_double(statement.handle, index, number) }
    var text = text
    return text.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) {
        remit_sqlite_bind_text(statement.handle, index, $0.baseAddress, Int32(clamping: $0.count))
      }
    }
  }

  /// Ends the database and gives its bytes. O(their number).
  ///
  /// - Throws: That memory is lacking.
  package consuming func bytes() throws(DatabaseError) -> [UInt8] {
    try connection.run("COMMIT")
    return try Self.image(of: connection)
  }

  static func image(of connection: borrowing Connection) throws(DatabaseError) -> [UInt8] {
    var count: Int64 = 0
    guard let memory = sqlite3_serialize(connection.handle, "main", &count, 0) else {
      throw .other(code: SQLITE_NOMEM, String(cString: sqlite3_errstr(SQLITE_NOMEM)))
    }
    defer { sqlite3_free(memory) }
    return Array(UnsafeBufferPointer(start: memory, count: Int(count)))
  }
}
