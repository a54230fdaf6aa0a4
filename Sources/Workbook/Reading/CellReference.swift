/// A cell of a sheet: row and column from 1.
package struct CellPlace: Sendable, Hashable, Comparable, CustomStringConvertible {
  package var row: Int
  package var column: Int

  package init(row: Int, column: Int) {
    self.row = row
    self.column = column
  }

  /// As people write it, such as `B7`.
  package var description: String { Self.letters(column) + String(row) }

  package static func < (a: Self, b: Self) -> Bool { (a.row, a.column) < (b.row, b.column) }

  /// A column's letters: `A` for 1, `AA` for 27.
  package static func letters(_ column: Int) -> String {
    var letters: [UInt8] = []
    var rest = column
    while rest > 0 {
      letters.append(UInt8(65 + (rest - 1) % 26))
      rest = (rest - 1) / 26
    }
    return String(decoding: letters.reversed(), as: UTF8.self)
  }

  /// Reads `B7`, with or without dollar signs; steps over it.
  ///
  /// - Throws: `exceeds` where it is beyond the last row or column, `badReference` where it is no cell.
  static func read(
    _ text: UnsafePointer<CChar>, _ index: inout Int
  ) throws(WorkbookFault) -> CellPlace {
    var column = 0
    var row = 0
    let start = index
    func fail() -> WorkbookFault { .badReference(String(String(cString: text + start).prefix(40))) }
    if text[index] == 0x24 { index += 1 }
    let letters = index
    while let letter = letter(text[index]) {
      // Beyond the last column it does not matter how far.
      column = min(column * 26 + letter, 1 << 20)
      index += 1
    }
    guard index > letters else { throw fail() }
    if text[index] == 0x24 { index += 1 }
    let digits = index
    while (0x30...0x39).contains(text[index]) {
      row = min(row * 10 + Int(text[index] - 0x30), 1 << 30)
      index += 1
    }
    guard index > digits, row > 0 else { throw fail() }
    guard column <= WorkbookLimits.columns else { throw .exceeds(.columns, bound: WorkbookLimits.columns) }
    guard row <= WorkbookLimits.rows else { throw .exceeds(.rows, bound: WorkbookLimits.rows) }
    return CellPlace(row: row, column: column)
  }

  /// A reference that is a cell and nothing else.
  static func read(_ text: UnsafePointer<CChar>) throws(WorkbookFault) -> CellPlace {
    var index = 0
    let place = try read(text, &index)
    guard text[index] == 0 else { throw .badReference(String(String(cString: text).prefix(40))) }
    return place
  }

  /// 1 to 26.
  private static func letter(_ byte: CChar) -> Int? {
    switch byte {
    case 0x41...0x5A: Int(byte) - 0x40
    case 0x61...0x7A: Int(byte) - 0x60
    default: nil
    }
  }
}

/// A rectangle of cells, both ends included.
package struct CellRange: Sendable, Hashable, CustomStringConvertible {
  /// The upper left and the lower right cell.
  package var first: CellPlace
  package var last: CellPlace

  package init(_ first: CellPlace, _ last: CellPlace) {
    self.first = CellPlace(row: min(first.row, last.row), column: min(first.column, last.column))
    self.last = CellPlace(row: max(first.row, last.row), column: max(first.column, last.column))
  }

  /// Such as `A1:C3`; of one cell, its own name.
  package var description: String { first == last ? "\(first)" : "\(first):\(last)" }

  package func contains(_ place: CellPlace) -> Bool {
    first.row <= place.row && place.row <= last.row && first.column <= place.column && place.column <= last.column
  }

  /// The smallest range that holds both.
  func joined(_ other: CellRange) -> CellRange {
    CellRange(
      CellPlace(row: min(first.row, other.first.row), column: min(first.column, other.first.column)),
      CellPlace(row: max(last.row, other.last.row), column: max(last.column, other.last.column)))
  }

  package func overlaps(_ other: CellRange) -> Bool {
    first.row <= other.last.row && other.first.row <= last.row && first.column <= other.last.column
      && other.first.column <= last.column
  }

  /// Reads `A1:C3` or `A1`.
  static func read(_ text: UnsafePointer<CChar>) throws(WorkbookFault) -> CellRange {
    var index = 0
    let first = try CellPlace.read(text, &index)
    if text[index] == 0 { return CellRange(first, first) }
    guard text[index] == 0x3A else { throw .badReference(String(String(cString: text).prefix(40))) }
    return CellRange(first, try CellPlace.read(text + index + 1))
  }
}
