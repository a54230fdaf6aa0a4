import RemitInspection
import RemitModel

/// The label of the whole graph: legend, marked rules, remarks and caption, in a table that no layout minds.
struct DOTLegend {
  let legend: Legend
  let caption: [String]
  let language: Language
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
    let color = Theme.color(rule.severity)
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
    case .shape(let shape): Self.shape(shape)
    case .tone(let tone): Self.cell(Theme.fill(tone), Theme.border(tone), "SOLID", "　　")
    case .vacant: Self.cell(Theme.paper, Theme.line, "DASHED", "　　")
    case .emphasized: "<FONT COLOR=\"\(Theme.accent)\"><B>━━━</B></FONT>"
    case .edge(let look): Self.line(look)
    case .mark(let severity):
      "<FONT COLOR=\"\(Theme.color(severity))\"><B>\(severity.sign) "
        + (language == .chinese ? "代码" : "CODE") + "</B></FONT>"
    }
  }

  private static func shape(_ shape: Shape) -> String {
    switch shape {
    case .post: cell(Theme.paper, Theme.line, "ROUNDED", "　　")
    case .reference: cell(Theme.paper, Theme.line, "DOTTED", "　　")
    case .fold: "<FONT COLOR=\"\(Theme.line)\">❐</FONT>"
    default: cell(Theme.paper, Theme.line, "SOLID", "　　")
    }
  }

  private static func cell(_ fill: String, _ border: String, _ style: String, _ text: String) -> String {
    "<TD ALIGN=\"LEFT\"><TABLE ALIGN=\"LEFT\" BORDER=\"1\" CELLBORDER=\"0\" CELLSPACING=\"0\" CELLPADDING=\"1\" "
      + "STYLE=\"\(style)\" COLOR=\"\(border)\" BGCOLOR=\"\(fill)\"><TR><TD>\(text)</TD></TR></TABLE></TD>"
  }

  /// A stroke as characters, which any font with line drawing shows.
  private static func line(_ look: EdgeLook) -> String {
    let stroke = Theme.stroke(look)
    let color = stroke.color.split(separator: ":").first.map(String.init) ?? stroke.color
    let dash =
      switch stroke.style {
      case "dashed": "┅┅┅"
      case "dotted": "·····"
      default: "━━━"
      }
    let tail = stroke.tail == nil ? "" : "●"
    return "<FONT COLOR=\"\(color)\"><B>\(tail)\(dash)\(heads[stroke.head] ?? "")</B></FONT>"
  }

  private static let heads = [
    "normal": "▶", "vee": "&gt;", "onormal": "▷", "diamond": "◆", "odiamond": "◇", "box": "■", "odot": "○",
  ]
}
