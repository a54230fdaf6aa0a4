import RemitSource

/// The three ways in which DOT takes text, each with its own escapes. What was typed is what shows.
enum DOTText {
  /// A value that Graphviz takes as it is, in quotes where it is no plain word or number.
  static func value(_ text: String) -> String {
    guard !isPlain(text) else { return text }
    return quoted(
      Escaping.escaped(text) { byte in
        switch byte {
        case UInt8(ascii: "\\"): "\\\\"
        case UInt8(ascii: "\""): "\\\""
        default: nil
        }
      })
  }

  /// An `escString`, such as a tooltip: `\N`, `\n` and `&amp;` mean something there unless they are escaped.
  static func escaped(_ text: String) -> String {
    quoted(
      Escaping.escaped(guarded(text)) { byte in
        switch byte {
        case UInt8(ascii: "\\"): "\\\\"
        case UInt8(ascii: "\""): "\\\""
        case UInt8(ascii: "&"): "&amp;"
        default: nil
        }
      })
  }

  /// Text inside an HTML-like label.
  static func html(_ text: String) -> String { XMLText.escaped(guarded(text)) }

  private static func quoted(_ text: String) -> String {
    var result = ""
    result.reserveCapacity(text.utf8.count + 2)
    result += "\""
    result += text
    result += "\""
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

  /// Whether DOT takes the text without quotes: a number, or a word that begins with no digit and is no keyword.
  private static func isPlain(_ text: String) -> Bool {
    guard let first = text.utf8.first else { return false }
    if isNumber(text) { return true }
    guard !(48...57).contains(first), text.utf8.allSatisfy(isOfWords) || text.unicodeScalars.allSatisfy(isOfWords)
    else { return false }
    return text.utf8.count > 8 || !keywords.contains(text.lowercased())
  }

  private static func isOfWords(_ byte: UInt8) -> Bool {
    switch byte {
    case 48...57, 65...90, 95, 97...122: true
    default: false
    }
  }

  private static func isOfWords(_ scalar: Unicode.Scalar) -> Bool {
    (0x4E00...0x9FFF).contains(scalar.value) || scalar.isASCII && isOfWords(UInt8(scalar.value))
  }

  /// `-?(\.[0-9]+|[0-9]+(\.[0-9]*)?)`, by hand, since it is asked of every attribute.
  private static func isNumber(_ text: String) -> Bool {
    var isAfterPoint = false
    var digits = 0
    for (place, byte) in text.utf8.enumerated() {
      switch byte {
      case 48...57: digits += 1
      case UInt8(ascii: "-") where place == 0: continue
      case UInt8(ascii: ".") where !isAfterPoint: isAfterPoint = true
      default: return false
      }
    }
    return digits > 0
  }

  private static let keywords: Set<String> = ["node", "edge", "graph", "digraph", "subgraph", "strict"]
}

/// The attributes of one statement: by name, but the label last, as it may run over several lines.
struct DOTAttributes {
  private var values: [(name: String, text: String)] = []

  /// A plain value.
  subscript(_ name: String) -> String? {
    get { values.first { $0.name == name }?.text }
    set { set(name, newValue.map(DOTText.value)) }
  }

  subscript(_ name: String) -> Double {
    get { self[name].flatMap { (text: String) in Double(text) } ?? 0 }
    set { set(name, DOTText.value(newValue == newValue.rounded() ? String(Int(newValue)) : String(newValue))) }
  }

  /// A text in which Graphviz would see escapes.
  mutating func setText(_ name: String, _ text: String) { set(name, DOTText.escaped(text)) }

  /// An HTML-like text.
  mutating func setHTML(_ name: String, _ html: String) { set(name, "<" + html + ">") }

  /// There are about ten, so they are looked through one by one.
  private mutating func set(_ name: String, _ text: String?) {
    let place = values.firstIndex { $0.name == name || Self.comesBefore(name, $0.name) } ?? values.count
    if place < values.count, values[place].name == name { values.remove(at: place) }
    if let text { values.insert((name, text), at: place) }
  }

  private static func comesBefore(_ a: String, _ b: String) -> Bool {
    a == "label" ? false : b == "label" ? true : a < b
  }

  /// Adds ` [a=1, b=2]`, or nothing.
  func write(to text: inout String) {
    guard !values.isEmpty else { return }
    text += " ["
    for (place, value) in values.enumerated() {
      if place > 0 { text += ", " }
      text += value.name
      text += "="
      text += value.text
    }
    text += "]"
  }

  /// ` [a=1, b=2]`, or nothing.
  var written: String {
    var text = ""
    write(to: &text)
    return text
  }

  /// `a=1` and so on, each on a line.
  func lines() -> [String] { values.map { $0.name + "=" + $0.text } }
}
