import FoundationEssentials

/// JSON as this program writes it: sorted keys, slashes as they are.
enum JSONText {
  /// Over many lines, indented by two spaces.
  static func encode(_ value: some Encodable) -> String {
    encode(value, [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes])
  }

  /// A value with a list in it that may be long and is written already.
  ///
  /// - Parameters:
  ///   - value: the value with an empty list under the key, and no other empty list under such a key at that depth.
  ///   - depth: how deep the key stands.
  ///   - items: the list's items in blocks, indented by one step more than the key and separated by commas and line
  ///     breaks.
  static func encode(_ value: some Encodable, key: String, depth: Int, items: [[UInt8]]) -> [[UInt8]] {
    let whole = encode(value)
    let indent = String(repeating: "  ", count: depth)
    let head = "\n\(indent)\"\(key)\" : [\n"
    let empty = head + "\n\(indent)]"
    guard !items.isEmpty, let place = whole.firstRange(of: empty) else { return [Array(whole.utf8)] }
    let start = whole[..<place.lowerBound] + head
    let end = "\n\(indent)]" + whole[place.upperBound...]
    return [Array(start.utf8)] + items + [Array(end.utf8)]
  }

  private static func encode(_ value: some Encodable, _ formatting: JSONEncoder.OutputFormatting) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = formatting
    // The values are structs of strings, finite numbers and booleans, which always encode.
    guard let data = try? encoder.encode(value) else { preconditionFailure("a report did not encode as JSON") }
    return String(decoding: data, as: UTF8.self) + "\n"
  }
}
