import RemitSource

/// A small or middling table of texts as a file holds it: a CSV file, a table of a Markdown text, a workbook's sheet.
///
/// What reads matrices and foreign tables works on grids alone, whatever they came from.
package struct Grid: Sendable {
  /// What a grid was made of.
  package enum Origin: Sendable {
    /// Text with separators: rows of cells, places by line and cell.
    case delimited
    /// A pipe table of a Markdown text, whose first row is the heading; places by line and character.
    case markdown
    /// A sheet of a workbook, or a table of a database; places by row and cell.
    case sheet
  }

  /// A text and where it was written.
  package struct Cell: Sendable, Hashable {
    /// Of a Markdown table without its marks, with `<br>` as a line break.
    package var text: String
    package var place: Place
    /// All of it is emphasized.
    package var isStrong = false

    package init(_ text: String, at place: Place, isStrong: Bool = false) {
      self.text = text
      self.place = place
      self.isStrong = isStrong
    }
  }

  /// One row that holds some text.
  package struct Row: Sendable {
    /// From the first column on; empty ones at the end may be missing.
    package var cells: [Cell]
    /// The row's number for people, from 1: of the line where it begins, or of the sheet's row.
    package var number: Int
    /// Blank rows lie before this one.
    package var followsBlank = false
    /// The container hides it from people.
    package var isHidden = false
  }

  /// Cells that a workbook shows as one; the text is that of the first. Numbers of rows as people count them, and
  /// columns from 0.
  package struct Merge: Sendable, Hashable {
    package var rows: ClosedRange<Int>
    package var columns: ClosedRange<Int>

    package init(rows: ClosedRange<Int>, columns: ClosedRange<Int>) {
      self.rows = rows
      self.columns = columns
    }
  }

  /// More cells than this are refused: four million, some 200 MB.
  package static let mostCells = 4_000_000

  /// Index of the document in the source map.
  package let document: Int
  package let origin: Origin
  /// The sheet's name, or the headings of Markdown that the table stands under, from the outermost on.
  package var headings: [String]
  package private(set) var rows: [Row] = []
  package var merges: [Merge] = []
  /// How many cells its rows hold.
  package private(set) var cellCount = 0
  /// How many cells its blank rows had.
  package private(set) var blankCount = 0
  /// Cells were refused, since there were too many.
  package private(set) var isFull = false

  package init(document: Int, origin: Origin, headings: [String] = []) {
    self.document = document
    self.origin = origin
    self.headings = headings
  }

  /// Adds a row; one that holds no text but spaces is only remembered as a gap before the next.
  package mutating func append(_ cells: [Cell], number: Int, isHidden: Bool = false) {
    guard cells.contains(where: { !$0.text.isBlank }) else {
      gap = true
      blankCount += cells.count
      return
    }
    guard cellCount + cells.count <= Self.mostCells else {
      isFull = true
      return
    }
    // A sheet leaves empty rows out.
    let isGap = gap || origin == .sheet && rows.last.map { number > $0.number + 1 } ?? false
    rows.append(Row(cells: cells, number: number, followsBlank: isGap && !rows.isEmpty, isHidden: isHidden))
    cellCount += cells.count
    gap = false
  }

  /// Adds a row of a container, whose numbers count rows.
  package mutating func append(_ row: borrowing RowCells, isHidden: Bool = false) {
    var cells: [Cell] = []
    for column in 0..<min(row.count, Self.mostColumns) {
      cells.append(
        Cell(row.text(column), at: Place(document: document, line: row.number, column: column + 1)))
    }
    append(cells, number: row.number, isHidden: isHidden)
    if row.count > Self.mostColumns { isFull = true }
  }

  /// More columns than a workbook has are refused.
  package static let mostColumns = 16_384

  private var gap = false
}

extension String {
  /// Holds nothing but spaces.
  var isBlank: Bool { unicodeScalars.allSatisfy(\.properties.isWhitespace) }
}
