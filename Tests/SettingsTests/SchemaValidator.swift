import Foundation

@testable import RemitIntake

/// Checks values against the part of JSON Schema that the program's schemas use. A keyword that it does not know is a
/// fault of the schema.
struct SchemaValidator {
  struct UnknownKeyword: Error {
    let keyword: String
  }

  private let root: JSONValue

  init(_ root: JSONValue) { self.root = root }

  /// Where the value breaks the schema, each as `/path: keyword`; empty for a valid one.
  func faults(of value: JSONValue) throws -> [String] { try faults(value, root, at: "") }

  private func isValid(_ value: JSONValue, _ schema: JSONValue) throws -> Bool {
    try faults(value, schema, at: "").isEmpty
  }

  private func faults(_ value: JSONValue, _ schema: JSONValue, at path: String) throws -> [String] {
    guard case .object(let members) = schema else { throw UnknownKeyword(keyword: "a schema that is no object") }
    var faults: [String] = []
    for member in members {
      switch member.key {
      case "$schema", "title", "description", "default", "$defs", "then", "else": break
      case "$ref": faults += try self.faults(value, try definition(member.value), at: path)
      case "anyOf":
        let fits = try member.value.items.contains { try isValid(value, $0) }
        if !fits { faults.append("\(path): anyOf") }
      case "not": if try isValid(value, member.value) { faults.append("\(path): not") }
      case "if":
        let branch = try schema[isValid(value, member.value) ? "then" : "else"]
        if let branch { faults += try self.faults(value, branch, at: path) }
      case "type", "enum", "pattern", "minLength", "minimum", "maximum":
        if try !holds(member, of: value) { faults.append("\(path): \(member.key)") }
      case "items", "minItems", "uniqueItems":
        if case .array(let items) = value { faults += try list(member, items, at: path) }
      case "properties", "required", "additionalProperties":
        if case .object(let entries) = value { faults += try mapping(member, entries, schema, at: path) }
      default: throw UnknownKeyword(keyword: member.key)
      }
    }
    return faults
  }

  private func definition(_ reference: JSONValue) throws -> JSONValue {
    guard case .string(let text) = reference, text.hasPrefix("#/$defs/"),
      let found = root["$defs"]?[String(text.dropFirst(8))]
    else { throw UnknownKeyword(keyword: "$ref \(reference)") }
    return found
  }

  private func holds(_ member: JSONValue.Member, of value: JSONValue) throws -> Bool {
    switch (member.key, member.value, value) {
    case ("type", .string(let type), _): return value.has(type: type)
    case ("type", .array(let types), _): return types.contains { $0.string.map(value.has) ?? false }
    case ("enum", .array(let values), _): return values.contains(value)
    case ("pattern", .string(let pattern), .string(let text)):
      let expression = try NSRegularExpression(pattern: pattern)
      return expression.firstMatch(in: text, range: NSRange(text.startIndex..., in: text)) != nil
    case ("minLength", .number(let least), .string(let text)): return Double(text.unicodeScalars.count) >= least
    case ("minimum", .number(let least), .number(let number)): return number >= least
    case ("maximum", .number(let most), .number(let number)): return number <= most
    case ("pattern", .string, _), ("minLength", .number, _), ("minimum", .number, _), ("maximum", .number, _):
      return true
    default: throw UnknownKeyword(keyword: "\(member.key): \(member.value)")
    }
  }

  private func list(_ member: JSONValue.Member, _ items: [JSONValue], at path: String) throws -> [String] {
    switch (member.key, member.value) {
    case ("items", let schema):
      return try items.enumerated().flatMap { try faults($1, schema, at: "\(path)/\($0)") }
    case ("minItems", .number(let least)): return Double(items.count) < least ? ["\(path): minItems"] : []
    case ("uniqueItems", .bool(true)): return Set(items).count < items.count ? ["\(path): uniqueItems"] : []
    default: throw UnknownKeyword(keyword: "\(member.key): \(member.value)")
    }
  }

