import RemitModel
import RemitWorkbook

/// How the headings over the columns of letters lie: written across where there are few columns, else upright.
struct MatrixHeadings {
  /// More columns than these have upright headings.
  private static let mostAcross = 12
  /// Longer names cannot stand in one pile.
  private static let mostStacked = 16

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
    // Ideographs stand below each other where all of a name does; what must wrap lies on its side, as letters do.
    let isStacked = language == .chinese && texts.allSatisfy { $0.count <= Self.mostStacked }
    rotation = isStacked ? .stacked : .degrees(90)
    let longest = 34
    let lines = columns.map { isStacked ? 1 : min(6, max(1, ($0 + longest - 1) / longest)) }
    widths = zip(lines, cells).map { max(Double($1) + 2.2, Double($0) * 2.7 + 1.2) }
    if isStacked {
      height = Double(texts.map(\.count).max() ?? 1) * 15.5 + 12
    } else {
      height = Double(min(columns.max() ?? 1, longest + 2)) * 6.2 + 12
    }
  }

  /// Whether a text over columns must lie on its side, since a word of it is wider than they are.
  static func turns(_ text: String, width: Double) -> Bool {
    let words = text.split { $0 == " " || $0 == "-" || TextWidth.columns($0) > 1 }
    return Double(words.map { TextWidth.columns(String($0)) }.max() ?? 0) * 1.1 + 1 > width
  }

  /// The height that a text over columns needs, in points.
  static func height(_ text: String, width: Double) -> Double {
    if turns(text, width: width) { return min(150, 12 + 6.4 * Double(TextWidth.columns(text))) }
    return min(150, 6 + 14.5 * Double(ColumnWidth.lines(of: text, width: width)))
  }
}
