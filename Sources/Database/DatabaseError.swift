import CSQLite

/// Why a database cannot be read or written. The module above puts it into words.
package enum DatabaseError: Error, Sendable, Hashable {
  /// The file cannot be opened or read; the system's code of the fault.
  case unreadable(code: Int32)
  /// No ordinary file: a folder, a pipe or a device.
  case notAFile
  /// The file is larger than so many bytes.
  case fileTooLarge(limit: Int)
  /// The file does not begin as an SQLite database does.
  case notADatabase
  /// Another program has changes to the database in this file beside it: it is at work, or was interrupted.
  case unfinished(besides: String)
  /// The file contradicts itself; SQLite's own words.
  case damaged(String)
  /// There is no ordinary table of that name.
  case noTable(String)
  /// The table has no such column.
  case noColumn(String, table: String)
  /// A column holds no values of its own, but a formula that is worked out when it is read.
  case computedColumn(String, table: String)
  /// A value is neither a text nor a number.
  case blob(table: String, row: Int, column: String)
  /// A text is no UTF-8 (or, in a database in UTF-16, none of that).
  case encoding(table: String, row: Int, column: String)
  /// A text is longer than so many bytes.
  case cellTooLong(table: String, row: Int, column: String, limit: Int)
  /// A row, or the text of a table's definition, is longer than can be held.
  case rowTooLong(table: String)
  /// Reading costs far more than a file of this size can need, so that it is made to.
  case tooMuchWork
  /// Anything else, such as a lack of memory: SQLite's code and words.
  case other(code: Int32, String)
}

extension DatabaseError {
  /// What a connection reports after a call that gave this code.
  init(_ code: Int32, _ connection: OpaquePointer?, table: String = "") {
    let words = connection.map { String(cString: sqlite3_errmsg($0)) } ?? String(cString: sqlite3_errstr(code))
    switch code & 0xFF {
    case SQLITE_NOTADB: self = .notADatabase
    case SQLITE_CORRUPT: self = .damaged(words)
    case SQLITE_TOOBIG: self = .rowTooLong(table: table)
    case SQLITE_INTERRUPT: self = .tooMuchWork
    default: self = .other(code: code, words)
    }
  }
}
