import RemitModel
import RemitSource

/// A clause that a finding cites.
public struct CitedClause: Sendable, Hashable, Comparable {
  /// The regulation's id.
  public let regulation: String
  /// The clause's number in it.
  public let number: ClauseNumber

  package init(regulation: String, number: ClauseNumber) {
    self.regulation = regulation
    self.number = number
  }

  /// `eco-protection-2025:7(4)`.
  public var key: String { "\(regulation):\(number)" }

  /// By regulation, then by number.
  public static func < (a: Self, b: Self) -> Bool { (a.regulation, a.number) < (b.regulation, b.number) }
}

/// One case of a rule broken, with its proof.
public struct Finding: Sendable, Hashable {
  /// Whether anybody has said that the finding may stand.
  public enum State: Sendable, Hashable {
    case open
    /// The requirement is waived, with the waiver's reason.
    case waived(Localized)
    /// Set aside by the chart's `ignore`, with its reason.
    case suppressed(Localized)
    /// Known before: a line of the baseline has it.
    case baselined

    /// The word in files.
    public var word: String {
      switch self {
      case .open: "open"
      case .waived: "waived"
      case .suppressed: "suppressed"
      case .baselined: "baselined"
      }
    }
  }

  /// The rule's code.
  public let code: String
  /// The rule's name.
  public let name: String
  /// What is wrong in the reader's eyes.
  public let defect: Defect
  /// How bad it is.
  public let severity: Severity
  /// What it speaks of; it is filed under the first.
  public let subjects: [Subject]
  /// The fault in one sentence, with names.
  public let message: Localized
  /// Where to look, the best place first.
  public let places: [Location]
  /// The proof.
  public let evidence: Evidence
  /// The clauses that it cites, or that make the demand.
  public let clauses: [CitedClause]
  /// An edit that would mend it.
  public let suggestion: Localized?
  /// The demand of a regulation that is not met, by which a waiver finds it.
  public let requirement: Requirement?
  /// What tells two findings of one rule on the same subjects apart, beside these.
  public let detail: String
  /// Whether anybody has said that it may stand.
  public package(set) var state: State = .open

  package init(
    code: String, name: String, defect: Defect, severity: Severity, subjects: [Subject], message: Localized,
    places: [Location], evidence: Evidence, clauses: [CitedClause], suggestion: Localized?, requirement: Requirement?,
    detail: String
  ) {
    self.code = code
    self.name = name
    self.defect = defect
    self.severity = severity
    self.subjects = subjects
    self.message = message
    self.places = places
    self.evidence = evidence
    self.clauses = clauses
    self.suggestion = suggestion
    self.requirement = requirement
    self.detail = detail
  }

  /// Sixteen hexadecimal digits made of the rule, the subjects' keys and the detail, never of lines or paths: the same
  /// finding keeps it through edits (FNV-1a, 64 bits).
  public var fingerprint: String {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    func mix(_ text: String) {
      for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
      hash = (hash ^ 0xff) &* 0x100_0000_01b3
    }
    mix(code)
    for subject in subjects { mix(subject.key) }
    mix(detail)
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  /// The order of lists: by code, then as the subjects stand in the files.
  package static func precedes(_ a: Finding, _ b: Finding) -> Bool {
    if a.code != b.code { return a.code < b.code }
    for (x, y) in zip(a.subjects, b.subjects) where x.entity != y.entity { return x.entity < y.entity }
    if a.subjects.count != b.subjects.count { return a.subjects.count < b.subjects.count }
    if a.detail != b.detail { return a.detail < b.detail }
    return a.message.en < b.message.en
  }
}

/// What a regulation demands of a jurisdiction, as a waiver names it.
public struct Requirement: Sendable, Hashable {
  /// Index of the regulation in the chart.
  public let regulation: Int
  /// The clauses that it cites, or that make the demand.
  public let clauses: [ClauseNumber]
  /// The place that the demand is made of.
  public let jurisdiction: ID<Jurisdiction>

  package init(regulation: Int, clauses: [ClauseNumber], jurisdiction: ID<Jurisdiction>) {
    self.regulation = regulation
    self.clauses = clauses
    self.jurisdiction = jurisdiction
  }
}
