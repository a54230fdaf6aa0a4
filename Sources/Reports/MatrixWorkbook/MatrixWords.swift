import RemitModel

/// Texts as the cells of a matrix's workbook hold them.
enum MatrixWords {
  /// How many UTF-16 units of a text there are at most: far from what a cell holds, even when escapes make it longer.
  private static let most = 2000

  /// A name on one line, without what moves or reorders text, and no longer than anybody reads.
  static func line(_ text: String, limit: Int = 400) -> String {
    let flat = text.contains(where: \.isNewline) ? text.split(whereSeparator: \.isNewline).joined(separator: " ") : text
    return cut(TerminalText.safe(flat, limit: limit))
  }

  /// A text of several lines, each as `line` has it.
  static func lines(_ text: String, limit: Int = 1000) -> String {
    cut(
      text.split(whereSeparator: \.isNewline).map { TerminalText.safe(String($0), limit: limit) }.joined(
        separator: "\n"))
  }

  /// One character may be made of any number of marks.
  private static func cut(_ text: String) -> String {
    guard text.utf16.count > most else { return text }
    var result = String.UnicodeScalarView()
    var count = 0
    for scalar in text.unicodeScalars {
      count += UTF16.width(scalar)
      if count >= most { break }
      result.append(scalar)
    }
    return String(result) + "…"
  }
}
