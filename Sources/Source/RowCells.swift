/// One row of a table as its container holds it: texts in UTF-8, which nobody has read yet.
///
/// The texts lie in memory of the container and are valid only while the row is handed on; no cell costs a `String`
/// until somebody asks for one.
public struct RowCells {
  /// A text's bytes in `base`. A start beyond `Int32` cannot be: containers are read in parts of less than 2 GiB.
  public struct Cell: Sendable, Hashable {
    /// The offset of the first byte.
    public var start: Int32
    /// How many bytes.
    public var count: Int32

    /// From its parts.
    @inlinable public init(start: Int32, count: Int32) {
      self.start = start
      self.count = count
    }
  }

  /// What the cells' offsets count from.
  public let base: UnsafePointer<UInt8>
  /// The row's cells; one that is empty at its end may be missing.
  public let cells: UnsafeBufferPointer<Cell>
  /// The row's number for people, from 1: of the line where it begins, of the sheet's row, or a database's row id.
  public let number: Int

  /// A row over memory that outlives it.
  @inlinable public init(base: UnsafePointer<UInt8>, cells: UnsafeBufferPointer<Cell>, number: Int) {
    self.base = base
    self.cells = cells
    self.number = number
  }

  /// How many cells the row has.
  @inlinable public var count: Int { cells.count }

  /// The bytes of a cell; none beyond the row's end.
  @inlinable public subscript(column: Int) -> UnsafeBufferPointer<UInt8> {
    guard column < cells.count else { return UnsafeBufferPointer(start: base, count: 0) }
    let cell = cells[column]
    return UnsafeBufferPointer(start: base + Int(cell.start), count: Int(cell.count))
  }

  /// The text of a cell; empty beyond the row's end.
  public func text(_ column: Int) -> String { String(decoding: self[column], as: UTF8.self) }
}

extension RowCells {
  /// A row of no cells.
  public static var empty: RowCells {
    RowCells(base: ("" as StaticString).utf8Start, cells: UnsafeBufferPointer(start: nil, count: 0), number: 0)
  }

  /// Hands texts on as a row. O(bytes).
  public static func with<Result>(
    _ texts: [String], number: Int, _ body: (borrowing RowCells) throws -> Result
  ) rethrows -> Result {
    var bytes: [UInt8] = [0]
    var cells: [Cell] = []
    for text in texts {
      cells.append(Cell(start: Int32(bytes.count), count: Int32(text.utf8.count)))
      bytes += text.utf8
    }
    return try bytes.withUnsafeBufferPointer { bytes in
      try cells.withUnsafeBufferPointer { cells in
        // One byte is always there.
        try body(RowCells(base: bytes.baseAddress!, cells: cells, number: number))
      }
    }
  }
}
