import RemitIntake
import RemitModel

/// What a misspelt word probably meant.
enum Spelling {
  /// “did you mean …?”, or nil where nothing known is near.
  static func suggestion(for word: String, among known: [String]) -> Localized? {
    guard let nearest = Nearest.word(to: word, among: known) else { return nil }
    return Localized(zh: "是不是“\(nearest)”？", en: "did you mean “\(nearest)”?")
  }
}
