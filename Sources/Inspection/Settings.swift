import RemitModel

/// What users choose of the rules: which run, how bad their findings are, and their thresholds, for the whole chart and
/// for parts of it.
public struct Settings: Sendable, Hashable {
  /// What is set of one rule.
  public struct Adjustment: Sendable, Hashable {
    /// How bad its findings are.
    public enum Weight: Sendable, Hashable {
      /// The rule finds nothing.
      case off
      case severity(Severity)
    }

    /// Nil leaves the rule's own severity, or that of the larger part.
    public var weight: Weight?
    /// Thresholds by key; those that are missing stay as they are.
    public var thresholds: [String: Double]

    /// An adjustment; by default of nothing.
    public init(weight: Weight? = nil, thresholds: [String: Double] = [:]) {
      self.weight = weight
      self.thresholds = thresholds
    }
  }

  /// A part of a chart: a jurisdiction or an organization by its id, with all that lies below it.
  public enum Part: Sendable, Hashable {
    case jurisdiction(String)
    case organization(String)
  }

  /// What is set within a part of the chart.
  public struct Scope: Sendable, Hashable {
    /// Where it holds.
    public var part: Part
    /// By rule code.
    public var rules: [String: Adjustment]

    /// A scope from its parts.
    public init(_ part: Part, rules: [String: Adjustment]) {
      self.part = part
      self.rules = rules
    }
  }

  /// Codes, names, families or defects to run; empty for all.
  public var select: [String] = []
  /// Codes, names, families or defects not to run.
  public var ignore: [String] = []
  /// What is set for the whole chart, by rule code.
  public var rules: [String: Adjustment] = [:]
  /// What is set for parts of it. A smaller part goes before a larger, an organization before a jurisdiction, and of two
  /// for the same part the later.
  public var within: [Scope] = []
  /// The least severity of an open finding that makes a check fail.
  public var failOn: Severity = .error

  /// All rules, with their own thresholds.
  public init() {}

  /// Whether the rule can find anything: it is chosen, and not off everywhere.
  package func canFind(_ rule: Rule) -> Bool {
    guard runs(rule) else { return false }
    guard rules[rule.code]?.weight == .off else { return true }
    return within.contains { $0.rules[rule.code]?.weight.map { $0 != .off } ?? false }
  }

  func runs(_ rule: Rule) -> Bool {
    (select.isEmpty || select.contains(where: rule.answers)) && !ignore.contains(where: rule.answers)
  }
}

extension Rule {
  /// Whether a word chooses this rule: its code, its name, its family's letters, or its defect, whatever the case.
  public func answers(to word: String) -> Bool { words.contains(word.lowercased()) }

  /// The words that choose this rule, in lower case.
  var words: [String] { [code.lowercased(), name, family.rawValue.lowercased(), defect.rawValue] }
}

extension Rule.Setting {
  /// The nearest value that may be set, whatever a program asks for; the standard for what is no number.
  func clamped(_ value: Double) -> Double {
    value.isNaN ? standard : min(max(value, range.lowerBound), range.upperBound)
  }
}
