import RemitInspection
import RemitModel

/// All findings as a table for spreadsheets, one a row.
struct FindingsCSV {
  let language: Language

  func report(_ checked: [CheckedChart]) -> String {
    let rows = checked.flatMap { checked in ParallelText.map(checked.findings) { row($0, checked.chart) } }
    return CSVText.table([heads] + rows)
  }

  private var heads: [String] {
    language == .chinese
      ? [
        "责任图", "状态", "严重程度", "规则", "名称", "缺陷", "对象类型", "对象编号", "对象名称", "其他对象", "问题", "建议", "条款", "文件",
        "工作表", "行", "列", "理由", "指纹",
      ]
      : [
        "chart", "state", "severity", "code", "name", "defect", "kind", "id", "subject", "other subjects", "message",
        "suggestion", "clauses", "file", "sheet", "line", "column", "reason", "fingerprint",
      ]
  }

  private func row(_ finding: Finding, _ chart: Chart) -> [String] {
    let subject = finding.entities.first.map { Subject($0, in: finding.chart) }
    let place = finding.firstPlace
    let reason: String =
      switch finding.state {
      case .waived(let why), .suppressed(let why): why[language]
      case .open, .baselined: ""
      }
    func number(_ value: Int?) -> String { value.flatMap { $0 > 0 ? String($0) : nil } ?? "" }
    return [
      chart.key, finding.state.word, finding.severity.rawValue, finding.code, finding.name, finding.defect.rawValue,
      subject?.kind ?? "", subject?.id ?? "", subject?.name[language] ?? "",
      finding.entities.dropFirst().map(finding.key).joined(separator: "; "), finding.message[language],
      finding.suggestion?[language] ?? "", finding.clauses.map(\.key).joined(separator: "; "), place?.path ?? "",
      place?.sheet ?? "", number(place?.line), number(place?.column), reason, finding.fingerprint,
    ]
  }
}

/// CSV as this program writes it.
enum CSVText {
  /// RFC 4180, with a byte-order mark so that spreadsheets read it as UTF-8. Text that a spreadsheet could take for a
  /// formula gets an apostrophe in front.
  static func table(_ rows: [[String]]) -> String {
    "\u{FEFF}" + rows.map { $0.map(field).joined(separator: ",") + "\r\n" }.joined()
  }

  static func field(_ text: String) -> String {
    var text = text
    if let first = text.unicodeScalars.first, "=+-@\t\r".unicodeScalars.contains(first) { text = "'" + text }
    guard text.utf8.contains(where: { $0 == 0x2C || $0 == 0x22 || $0 == 0x0D || $0 == 0x0A }) else { return text }
    // By scalars, since a quotation mark with a combining mark after it is another `Character`.
    var quoted = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if scalar == "\"" { quoted.append(scalar) }
      quoted.append(scalar)
    }
    return "\"" + String(quoted) + "\""
  }
}
