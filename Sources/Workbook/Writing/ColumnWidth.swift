/// How wide a column must be, in Excel's unit: the width of a digit in the workbook's own font.
package enum ColumnWidth {
  /// The most that a column can have.
  package static let most = 255.0

  /// The width in which all lines of all texts fit, within bounds. O(characters).
  package static func fitting(
    _ texts: some Sequence<String>, between least: Double = 6, and most: Double = 60
  ) -> Double {
    let widest = texts.lazy.flatMap { $0.split(whereSeparator: \.isNewline) }.map(columns).max() ?? 0
    // Cells have a margin on both sides, and Chinese fonts are a little wider than two digits.
    return min(max(least, Double(widest) * 1.05 + 2), min(most, Self.most))
  }

  /// How many lines a text takes in a column where it wraps anywhere, as Chinese does. O(characters).
  package static func lines(of text: String, width: Double) -> Int {
    let room = max(1, Int(width - 1))
    return text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .reduce(0) { $0 + max(1, (columns($1) + room - 1) / room) }
  }

  /// Two for wide East Asian characters and emoji, none for combining marks, else one (after UAX #11).
  package static func columns(_ text: some StringProtocol) -> Int {
    text.reduce(0) { sum, character in
      guard let scalar = character.unicodeScalars.first else { return sum }
      if scalar.properties.isEmojiPresentation { return sum + 2 }
      switch scalar.value {
      case 0x300...0x36F, 0x200B...0x200F, 0xFE00...0xFE0F: return sum
      case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
        0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x20000...0x3FFFD:
        return sum + 2
      default: return sum + 1
      }
    }
  }
}
