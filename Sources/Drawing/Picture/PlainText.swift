/// Text of a chart made fit to be shown: what cannot be drawn or would break XML is taken out, nothing else.
enum PlainText {
  /// The longest text that a tooltip holds, in Unicode scalars.
  static let limit = 1_000

  /// One line of text: controls and noncharacters removed, runs of white space made one space, ends trimmed, cut to a
  /// length with `…`.
  static func clean(_ text: String, limit: Int = limit) -> String {
    var result = String.UnicodeScalarView()
    var count = 0
    var space = false
    for scalar in text.unicodeScalars {
      if isSpace(scalar) {
        space = count > 0
        continue
      }
      guard isAllowed(scalar) else { continue }
      if count >= limit {
        result.append("…")
        break
      }
      if space { result.append(" ") }
      result.append(scalar)
      count += space ? 2 : 1
      space = false
    }
    return String(result)
  }

  /// White space but for the kind that does not break. What most text is of is told without asking Unicode's tables.
  private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09...0x0D, 0x20: true
    case 0x21...0x7E, 0xA0, 0x4E00...0x9FFF: false
    default: scalar.properties.isWhitespace
    }
  }

  private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0: false
    default: scalar.value & 0xFFFE != 0xFFFE && !(0xFDD0...0xFDEF).contains(scalar.value)
    }
  }
}
