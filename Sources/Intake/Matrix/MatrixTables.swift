import RemitModel
import RemitSource

/// A table of a file, and how it lies if it is a matrix.
struct FoundTable: Sendable {
  var block: MatrixBlock
  /// Nil where it is no matrix.
  var layout: MatrixLayout?
  /// It has letters and nothing to tell whose they are.
  var isHeadless = false
  /// What it stands under.
  var headings: [String]
}

/// Cuts a grid into tables: a Markdown table is one, other grids fall apart where empty rows lie.
///
/// Rows of letters without headings belong to the table before them, from which an empty row parts them only for the
/// eye.
struct MatrixTables {
  let grid: Grid
  let session: MatrixSession
  /// By the row where they begin.
  private let merges: [Int: [Grid.Merge]]

  init(grid: Grid, session: MatrixSession) {
    self.grid = grid
    self.session = session
    merges = Dictionary(grouping: grid.merges, by: \.rows.lowerBound)
  }

  private struct Part {
    var rows: Range<Int>
    var outcome: MatrixFinder.Outcome
  }

  /// The tables in order. Near linear in the cells.
  func found() -> [FoundTable] {
    var parts: [Part] = []
    for rows in ranges() {
      guard let outcome = outcome(rows) else { continue }
      if case .headless = outcome, let last = parts.last {
        switch last.outcome {
        case .matrix:
          parts[parts.count - 1].rows = last.rows.lowerBound..<rows.upperBound
          continue
        case .other:
          let joined = last.rows.lowerBound..<rows.upperBound
          if let both = self.outcome(joined), case .matrix = both {
            parts[parts.count - 1] = Part(rows: joined, outcome: both)
            continue
          }
        case .headless: break
        }
      }
      parts.append(Part(rows: rows, outcome: outcome))
    }
    return parts.compactMap(table)
  }

  private func ranges() -> [Range<Int>] {
    guard grid.origin != .markdown else { return grid.rows.isEmpty ? [] : [0..<grid.rows.count] }
    var ranges: [Range<Int>] = []
    var start = 0
    for index in grid.rows.indices where index > 0 && grid.rows[index].followsBlank {
      ranges.append(start..<index)
      start = index
    }
    if start < grid.rows.count { ranges.append(start..<grid.rows.count) }
    return ranges
  }

  /// Nil, with a problem, where the rows make no rectangle of bearable size.
  private func outcome(_ rows: Range<Int>) -> MatrixFinder.Outcome? {
    guard let block = MatrixBlock(grid, rows: rows, merges) else {
      session.problem(at: MatrixReader.start(of: grid.rows[rows.lowerBound], grid), MatrixMessages.tooWide)
      return nil
    }
    return MatrixFinder(block, session.scheme, session.options).find()
  }

  private func table(_ part: Part) -> FoundTable? {
    guard let block = MatrixBlock(grid, rows: part.rows, merges) else {
      session.problem(at: MatrixReader.start(of: grid.rows[part.rows.lowerBound], grid), MatrixMessages.tooWide)
      return nil
    }
    var table = FoundTable(block: block, headings: grid.headings)
    switch part.outcome {
    case .matrix(let layout): table.layout = layout
    case .headless(let isSure): table.isHeadless = isSure
    case .other: break
    }
    return table
  }
}
