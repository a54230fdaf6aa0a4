import Dispatch
import FoundationEssentials
import Synchronization

/// JSON as this program writes it: sorted keys, slashes as they are.
enum JSONText {
  /// Over many lines, indented by two spaces.
  static func encode(_ value: some Encodable) -> String {
    encode(value, [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes])
  }

  /// An object whose list at a key of its own may be long: the list's items are made and encoded on all cores.
  ///
  /// - Parameters:
  ///   - value: the object with an empty list under the key, which holds no other empty list under the same key.
  ///   - item: makes the item of an index. Called on several threads.
  static func encode<Item: Encodable & SendableMetatype>(
    _ value: some Encodable, key: String, count: Int, item: @Sendable (Int) -> Item
  ) -> String {
    let size = 256
    let blocks = Mutex([String](repeating: "", count: (count + size - 1) / size))
    DispatchQueue.concurrentPerform(iterations: blocks.withLock(\.count)) { block in
      let items = (block * size..<min(count, (block + 1) * size)).map(item)
      let text = encode([key: items])
      // The brackets of the list and of the object around it stand on lines of their own.
      let lines = text.utf8.dropFirst(3 + head(key).utf8.count).dropLast(7)
      blocks.withLock { $0[block] = String(Substring(lines)) }
    }
    let whole = encode(value)
    let empty = "\n" + head(key) + "\n\n  ]"
    guard count > 0, let place = whole.firstRange(of: empty) else { return whole }
    let list = blocks.withLock { $0.joined(separator: ",\n") }
    return whole[..<place.lowerBound] + "\n" + head(key) + "\n" + list + "\n  ]" + whole[place.upperBound...]
  }

  /// The line that begins a list under a key of the outermost object.
  private static func head(_ key: String) -> String { "  \"\(key)\" : [" }

  private static func encode(_ value: some Encodable, _ formatting: JSONEncoder.OutputFormatting) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = formatting
    // The values are structs of strings, finite numbers and booleans, which always encode.
    guard let data = try? encoder.encode(value) else { preconditionFailure("a report did not encode as JSON") }
    return String(decoding: data, as: UTF8.self) + "\n"
  }
}
