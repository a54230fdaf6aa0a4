import RemitInspection
import RemitIntake
import RemitRules
import Testing

/// What the rules find in the regulations that the repository holds.
@Suite struct RegulationRuleTests {
  @Test func soundTextHasNoError() throws {
    let findings = try findings(in: "eco-protection-2025.yaml")
    #expect(findings.filter { $0.severity == .error } == [])
    // The regulation names nobody who disciplines.
    #expect(named(findings, severity: .warning) == ["OVS004 jurisdiction:eco-protection-2025"])
  }

  @Test func misprintsSurface() throws {
    let findings = try findings(in: "eco-protection-2025-as-printed.yaml")
    #expect(
      named(findings, severity: .error) == [
        "CHN001 role:government-principal", "REG008 clause:6", "REG008 clause:7", "REG008 clause:19",
      ])
  }

  @Test func repeatedArticleNamesBothPlaces() throws {
    let repeated = try findings(in: "eco-protection-2025-as-printed.yaml").filter { $0.code == "REG008" }
    for finding in repeated {
      #expect(finding.places.count == 2)
      #expect(Set(finding.places.map(\.line)).count == 2)
    }
  }

  @Test func brokenChainIsToldOnceForBothChains() throws {
    let finding = try #require(
      try findings(in: "eco-protection-2025-as-printed.yaml").first { $0.code == "CHN001" })
    #expect(finding.message.zh.contains("生态环境责任链、行业领域责任链"))
    let missing = finding.evidence.links.filter { !$0.present }
    #expect(missing.map(\.from.key) == ["role:government-principal"])
    #expect(missing.map(\.to.key) == ["role:committee-principal"])
  }

  private func findings(in file: String) throws -> [Finding] {
    let root = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3).joined(separator: "/")
    let chart = try ChartReader(options: .init()).read(path: "\(root)/Graphs/regulations/\(file)")
    return Inspector(rules: Catalogue.rules).inspect(chart)
  }

  private func named(_ findings: [Finding], severity: Severity) -> [String] {
    findings.filter { $0.severity == severity }
      .map { "\($0.code) \($0.subjects.map(\.key).joined(separator: " "))" }
  }
}
