import RemitModel
import RemitWorkbook

/// How the headings over the columns of letters lie: written across where there are few columns, else upright.
struct MatrixHeadings {
  /// More columns than these have upright headings.
  private static let mostAcross = 12

  let rotation: CellStyle.Rotation
  /// The width of each column, in the unit of `ColumnWidth`.
  let widths: [Double]
  /// The height of the row, in points.
  let height: Double

  init(_ texts: [String], cells: [Int], _ language: Language) {
    let columns = texts.map(TextWidth.columns)
    if texts.count <= Self.mostAcross {
      rotation = .none
      widths = columns.map { min(max(11, Double($0) + 3), 18) }
      let lines = zip(texts, widths).map { ColumnWidth.lines(of: $0, width: $1 - 1) }
      height = min(400, 12 + 15.5 * Double(lines.max() ?? 1))
      return
    }
    // Ideographs stand below each other; letters lie on their side.
    let isStacked = language == .chinese
    rotation = isStacked ? .stacked : .degrees(90)
    let sizes = isStacked ? texts.map { $0.count * 2 } : columns
    let longest = isStacked ? 24 : 30
    let lines = sizes.map { min(6, max(1, ($0 + longest - 1) / longest)) }
    widths = zip(lines, cells).map { max(Double($1) + 2.2, Double($0) * 2.7 + 1.2) }
    let most = zip(sizes, lines).map { ($0 + $1 - 1) / $1 }.max() ?? 2
    height = min(400, Double(min(most, longest + 2)) * (isStacked ? 7.6 : 6.2) + 12)
  }
}
