import Foundation
import RemitInspection
import RemitModel
import RemitRules
import Testing

@testable import RemitIntake
@testable import RemitSettings

/// A document, and the schema that it must keep to.
struct Specimen: Sendable, CustomTestStringConvertible {
  let name: String
  let schema: JSONValue
  let value: JSONValue

  var testDescription: String { name }

  private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  private static let schemas = JSONSchema(language: .english)
  static let settingsSchema = schemas.settings(Catalogue.rules)

  /// Every YAML file of these folders. Regulations keep to their own schema and, since they may come before a chart, to
  /// that of charts.
  static let files: [Specimen] = ["Graphs", "Tests/RulesTests/Charts"].flatMap { folder -> [Specimen] in
    let base = root.appending(path: folder)
    let paths = FileManager.default.enumerator(atPath: base.path)?.compactMap { $0 as? String } ?? []
    return paths.filter { $0.hasSuffix(".yaml") }.sorted().flatMap { path -> [Specimen] in
      let text = (try? String(contentsOf: base.appending(path: path), encoding: .utf8)) ?? ""
      let name = URL(filePath: path).lastPathComponent
      if name == "remit.yaml" { return specimens(of: text, "\(folder)/\(path)", settingsSchema) }
      return specimens(of: text, "\(folder)/\(path)", schemas.chart)
        + (path.hasPrefix("regulations/") ? specimens(of: text, "\(folder)/\(path)", schemas.regulation) : [])
    }
  }

  /// Every document of every rule's examples.
  static let examples: [Specimen] = Catalogue.rules.flatMap { rule in
    (rule.faulty + rule.clean).flatMap { specimens(of: $0.text, "\(rule.code) \($0.line)", schemas.chart) }
  }

  static let settings = specimens(
    of: """
      select: [gap, ACC, idle-post]
      ignore: LOD005
      fail-on: note
      rules:
        wide-span: {severity: error, limit: 15}
        OVS007: {visits: 2.5}
        ACC007: off
      within:
        - {jurisdiction: county, rules: {LOD005: {limit: 20}}}
        - {organization: [bureau, x], rules: {ACC007: off}}
      """, "settings", settingsSchema)

  /// Documents of every kind that are small enough to be changed in hundreds of ways.
  static let mutable =
    files.filter { $0.name.contains("example-company") || $0.name.contains("as-printed") } + examples.prefix(40)
    + settings

  private static func specimens(of text: String, _ name: String, _ schema: JSONValue) -> [Specimen] {
    guard let documents = JSONValue.documents(of: text) else {
      return [Specimen(name: name, schema: schema, value: .null)]
    }
    return documents.enumerated().map { Specimen(name: "\(name) #\($0 + 1)", schema: schema, value: $1) }
  }
}

@Suite struct SchemaTests {
  @Test(arguments: Specimen.files + Specimen.examples + Specimen.settings)
  func keepsToItsSchema(_ specimen: Specimen) throws {
    let faults = try SchemaValidator(specimen.schema).faults(of: specimen.value)
    #expect(faults.isEmpty, "\(specimen.name): \(faults.prefix(5))")
  }

  @Test func thereIsSomethingToTest() {
    #expect(Specimen.files.count >= 8)
    #expect(Specimen.examples.count >= 100)
  }

  /// A key that nobody knows, in any mapping.
  @Test(arguments: Specimen.mutable)
  func anUnknownKeyIsAFault(_ specimen: Specimen) throws {
    let validator = SchemaValidator(specimen.schema)
    for mutant in specimen.value.mutants(ofMapping: { .object($0 + [.init("unknown-key", .string("x"))]) }) {
      #expect(try !validator.faults(of: mutant).isEmpty, "\(specimen.name)")
    }
  }

