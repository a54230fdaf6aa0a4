import RemitSource

/// Rows of a grid that lie together, as a rectangle of cells in which merged ones all have the text of the first.
struct MatrixBlock: Sendable {
  struct Cell: Sendable {
    var text = ""
    var place = Place.none
    var isStrong = false
    /// The text is that of a merged cell which begins elsewhere.
    var isCovered = false

    var isBlank: Bool { text.isBlank }
  }

  /// The rows' numbers for people.
  private(set) var numbers: [Int] = []
  private(set) var width = 0
  /// How many cells each row had.
  private(set) var lengths: [Int] = []
  private var cells: [Cell] = []
  let origin: Grid.Origin

  var height: Int { numbers.count }

  subscript(row: Int, column: Int) -> Cell { cells[row * width + column] }

  /// The cells of a row.
  func row(_ index: Int) -> ArraySlice<Cell> { cells[index * width..<(index + 1) * width] }

  /// What a row explains of letters, if it is no row of the matrix but of its legend.
  func legend(_ index: Int) -> [Legend.Entry] {
    var filled: [Grid.Cell] = []
    for cell in row(index) where !cell.isBlank && !cell.isCovered {
      guard filled.count < Legend.widest else { return [] }
      filled.append(Grid.Cell(cell.text, at: cell.place))
    }
    return Legend.entries(of: filled)
  }

  /// The rows of a grid as one rectangle; nil where that would be too large, since single rows are very long. O(cells).
  ///
  /// - Parameter merges: Those of the grid, by the number of the row where they begin.
  init?(_ grid: Grid, rows: Range<Int>, _ merges: [Int: [Grid.Merge]]) {
    origin = grid.origin
    let width = grid.rows[rows].reduce(0) { max($0, $1.cells.count) }
    let (size, isOver) = width.multipliedReportingOverflow(by: rows.count)
    guard !isOver, size <= Grid.mostCells else { return nil }
    self.width = width
    numbers = grid.rows[rows].map(\.number)
    lengths = grid.rows[rows].map(\.cells.count)
    cells.reserveCapacity(size)
    for row in grid.rows[rows] {
      for cell in row.cells { cells.append(Cell(text: cell.text, place: cell.place, isStrong: cell.isStrong)) }
      let first = row.cells.last?.place ?? Place(document: grid.document, line: row.number, column: 0)
      for column in row.cells.count..<max(width, row.cells.count) {
        // Markdown counts characters, and a missing cell has none.
        let place =
          origin == .markdown
          ? first : Place(document: grid.document, line: row.number, column: column + 1)
        cells.append(Cell(place: place))
      }
    }
    if !merges.isEmpty { fill(numbers.indices.flatMap { row in (merges[numbers[row]] ?? []).map { (row, $0) } }) }
  }

  /// Gives merged cells the text of their first one. All merges together may not cover more cells than a grid has.
  private mutating func fill(_ merges: [(row: Int, Grid.Merge)]) {
    var budget = Grid.mostCells
    for (first, merge) in merges where merge.columns.lowerBound >= 0 && merge.columns.lowerBound < width {
      let source = self[first, merge.columns.lowerBound]
      for row in first..<height {
        guard numbers[row] <= merge.rows.upperBound else { break }
        for column in merge.columns.lowerBound...min(merge.columns.upperBound, width - 1) {
          budget -= 1
          guard budget > 0 else { return }
          guard self[row, column].isBlank, !source.isBlank else { continue }
          let isFirst = row == first && column == merge.columns.lowerBound
          cells[row * width + column] = Cell(
            text: source.text, place: source.place, isStrong: source.isStrong, isCovered: !isFirst)
        }
      }
    }
  }
}
