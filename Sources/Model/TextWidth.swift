/// How much room text takes where all Latin letters are one column wide.
package enum TextWidth {
  /// The columns of a text.
  package static func columns(_ text: String) -> Int { text.reduce(0) { $0 + columns($1) } }

  /// Two for wide East Asian characters and emoji, none for combining marks, else one (after UAX #11).
  package static func columns(_ character: Character) -> Int {
    guard let scalar = character.unicodeScalars.first else { return 0 }
    // What most text is of, without asking Unicode's tables.
    if (0x4E00...0x9FFF).contains(scalar.value) { return 2 }
    if (0x20...0x7E).contains(scalar.value) { return 1 }
    if scalar.properties.isEmojiPresentation { return 2 }
    switch scalar.value {
    case 0x300...0x36F, 0x200B...0x200F, 0xFE00...0xFE0F: return 0
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
      0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x20000...0x3FFFD:
      return 2
    default: return 1
    }
  }
}