  /// A list of a list of a mapping is never right.
  @Test(arguments: Specimen.mutable)
  func aWrongTypeIsAFault(_ specimen: Specimen) throws {
    let validator = SchemaValidator(specimen.schema)
    for mutant in specimen.value.mutants(ofValue: .array([.array([.object([])])])) {
      #expect(try !validator.faults(of: mutant).isEmpty, "\(specimen.name)")
    }
  }

  @Test(arguments: [
    ("chart", "posts: [{name: x}]"), ("chart", "as-of: 2026-13-01"), ("chart", "as-of: 20260101"),
    ("chart", "jurisdictions: [{id: a, level: city}]"), ("chart", "duties: [{id: a, status: vacant}]"),
    ("chart", "oversight: [{kind: audits, by: a, of: b}]"), ("chart", "oversight: [{kind: audit, by: a, of: []}]"),
    ("chart", "posts: [{id: a, apex: 'yes'}]"), ("chart", "posts: [{id: ''}]"),
    ("chart", "oversight: [{kind: audit, by: a, of: b, per-year: -1}]"),
    ("chart", "conflicts: [{id: a, duties: [b], at-most: 1.5}]"), ("chart", "posts: [{id: a, name: {}}]"),
    ("chart", "posts: [{id: a, reports-to: [b, b]}]"), ("chart", "text"), ("chart", "[]"),
    ("chart", "{regulation: r, posts: []}"), ("regulation", "title: x"),
    ("regulation", "{regulation: r, terms: [{id: a, letter: A}]}"),
    ("regulation", "{regulation: r, duties: [{id: a, clause: 7, role: b, term: c, letter: A}]}"),
    ("regulation", "{regulation: r, clauses: [{id: 7(}]}"), ("regulation", "{regulation: r, clauses: [{id: '07'}]}"),
    ("regulation", "{regulation: r, chains: [{id: a, roles: [b], clause: '7 8'}]}"),
    ("settings", "fail-on: fatal"), ("settings", "rules: {ACC999: off}"), ("settings", "rules: {LOD005: of}"),
    ("settings", "rules: {LOD005: {limit: 0}}"), ("settings", "rules: {LOD005: {limit: 1001}}"),
    ("settings", "rules: {LOD005: {theta: 3}}"), ("settings", "select: [nothing]"),
    ("settings", "within: [{rules: {}}]"),
    ("settings", "within: [{jurisdiction: a, organization: b, rules: {}}]"),
    ("settings", "within: [{jurisdiction: a}]"),
  ])
  func faultyTextsAreFaults(file: String, text: String) throws {
    let schema = JSONSchema(language: .chinese)
    let chosen = file == "chart" ? schema.chart : file == "regulation" ? schema.regulation : Specimen.settingsSchema
    let value = try #require(JSONValue.documents(of: text)?.first)
    #expect(try !SchemaValidator(chosen).faults(of: value).isEmpty)
  }

  @Test(arguments: [
    ("chart", "posts: [{id: 1, name: {zh: 名}, adopts: [7, 5.2, '7(4)', 'r:7.2(4)'], vacant: TRUE}]"),
    ("chart", "{chart: c, regulation-like: 1}"), ("chart", "{chart: true, against: 2025}"),
    ("regulation", "{regulation: r, clauses: [{id: 7}, {id: 7.10}, {id: '７（４）'}]}"),
    ("regulation", "{regulation: r, roles: [{id: a, organization: new-kind, clause: '6, 7；8、9(1)'}]}"),
  ])
  func oddTextsAreJudgedAsTheReaderDoes(file: String, text: String) throws {
    let schema = JSONSchema(language: .english)
    let value = try #require(JSONValue.documents(of: text)?.first)
    let isValid = try SchemaValidator(file == "chart" ? schema.chart : schema.regulation).faults(of: value).isEmpty
    #expect(isValid == !text.contains("regulation-like"))
  }

