import RemitModel

/// Finds what texts of many rows name. It holds what nearly all need itself: cores that look things up in one shared
/// object would wait for each other to count its references.
struct NodeFinder {
  private let nodes: NodeIndex
  private let rows: KeyRows
  /// No name has a table's word before it.
  private let isPlain: Bool
  /// A cell with a list in it may look like a name that holds a separator itself.
  private let mayLookLikeList: Bool
  private var recent: RecentNames

  /// - Parameter names: The nodes' names.
  init(_ nodes: NodeIndex, _ names: NameLookup) {
    self.nodes = nodes
    rows = nodes.rows
    isPlain = nodes.isPlain
    mayLookLikeList = TableRow.mayBeList(names.bytes)
    recent = RecentNames(names)
  }

  /// The one that a text names; nil for none and for several.
  @inline(__always)
  mutating func find(_ text: UnsafeBufferPointer<UInt8>, _ scope: NodeIndex.Scope) -> Node? {
    if isPlain, let name = recent.find(text), let found = rows.only(name),
      let node = scope.node(found.table, found.row)
    {
      return node
    }
    return search(text, scope)
  }

  @inline(never)
  private mutating func search(_ text: UnsafeBufferPointer<UInt8>, _ scope: NodeIndex.Scope) -> Node? {
    nodes.find(utf8: text, scope, by: &recent)
  }

  /// Finds what a column's cells name in a batch, where each names one thing and nothing else. What it needs is asked
  /// for all at once, while the loads of `find` follow one after the other.
  ///
  /// - Parameters:
  ///   - found: Takes what each row names; nil for what needs a closer look.
  mutating func find(
    _ batch: CSVText.Batch, _ header: TableHeader, _ column: TableColumn, _ scope: NodeIndex.Scope,
    into found: inout [Node?]
  ) {
    let cell = header.cell(column)
    if found.isEmpty { found = [Node?](repeating: nil, count: CSVText.batch) }
    guard isPlain, cell >= 0 else { return }
    withUnsafeTemporaryAllocation(of: Text.self, capacity: batch.count) { texts in
      var new: UInt64 = 0
      for row in texts.indices {
        let bytes = TableRow.text(of: batch[row], cell, header)
        if row > 0, ShortTexts.areEqual(bytes, texts[row - 1].bytes) {
          texts[row] = Text(bytes: bytes, hash: texts[row - 1].hash, isAgain: true)
        } else {
          let hash = NameTable.hash(bytes)
          texts[row] = Text(bytes: bytes, hash: hash, isAgain: false)
          if !recent.holds(hash) {
            recent.names.fetchSlot(hash)
            new |= 1 << UInt64(row)
          }
        }
      }
      if new != 0 { Self.fetch(texts, new, recent.names) }
      for row in texts.indices { found[row] = texts[row].isAgain ? found[row - 1] : node(texts[row], scope) }
    }
  }

  /// Asks for what the texts of some rows need, whose slots are on their way.
  private static func fetch(_ texts: UnsafeMutableBufferPointer<Text>, _ rows: UInt64, _ names: NameLookup) {
    for row in texts.indices where rows >> UInt64(row) & 1 == 1 { names.fetchEnd(texts[row].hash) }
    for row in texts.indices where rows >> UInt64(row) & 1 == 1 { names.fetchText(texts[row].hash) }
  }

  /// A cell's text.
  private struct Text {
    var bytes: UnsafeBufferPointer<UInt8>
    var hash: UInt64
    /// It is that of the row before.
    var isAgain: Bool
  }

  @inline(__always)
  private mutating func node(_ text: Text, _ scope: NodeIndex.Scope) -> Node? {
    guard !text.bytes.isEmpty, !mayLookLikeList || !TableRow.mayBeList(text.bytes),
      let name = recent.find(text.bytes, text.hash), let row = rows.only(name)
    else { return nil }
    return scope.node(row.table, row.row)
  }
}
