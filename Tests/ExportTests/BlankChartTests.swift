import Foundation
import RemitInspection
import RemitIntake
import RemitModel
import RemitRules
import Testing

@testable import RemitExport

/// Charts to fill in hold all that their regulation asks, and nobody in any post.
@Suite struct BlankChartTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let regulation: String
    let level: Level
    let language: Language

    var testDescription: String { "\(regulation) \(level.word) \(language.rawValue)" }
  }

  static let cases = ["eco-protection-2025", "eco-protection-2025-as-printed"].flatMap { regulation in
    [Level.province, .prefecture, .county].flatMap { level in
      Language.allCases.map { Case(regulation: regulation, level: level, language: $0) }
    }
  }

  static func regulation(_ key: String) throws -> Regulation {
    try ChartReader().read(path: Files.root.appendingPathComponent("Graphs/regulations/\(key).yaml").path)
      .regulations[0]
  }

  static func blank(_ test: Case, name: String? = nil) throws -> BlankChart {
    try BlankChart(
      regulations: [regulation(test.regulation)], level: test.level,
      name: name ?? (test.language == .chinese ? "示例地" : "Sample Place"), language: test.language)
  }

  /// What is read of a blank chart that is written in a form.
  static func read(_ blank: BlankChart, _ format: ChartFormat) throws -> ChartReader.Reading {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("remit-blank-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for file in try blank.files(format) {
      try Data(file.bytes).write(to: folder.appendingPathComponent(file.name ?? "chart." + format.rawValue))
    }
    var options = ChartReader.Options()
    options.searchRoots = [Files.root.path]
    let path = format.isFolder ? folder.path : folder.path + "/chart." + format.rawValue
    return try ChartReader(options: options).reading(paths: [path])
  }

  @Test(arguments: cases) func everyFormHoldsTheSameChart(test: Case) throws {
    let blank = try Self.blank(test)
    let lines = ChartText.lines(blank.chart)
    for format in ChartFormat.allCases {
      let reading = try Self.read(blank, format)
      #expect(reading.notices.isEmpty, "\(format): \(reading.notices.map(\.message.en))")
      #expect(difference(lines, ChartText.lines(reading.chart)) == "", "\(format)")
    }
  }

  /// The posts are empty, and whoever answers for what the regulation lists answers for much; nothing else is wrong.
  @Test(arguments: cases) func onlyVacancyAndLoadAreFound(test: Case) throws {
    let chart = try Self.read(try Self.blank(test), .xlsx).chart
    let findings = Inspector(rules: Catalogue.rules).inspect(chart)
    #expect(Set(findings.map(\.code)) == ["TMP001", "TMP003", "LOD001", "LOD002"])
    #expect(findings.count { $0.code == "TMP003" } == chart.posts.ids.count)
    #expect(findings.filter { $0.severity == .error }.allSatisfy { $0.code == "TMP001" })
  }

  /// With somebody in each post, the place keeps the regulation.
  @Test(arguments: cases) func filledInItHasNoErrors(test: Case) throws {
    let yaml = try Self.blank(test).files(.yaml)[0].bytes
    var number = 0
    let lines = String(decoding: yaml, as: UTF8.self).components(separatedBy: "\n").map { line in
      number += 1
      let person = "甲\(number)"
      return line.replacingOccurrences(of: "person: 待定", with: "person: " + person)
        .replacingOccurrences(of: "person: TBD", with: "person: " + person)
    }
    var options = ChartReader.Options()
    options.searchRoots = [Files.root.path]
    let chart = try ChartReader(options: options).read(text: lines.joined(separator: "\n"), path: "chart.yaml")
    let findings = Inspector(rules: Catalogue.rules).inspect(chart)
    #expect(Set(findings.map(\.code)) == ["LOD001", "LOD002"])
  }

  @Test(arguments: cases) func everyRequirementIsThere(test: Case) throws {
    let blank = try Self.blank(test)
    let chart = blank.chart
    let regulation = chart.regulations[0]
    for (index, role) in regulation.roles.enumerated() where role.levels.contains(test.level) {
      if role.body {
        #expect(chart.organizations.kind.values.contains(role.organization), "\(role.key)")
      } else {
        #expect(chart.posts.role.values.contains { $0.map { chart.roles.key[$0] } == role.key }, "\(index) \(role.key)")
      }
    }
    for duty in regulation.duties where duty.levels.contains(test.level) {
      let holders = duty.roles.map { regulation.roles[$0].key }
      let posts = chart.posts.ids.filter { post in
        chart.posts.role[post].map { holders.contains(chart.roles.key[$0]) } ?? false
      }
      guard !posts.isEmpty else { continue }
      let title = duty.title[test.language]
      if duty.each {
        let clause = duty.clause.description
        #expect(posts.allSatisfy { post in chart.posts.adopts[post].contains { $0.reference.text == clause } })
      } else {
        let row = try #require(chart.duties.ids.first { chart.duties.title[$0].zh == title }, "\(title)")
        let basis = chart.duties.basis[row].map(\.reference.text)
        #expect(basis == [duty.clause.description])
        for post in posts {
          let term = duty.term.map { regulation.terms[$0].name[test.language] }
          #expect(
            chart.letters[row].contains {
              chart.assignments.assignee[$0] == .post(post) && chart.assignments.letter[$0] == duty.letter
                && chart.assignments.term[$0]?.zh == term
            }, "\(title)")
        }
      }
    }
  }

  @Test func severalRegulationsAreOneChart() throws {
    let regulations = try ["eco-protection-2025", "eco-protection-2025-as-printed"].map(Self.regulation)
    let blank = try BlankChart(regulations: regulations, level: .county, name: "示例县", language: .chinese)
    for format in ChartFormat.allCases {
      let chart = try Self.read(blank, format).chart
      #expect(difference(ChartText.lines(blank.chart), ChartText.lines(chart)) == "", "\(format)")
      #expect(chart.regulations.count == 2)
      #expect(chart.duties.basis.values.joined().allSatisfy { $0.reference.regulation != nil })
    }
  }

  @Test func namesThatNoFormCanHoldAreRefused() throws {
    let test = Self.cases[0]
    let long = String(repeating: "长", count: 1_000_000)
    for name in ["", " ", "\u{3000}", "a\nb", "a\u{0}b", "a\u{2028}b", "\u{202E}abc", long] {
      #expect(throws: ExportError.self, "\(name.prefix(9))") { _ = try Self.blank(test, name: name) }
    }
    #expect(throws: ExportError.self) {
      _ = try BlankChart(
        regulations: [Self.regulation("eco-protection-2025")], level: .township, name: "示例乡", language: .chinese)
    }
  }

  @Test(arguments: [
    "=cmd|'/c calc'!A1", "+1", "@SUM(1)", "'", "\"quoted\"", "a;b；c\\d", "- : #{}[]", "<&>", "示例县&L&P", "😀", "县/市",
    "a:b", "true", "2024-01-01",
  ]) func oddNamesAreKept(name: String) throws {
    for language in Language.allCases {
      let test = Case(regulation: "eco-protection-2025", level: .county, language: language)
      let blank = try Self.blank(test, name: name)
      for format in ChartFormat.allCases {
        let chart = try Self.read(blank, format).chart
        #expect(difference(ChartText.lines(blank.chart), ChartText.lines(chart)) == "", "\(format)")
        #expect(chart.jurisdictions.name[ID(0)].zh == name)
      }
    }
  }

  @Test func namesOfManyUnitsFitInHeaders() throws {
    let family = "👨‍👩‍👧‍👦"
    for name in [String(repeating: family, count: 38), String(repeating: "&", count: 60)] {
      let blank = try Self.blank(Self.cases[0], name: name)
      #expect(try Self.read(blank, .xlsx).chart.jurisdictions.name[ID(0)].zh == name)
    }
  }

  /// Little or too much, made up or broken: a form comes out, or a reason why not.
  @Test(arguments: ["", "roles: [{id: a, organization: x-department, clause: '1', optional: true}]"])
  func meagreRegulations(rest: String) throws {
    let text = "regulation: r\nlevels: [county]\n" + rest + "\n"
    let regulation = try ChartReader().read(text: text, path: "r.yaml").regulations[0]
    let blank = try BlankChart(regulations: [regulation], level: .county, name: "x", language: .english)
    for format in ChartFormat.allCases { #expect(try !blank.files(format).isEmpty) }
  }

  @Test func regulationsThatAreTooLargeAreRefused() throws {
    let roles = (0...BlankPlan.mostRoles).map { "  - {id: r\($0), organization: government, clause: '1'}" }
    func text(_ count: Int) -> String {
      "regulation: r\nlevels: [county]\nroles:\n" + roles.prefix(count).joined(separator: "\n") + "\n"
    }
    func blank(_ text: String) throws -> BlankChart {
      let regulation = try ChartReader().read(text: text, path: "r.yaml").regulations[0]
      return try BlankChart(regulations: [regulation], level: .county, name: "x", language: .english)
    }
    #expect(try blank(text(BlankPlan.mostRoles)).chart.posts.ids.count == BlankPlan.mostRoles)
    #expect(throws: ExportError.self) { _ = try blank(text(roles.count)) }
  }

  @Test func equalFormsHaveEqualBytes() throws {
    let test = Self.cases[0]
    #expect(try Self.blank(test).files(.xlsx) == Self.blank(test).files(.xlsx))
  }
}
