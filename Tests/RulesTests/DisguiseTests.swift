import RemitInspection
import RemitModel
import RemitRules
import Testing

/// What is found depends neither on ids nor on the order in which things are written.
@Suite struct DisguiseTests {
  @Test(arguments: RuleExample.faulty, Disguise.all)
  func faultyExampleIsFoundInDisguise(_ example: RuleExample, _ disguise: Disguise) throws {
    let chart = try example.chart()
    let plain = example.rule.findings(on: chart).map(Self.key).sorted()
    let found = example.rule.findings(on: disguise(chart)).map { disguise.bare(Self.key($0)) }.sorted()
    #expect(found == plain, "\(example.place), \(disguise): found \(found), expected \(plain)")
  }

  @Test(arguments: RuleExample.clean, Disguise.all)
  func cleanExampleIsSilentInDisguise(_ example: RuleExample, _ disguise: Disguise) throws {
    let found = example.rule.findings(on: disguise(try example.chart())).map(\.mark)
    #expect(found.isEmpty, "\(example.place), \(disguise): found \(found)")
  }

  /// Subjects without their order, which follows that of the file.
  private static func key(_ finding: Finding) -> String {
    ([finding.code] + finding.subjects.map(\.key).sorted()).joined(separator: " ")
  }
}
