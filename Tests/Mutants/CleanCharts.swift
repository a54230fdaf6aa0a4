import Foundation

/// The charts in the repository that lack nothing, by path: what mutations are applied to.
package enum CleanCharts {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// The clean shipped charts, the sound regulation, and the tests' charts of normal arrangements.
  package static var paths: [String] {
    let shipped = [
      "Graphs/charts/example-county.yaml", "Graphs/charts/example-province.yaml",
      "Graphs/charts/example-company.yaml", "Graphs/regulations/eco-protection-2025.yaml",
    ].map { root.appending(path: $0).path(percentEncoded: false) }
    let folder = root.appending(path: "Tests/RulesTests/Charts").path(percentEncoded: false)
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return shipped
      + names.filter { $0.hasPrefix("normal-") && $0.hasSuffix(".yaml") }.sorted().map { folder + "/" + $0 }
  }
}
