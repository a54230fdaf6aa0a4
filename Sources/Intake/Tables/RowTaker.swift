/// What the rows of a chart's tables are handed to.
protocol RowTaker {
  /// How many bytes of texts may still be taken.
  var room: Int { get set }

  /// Makes room for so many more rows.
  mutating func reserve(rows: Int, of form: TableForm)

  /// Brings near what the names in a batch need, so that taking its rows does not wait for memory again
  /// and again.
  mutating func fetch(_ batch: CSVText.Batch, _ header: TableHeader)

  /// Reads one row of a table.
  mutating func take(_ row: TableRow, of form: TableForm)
}
