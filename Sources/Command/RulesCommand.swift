import ArgumentParser
import RemitInspection
import RemitModel
import RemitReports
import RemitRules

/// `remit rules`: what the program looks for.
struct RulesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "rules", abstract: "List all rules.")

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json, markdown
  }

  @Option(name: .long, help: "text, json or markdown.")
  var format: Format = .text

  @OptionGroup var speech: SpeechOptions

  func run() throws {
    let reports = RuleReports(language: speech.language, colour: Console.wantsColour)
    switch format {
    case .text: Console.print(reports.list(Catalogue.rules))
    case .json: Console.print(reports.json(Catalogue.rules))
    case .markdown: Console.print(RuleReports.markdown(Catalogue.rules))
    }
  }
}

/// `remit explain`: one rule, with examples.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "explain", abstract: "Explain a rule.")

  @Argument(help: ArgumentHelp("A rule's code or name.", valueName: "RULE"))
  var rule: String

  @OptionGroup var speech: SpeechOptions

  func run() throws {
    guard let found = Catalogue.rule(rule) else { throw RuleName(word: rule).unknown(speech.language) }
    Console.print(RuleReports(language: speech.language, colour: Console.wantsColour).explain(found))
  }
}

/// A rule as a user names it.
struct RuleName {
  let word: String

  /// Tells the user that no rule has the name, and which is nearest.
  func unknown(_ language: Language) -> ExitCode {
    let known =
      Catalogue.rules.flatMap { [$0.code, $0.name] } + Rule.Family.allCases.map(\.rawValue)
      + Defect.allCases.map(\.rawValue)
    return Failure.usage(
      Localized(zh: "没有名为“\(word)”的规则", en: "no rule is called “\(word)”"),
      suggestion: Spelling.suggestion(for: word, among: known)
        ?? Localized(zh: "remit rules 列出所有规则", en: "remit rules lists them all"),
      language: language)
  }
}
