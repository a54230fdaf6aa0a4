/// Letters that look like those of a matrix and are others, after Unicode's UTS #39.
///
/// The table has the capital and small letters that can stand for A, R, S, C, I, O, D and V; what compares ids knows
/// more of them.
enum LetterLookalikes {
  /// What a scalar is in disguise of, if it is.
  enum Disguise: Sendable {
    /// The same letter in the width of ideographs.
    case wide
    /// A letter of another alphabet.
    case foreign
  }

  /// The Latin letter that a reader sees, and how it is disguised; nil for what is no disguised letter.
  static func latin(_ scalar: Unicode.Scalar) -> (letter: Unicode.Scalar, disguise: Disguise)? {
    switch scalar.value {
    case 0xFF21...0xFF3A, 0xFF41...0xFF5A: (PlainText.narrow(scalar), .wide)
    default: foreign[scalar].map { ($0, .foreign) }
    }
  }

  private static let foreign: [Unicode.Scalar: Unicode.Scalar] = {
    // Cyrillic, Greek, and capitals of other blocks: Roman numeral one and one hundred.
    let seen = "АаСсІіЅѕОоԀԁѴѵӀΑαΙιΟοϹϲⅠⅭⅰⅽ".unicodeScalars
    let meant = "AaCcIiSsOoDdVvIAaIiOoCcICic".unicodeScalars
    return Dictionary(zip(seen, meant)) { first, _ in first }
  }()
}
