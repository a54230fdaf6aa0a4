import Foundation
import RemitSource

@testable import RemitDatabase

/// A row as it is read: its number and its texts.
struct Row: Hashable, CustomStringConvertible {
  var number: Int
  var texts: [String]

  init(_ number: Int, _ texts: String...) {
    self.number = number
    self.texts = texts
  }

  init(number: Int, texts: [String]) {
    self.number = number
    self.texts = texts
  }

  var description: String { "\(number): \(texts)" }
}

extension Database {
  /// All rows of a table.
  func rows(of table: String, columns: [String]? = nil) throws(DatabaseError) -> [Row] {
    var rows: [Row] = []
    let columns = if let columns { columns } else { try self.columns(of: table) }
    try forEachRow(of: table, columns: columns) { row in
      rows.append(Row(number: row.number, texts: (0..<row.count).map { row.text($0) }))
      return true
    }
    return rows
  }
}

/// A database of texts, of one table.
func written(
  _ name: String, _ columns: [String], _ rows: [[String]]
) throws(DatabaseError) -> [UInt8] {
  var writer = try DatabaseWriter()
  try writer.addTable(name, columns: columns.map { ($0, .text) }, rowCount: rows.count) { rows[$0][$1] }
  return try writer.bytes()
}

/// A database made by statements of SQL.
func made(_ sql: String) throws(DatabaseError) -> [UInt8] {
  let connection = try Connection.open()
  try connection.run(sql)
  return try DatabaseWriter.image(of: connection)
}

/// A folder that is gone after the work.
func withFolder<Result>(_ work: (String) throws -> Result) throws -> Result {
  let folder = FileManager.default.temporaryDirectory.appendingPathComponent("remit-database-\(UUID().uuidString)")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  return try work(folder.path)
}
