import RemitModel

/// A value of a YAML text that is about to be laid out.
enum YAMLNode {
  /// A text of people: quoted where it would be read as something else.
  case text(String)
  /// A word, number or day of the program's own, which needs no quotes.
  case word(String)
  /// Always in quotes.
  case quoted(String)
  case list([YAMLNode])
  case mapping(YAMLPairs)

  /// A text in two languages; one text where they are the same.
  static func pair(_ text: Localized) -> YAMLNode {
    text.zh.isSame(as: text.en) && !text.zh.isEmpty
      ? .text(text.zh)
      : .mapping(YAMLPairs([YAMLPairs.Pair("zh", .text(text.zh)), YAMLPairs.Pair("en", .text(text.en))]))
  }

  /// On one line, between braces and brackets.
  var flow: String {
    switch self {
    case .text(let text): YAMLScalar.text(text, inFlow: true)
    case .word(let word): word
    case .quoted(let text): YAMLScalar.quoted(text)
    case .list(let items): "[" + items.map(\.flow).joined(separator: ", ") + "]"
    case .mapping(let mapping): "{" + mapping.pairs.map { $0.key + ": " + $0.value.flow }.joined(separator: ", ") + "}"
    }
  }
}

/// The keys of a mapping as they are gathered; what says nothing is left out.
struct YAMLPairs {
  struct Pair {
    let key: String
    let value: YAMLNode

    init(_ key: String, _ value: YAMLNode) {
      self.key = key
      self.value = value
    }
  }

  private(set) var pairs: [Pair]

  init(_ pairs: [Pair] = []) { self.pairs = pairs }

  mutating func add(_ key: String, _ value: YAMLNode?) {
    if let value { pairs.append(Pair(key, value)) }
  }

  mutating func add(_ key: String, text: String?) { add(key, text.map { .text($0) }) }

  mutating func add(_ key: String, day: CalendarDay?) { add(key, day.map { .word($0.description) }) }

  /// A flag that is false where it is not written.
  mutating func add(_ key: String, flag: Bool) { add(key, flag ? .word("true") : nil) }

  mutating func add(_ key: String, pair: Localized?) { add(key, pair.map { .pair($0) }) }

  /// A name, unless it is the id.
  mutating func add(_ key: String, name: Localized, of id: String) {
    if !name.isImplied(by: id) { add(key, pair: name) }
  }

  mutating func add(_ key: String, list: [YAMLNode]) { add(key, list.isEmpty ? nil : .list(list)) }

  mutating func add(_ key: String, texts: some Sequence<String>) { add(key, list: texts.map { .text($0) }) }

  /// Clause numbers are quoted all alike: `5.2` alone would be a number to other programs.
  mutating func add(_ key: String, clauses: some Sequence<Cited>) {
    add(key, list: clauses.map { .quoted($0.reference.text) })
  }

  /// One value alone, or a list of several.
  mutating func add(_ key: String, oneOrMore list: [YAMLNode]) {
    if list.count == 1 { add(key, list[0]) } else { add(key, list: list) }
  }
}
