import CSQLite
import RemitSource

/// One row's texts, gathered in one piece of memory that serves for every row.
struct RowBuffer {
  let table: String
  let columns: [String]
  /// A file of a given size cannot hold endless text; one that seems to repeats itself.
  private var bytesLeft: Int
  private var bytes: [UInt8] = []
  private var cells: [RowCells.Cell] = []

  /// A row is never longer than this, so that offsets fit.
  private static let rowLimit = 64 << 20

  init(table: String, columns: [String], bytesLeft: Int) {
    self.table = table
    self.columns = columns
    self.bytesLeft = bytesLeft
  }

  /// Takes over the present row; its first column is the number.
  mutating func fill(from statement: borrowing Statement, number: Int) throws(DatabaseError) {
    bytes.removeAll(keepingCapacity: true)
    cells.removeAll(keepingCapacity: true)
    // One byte is always there, so that the memory has an address.
    bytes.append(0)
    for (index, name) in columns.enumerated() {
      let start = bytes.count
      try append(Int32(index + 1), name, of: statement, number)
      guard bytes.count <= Self.rowLimit else { throw .rowTooLong(table: table) }
      cells.append(RowCells.Cell(start: Int32(start), count: Int32(bytes.count - start)))
    }
    bytesLeft -= bytes.count
    guard bytesLeft >= 0 else { throw .tooMuchWork }
  }

  private mutating func append(
    _ column: Int32, _ name: String, of statement: borrowing Statement, _ number: Int
  ) throws(DatabaseError) {
    switch sqlite3_column_type(statement.handle, column) {
    case SQLITE_NULL: return
    case SQLITE_INTEGER: bytes += String(sqlite3_column_int64(statement.handle, column)).utf8
    case SQLITE_FLOAT: bytes += sqlite3_column_double(statement.handle, column).shortestText.utf8
    case SQLITE_TEXT:
      let text = statement.bytes(column)
      guard text.count <= Database.cellLimit else {
        throw .cellTooLong(table: table, row: number, column: name, limit: Database.cellLimit)
      }
      guard (try? UTF8Span(validating: text.span)) != nil else {
        throw .encoding(table: table, row: number, column: name)
      }
      bytes.append(contentsOf: text)
    default: throw .blob(table: table, row: number, column: name)
    }
  }

  func with(number: Int, _ body: (borrowing RowCells) -> Bool) -> Bool {
    bytes.withUnsafeBufferPointer { bytes in
      cells.withUnsafeBufferPointer { cells in
        // One byte is always there.
        body(RowCells(base: bytes.baseAddress!, cells: cells, number: number))
      }
    }
  }
}
