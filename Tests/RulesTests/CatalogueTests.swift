import Foundation
import RemitInspection
import RemitModel
import RemitRules
import Testing

/// The catalogue is complete, and says of each rule what people need to know.
@Suite struct CatalogueTests {
  private static let families: [Rule.Family: String] = [
    .accountability: "Accountability", .load: "Load", .structure: "Structure", .oversight: "Oversight",
    .independence: "Independence", .separation: "Separation", .chain: "Chain", .regulation: "Regulation",
    .duplication: "Duplication", .time: "Time", .data: "Data",
  ]

  private static let sources = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Sources/Rules")

  /// `unaccounted-duty` is in `UnaccountedDuty.swift`.
  private static func fileName(of rule: Rule) -> String {
    rule.name.split(separator: "-").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
  }

  @Test func everyFamilyHasItsFolder() {
    #expect(Set(Self.families.keys) == Set(Rule.Family.allCases))
  }

  @Test(arguments: Rule.Family.allCases)
  func everyFileIsInTheCatalogue(_ family: Rule.Family) throws {
    let folder = try #require(Self.families[family])
    let directory = Self.sources.appending(path: folder)
    guard FileManager.default.fileExists(atPath: directory.path(percentEncoded: false)) else {
      print("skipped: no sources at \(directory.path(percentEncoded: false))")
      return
    }
    let files = try FileManager.default.contentsOfDirectory(atPath: directory.path(percentEncoded: false))
      .filter { $0.hasSuffix(".swift") && $0 != "\(folder).swift" }.map { String($0.dropLast(".swift".count)) }
    let listed = Catalogue.rules.filter { $0.family == family }.map(Self.fileName)
    #expect(files.sorted() == listed.sorted(), "\(folder): files and the family's list differ")
  }

  @Test func codesAndNamesAreUniqueAndSorted() {
    let codes = Catalogue.rules.map(\.code)
    #expect(codes == codes.sorted())
    #expect(Set(codes).count == codes.count)
    #expect(Set(Catalogue.rules.map(\.name)).count == codes.count)
  }

  @Test(arguments: Catalogue.rules.map(\.code))
  func ruleIsComplete(_ code: String) throws {
    let rule = try #require(Catalogue.rule(code))
    #expect(code.wholeMatch(of: /[A-Z]{3}[0-9]{3}/) != nil)
    #expect(code.hasPrefix(rule.family.rawValue))
    #expect(rule.name.wholeMatch(of: /[a-z0-9]+(-[a-z0-9]+)*/) != nil)
    #expect(Catalogue.rule(rule.name)?.code == code)
    let explanation = rule.explanation
    let texts = [rule.title, explanation.what, explanation.why, explanation.remedy, explanation.source]
    for text in texts + rule.settings.map(\.title) {
      #expect(!text.zh.isEmpty && !text.en.isEmpty)
    }
    #expect(texts.dropLast().allSatisfy { $0.zh != $0.en }, "a text is in one language only")
    #expect(!rule.faulty.isEmpty && !rule.clean.isEmpty, "\(code) lacks examples")
    for setting in rule.settings { #expect(setting.range.contains(setting.standard)) }
    #expect(Set(rule.settings.map(\.key)).count == rule.settings.count)
  }
}
