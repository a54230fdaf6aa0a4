import RemitInspection
import RemitIntake
import RemitModel
import RemitSource

/// Reads the document of a settings file and binds its words to rules, thresholds and places.
struct YAMLSettingsReader {
  /// By code and by name.
  private let rulesByWord: [String: Rule]
  private let words: WordReader
  private let forms: (file: Form, scope: Form, table: Form)
  private let choices: [(String, String)]
  /// The ids of the charts' places, first those of the first chart; nil where there are no charts to ask.
  private let places: (jurisdictions: Places, organizations: Places)?

  private var log: ProblemLog { words.log }

  init(rules: [Rule], charts: [Chart], words: WordReader) {
    rulesByWord = Dictionary(rules.flatMap { [($0.code, $0), ($0.name, $0)] }) { first, _ in first }
    self.words = words
    let table = Form.rules(rules)
    forms = (.settings(rules), .scope(table), table)
    choices = Form.Vocabulary.choices(of: rules).words.map { ($0.word, $0.word) }
    places =
      charts.isEmpty
      ? nil
      : (
        Places(charts.flatMap(\.jurisdictions.key.values), Localized(zh: "行政区", en: "jurisdiction")),
        Places(charts.flatMap(\.organizations.key.values), Localized(zh: "单位", en: "organization"))
      )
  }

  func read(_ root: YAMLValue) -> Settings {
    var settings = Settings()
    guard let fields = YAMLFields(root, forms.file, words: words) else { return settings }
    settings.select = chosen("select", fields)
    settings.ignore = chosen("ignore", fields)
    settings.failOn =
      fields.text("fail-on").flatMap {
        words.word($0, of: Self.severity, among: Severity.allCases.map { ($0.rawValue, $0) })
      } ?? settings.failOn
    settings.rules = fields["rules"].map(adjustments) ?? [:]
    settings.within = fields.rows("within", scopes).flatMap { $0 }
    return settings
  }

  private static let severity = Localized(zh: "严重程度", en: "severity")
  private static let choice = Localized(zh: "规则、门类或缺陷", en: "rule, family or defect")
  private static let weights: [(String, Settings.Adjustment.Weight)] =
    [("off", .off)] + Severity.allCases.map { ($0.rawValue, .severity($0)) }

  private func chosen(_ key: String, _ fields: YAMLFields) -> [String] {
    fields.texts(key).compactMap { words.word($0, of: Self.choice, among: choices) }
  }

  // MARK: Rules

  /// What is set of rules, by code.
  private func adjustments(_ value: YAMLValue) -> [String: Settings.Adjustment] {
    guard let fields = YAMLFields(value, forms.table, words: words) else { return [:] }
    var result: [String: Settings.Adjustment] = [:]
    var written: [String: YAMLValue] = [:]
    for (word, value) in fields.present {
      guard let rule = rulesByWord[word] else { continue }
      if let other = written.updateValue(value, forKey: rule.code) { reportTwice(rule, other, value) }
      result[rule.code] = adjustment(value, of: rule)
    }
    return result
  }

  private func adjustment(_ value: YAMLValue, of rule: Rule) -> Settings.Adjustment {
    guard value.kind == .mapping else { return Settings.Adjustment(weight: short(value)) }
    var adjustment = Settings.Adjustment()
    guard let fields = YAMLFields(value, .rule(rule), words: words) else { return adjustment }
    adjustment.weight = fields.text("severity").flatMap(weight)
    for setting in rule.settings {
      adjustment.thresholds[setting.key] = fields.text(setting.key).flatMap { words.number($0, in: setting.range) }
    }
    return adjustment
  }

  /// The short form: a severity alone.
  private func short(_ value: YAMLValue) -> Settings.Adjustment.Weight? {
    if let text = value.text { return weight(Sourced(text, at: value.place)) }
    log.report(
      at: value.place,
      Localized(
        zh: "这里是列表；应为严重程度，或 {severity: …} 和阈值",
        en: "found a list; expected a severity, or {severity: …} with thresholds"))
    return nil
  }

  private func weight(_ text: Sourced<String>) -> Settings.Adjustment.Weight? {
    words.word(text, of: Self.severity, among: Self.weights)
  }

  private func reportTwice(_ rule: Rule, _ code: YAMLValue, _ name: YAMLValue) {
    let (first, second) = code.place < name.place ? (code, name) : (name, code)
    let line = first.place.line
    log.report(
      at: second.place,
      Localized(
        zh: "规则 \(rule.code) 即 \(rule.name)，第 \(line) 行已经设置；应只用代码或名称写一次",
        en: "the rule \(rule.code) is \(rule.name), which line \(line) already sets; expected it once, by code or name")
    )
  }

  // MARK: Scopes

  /// An entry's scopes: one for each of its places.
  private func scopes(_ value: YAMLValue) -> [Settings.Scope]? {
    guard let fields = YAMLFields(value, forms.scope, words: words) else { return nil }
    let jurisdictions = fields.ids("jurisdiction")
    let organizations = fields.ids("organization")
    let adjustments = fields["rules"].map(adjustments)
    if adjustments == nil { fields.reportMissing("rules") }
    switch (fields["jurisdiction"], fields["organization"]) {
    case (nil, nil):
      log.report(
        at: fields.place,
        Localized(
          zh: "没有写明在哪里生效；应有 jurisdiction 或 organization",
          en: "says not where it holds; expected a jurisdiction or an organization"))
    case (_?, let other?):
      log.report(
        at: other.place,
        Localized(
          zh: "jurisdiction 和 organization 只应写其一",
          en: "both a jurisdiction and an organization; expected only one of them"))
    default: break
    }
    places?.jurisdictions.check(jurisdictions, log)
    places?.organizations.check(organizations, log)
    return jurisdictions.map { Settings.Scope(.jurisdiction($0.value), rules: adjustments ?? [:]) }
      + organizations.map { Settings.Scope(.organization($0.value), rules: adjustments ?? [:]) }
  }
}

/// The ids of one kind of place in the charts that are checked.
private struct Places {
  private let ids: Set<String>
  private let ordered: [String]
  private let noun: Localized

  init(_ ids: [String], _ noun: Localized) {
    ordered = ids
    self.ids = Set(ids)
    self.noun = noun
  }

  /// Reports those that no chart has.
  func check(_ named: [Sourced<String>], _ log: ProblemLog) {
    for name in named where !ids.contains(name.value) {
      log.report(
        at: name.place,
        Localized(
          zh: "所检查的责任图里没有 id 为 \(quoted(name.value)) 的\(noun.zh)",
          en: "the charts that are checked have no \(noun.en) with the id \(quoted(name.value))"),
        suggestion: log.suggestion(for: name.value, among: ordered))
    }
  }
}
