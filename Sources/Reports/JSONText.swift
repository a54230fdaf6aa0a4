import FoundationEssentials

/// JSON as this program writes it: sorted keys, two spaces, slashes as they are.
enum JSONText {
  static func encode(_ value: some Encodable) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    // The values are structs of strings, integers and booleans, which always encode.
    guard let data = try? encoder.encode(value) else { preconditionFailure("a report did not encode as JSON") }
    return String(decoding: data, as: UTF8.self) + "\n"
  }
}
