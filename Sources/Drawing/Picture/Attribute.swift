/// One thing to say of an item or a tie, by name, for the formats that carry data.
struct Attribute: Sendable, Hashable {
  enum Value: Sendable, Hashable {
    case text(String)
    case list([String])
    case count(Int)
    case number(Double)
    case flag(Bool)
  }

  let name: String
  let value: Value

  /// The value in one cell of a table: lists by `; `.
  var text: String {
    switch value {
    case .text(let text): text
    case .list(let texts): texts.joined(separator: "; ")
    case .count(let count): String(count)
    case .number(let number): String(number)
    case .flag(let flag): flag ? "true" : "false"
    }
  }

  /// Whether there is nothing in it.
  var isEmpty: Bool {
    switch value {
    case .text(let text): text.isEmpty
    case .list(let texts): texts.isEmpty
    case .count, .number, .flag: false
    }
  }
}

/// Attributes in the order in which they are said; empty ones are left out.
struct Attributes: Sendable, Hashable {
  private(set) var all: [Attribute] = []

  mutating func add(_ name: String, _ text: String?) { append(name, .text(PlainText.clean(text ?? ""))) }
  mutating func add(_ name: String, _ texts: [String]) {
    append(name, .list(texts.map { PlainText.clean($0) }.filter { !$0.isEmpty }))
  }
  mutating func add(_ name: String, count: Int) { append(name, .count(count)) }
  mutating func add(_ name: String, number: Double?) { if let number { append(name, .number(number)) } }

  /// Said only where it holds.
  mutating func add(_ name: String, if flag: Bool) { if flag { append(name, .flag(true)) } }

  mutating func add(_ others: Attributes) { all += others.all }

  subscript(_ name: String) -> Attribute? { all.first { $0.name == name } }

  private mutating func append(_ name: String, _ value: Attribute.Value) {
    let attribute = Attribute(name: name, value: value)
    if !attribute.isEmpty { all.append(attribute) }
  }
}
