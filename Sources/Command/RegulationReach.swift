import RemitIntake
import RemitModel

/// Whether a chart that is written somewhere finds its regulations from there.
struct RegulationReach {
  /// Where readers will find the chart, and how the user wrote that.
  let chartPath: String
  let output: String

  /// How to check the written chart, where it would not be checked against this regulation by itself; else nil.
  func note(on regulation: Regulation) -> Localized? {
    guard let path = regulation.sources.documents.first?.path else { return nil }
    var options = ChartReader.Options()
    options.against = [regulation.key]
    let found = try? ChartReader(options: options).read(text: "chart: chart\n", path: chartPath)
    let other = found?.regulations.first?.sources.documents.first?.path
    if let other, FileIdentity(other) == FileIdentity(path) { return nil }
    return Localized(
      zh: "从 \(output) 找到的法规 \(regulation.key) \(other.map { "是 \($0)" } ?? "没有")；检查时写上 --against \(path)",
      en: "from \(output) the regulation \(regulation.key) \(other.map { "is \($0)" } ?? "is not found"); "
        + "check with --against \(path)")
  }
}
