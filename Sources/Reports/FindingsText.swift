import RemitInspection
import RemitModel

/// Findings for people: grouped by defect, each with its proof, place, clause and a suggested edit, and a summary.
public struct FindingsText: Sendable {
  private let language: Language
  private let ink: Ink
  private let limit: Int

  /// - Parameters:
  ///   - colour: whether to write escape sequences of terminals.
  ///   - limit: how many findings of each rule to show in full; nil for all.
  public init(language: Language, colour: Bool = false, limit: Int? = nil) {
    self.language = language
    ink = Ink(isOn: colour)
    self.limit = limit ?? .max
  }

  /// The whole report. O(length of the findings).
  public func report(_ findings: [Finding], on chart: Chart) -> String {
    report(CheckedChart(chart, findings: findings, rules: []))
  }

  /// The whole report. O(length of the findings), beside the facts that the summary asks for.
  public func report(_ checked: CheckedChart) -> String {
    var lines = heading(checked.chart)
    let open = checked.open
    for defect in Defect.allCases {
      let group = open.filter { $0.defect == defect }
      guard !group.isEmpty else { continue }
      lines.append("")
      lines.append(ink.bold("\(defect.title[language]) (\(group.count))"))
      lines += limited(group.sorted(by: Self.severeFirst), describe)
    }
    lines += allowed(checked.findings.filter { $0.state != .open })
    lines.append("")
    lines += SummaryText(language: language, ink: ink).lines(Summary(checked))
    return lines.joined(separator: "\n") + "\n"
  }

  /// What is told of each finding up to the limit of its rule, and how many more there are where it is passed.
  private func limited(_ findings: [Finding], _ tell: @Sendable (Finding) -> [String]) -> [String] {
    var shown: [String: Int] = [:]
    let numbers = findings.map { finding in
      let number = shown[finding.code, default: 0]
      shown[finding.code] = number + 1
      return number
    }
    let all = zip(findings, numbers)
    var told = ParallelText.map(all.filter { $0.1 < limit }.map(\.0)) { finding in
      tell(finding).joined(separator: "\n")
    }[...]
    var lines: [String] = []
    for (finding, number) in all {
      if number < limit {
        lines.append(told.removeFirst())
      } else if number == limit {
        let more = findings.count { $0.code == finding.code } - limit
        lines.append(
          "  "
            + ink.faint(
              say(zh: "…另有 \(more) 条 \(finding.code)", en: "… and \(more) more of \(finding.code)")
                + " \(finding.name)"))
      }
    }
    return lines
  }

  private static func severeFirst(_ a: Finding, _ b: Finding) -> Bool {
    a.severity != b.severity ? a.severity > b.severity : Finding.precedes(a, b)
  }

  private func heading(_ chart: Chart) -> [String] {
    var line = ink.bold(TerminalText.safe(chart.title[language])) + "  " + TerminalText.safe(chart.key)
    if let day = chart.asOf, chart.origin == .chart {
      line += say(zh: "  截至 \(day)", en: "  as of \(day)")
    }
    let against = chart.origin == .chart ? chart.regulations.map { TerminalText.safe($0.title[language]) } : []
    return [line] + against.map { say(zh: "对照 ", en: "against ") + $0 }
  }

  private func describe(_ finding: Finding) -> [String] {
    var lines = [
      "  " + severity(finding.severity) + " " + ink.bold(finding.code) + " " + finding.name + "  "
        + ink.cyan(TerminalText.safe(finding.firstKey, limit: 80))
    ]
    lines.append("    " + TerminalText.safe(finding.message[language], limit: 600))
    let text = EvidenceText(language: language)
    lines += field(zh: "证据", en: "proof", text.lines(of: finding), limit: 8)
    lines += field(zh: "相关", en: "beside", text.lines(finding.context, in: finding.chart), limit: 4)
    lines += field(zh: "位置", en: "place", finding.places.prefix(3).map { TerminalText.safe($0.description) })
    if !finding.clauses.isEmpty { lines += field(zh: "条款", en: "clause", [citation(finding.clauses)]) }
    if let suggestion = finding.suggestion {
      lines += field(zh: "建议", en: "mend", [TerminalText.safe(suggestion[language], limit: 600)])
    }
    return lines
  }

  private func severity(_ severity: Severity) -> String {
    let name = severity.name[language]
    switch severity {
    case .error: return ink.red(name)
    case .warning: return ink.yellow(name)
    case .note: return ink.faint(name)
    }
  }

  /// Clauses as people cite them, the regulation's id in front once.
  private func citation(_ clauses: [CitedClause]) -> String {
    var text = ""
    var regulation = ""
    for clause in clauses {
      if clause.regulation != regulation {
        text += (text.isEmpty ? "" : "; ") + TerminalText.safe(clause.regulation) + " "
        regulation = clause.regulation
      } else {
        text += say(zh: "、", en: ", ")
      }
      text += clause.number.citation[language]
    }
    return text
  }

  private func field(zh: String, en: String, _ values: [String], limit: Int = .max) -> [String] {
    guard !values.isEmpty else { return [] }
    let label = say(zh: zh, en: en)
    let indent = "    "
    let width = language == .chinese ? 6 : 8
    var shown = Array(values.prefix(limit))
    if values.count > limit {
      shown.append(say(zh: "…另有 \(values.count - limit) 条", en: "… and \(values.count - limit) more"))
    }
    return shown.enumerated().map { index, value in
      indent + ink.faint(TerminalText.padded(index == 0 ? label : "", to: width)) + value
    }
  }

  /// Waived and suppressed findings: listed, not hidden.
  private func allowed(_ findings: [Finding]) -> [String] {
    guard !findings.isEmpty else { return [] }
    var lines = ["", ink.bold(say(zh: "已豁免或忽略 (\(findings.count))", en: "Waived or ignored (\(findings.count))"))]
    lines += limited(findings, allowed)
    return lines
  }

  private func allowed(_ finding: Finding) -> [String] {
    let reason: Localized
    let word: String
    switch finding.state {
    case .waived(let why):
      reason = why
      word = say(zh: "豁免", en: "waived")
    case .suppressed(let why):
      reason = why
      word = say(zh: "忽略", en: "ignored")
    case .baselined:
      reason = Localized("")
      word = say(zh: "基线", en: "baselined")
    case .open: return []
    }
    return [
      "  \(word) \(finding.code) \(finding.name)  " + TerminalText.safe(finding.firstKey, limit: 80)
        + ink.faint("  " + TerminalText.safe(reason[language]))
    ]
  }

  private func say(zh: String, en: String) -> String { language == .chinese ? zh : en }
}
