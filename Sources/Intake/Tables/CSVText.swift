import CMachine
import RemitSource

/// The rows of a CSV text (RFC 4180), parsed in place and handed on in batches.
///
/// Lines may end in LF, CR LF or CR; a cell in quotes may hold commas, line breaks, and quotes written twice. A quote
/// within a cell that does not begin with one is a character like others.
struct CSVText {
  /// What is not as RFC 4180 wants it.
  enum Fault: Sendable {
    /// A cell's quote is never closed.
    case openQuote(line: Int, column: Int)
    /// Text follows a closing quote.
    case textAfterQuote(line: Int, column: Int)
    /// A row has more columns than a spreadsheet can hold.
    case tooWide(line: Int)
  }

  /// The most cells of one row: those of a spreadsheet.
  static let widest = 16_384

  /// Some rows that follow one another, so that what they need can be fetched together.
  struct Batch {
    fileprivate struct Row {
      var start: Int
      var number: Int
    }

    fileprivate let base: UnsafePointer<UInt8>
    fileprivate let cells: UnsafeBufferPointer<RowCells.Cell>
    fileprivate let rows: UnsafeBufferPointer<Row>

    var count: Int { rows.count }

    @inline(__always)
    subscript(index: Int) -> RowCells {
      let end = index + 1 < rows.count ? rows[index + 1].start : cells.count
      return RowCells(
        base: base, cells: UnsafeBufferPointer(rebasing: cells[rows[index].start..<end]), number: rows[index].number)
    }
  }

  /// How many rows a batch has at most. Their cells, and what these lead to, stay within the fastest cache.
  static let batch = 48
  /// How many cells a batch has, but for those that its last row has beyond.
  private static let batchCells = 1024

  private let bytes: UnsafeMutableBufferPointer<UInt8>
  private let separator: UInt8
  /// Room for the cells of a batch and of one row that is as wide as can be.
  private let cells: UnsafeMutableBufferPointer<RowCells.Cell>
  private var cellCount = 0
  private var rows: [Batch.Row] = []
  /// What is wrong with the batch; said after its rows, of which the first may be the heading.
  private var faults: [Fault] = []
  private var offset: Int
  /// The block of 64 bytes that is looked at, and which separators and line breaks of it are still to come.
  private var block = -64
  private var ends: UInt64 = 0
  private var line: Int
  /// More of the text may follow the buffer.
  private let isOpen: Bool
  /// The row reached the buffer's end, so that its own end may lie beyond.
  private var isCut = false

  /// Parses a text of less than 2 GiB in valid UTF-8, without a byte order mark. Cells with doubled quotes are rewritten
  /// in the buffer itself.
  ///
  /// - Parameters:
  ///   - line: The number of the first line.
  ///   - isOpen: More of the text may follow the buffer; a row that reaches its end is then left. Its bytes must be
  ///     read anew, since some may be rewritten.
  /// - Returns: How many bytes were taken, and the number of the line that follows.
  @discardableResult
  static func forEachBatch(
    of bytes: UnsafeMutableBufferPointer<UInt8>, line: Int = 1, isOpen: Bool = false,
    separator: UInt8 = UInt8(ascii: ","), _ body: (Batch) -> Void, fault: (Fault) -> Void
  ) -> (count: Int, line: Int) {
    withUnsafeTemporaryAllocation(of: RowCells.Cell.self, capacity: batchCells + widest) { cells in
      var text = CSVText(bytes, cells, separator, line: line, isOpen: isOpen)
      while text.offset < bytes.count, text.takeWholeRow() {
        if text.rows.count == batch || text.cellCount >= batchCells { text.hand(to: body, fault) }
      }
      text.hand(to: body, fault)
      return (text.offset, text.line)
    }
  }

  private init(
    _ bytes: UnsafeMutableBufferPointer<UInt8>, _ cells: UnsafeMutableBufferPointer<RowCells.Cell>,
    _ separator: UInt8, line: Int, isOpen: Bool
  ) {
    self.bytes = bytes
    self.cells = cells
    self.separator = separator
    offset = 0
    self.line = line
    self.isOpen = isOpen
    rows.reserveCapacity(Self.batch)
  }

  private mutating func hand(to body: (Batch) -> Void, _ fault: (Fault) -> Void) {
    if let base = bytes.baseAddress, !rows.isEmpty {
      let cells = UnsafeBufferPointer(rebasing: cells[..<cellCount])
      rows.withUnsafeBufferPointer { body(Batch(base: UnsafePointer(base), cells: cells, rows: $0)) }
    }
    faults.forEach(fault)
    faults.removeAll()
    cellCount = 0
    rows.removeAll(keepingCapacity: true)
  }

