import RemitSource
import RemitWorkbook

/// The rows of a sheet, where every cell of a merged range has the text of its first.
struct MergedRows {
  private let ranges: [CellRange]
  /// The text of each range's first cell, once it was read.
  private var texts: [String?]
  /// The ranges by first row, of which those before this one have begun.
  private var begun = 0
  private var open: [Int] = []
  private var last = 0

  /// More rows than this are not made of merged cells alone.
  private static let longest = 10_000

  init(_ ranges: [CellRange]) {
    self.ranges = ranges.filter { $0.first != $0.last }.sorted { ($0.first, $0.last) < ($1.first, $1.last) }
    texts = Array(repeating: nil, count: self.ranges.count)
  }

  /// Hands on a row with what is merged into it, after the rows between it and the one before that hold nothing else.
  mutating func forEachRow(upTo row: borrowing RowCells, _ body: (RowCells) -> Void) {
    let number = row.number
    fillGap(upTo: number, body)
    last = number
    step(to: number)
    if open.isEmpty {
      body(RowCells(base: row.base, cells: row.cells, number: number))
      return
    }
    var cells: [String] = []
    for column in 0..<row.count { cells.append(row.text(column)) }
    fill(&cells, number)
    RowCells.with(cells, number: number) { row in body(RowCells(base: row.base, cells: row.cells, number: number)) }
  }

  /// Hands on the rows at the end that hold nothing but what is merged into them.
  mutating func finish(_ body: (RowCells) -> Void) {
    let end = open.map { ranges[$0].last.row }.max() ?? last
    fillGap(upTo: end + 1, body)
  }

  private mutating func fillGap(upTo number: Int, _ body: (RowCells) -> Void) {
    guard last > 0, last + 1 < number else { return }
    for gap in (last + 1)..<min(number, last + Self.longest) {
      step(to: gap)
      if open.isEmpty { return }
      var cells: [String] = []
      fill(&cells, gap)
      RowCells.with(cells, number: gap) { row in body(RowCells(base: row.base, cells: row.cells, number: gap)) }
    }
  }

  private mutating func step(to number: Int) {
    while begun < ranges.count, ranges[begun].first.row <= number {
      open.append(begun)
      begun += 1
    }
    open.removeAll { ranges[$0].last.row < number }
  }

  private mutating func fill(_ cells: inout [String], _ number: Int) {
    for index in open {
      let range = ranges[index]
      let (first, last) = (range.first.column - 1, range.last.column - 1)
      if range.first.row == number { texts[index] = first < cells.count ? cells[first] : "" }
      guard let text = texts[index], !text.isEmpty else { continue }
      while cells.count <= last { cells.append("") }
      for column in first...last where cells[column].isEmpty { cells[column] = text }
    }
  }
}
