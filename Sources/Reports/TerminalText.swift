import RemitModel

/// Text as a terminal can show it: nothing in it moves the cursor, changes colours or reorders what stands around it.
package enum TerminalText {
  /// The text with control characters, line breaks and bidirectional marks written as escapes, cut to `limit` characters.
  package static func safe(_ text: String, limit: Int = 300) -> String {
    var result = ""
    var count = 0
    for character in text {
      if count == limit { return result + "…" }
      count += 1
      if character.unicodeScalars.allSatisfy({ !isUnsafe($0) }) {
        result.append(character)
      } else {
        for scalar in character.unicodeScalars {
          if isUnsafe(scalar) { result += escape(scalar) } else { result.unicodeScalars.append(scalar) }
        }
      }
    }
    return result
  }

  /// The text filled with spaces to a number of columns.
  package static func padded(_ text: String, to columns: Int) -> String {
    text + String(repeating: " ", count: max(0, columns - TextWidth.columns(text)))
  }

  private static func escape(_ scalar: Unicode.Scalar) -> String {
    switch scalar {
    case "\n": "\\n"
    case "\r": "\\r"
    case "\t": "\\t"
    default: "\\u{" + String(scalar.value, radix: 16) + "}"
    }
  }

  private static func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0x2028, 0x2029, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069, 0x061C, 0xFEFF: true
    default: false
    }
  }
}

/// Colours of a terminal, or none.
package struct Ink: Sendable {
  private let isOn: Bool

  package init(isOn: Bool) { self.isOn = isOn }

  package func bold(_ text: String) -> String { paint(text, "1") }
  package func faint(_ text: String) -> String { paint(text, "2") }
  package func red(_ text: String) -> String { paint(text, "31") }
  package func yellow(_ text: String) -> String { paint(text, "33") }
  package func green(_ text: String) -> String { paint(text, "32") }
  package func cyan(_ text: String) -> String { paint(text, "36") }

  private func paint(_ text: String, _ code: String) -> String {
    isOn ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }
}
