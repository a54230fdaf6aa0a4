/// Texts as XML holds them.
enum XMLText {
  /// A text for an element or a quoted attribute, without what XML cannot hold. O(bytes).
  static func escape(_ text: String) -> String {
    var result = ""
    for scalar in CStrings.printable(text).unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "\r": result += "&#13;"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// A text of a cell or comment (ST_Xstring): everything that is in it can be read again.
  static func escapeString(_ text: String) -> String { escape(EscapedText.encode(text)) }

  /// A text for an attribute, whose breaks and tabs would else become spaces.
  static func escapeAttribute(_ text: String) -> String {
    escape(text).replacing("\n", with: "&#10;").replacing("\t", with: "&#9;")
  }
}
