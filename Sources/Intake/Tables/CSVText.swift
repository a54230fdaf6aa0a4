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

  private let bytes: UnsafeMutableBufferPointer<UInt8>
  private let separator: UInt8
  private var cells: [RowCells.Cell] = []
  private var rows: [Batch.Row] = []
  /// What is wrong with the batch; said after its rows, of which the first may be the heading.
  private var faults: [Fault] = []
  private var offset: Int
  private var line: Int

  /// Parses a part of a text of less than 2 GiB in valid UTF-8, without a byte order mark. Cells with doubled quotes are
  /// rewritten in the buffer itself. A row that begins in the part belongs to it as a whole.
  ///
  /// - Parameter line: The number of the part's first line.
  static func forEachBatch(
    of bytes: UnsafeMutableBufferPointer<UInt8>, in part: Range<Int>, line: Int = 1,
    separator: UInt8 = UInt8(ascii: ","), _ body: (Batch) -> Void, fault: (Fault) -> Void
  ) {
    var text = CSVText(bytes, separator, offset: part.lowerBound, line: line)
    while text.offset < part.upperBound {
      text.takeRow()
      if text.rows.count == batch || text.cells.count >= widest { text.hand(to: body, fault) }
    }
    text.hand(to: body, fault)
  }

  private init(_ bytes: UnsafeMutableBufferPointer<UInt8>, _ separator: UInt8, offset: Int, line: Int) {
    self.bytes = bytes
    self.separator = separator
    self.offset = offset
    self.line = line
  }

  private mutating func hand(to body: (Batch) -> Void, _ fault: (Fault) -> Void) {
    if let base = bytes.baseAddress, !rows.isEmpty {
      cells.withUnsafeBufferPointer { cells in
        rows.withUnsafeBufferPointer { body(Batch(base: UnsafePointer(base), cells: cells, rows: $0)) }
      }
    }
    faults.forEach(fault)
    faults.removeAll()
    cells.removeAll(keepingCapacity: true)
    rows.removeAll(keepingCapacity: true)
  }

  private mutating func takeRow() {
    let number = line
    let start = cells.count
    var isEnd = false
    while !isEnd {
      if cells.count - start == Self.widest {
        faults.append(.tooWide(line: number))
        cells.removeSubrange(start...)
        skipLine()
        return
      }
      isEnd = offset < bytes.count && bytes[offset] == UInt8(ascii: "\"") ? takeQuoted(start) : takePlain()
    }
    // A line of nothing is no row.
    if cells.count == start + 1, cells[start].count == 0 {
      cells.removeLast()
    } else {
      rows.append(Batch.Row(start: start, number: number))
    }
  }

  /// A cell up to the next separator or line break; true where the row ends.
  private mutating func takePlain() -> Bool {
    let start = offset
    var index = offset
    while index < bytes.count {
      let byte = bytes[index]
      // Separators and line breaks all lie low, letters and ideographs high.
      if byte > 0x3B, byte != 0x7C { index += 1; continue }
      if byte == separator || byte == 10 || byte == 13 { break }
      index += 1
    }
    cells.append(
      RowCells.Cell(start: Int32(truncatingIfNeeded: start), count: Int32(truncatingIfNeeded: index - start)))
    offset = index
    return takeEnd()
  }

  /// Steps over what ends a cell; true where it ends the row as well.
  private mutating func takeEnd() -> Bool {
    guard offset < bytes.count else { return true }
    let byte = bytes[offset]
    offset += 1
    if byte == separator { return false }
    if byte == 13, offset < bytes.count, bytes[offset] == 10 { offset += 1 }
    line += 1
    return true
  }

  /// - Parameter first: The row's first cell.
  private mutating func takeQuoted(_ first: Int) -> Bool {
    let opened = line
    offset += 1
    let begin = offset
    var end = offset
    while true {
      guard offset < bytes.count else {
        faults.append(.openQuote(line: opened, column: cells.count - first + 1))
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
    cells.append(RowCells.Cell(start: Int32(truncatingIfNeeded: begin), count: Int32(truncatingIfNeeded: end - begin)))
    guard offset < bytes.count, bytes[offset] != separator, bytes[offset] != 10, bytes[offset] != 13 else {
      return takeEnd()
    }
    faults.append(.textAfterQuote(line: line, column: cells.count - first))
    let isEnd = takePlain()
    cells.removeLast()
    return isEnd
  }

  private mutating func skipLine() {
    while offset < bytes.count, bytes[offset] != 10, bytes[offset] != 13 { offset += 1 }
    _ = takeEnd()
  }
}
