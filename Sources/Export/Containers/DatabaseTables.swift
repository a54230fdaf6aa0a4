import RemitDatabase
import RemitModel

/// Writes a chart as an SQLite database.
struct DatabaseTables: ChartWriter {
  func files(_ chart: Chart) throws(ExportError) -> [ChartFile] {
    let tables = try ChartTables.faithful(chart)
    do throws(DatabaseError) {
      var writer = try DatabaseWriter()
      for table in tables {
        try writer.addTable(
          table.name, columns: table.columns.map { ($0.name, $0.kind.stored) }, rowCount: table.rowCount
        ) { table[$0, $1] }
      }
      return [ChartFile(name: nil, bytes: try writer.bytes())]
    } catch {
      throw ExportError(
        message: Localized(zh: "SQLite 无法写出：\(error)", en: "SQLite cannot write it: \(error)"))
    }
  }
}

extension TableColumn.Kind {
  fileprivate var stored: DatabaseWriter.ColumnKind {
    switch self {
    case .text, .list, .flag, .day: .text
    case .number: .real
    case .count: .integer
    }
  }
}
