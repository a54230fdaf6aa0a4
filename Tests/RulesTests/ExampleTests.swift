import RemitInspection
import RemitModel
import RemitRules
import Testing

/// The examples of every rule say of themselves what must be found in them.
@Suite struct ExampleTests {
  @Test(arguments: RuleExample.faulty)
  func faultyExampleIsFound(_ example: RuleExample) throws {
    let found = example.rule.findings(on: try example.chart()).map(\.mark).sorted()
    let expected = example.example.marks(of: example.rule).sorted()
    #expect(!expected.isEmpty, "\(example.place): no `# expect:` mark of \(example.rule.code)")
    #expect(found == expected, "\(example.place): found \(found), expected \(expected)")
  }

  @Test(arguments: RuleExample.clean)
  func cleanExampleIsSilent(_ example: RuleExample) throws {
    let found = example.rule.findings(on: try example.chart()).map(\.mark)
    #expect(found.isEmpty, "\(example.place): found \(found)")
    #expect(example.example.marks(of: example.rule).isEmpty, "\(example.place): a clean example with a mark")
  }
}
