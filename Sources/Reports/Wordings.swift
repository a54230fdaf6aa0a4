import RemitInspection
import RemitModel

// Words that several reports use.
extension Finding {
  /// Who allowed it to stand and why, such as “waived: reason”; nil for an open finding.
  func allowance(_ language: Language) -> String? {
    let zh = language == .chinese
    let (word, reason): (String, String)
    switch state {
    case .open: return nil
    case .waived(let why): (word, reason) = (zh ? "豁免" : "waived", why[language])
    case .suppressed(let why): (word, reason) = (zh ? "忽略" : "ignored", why[language])
    case .baselined: (word, reason) = (zh ? "已列入基线" : "in the baseline", "")
    }
    return reason.isEmpty ? word : word + (zh ? "：" : ": ") + reason
  }

  /// The message, and the suggested edit as a second line.
  func advice(_ language: Language) -> String {
    guard let suggestion else { return message[language] }
    return message[language] + "\n" + (language == .chinese ? "建议：" : "Suggestion: ") + suggestion[language]
  }
}

extension Severity {
  /// All, the worst first.
  static var worstFirst: [Severity] { allCases.reversed() }

  /// A number of findings: 错误 3, 3 errors.
  func count(_ number: Int, _ language: Language) -> String {
    language == .chinese ? "\(name.zh) \(number)" : "\(number) \(name.en)" + (number == 1 ? "" : "s")
  }
}

/// Numbers and counts as reports write them.
enum NumberText {
  /// A share from 0 to 1 with three decimals, cut off rather than rounded so that only the whole is 1.000.
  static func share(_ value: Double) -> String {
    let thousandths = Int(max(0, min(1, value)) * 1000 + 1e-9)
    let digits = String(thousandths % 1000)
    return "\(thousandths / 1000)." + String(repeating: "0", count: 3 - digits.count) + digits
  }

  /// A part of a whole in per cent with one decimal, cut off likewise.
  static func percent(_ part: Int, of whole: Int) -> String {
    guard whole > 0 else { return "–" }
    let tenths = part * 1000 / whole
    return "\(tenths / 10).\(tenths % 10)%"
  }
}
