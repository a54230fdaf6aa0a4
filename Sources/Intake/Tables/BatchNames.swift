/// The names in a batch of rows. The hash of each is made once, when what it leads to is fetched, and one that is the
/// same in the row before is not looked for again.
struct BatchNames {
  private var hashes: [UInt64] = []
  /// By column of names, what is known of it.
  private var columns: [Column] = []

  private struct Column {
    /// The rows whose text is that of the row before, as bits.
    var repeated: UInt64
    /// The name of a row.
    var row = -1
    var name = Name(raw: -1)
  }

  /// Fetches what the names of a batch lead to in a table of names.
  mutating func fetch(_ batch: CSVText.Batch, _ header: TableHeader, from names: NameTable) {
    let cells = header.names
    if hashes.count < cells.count * CSVText.batch {
      hashes = [UInt64](repeating: 0, count: cells.count * CSVText.batch)
    }
    columns.removeAll(keepingCapacity: true)
    hashes.withUnsafeMutableBufferPointer { hashes in
      for (index, cell) in cells.enumerated() {
        let start = index * CSVText.batch
        let repeated = names.fetch(UnsafeMutableBufferPointer(rebasing: hashes[start..<start + batch.count])) {
          TableRow.text(of: batch[$0], cell, header)
        }
        columns.append(Column(repeated: repeated))
      }
    }
  }

  /// The number that a row's text in a column has in the table of names.
  @inline(__always)
  mutating func name(
    _ row: TableRow, _ column: TableColumn, _ text: UnsafeBufferPointer<UInt8>, in names: inout NameTable
  ) -> Name {
    let index = row.header.nameIndex(column)
    guard row.index >= 0, index >= 0 else { return names.intern(text) }
    let last = columns[index]
    if last.row == row.index - 1, last.repeated >> UInt64(row.index) & 1 == 1 {
      columns[index].row = row.index
      return last.name
    }
    let name = names.intern(text, hashes[index * CSVText.batch + row.index])
    (columns[index].row, columns[index].name) = (row.index, name)
    return name
  }
}