  /// What is printed is JSON, and says what the validator of these tests reads.
  @Test(arguments: Language.allCases) func theTextIsJSON(language: Language) throws {
    let schema = JSONSchema(language: language)
    for value in [schema.chart, schema.regulation, schema.settings(Catalogue.rules), schema.map] {
      let read = try JSONSerialization.jsonObject(with: Data(value.text.utf8))
      #expect(JSONValue(json: read) == value.sorted)
      #expect(value["$schema"]?.string == "https://json-schema.org/draft/2020-12/schema")
    }
  }

  /// Every definition is referred to, and every key is described.
  @Test(arguments: Language.allCases) func everyKeyIsDescribed(language: Language) {
    let schema = JSONSchema(language: language)
    for value in [schema.chart, schema.regulation, schema.settings(Catalogue.rules), schema.map] {
      for (key, property) in value.properties { #expect(property["description"]?.string?.isEmpty == false, "\(key)") }
    }
  }

  /// The readers know just the keys of the schemas: a wrong value under any of them is a problem at that value, which no
  /// key has that nobody reads.
  @Test func theReadersReadEveryKey() throws {
    try visit(.chart, before: "{", after: "}", Self.chartProblems)
    try visit(.regulation, before: "{\"regulation\": r, ", after: "}", Self.chartProblems)
    try visit(.settings(Catalogue.rules), before: "{", after: "}") { problems(of: $0) }
  }

  private func visit(
    _ form: Form, before: String, after: String, _ problems: (String) -> [Problem]
  ) throws {
    for key in form.keys {
      let head = before.replacing("\"\(key.name)\": r, ", with: "") + "\"\(key.name)\": "
      let found = problems(head + "[[{}]]" + after)
      let column = head.unicodeScalars.count + 1
      #expect(found.contains { (column...column + 1).contains($0.location.column) }, "\(head): \(found)")
      switch key.value {
      case .rows(let inner): try visit(inner, before: head + "[{", after: "}]" + after, problems)
      case .mapping(let inner), .wordOrMapping(_, let inner):
        try visit(inner, before: head + "{", after: "}" + after, problems)
      default: break
      }
    }
  }

  private static func chartProblems(of text: String) -> [Problem] {
    do throws(Problems) {
      _ = try ChartReader().read(text: text, path: "chart.yaml")
      return []
    } catch {
      return error.problems
    }
  }
}

extension JSONValue {
  /// All that the schema says of keys, wherever.
  fileprivate var properties: [(String, JSONValue)] {
    let own = self["properties"]?.members.map { ($0.key, $0.value) } ?? []
    switch self {
    case .object(let members): return own + members.flatMap(\.value.properties)
    case .array(let items): return items.flatMap(\.properties)
    default: return own
    }
  }

  /// The value with one of its mappings changed, for each that is not empty.
  func mutants(ofMapping change: ([Member]) -> JSONValue) -> [JSONValue] {
    var result: [JSONValue] = []
    if case .object(let members) = self, !members.isEmpty { result.append(change(members)) }
    return result + nested { $0.mutants(ofMapping: change) }
  }

  /// The value with one value of its mappings replaced, for each.
  func mutants(ofValue new: JSONValue) -> [JSONValue] {
    var result: [JSONValue] = []
    if case .object(let members) = self {
      for index in members.indices {
        var changed = members
        changed[index] = Member(members[index].key, new)
        result.append(.object(changed))
      }
    }
    return result + nested { $0.mutants(ofValue: new) }
  }

  /// The value with one of its parts replaced by each of what is made of it; of a long list the first two.
  private func nested(_ make: (JSONValue) -> [JSONValue]) -> [JSONValue] {
    switch self {
    case .array(let items):
      items.indices.prefix(2).flatMap { index in
        make(items[index]).map { new in
          var changed = items
          changed[index] = new
          return .array(changed)
        }
      }
    case .object(let members):
      members.indices.flatMap { index in
        make(members[index].value).map { new in
          var changed = members
          changed[index] = Member(members[index].key, new)
          return .object(changed)
        }
      }
    default: []
    }
  }
}
