import RemitModel

/// Writes JSON Schemas (draft 2020-12) of the files that a form describes, for editors that complete and check.
///
/// The schema speaks of the YAML once its scalars are typed as YAML 1.2 does. It takes no key that the reader refuses.
/// In the writing it is a little stricter: truth values and numbers stand without quotes, and a key has a value, where the
/// reader takes one without as missing.
package struct JSONSchema {
  private let language: Language

  package init(language: Language) {
    self.language = language
  }

  /// The schema of a file that is one mapping.
  package func schema(of form: Form, title: Localized) -> JSONValue {
    .object(
      [
        .init("$schema", .string(Self.dialect)), .init("title", .string(title[language])),
      ] + members(of: form) + [.init("$defs", definitions(of: [form]))])
  }

  /// The schema of a file whose documents are each of the second form where they have its key and not the first's, else
  /// of the first.
  package func schema(of form: Form, key: String, or other: Form, otherKey: String, title: Localized) -> JSONValue {
    let isOther = JSONValue.object([
      "type": .string("object"), "required": .strings([otherKey]),
      "not": .object(["required": .strings([key])]),
    ])
    return .object(
      [
        .init("$schema", .string(Self.dialect)), .init("title", .string(title[language])), .init("if", isOther),
        .init("then", reference(other, in: other)), .init("else", reference(form, in: form)),
        .init("$defs", definitions(of: [form, other], areReferred: true)),
      ])
  }

  private static let dialect = "https://json-schema.org/draft/2020-12/schema"

  // MARK: Definitions

  /// What the forms refer to, each once, those of scalars first.
  private func definitions(of roots: [Form], areReferred: Bool = false) -> JSONValue {
    var members = scalars() + vocabularies(of: roots)
    var seen: Set<String> = []
    for root in roots {
      var queue = areReferred ? [root] : Self.inner(root)
      var next = 0
      while next < queue.count {
        let form = queue[next]
        next += 1
        let name = name(of: form, in: root)
        guard seen.insert(name).inserted else { continue }
        members.append(.init(name, definition(of: form, in: root)))
        queue += Self.inner(form)
      }
    }
    return .object(members)
  }

  /// The vocabularies of the forms, each once.
  private func vocabularies(of roots: [Form]) -> [JSONValue.Member] {
    var seen: Set<String> = []
    var members: [JSONValue.Member] = []
    var queue = roots
    var next = 0
    while next < queue.count {
      let form = queue[next]
      next += 1
      for vocabulary in form.keys.compactMap({ Self.vocabulary(of: $0.value) }) {
        guard seen.insert(vocabulary.id).inserted else { continue }
        let words = JSONValue.object(["enum": .strings(vocabulary.words.map(\.word))])
        members.append(
          .init(vocabulary.id, vocabulary.isOpen ? .object(["anyOf": .array([words, reference("id")])]) : words))
      }
      queue += Self.inner(form).filter { inner in !queue.contains { $0.id == inner.id && $0.names == inner.names } }
    }
    return members
  }

  private static func vocabulary(of value: Form.Value) -> Form.Vocabulary? {
    switch value {
    case .word(let vocabulary), .wordOrMapping(let vocabulary, _): vocabulary
    case .oneOrMore(let value, _, _): vocabulary(of: value)
    default: nil
    }
  }

  /// Two files may each have a form of one name; those of a regulation carry its name before theirs.
  private func name(of form: Form, in root: Form) -> String {
    root.id == Form.regulation.id && form.id != root.id && form.id != Form.bilingual.id
      ? root.id + "-" + form.id : form.id
  }

  private func reference(_ form: Form, in root: Form) -> JSONValue { reference(name(of: form, in: root)) }

  private func reference(_ name: String) -> JSONValue { .object(["$ref": .string("#/$defs/" + name)]) }

  /// The forms of a form's keys, in their order.
  private static func inner(_ form: Form) -> [Form] {
    form.keys.compactMap { key in
      switch key.value {
      case .rows(let form), .mapping(let form), .wordOrMapping(_, let form), .oneOrMore(.idOrMapping(let form), _, _):
        form
      default: nil
      }
    }
  }

  private func definition(of form: Form, in root: Form) -> JSONValue {
    .object([.init("title", .string(form.noun[language]))] + members(of: form, in: root))
  }

  private func scalars() -> [JSONValue.Member] {
    let scalar = JSONValue.strings(["string", "number", "boolean"])
    let number = "[1-9１-９][0-9０-９]{0,3}"
    let clause = "\(number)([.．]\(number))?([(（]\(number)[)）])?"
    return [
      .init("text", .object(["type": scalar])),
      .init(
        "id",
        .object(["type": scalar, "minLength": .number(1), "pattern": .string("^[^\\u0000-\\u001F\\u007F-\\u009F]*$")])),
      .init(
        "name",
        .object(["anyOf": .array([.object(["type": scalar]), reference(Form.bilingual.id)])])),
      .init(Form.bilingual.id, definition(of: .bilingual, in: .bilingual)),
      .init(
        "day",
        .object([
          "type": .string("string"), "pattern": .string("^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$"),
        ])),
      .init(
        "clause",
        .object([
          "type": .strings(["string", "number"]), "minimum": .number(1), "pattern": .string("^\(clause)$"),
        ])),
      .init(
        "clauses",
        .object([
          "type": .strings(["string", "number"]), "minimum": .number(1),
          "pattern": .string("^\\s*\(clause)\\s*([,;，；、]\\s*\(clause)\\s*)*$"),
        ])),
    ]
  }

  // MARK: Mappings

  private func members(of form: Form, in root: Form? = nil) -> [JSONValue.Member] {
    let required = form.keys.filter(\.isRequired).map(\.name)
    let properties = form.keys.map { key in
      JSONValue.Member(key.name, described(value(key.value, in: root ?? form), key))
    }
    var members: [JSONValue.Member] = [
      .init("type", .string("object")), .init("properties", .object(properties)),
      .init("additionalProperties", .bool(false)),
    ]
    if !required.isEmpty { members.append(.init("required", .strings(required))) }
    if !form.atLeastOneOf.isEmpty {
      members.append(.init("anyOf", .array(form.atLeastOneOf.map { .object(["required": .strings([$0])]) })))
    }
    if !form.atMostOneOf.isEmpty {
      members.append(.init("not", .object(["required": .strings(form.atMostOneOf)])))
    }
    return members
  }

  /// The schema with the key's description before it, the words of its vocabulary included.
  private func described(_ schema: JSONValue, _ key: Form.Key) -> JSONValue {
    guard case .object(let members) = schema else { return schema }
    let words = (Self.vocabulary(of: key.value)?.words ?? []).compactMap { word -> String? in
      guard let name = word.name?[language], name.lowercased() != word.word else { return nil }
      return "\(word.word) \(name)"
    }
    let joined = words.joined(separator: language == .chinese ? "、" : ", ")
    let colon = language == .chinese ? "：" : ": "
    let text = key.text[language] + (words.isEmpty ? "" : colon + joined)
    return .object([.init("description", .string(text))] + members)
  }

  private func value(_ value: Form.Value, in root: Form) -> JSONValue {
    switch value {
    case .text: return reference("text")
    case .id: return reference("id")
    case .name: return reference("name")
    case .day: return reference("day")
    case .clause: return reference("clause")
    case .clauses: return reference("clauses")
    case .flag: return .object(["type": .string("boolean")])
    case .count: return .object(["type": .string("integer"), "minimum": .number(0)])
    case .amount: return .object(["type": .string("number"), "minimum": .number(0)])
    case .number(let range, let standard):
      return .object([
        "type": .string("number"), "minimum": .number(range.lowerBound), "maximum": .number(range.upperBound),
        "default": .number(standard),
      ])
    case .word(let vocabulary): return reference(vocabulary.id)
    case .oneOrMore(let value, let unique, let atLeastOne):
      let one = self.value(value, in: root)
      let list = JSONValue.object([
        "type": .string("array"), "items": one, "uniqueItems": unique ? .bool(true) : nil,
        "minItems": atLeastOne ? .number(1) : nil,
      ])
      return .object(["anyOf": .array([one, list])])
    case .rows(let form): return .object(["type": .string("array"), "items": reference(form, in: root)])
    case .mapping(let form): return reference(form, in: root)
    case .wordOrMapping(let vocabulary, let form):
      return .object(["anyOf": .array([reference(vocabulary.id), reference(form, in: root)])])
    case .idOrMapping(let form):
      return .object(["anyOf": .array([reference("id"), reference(form, in: root)])])
    }
  }
}

extension JSONSchema {
  /// The schema of chart files. Regulations may come before the chart in one file, as documents of their own, and an
  /// editor checks each document by itself; so it takes both.
  package var chart: JSONValue {
    schema(
      of: .chart, key: "chart", or: .regulation, otherKey: "regulation",
      title: Localized(zh: "Remit 责任图", en: "Remit chart"))
  }

  /// The schema of regulation files.
  package var regulation: JSONValue {
    schema(of: .regulation, title: Localized(zh: "Remit 法规", en: "Remit regulation"))
  }

  /// The schema of maps of foreign tables.
  package var map: JSONValue {
    schema(of: .map, title: Localized(zh: "Remit 对照表", en: "Remit map of foreign tables"))
  }
}
