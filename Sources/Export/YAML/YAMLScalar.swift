/// A text as YAML writes it.
enum YAMLScalar {
  /// Plain where nobody can take it for something else, else in quotes.
  static func text(_ text: String, inFlow: Bool) -> String { isPlain(text, inFlow) ? text : quoted(text) }

  /// In double quotes. Line breaks, control characters and marks that are not seen, such as those that turn the direction
  /// of writing, are spelled out.
  static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case "\0": result += "\\0"
      default:
        if isVisible(scalar) { result.unicodeScalars.append(scalar) } else { result += spelled(scalar) }
      }
    }
    return result + "\""
  }

  private static func spelled(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    let (letter, width) =
      switch scalar.value {
      case 0...0xFF: ("x", 2)
      case 0...0xFFFF: ("u", 4)
      default: ("U", 8)
      }
    return "\\" + letter + String(repeating: "0", count: width - digits.count) + digits
  }

  /// Spaces, letters and signs. Joiners are part of what people see: of emoji, and of words of some scripts.
  private static func isVisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20...0x7E, 0x4E00...0x9FFF, 0x200C, 0x200D: return true
    case 0xFFFE, 0xFFFF: return false
    default: break
    }
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator: return false
    default: return true
    }
  }

  /// Whether readers of any YAML take the text, without quotes, for this very text.
  private static func isPlain(_ text: String, _ inFlow: Bool) -> Bool {
    guard let first = text.unicodeScalars.first, let last = text.unicodeScalars.last,
      !"-?:,[]{}#&*!|>'\"%@`=.+~".unicodeScalars.contains(first), !isSpace(first), !isSpace(last),
      !isWord(text), !isNumber(text)
    else { return false }
    var previous = first
    for scalar in text.unicodeScalars {
      switch scalar {
      case ":": return false
      case "#" where previous == " ": return false
      case ",", "[", "]", "{", "}": if inFlow { return false }
      default: if !isVisible(scalar) || scalar.value == 0x200C || scalar.value == 0x200D { return false }
      }
      previous = scalar
    }
    return true
  }

  private static func isSpace(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isWhitespace }

  /// Whether some readers would take it for a truth value, nothing, or a merge.
  private static func isWord(_ text: String) -> Bool {
    guard text.utf8.count <= 5 else { return false }
    return ["true", "false", "yes", "no", "on", "off", "y", "n", "null", "<<"].contains(text.lowercased())
  }

  /// Whether it looks like a number or a day.
  private static func isNumber(_ text: String) -> Bool {
    guard let first = text.utf8.first, (48...57).contains(first) else { return false }
    return text.utf8.allSatisfy { byte in
      switch byte {
      case 48...57, UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "_"): true
      default: (97...102).contains(byte | 32) || byte | 32 == UInt8(ascii: "x") || byte | 32 == UInt8(ascii: "o")
      }
    }
  }
}
