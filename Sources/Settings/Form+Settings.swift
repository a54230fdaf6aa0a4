import RemitInspection
import RemitIntake
import RemitModel

extension Form {
  /// A settings file, for some rules.
  static func settings(_ rules: [Rule]) -> Form {
    let choice = Value.oneOrMore(.word(.choices(of: rules)), unique: false)
    let table = Form.rules(rules)
    return Form(
      "settings", Localized(zh: "设置文件", en: "settings file"),
      [
        Key(
          "select", choice,
          Localized(zh: "只用这些规则：代码、名称、门类或缺陷", en: "only these rules: codes, names, families or defects")),
        Key(
          "ignore", choice,
          Localized(zh: "不用这些规则：代码、名称、门类或缺陷", en: "not these rules: codes, names, families or defects")),
        Key(
          "fail-on", .word(.severity),
          Localized(zh: "从哪一级起检查不通过，默认 error", en: "the least severity that makes a check fail; error by default")),
        Key(
          "rules", .mapping(table),
          Localized(zh: "各规则的严重程度和阈值，按代码或名称", en: "severity and thresholds of rules, by code or name")),
        Key(
          "within", .rows(scope(table)),
          Localized(
            zh: "只在某个行政区或单位及其下属生效的设置；小范围优先，单位先于行政区，后写的优先",
            en:
              "what holds in a place or body and all below it; the smaller goes first, a body before a place, the later of two"
          )),
      ])
  }

  /// What holds in a part of the chart.
  static func scope(_ table: Form) -> Form {
    Form(
      "scope", Localized(zh: "范围设置", en: "scope"),
      [
        Key("jurisdiction", .oneOrMore(.id, atLeastOne: true), Localized(zh: "行政区", en: "the place, or several")),
        Key("organization", .oneOrMore(.id, atLeastOne: true), Localized(zh: "单位", en: "the body, or several")),
        Key(
          "rules", .mapping(table), required: true,
          Localized(zh: "各规则的严重程度和阈值", en: "severity and thresholds of rules")),
      ], atLeastOneOf: ["jurisdiction", "organization"], atMostOneOf: ["jurisdiction", "organization"])
  }

  /// The table of rules, each under its code and its name.
  static func rules(_ rules: [Rule]) -> Form {
    func key(_ word: KeyPath<Rule, String>) -> (Rule) -> Key {
      { Key($0[keyPath: word], .wordOrMapping(.weight, rule($0)), $0.title) }
    }
    return Form(
      "rules", Localized(zh: "规则表", en: "table of rules"), rules.map(key(\.code)) + rules.map(key(\.name)))
  }

  /// What is set of one rule.
  static func rule(_ rule: Rule) -> Form {
    let severity = Key(
      "severity", .word(.weight),
      Localized(
        zh: "严重程度，默认 \(rule.severity.rawValue)；off 为不用", en: "\(rule.severity.rawValue) by default; off: not at all"))
    return Form(
      rule.code, Localized(zh: "\(rule.code) 的设置", en: "setting of \(rule.code)"),
      [severity] + rule.settings.map { Key($0.key, .number($0.range, standard: $0.standard), $0.title) })
  }
}

extension Form.Vocabulary {
  static let severity = Form.Vocabulary("severity", Severity.allCases.map { ($0.rawValue, nil) })

  static let weight = Form.Vocabulary("weight", [("off", nil)] + Severity.allCases.map { ($0.rawValue, nil) })

  /// What may choose rules.
  static func choices(of rules: [Rule]) -> Form.Vocabulary {
    let groups = Rule.Family.allCases.map(\.rawValue) + Defect.allCases.map(\.rawValue)
    return Form.Vocabulary("choice", (groups + rules.map(\.code) + rules.map(\.name)).map { ($0, nil) })
  }
}

extension JSONSchema {
  /// The schema of settings files for some rules.
  package func settings(_ rules: [Rule]) -> JSONValue {
    schema(of: .settings(rules), title: Localized(zh: "Remit 设置", en: "Remit settings"))
  }
}
