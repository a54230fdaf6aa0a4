import RemitInspection
import RemitModel

/// Findings as a SARIF 2.1.0 log: one run for all charts, with every rule of the program.
///
/// A result's location is where to look and what it speaks of; its related locations are the links of the evidence, each
/// with a message that names it (a missing link stands at one of its ends). Waived and ignored findings are suppressed in
/// source, since the chart says so; baselined ones externally. The partial fingerprint `remit/v1` is the finding's.
struct FindingsSARIF {
  private let options: ReportOptions
  let path: ReportPath
  let text: EvidenceText
  var language: Language { options.language }

  init(_ options: ReportOptions) {
    self.options = options
    path = ReportPath(folder: options.folder)
    text = EvidenceText(language: options.language)
  }

  func blocks(_ checked: [CheckedChart]) -> [[UInt8]] {
    let rules = declared(checked)
    var indices: [String: Int] = [:]
    for (index, rule) in rules.enumerated() { indices[rule.code] = index }
    let tongue = language == .chinese ? "zh-CN" : "en-US"
    let driver = SARIF.Driver(
      version: options.version, semanticVersion: options.version, language: tongue, rules: rules.map(descriptor))
    let run = SARIF.Run(
      tool: SARIF.Tool(driver: driver), invocations: [SARIF.Invocation(executionSuccessful: true)], language: tongue,
      results: [])
    return JSONText.encode(
      SARIF.Log(runs: [run]), key: "results", depth: 3, items: results(checked, indices))
  }

  /// The program's rules, and any others that ran.
  private func declared(_ checked: [CheckedChart]) -> [Rule] {
    var rules = options.rules
    var codes = Set(rules.map(\.code))
    for rule in checked.flatMap(\.rules) where codes.insert(rule.code).inserted { rules.append(rule) }
    return rules
  }

  private func descriptor(_ rule: Rule) -> SARIF.Descriptor {
    let zh = language == .chinese
    let parts = [
      (zh ? "是什么" : "What it finds", rule.explanation.what[language]),
      (zh ? "为什么" : "Why it matters", rule.explanation.why[language]),
      (zh ? "怎么办" : "What to do", rule.explanation.remedy[language]),
      (zh ? "出处" : "Where it comes from", rule.explanation.source[language]),
    ]
    return SARIF.Descriptor(
      id: rule.code, name: rule.name, shortDescription: SARIF.Message(text: rule.title[language]),
      fullDescription: SARIF.Message(text: rule.explanation.what[language]),
      help: SARIF.Message(
        text: parts.map { $0.0 + (zh ? "：" : ": ") + $0.1 }.joined(separator: "\n"),
        markdown: parts.map { "**\($0.0)**\n\n" + MarkdownText.paragraph($0.1) }.joined(separator: "\n\n")),
      defaultConfiguration: SARIF.Descriptor.Configuration(level: rule.severity.rawValue),
      properties: SARIF.Descriptor.Properties(
        tags: [rule.defect.rawValue, rule.family.rawValue], defect: rule.defect.rawValue,
        family: rule.family.rawValue))
  }
}
