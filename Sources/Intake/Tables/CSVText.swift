import RemitSource

/// The rows of a CSV text (RFC 4180), parsed in place and handed on one by one.
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

  private let bytes: UnsafeMutableBufferPointer<UInt8>
  private let separator: UInt8
  private var cells: [RowCells.Cell] = []
  private var offset = 0
  private var line = 1

  /// Parses a text of less than 2 GiB in valid UTF-8, without a byte order mark. Cells with doubled quotes are rewritten
  /// in the buffer itself.
  static func forEachRow(
    of bytes: UnsafeMutableBufferPointer<UInt8>, separator: UInt8 = UInt8(ascii: ","), _ body: (RowCells) -> Void,
    fault: (Fault) -> Void
  ) {
    var text = CSVText(bytes, separator)
    while text.offset < bytes.count { text.takeRow(body, fault) }
  }

  private init(_ bytes: UnsafeMutableBufferPointer<UInt8>, _ separator: UInt8) {
    self.bytes = bytes
    self.separator = separator
  }

  private mutating func takeRow(_ body: (RowCells) -> Void, _ fault: (Fault) -> Void) {
    let number = line
    cells.removeAll(keepingCapacity: true)
    var isEnd = false
    while !isEnd {
      if cells.count == Self.widest {
        fault(.tooWide(line: number))
        skipLine()
        return
      }
      isEnd = offset < bytes.count && bytes[offset] == UInt8(ascii: "\"") ? takeQuoted(fault) : takePlain()
    }
    // A line of nothing is no row.
    if cells.count == 1, cells[0].count == 0 { return }
    guard let base = bytes.baseAddress else { return }
    cells.withUnsafeBufferPointer { body(RowCells(base: UnsafePointer(base), cells: $0, number: number)) }
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

  private mutating func takeQuoted(_ fault: (Fault) -> Void) -> Bool {
    let opened = line
    offset += 1
    let start = offset
    var end = offset
    while true {
      guard offset < bytes.count else {
        fault(.openQuote(line: opened, column: cells.count + 1))
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
    cells.append(RowCells.Cell(start: Int32(truncatingIfNeeded: start), count: Int32(truncatingIfNeeded: end - start)))
    guard offset < bytes.count, bytes[offset] != separator, bytes[offset] != 10, bytes[offset] != 13 else {
      return takeEnd()
    }
    fault(.textAfterQuote(line: line, column: cells.count))
    let isEnd = takePlain()
    cells.removeLast()
    return isEnd
  }

  private mutating func skipLine() {
    while offset < bytes.count, bytes[offset] != 10, bytes[offset] != 13 { offset += 1 }
    _ = takeEnd()
  }
}
