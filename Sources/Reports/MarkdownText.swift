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

  private static let isMark = (UInt8(0)..<128).map { "\\|`*_[]<>#&~$".utf8.contains($0) }

  /// By bytes, since a mark with a combining one after it is another `Character`; all marks are ASCII.
  private static func escaped(_ text: String) -> String {
    var text = text
    return text.withUTF8 { bytes in
      let isMark = isMark
      let marks = bytes.count { $0 < 0x80 && isMark[Int($0)] }
      return String(unsafeUninitializedCapacity: bytes.count + marks) { buffer in
        var end = 0
        for byte in bytes {
          if byte < 0x80 && isMark[Int(byte)] {
            buffer[end] = UInt8(ascii: "\\")
            end += 1
          }
          buffer[end] = byte
          end += 1
        }
        return end
      }
    }
  }
}