  private func mapping(
    _ member: JSONValue.Member, _ entries: [JSONValue.Member], _ schema: JSONValue, at path: String
  ) throws -> [String] {
    switch (member.key, member.value) {
    case ("properties", .object(let properties)):
      return try properties.flatMap { property in
        try entries.filter { $0.key == property.key }
          .flatMap { try faults($0.value, property.value, at: "\(path)/\($0.key)") }
      }
    case ("required", .array(let keys)):
      return keys.compactMap(\.string).filter { key in !entries.contains { $0.key == key } }
        .map { "\(path)/\($0): required" }
    case ("additionalProperties", .bool(false)):
      let known = schema["properties"]?.members.map(\.key) ?? []
      return entries.filter { !known.contains($0.key) }.map { "\(path)/\($0.key): additionalProperties" }
    default: throw UnknownKeyword(keyword: "\(member.key): \(member.value)")
    }
  }
}

extension JSONValue {
  var items: [JSONValue] { if case .array(let items) = self { items } else { [] } }

  var members: [Member] { if case .object(let members) = self { members } else { [] } }

  var string: String? { if case .string(let text) = self { text } else { nil } }

  subscript(key: String) -> JSONValue? { members.first { $0.key == key }?.value }

  func has(type: String) -> Bool {
    switch (type, self) {
    case ("null", .null), ("boolean", .bool), ("number", .number), ("string", .string), ("array", .array),
      ("object", .object):
      true
    case ("integer", .number(let number)): number == number.rounded()
    default: false
    }
  }

  /// The value with its scalars typed as YAML 1.2 does. Merge keys are written out.
  init(_ value: YAMLValue) {
    switch value.kind {
    case .list: self = .array(value.elements.map(JSONValue.init))
    case .mapping:
      var members: [Member] = []
      var merged: [Member] = []
      for position in stride(from: 0, to: value.count, by: 2) {
        let content = JSONValue(value[position + 1])
        if value[position].isMergeKey {
          merged += content.members
        } else {
          members.append(Member(value[position].text ?? "", content))
        }
      }
      self = .object(members + merged.filter { new in !members.contains { $0.key == new.key } })
    case .scalar:
      let text = value.text ?? ""
      if value.isNull {
        self = .null
      } else if value.isQuoted {
        self = .string(text)
      } else if ["true", "True", "TRUE", "false", "False", "FALSE"].contains(text) {
        self = .bool(text.lowercased() == "true")
      } else if text.wholeMatch(of: /[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?/) != nil,
        let number = Double(text)
      {
        self = .number(number)
      } else {
        self = .string(text)
      }
    }
  }

  /// The documents of a YAML text; nil where it is no YAML.
  static func documents(of text: String) -> [JSONValue]? {
    let log = ProblemLog()
    return YAMLText(bytes: Array(text.utf8), document: log.add(path: "text"), log: log).documents()
      .map { tree in tree.roots.map { JSONValue(YAMLValue(tree, $0, document: 0)) } }
  }

  /// The value by Foundation's reading of a JSON text, with keys in the order of the bytes.
  init(json: Any) {
    switch json {
    case let text as String: self = .string(text)
    case let list as [Any]: self = .array(list.map(JSONValue.init(json:)))
    case let object as [String: Any]:
      self = .object(object.sorted { $0.key < $1.key }.map { Member($0.key, JSONValue(json: $0.value)) })
    case let number as NSNumber:
      self = CFBoolean.isBoolean(number) ? .bool(number.boolValue) : .number(number.doubleValue)
    default: self = .null
    }
  }

  /// The value with keys in the order of the bytes.
  var sorted: JSONValue {
    switch self {
    case .array(let items): .array(items.map(\.sorted))
    case .object(let members):
      .object(members.sorted { $0.key < $1.key }.map { Member($0.key, $0.value.sorted) })
    default: self
    }
  }
}

private enum CFBoolean {
  static func isBoolean(_ number: NSNumber) -> Bool { String(cString: number.objCType) == "c" }
}
