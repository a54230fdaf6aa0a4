/// Text of a chart made fit to be shown: what cannot be drawn or would break XML is taken out, nothing else.
enum PlainText {
  /// The longest text that a tooltip holds, in Unicode scalars.
  static let limit = 1_000

  /// One line of text: controls and noncharacters removed, runs of white space made one space, ends trimmed, cut to a
  /// length with `…`.
  static func clean(_ text: String, limit: Int = limit) -> String {
    guard !isClean(text, limit) else { return text }
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

  /// Whether a text surely stays as it is: printable ASCII, Chinese characters and the punctuation of both, with single
  /// spaces inside only. That is said of nearly all texts, at a fraction of the cost.
  private static func isClean(_ text: String, _ limit: Int) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
      var place = 0
      var scalars = 0
      var isSpace = true
      while place < bytes.count {
        let length = plainLength(bytes[place...])
        guard length > 0, !(isSpace && bytes[place] == 0x20) else { return false }
        isSpace = bytes[place] == 0x20
        scalars += 1
        place += length
      }
      return !isSpace && scalars <= limit
    }
  }

  /// How many bytes the first character takes; zero where it is not surely plain.
  private static func plainLength(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Int {
    let start = bytes.startIndex
    let first = bytes[start]
    if (0x20...0x7E).contains(first) { return 1 }
    guard bytes.count > 1 else { return 0 }
    let second = bytes[start + 1]
    // Signs from U+00A1, such as a middle dot.
    if first == 0xC2 { return second > 0xA0 ? 2 : 0 }
    guard bytes.count > 2 else { return 0 }
    let third = bytes[start + 2]
    return switch (first, second, third) {
    case (0xE4...0xE9, _, _): 3
    // Dashes and quotation marks, U+2010 to U+2027.
    case (0xE2, 0x80, 0x90...0xA7): 3
    // From U+3001 on: the one before is a space.
    case (0xE3, 0x80, 0x81...0xBF), (0xE3, 0x81...0xBF, _): 3
    // Full-width forms.
    case (0xEF, 0xBC...0xBD, _): 3
    default: 0
    }
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
