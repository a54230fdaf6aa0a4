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

    subscript(index: Int) -> RowCells {
      let end = index + 1 < rows.count ? rows[index + 1].start : cells.count
      return RowCells(
        base: base, cells: UnsafeBufferPointer(rebasing: cells[rows[index].start..<end]), number: rows[index].number)
    }
  }

  /// How many rows a batch has at most. Their cells, and what these lead to, stay within the fastest cache.
  private static let batch = 48
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
    var index = offset
    if index < bytes.count, bytes[index] == separator {
      add(start: index, end: index)
      offset += 1
      return false
    }
    if separator == UInt8(ascii: ",") { index = lowByte(from: index) }
    while index < bytes.count {
      let byte = bytes[index]
      // Separators and line breaks all lie low, letters and ideographs high.
      if byte > 0x3B, byte != 0x7C { index += 1; continue }
      if byte == separator || byte == 10 || byte == 13 { break }
      index += 1
    }
    add(start: start, end: index)
    offset = index
    return takeEnd()
  }

  @inline(__always)
  private mutating func add(start: Int, end: Int) {
    cells[cellCount] = RowCells.Cell(
      start: Int32(truncatingIfNeeded: start), count: Int32(truncatingIfNeeded: end - start))
    cellCount += 1
  }

  /// Where the next byte up to a comma is, by words of eight; not beyond the last word.
  @inline(__always)
  private func lowByte(from start: Int) -> Int {
    guard let base = UnsafeRawPointer(bytes.baseAddress) else { return start }
    var index = start
    while index + 8 <= bytes.count {
      let word = UInt64(littleEndian: base.loadUnaligned(fromByteOffset: index, as: UInt64.self))
      // In each byte, the highest bit becomes 1 where the byte is more than a comma.
      let high = ((word & 0x7F7F_7F7F_7F7F_7F7F) &+ 0x5353_5353_5353_5353 | word) & 0x8080_8080_8080_8080
      if high != 0x8080_8080_8080_8080 { return index + (~high & 0x8080_8080_8080_8080).trailingZeroBitCount / 8 }
      index += 8
    }
    return index
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
