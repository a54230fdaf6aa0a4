import RemitInspection
import RemitModel
import RemitRules
import RemitSettings
import Testing

/// Rules that are off, seen from the rules that judge suppressions and waivers, and thresholds that no file would set.
@Suite struct SilentRuleTests {
  private let chart: Chart

  init() throws {
    chart = try SettingsTests.chart(
      """
      chart: county
      as-of: 2026-06-30
      organizations: [{id: bureau}]
      posts:
        - {id: head, organization: bureau}
        - {id: one, organization: bureau, reports-to: head}
        - {id: two, organization: bureau, reports-to: head}
      duties: [{id: river, responsible: one}]
      ignore:
        - {rule: ACC001, subject: river, reason: under discussion}
        - {rule: LOD005, subject: head, reason: one of them retires}
      """)
  }

  private func codes(_ file: String) throws -> [String] {
    let read = try settings(file, for: [chart])
    return Inspector(rules: Catalogue.rules, settings: read).inspect(chart).map(\.code)
  }

  @Test func suppressionsOfASilentRuleAreNotStale() throws {
    // The second entry is stale as long as the span is not too wide.
    #expect(try codes("select: [ACC001, DAT003]\n") == ["ACC001", "DAT003"])
    #expect(try codes("select: [DAT003]\nrules: {ACC001: off}\n") == ["DAT003"])
    #expect(try codes("select: [DAT003]\nrules: {LOD005: {severity: off, limit: 1}, ACC001: off}\n").isEmpty)
    let part = "within: [{organization: bureau, rules: {LOD005: {severity: off, limit: 1}}}]\n"
    #expect(try codes("select: [DAT003, LOD005]\n" + part).isEmpty)
  }

  @Test func aRuleThatIsOffDoesNotRun() throws {
    func run(_ file: String) throws -> Bool {
      let inspector = Inspector(rules: Catalogue.rules, settings: try settings(file, for: [chart]))
      return inspector.rulesThatRun(on: chart).contains { $0.code == "LOD005" }
    }
    #expect(try run(""))
    #expect(try !run("rules: {LOD005: off}\n"))
    #expect(try run("rules: {LOD005: off}\nwithin: [{organization: bureau, rules: {LOD005: note}}]\n"))
    #expect(try run("within: [{organization: bureau, rules: {LOD005: off}}]\n"))
  }

  @Test(arguments: [Double.nan, .infinity, -.infinity, 1e300, -3])
  func thresholdsOutOfRangeAreTakenAsTheNearest(value: Double) throws {
    for part in [nil, Settings.Part.organization("bureau")] {
      var settings = Settings()
      settings.select = ["LOD005"]
      let adjusted = ["LOD005": Settings.Adjustment(thresholds: ["limit": value])]
      if let part { settings.within = [Settings.Scope(part, rules: adjusted)] } else { settings.rules = adjusted }
      let findings = Inspector(rules: Catalogue.rules, settings: settings).inspect(chart)
      // The least limit is 1, which two reports exceed.
      #expect(findings.count == (value < 0 ? 1 : 0))
    }
  }
}
