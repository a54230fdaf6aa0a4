import RemitInspection
import RemitModel
import RemitRules
import Testing

/// Every finding proves itself, and says where it stands.
@Suite struct EvidenceTests {
  @Test(arguments: RuleExample.faulty)
  func findingHasEvidenceAndPlaces(_ example: RuleExample) throws {
    for finding in example.rule.findings(on: try example.chart()) {
      let note: Comment = "\(example.place): \(finding.mark)"
      #expect(!finding.evidence.links.isEmpty || !finding.evidence.alone.isEmpty, note)
      #expect(!finding.places.isEmpty, note)
      #expect(finding.subjects.allSatisfy { $0.location != nil }, note)
      #expect(!finding.message.zh.isEmpty && !finding.message.en.isEmpty, note)
      #expect(finding.suggestion.map { !$0.zh.isEmpty && !$0.en.isEmpty } ?? true, note)
      #expect(Set(finding.evidence.links).count == finding.evidence.links.count, note)
      #expect(finding.evidence.links.allSatisfy { $0.present || $0.location == nil }, note)
    }
  }

  @Test(arguments: RuleExample.faulty)
  func fingerprintsDifferAndSurviveEdits(_ example: RuleExample) throws {
    let plain = example.rule.findings(on: try example.chart())
    let moved = example.rule.findings(on: try example.chart(prefix: "# moved\n# down\n\n"))
    #expect(plain.map(\.fingerprint) == moved.map(\.fingerprint), "\(example.place)")
    #expect(Set(plain.map(\.fingerprint)).count == plain.count, "\(example.place): two findings share a fingerprint")
    #expect(plain.allSatisfy { $0.fingerprint.wholeMatch(of: /[0-9a-f]{16}/) != nil })
    let lines = { (findings: [Finding]) in findings.flatMap { $0.places.map(\.line) } }
    #expect(lines(plain).map { $0 + 3 } == lines(moved), "\(example.place)")
  }
}
