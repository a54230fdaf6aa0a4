import RemitIntake
import RemitModel
import RemitReports

/// What the reader of a chart noticed, for standard error.
enum Notices {
  /// More are only counted.
  private static let most = 20

  static func tell(_ notices: [Problem], _ language: Language) {
    var text = ""
    for notice in notices.prefix(most) {
      text += TerminalText.safe(notice.location.description) + (language == .chinese ? ": 提示：" : ": note: ")
      text += TerminalText.safe(notice.message[language], limit: 2000) + "\n"
    }
    let rest = notices.count - most
    if rest > 0 { text += language == .chinese ? "还有 \(rest) 条提示\n" : "\(rest) more notes\n" }
    if !text.isEmpty { Console.complain(text) }
  }
}
