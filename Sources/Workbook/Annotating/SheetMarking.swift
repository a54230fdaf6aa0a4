import CExpat

/// Finds what must change in a sheet's XML so that cells are marked: formats of cells that are there, cells and rows
/// that are not, and the drawing of comments. Holds the changes, not the sheet.
final class SheetMarking: XMLHandler {
  private(set) var splices: [Splice] = []
  /// The relationship of the sheet's old drawing of comments; nil where it has none.
  private(set) var legacyDrawing: String?
  /// Whether the sheet has a list of cells at all.
  private(set) var hasCells = false

  private let cells: [MarkedCell]
  private var next = 0
  private var styles: StyleEditing
  private var prefix = ""
  private var row = RowState()
  private var isInCells = false
  private var columnFormats = ColumnTable(0)
  private var isInColumns = false
  private var dimension: (offset: Int, tag: XMLTag, range: CellRange)?
  private var inserted: CellRange?
  private var drawingPlace: Int?

  /// The row that is being read.
  private struct RowState {
    var number = 0
    var offset = 0
    var tag: XMLTag?
    /// The format of its cells that are not there; nil where it has none.
    var format: Int?
    var lastColumn = 0
    var hasNewCells = false
    /// Whether its tag was changed already, since there are no others of it.
    var isDone = false
  }

  /// - Parameter cells: in order, each place once.
  init(part: String, limits: WorkbookLimits, cells: [MarkedCell], styles: StyleEditing) {
    self.cells = cells
    self.styles = styles
    super.init(part: part, limits: limits)
  }

  /// The styles with the formats that the sheet needs.
  var editedStyles: StyleEditing { styles }

  override func start(_ element: XMLElement) throws(WorkbookFault) {
    if depth == 1 {
      try expectRoot(element, "worksheet")
      prefix = String(decoding: XMLTag(element.source).prefix, as: UTF8.self)
    }
    guard let name = element.name.main else {
      // What may be one thing or another stands where both may stand.
      if depth == 2, !isInCells { noteDrawingPlace(nil, at: element.offset) }
      return
    }
    switch depth {
    case 2: try startSection(element, name)
    case 3 where isInCells: if XMLName.equal(name, "row") { try startRow(element) }
    case 3 where isInColumns: takeColumn(element)
    case 4 where isInCells: if XMLName.equal(name, "c") { try startCell(element) }
    default: break
    }
  }

  override func end(_ name: XMLName, _ parser: OpaquePointer) throws(WorkbookFault) {
    switch depth {
    case 1: endSheet(at: XMLElement.offset(parser))
    case 2 where isInCells:
      insertRows(before: .max, at: XMLElement.offset(parser))
      isInCells = false
    case 2: isInColumns = false
    case 3 where isInCells: endRow(at: XMLElement.offset(parser))
    default: break
    }
  }

  private func put(_ text: String, at offset: Int) {
    splices.append(Splice(offset: offset, count: 0, bytes: Array(text.utf8)))
  }

  private func replace(_ tag: XMLTag, at offset: Int, with bytes: [UInt8]) {
    splices.append(Splice(offset: offset, count: tag.bytes.count, bytes: bytes))
  }
}

// MARK: - Rows and cells

extension SheetMarking {
  private func startRow(_ element: XMLElement) throws(WorkbookFault) {
    var number = row.number + 1
    if let text = element.value("r") {
      guard let written = element.number("r"), written > 0 else {
        throw .badReference(String(String(cString: text).prefix(40)))
      }
      number = written
    }
    guard number <= WorkbookLimits.rows else { throw .exceeds(.rows, bound: WorkbookLimits.rows) }
    guard number > row.number else { throw .misplacedRow(number, after: row.number) }
    insertRows(before: number, at: element.offset)
    row = RowState(number: number, offset: element.offset)
    guard next < cells.count, cells[next].place.row == number else { return }
    row.tag = XMLTag(element.source)
    row.format = element.flag("customFormat") ? element.number("s") : nil
    guard var tag = row.tag, tag.isEmptyElement else { return }
    tag.open()
    tag.remove("spans")
    replace(XMLTag(element.source), at: element.offset, with: tag.bytes + Array(newCells(before: .max).utf8) + tag.end)
    row.isDone = true
  }

  private func startCell(_ element: XMLElement) throws(WorkbookFault) {
    var column = row.lastColumn + 1
    if let text = element.value("r") {
      let place = try CellPlace.read(text)
      guard place.row == row.number, place.column > row.lastColumn else {
        throw .misplacedCell(String(String(cString: text).prefix(40)))
      }
      column = place.column
    }
    guard column <= WorkbookLimits.columns else { throw .exceeds(.columns, bound: WorkbookLimits.columns) }
    row.lastColumn = column
    guard row.tag != nil else { return }
    let new = newCells(before: column)
    if !new.isEmpty { put(new, at: element.offset) }
    guard next < cells.count, cells[next].place == CellPlace(row: row.number, column: column) else { return }
    let old = XMLTag(element.source)
    var tag = old
    tag.set("s", String(styles.number(of: .marked(element.number("s") ?? 0, cells[next].level))))
    replace(old, at: element.offset, with: tag.bytes)
    next += 1
  }

