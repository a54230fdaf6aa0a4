import RemitInspection
import RemitModel

/// The label of the whole graph: legend, marked rules, remarks and caption, in a table that no layout minds.
struct DOTLegend {
  let legend: Legend
  let caption: [String]
  let language: Language
  let theme: Theme
  /// Pairs of sample and meaning in a row.
  let columns: Int

  var html: String {
    var rows = grid(legend.entries.map { (sample($0.sample), DOTText.html($0.text)) })
    if !legend.rules.isEmpty {
      rows.append(wide("<B>" + (language == .chinese ? "所标问题" : "Findings marked") + "</B>"))
      rows += grid(legend.rules.map(rule))
    }
    rows += (legend.remarks + caption).flatMap { Wrapping.lines($0, width: 34 * columns, limit: 6) }
      .map { wide(DOTText.html($0)) }
    guard !rows.isEmpty else { return "" }
    return "<TABLE BORDER=\"0\" CELLBORDER=\"0\" CELLSPACING=\"2\" CELLPADDING=\"2\">\n    "
      + rows.joined(separator: "\n    ") + "\n  </TABLE>"
  }

  private func rule(_ rule: Legend.Rule) -> (String, String) {
    let color = theme.color(rule.severity)
    let code = "<FONT COLOR=\"\(color)\"><B>\(rule.severity.sign) \(DOTText.html(rule.code))</B></FONT>"
    return (code, DOTText.html(rule.name) + (rule.count > 1 ? " ×\(rule.count)" : ""))
  }

  private func wide(_ text: String) -> String {
    "<TR><TD ALIGN=\"LEFT\">\(text)</TD></TR>"
  }

  /// A table of its own, so that long lines below do not pull it apart.
  private func grid(_ cells: [(String, String)]) -> [String] {
    guard !cells.isEmpty else { return [] }
    let rows = stride(from: 0, to: cells.count, by: columns).map { start -> String in
      let pairs = cells[start..<min(start + columns, cells.count)].map { sample, text in
        (sample.hasPrefix("<TD") ? sample : "<TD ALIGN=\"LEFT\">\(sample)</TD>") + "<TD ALIGN=\"LEFT\">\(text)  </TD>"
      }
      let rest = (columns - pairs.count) * 2
      return "<TR>" + pairs.joined() + (rest > 0 ? "<TD COLSPAN=\"\(rest)\"></TD>" : "") + "</TR>"
    }
    let table = "<TABLE BORDER=\"0\" CELLSPACING=\"2\" CELLPADDING=\"2\">" + rows.joined() + "</TABLE>"
    return ["<TR><TD ALIGN=\"LEFT\" CELLPADDING=\"0\">\(table)</TD></TR>"]
  }

  private func sample(_ sample: Legend.Sample) -> String {
    switch sample {
    case .shape(let shape): self.shape(shape)
    case .tone(let tone):
      cell(theme.fill(tone), theme.border(tone), "SOLID", "　　", line: (theme.width(tone) ?? 1) > 1.5 ? 2 : 1)
    case .vacant: cell(theme.paper, theme.line, "DASHED", "　　")
    case .emphasized: "<FONT COLOR=\"\(theme.accent)\"><B>━━━</B></FONT>"
    case .edge(let look): line(look)
    case .mark(let severity):
      "<FONT COLOR=\"\(theme.color(severity))\"><B>\(severity.sign) "
        + (language == .chinese ? "代码" : "CODE") + "</B></FONT>"
    }
  }

  private func shape(_ shape: Shape) -> String {
    switch shape {
    case .post: cell(theme.paper, theme.line, "ROUNDED", "　　")
    case .reference: cell(theme.paper, theme.line, "DOTTED", "　　")
    case .fold: "<FONT COLOR=\"\(theme.line)\">❐</FONT>"
    default: cell(theme.paper, theme.line, "SOLID", "　　")
    }
  }

  private func cell(_ fill: String, _ border: String, _ style: String, _ text: String, line: Int = 1) -> String {
    "<TD ALIGN=\"LEFT\"><TABLE ALIGN=\"LEFT\" BORDER=\"\(line)\" CELLBORDER=\"0\" CELLSPACING=\"0\" CELLPADDING=\"1\" "
      + "STYLE=\"\(style)\" COLOR=\"\(border)\" BGCOLOR=\"\(fill)\"><TR><TD>\(text)</TD></TR></TABLE></TD>"
  }

  /// A stroke as characters, which any font with line drawing shows.
  private func line(_ look: EdgeLook) -> String {
    let stroke = theme.stroke(look)
    let color = stroke.color.split(separator: ":").first.map(String.init) ?? stroke.color
    let dash =
      switch stroke.style {
      case "dashed": "┅┅┅"
      case "dotted": "·····"
      default: "━━━"
      }
    let tail = stroke.tail == nil ? "" : "●"
    return "<FONT COLOR=\"\(color)\"><B>\(tail)\(dash)\(Self.heads[stroke.head] ?? "")</B></FONT>"
  }

  private static let heads = [
    "normal": "▶", "vee": "&gt;", "onormal": "▷", "diamond": "◆", "odiamond": "◇", "box": "■", "odot": "○",
  ]
}
