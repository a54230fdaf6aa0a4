/// An administrative level (行政层级); the highest has the lowest raw value.
public enum Level: Int, Sendable, CaseIterable, Comparable {
  case nation, province, prefecture, county, township

  /// The word in files.
  public var word: String {
    switch self {
    case .nation: "nation"
    case .province: "province"
    case .prefecture: "prefecture"
    case .county: "county"
    case .township: "township"
    }
  }

  /// The name for people.
  public var name: Localized {
    switch self {
    case .nation: Localized(zh: "国家", en: "nation")
    case .province: Localized(zh: "省级", en: "province")
    case .prefecture: Localized(zh: "市级", en: "prefecture")
    case .county: Localized(zh: "县级", en: "county")
    case .township: Localized(zh: "乡级", en: "township")
    }
  }

  /// By the word in files.
  public init?(word: some StringProtocol) {
    guard let level = Self.allCases.first(where: { $0.word == word }) else { return nil }
    self = level
  }

  /// The order of the values.
  public static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
}

/// The kind of an organization (单位类型): one of the known words, or one that a regulation declares.
public struct OrganizationKind: Sendable, Hashable, Comparable {
  /// The word in files, such as `sector-department`.
  public let word: String

  /// Whether organizations of this kind are departments (部门).
  public let isDepartment: Bool
  /// Whether organizations of this kind lead a place (党委、政府).
  public let isLeadership: Bool

  /// By the word in files.
  public init(word: String) {
    self.word = word
    isDepartment = word.hasSuffix("department")
    isLeadership = word == "party-committee" || word == "government"
  }

  /// The kinds that every chart may use.
  public static let known: [String] = [
    "party-committee", "government", "party-department", "environment-department", "sector-department", "department",
    "congress", "cppcc", "discipline-commission", "audit-office", "inspection-team", "court", "procuratorate",
    "enterprise", "committee", "team", "other",
  ]

  /// The kinds that have a name beside their word, whether every chart may use them or a regulation must declare them.
  public static let named: [String] = known + ["organization-department", "assessment-body"]

  /// A Party committee (党委).
  public static let partyCommittee = OrganizationKind(word: "party-committee")
  /// A government (政府).
  public static let government = OrganizationKind(word: "government")
  /// What a chart does not tell the kind of.
  public static let other = OrganizationKind(word: "other")

  /// The order of the values.
  public static func < (a: Self, b: Self) -> Bool { a.word < b.word }
}

/// How a post is tied to a duty (责任字母).
public enum Letter: String, Sendable, CaseIterable, Comparable {
  /// Answers for it: 负总责, 领导责任.
  case accountable = "A"
  /// Does it: 直接责任, 主办.
  case responsible = "R"
  /// Helps to do it: 协助, 协办, 配合.
  case supports = "S"
  /// Is asked before: 指导, 会商.
  case consulted = "C"
  /// Is told after: 知会.
  case informed = "I"

  /// The name for people.
  public var name: Localized {
    switch self {
    case .accountable: Localized(zh: "负总责/领导责任", en: "accountable")
    case .responsible: Localized(zh: "直接责任/主办", en: "responsible")
    case .supports: Localized(zh: "协助/配合", en: "supports")
    case .consulted: Localized(zh: "会商", en: "consulted")
    case .informed: Localized(zh: "知会", en: "informed")
    }
  }

  /// The key of a duty in a chart file that lists the posts with this letter.
  public var key: String {
    switch self {
    case .accountable: "accountable"
    case .responsible: "responsible"
    case .supports: "supports"
    case .consulted: "consulted"
    case .informed: "informed"
    }
  }

  /// The order of strength: A, R, S, C, I.
  public static func < (a: Self, b: Self) -> Bool { a.rank < b.rank }

  private var rank: Int {
    switch self {
    case .accountable: 0
    case .responsible: 1
    case .supports: 2
    case .consulted: 3
    case .informed: 4
    }
  }
}

/// The kind of a directed link from an overseer to whom it oversees (监督关系), and the two kinds of help that a
/// regulation may ask for, which are no oversight.
public enum LinkKind: String, Sendable, CaseIterable {
  case lead, guide, urge, supervise, inspect, check, audit, assess, evaluate, discipline, coordinate
  case assist, support

  /// The name for people.
  public var name: Localized {
    switch self {
    case .lead: Localized(zh: "领导", en: "leads")
    case .guide: Localized(zh: "指导", en: "guides")
    case .urge: Localized(zh: "督促", en: "urges")
    case .supervise: Localized(zh: "监督", en: "supervises")
    case .inspect: Localized(zh: "督察", en: "inspects")
    case .check: Localized(zh: "检查", en: "checks")
    case .audit: Localized(zh: "审计", en: "audits")
    case .assess: Localized(zh: "考核", en: "assesses")
    case .evaluate: Localized(zh: "考察", en: "evaluates")
    case .discipline: Localized(zh: "追责", en: "disciplines")
    case .coordinate: Localized(zh: "统筹协调", en: "coordinates")
    case .assist: Localized(zh: "协助", en: "assists")
    case .support: Localized(zh: "支持", en: "supports")
    }
  }

  /// Whether a link of this kind watches its target.
  @inlinable public var isOversight: Bool {
    switch self {
    case .assist, .support: false
    default: true
    }
  }

  /// Its place in `allCases`.
  @inlinable public var ordinal: Int {
    switch self {
    case .lead: 0
    case .guide: 1
    case .urge: 2
    case .supervise: 3
    case .inspect: 4
    case .check: 5
    case .audit: 6
    case .assess: 7
    case .evaluate: 8
    case .discipline: 9
    case .coordinate: 10
    case .assist: 11
    case .support: 12
    }
  }

  /// Whether whoever commands a post, or is in charge of its organization, does this by that very fact.
  @inlinable public var followsFromCommand: Bool {
    switch self {
    case .lead, .guide, .urge, .coordinate: true
    default: false
    }
  }
}

/// Whether a post or duty is in force (状态).
public enum Status: String, Sendable, CaseIterable {
  case active, vacant, abolished, draft
}

/// How much harm a failed duty does (风险).
public enum Risk: String, Sendable, CaseIterable {
  case low, medium, high
}

extension OrganizationKind {
  /// The kind for people; a kind that a regulation declares is shown by its word.
  public var name: Localized {
    switch word {
    case "party-committee": Localized(zh: "党委", en: "Party committee")
    case "government": Localized(zh: "政府", en: "government")
    case "party-department": Localized(zh: "党委部门", en: "Party department")
    case "organization-department": Localized(zh: "组织部门", en: "organization department")
    case "environment-department": Localized(zh: "生态环境部门", en: "environment department")
    case "sector-department": Localized(zh: "行业主管部门", en: "sector department")
    case "department": Localized(zh: "部门", en: "department")
    case "congress": Localized(zh: "人大", en: "people's congress")
    case "cppcc": Localized(zh: "政协", en: "CPPCC")
    case "discipline-commission": Localized(zh: "纪委监委", en: "discipline commission")
    case "audit-office": Localized(zh: "审计机关", en: "audit office")
    case "inspection-team": Localized(zh: "督察组", en: "inspection team")
    case "assessment-body": Localized(zh: "考核机构", en: "assessment body")
    case "court": Localized(zh: "法院", en: "court")
    case "procuratorate": Localized(zh: "检察院", en: "procuratorate")
    case "enterprise": Localized(zh: "企业", en: "enterprise")
    case "committee": Localized(zh: "委员会", en: "committee")
    case "team": Localized(zh: "专班", en: "team")
    case "other": Localized(zh: "其他单位", en: "other body")
    default: Localized(word)
    }
  }
}
