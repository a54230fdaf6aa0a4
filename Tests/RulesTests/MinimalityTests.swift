import RemitInspection
import RemitModel
import RemitRules
import Testing

/// A proof is minimal: without any part of it, or with any link that it misses, its finding is gone.
@Suite struct MinimalityTests {
  @Test(arguments: RuleExample.faulty)
  func everyPartOfAProofIsNeeded(_ example: RuleExample) throws {
    let chart = try example.chart()
    let rule = example.rule
    for finding in rule.findings(on: chart) {
      let note = "\(example.place): \(finding.mark)"
      let identity = Self.identity(of: finding)
      func expectGone(_ part: String, _ edit: () throws -> Chart) {
        do {
          let rest = rule.findings(on: try edit()).map(Self.identity)
          #expect(!rest.contains(identity), "\(note): stays \(part); move that to the context, or tighten the example")
        } catch {
          Issue.record("\(note): \(part): \(error)")
        }
      }
      for link in finding.evidence.links {
        if link.present {
          expectGone("without \(Self.text(link))") { try Surgery.removing(link, from: chart) }
        } else {
          expectGone("with the missing \(Self.text(link))") { try Surgery.adding(link, to: chart) }
        }
      }
      for part in finding.evidence.alone {
        expectGone("without \(part.key)") { Surgery.removing(part.entity, from: chart) }
      }
    }
  }

  /// In charts of real size a fault may have several causes, so that taking one away need not mend it; but what a proof
  /// shows must be there to be taken away, and what it misses must be something that a chart can say.
  @Test(arguments: Shipped.all)
  func everyLinkIsThereOrCanBeAdded(_ shipped: Shipped) throws {
    let chart = try shipped.chart()
    for finding in Inspector(rules: Catalogue.rules).inspect(chart) {
      for link in finding.evidence.links + finding.evidence.context {
        do {
          _ = try link.present ? Surgery.removing(link, from: chart) : Surgery.adding(link, to: chart)
        } catch {
          Issue.record("\(shipped.path): \(finding.mark): \(Self.text(link)): \(error)")
        }
      }
    }
  }

  /// What is asked above means something only if a chart survives being thawed and frozen.
  @Test(arguments: RuleExample.faulty)
  func thawingChangesNothing(_ example: RuleExample) throws {
    let chart = try example.chart()
    #expect(example.rule.findings(on: Surgery.nothing(to: chart)) == example.rule.findings(on: chart))
  }

  /// A finding as it is known again after an edit. What is taken away loses its id but keeps its row, except in tables
  /// from which rows vanish.
  private static func identity(of finding: Finding) -> String {
    let subjects = finding.subjects.map { subject in
      switch subject.entity {
      case .jurisdiction, .organization, .post, .person, .duty, .conflict, .role: "\(subject.entity)"
      case .oversight, .waiver, .suppression, .clause: subject.key
      }
    }
    return ([finding.code] + subjects + [finding.detail]).joined(separator: " ")
  }

  private static func text(_ link: EvidenceLink) -> String {
    "\(link.from.key) \(link.bond.label.en) \(link.to.key)"
  }
}
