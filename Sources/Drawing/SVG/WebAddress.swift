import RemitModel

/// Where the boxes of an SVG or PDF lead: an address in which `{id}` and `{kind}` stand for an entity's own.
public struct WebAddress: Sendable, Hashable {
  /// As it was given.
  public let template: String

  /// Nil for what is no address, or one that a reader should not be led to by a click: only `http`, `https` and `mailto`
  /// have a name before a colon, all others are relative to the picture's own place (RFC 3986, 4.2).
  public init?(_ template: String) {
    let bytes = Array(template.utf8)
    guard !bytes.isEmpty, bytes.count <= 2_000, bytes.allSatisfy(Self.isAllowed) else { return nil }
    let bare = template.replacing("{id}", with: "").replacing("{kind}", with: "")
    guard !bare.contains("{"), !bare.contains("}"), !template.hasPrefix("//") else { return nil }
    if let colon = template.firstIndex(of: ":"), !template[..<colon].contains(where: { "/?#".contains($0) }) {
      guard ["http", "https", "mailto"].contains(template[..<colon].lowercased()) else { return nil }
    }
    self.template = template
  }

  /// The address of one entity. What is no letter, digit, or one of `-._~` in its id is percent-encoded, so that an id can
  /// add neither a scheme nor a step up.
  func address(kind: String, id: String) -> String {
    // An id of dots alone would be a step to another folder.
    let plain = id.allSatisfy({ $0 == "." }) ? id.utf8.map { _ in "%2E" }.joined() : Self.encoded(id)
    return template.replacing("{id}", with: plain).replacing("{kind}", with: Self.encoded(kind))
  }

  private static func encoded(_ text: String) -> String {
    var result = ""
    for byte in text.utf8 {
      switch byte {
      case 48...57, 65...90, 97...122, 45, 46, 95, 126: result.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        result += "%" + (digits.count < 2 ? "0" : "") + digits
      }
    }
    return result
  }

  /// The characters of RFC 3986, and the braces of the places to fill.
  private static func isAllowed(_ byte: UInt8) -> Bool {
    switch byte {
    case 48...57, 65...90, 97...122: true
    default: "-._~:/?#[]@!$&'()*+,;=%{}".utf8.contains(byte)
    }
  }
}
