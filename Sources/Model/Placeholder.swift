/// Words that stand where a person should, and only keep the place: TBD, vacant, N/A, 待定, 空缺 and the like.
package enum Placeholder {
  /// Whether a text is such a word, or nothing. Letters and ideographs only are compared, whatever the case; nearly every
  /// name is told apart by its first scalar.
  package static func matches(_ text: String) -> Bool {
    var folded = String.UnicodeScalarView()
    for scalar in text.unicodeScalars where !isFiller(scalar) {
      let lower = (65...90).contains(scalar.value) ? UnicodeScalar(UInt8(scalar.value + 32)) : scalar
      if folded.isEmpty && !initials.contains(lower) { return false }
      folded.append(lower)
    }
    return words.contains(String(folded))
  }

  /// The same of a text's bytes.
  package static func matches(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    // What begins with a letter or a digit that no word begins with is none.
    guard let first = text.first else { return true }
    if first < 0x80 {
      if isLetterOrDigit[Int(first)], !isInitial[Int(first)] { return false }
    } else if (0xE4...0xE9).contains(first), text.count > 2, !isInitialIdeograph(first, text[1], text[2]) {
      return false
    }
    return matches(String(decoding: text, as: UTF8.self))
  }

  private static let isLetterOrDigit = (UInt8(0)..<128).map { byte in
    (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
  }

  private static let isInitial = (UInt8(0)..<128).map { byte in
    initials.contains(UnicodeScalar((65...90).contains(byte) ? byte + 32 : byte))
  }

  /// Whether a word begins with an ideograph, by its bytes: 待, 空, 暂, 缺, 无, 未 or 某.
  private static func isInitialIdeograph(_ a: UInt8, _ b: UInt8, _ c: UInt8) -> Bool {
    switch (a, b, c) {
    case (0xE5, 0xBE, 0x85), (0xE7, 0xA9, 0xBA), (0xE6, 0x9A, 0x82), (0xE7, 0xBC, 0xBA), (0xE6, 0x97, 0xA0),
      (0xE6, 0x9C, 0xAA), (0xE6, 0x9F, 0x90):
      true
    default: false
    }
  }

  private static func isFiller(_ scalar: UnicodeScalar) -> Bool {
    scalar.properties.isWhitespace || "./-_()（）[]?？".unicodeScalars.contains(scalar)
  }

  private static let initials = Set(words.compactMap(\.unicodeScalars.first))

  private static let words: Set<String> = [
    "", "tbd", "tba", "tbc", "na", "none", "nobody", "vacant", "vacancy", "unknown", "unfilled", "null", "nil", "xx",
    "xxx",
    "待定", "空缺", "暂缺", "缺", "无", "未定", "待任命", "待补", "待配", "某某",
  ]
}
