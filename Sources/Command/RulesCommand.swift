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

/// `remit explain`: one rule, with examples, or a number of the summary.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "Explain a rule, or a number of the summary.")

  @Argument(
    help: ArgumentHelp("A rule's code or name, or coverage, krackhardt or one of its dimensions.", valueName: "RULE"))
  var rule: String

  @OptionGroup var speech: SpeechOptions

  func run() throws {
    let reports = RuleReports(language: speech.language, colour: Console.wantsColour)
    if let found = Catalogue.rule(rule) {
      Console.print(reports.explain(found))
    } else if let topic = Topic.named(rule) {
      Console.print(reports.explain(topic))
    } else {
      throw RuleName(word: rule).unknown(speech.language, beside: Topic.all.flatMap(\.names))
    }
  }
}

/// A rule as a user names it.
struct RuleName {
  let word: String

  /// Tells the user that no rule has the name, and which is nearest.
  func unknown(_ language: Language, beside topics: [String] = []) -> ExitCode {
    let known =
      Catalogue.rules.flatMap { [$0.code, $0.name] } + Rule.Family.allCases.map(\.rawValue)
      + Defect.allCases.map(\.rawValue) + topics
    return Failure.usage(
      Localized(zh: "没有名为“\(word)”的规则", en: "no rule is called “\(word)”"),
      suggestion: Spelling.suggestion(for: word, among: known)
        ?? Localized(zh: "remit rules 列出所有规则", en: "remit rules lists them all"),
      language: language)
  }
}
