import RemitModel

/// The keys of one mapping in a file, and what each may hold. The readers open mappings by it and the JSON Schemas are
/// written from it, so that the two know the same keys.
package struct Form: Sendable {
  /// One key of a mapping.
  package struct Key: Sendable {
    package let name: String
    package let value: Value
    package let isRequired: Bool
    /// What it means, for people.
    package let text: Localized

    package init(_ name: String, _ value: Value, required: Bool = false, _ text: Localized) {
      self.name = name
      self.value = value
      isRequired = required
      self.text = text
    }
  }

  /// The words that a value may be.
  package struct Vocabulary: Sendable {
    /// A word, and what it is called for people.
    package struct Word: Sendable {
      package let word: String
      package let name: Localized?
    }

    /// What it is called in schemas; unique among those of a file.
    package let id: String
    package let words: [Word]
    /// Any other id may stand there too.
    package let isOpen: Bool

    package init(_ id: String, _ words: [(String, Localized?)], isOpen: Bool = false) {
      self.id = id
      self.words = words.map { Word(word: $0.0, name: $0.1) }
      self.isOpen = isOpen
    }
  }

  /// What a key may hold.
  package indirect enum Value: Sendable {
    /// A scalar as written.
    case text
    /// A text that is neither empty nor holds control characters.
    case id
    /// A text, or one in Chinese and English.
    case name
    case flag
    case day
    /// A whole number that is not negative.
    case count
    /// A number that is not negative.
    case amount
    /// A number within bounds, and the one that holds where none is given.
    case number(ClosedRange<Double>, standard: Double)
    /// The number of one clause.
    case clause
    /// One clause number or several in one text.
    case clauses
    case word(Vocabulary)
    /// One value, or a list of them.
    case oneOrMore(Value, unique: Bool = true, atLeastOne: Bool = false)
    /// A list of mappings.
    case rows(Form)
    case mapping(Form)
    case wordOrMapping(Vocabulary, Form)
    /// An id, or a mapping that says more.
    case idOrMapping(Form)
  }

  /// What it is called in schemas; unique among the forms of a file.
  package let id: String
  /// What it is called in messages.
  package let noun: Localized
  /// In the order of messages.
  package let keys: [Key]
  /// Of these keys one at least must be there.
  package let atLeastOneOf: [String]
  /// Of these keys two may not be there together.
  package let atMostOneOf: [String]
  /// The keys' names.
  package let names: [String]

  package init(
    _ id: String, _ noun: Localized, _ keys: [Key], atLeastOneOf: [String] = [], atMostOneOf: [String] = []
  ) {
    self.id = id
    self.noun = noun
    self.keys = keys
    self.atLeastOneOf = atLeastOneOf
    self.atMostOneOf = atMostOneOf
    names = keys.map(\.name)
  }
}

extension Form {
  /// A text in Chinese and English, of which one suffices.
  static let bilingual = Form(
    "bilingual", Noun.name,
    [
      Key("zh", .text, Localized(zh: "中文", en: "the Chinese text")),
      Key("en", .text, Localized(zh: "英文", en: "the English text")),
    ], atLeastOneOf: ["zh", "en"])
}

extension Form.Value {
  static let ids = Form.Value.oneOrMore(.id)
  static let tags = Form.Value.oneOrMore(.text, unique: false)
  static let level = Form.Value.word(.init("level", Level.allCases.map { ($0.word, $0.name) }))
  static let levels = Form.Value.oneOrMore(level)
  static let kind = Form.Value.word(.init("kind", LinkKind.allCases.map { ($0.rawValue, $0.name) }))
  static let letter = Form.Value.word(.init("letter", Letter.allCases.map { ($0.rawValue, $0.name) }))
  static let organizationKind = Form.Value.word(
    .init("organization-kind", OrganizationKind.known.map { ($0, OrganizationKind(word: $0).name) }, isOpen: true))
  static let risk = Form.Value.word(.init("risk", Risk.allCases.map { ($0.rawValue, nil) }))
  static let postStatus = Form.Value.word(.init("post-status", Status.allCases.map { ($0.rawValue, nil) }))
  static let dutyStatus = Form.Value.word(
    .init("duty-status", [Status.active, .abolished, .draft].map { ($0.rawValue, nil) }))
  static let effect = Form.Value.word(
    .init("effect", Regulation.Accountability.Effect.allCases.map { ($0.rawValue, nil) }))
}
