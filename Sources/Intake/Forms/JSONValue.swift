import RemitModel

/// A JSON value whose objects keep the order of their keys.
package indirect enum JSONValue: Sendable, Hashable {
  case null
  case bool(Bool)
  case number(Double)
  case string(String)
  case array([JSONValue])
  case object([Member])

  /// A key of an object and its value.
  package struct Member: Sendable, Hashable {
    package let key: String
    package let value: JSONValue

    package init(_ key: String, _ value: JSONValue) {
      self.key = key
      self.value = value
    }
  }

  /// An object from keys and values, without those that are nil.
  static func object(_ members: KeyValuePairs<String, JSONValue?>) -> JSONValue {
    .object(members.compactMap { key, value in value.map { Member(key, $0) } })
  }

  static func strings(_ texts: [String]) -> JSONValue { .array(texts.map(JSONValue.string)) }

  /// JSON text with two spaces for each depth; arrays of plain values stand on one line. Ends with a line break.
  package var text: String {
    var out = ""
    write(to: &out, indent: 0)
    return out + "\n"
  }

  private func write(to out: inout String, indent: Int) {
    switch self {
    case .null: out += "null"
    case .bool(let value): out += value ? "true" : "false"
    case .number(let value): out += Int(exactly: value).map(String.init) ?? String(value)
    case .string(let text): Self.write(text, to: &out)
    case .array(let values):
      let isFlat = values.allSatisfy(\.isPlain)
      Self.write(values, open: "[", close: "]", isFlat: isFlat, to: &out, indent) { value, out, depth in
        value.write(to: &out, indent: depth)
      }
    case .object(let members):
      let isFlat = members.count == 1 && members[0].value.isPlain
      Self.write(members, open: "{", close: "}", isFlat: isFlat, to: &out, indent) { member, out, depth in
        Self.write(member.key, to: &out)
        out += ": "
        member.value.write(to: &out, indent: depth)
      }
    }
  }

  private var isPlain: Bool {
    switch self {
    case .array, .object: false
    default: true
    }
  }

  private static func write<Item>(
    _ items: [Item], open: String, close: String, isFlat: Bool, to out: inout String, _ indent: Int,
    _ write: (Item, inout String, Int) -> Void
  ) {
    out += open
    for (index, item) in items.enumerated() {
      if index > 0 { out += isFlat ? ", " : "," }
      if !isFlat { out += "\n" + String(repeating: "  ", count: indent + 1) }
      write(item, &out, indent + 1)
    }
    if !isFlat { out += "\n" + String(repeating: "  ", count: indent) }
    out += close
  }

  private static func write(_ text: String, to out: inout String) {
    out += "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": out += "\\\""
      case "\\": out += "\\\\"
      case "\n": out += "\\n"
      default:
        if scalar.value < 0x20 {
          let digits = String(scalar.value, radix: 16)
          out += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        } else {
          out.unicodeScalars.append(scalar)
        }
      }
    }
    out += "\""
  }
}
