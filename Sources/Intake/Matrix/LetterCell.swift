import RemitModel

/// What a cell of a responsibility matrix says, with all that people should know of how it was read.
struct LetterCell: Sendable {
  /// One letter of the cell.
  struct Mark: Sendable, Hashable {
    var letter: Letter
    var lead = false
    /// A regulation's word for the responsibility, where that was written.
    var term: String?
  }

  enum Content: Sendable {
    /// No letter: nothing, a dash, `n/a`, `/`, or the letter of who is left out.
    case empty
    case marks([Mark])
    /// A tick, cross or dot, which says that there is something and not what.
    case tick(String)
    /// A word or letter that could mean several things; which.
    case ambiguous(String, [Letter])
    /// A letter that the legend gives a meaning which no letter of a chart has: the letter and the legend's word.
    case foreign(String, String)
    /// Something else; a letter of the alphabet that is none of the scheme, or any text.
    case unknown(String)
  }

  /// What is read, but differs from what is written.
  enum Note: Sendable, Hashable {
    /// A letter in the width of ideographs.
    case wide(String)
    /// A letter of another alphabet, and what it was read as.
    case foreign(String, String)
    /// A text beside the letter, which a chart has no place for.
    case remark(String)
    /// The mark of a footnote.
    case footnote(String)
  }

  var content: Content
  var notes: [Note] = []

  /// A letter, or what could be one: such cells make a matrix.
  var isLetterish: Bool {
    switch content {
    case .marks, .tick, .ambiguous, .foreign: true
    case .unknown(let text): text.count == 1 && text.first?.isASCII == true && text.first?.isLetter == true
    case .empty: false
    }
  }

  /// A letter of the scheme.
  var isLetter: Bool {
    if case .marks = content { true } else { false }
  }

  var isText: Bool {
    if case .unknown = content { !isLetterish } else { false }
  }

  init(_ content: Content, notes: [Note] = []) {
    self.content = content
    self.notes = notes
  }

  private static let blanks: Set<String> = [
    "", "-", "--", "---", "–", "—", "——", "―", "−", "/", "\\", "//", "n/a", "na", "n.a.", "none", "nil", ".", "…", "·",
    "无", "不涉及", "不适用",
  ]

  private static let ticks: Set<String> = [
    "✓", "✔", "✔️", "√", "☑", "☑️", "✅", "●", "○", "◯", "◎", "⊙", "•", "■", "□", "▲", "△", "◆", "◇", "x", "×", "✕", "✖",
    "✗",
    "✘", "❌", "y", "yes", "是", "有",
  ]

  /// Reads a cell. Long texts are no letters. O(length).
  static func read(_ text: String, _ scheme: LetterScheme) -> LetterCell {
    // A text with an equals sign explains letters, and is none.
    guard text.utf8.count <= 400, !text.contains("="), !text.contains("＝") else {
      return LetterCell(.unknown(PlainText.line(text)))
    }
    let folded = PlainText.folded(text)
    if blanks.contains(folded) { return LetterCell(.empty) }
    if ticks.contains(folded), scheme.meaning(of: Character(folded.first.map(String.init) ?? "x")) == nil {
      return LetterCell(.tick(PlainText.line(text)))
    }
    if let meaning = scheme.meaning(ofWord: text) {
      return LetterCell(content(meaning, text))
    }
    var reader = LetterCellReader(scheme: scheme)
    let isPlain = text.unicodeScalars.allSatisfy { $0.isASCII || !$0.properties.isDefaultIgnorableCodePoint }
    return reader.read(
      isPlain ? text : String(text.unicodeScalars.filter { !$0.properties.isDefaultIgnorableCodePoint }))
  }

  static func content(_ meaning: LetterMeaning, _ word: String) -> Content {
    switch meaning {
    case .omitted: return .empty
    case .ambiguous(let letters): return .ambiguous(PlainText.line(word), letters)
    case .letters(let letters, let lead):
      let term = LetterWords.isTerm(word) ? PlainText.line(word) : nil
      return .marks(letters.map { Mark(letter: $0, lead: lead, term: term) })
    }
  }
}
