import RemitModel

/// The kind and the ends of an oversight link.
struct OversightCell: Hashable {
  var kind: LinkKind
  var by: Node
  var of: Node
}

/// Finds links of oversight that are written twice: those that have an id and a target of their own need not be kept.
struct KnownOversight {
  /// What an id stood for first.
  struct First {
    /// The row of the only link with the id, or what the id of several has for a number, below −1.
    var number: Int32
    /// The line of an id of several; nil for that of one link, whose row has a place.
    var line: Int32?
  }

  private struct Cell: Hashable {
    var ends: OversightCell
    var key: Int32
    var scope: Int32
  }

  private var keys: KeySet<Oversight>
  /// Ids that stand for several links, and the lines where they stand.
  private var several = NameTable()
  private var lines: [Int32] = []
  private var cells: Set<Cell> = []
  private var repeated: Set<Int32> = []
  private var scopes: [[Int32]: Int32] = [:]

  init(capacity: Int = 64) { keys = KeySet(capacity: capacity) }

  /// Asks for what the ids in a batch need.
  func fetch(_ batch: CSVText.Batch, _ header: TableHeader) {
    let cell = header.cell(.id)
    if cell >= 0 { keys.fetch(batch.count) { TableRow.text(of: batch[$0], cell, header) } }
  }

  /// The first use of an id; nil where this one is, which is then that of a row.
  mutating func first(
    _ key: UnsafeBufferPointer<UInt8>, row: Int, of column: TextColumn<Oversight>
  ) -> First? {
    if !lines.isEmpty, let name = several.find(key) { return first(several: name) }
    return keys.first(key, row: row, of: column).map { First(number: Int32($0)) }
  }

  /// The first use of an id that stands for several links now, and the number of the id.
  mutating func first(
    ofSeveral key: UnsafeBufferPointer<UInt8>, line: Int32, of column: TextColumn<Oversight>
  ) -> (known: First?, number: Int32) {
    if let row = keys.find(key, of: column) { return (First(number: Int32(row)), Int32(row)) }
    let count = several.count
    let name = several.intern(key)
    if name.index < count { return (first(several: name), -2 - name.raw) }
    lines.append(line)
    return (nil, -2 - name.raw)
  }

  private func first(several name: Name) -> First { First(number: -2 - name.raw, line: lines[name.index]) }

  /// The number of a scope, whatever the order of what it names; −1 for none.
  mutating func scope(_ codes: ArraySlice<Int32>) -> Int32 {
    guard codes.count > 1 else { return codes.first ?? -1 }
    let set = codes.sorted()
    let number = scopes[set] ?? -2 - Int32(scopes.count)
    scopes[set] = number
    return number
  }

  /// Whether a row's id is found to be repeated for the first time.
  mutating func isNew(repeated row: Int32) -> Bool { repeated.insert(row).inserted }

  /// Keeps a link; false where there is one like it.
  ///
  /// - Parameter key: The number of its id; −1 for none.
  mutating func add(_ ends: OversightCell, key: Int32, scope: Int32) -> Bool {
    cells.insert(Cell(ends: ends, key: key, scope: scope)).inserted
  }
}