  /// Takes a row, or leaves it and says so where its end may lie beyond the buffer.
  private mutating func takeWholeRow() -> Bool {
    let (offset, line, cells, rows, faults) = (offset, line, cellCount, rows.count, faults.count)
    takeRow()
    guard isCut, isOpen else { return true }
    (self.offset, self.line, cellCount) = (offset, line, cells)
    self.rows.removeSubrange(rows...)
    self.faults.removeSubrange(faults...)
    return false
  }

  private mutating func takeRow() {
    let number = line
    let start = cellCount
    var isEnd = false
    while !isEnd {
      if cellCount - start == Self.widest {
        faults.append(.tooWide(line: number))
        cellCount = start
        skipLine()
        return
      }
      isEnd = offset < bytes.count && bytes[offset] == UInt8(ascii: "\"") ? takeQuoted(start) : takePlain()
    }
    // A line of nothing is no row.
    if cellCount == start + 1, cells[start].count == 0 {
      cellCount = start
    } else {
      rows.append(Batch.Row(start: start, number: number))
    }
  }

  /// A cell up to the next separator or line break; true where the row ends.
  @inline(__always)
  private mutating func takePlain() -> Bool {
    let start = offset
    offset = nextEnd()
    add(start: start, end: offset)
    return takeEnd()
  }

  /// Where the next separator or line break is, or the buffer's end.
  ///
  /// Source: G. Langdale and D. Lemire, Parsing gigabytes of JSON per second, VLDB Journal 28 (2019), of which the
  /// scanning by blocks of 64 bytes as bits is taken.
  @inline(__always)
  private mutating func nextEnd() -> Int {
    if offset >= block + 64 {
      block = offset & ~63
      ends = blockEnds()
    }
    while true {
      while ends == 0 {
        block += 64
        if block >= bytes.count { return bytes.count }
        ends = blockEnds()
      }
      let end = block + ends.trailingZeroBitCount
      ends &= ends - 1
      // What was stepped over in another way does not count.
      if end >= offset { return end }
    }
  }

  /// The separators and line breaks of the block as bits.
  @inline(__always)
  private func blockEnds() -> UInt64 {
    guard let base = bytes.baseAddress, block + 64 <= bytes.count else { return lastEnds() }
    return remit_any_of_three(base + block, separator, 10, 13)
  }

  /// The same of a block that the buffer does not fill.
  @inline(never)
  private func lastEnds() -> UInt64 {
    var ends: UInt64 = 0
    for index in block..<max(block, bytes.count) {
      let byte = bytes[index]
      if byte == separator || byte == 10 || byte == 13 { ends |= 1 << (index - block) }
    }
    return ends
  }

  @inline(__always)
  private mutating func add(start: Int, end: Int) {
    cells[cellCount] = RowCells.Cell(
      start: Int32(truncatingIfNeeded: start), count: Int32(truncatingIfNeeded: end - start))
    cellCount += 1
  }

  /// Steps over what ends a cell; true where it ends the row as well.
  @inline(__always)
  private mutating func takeEnd() -> Bool {
    guard offset < bytes.count else {
      isCut = true
      return true
    }
    let byte = bytes[offset]
    offset += 1
    if byte == separator { return false }
    if byte == 13 {
      if offset == bytes.count { isCut = true } else if bytes[offset] == 10 { offset += 1 }
    }
    line += 1
    return true
  }

  /// - Parameter first: The row's first cell.
  @inline(never)
  private mutating func takeQuoted(_ first: Int) -> Bool {
    let opened = line
    offset += 1
    let begin = offset
    var end = offset
    while true {
      guard offset < bytes.count else {
        faults.append(.openQuote(line: opened, column: cellCount - first + 1))
        break
      }
      let byte = bytes[offset]
      offset += 1
      if byte == UInt8(ascii: "\"") {
        guard offset < bytes.count, bytes[offset] == byte else { break }
        offset += 1
      } else if byte == 10 || byte == 13 && !(offset < bytes.count && bytes[offset] == 10) {
        line += 1
      }
      if end != offset - 1 { bytes[end] = byte }
      end += 1
    }
    add(start: begin, end: end)
    guard offset < bytes.count, bytes[offset] != separator, bytes[offset] != 10, bytes[offset] != 13 else {
      return takeEnd()
    }
    faults.append(.textAfterQuote(line: line, column: cellCount - first))
    let isEnd = takePlain()
    cellCount -= 1
    return isEnd
  }

  private mutating func skipLine() {
    while offset < bytes.count, bytes[offset] != 10, bytes[offset] != 13 { offset += 1 }
    _ = takeEnd()
  }
}
