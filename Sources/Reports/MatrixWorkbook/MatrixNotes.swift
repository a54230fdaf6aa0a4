import RemitInspection
import RemitModel
import RemitWorkbook

/// The findings as comments on cells tell them.
struct MatrixNotes {
  /// Findings that one comment tells of, and the letters of each; the list of findings has all.
  private static let most = (findings: 8, units: 1200)

  let findings: [Finding]
  let language: Language
  /// The sheet with the list.
  let listName: String

  private var zh: Bool { language == .chinese }

  /// A comment on some of the findings.
  func text(_ numbers: [Int]) -> String {
    var parts = numbers.prefix(Self.most.findings).map { text(findings[$0]) }
    let rest = numbers.count - parts.count
    if rest > 0 { parts.append(zh ? "另有 \(rest) 项，见“\(listName)”" : "\(rest) more; see “\(listName)”") }
    return parts.joined(separator: "\n\n")
  }

  private func text(_ finding: Finding) -> String {
    var lines = ["\(finding.code) \(finding.name) · \(finding.severity.name[language])"]
    lines.append(MatrixWords.lines(finding.message[language], limit: Self.most.units))
    if !finding.clauses.isEmpty { lines.append((zh ? "条款：" : "Clauses: ") + clauses(finding)) }
    if let suggestion = finding.suggestion {
      lines.append("→ " + MatrixWords.lines(suggestion[language], limit: Self.most.units))
    }
    return lines.joined(separator: "\n")
  }

  /// The clauses that a finding cites.
  func clauses(_ finding: Finding) -> String {
    let cited = finding.clauses.prefix(6).map { "\($0.regulation) \($0.number.citation[language])" }
    return MatrixWords.line(cited.joined(separator: zh ? "、" : ", ") + (finding.clauses.count > 6 ? "…" : ""))
  }

  /// A window that shows all of a text, in pixels.
  func box(_ text: String) -> (width: Int, height: Int) {
    let width = 320
    return (width, min(600, 24 + 15 * ColumnWidth.lines(of: text, width: Double(width / 7))))
  }
}
