import RemitModel

/// Takes a cell apart: notes in brackets, marks of footnotes, then the letters and words between separators.
struct LetterCellReader {
  let scheme: LetterScheme
  private var notes: [LetterCell.Note] = []
  private var marks: [LetterCell.Mark] = []
  /// The lead is marked, apart from any letter.
  private var leads = false
  /// It is marked by a word that means R where nothing else is said.
  private var leadWord: String?
  private var omits = false

  init(scheme: LetterScheme) { self.scheme = scheme }

  /// Reads a text that is neither blank nor one word of the table.
  mutating func read(_ text: String) -> LetterCell {
    let (outside, brackets) = Self.takeOutBrackets(text)
    var pieces = Self.split(outside, at: Self.separators)
    if pieces.allSatisfy({ $0.isBlank }), brackets.count == 1 {
      pieces = Self.split(brackets[0], at: Self.separators)
    } else {
      for bracket in brackets { take(bracket: bracket) }
    }
    var unread: [String] = []
    for piece in pieces where !piece.isBlank {
      if let refusal = take(piece, &unread) { return LetterCell(refusal, notes: notes) }
    }
    return finish(unread, text)
  }

  private mutating func finish(_ unread: [String], _ text: String) -> LetterCell {
    if leadWord != nil, !marks.isEmpty || unread.isEmpty { applyLeadWord() }
    guard !marks.isEmpty else {
      if omits, unread.isEmpty { return LetterCell(.empty, notes: notes) }
      return LetterCell(.unknown(PlainText.line(text)), notes: [])
    }
    // A single letter that nobody knows is no mere remark.
    if let letter = unread.first(where: { $0.count <= 2 && $0.allSatisfy { $0.isASCII && $0.isLetter } }) {
      return LetterCell(.unknown(letter), notes: notes)
    }
    for word in unread { notes.append(.remark(word)) }
    if leads { markLead { _ in true } }
    var seen: Set<Letter> = []
    marks = marks.filter { seen.insert($0.letter).inserted }
    return LetterCell(.marks(marks), notes: notes)
  }

  /// The lead goes with a letter that is written beside it, A or R; else it is an R.
  private mutating func applyLeadWord() {
    if marks.contains(where: { $0.letter == .accountable || $0.letter == .responsible }) {
      markLead { $0 == .accountable || $0 == .responsible }
    } else {
      marks.append(LetterCell.Mark(letter: .responsible, lead: true))
    }
  }

  private mutating func markLead(_ goes: (Letter) -> Bool) {
    for index in marks.indices where goes(marks[index].letter) { marks[index].lead = true }
  }

  // MARK: Pieces

  private static let separators: Set<Unicode.Scalar> = Set("/\\,;、，；+&|\n\r.．·・＋／＆".unicodeScalars)
  private static let spaces: Set<Unicode.Scalar> = Set(" \t\u{A0}\u{3000}:：-–—".unicodeScalars)
  private static let joiners: Set<String> = ["and", "和", "及", "与", "or"]

  private static func split(_ text: String, at separators: Set<Unicode.Scalar>) -> [String] {
    text.unicodeScalars.split { separators.contains($0) }.map { String($0) }
  }

  /// Reads what stands between separators; what it refuses, if anything. A text behind a letter is left unread.
  private mutating func take(_ piece: String, _ unread: inout [String]) -> LetterCell.Content? {
    let bare = takeOffFootnotes(piece)
    if bare.isBlank { return nil }
    if let meaning = scheme.meaning(ofWord: bare) { return take(meaning, bare) }
    let tokens = Self.split(bare, at: Self.spaces).flatMap(Self.splitScripts)
    let before = marks.count
    for (index, token) in tokens.enumerated() where !Self.joiners.contains(token.lowercased()) {
      let meaning = scheme.meaning(ofWord: token)
      if case .ambiguous? = meaning, marks.count > before, token.count > 1 {
        // Behind a letter it says what that is about.
        unread.append(tokens[index...].joined(separator: " "))
        return nil
      } else if let meaning {
        if let refusal = take(meaning, token) { return refusal }
      } else if let found = letters(of: token) {
        for (letter, meaning) in found {
          if let word = scheme.foreign[letter] { return .foreign(String(letter), word) }
          if let refusal = take(meaning, String(letter)) { return refusal }
        }
      } else {
        // Words that follow are about the letter, and no letters themselves.
        unread.append(tokens[index...].joined(separator: " "))
        return nil
      }
    }
    return nil
  }

