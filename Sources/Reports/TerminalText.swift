import RemitModel

/// Text as a terminal can show it: nothing in it moves the cursor, changes colours or reorders what stands around it.
package enum TerminalText {
  /// The text with control characters, line breaks and bidirectional marks written as escapes, cut to `limit` characters.
  package static func safe(_ text: String, limit: Int = 300) -> String {
    if isPlain(text, limit) { return text }
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

  /// Whether a text certainly is safe and short enough, by its bytes, as nearly every one is: it has no more scalars than
  /// characters are wanted, and none that may be unsafe.
  private static func isPlain(_ text: String, _ limit: Int) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
      var scalars = 0
      for (index, byte) in bytes.enumerated() {
        switch byte {
        case 0x20...0x7E: scalars += 1
        case 0..<0x20, 0x7F: return false
        case 0x80..<0xC0: break
        case 0xC2, 0xD8, 0xE2, 0xEF:
          if isUnsafe(bytes[index...].prefix(3)) { return false }
          scalars += 1
        default: scalars += 1
        }
      }
      return scalars <= limit
    }
  }

  /// Whether the first scalar of some UTF-8 is unsafe: of two or three bytes, U+0080 and above.
  private static func isUnsafe(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    var value: UInt32 = 0
    for (place, byte) in bytes.enumerated() {
      if place == 0 {
        value = UInt32(byte) & (byte < 0xE0 ? 0x1F : 0x0F)
      } else if byte & 0xC0 == 0x80 {
        value = value << 6 | UInt32(byte & 0x3F)
      } else {
        break
      }
      if place == 1, let first = bytes.first, first < 0xE0 { break }
    }
    return Unicode.Scalar(value).map(isUnsafe) ?? true
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
