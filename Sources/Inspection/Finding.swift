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

  /// What a rule told of it. A class, since a list of findings is sorted and copied again and again.
  private let told: Told
  /// Whether anybody has said that it may stand.
  public package(set) var state: State = .open

  package init(_ told: Told) { self.told = told }

  /// The rule's code.
  public var code: String { told.code }
  /// The rule's name.
  public var name: String { told.name }
  /// What is wrong in the reader's eyes.
  public var defect: Defect { told.defect }
  /// How bad it is.
  public var severity: Severity { told.severity }
  /// What it speaks of; it is filed under the first. Spelled out anew each time.
  public var subjects: [Subject] { told.entities.map { Subject($0, in: told.chart) } }
  /// The fault in one sentence, with names.
  public var message: Localized { told.message }
  /// Where to look, the best place first. Spelled out anew each time.
  public var places: [Location] { told.places }
  /// The proof. Spelled out anew each time.
  public var evidence: Evidence { told.evidence }
  /// The clauses that it cites, or that make the demand.
  public var clauses: [CitedClause] { told.clauses }
  /// An edit that would mend it.
  public var suggestion: Localized? { told.suggestion }
  /// The demand of a regulation that is not met, by which a waiver finds it.
  public var requirement: Requirement? { told.requirement }
  /// What tells two findings of one rule on the same subjects apart, beside these.
  public var detail: String { told.detail }

  /// What it speaks of, without names.
  package var entities: [Entity] { told.entities }
  /// The links of the proof, without names.
  package var ties: [Tie] { told.ties }
  /// The entities that the proof has beside its links, without names.
  package var alone: [Entity] { told.alone }
  /// The links that stand beside the proof, without names.
  package var context: [Tie] { told.context }
  /// The key of its first subject.
  package var firstKey: String { entities.first.map(key) ?? "" }
  /// The numbers of `places`, where all of these stand in the chart's own documents.
  package var placesInChart: [Place]? { told.placesInChart }
  /// Where to look first.
  package var firstPlace: Location? { told.firstPlace }
  /// An entity as `kind:id`.
  package func key(of entity: Entity) -> String { chart.kind(of: entity) + ":" + chart.key(of: entity) }
  /// The chart that its entities are of.
  package var chart: Chart { told.chart }

  /// Whether both say the same, of one chart or of two that are alike.
  public static func == (a: Self, b: Self) -> Bool { a.state == b.state && (a.told === b.told || a.told == b.told) }

  /// By the message and what is alike in two charts.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(code)
    hasher.combine(told.entities)
    hasher.combine(message)
    hasher.combine(detail)
  }

  /// Sixteen hexadecimal digits made of the rule, the subjects' keys and the detail, never of lines or paths: the same
  /// finding keeps it through edits (FNV-1a, 64 bits).
  public var fingerprint: String {
    let digits = String(fingerprintNumber, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  /// The number that `fingerprint` spells.
  package var fingerprintNumber: UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    func mix(_ bytes: some Sequence<UInt8>) {
      for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    }
    let end = CollectionOfOne<UInt8>(0xff)
    mix(code.utf8)
    mix(end)
    for entity in entities {
      mix(chart.kind(of: entity).utf8)
      mix(CollectionOfOne(UInt8(ascii: ":")))
      chart.withKey(of: entity) { mix($0) }
      mix(end)
    }
    mix(detail.utf8)
    mix(end)
    return hash
  }

  /// The order of lists: by code, then as the subjects stand in the files.
  package static func precedes(_ a: Finding, _ b: Finding) -> Bool {
    if a.code != b.code { return a.code < b.code }
    let (mine, theirs) = (a.told.entities, b.told.entities)
    for (x, y) in zip(mine, theirs) where x != y { return x < y }
    if mine.count != theirs.count { return mine.count < theirs.count }
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
