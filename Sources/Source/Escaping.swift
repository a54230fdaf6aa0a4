/// Texts in which some ASCII characters must be written in another way.
public enum Escaping {
  /// A text in which every ASCII character for which there is a replacement is replaced. Nearly all texts have none, and
  /// are given back as they are. O(bytes).
  @inlinable public static func escaped(_ text: String, _ replacement: (UInt8) -> StaticString?) -> String {
    var text = text
    let changed: String? = text.withUTF8 { bytes in
      guard let first = bytes.firstIndex(where: { replacement($0) != nil }) else { return nil }
      var result: [UInt8] = []
      result.reserveCapacity(bytes.count + 32)
      result.append(contentsOf: bytes[..<first])
      for byte in bytes[first...] {
        if let replacement = replacement(byte) {
          replacement.withUTF8Buffer { result.append(contentsOf: $0) }
        } else {
          result.append(byte)
        }
      }
      return String(decoding: result, as: UTF8.self)
    }
    return changed ?? text
  }
}
