import RemitInspection
import RemitModel

/// What is told of the rules themselves.
public struct RuleReports: Sendable {
  let language: Language
  let ink: Ink

  /// Texts are written in the language, with colours of terminals if wanted.
  public init(language: Language, colour: Bool = false) {
    self.language = language
    ink = Ink(isOn: colour)
  }

  /// A table for a terminal.
  public func list(_ rules: [Rule]) -> String {
    let width = rules.map(\.name.count).max() ?? 0
    let lines = rules.map { rule in
      ink.bold(rule.code) + "  " + TerminalText.padded(rule.name, to: width) + "  "
        + TerminalText.padded(rule.defect.title[language], to: language == .chinese ? 10 : 12) + "  "
        + TerminalText.padded(rule.severity.name[language], to: language == .chinese ? 4 : 7) + "  "
        + rule.title[language]
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// A table of Markdown in both languages, as the README holds it.
  public static func markdown(_ rules: [Rule]) -> String {
    let head = "| code | name | defect | severity | what it finds | 中文 |\n| --- | --- | --- | --- | --- | --- |\n"
    return head
      + rules.map { rule in
        "| \(rule.code) | \(rule.name) | \(rule.defect.rawValue) | \(rule.severity.rawValue) | \(rule.title.en) "
          + "| \(rule.title.zh) |\n"
      }.joined()
  }

  /// The rules as a JSON array: `code`, `name`, `family`, `defect`, `severity`, `scope` (charts, regulations or both),
  /// `title`, `what`, `why`, `remedy`, `source` and `settings` (each `key`, `title`, `default`, `minimum`, `maximum`).
  public func json(_ rules: [Rule]) -> String {
    JSONText.encode(rules.map { RuleItem($0, language) })
  }

  /// Everything that is told of one rule, under fixed headings, with its examples.
  public func explain(_ rule: Rule) -> String {
    let zh = language == .chinese
    var lines = [
      ink.bold("\(rule.code) \(rule.name)") + "  " + rule.title[language],
      "\(rule.defect.title[language]) · \(rule.family.title[language]) · \(rule.severity.name[language])",
    ]
    let sections = [
      (zh ? "是什么" : "What it finds", rule.explanation.what), (zh ? "为什么" : "Why it matters", rule.explanation.why),
      (zh ? "怎么办" : "What to do", rule.explanation.remedy),
      (zh ? "出处" : "Where it comes from", rule.explanation.source),
    ]
    for (heading, text) in sections {
      lines += ["", ink.bold(heading)] + Matrix.wrap(text[language], to: 96).map { "  " + $0 }
    }
    if !rule.settings.isEmpty { lines += ["", ink.bold(zh ? "阈值" : "Settings")] }
    for setting in rule.settings {
      let range = "\(Self.number(setting.range.lowerBound))–\(Self.number(setting.range.upperBound))"
      lines.append("  \(setting.key) = \(Self.number(setting.standard))  (\(range))  \(setting.title[language])")
    }
    for (heading, examples) in [(zh ? "有问题的例子" : "Faulty", rule.faulty), (zh ? "没问题的例子" : "Clean", rule.clean)] {
      guard let example = examples.first else { continue }
      lines += ["", ink.bold(heading)]
      lines += example.text.split(separator: "\n", omittingEmptySubsequences: false).map { "  " + $0 }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// A threshold without a needless fraction.
  private static func number(_ value: Double) -> String {
    value == value.rounded() && abs(value) < 1e9 ? String(Int(value)) : String(value)
  }
}

private struct RuleItem: Encodable {
  struct SettingItem: Encodable {
    let key: String
    let title: String
    let `default`: Double
    let minimum: Double
    let maximum: Double
  }

  let code: String
  let name: String
  let family: String
  let defect: String
  let severity: String
  let scope: String
  let title: String
  let what: String
  let why: String
  let remedy: String
  let source: String
  let settings: [SettingItem]

  init(_ rule: Rule, _ language: Language) {
    code = rule.code
    name = rule.name
    family = rule.family.rawValue
    defect = rule.defect.rawValue
    severity = rule.severity.rawValue
    scope = rule.scope.rawValue
    title = rule.title[language]
    what = rule.explanation.what[language]
    why = rule.explanation.why[language]
    remedy = rule.explanation.remedy[language]
    source = rule.explanation.source[language]
    settings = rule.settings.map {
      SettingItem(
        key: $0.key, title: $0.title[language], default: $0.standard, minimum: $0.range.lowerBound,
        maximum: $0.range.upperBound)
    }
  }
}
