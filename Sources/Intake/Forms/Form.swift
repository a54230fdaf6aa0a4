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

  /// A word of a vocabulary, and what it is called for people.
  package struct Word: Sendable {
    package let word: String
    package let name: Localized?

    package init(_ word: String, _ name: Localized? = nil) {
      self.word = word
      self.name = name
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
    /// One of some words.
    case word([Word])
    /// Any id, and some that are known.
    case knownID([Word])
    /// One value, or a list of them.
    case oneOrMore(Value, unique: Bool = true, atLeastOne: Bool = false)
    /// A list of mappings.
    case rows(Form)
    case mapping(Form)
    /// One of some words, or a mapping.
    case wordOrMapping([Word], Form)
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
  static let level = Form.Value.word(Level.allCases.map { Form.Word($0.word, $0.name) })
  static let levels = Form.Value.oneOrMore(level)
  static let kind = Form.Value.word(LinkKind.allCases.map { Form.Word($0.rawValue, $0.name) })
  static let letter = Form.Value.word(Letter.allCases.map { Form.Word($0.rawValue, $0.name) })
  static let organizationKind = Form.Value.knownID(
    OrganizationKind.known.map { Form.Word($0, OrganizationKind(word: $0).name) })
  static let risk = Form.Value.word(Risk.allCases.map { Form.Word($0.rawValue) })

  static func status(_ statuses: [Status]) -> Form.Value { .word(statuses.map { Form.Word($0.rawValue) }) }
}