  /// Cuts between Latin letters and ideographs: `A牵头`.
  private static func splitScripts(_ token: String) -> [String] {
    var parts: [String.UnicodeScalarView] = []
    for scalar in token.unicodeScalars {
      if let last = parts.last?.last, (last.value < 0x2E80) == (scalar.value < 0x2E80) || scalar.value >= 0xFF00 {
        parts[parts.count - 1].append(scalar)
      } else {
        parts.append(String.UnicodeScalarView([scalar]))
      }
    }
    return parts.map { String($0) }
  }

  private mutating func take(_ meaning: LetterMeaning, _ word: String) -> LetterCell.Content? {
    switch LetterCell.content(meaning, word) {
    case .marks(let found):
      if found.contains(where: \.lead), word.unicodeScalars.count > 1 {
        leadWord = word
      } else {
        marks += found
      }
      return nil
    case .empty:
      omits = true
      return nil
    case let refusal: return refusal
    }
  }

  /// The meanings of the letters of a token such as `R` or `RA`, each once and in one case; nil where it is a word.
  private mutating func letters(of token: String) -> [(Character, LetterMeaning)]? {
    var found: [(Character, LetterMeaning)] = []
    var disguises: [LetterCell.Note] = []
    let scalars = Array(token.unicodeScalars)
    guard (1...6).contains(scalars.count) else { return nil }
    for scalar in scalars {
      var letter = Character(scalar)
      if let (latin, disguise) = LetterLookalikes.latin(scalar) {
        letter = Character(latin)
        disguises.append(disguise == .wide ? .wide(String(scalar)) : .foreign(String(scalar), String(latin)))
      }
      guard letter.isASCII, letter.isLetter, let meaning = scheme.meaning(of: letter) else { return nil }
      let upper = Character(letter.uppercased())
      guard !found.contains(where: { $0.0 == upper }) else { return nil }
      found.append((upper, meaning))
    }
    guard scalars.count == 1 || token.lowercased() == token || token.uppercased() == token else { return nil }
    notes += disguises
    return found
  }

  // MARK: Brackets and footnotes

  private static let opening: Set<Unicode.Scalar> = ["(", "（", "[", "【", "{", "〔"]
  private static let closing: Set<Unicode.Scalar> = [")", "）", "]", "】", "}", "〕"]

  /// What stands outside of brackets, and what within each; one that is not closed goes to the end.
  private static func takeOutBrackets(_ text: String) -> (outside: String, brackets: [String]) {
    var outside = String.UnicodeScalarView()
    var brackets: [String] = []
    var inside: String.UnicodeScalarView?
    for scalar in text.unicodeScalars {
      if inside == nil, opening.contains(scalar) {
        inside = String.UnicodeScalarView()
      } else if let found = inside, closing.contains(scalar) {
        brackets.append(String(found))
        inside = nil
        outside.append(" ")
      } else if inside != nil {
        inside?.append(scalar)
      } else {
        outside.append(scalar)
      }
    }
    if let inside { brackets.append(String(inside)) }
    return (String(outside), brackets)
  }

  private mutating func take(bracket: String) {
    let text = PlainText.line(bracket)
    if case .letters(_, lead: true) = scheme.meaning(ofWord: text), text.unicodeScalars.count > 1 {
      leadWord = text
    } else if text == "★" || text == "☆" {
      leads = true
    } else if Self.isReference(text) {
      notes.append(.footnote(text))
    } else if !text.isEmpty {
      notes.append(.remark(text))
    }
  }

  private static func isReference(_ text: String) -> Bool {
    let digits = text.unicodeScalars.drop { $0 == "^" || $0 == "注" }
    return !digits.isEmpty && digits.count <= 3 && digits.allSatisfy { (0x30...0x39).contains($0.value) }
  }

  /// Takes the marks of footnotes off a piece, and a star, which marks the lead in this program's own matrices.
  private mutating func takeOffFootnotes(_ piece: String) -> String {
    var kept = String.UnicodeScalarView()
    var mark = String.UnicodeScalarView()
    for scalar in piece.unicodeScalars {
      switch scalar.value {
      case 0x2605, 0x2606: leads = true
      case 0x2A, 0x2020, 0x2021, 0xA7, 0x23, 0x5E, 0xB9, 0xB2, 0xB3, 0x2070...0x2079, 0x2460...0x2473, 0xFF0A, 0x203B:
        mark.append(scalar)
      case 0x30...0x39 where kept.last.map { $0.isASCII && $0.properties.isAlphabetic } == true || !mark.isEmpty:
        mark.append(scalar)
      default: kept.append(scalar)
      }
    }
    if !mark.isEmpty { notes.append(.footnote(String(mark))) }
    return String(kept)
  }
}
