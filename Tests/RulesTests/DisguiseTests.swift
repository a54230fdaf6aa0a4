import RemitInspection
import RemitModel
import RemitRules
import Testing

/// What is found depends neither on ids nor on the order in which things are written, nor on the files they stand in.
@Suite struct DisguiseTests {
  @Test(arguments: RuleExample.faulty)
  func faultyExampleIsFoundInDisguise(_ example: RuleExample) throws {
    let chart = try example.chart()
    let plain = example.rule.findings(on: chart).map { Self.key($0) }.sorted()
    for disguise in Disguise.all {
      let found = example.rule.findings(on: disguise(chart)).map { Self.key($0, disguise) }.sorted()
      #expect(found == plain, "\(example.place), \(disguise): found \(found), expected \(plain)")
    }
    for rewriting in Rewriting.all {
      let found = example.rule.findings(on: try rewriting.chart(of: example.example.text)).map { Self.key($0) }.sorted()
      #expect(found == plain, "\(example.place), \(rewriting): found \(found), expected \(plain)")
    }
  }

  @Test(arguments: RuleExample.clean)
  func cleanExampleIsSilentInDisguise(_ example: RuleExample) throws {
    let chart = try example.chart()
    for disguise in Disguise.all {
      let found = example.rule.findings(on: disguise(chart)).map(\.mark)
      #expect(found.isEmpty, "\(example.place), \(disguise): found \(found)")
    }
    for rewriting in Rewriting.all {
      let found = example.rule.findings(on: try rewriting.chart(of: example.example.text)).map(\.mark)
      #expect(found.isEmpty, "\(example.place), \(rewriting): found \(found)")
    }
  }

  @Test(arguments: Shipped.charts, Disguise.all)
  func shippedChartIsKnownInDisguise(_ shipped: Shipped, _ disguise: Disguise) throws {
    let chart = try shipped.chart()
    Self.expectSame(
      Self.findings(on: disguise(chart), disguise), Self.findings(on: chart), "\(shipped.path), \(disguise)")
  }

  @Test(arguments: Shipped.all, Rewriting.all)
  func shippedFileMayBeRewritten(_ shipped: Shipped, _ rewriting: Rewriting) throws {
    let rewritten = try rewriting.chart(of: try shipped.text())
    Self.expectSame(
      Self.findings(on: rewritten), Self.findings(on: try shipped.chart()), "\(shipped.path), \(rewriting)")
  }

  /// The tests above mean something only if a rewriting rewrites.
  @Test(arguments: Shipped.charts, Rewriting.all)
  func rewritingChangesTheText(_ shipped: Shipped, _ rewriting: Rewriting) throws {
    let plain = try Rewriting(description: "plain", seed: 0).texts(of: try shipped.text())
    let texts = try rewriting.texts(of: try shipped.text())
    #expect(texts != plain)
    #expect(texts.count == (rewriting.deals ? 2 : 1))
    let lines = { (texts: [String]) in texts.joined().split(separator: "\n").count }
    #expect(lines(texts) * 3 > lines(plain) * 2, "\(shipped.path), \(rewriting): rows were lost")
  }

  private static func findings(on chart: Chart, _ disguise: Disguise? = nil) -> [String] {
    Inspector(rules: Catalogue.rules).inspect(chart).map { "\(key($0, disguise)) \($0.state.word)" }.sorted()
  }

  /// Tells only what differs, since a chart has many findings.
  private static func expectSame(_ found: [String], _ expected: [String], _ note: String) {
    let lost = Set(expected).subtracting(found).sorted()
    let gained = Set(found).subtracting(expected).sorted()
    #expect(lost.isEmpty && gained.isEmpty && found.count == expected.count, "\(note): lost \(lost), gained \(gained)")
  }

  /// Code, detail, and subjects without their order, which follows that of the file.
  private static func key(_ finding: Finding, _ disguise: Disguise? = nil) -> String {
    let words = ([finding.detail] + finding.subjects.map(\.key)).map { disguise?.bare($0) ?? $0 }
    return ([finding.code, words[0]] + words.dropFirst().sorted()).joined(separator: " ")
  }
}
