/// What must be known of a sheet before its cells are marked: merged ranges, since only the first cell of one is seen,
/// and widths of columns, since comments are placed by them.
final class SheetSurvey: XMLHandler {
  private(set) var merges: [CellRange] = []
  private var pixels = ColumnTable(64)
  private var section = Section.other

  private enum Section { case columns, merges, other }

  override func start(_ element: XMLElement) throws(WorkbookFault) {
    if depth == 1 {
      try expectRoot(element, "worksheet")
      try expectUTF8(element)
    }
    guard depth == 2 || section != .other, let name = element.name.main else { return }
    if depth == 2 {
      section = XMLName.equal(name, "cols") ? .columns : XMLName.equal(name, "mergeCells") ? .merges : .other
      if XMLName.equal(name, "sheetFormatPr"), let width = element.text("defaultColWidth").flatMap({ Double($0) }) {
        pixels = ColumnTable(Self.pixels(width))
      }
    } else if depth == 3, section == .merges, XMLName.equal(name, "mergeCell"), let range = element.value("ref") {
      guard merges.count < limits.items else { throw .exceeds(.items, bound: limits.items) }
      merges.append(try CellRange.read(range))
    } else if depth == 3, section == .columns, XMLName.equal(name, "col"), let first = element.number("min"),
      let last = element.number("max")
    {
      let width = element.text("width").flatMap { Double($0) }.map(Self.pixels)
      pixels.set(first, through: last, to: element.flag("hidden") ? 0 : width ?? pixels[first])
    }
  }

  /// The column in which a window ends that begins at a column and is so wide; at most 200 columns on.
  func lastColumn(from first: Int, pixels: Int) -> Int {
    var (column, rest) = (first, pixels)
    while column < WorkbookLimits.columns, column < first + 200 {
      rest -= self.pixels[column]
      if rest <= 0 { return column }
      column += 1
    }
    return column
  }

  /// Moves marks from cells that a merged range hides to its first cell. Hostile numbers of ranges and marks, whose
  /// product is over the budget, leave the rest of the marks where they are.
  func places(of marks: [CellPlace]) -> [CellPlace] {
    let order = marks.indices.sorted { marks[$0] < marks[$1] }
    var result = marks
    var budget = 50_000_000
    for merge in merges {
      var low = 0
      var high = order.count
      while low < high {
        let middle = (low + high) / 2
        if marks[order[middle]].row < merge.first.row { low = middle + 1 } else { high = middle }
      }
      while low < order.count, marks[order[low]].row <= merge.last.row {
        budget -= 1
        guard budget > 0 else { return result }
        if merge.contains(marks[order[low]]) { result[order[low]] = merge.first }
        low += 1
      }
      budget -= 1
    }
    return result
  }

  /// The cells that marked merged ranges hide, which share the look of the first one, so that lines go all around. Large
  /// ranges are left as they are.
  func companions(of cells: [MarkedCell]) -> [MarkedCell] {
    var levels: [CellPlace: CellMark.Level] = [:]
    for cell in cells { levels[cell.place] = cell.level }
    var result: [MarkedCell] = []
    for merge in merges {
      guard let level = levels[merge.first], merge.last.row - merge.first.row < 64,
        merge.last.column - merge.first.column < 64, result.count < limits.marks
      else { continue }
      for row in merge.first.row...merge.last.row {
        for column in merge.first.column...merge.last.column {
          let place = CellPlace(row: row, column: column)
          guard levels[place] == nil else { continue }
          levels[place] = level
          result.append(MarkedCell(place: place, level: level, texts: []))
        }
      }
    }
    return result
  }

  /// By the usual font of a workbook, in which a digit is 7 pixels wide.
  private static func pixels(_ width: Double) -> Int { Int(min(max(0, width), ColumnWidth.most) * 7 + 5) }
}
