/// JSON as it is written here: keys in the order given, which a reader sees better than sorted ones.
enum JSONValue {
  case text(String)
  case number(Double)
  case count(Int)
  case flag(Bool)
  case null
  case list([JSONValue])
  case object([(String, JSONValue)])

  /// On one line.
  var written: String {
    switch self {
    case .text(let text): Self.quoted(text)
    case .number(let number): number.isFinite ? String(number) : "null"
    case .count(let count): String(count)
    case .flag(let flag): flag ? "true" : "false"
    case .null: "null"
    case .list(let values): "[" + values.map(\.written).joined(separator: ", ") + "]"
    case .object(let members):
      "{" + members.map { Self.quoted($0.0) + ": " + $0.1.written }.joined(separator: ", ") + "}"
    }
  }

  init(_ attribute: Attribute) {
    self =
      switch attribute.value {
      case .text(let text): .text(text)
      case .list(let texts): .list(texts.map { .text($0) })
      case .count(let count): .count(count)
      case .number(let number): .number(number)
      case .flag(let flag): .flag(flag)
      }
  }

  /// Also free of `<`, so that it may stand in a page's script as it is.
  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "<", "\u{2028}", "\u{2029}": result += escape(scalar)
      default:
        if scalar.value < 0x20 || scalar.value == 0x7F {
          result += escape(scalar)
        } else {
          result.unicodeScalars.append(scalar)
        }
      }
    }
    return result + "\""
  }

  private static func escape(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16)
    return "\\u" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
