import CExpat
import RemitSource

/// Takes the XML of a sheet (ISO/IEC 29500-1 §18.3) and pauses at the end of each row that has a text.
final class SheetParser: XMLHandler {
  /// The row that was read last, from 1.
  private(set) var row = 0
  /// The row's texts; one byte is always there.
  private(set) var bytes: [UInt8] = [0]
  private(set) var cells: [RowCells.Cell] = []
  private(set) var report = SheetReport()

  private let strings: SharedStrings
  private let formats: CellFormats
  private let countsFrom1904: Bool

  private var section = Section.other
  private var isInRow = false
  private var cell: CellState?
  private var lastColumn = 0
  private var content = Content.none
  private var value: [UInt8] = []
  private var item = TextGathering()
  private var keepsSpace = false
  private var totalBytes = 0

  private enum Section { case cells, columns, merges, other }
  private enum Content { case none, value, item }

  init(
    part: String, limits: WorkbookLimits, strings: SharedStrings, formats: CellFormats, countsFrom1904: Bool
  ) {
    self.strings = strings
    self.formats = formats
    self.countsFrom1904 = countsFrom1904
    super.init(part: part, limits: limits)
  }

  /// Hands the row on that the parser has paused at.
  func withRow<Result, Failure: Error>(
    _ body: (borrowing RowCells) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    report.rowCount += 1
    return try bytes.withUnsafeBufferPointer { bytes throws(Failure) in
      try cells.withUnsafeBufferPointer { cells throws(Failure) in
        // One byte is always there.
        try body(RowCells(base: bytes.baseAddress!, cells: cells, number: row))
      }
    }
  }

  /// Says that the part was read to its end.
  func complete() { report.isComplete = true }

  override func start(_ element: XMLElement) throws(WorkbookFault) {
    if depth == 1 {
      try expectRoot(element, "worksheet")
      keepsSpace = TextGathering.keepsSpace(element) ?? false
    }
    if content == .item { return item.open(element, keepsSpace: keepsSpace) }
    guard let name = element.name.main else { return }
    switch depth {
    case 2: try startSection(element, name)
    case 3: try startItem(element, name)
    case 4: if isInRow, XMLName.equal(name, "c") { try startCell(element) }
    case 5: if cell != nil { startContent(name) }
    default: break
    }
  }

  override func text(_ piece: UnsafeBufferPointer<UInt8>) throws(WorkbookFault) {
    switch content {
    case .none: return
    case .value: value += piece
    case .item: item.take(piece)
    }
    guard max(value.count, item.bytes.count) <= limits.cellBytes else {
      throw .exceeds(.cellBytes, bound: limits.cellBytes)
    }
  }

  override func end(_ name: XMLName, _ parser: OpaquePointer) throws(WorkbookFault) {
    switch depth {
    case 3 where isInRow:
      isInRow = false
      isPaused = !cells.isEmpty
    case 4: if cell != nil { try endCell() }
    case 5: content = .none
    case 6...: if content == .item { item.close() }
    default: break
    }
  }
}

// MARK: - Sections and rows

extension SheetParser {
  private func startSection(_ element: XMLElement, _ name: UnsafePointer<CChar>) throws(WorkbookFault) {
    section = .other
    if XMLName.equal(name, "sheetData") {
      section = .cells
    } else if XMLName.equal(name, "cols") {
      section = .columns
    } else if XMLName.equal(name, "mergeCells") {
      section = .merges
    } else if XMLName.equal(name, "sheetFormatPr") {
      report.hidesOtherRows = element.flag("zeroHeight")
    }
  }

  private func startItem(_ element: XMLElement, _ name: UnsafePointer<CChar>) throws(WorkbookFault) {
    switch section {
    case .cells: if XMLName.equal(name, "row") { try startRow(element) }
    case .columns: if XMLName.equal(name, "col") { try takeColumns(element) }
    case .merges:
      guard XMLName.equal(name, "mergeCell"), let reference = element.value("ref") else { return }
      guard report.merges.count < limits.items else { throw .exceeds(.items, bound: limits.items) }
      report.merges.append(try CellRange.read(reference))
    case .other: break
    }
  }

  /// A row without a number is the next one.
  private func startRow(_ element: XMLElement) throws(WorkbookFault) {
    var next = row + 1
    if let text = element.value("r") {
      guard let number = element.number("r"), number > 0 else {
        throw .badReference(String(String(cString: text).prefix(40)))
      }
      next = number
    }
    guard next <= WorkbookLimits.rows else { throw .exceeds(.rows, bound: WorkbookLimits.rows) }
    guard next > row else { throw .misplacedRow(next, after: row) }
    row = next
    isInRow = true
    lastColumn = 0
    cells.removeAll(keepingCapacity: true)
    bytes.removeSubrange(1...)
    if element.flag("hidden") || element.isZero("ht") {
      if let last = report.hiddenRows.last, last.upperBound == row - 1 {
        report.hiddenRows[report.hiddenRows.count - 1] = last.lowerBound...row
      } else {
        report.hiddenRows.append(row...row)
      }
    }
  }

