import RemitModel

/// Breaks text into lines of about equal length: Latin at spaces, Chinese anywhere but before closing and after opening
/// punctuation. Widths are in columns, of which a Chinese character takes two.
enum Wrapping {
  /// The usual width of a box: nine Chinese characters.
  static let width = 18

  /// A stretch that is never broken, and whether white space stands before it.
  private struct Piece {
    var text: String
    var columns: Int
    var isSpaced: Bool
  }

  /// At most `limit` lines of `width` columns; the last ends in `…` where there is more. Never empty.
  static func lines(_ text: String, width: Int = width, limit: Int = 8) -> [String] {
    if isOneLine(text, width: width) { return [text] }
    let pieces = plainPieces(text, width: width) ?? pieces(text, width: width)
    guard !pieces.isEmpty else { return [""] }
    let count = lineCount(pieces, width: width)
    var narrowest = width
    while narrowest > width / 2, lineCount(pieces, width: narrowest - 1) == count { narrowest -= 1 }
    let best = fill(pieces, width: narrowest)
    guard best.count > limit else { return best }
    var kept = Array(best.prefix(limit))
    kept[limit - 1] = String(kept[limit - 1].dropLast()) + "…"
    return kept
  }

  /// Whether a text of ASCII and Chinese characters, without white space, surely fits into one line.
  private static func isOneLine(_ text: String, width: Int) -> Bool {
    var columns = 0
    for byte in text.utf8 {
      switch byte {
      case 0x21...0x7E: columns += 1
      case 0xE4...0xE9: columns += 2
      case 0x80...0xBF: continue
      default: return false
      }
    }
    return columns > 0 && columns <= width
  }

  /// How many lines `fill` makes.
  private static func lineCount(_ pieces: [Piece], width: Int) -> Int {
    var lines = 1
    var used = 0
    for place in pieces.indices {
      let columns = pieces[place].columns
      let gap = pieces[place].isSpaced && used > 0 ? 1 : 0
      if used > 0, used + gap + columns > width {
        lines += 1
        used = columns
      } else {
        used += gap + columns
      }
    }
    return lines
  }

  private static func fill(_ pieces: [Piece], width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    var used = 0
    for piece in pieces {
      let gap = piece.isSpaced && used > 0 ? 1 : 0
      if used > 0, used + gap + piece.columns > width {
        lines.append(line)
        (line, used) = ("", 0)
      } else if gap > 0 {
        line += " "
        used += 1
      }
      line += piece.text
      used += piece.columns
    }
    lines.append(line)
    return lines
  }

  private static func pieces(_ text: String, width: Int) -> [Piece] {
    var pieces: [Piece] = []
    var isSpaced = false
    var previous: Character?
    var isAfterIdeograph = false
    for character in text {
      let isIdeograph = isIdeograph(character)
      defer { isAfterIdeograph = isIdeograph }
      if !isIdeograph, character.isWhitespace, character != glue {
        isSpaced = true
        previous = nil
        continue
      }
      let columns = isIdeograph ? 2 : TextWidth.columns(character)
      if let last = pieces.indices.last, !isSpaced, let previous, !(isIdeograph && isAfterIdeograph),
        holds(previous, character),
        pieces[last].columns + columns <= width
      {
        pieces[last].text.append(character)
        pieces[last].columns += columns
      } else {
        pieces.append(Piece(text: String(character), columns: columns, isSpaced: isSpaced))
      }
      isSpaced = false
      previous = character
    }
    return pieces
  }

  /// The pieces of a text of ASCII alone, at a fraction of the cost; nil for any other.
  private static func plainPieces(_ text: String, width: Int) -> [Piece]? {
    var text = text
    return text.withUTF8 { bytes in
      guard bytes.allSatisfy({ $0 < 0x80 }) else { return nil }
      var pieces: [Piece] = []
      var isSpaced = false
      var place = 0
      while place < bytes.count {
        guard !isWhite(bytes[place]) else {
          isSpaced = true
          place += 1
          continue
        }
        var end = place + 1
        while end < bytes.count, end - place < width, !isWhite(bytes[end]), holds(bytes[end - 1], bytes[end]) {
          end += 1
        }
        let text = String(decoding: UnsafeBufferPointer(rebasing: bytes[place..<end]), as: UTF8.self)
        pieces.append(Piece(text: text, columns: end - place, isSpaced: isSpaced))
        isSpaced = false
        place = end
      }
      return pieces
    }
  }

  private static func isWhite(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

  /// The same as of characters, of ASCII.
  private static func holds(_ before: UInt8, _ after: UInt8) -> Bool {
    switch (before, after) {
    case (_, UInt8(ascii: ",")), (_, UInt8(ascii: ".")), (_, UInt8(ascii: ";")), (_, UInt8(ascii: ":")),
      (_, UInt8(ascii: "?")), (_, UInt8(ascii: "!")), (_, UInt8(ascii: ")")), (_, UInt8(ascii: "]")),
      (_, UInt8(ascii: "}")), (_, UInt8(ascii: "%")):
      true
    case (UInt8(ascii: "-"), _), (UInt8(ascii: "/"), _), (UInt8(ascii: "_"), _), (UInt8(ascii: "|"), _): false
    default: true
    }
  }

  /// Whether a character is one of those that Chinese text is mostly made of, about which no table need be asked.
  private static func isIdeograph(_ character: Character) -> Bool {
    let bytes = character.utf8
    return bytes.first.map { (0xE4...0xE9).contains($0) } ?? false && bytes.count == 3
  }

  /// Whether no line may end between two characters.
  private static func holds(_ before: Character, _ after: Character) -> Bool {
    if before == glue || after == glue { return true }
    if closing.contains(after) || opening.contains(before) { return true }
    if breakAfter.contains(before) { return false }
    return TextWidth.columns(before) == 1 && TextWidth.columns(after) == 1
  }

  /// A space at which no line ends.
  static let glue: Character = "\u{A0}"

  private static let closing: Set<Character> = Set("，。、；：？！）》」』】〕”’…—·,.;:?!)]}%")
  private static let opening: Set<Character> = Set("（《「『【〔“‘([{")
  private static let breakAfter: Set<Character> = Set("-/_|")
}
