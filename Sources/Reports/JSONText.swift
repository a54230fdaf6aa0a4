import FoundationEssentials

/// JSON as this program writes it: sorted keys, slashes as they are.
enum JSONText {
  /// Over many lines, indented by two spaces.
  static func encode(_ value: some Encodable) -> String {
    encode(value, [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes])
  }

  /// On one line.
  static func line(_ value: some Encodable) -> String { encode(value, [.sortedKeys, .withoutEscapingSlashes]) }

  private static func encode(_ value: some Encodable, _ formatting: JSONEncoder.OutputFormatting) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = formatting
    // The values are structs of strings, finite numbers and booleans, which always encode.
    guard let data = try? encoder.encode(value) else { preconditionFailure("a report did not encode as JSON") }
    return String(decoding: data, as: UTF8.self) + "\n"
  }
}
