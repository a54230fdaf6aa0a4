import RemitModel

/// A picture as a Mermaid flowchart, for Markdown that draws it: frames as subgraphs, cards as subgraphs of their rows.
struct MermaidText {
  /// What Mermaid refuses to draw more of unless its page allows it: its settings `maxEdges` and `maxTextSize`.
  static let mostLinks = 500
  static let mostCharacters = 50_000

  let picture: Picture
  let network: Network

  var text: String {
    // The front matter is YAML, of which a JSON string is a part.
    var lines = ["---", "title: " + JSONValue.text(Self.plain(picture.title)).written, "---"]
    lines.append("flowchart " + (picture.direction == .down ? "TB" : "LR"))
    let children = Dictionary(grouping: network.items, by: \.parent)
    addItems(nil, depth: 1, children, to: &lines)
    for (edge, link) in zip(picture.edges, network.links) {
      let label = link.attributes["label"].map { "|\"\(Self.escaped($0.text))\"|" } ?? ""
      lines.append("  \(link.from) \(Self.arrow(edge))\(label) \(link.to)")
    }
    lines += Self.styles
    for (name, ids) in classes where !ids.isEmpty { lines.append("  class \(ids.joined(separator: ",")) \(name)") }
    return lines.joined(separator: "\n") + "\n"
  }

  /// A title without signs of HTML. Mermaid cleans titles as HTML and then shows what came out as plain text, which no
  /// escape survives, so that the wide signs stand in, which look alike.
  private static func plain(_ title: String) -> String {
    String(
      String.UnicodeScalarView(
        title.unicodeScalars.map { scalar in
          switch scalar {
          case "&": "\u{FF06}"
          case "<": "\u{FF1C}"
          case ">": "\u{FF1E}"
          default: scalar
          }
        }))
  }

  /// What to say of a text that a page with Mermaid's own settings will not draw.
  var warnings: [Localized] {
    let (links, characters) = (network.links.count, text.unicodeScalars.count)
    guard links > Self.mostLinks || characters > Self.mostCharacters else { return [] }
    return [
      Localized(
        zh: "Mermaid 默认不画超过 \(Self.mostLinks) 条线或 \(Self.mostCharacters) 个字符的图，此图有 \(links) 条线、"
          + "\(characters) 个字符；请用 --focus 等只画一部分，或在网页中调高 maxEdges 和 maxTextSize。",
        en:
          "Mermaid draws no more than \(Self.mostLinks) links or \(Self.mostCharacters) characters by default, and these "
          + "are \(links) and \(characters): draw a part, or raise maxEdges and maxTextSize on the page.")
    ]
  }

  private func addItems(
    _ parent: String?, depth: Int, _ children: [String?: [Network.Item]], to lines: inout [String]
  ) {
    let margin = String(repeating: "  ", count: depth)
    for item in children[parent] ?? [] {
      let parts = children[item.id] ?? []
      let label = Self.escaped(Self.label(of: item))
      if parts.isEmpty || depth > 8 {
        let (open, close) = Self.brackets(item.attributes["shape"]?.text ?? "")
        lines.append("\(margin)\(item.id)\(open)\"\(label)\"\(close)")
      } else {
        lines.append("\(margin)subgraph \(item.id) [\"\(label)\"]")
        addItems(item.id, depth: depth + 1, children, to: &lines)
        lines.append(margin + "end")
      }
    }
  }

  /// The name, then who holds it, and the codes of findings.
  private static func label(of item: Network.Item) -> String {
    var lines = [item.name.isEmpty ? item.id : item.name]
    if let holders = item.attributes["holders"] { lines.append(holders.text) }
    if let letters = item.attributes["hidden"] { lines.append("+" + letters.text) }
    if let codes = item.attributes["findings"] { lines.append("▲ " + codes.text) }
    return lines.joined(separator: "\n")
  }

  private static func brackets(_ shape: String) -> (String, String) {
    switch shape {
    case "post": ("(", ")")
    case "duty": ("[/", "/]")
    case "stub": ("([", "])")
    case "organization": ("[[", "]]")
    default: ("[", "]")
    }
  }

  private static func arrow(_ edge: Picture.Edge) -> String {
    switch edge.look {
    case .missing, .charge, .functional: "-.->"
    case .cut: "-.-"
    case .part, .letter: edge.isEmphasized ? "===" : "---"
    default: edge.isEmphasized ? "==>" : "-->"
    }
  }

  private static let styles = [
    "  classDef vacant stroke-dasharray:5 4",
    "  classDef emphasized stroke-width:3px",
    "  classDef error stroke:#b00020,stroke-width:4px",
    "  classDef warning stroke:#a85400,stroke-width:3px",
    "  classDef note stroke:#2b6cb0,stroke-width:2px",
  ]

  private var classes: [(name: String, ids: [String])] {
    ["vacant", "emphasized", "error", "warning", "note"].map { name in
      let items = network.items.filter {
        $0.attributes[name] != nil || $0.attributes["severity"]?.text == name
      }
      return (name, items.map(\.id))
    }
  }

  /// Text inside quotes. Mermaid decodes `#60;` and the like there, and takes everything else that means something to it
  /// or to HTML, such as Markdown between backquotes and `%%`.
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n": result += "<br/>"
      case "\"", "#", "<", ">", "&", "`", "\\", "%", "{", "}", "[", "]", "(", ")", "|", ";", "*", "_", "~", "$":
        result += "#\(scalar.value);"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
