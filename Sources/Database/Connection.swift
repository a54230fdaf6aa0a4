import CSQLite

/// Owns a connection to a database in memory.
struct Connection: ~Copyable {
  let handle: OpaquePointer
  /// Ends queries that cost too much; SQLite asks it while it works.
  let bound: WorkBound

  private init(handle: OpaquePointer, bound: WorkBound) {
    self.handle = handle
    self.bound = bound
  }

  deinit { sqlite3_close_v2(handle) }

  /// A connection to a new, empty database.
  static func open() throws(DatabaseError) -> Connection {
    var handle: OpaquePointer?
    let flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_MEMORY | SQLITE_OPEN_NOMUTEX
    let code = sqlite3_open_v2(":memory:", &handle, flags, nil)
    guard code == SQLITE_OK, let handle else {
      defer { sqlite3_close_v2(handle) }
      throw DatabaseError(code, handle)
    }
    return Connection(handle: handle, bound: WorkBound())
  }

  /// Fails with what the connection says, unless the code is that of success.
  func check(_ code: Int32, table: String = "") throws(DatabaseError) {
    guard code == SQLITE_OK else { throw DatabaseError(code, handle, table: table) }
  }

  /// Runs statements that give no rows.
  func run(_ sql: String) throws(DatabaseError) {
    try check(sqlite3_exec(handle, sql, nil, nil, nil))
  }
}

/// Owns a prepared statement. It must not outlive its connection.
struct Statement: ~Copyable {
  let handle: OpaquePointer

  /// Prepares one statement.
  init(_ sql: String, on connection: borrowing Connection, table: String = "") throws(DatabaseError) {
    var handle: OpaquePointer?
    let code = sqlite3_prepare_v2(connection.handle, sql, -1, &handle, nil)
    guard code == SQLITE_OK, let handle else { throw DatabaseError(code, connection.handle, table: table) }
    self.handle = handle
  }

  deinit { sqlite3_finalize(handle) }

  /// Goes on to the next row; false after the last one.
  func step(on connection: borrowing Connection, table: String = "") throws(DatabaseError) -> Bool {
    let code = sqlite3_step(handle)
    switch code {
    case SQLITE_ROW: return true
    case SQLITE_DONE: return false
    default: throw DatabaseError(code, connection.handle, table: table)
    }
  }

  /// The bytes of a text of the present row, until the next step.
  func bytes(_ column: Int32) -> UnsafeBufferPointer<UInt8> {
    let start = sqlite3_column_text(handle, column)
    return UnsafeBufferPointer(start: start, count: start == nil ? 0 : Int(sqlite3_column_bytes(handle, column)))
  }

  /// The text of a column of the present row.
  func text(_ column: Int32) -> String { String(decoding: bytes(column), as: UTF8.self) }
}

/// A name as SQL writes it, whatever it holds.
func sqlName(_ name: String) -> String {
  // By scalars, since a quotation mark with a combining mark after it is another `Character`.
  var result = "\""
  for scalar in name.unicodeScalars {
    if scalar == "\"" { result += "\"" }
    result.unicodeScalars.append(scalar)
  }
  return result + "\""
}
