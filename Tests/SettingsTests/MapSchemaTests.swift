import Foundation
import RemitModel
import Testing

@testable import RemitIntake

/// The schema of maps of foreign tables.
@Suite struct MapSchemaTests {
  private static let schema = JSONSchema(language: .english).map

  private static func faults(_ value: JSONValue) throws -> [String] {
    try SchemaValidator(schema).faults(of: value).map { "\($0)" }
  }

  /// The reader's own judgement.
  private static func reading(_ text: String) -> (map: TableMap?, problems: [Problem]) {
    let log = ProblemLog()
    let map = TableMapReader(log: log).read(Array(text.utf8), document: log.add(path: "map.yaml"))
    do throws(Problems) {
      try log.finish()
      return (map, [])
    } catch {
      return (nil, error.problems)
    }
  }

  /// Maps in the README.
  private static func examples() throws -> [String] {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let text = try String(contentsOf: root.appending(path: "README.md"), encoding: .utf8)
    return text.components(separatedBy: "```yaml\n").dropFirst().map { $0.components(separatedBy: "```")[0] }
      .filter { $0.hasPrefix("map:") }
  }

  @Test func theReadmesExampleKeepsToIt() throws {
    let examples = try Self.examples()
    #expect(examples.count == 1)
    for text in examples {
      let value = try #require(JSONValue.documents(of: text)?.first)
      #expect(try Self.faults(value).isEmpty)
      #expect(Self.reading(text).map?.id == "personnel")
      try Self.checkMutants(of: value)
    }
  }

  /// What is built in could be written as a file, which keeps to the schema and says the same.
  @Test(arguments: TableMap.builtIn) func builtInMapsKeepToIt(map: TableMap) throws {
    #expect(try Self.faults(map.value).isEmpty)
    let reading = Self.reading(map.value.text)
    #expect(reading.map == map, "\(reading.problems)")
    try Self.checkMutants(of: map.value)
  }

  /// Keys that nobody knows, and values of a wrong type.
  private static func checkMutants(of value: JSONValue) throws {
    let misspelled = value.mutants { .object($0.dropLast() + $0.suffix(1).map { .init($0.key + "x", $0.value) }) }
    let wrong = value.mutants(ofValue: .array([.array([.object([])])]))
    #expect(misspelled.count > 3 && wrong.count > misspelled.count)
    for mutant in misspelled + wrong {
      #expect(try !faults(mutant).isEmpty, "\(mutant.text)")
      #expect(!reading(mutant.text).problems.isEmpty, "\(mutant.text)")
    }
  }

  @Test(arguments: [
    "title: x", "{map: m}", "{map: m, files: {file: a}}", "{map: m, files: [{posts: {ident: A}}]}",
    "{map: m, encoding: morse, files: []}", "{map: m, files: [{counts: {post: A}}]}",
    "{map: m, files: [{post: {id: A}}]}", "{map: m, files: [{posts: {id: A}, optional: [post]}]}",
    "{map: m, files: [{posts: {id: A}, leave-out: [{column: A}]}]}",
    "{map: m, files: [{constants: {posts: {nme: x}}}]}",
  ])
  func faultyTextsAreFaults(text: String) throws {
    let value = try #require(JSONValue.documents(of: text)?.first)
    #expect(try !Self.faults(value).isEmpty)
    #expect(!Self.reading(text).problems.isEmpty)
  }
}

extension TableMap {
  /// The map as its file would have it.
  fileprivate var value: JSONValue {
    .object([
      "map": .string(id), "title": title.map { .object(["zh": .string($0.zh), "en": .string($0.en)]) },
      "files": .array(files.map(\.value)),
    ])
  }
}

extension TableMap.File {
  fileprivate var value: JSONValue {
    var members: [JSONValue.Member] = [.init("name", .string(name)), .init("file", .strings(words))]
    for table in tables where !table.columns.isEmpty {
      members.append(.init(table.name, .object(table.columns.map { .init($0.name, .strings($0.headings)) })))
    }
    members.append(.init("optional", .strings(tables.filter(\.isOptional).map(\.name))))
    members.append(.init("organization-path", .array(organizationPath.map { .strings($0) })))
    members.append(.init("state", .strings(state)))
    let texts = [
      ("root", values.root), ("vacant", values.vacant), ("abolished", values.abolished),
      ("undisclosed", values.undisclosed), ("nobody", values.nobody), ("empty", values.empty),
    ]
    members.append(.init("values", .object(texts.map { .init($0.0, .strings($0.1)) })))
    members.append(
      .init(
        "leave-out",
        .array(leaveOut.map { .object(["column": .strings($0.headings), "values": .strings($0.texts)]) })))
    if let counts {
      members.append(.init("counts", .object(["post": .strings(counts.post), "amount": .strings(counts.amount)])))
    }
    return .object(members)
  }
}
