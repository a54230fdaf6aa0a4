import RemitModel

/// A way to be at fault: what is told of it, and the function that finds it.
///
/// A rule is a pure function of a chart and its facts; it reports through its `Inspection`.
public struct Rule: Sendable {
  /// The group of rules that a code's letters name.
  public enum Family: String, Sendable, CaseIterable {
    case accountability = "ACC"
    case load = "LOD"
    case structure = "STR"
    case oversight = "OVS"
    case independence = "IND"
    case separation = "SOD"
    case chain = "CHN"
    case regulation = "REG"
    case duplication = "DUP"
    case time = "TMP"
    case data = "DAT"

    /// What it is called for people.
    public var title: Localized {
      switch self {
      case .accountability: Localized(zh: "责任分配", en: "Accountability")
      case .load: Localized(zh: "负荷", en: "Load")
      case .structure: Localized(zh: "指挥结构", en: "Structure")
      case .oversight: Localized(zh: "监督", en: "Oversight")
      case .independence: Localized(zh: "监督独立性", en: "Independence")
      case .separation: Localized(zh: "职责分离", en: "Separation of duties")
      case .chain: Localized(zh: "责任链", en: "Chains")
      case .regulation: Localized(zh: "法规符合性", en: "Regulation")
      case .duplication: Localized(zh: "重复", en: "Duplication")
      case .time: Localized(zh: "任期", en: "Time")
      case .data: Localized(zh: "数据", en: "Data")
      }
    }
  }

  /// What kind of chart a rule has something to say of.
  public enum Scope: String, Sendable, CaseIterable {
    /// Charts of real places.
    case charts
    /// A regulation, seen as a chart of roles.
    case regulations
    case both

    func covers(_ origin: Chart.Origin) -> Bool {
      switch self {
      case .charts: origin == .chart
      case .regulations: origin == .regulation
      case .both: true
      }
    }
  }

  /// What people are told of a rule, under fixed headings.
  public struct Explanation: Sendable {
    /// What the fault is.
    public let what: Localized
    /// Why it matters.
    public let why: Localized
    /// What to do.
    public let remedy: Localized
    /// Where the idea comes from.
    public let source: Localized

    package init(what: Localized, why: Localized, remedy: Localized, source: Localized) {
      self.what = what
      self.why = why
      self.remedy = remedy
      self.source = source
    }
  }

  /// A threshold (θ) that users may set.
  public struct Setting: Sendable {
    /// The name in settings.
    public let key: String
    /// What it is called for people.
    public let title: Localized
    /// The value where the user sets none.
    public let standard: Double
    /// The values that may be set.
    public let range: ClosedRange<Double>

    package init(_ key: String, _ title: Localized, standard: Double, range: ClosedRange<Double>) {
      self.key = key
      self.title = title
      self.standard = standard
      self.range = range
    }
  }

  /// A chart that the rule finds fault with, at its `# expect:` marks, or none; it knows where it stands in the source.
  public struct Example: Sendable {
    /// A chart as YAML, after the regulations that it names.
    public let text: String
    /// The source file that holds it.
    public let file: String
    /// The line at which it begins there.
    public let line: Int

    package init(_ text: String, file: String = #fileID, line: Int = #line) {
      self.text = text
      self.file = file
      self.line = line
    }
  }

  /// Family and three digits; never reused.
  public let code: String
  /// Names the fault: "allow *unaccounted-duty*".
  public let name: String
  /// The group that the code names.
  public let family: Family
  /// What is wrong in the reader's eyes.
  public let defect: Defect
  /// How bad a case of it is.
  public let severity: Severity
  /// The kind of chart that it speaks of.
  public let scope: Scope
  /// What it is called for people.
  public let title: Localized
  /// What, why, what to do, and where it comes from.
  public let explanation: Explanation
  /// Its thresholds; most rules have none.
  public let settings: [Setting]
  /// Charts with the fault.
  public let faulty: [Example]
  /// Charts that come near the fault and do not have it.
  public let clean: [Example]
  /// Looks at what other rules found, so it runs after them.
  package let afterOthers: Bool
  let find: @Sendable (inout Inspection) -> Void

  package init(
    code: String, name: String, family: Family, defect: Defect, severity: Severity, scope: Scope = .charts,
    title: Localized, explanation: Explanation, settings: [Setting] = [], faulty: [Example], clean: [Example],
    afterOthers: Bool = false, find: @escaping @Sendable (inout Inspection) -> Void
  ) {
    self.code = code
    self.name = name
    self.family = family
    self.defect = defect
    self.severity = severity
    self.scope = scope
    self.title = title
    self.explanation = explanation
    self.settings = settings
    self.faulty = faulty
    self.clean = clean
    self.afterOthers = afterOthers
    self.find = find
  }
}
