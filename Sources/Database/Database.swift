import CSQLite
import RemitSource

/// A database that somebody else made, opened for reading.
///
/// The file is copied into memory first: nothing is written beside it, and what other programs do to it meanwhile does
/// not matter. It is taken for hostile. Only ordinary tables are read; views, triggers and virtual tables are never run,
/// extensions cannot be loaded, and length, columns, depth and work are bounded, so that every file is read or refused
/// within memory and time in proportion to its size.
package struct Database: ~Copyable {
  /// Larger files are refused: 256 MiB.
  package static let fileLimit = 256 << 20
  /// Longer texts are refused: 1 MiB.
  package static let cellLimit = 1 << 20

  let connection: Connection
  let size: FileSize

  /// The names of the ordinary tables, in the order of their making; SQLite's own are left out.
  package let tables: [String]

  /// A file's size, in bytes and in the pages that SQLite counts by.
  struct FileSize {
    var bytes: Int
    var pages: Int
  }

  /// Opens a file. O(its length).
  ///
  /// - Throws: That the file cannot be read, is no database, is being changed by another program, or contradicts itself.
  package init(path: String) throws(DatabaseError) {
    try self.init(DatabaseImage.copy(ofFile: path))
  }

  /// Opens the bytes of a file. O(their number).
  ///
  /// - Throws: That they are no database, or contradict themselves.
  package init(bytes: [UInt8]) throws(DatabaseError) {
    try self.init(DatabaseImage.copy(of: bytes))
  }

  private init(_ image: consuming DatabaseImage) throws(DatabaseError) {
    let size = FileSize(bytes: image.count, pages: image.count / image.pageSize + 1)
    let connection = try Connection.open()
    try Self.harden(connection)
    try image.hand(to: connection)
    tables = try Self.names(connection, size)
    self.size = size
    self.connection = connection
  }

  /// Before the first look at the file.
  private static func harden(_ connection: borrowing Connection) throws(DatabaseError) {
    let options: [(Int32, Int32)] = [
      (Int32(SQLITE_DBCONFIG_DEFENSIVE), 1), (Int32(SQLITE_DBCONFIG_TRUSTED_SCHEMA), 0),
      (Int32(SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION), 0), (Int32(SQLITE_DBCONFIG_ENABLE_TRIGGER), 0),
      (Int32(SQLITE_DBCONFIG_ENABLE_VIEW), 0), (Int32(SQLITE_DBCONFIG_ENABLE_FTS3_TOKENIZER), 0),
    ]
    for (option, value) in options {
      try connection.check(remit_sqlite_configure(connection.handle, option, value))
    }
    // A row may be longer than a cell, which is looked at one by one.
    let limits: [(Int32, Int32)] = [
      (SQLITE_LIMIT_LENGTH, 16 << 20), (SQLITE_LIMIT_SQL_LENGTH, 1 << 20), (SQLITE_LIMIT_COLUMN, 500),
      (SQLITE_LIMIT_EXPR_DEPTH, 200), (SQLITE_LIMIT_VDBE_OP, 100_000), (SQLITE_LIMIT_ATTACHED, 0),
      (SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 1000), (SQLITE_LIMIT_VARIABLE_NUMBER, 10), (SQLITE_LIMIT_TRIGGER_DEPTH, 1),
      (SQLITE_LIMIT_WORKER_THREADS, 0),
    ]
    for (limit, value) in limits { sqlite3_limit(connection.handle, limit, value) }
    try connection.check(sqlite3_drop_modules(connection.handle, nil))
  }

  /// Reads the definitions. A database that needs more than a few MiB for them is none of ours: each costs memory.
  private static func names(_ connection: borrowing Connection, _ size: FileSize) throws(DatabaseError) -> [String] {
    let pageSize = size.bytes / size.pages + 1
    connection.bound.allow(
      steps: 2_000_000, pages: min(2 * size.pages, (8 << 20) / pageSize) + 500, on: connection.handle)
    try connection.run("PRAGMA mmap_size=0; PRAGMA cell_size_check=ON;")
    let statement = try Statement(
      "SELECT name FROM main.sqlite_schema WHERE type='table' AND rootpage>0 ORDER BY rowid", on: connection)
    var names: [String] = []
    while try statement.step(on: connection) {
      let name = statement.text(0)
      if !name.lowercased().hasPrefix("sqlite_"), isTable(name, connection) { names.append(name) }
    }
    return names
  }

  /// Whether SQLite itself takes the name for a table, and for no view.
  private static func isTable(_ name: String, _ connection: borrowing Connection) -> Bool {
    sqlite3_table_column_metadata(connection.handle, "main", name, nil, nil, nil, nil, nil, nil) == SQLITE_OK
  }
}
