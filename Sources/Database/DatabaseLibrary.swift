import CSQLite

/// The version of SQLite, for reports of faults.
package enum DatabaseLibrary {
  package static var version: String { "SQLite " + String(cString: sqlite3_libversion()) }
}
