import RemitModel

/// What a letter or word in a cell of a responsibility matrix stands for.
package enum LetterMeaning: Sendable, Hashable {
  /// Letters of a chart; the lead (牵头) goes first of several.
  case letters([Letter], lead: Bool)
  /// Has no part in the duty: no letter.
  case omitted
  /// Could be one letter or another, so that nobody but its author can tell. Empty: no letter of a chart at all.
  case ambiguous([Letter])

  static func letter(_ letter: Letter) -> LetterMeaning { .letters([letter], lead: false) }
}

/// The families of letters under which matrices go about.
///
/// Without one, the letters are those of a chart: A accountable, R responsible, S supports, C consulted, I informed.
/// RACI, RASCI and RASIC are the same letters, or fewer of them.
package enum LetterAlias: String, Sendable, CaseIterable {
  case raci, rasci, rasic
  /// RACI with O for *omitted*, also *out of the loop*: no part in the duty.
  case racio
  /// RACI with V, who *verifies* the result, and S, who *signs* it *off*: both answer for acceptance in some way that is
  /// no letter of a chart, and are reported.
  case raciVS = "raci-vs"
  /// Driver, Approver, Contributors, Informed: the driver does the work and goes first (R, lead), the approver answers
  /// for it (A), contributors are asked (C).
  case daci

  var meanings: [Character: LetterMeaning] {
    var meanings = Self.standard
    switch self {
    case .raci, .rasci, .rasic: break
    case .racio: meanings["O"] = .omitted
    case .raciVS:
      meanings["V"] = .ambiguous([])
      meanings["S"] = .ambiguous([])
    case .daci:
      meanings["D"] = .letters([.responsible], lead: true)
      meanings["R"] = nil
      meanings["S"] = nil
    }
    return meanings
  }

  /// The words that the family gives a meaning of its own.
  var words: [String: LetterMeaning] {
    self == .daci
      ? ["approver": .letter(.accountable), "contributor": .letter(.consulted), "contributors": .letter(.consulted)]
      : [:]
  }

  static let standard: [Character: LetterMeaning] = [
    "A": .letter(.accountable), "R": .letter(.responsible), "S": .letter(.supports), "C": .letter(.consulted),
    "I": .letter(.informed),
  ]
}

/// The letters and words of one file: those of a family, and on top of them what the file's own legend says.
struct LetterScheme: Sendable {
  private(set) var letters: [Character: LetterMeaning]
  /// By folded word; the caller's before the usual ones.
  private var words: [String: LetterMeaning] = [:]
  /// Letters that the legend gives a meaning which is none of a chart, with the legend's own word.
  private(set) var foreign: [Character: String] = [:]

  init(_ alias: LetterAlias?, words: [String: LetterMeaning] = [:]) {
    letters = alias?.meanings ?? LetterAlias.standard
    self.words = alias?.words ?? [:]
    for (word, meaning) in words {
      let folded = PlainText.folded(word)
      if folded.count == 1, let letter = folded.uppercased().first, letter.isASCII {
        letters[letter] = meaning
      } else {
        self.words[folded] = meaning
      }
    }
  }

  /// Takes what the legend says of a letter; true where the family says something else.
  mutating func declare(_ letter: Character, _ meaning: LetterMeaning?, word: String) -> Bool {
    let before = letters[letter]
    letters[letter] = meaning ?? .ambiguous([])
    if meaning == nil { foreign[letter] = word }
    return before != nil && before != letters[letter]
  }

  /// The meaning of one letter of ASCII, whatever its case.
  func meaning(of letter: Character) -> LetterMeaning? { letter.uppercased().first.flatMap { letters[$0] } }

  /// The meaning of a word.
  func meaning(ofWord word: String) -> LetterMeaning? { words[PlainText.folded(word)] ?? LetterWords.meaning(of: word) }
}
