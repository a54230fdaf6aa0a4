/// A language in which the program speaks.
public enum Language: String, Sendable, CaseIterable {
  case chinese = "zh"
  case english = "en"
}

/// One text in Chinese and English.
///
/// A chart may give a name in one language only; then both members hold it.
public struct Localized: Sendable, Hashable {
  /// The Chinese text.
  public let zh: String
  /// The English text.
  public let en: String

  /// A text in both languages.
  public init(zh: String, en: String) {
    self.zh = zh
    self.en = en
  }

  /// The same text in both languages.
  public init(_ text: String) {
    self.init(zh: text, en: text)
  }

  /// The text in a language.
  public subscript(_ language: Language) -> String {
    language == .chinese ? zh : en
  }
}
