import CSQLite
import RemitSource

extension Database {
  /// The names of a table's columns, in their order.
  ///
  /// - Throws: That there is no such table, or that a column of it is worked out when it is read.
  package func columns(of table: String) throws(DatabaseError) -> [String] {
    guard tables.contains(table) else { throw .noTable(table) }
    allowWork(columns: 4)
    let statement = try Statement("PRAGMA main.table_xinfo(\(sqlName(table)))", on: connection, table: table)
    var names: [String] = []
    while try statement.step(on: connection, table: table) {
      let name = statement.text(1)
      // 2: a generated column that is not stored.
      if sqlite3_column_int(statement.handle, 6) == 2 { throw .computedColumn(name, table: table) }
      names.append(name)
    }
    return names
  }

  /// Hands on every row of a table, in the order of row ids, until the body says false.
  ///
  /// Nothing is an empty text; numbers are their shortest decimal texts. A row's number is its row id; of a table
  /// without them, its place in the order of the key, from 1. O(bytes of the table).
  ///
  /// - Parameters:
  ///   - table: One of `tables`.
  ///   - columns: Some of its columns, in the order wanted.
  ///   - body: Gets a row, which is valid only within it; false ends the reading.
  /// - Throws: That the table or a column does not exist, that a value is no text, or that the file contradicts itself.
  package func forEachRow(
    of table: String, columns: [String], body: (borrowing RowCells) -> Bool
  ) throws(DatabaseError) {
    let known = try self.columns(of: table)
    for column in columns where !known.contains(column) { throw .noColumn(column, table: table) }
    let rowID = nameOfRowID(table, known)
    let list = ([rowID ?? "NULL"] + columns.map { "r." + sqlName($0) }).joined(separator: ",")
    let order = rowID.map { " ORDER BY " + $0 } ?? ""
    allowWork(columns: columns.count)
    let statement = try Statement(
      "SELECT \(list) FROM main.\(sqlName(table)) AS r NOT INDEXED\(order)", on: connection, table: table)
    var row = RowBuffer(table: table, columns: columns, bytesLeft: (16 << 20) + 64 * size.bytes)
    var count = 0
    while try statement.step(on: connection, table: table) {
      count += 1
      let number = rowID == nil ? count : Int(sqlite3_column_int64(statement.handle, 0))
      try row.fill(from: statement, number: number)
      guard row.with(number: number, body) else { return }
    }
  }

  /// What a table's row id is called, where it has one: a column of its own may have taken a name.
  private func nameOfRowID(_ table: String, _ columns: [String]) -> String? {
    let taken = Set(columns.map { $0.lowercased() })
    guard let name = ["_rowid_", "rowid", "oid"].first(where: { !taken.contains($0) }),
      sqlite3_table_column_metadata(connection.handle, "main", table, name, nil, nil, nil, nil, nil) == SQLITE_OK
    else { return nil }
    return "r." + name
  }

  /// A row takes six bytes of a file at least, and each page of it is fetched once, or once for each column where a row
  /// goes over several pages.
  private func allowWork(columns: Int) {
    connection.bound.allow(
      steps: 100_000 + (columns + 8) * (size.bytes / 4), pages: 1000 + 2 * (columns + 4) * size.pages,
      on: connection.handle)
  }
}
