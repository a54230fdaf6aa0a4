import RemitInspection
import RemitModel

extension Matrix {
  /// For a terminal: one row a duty (or post), one column a letter, names in the cells; it stays narrow however many
  /// posts there are.
  public func text(_ language: Language) -> String {
    let heading = language == .chinese ? (axis == .duty ? "职责" : "岗位") : (axis == .duty ? "duty" : "post")
    let titles =
      [heading]
      + Letter.allCases.map { letter in
        language == .chinese ? "\(letter.rawValue) \(letter.name.zh)" : "\(letter.rawValue) \(letter.name.en)"
      }
    let rows = (0..<rowCount).map { row in textRow(row, language) }
    let filled = titles.indices.filter { column in column == 0 || rows.contains { !$0[column].isEmpty } }
    let widths = filled.map { column in
      min(
        column == 0 ? 36 : 30,
        max(TextWidth.columns(titles[column]), rows.map { TextWidth.columns($0[column]) }.max() ?? 0)
      )
    }
    var lines = Self.lines(filled.map { titles[$0] }, widths)
    lines.append(widths.map { String(repeating: "─", count: $0) }.joined(separator: "  "))
    for row in rows { lines += Self.lines(filled.map { row[$0] }, widths) }
    lines.append(language == .chinese ? "★ 牵头" : "★ leads")
    return lines.joined(separator: "\n") + "\n"
  }

  private func textRow(_ row: Int, _ language: Language) -> [String] {
    var cells = [TerminalText.safe(chart.name(of: self.row(row))[language], limit: 80)]
    for letter in Letter.allCases {
      let names = (0..<columnCount).filter { cell(row, $0).letters.contains(letter) }.map { column in
        TerminalText.safe(chart.name(of: self.column(column))[language], limit: 60)
          + (cell(row, column).leads && letter <= .responsible ? "★" : "")
      }
      cells.append(names.joined(separator: language == .chinese ? "、" : ", "))
    }
    return cells
  }

  /// One row, its cells wrapped to their columns' widths.
  private static func lines(_ cells: [String], _ widths: [Int]) -> [String] {
    let wrapped = zip(cells, widths).map { wrap($0, to: $1) }
    let height = wrapped.map(\.count).max() ?? 0
    return (0..<height).map { line in
      var text = zip(wrapped, widths).map { cell, width in
        TerminalText.padded(line < cell.count ? cell[line] : "", to: width)
      }.joined(separator: "  ")
      while text.last == " " { text.removeLast() }
      return text
    }
  }

  /// Breaks after a comma or space where there is one in the line, else anywhere.
  static func wrap(_ text: String, to width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    var columns = 0
    var lastBreak: String.Index?
    for character in text {
      let size = TextWidth.columns(character)
      if columns + size > width, !line.isEmpty {
        if let position = lastBreak, position < line.endIndex {
          lines.append(String(line[..<position]))
          line = String(line[position...])
        } else {
          lines.append(line)
          line = ""
        }
        if line.first == " " { line.removeFirst() }
        columns = TextWidth.columns(line)
        lastBreak = nil
      }
      line.append(character)
      columns += size
      if " ,、，;；/".contains(character) { lastBreak = line.endIndex }
    }
    if !line.isEmpty || lines.isEmpty { lines.append(line) }
    return lines.map { line in
      var line = line
      while line.last == " " { line.removeLast() }
      return line
    }
  }
}
