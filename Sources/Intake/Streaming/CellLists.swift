/// What is made of the lists in a column's cells, of which a table has few that differ: each is taken apart once.
struct CellLists<Item> {
  private var cells = NameTable()
  private var texts = NameTable()
  private var made = Shared<Item>()
  private var items: [Item] = []
  /// What some cells have that are short, as nearly all are.
  private var words: [(word: ShortWord, items: Range<Int>)] = []
  /// Where the items of each cell begin; one more than there are cells.
  private var starts = [0]

  subscript(index: Int) -> Item { items[index] }

  /// Which items a cell has that is empty or known; nil for others.
  @inline(__always)
  mutating func known(_ bytes: UnsafeBufferPointer<UInt8>) -> Range<Int>? {
    if bytes.isEmpty { return 0..<0 }
    guard let word = ShortWord(bytes) else { return search(bytes, nil) }
    for known in words where known.word == word { return known.items }
    return search(bytes, word)
  }

  @inline(never)
  private mutating func search(_ bytes: UnsafeBufferPointer<UInt8>, _ word: ShortWord?) -> Range<Int>? {
    guard let cell = cells.find(bytes) else { return nil }
    let items = starts[cell.index]..<starts[cell.index + 1]
    if let word, words.count < 32 { words.append((word, items)) }
    return items
  }

  /// Which items a row's cell has; nil where one of them is named twice or holds control characters.
  ///
  /// - Parameter make: What is made of an item's text; nil for what cannot be taken.
  mutating func items(of row: TableRow, _ column: TableColumn, _ make: (String) -> Item?) -> Range<Int>? {
    let bytes = row[column]
    if let known = known(bytes) { return known }
    let cell = cells.intern(bytes)
    let isWhole = add(row, column, make)
    starts.append(items.count)
    guard isWhole else { return nil }
    return starts[cell.index]..<starts[cell.index + 1]
  }

  private mutating func add(_ row: TableRow, _ column: TableColumn, _ make: (String) -> Item?) -> Bool {
    var names: Set<Name> = []
    var isWhole = true
    row.forEachItem(column) { bytes in
      let known = texts.count
      let name = texts.intern(bytes)
      let isNew = name.index == known
      guard isWhole, names.insert(name).inserted, !isNew || !WordReader.holdsControls(bytes) else {
        isWhole = false
        return
      }
      if !isNew {
        items.append(made.value(name) { preconditionFailure("a text that is known has its item") })
        return
      }
      guard let item = make(String(decoding: bytes, as: UTF8.self)) else {
        isWhole = false
        return
      }
      items.append(made.value(name) { item })
    }
    return isWhole
  }
}