  private func takeColumns(_ element: XMLElement) throws(WorkbookFault) {
    let isHidden = element.flag("hidden") || element.isZero("width")
    guard isHidden, let first = element.number("min"), let last = element.number("max"), first > 0, first <= last,
      first <= WorkbookLimits.columns
    else { return }
    guard report.hiddenColumns.count < limits.items else { throw .exceeds(.items, bound: limits.items) }
    report.hiddenColumns.append(first...min(last, WorkbookLimits.columns))
  }
}

// MARK: - Cells

extension SheetParser {
  /// A cell without a reference is the next one.
  private func startCell(_ element: XMLElement) throws(WorkbookFault) {
    var state = CellState(column: lastColumn + 1)
    var index = 0
    while let name = element.attributes[index], let text = element.attributes[index + 1] {
      if name[0] != 0, name[1] == 0 {
        switch UInt8(bitPattern: name[0]) {
        case UInt8(ascii: "r"):
          let place = try CellPlace.read(text)
          guard place.row == row, place.column > lastColumn else {
            throw .misplacedCell(String(String(cString: text).prefix(40)))
          }
          state.column = place.column
        case UInt8(ascii: "s"):
          state.format = formats[XMLName.number(UnsafeRawPointer(text).assumingMemoryBound(to: UInt8.self)) ?? -1]
        case UInt8(ascii: "t"): state.type = CellState.ValueType(text)
        default: break
        }
      }
      index += 2
    }
    guard state.column <= WorkbookLimits.columns else { throw .exceeds(.columns, bound: WorkbookLimits.columns) }
    lastColumn = state.column
    value.removeAll(keepingCapacity: true)
    item.reset()
    cell = state
  }

  private func startContent(_ name: UnsafePointer<CChar>) {
    if XMLName.equal(name, "v") {
      cell?.hasValue = true
      content = .value
    } else if XMLName.equal(name, "f") {
      cell?.hasFormula = true
    } else if XMLName.equal(name, "is") {
      cell?.hasItem = true
      content = .item
    }
  }

  private func endCell() throws(WorkbookFault) {
    guard let cell else { return }
    self.cell = nil
    let start = bytes.count
    if cell.hasItem {
      bytes += item.bytes
    } else if cell.hasFormula, !cell.hasValue || value.isEmpty && cell.type != .text {
      report.uncomputed.add(CellPlace(row: row, column: cell.column))
    } else if !value.isEmpty {
      try takeValue(cell)
    }
    guard bytes.count > start else { return }
    totalBytes += bytes.count - start
    guard bytes.count <= limits.rowBytes else { throw .exceeds(.rowBytes, bound: limits.rowBytes) }
    guard totalBytes <= limits.sheetBytes else { throw .exceeds(.sheetBytes, bound: limits.sheetBytes) }
    while cells.count < cell.column - 1 { cells.append(RowCells.Cell(start: 0, count: 0)) }
    cells.append(RowCells.Cell(start: Int32(start), count: Int32(bytes.count - start)))
  }

  /// Appends the text of a value that is not empty.
  private func takeValue(_ cell: CellState) throws(WorkbookFault) {
    let place = CellPlace(row: row, column: cell.column)
    switch cell.type {
    case .text:
      EscapedText.decode(&value, from: 0)
      bytes += value
    case .error:
      bytes += value
      report.errors.add(SheetReport.Note(place: place, reason: excerpt))
    case .shared:
      let index = value.withUnsafeBufferPointer { CellState.index($0) }
      guard let index, strings.append(index, to: &bytes) else { throw .badSharedString(excerpt) }
    case .number, .boolean, .date:
      let isTaken = value.withUnsafeBufferPointer { value in
        cell.append(CellState.trimmed(value), countsFrom1904: countsFrom1904, to: &bytes)
      }
      if !isTaken { report.refusals.add(SheetReport.Note(place: place, reason: cell.refusal(excerpt))) }
    case .other: report.refusals.add(SheetReport.Note(place: place, reason: .unknownType(excerpt)))
    }
  }

  /// The beginning of the present value.
  private var excerpt: String { String(String(decoding: value.prefix(320), as: UTF8.self).prefix(80)) }
}
