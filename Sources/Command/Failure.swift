import ArgumentParser
import RemitIntake
import RemitModel
import RemitReports

/// Ways to stop with exit status 2, each after telling the user why.
enum Failure {
  /// What the user asked for cannot be done as asked.
  static func usage(_ message: Localized, suggestion: Localized? = nil, language: Language) -> ExitCode {
    var text = (language == .chinese ? "错误：" : "error: ") + TerminalText.safe(message[language], limit: 2000) + "\n"
    if let suggestion { text += "  " + TerminalText.safe(suggestion[language], limit: 500) + "\n" }
    Console.complain(text)
    return ExitCode(2)
  }

  /// The input cannot be used: all its problems, each with its place.
  static func input(_ problems: Problems, language: Language) -> ExitCode {
    var text = ""
    for problem in problems.problems {
      text += TerminalText.safe(problem.location.description) + ": " + (language == .chinese ? "错误：" : "error: ")
      text += TerminalText.safe(problem.message[language], limit: 2000) + "\n"
      if let suggestion = problem.suggestion {
        text += "  " + TerminalText.safe(suggestion[language], limit: 500) + "\n"
      }
    }
    let count = problems.problems.count
    text +=
      language == .chinese
      ? "输入不可用：\(count) 个问题\n" : "unusable input: \(count) problem" + (count == 1 ? "" : "s") + "\n"
    Console.complain(text)
    return ExitCode(2)
  }
}
