import RemitSource

/// Text inside XML. What XML cannot hold at all is taken out before, by `PlainText`.
enum XMLText {
  static func escaped(_ text: String) -> String {
    Escaping.escaped(text) { byte in
      switch byte {
      case UInt8(ascii: "&"): "&amp;"
      case UInt8(ascii: "<"): "&lt;"
      case UInt8(ascii: ">"): "&gt;"
      case UInt8(ascii: "\""): "&quot;"
      default: nil
      }
    }
  }
}
