/// The hashes of the names in a batch of rows: each is made once, when what it leads to is fetched.
struct BatchHashes {
  private var hashes: [UInt64] = []

  /// Fetches what the names of a batch lead to in a table of names.
  mutating func fetch(_ batch: CSVText.Batch, _ header: TableHeader, from names: NameTable) {
    let cells = header.names
    if hashes.count < cells.count * CSVText.batch {
      hashes = [UInt64](repeating: 0, count: cells.count * CSVText.batch)
    }
    hashes.withUnsafeMutableBufferPointer { hashes in
      for (index, cell) in cells.enumerated() {
        let start = index * CSVText.batch
        names.fetch(UnsafeMutableBufferPointer(rebasing: hashes[start..<start + batch.count])) {
          TableRow.text(of: batch[$0], cell, header)
        }
      }
    }
  }

  /// The hash of a row's text in a column.
  @inline(__always)
  func hash(_ row: TableRow, _ column: TableColumn, _ text: UnsafeBufferPointer<UInt8>) -> UInt64 {
    let index = row.header.nameIndex(column)
    guard row.index >= 0, index >= 0 else { return NameTable.hash(text) }
    return hashes[index * CSVText.batch + row.index]
  }
}
