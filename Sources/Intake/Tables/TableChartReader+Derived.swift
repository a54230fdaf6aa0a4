import RemitModel
import RemitSource

extension TableChartReader {
  /// Reads tables that were made from something else; every cell has the place of what it was made from.
  mutating func take(_ tables: [DerivedTable]) {
    for table in tables {
      guard let form = TableForm.named(table.name) else { continue }
      let header = TableHeader(table.columns.map { Sourced($0, at: .none) }, form, log: words.log)
      for row in table.rows {
        RowCells.with(row.cells.map(\.text), number: Int(row.place.line)) { cells in
          let cells = RowCells(base: cells.base, cells: cells.cells, number: cells.number)
          take(
            TableRow(cells: cells, header: header, document: Int(row.place.document), places: row.cells.map(\.place)),
            of: form)
        }
      }
    }
  }
}
