/// GitHub-flavoured Markdown in which text from files stays text.
enum MarkdownText {
  /// The text of a table's cell or a heading, on one line.
  static func cell(_ text: String, limit: Int = 300) -> String { escaped(TerminalText.safe(text, limit: limit)) }

  /// Our own text as a paragraph, whole.
  static func paragraph(_ text: String) -> String { escaped(text) }

  /// A table with its heading; nothing without rows. Cells are Markdown already.
  static func table(_ heads: [String], _ rows: [[String]], right: Set<Int> = []) -> [String] {
    guard !rows.isEmpty else { return [] }
    let rule = heads.indices.map { right.contains($0) ? "--:" : "---" }
    return ([heads, rule] + rows).map { "| " + $0.joined(separator: " | ") + " |" } + [""]
  }

  /// By scalars, since a mark with a combining one after it is another `Character`.
  private static func escaped(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if "\\|`*_[]<>#&~$".unicodeScalars.contains(scalar) { result.append("\\") }
      result.append(scalar)
    }
    return String(result)
  }
}
