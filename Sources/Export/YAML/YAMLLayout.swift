import RemitModel

/// Lays a chart's values out as a person would: a line for each key, and what is short between braces and brackets.
struct YAMLLayout {
  private(set) var text = ""
  private static let width = 120

  /// The document's own keys with their values.
  mutating func add(_ pairs: YAMLPairs) {
    for pair in pairs.pairs { addPair(pair.key, pair.value, indent: 0, start: "") }
  }

  /// A key of the document, after an empty line; its rows come next.
  mutating func begin(_ key: String) { text += "\n" + key + ":\n" }

  /// A row of the last key. One that is compact and fits stands on one line or two.
  mutating func addRow(_ pairs: YAMLPairs, compact: Bool, indent: Int = 2) {
    let start = String(repeating: " ", count: indent) + "- "
    if compact, let lines = Self.lines(pairs, start) {
      for line in lines { text += line + "\n" }
      return
    }
    for (index, pair) in pairs.pairs.enumerated() {
      addPair(
        pair.key, pair.value, indent: indent + 2,
        start: index == 0 ? start : String(repeating: " ", count: indent + 2))
    }
  }

  /// A row between braces on one line or two; nil where it does not fit.
  private static func lines(_ pairs: YAMLPairs, _ start: String) -> [String]? {
    var lines = [start + "{"]
    for (index, pair) in pairs.pairs.enumerated() {
      let word = pair.key + ": " + pair.value.flow + (index + 1 < pairs.pairs.count ? "," : "}")
      let space = index == 0 ? "" : " "
      if TextWidth.columns(lines[lines.count - 1] + space + word) <= width {
        lines[lines.count - 1] += space + word
      } else if lines.count == 1, index > 0 {
        lines.append(String(repeating: " ", count: start.count + 1) + word)
      } else {
        return nil
      }
    }
    return TextWidth.columns(lines[lines.count - 1]) <= width ? lines : nil
  }

  private mutating func addPair(_ key: String, _ value: YAMLNode, indent: Int, start: String) {
    let head = start + key + ":"
    if case .text(let scalar) = value {
      text += head + " " + YAMLScalar.text(scalar, inFlow: false) + "\n"
      return
    }
    let line = head + " " + value.flow
    switch value {
    case .list(let items) where Self.areMappings(items):
      text += head + "\n"
      for case .mapping(let pairs) in items { addRow(pairs, compact: true, indent: indent + 2) }
    case .list(let items) where TextWidth.columns(line) > Self.width: addWrapped(items, head + " [")
    case .mapping(let mapping) where TextWidth.columns(line) > Self.width:
      text += head + "\n"
      let inner = String(repeating: " ", count: indent + 2)
      for pair in mapping.pairs { addPair(pair.key, pair.value, indent: indent + 2, start: inner) }
    default: text += line + "\n"
    }
  }

  private static func areMappings(_ items: [YAMLNode]) -> Bool {
    !items.isEmpty && items.allSatisfy { if case .mapping = $0 { true } else { false } }
  }

  /// A list over several lines, each of which begins below its first item.
  private mutating func addWrapped(_ items: [YAMLNode], _ head: String) {
    let indent = String(repeating: " ", count: head.count)
    var line = head
    var width = TextWidth.columns(head)
    for (index, item) in items.enumerated() {
      let word = item.flow + (index + 1 < items.count ? "," : "]")
      let wordWidth = TextWidth.columns(word)
      if index > 0, width + 1 + wordWidth > Self.width {
        text += line + "\n"
        line = indent + word
        width = indent.count + wordWidth
      } else {
        line += (index > 0 ? " " : "") + word
        width += (index > 0 ? 1 : 0) + wordWidth
      }
    }
    text += line + "\n"
  }
}
