import RemitInspection
import RemitModel
import RemitSource

/// Open findings as a Code Quality report, which GitLab shows in merge requests: a JSON array of objects with
/// `description`, `check_name`, `fingerprint`, `severity` (info, minor, major) and `location`.
struct FindingsGitLab {
  private struct Issue: Encodable {
    struct Place: Encodable {
      struct Lines: Encodable {
        let begin: Int
      }

      let path: String
      let lines: Lines
    }

    let description: String
    let check_name: String
    let fingerprint: String
    let severity: String
    let location: Place
  }

  private let language: Language
  private let path: ReportPath

  init(_ options: ReportOptions) {
    language = options.language
    path = ReportPath(folder: options.folder)
  }

  func report(_ checked: [CheckedChart]) -> String {
    var prints: Set<String> = []
    var issues: [Issue] = []
    for checked in checked {
      for finding in checked.open {
        issues.append(issue(finding, of: checked.chart, Self.unique(finding, of: checked.chart, &prints)))
      }
    }
    return JSONText.encode(issues)
  }

  private func issue(_ finding: Finding, of chart: Chart, _ fingerprint: String) -> Issue {
    let severity =
      switch finding.severity {
      case .error: "major"
      case .warning: "minor"
      case .note: "info"
      }
    let place = finding.firstPlace
    let file = place?.path ?? chart.sources.documents.first?.path ?? chart.key
    return Issue(
      description: "\(finding.code) " + finding.message[language], check_name: finding.name, fingerprint: fingerprint,
      severity: severity,
      location: Issue.Place(
        path: path.relative(file), lines: Issue.Place.Lines(begin: max(1, place?.sheet == nil ? place?.line ?? 1 : 1))))
  }

  /// The finding's fingerprint with the chart's id mixed in, since two charts may have posts of one id; a chart that is
  /// given twice gets others the second time.
  private static func unique(_ finding: Finding, of chart: Chart, _ seen: inout Set<String>) -> String {
    var round = 0
    while true {
      var hash: UInt64 = 0xcbf2_9ce4_8422_2325
      for byte in "\(chart.key)\u{0}\(finding.fingerprint)\u{0}\(round)".utf8 {
        hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3
      }
      let digits = String(hash, radix: 16)
      let print = finding.fingerprint + String(repeating: "0", count: 16 - digits.count) + digits
      if seen.insert(print).inserted { return print }
      round += 1
    }
  }
}
