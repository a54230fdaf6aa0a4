import Foundation
import RemitInspection
import RemitIntake
import RemitRules
import Testing

/// Whole charts: those named `faulty-…` say with `# expect:` marks all that is found in them, those named `normal-…` show
/// arrangements that are usual and right, and must stay silent.
@Suite struct ChartTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Charts")

  private static let names: [String] = {
    let all = (try? FileManager.default.contentsOfDirectory(atPath: folder.path(percentEncoded: false))) ?? []
    return all.filter { $0.hasSuffix(".yaml") }.sorted()
  }()

  private static func findings(in name: String) throws -> [Finding] {
    let chart = try ChartReader(options: .init()).read(path: folder.appending(path: name).path(percentEncoded: false))
    return Inspector(rules: Catalogue.rules).inspect(chart).filter { $0.state == .open }
  }

  @Test(arguments: names.filter { $0.hasPrefix("normal-") })
  func normalChartIsSilent(_ name: String) throws {
    let found = try Self.findings(in: name).map { "\($0.mark): \($0.message.en)" }
    #expect(found.isEmpty, "\(name): \(found.joined(separator: "\n"))")
  }

  @Test(arguments: names.filter { $0.hasPrefix("faulty-") })
  func faultyChartIsFoundAsMarked(_ name: String) throws {
    let text = try String(contentsOf: Self.folder.appending(path: name), encoding: .utf8)
    let expected = Rule.Example(text).marks()
    let found = try Self.findings(in: name).map(\.mark)
    #expect(!expected.isEmpty)
    #expect(found.sorted() == expected.sorted(), "\(name): found beside the marks, and marked but not found")
  }

  /// Every rule finds something in a chart beyond its own examples.
  @Test func everyRuleFindsSomethingInAWholeChart() throws {
    let shipped = Self.folder.deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Graphs")
    var found: Set<String> = []
    for name in Self.names where name.hasPrefix("faulty-") { found.formUnion(try Self.findings(in: name).map(\.code)) }
    for path in ["charts/example-county-reorganized.yaml", "regulations/eco-protection-2025-as-printed.yaml"] {
      let chart = try ChartReader(options: .init()).read(
        path: shipped.appending(path: path).path(percentEncoded: false))
      found.formUnion(Inspector(rules: Catalogue.rules).inspect(chart).map(\.code))
    }
    let missing = Catalogue.rules.map(\.code).filter { !found.contains($0) }
    #expect(missing.isEmpty, "found in no whole chart: \(missing)")
  }
}
