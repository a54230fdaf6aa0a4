import RemitModel

/// What users choose of the rules: which run, and their thresholds.
public struct Settings: Sendable {
  /// Codes, names, families or defects to run; empty for all.
  public var select: [String] = []
  /// Codes, names, families or defects not to run.
  public var ignore: [String] = []
  /// Thresholds by rule code and key.
  public var thresholds: [String: [String: Double]] = [:]

  /// All rules, with their own thresholds.
  public init() {}

  func value(_ key: String, of rule: Rule) -> Double {
    guard let setting = rule.settings.first(where: { $0.key == key }) else {
      preconditionFailure("\(rule.code) has no setting \(key)")
    }
    return thresholds[rule.code]?[key] ?? setting.standard
  }

  func runs(_ rule: Rule) -> Bool {
    (select.isEmpty || select.contains(where: rule.answers)) && !ignore.contains(where: rule.answers)
  }
}

extension Rule {
  /// Whether a word chooses this rule: its code, its name, its family's letters, or its defect, whatever the case.
  public func answers(to word: String) -> Bool {
    let word = word.lowercased()
    return word == code.lowercased() || word == name || word == family.rawValue.lowercased() || word == defect.rawValue
  }
}