  private func endRow(at offset: Int) {
    guard let old = row.tag, !row.isDone else { return }
    let new = newCells(before: .max)
    if !new.isEmpty { put(new, at: offset) }
    guard row.hasNewCells else { return }
    // What it says of its first and last cell may no longer hold; nobody needs it.
    var tag = old
    tag.remove("spans")
    replace(old, at: row.offset, with: tag.bytes)
  }

  /// The cells of the present row that are marked, not there, and before a column.
  private func newCells(before column: Int) -> String {
    var text = ""
    while next < cells.count, cells[next].place.row == row.number, cells[next].place.column < column {
      text += newCell(cells[next], rowFormat: row.format)
      row.hasNewCells = true
      next += 1
    }
    return text
  }

  private func newCell(_ cell: MarkedCell, rowFormat: Int?) -> String {
    let place = cell.place
    let base = rowFormat ?? columnFormats[place.column]
    inserted = CellRange(place, place).joined(inserted ?? CellRange(place, place))
    return "<\(prefix)c r=\"\(place)\" s=\"\(styles.number(of: .marked(base, cell.level)))\"/>"
  }

  /// Rows that are marked, not there, and before a row.
  private func newRows(before number: Int) -> String {
    var text = ""
    while next < cells.count, cells[next].place.row < number {
      let row = cells[next].place.row
      text += "<\(prefix)row r=\"\(row)\">"
      while next < cells.count, cells[next].place.row == row {
        text += newCell(cells[next], rowFormat: nil)
        next += 1
      }
      text += "</\(prefix)row>"
    }
    return text
  }

  private func insertRows(before number: Int, at offset: Int) {
    let new = newRows(before: number)
    if !new.isEmpty { put(new, at: offset) }
  }
}

// MARK: - Sections

extension SheetMarking {
  /// What comes behind the drawing of comments (ISO/IEC 29500-1 §18.3.1.99, CT_Worksheet).
  private static let behindDrawing: [StaticString] = [
    "legacyDrawingHF", "drawingHF", "picture", "oleObjects", "controls", "webPublishItems", "tableParts", "extLst",
  ]

  private func startSection(_ element: XMLElement, _ name: UnsafePointer<CChar>) throws(WorkbookFault) {
    isInColumns = XMLName.equal(name, "cols")
    noteDrawingPlace(name, at: element.offset)
    if XMLName.equal(name, "dimension"), let text = element.value("ref"), let range = try? CellRange.read(text) {
      dimension = (element.offset, XMLTag(element.source), range)
    } else if XMLName.equal(name, "legacyDrawing") {
      legacyDrawing = element.value("id", in: [Namespace.links, Namespace.strictLinks]).map { String(cString: $0) }
    } else if XMLName.equal(name, "sheetData"), !hasCells {
      hasCells = true
      let tag = XMLTag(element.source)
      isInCells = !tag.isEmptyElement
      guard tag.isEmptyElement, next < cells.count else { return }
      var open = tag
      open.open()
      replace(tag, at: element.offset, with: open.bytes + Array(newRows(before: .max).utf8) + open.end)
    }
  }

  private func takeColumn(_ element: XMLElement) {
    guard let format = element.number("style"), let first = element.number("min"), let last = element.number("max")
    else { return }
    columnFormats.set(first, through: last, to: format)
  }

  /// The drawing's place is before the first of what comes behind it, once nothing else follows.
  private func noteDrawingPlace(_ name: UnsafePointer<CChar>?, at offset: Int) {
    let isBehind = name.map { name in Self.behindDrawing.contains { XMLName.equal(name, $0) } } ?? hasCells
    drawingPlace = isBehind ? drawingPlace ?? offset : nil
  }

  private func endSheet(at offset: Int) {
    drawingPlace = drawingPlace ?? offset
    guard let inserted, let dimension else { return }
    var tag = dimension.tag
    tag.set("ref", dimension.range.joined(inserted).description)
    replace(dimension.tag, at: dimension.offset, with: tag.bytes)
  }

  /// Puts the drawing of comments in.
  func addDrawing(id: String, dialect: Dialect) {
    guard let drawingPlace else { return }
    put("<\(prefix)legacyDrawing xmlns:r=\"\(dialect.links)\" r:id=\"\(id)\"/>", at: drawingPlace)
  }
}
