import RemitInspection
import RemitModel
import RemitSource

/// Findings as a SARIF 2.1.0 log: one run for all charts, with every rule of the program.
///
/// A result's location is where to look and what it speaks of; its related locations are the links of the evidence, each
/// with a message that names it (a missing link stands at one of its ends). Waived and ignored findings are suppressed in
/// source, since the chart says so; baselined ones externally. The partial fingerprint `remit/v1` is the finding's.
struct FindingsSARIF {
  private let options: ReportOptions
  private let path: ReportPath
  private let text: EvidenceText
  private var language: Language { options.language }

  init(_ options: ReportOptions) {
    self.options = options
    path = ReportPath(folder: options.folder)
    text = EvidenceText(language: options.language)
  }

  func report(_ checked: [CheckedChart]) -> String {
    let rules = declared(checked)
    var indices: [String: Int] = [:]
    for (index, rule) in rules.enumerated() { indices[rule.code] = index }
    let tongue = language == .chinese ? "zh-CN" : "en-US"
    let driver = SARIF.Driver(
      version: options.version, semanticVersion: options.version, language: tongue, rules: rules.map(descriptor))
    let results = checked.flatMap { checked in
      checked.findings.compactMap { finding in indices[finding.code].map { result(finding, $0, checked) } }
    }
    let run = SARIF.Run(
      tool: SARIF.Tool(driver: driver), invocations: [SARIF.Invocation(executionSuccessful: true)], language: tongue,
      results: results)
    return JSONText.encode(SARIF.Log(runs: [run]))
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

  private func result(_ finding: Finding, _ index: Int, _ checked: CheckedChart) -> SARIF.Result {
    let state = finding.state == .baselined ? "unchanged" : "new"
    return SARIF.Result(
      ruleId: finding.code, ruleIndex: index, level: finding.severity.rawValue,
      message: SARIF.Message(text: finding.advice(language)),
      locations: [
        SARIF.Place(
          physicalLocation: finding.places.first.map(physical), logicalLocations: finding.subjects.map(logical))
      ],
      relatedLocations: related(finding),
      partialFingerprints: ["remit/v1": finding.fingerprint, "remit/chart/v1": checked.chart.key],
      suppressions: suppressions(finding), baselineState: checked.isCompared ? state : nil,
      properties: SARIF.Result.Properties(
        chart: checked.chart.key, defect: finding.defect.rawValue, clauses: finding.clauses.map(\.key),
        suggestion: finding.suggestion?[language]))
  }

  private func suppressions(_ finding: Finding) -> [SARIF.Suppression] {
    switch finding.state {
    case .open: []
    case .waived(let why), .suppressed(let why):
      [SARIF.Suppression(kind: "inSource", justification: why[language].isEmpty ? nil : why[language])]
    case .baselined: [SARIF.Suppression(kind: "external", justification: finding.allowance(language))]
    }
  }

  private func related(_ finding: Finding) -> [SARIF.Place] {
    let evidence = finding.evidence
    var places = (evidence.links + evidence.context).map { link in
      SARIF.Place(
        physicalLocation: (link.location ?? link.from.location ?? link.to.location ?? finding.places.first).map(
          physical),
        logicalLocations: [logical(link.from), logical(link.to)],
        message: SARIF.Message(text: text.lines([link]).joined()))
    }
    places += evidence.alone.map { subject in
      SARIF.Place(
        physicalLocation: (subject.location ?? finding.places.first).map(physical),
        logicalLocations: [logical(subject)],
        message: SARIF.Message(text: subject.name[language]))
    }
    for index in places.indices { places[index].id = index + 1 }
    return places
  }

  private func logical(_ subject: Subject) -> SARIF.LogicalLocation {
    SARIF.LogicalLocation(name: subject.name[language], fullyQualifiedName: subject.key, kind: subject.kind)
  }

  /// A cell of a workbook has no line: it is the file.
  private func physical(_ location: Location) -> SARIF.PhysicalLocation {
    let hasLine = location.sheet == nil && location.line > 0
    return SARIF.PhysicalLocation(
      artifactLocation: SARIF.PhysicalLocation.Artifact(uri: path.uri(location.path)),
      region: hasLine
        ? SARIF.PhysicalLocation.Region(
          startLine: location.line, startColumn: location.column > 0 ? location.column : nil) : nil)
  }
}
