import RemitModel
import RemitSource

/// A row of one table of a chart, read cell by cell: by its columns' meaning, without a `String` where a name will do.
struct TableRow {
  var cells: RowCells
  let header: TableHeader
  let document: Int
  /// A cell's own place, for a table that was made from something else.
  var places: [Place] = []
  /// Where the row stands in the batch for which things were fetched; −1 in none.
  var index = -1

  /// Where the row begins.
  var place: Place { places.first ?? Place(document: document, line: cells.number, column: 1) }

  /// The bytes of a column's cell without blanks around them; none where the table has no such column.
  @inline(__always)
  subscript(column: TableColumn) -> UnsafeBufferPointer<UInt8> {
    let cell = header.cell(column)
    return cell >= 0 ? Self.text(of: cells, cell, header) : UnsafeBufferPointer(start: cells.base, count: 0)
  }

  /// The bytes of a row's cell without blanks around them.
  @inline(__always)
  static func text(of cells: RowCells, _ cell: Int, _ header: TableHeader) -> UnsafeBufferPointer<UInt8> {
    let text = trimmed(cells[cell])
    return header.unescapes && text.first == UInt8(ascii: "'") ? unescaped(text) : text
  }

  /// A text that spreadsheets would run is written in CSV files with an apostrophe before it, and one that begins with
  /// apostrophes and would then look like that with one more.
  @inline(never)
  private static func unescaped(_ text: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    guard let first = text.first(where: { $0 != UInt8(ascii: "'") }),
      [0x3D, 0x2B, 0x2D, 0x40, 0x09, 0x0D].contains(first)
    else { return text }
    return UnsafeBufferPointer(rebasing: text[1...])
  }

  /// Where a column's cell stands.
  @inline(__always)
  func place(_ column: TableColumn) -> Place {
    let cell = header.cell(column)
    if cell >= 0, cell < places.count { return places[cell] }
    return Place(document: document, line: cells.number, column: cell + 1)
  }

  /// A cell's text; nil for an empty one.
  func text(_ column: TableColumn) -> Sourced<String>? {
    let bytes = self[column]
    return bytes.isEmpty ? nil : Sourced(String(decoding: bytes, as: UTF8.self), at: place(column))
  }

  /// A text in one column and its English in another, with the blanks around them; nil where both are blank.
  func localized(_ column: TableColumn, _ english: TableColumn) -> Localized? {
    let zh = String(decoding: whole(column), as: UTF8.self)
    let en = String(decoding: whole(english), as: UTF8.self)
    if en.isEmpty { return zh.isEmpty ? nil : Localized(zh) }
    return Localized(zh: zh.isEmpty ? en : zh, en: en)
  }

  /// The bytes of a column's cell as they are; none where it is blank.
  func whole(_ column: TableColumn) -> UnsafeBufferPointer<UInt8> {
    let cell = header.cell(column)
    guard cell >= 0 else { return UnsafeBufferPointer(start: cells.base, count: 0) }
    let bytes = cells[cell]
    if Self.trimmed(bytes).isEmpty { return UnsafeBufferPointer(start: cells.base, count: 0) }
    return header.unescapes && bytes.first == UInt8(ascii: "'") ? Self.unescaped(bytes) : bytes
  }

  /// The items of a list: parted by `;` or `；`, where a backslash takes an item's own ones along. Empty ones do not
  /// count.
  func forEachItem(_ column: TableColumn, _ body: (UnsafeBufferPointer<UInt8>) -> Void) {
    let bytes = self[column]
    guard Self.mayBeList(bytes) else {
      if !bytes.isEmpty { body(bytes) }
      return
    }
    if bytes.contains(0x5C) {
      forEachEscapedItem(bytes, body)
      return
    }
    var (start, index) = (0, 0)
    func close() {
      let item = Self.trimmed(UnsafeBufferPointer(rebasing: bytes[start..<index]))
      if !item.isEmpty { body(item) }
    }
    while index < bytes.count {
      let width = Self.separator(at: index, of: bytes)
      if width > 0 { close() }
      index += max(width, 1)
      if width > 0 { start = index }
    }
    close()
  }

  /// The items of a list with a backslash in it.
  private func forEachEscapedItem(
    _ bytes: UnsafeBufferPointer<UInt8>, _ body: (UnsafeBufferPointer<UInt8>) -> Void
  ) {
    var item: [UInt8] = []
    var index = 0
    func close() {
      item.withUnsafeBufferPointer { buffer in
        let item = Self.trimmed(buffer)
        if !item.isEmpty { body(item) }
      }
      item.removeAll(keepingCapacity: true)
    }
    while index < bytes.count {
      let width = Self.separator(at: index, of: bytes)
      if width > 0 {
        close()
        index += width
        continue
      }
      // What is escaped is a separator or the backslash itself; any other backslash is one.
      if bytes[index] == 0x5C, index + 1 < bytes.count {
        let width = bytes[index + 1] == 0x5C ? 1 : Self.separator(at: index + 1, of: bytes)
        if width > 0 { index += 1 }
        item += bytes[index..<index + max(width, 1)]
        index += max(width, 1)
        continue
      }
      item.append(bytes[index])
      index += 1
    }
    close()
  }

  /// Whether a cell may hold anything but one item.
  @inline(__always)
  static func mayBeList(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    ShortTexts.holds(0x3B, 0x5C, 0xEF, in: bytes)
  }

  /// How many bytes a separator at an offset takes; 0 where there is none. `；` is EF BC 9B.
  private static func separator(at index: Int, of bytes: UnsafeBufferPointer<UInt8>) -> Int {
    if bytes[index] == 0x3B { return 1 }
    let isWide = bytes[index] == 0xEF && index + 2 < bytes.count && bytes[index + 1] == 0xBC && bytes[index + 2] == 0x9B
    return isWide ? 3 : 0
  }

  /// Without spaces, tabs, line breaks and ideographic spaces at both ends.
  @inline(__always)
  static func trimmed(_ bytes: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    guard let first = bytes.first, let last = bytes.last else { return bytes }
    // Nearly all cells begin and end with a letter, a digit or an ideograph other than U+3000.
    if first > 0x20, last > 0x20, first != 0xE3, last != 0x80 { return bytes }
    return closelyTrimmed(bytes)
  }

  @inline(never)
  private static func closelyTrimmed(_ bytes: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    var (start, end) = (0, bytes.count)
    while start < end, let width = blank(at: start, of: bytes) { start += width }
    while end > start {
      if isBlank(bytes[end - 1]) {
        end -= 1
      } else if end - start >= 3, blank(at: end - 3, of: bytes) == 3 {
        end -= 3
      } else {
        break
      }
    }
    return UnsafeBufferPointer(rebasing: bytes[start..<end])
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

  /// How many bytes a blank at an offset takes. U+3000 is E3 80 80.
  private static func blank(at index: Int, of bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    if isBlank(bytes[index]) { return 1 }
    let isWide = bytes[index] == 0xE3 && index + 2 < bytes.count && bytes[index + 1] == 0x80 && bytes[index + 2] == 0x80
    return isWide ? 3 : nil
  }
}
