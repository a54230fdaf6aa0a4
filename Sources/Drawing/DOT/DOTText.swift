/// The three ways in which DOT takes text, each with its own escapes. What was typed is what shows.
enum DOTText {
  /// A value that Graphviz takes as it is, in quotes where it is no plain word or number.
  static func value(_ text: String) -> String {
    isPlain(text) ? text : "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }

  /// An `escString`, such as a tooltip: `\N`, `\n` and `&amp;` mean something there unless they are escaped.
  static func escaped(_ text: String) -> String {
    var result = "\""
    for character in guarded(text).unicodeScalars {
      switch character {
      case "\\": result += "\\\\"
      case "\"": result += "\\\""
      case "&": result += "&amp;"
      default: result.unicodeScalars.append(character)
      }
    }
    return result + "\""
  }

  /// Text inside an HTML-like label.
  static func html(_ text: String) -> String {
    var result = ""
    for character in guarded(text).unicodeScalars {
      switch character {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      default: result.unicodeScalars.append(character)
      }
    }
    return result
  }

  /// Puts a word joiner, which has no width, behind an `&` that begins what looks like an entity (`&lt;`), and behind a
  /// backslash that begins what looks like an escape (`\N`): Graphviz 2.42 decodes both once more than it should, the latter
  /// even in HTML-like labels.
  private static func guarded(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 == 38 || $0 == 92 }) else { return text }
    return text.replacing(/&(?=#?[A-Za-z0-9]+;)/, with: "&\u{2060}")
      .replacing(/\\(?=[\\NGETHLlrn])/, with: "\\\u{2060}")
  }

  /// Whether DOT takes the text without quotes.
  private static func isPlain(_ text: String) -> Bool {
    let scalars = text.unicodeScalars
    guard let first = scalars.first else { return false }
    if text.utf8.count <= 8, keywords.contains(text.lowercased()) { return false }
    if isNumber(text) { return true }
    guard !(48...57).contains(first.value) else { return false }
    return scalars.allSatisfy {
      switch $0.value {
      case 48...57, 65...90, 95, 97...122, 0x4E00...0x9FFF: true
      default: false
      }
    }
  }

  /// `-?(\.[0-9]+|[0-9]+(\.[0-9]*)?)`, by hand, since it is asked of every attribute.
  private static func isNumber(_ text: String) -> Bool {
    var rest = text.utf8[...]
    if rest.first == UInt8(ascii: "-") { rest = rest.dropFirst() }
    let whole = rest.prefix { (48...57).contains($0) }.count
    rest = rest.dropFirst(whole)
    guard rest.first == UInt8(ascii: ".") else { return whole > 0 && rest.isEmpty }
    rest = rest.dropFirst()
    return rest.allSatisfy { (48...57).contains($0) } && whole + rest.count > 0
  }

  private static let keywords: Set<String> = ["node", "edge", "graph", "digraph", "subgraph", "strict"]
}

/// The attributes of one statement, written by name.
struct DOTAttributes {
  private var values: [String: String] = [:]

  /// A plain value.
  subscript(_ name: String) -> String? {
    get { values[name] }
    set { values[name] = newValue.map(DOTText.value) }
  }

  subscript(_ name: String) -> Double {
    get { values[name].flatMap(Double.init) ?? 0 }
    set { values[name] = DOTText.value(newValue == newValue.rounded() ? String(Int(newValue)) : String(newValue)) }
  }

  /// A text in which Graphviz would see escapes.
  mutating func setText(_ name: String, _ text: String) { values[name] = DOTText.escaped(text) }

  /// An HTML-like text.
  mutating func setHTML(_ name: String, _ html: String) { values[name] = "<" + html + ">" }

  /// ` [a=1, b=2]`, or nothing.
  var written: String { values.isEmpty ? "" : " [" + list(", ") + "]" }

  /// `a=1` and so on, each on a line.
  func lines() -> [String] { sorted.map { "\($0.key)=\($0.value)" } }

  private func list(_ separator: String) -> String { lines().joined(separator: separator) }

  /// By name, but the label last, as it may run over several lines.
  private var sorted: [(key: String, value: String)] {
    values.sorted { ($0.key == "label" ? 1 : 0, $0.key) < ($1.key == "label" ? 1 : 0, $1.key) }
  }
}
