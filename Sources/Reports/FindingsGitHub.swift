import RemitInspection
import RemitModel
import RemitSource

/// Open findings as workflow commands, which GitHub shows as annotations beside the lines of the chart:
/// `::error file=…,line=…,col=…,title=…::message`. The worst come first, since GitHub shows only so many.
struct FindingsGitHub {
  private let language: Language
  private let path: ReportPath

  init(_ options: ReportOptions) {
    language = options.language
    path = ReportPath(folder: options.folder)
  }

  func report(_ checked: [CheckedChart]) -> String {
    let open = checked.flatMap(\.open)
    return Severity.worstFirst.flatMap { severity in ParallelText.map(open.filter { $0.severity == severity }, command)
    }.joined()
  }

  private func command(_ finding: Finding) -> String {
    let word =
      switch finding.severity {
      case .error: "error"
      case .warning: "warning"
      case .note: "notice"
      }
    var properties: [(String, String)] = []
    if let place = finding.firstPlace {
      properties.append(("file", path.relative(place.path)))
      if place.sheet == nil, place.line > 0 {
        properties.append(("line", String(place.line)))
        if place.column > 0 { properties.append(("col", String(place.column))) }
      }
    }
    properties.append(("title", "\(finding.code) \(finding.name)"))
    let list = properties.map { $0 + "=" + Self.property($1) }.joined(separator: ",")
    // Line breaks of names are shown as such; only the one before the suggestion is real.
    var lines = [TerminalText.safe(finding.message[language], limit: 2000)]
    if let suggestion = finding.suggestion {
      lines.append(
        (language == .chinese ? "建议：" : "Suggestion: ") + TerminalText.safe(suggestion[language], limit: 2000))
    }
    return "::\(word) \(list)::\(Self.data(lines.joined(separator: "\n")))\n"
  }

  /// The text after the second `::`.
  private static func data(_ text: String) -> String {
    escaped(text) { scalar in
      switch scalar {
      case "%": "%25"
      case "\r": "%0D"
      case "\n": "%0A"
      default: nil
      }
    }
  }

  /// The value of a property, which a comma or colon would end.
  private static func property(_ text: String) -> String {
    escaped(text) { scalar in
      switch scalar {
      case "%": "%25"
      case "\r": "%0D"
      case "\n": "%0A"
      case ":": "%3A"
      case ",": "%2C"
      default: nil
      }
    }
  }

  /// By scalars, since a line break of two characters is one `Character`.
  private static func escaped(_ text: String, _ escape: (Unicode.Scalar) -> String?) -> String {
    if !text.utf8.contains(where: { "%\r\n:,".utf8.contains($0) }) { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if let sequence = escape(scalar) {
        result.append(contentsOf: sequence.unicodeScalars)
      } else {
        result.append(scalar)
      }
    }
    return String(result)
  }
}
