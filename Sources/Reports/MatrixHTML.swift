import RemitInspection
import RemitModel

extension Matrix {
  /// One self-contained page without scripts: headings stay in sight while it scrolls, letters are told apart by weight
  /// and border as well as by colour, and it prints on A3 landscape with the headings on each page.
  public func html(_ language: Language) -> String {
    let zh = language == .chinese
    let title = Self.escape(chart.title[language])
    var lines = [
      "<!DOCTYPE html>", "<html lang=\"\(zh ? "zh-CN" : "en")\">", "<head>", "<meta charset=\"utf-8\">",
      "<title>\(title)</title>", "<style>", Self.style, "</style>", "</head>", "<body>", "<h1>\(title)</h1>",
      "<p>\(Self.escape(caption(language)))</p>", "<table>", "<thead>", headings(language), "</thead>", "<tbody>",
    ]
    var group = ""
    for index in grouped(language) {
      let own = self.group(row(index), language)
      if own != group {
        group = own
        lines.append("<tr class=\"group\"><th colspan=\"\(columnCount + 2)\">\(Self.escape(own))</th></tr>")
      }
      lines.append(htmlRow(index, language))
    }
    lines += ["</tbody>", "</table>", legend(language), "</body>", "</html>"]
    return lines.joined(separator: "\n") + "\n"
  }

  /// The rows with those of one group together, groups in the order in which they first occur.
  private func grouped(_ language: Language) -> [Int] {
    var order: [String: Int] = [:]
    let groups = (0..<rowCount).map { index in
      let group = group(row(index), language)
      let number = order[group] ?? order.count
      order[group] = number
      return number
    }
    return groups.indices.sorted { (groups[$0], $0) < (groups[$1], $1) }
  }

  private func headings(_ language: Language) -> String {
    let zh = language == .chinese
    let side = axis == .duty ? (zh ? "依据" : "basis") : ""
    var cells = [
      "<th class=\"name\">\(axis == .duty ? (zh ? "职责" : "duty") : (zh ? "岗位" : "post"))</th>",
      "<th class=\"side\">\(side)</th>",
    ]
    for index in 0..<columnCount {
      let entity = column(index)
      let hint = Self.escape(chart.key(of: entity) + " · " + group(entity, language))
      cells.append(
        "<th scope=\"col\" title=\"\(hint)\"><span>\(Self.escape(chart.name(of: entity)[language]))</span></th>")
    }
    return "<tr>" + cells.joined() + "</tr>"
  }

  private func htmlRow(_ index: Int, _ language: Language) -> String {
    let entity = row(index)
    let name = Self.escape(chart.name(of: entity)[language])
    var text =
      "<tr><th class=\"name\" scope=\"row\" title=\"\(Self.escape(chart.key(of: entity)))\">\(name)</th>"
      + "<td class=\"side\">\(Self.escape(axis == .duty ? basis(entity, language) : ""))</td>"
    for column in 0..<columnCount {
      let cell = cell(index, column)
      let kind = cell.letters.min()?.rawValue.lowercased()
      text += kind.map { "<td class=\"\($0)\">\(cell.text)</td>" } ?? "<td></td>"
    }
    return text + "</tr>"
  }

  private func caption(_ language: Language) -> String {
    let zh = language == .chinese
    var parts = [chart.key]
    if let day = chart.asOf { parts.append(zh ? "截至 \(day)" : "as of \(day)") }
    parts.append(
      zh ? "职责 \(duties.count) 项，岗位 \(assignees.count) 个" : "\(duties.count) duties, \(assignees.count) posts")
    return parts.joined(separator: " · ")
  }

  private func legend(_ language: Language) -> String {
    let letters = Letter.allCases.map { letter in
      "<span class=\"\(letter.rawValue.lowercased())\">\(letter.rawValue)</span> \(letter.name[language])"
    }
    return "<p class=\"legend\">" + letters.joined(separator: " &nbsp; ") + " &nbsp; ★ "
      + (language == .chinese ? "牵头" : "leads") + "</p>"
  }

  static func escape(_ text: String) -> String {
    var result = ""
    for character in TerminalText.safe(text) {
      switch character {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      default: result.append(character)
      }
    }
    return result
  }

  private static let style = """
    body { font: 14px/1.4 "Noto Sans CJK SC", "Microsoft YaHei", "PingFang SC", sans-serif; margin: 24px; color: #1a1a1a; }
    h1 { font-size: 20px; margin: 0 0 4px; }
    p { margin: 0 0 12px; color: #555; }
    table { border-collapse: separate; border-spacing: 0; }
    th, td { border: 0 solid #d0d4da; border-width: 0 1px 1px 0; padding: 4px 6px; }
    thead th { position: sticky; top: 0; background: #f3f5f8; vertical-align: bottom; border-top-width: 1px; z-index: 1; }
    thead th span { writing-mode: vertical-rl; max-height: 14em; display: inline-block; font-weight: 500; }
    .name { text-align: left; font-weight: 500; position: sticky; left: 0; background: #fff; min-width: 14em;
      border-left-width: 1px; }
    thead .name { z-index: 2; background: #f3f5f8; }
    .side { color: #555; white-space: nowrap; font-size: 12px; }
    .group th { text-align: left; background: #e9edf2; border-left-width: 1px; }
    tbody td { text-align: center; min-width: 2em; }
    .a { background: #1f4e79; color: #fff; font-weight: 700; }
    .r { background: #cfe2f3; font-weight: 700; box-shadow: inset 0 0 0 2px #1f4e79; }
    .s { background: #e2efda; }
    .c { background: #fff2cc; font-style: italic; }
    .i { color: #555; }
    .legend { margin-top: 12px; }
    .legend span { display: inline-block; width: 2em; text-align: center; border: 1px solid #d0d4da; }
    @media print { @page { size: A3 landscape; margin: 12mm; } body { margin: 0; font-size: 11px; }
      thead { display: table-header-group; } thead th, .name { position: static; } tr { break-inside: avoid; }
      * { print-color-adjust: exact; -webkit-print-color-adjust: exact; } }
    """
}
