import RemitSource

/// Who must answer for what, and who must watch them, as a regulation lays it down (法规).
///
/// References inside it are indices into its own arrays.
public struct Regulation: Sendable {
  /// A class of office holder, or a body, that the regulation speaks of.
  public struct Role: Sendable {
    /// The id as written.
    public let key: String
    /// The name for people.
    public let name: Localized
    /// The kind of organization it sits in.
    public let organization: OrganizationKind
    /// The levels at which it must exist.
    public let levels: [Level]
    /// The clauses, in the order written.
    public let clauses: [ClauseNumber]
    /// The roles that its posts report to.
    public let reportsTo: [Int]
    /// The kinds of organization that its posts are in charge of.
    public let inChargeOf: [OrganizationKind]
    /// The role is a body, filled by an organization of its kind, rather than an office.
    public let body: Bool
    /// Need not exist in each jurisdiction.
    public let optional: Bool
    /// Where it was written.
    public let place: Place

    package init(
      key: String, name: Localized, organization: OrganizationKind, levels: [Level], clauses: [ClauseNumber],
      reportsTo: [Int], inChargeOf: [OrganizationKind], body: Bool, optional: Bool, place: Place
    ) {
      self.key = key
      self.name = name
      self.organization = organization
      self.levels = levels
      self.clauses = clauses
      self.reportsTo = reportsTo
      self.inChargeOf = inChargeOf
      self.body = body
      self.optional = optional
      self.place = place
    }
  }

  /// The regulation's own word for a responsibility, such as 负总责, and the letter it stands for.
  public struct Term: Sendable {
    /// The id as written.
    public let key: String
    /// The name for people.
    public let name: Localized
    /// The letter that it stands for.
    public let letter: Letter
    /// Where it was written.
    public let place: Place

    package init(key: String, name: Localized, letter: Letter, place: Place) {
      self.key = key
      self.name = name
      self.letter = letter
      self.place = place
    }
  }

  /// What a clause lays on a role.
  public struct Duty: Sendable {
    /// The id as written.
    public let key: String
    /// The clause that lays it down.
    public let clause: ClauseNumber
    /// Several hold it jointly.
    public let roles: [Int]
    /// The index of the regulation's own word for the responsibility.
    public let term: Int?
    /// The letter that it stands for.
    public let letter: Letter
    /// Domains (领域), in the order written.
    public let domains: [String]
    /// The title for people.
    public let title: Localized
    /// The levels at which it holds.
    public let levels: [Level]
    /// Every post of the role must hold it, rather than at least one.
    public let each: Bool
    /// Where it was written.
    public let place: Place

    package init(
      key: String, clause: ClauseNumber, roles: [Int], term: Int?, letter: Letter, domains: [String], title: Localized,
      levels: [Level], each: Bool, place: Place
    ) {
      self.key = key
      self.clause = clause
      self.roles = roles
      self.term = term
      self.letter = letter
      self.domains = domains
      self.title = title
      self.levels = levels
      self.each = each
      self.place = place
    }
  }

  /// One end of a required link: a role, or every organization of a kind.
  public enum End: Sendable, Hashable {
    case role(Int)
    case kind(OrganizationKind)
  }

  /// A required oversight, coordination, support or assistance link.
  public struct Link: Sendable {
    /// Its kind.
    public let kind: LinkKind
    /// Any one of them satisfies the requirement.
    public let by: [End]
    /// Each of them must be reached.
    public let of: [End]
    /// Who must get the results.
    public let feeds: [End]
    /// The clauses, in the order written.
    public let clauses: [ClauseNumber]
    /// Levels of the targets.
    public let levels: [Level]
    /// `by` stands at the level directly above `of`.
    public let downward: Bool
    /// What the overseer works with, such as the kind of audit.
    public let instrument: Localized?
    /// Where it was written.
    public let place: Place

    package init(
      kind: LinkKind, by: [End], of: [End], feeds: [End], clauses: [ClauseNumber], levels: [Level], downward: Bool,
      instrument: Localized?, place: Place
    ) {
      self.kind = kind
      self.by = by
      self.of = of
      self.feeds = feeds
      self.clauses = clauses
      self.levels = levels
      self.downward = downward
      self.instrument = instrument
      self.place = place
    }
  }

  /// A path of roles that must hold in every jurisdiction (责任链). A role that does not exist at a level drops out.
  public struct Chain: Sendable {
    /// The id as written.
    public let key: String
    /// The name for people.
    public let name: Localized
    /// The roles, in the order written.
    public let roles: [Int]
    /// The clauses, in the order written.
    public let clauses: [ClauseNumber]
    /// The levels at which it holds.
    public let levels: [Level]
    /// Where it was written.
    public let place: Place

    package init(
      key: String, name: Localized, roles: [Int], clauses: [ClauseNumber], levels: [Level], place: Place
    ) {
      self.key = key
      self.name = name
      self.roles = roles
      self.clauses = clauses
      self.levels = levels
      self.place = place
    }
  }

  /// Roles that answer together (党政同责).
  public struct Joint: Sendable {
    /// The roles, in the order written.
    public let roles: [Int]
    /// The role that goes first.
    public let lead: Int?
    /// The clauses, in the order written.
    public let clauses: [ClauseNumber]

    package init(roles: [Int], lead: Int?, clauses: [ClauseNumber]) {
      self.roles = roles
      self.lead = lead
      self.clauses = clauses
    }
  }

  /// When answering is pursued, eased or aggravated.
  public struct Accountability: Sendable {
    /// What a circumstance does to the answering.
    public enum Effect: String, Sendable, CaseIterable {
      case pursue, ease, aggravate
    }
    /// The clause that lays it down.
    public let clause: ClauseNumber
    /// What the circumstance does.
    public let effect: Effect
    /// The circumstance, in the project's own words.
    public let circumstance: Localized

    package init(clause: ClauseNumber, effect: Effect, circumstance: Localized) {
      self.clause = clause
      self.effect = effect
      self.circumstance = circumstance
    }
  }

  /// One clause of the outline; a number may occur twice in a faulty text.
  public struct Clause: Sendable {
    /// Its number.
    public let number: ClauseNumber
    /// The chapter, given on articles.
    public let chapter: Int?
    /// What a clause that yields no role, duty or link is about.
    public let about: String?
    /// A remark for people.
    public let note: Localized?
    /// Where it was written.
    public let place: Place

    package init(number: ClauseNumber, chapter: Int?, about: String?, note: Localized?, place: Place) {
      self.number = number
      self.chapter = chapter
      self.about = about
      self.note = note
      self.place = place
    }
  }

  /// The id as written.
  public let key: String
  /// The title for people.
  public let title: Localized
  /// The day of issue.
  public let issued: CalendarDay?
  /// Highest first.
  public let levels: [Level]
  /// Its words for responsibility.
  public let terms: [Term]
  /// The roles, in the order written.
  public let roles: [Role]
  /// What it lays on roles.
  public let duties: [Duty]
  /// The links that it asks for.
  public let links: [Link]
  /// The chains that it asks for.
  public let chains: [Chain]
  /// Roles that answer together.
  public let joints: [Joint]
  /// When and how answering is pursued.
  public let accountability: [Accountability]
  /// The clauses, in the order written.
  public let clauses: [Clause]
  /// The documents that places refer to.
  public let sources: SourceMap
  /// Where it was written.
  public let place: Place

  package init(
    key: String, title: Localized, issued: CalendarDay?, levels: [Level], terms: [Term], roles: [Role],
    duties: [Duty], links: [Link], chains: [Chain], joints: [Joint], accountability: [Accountability],
    clauses: [Clause], sources: SourceMap, place: Place
  ) {
    self.key = key
    self.title = title
    self.issued = issued
    self.levels = levels
    self.terms = terms
    self.roles = roles
    self.duties = duties
    self.links = links
    self.chains = chains
    self.joints = joints
    self.accountability = accountability
    self.clauses = clauses
    self.sources = sources
    self.place = place
  }

  /// The index of the role with a key.
  public func role(_ key: String) -> Int? { roles.firstIndex { $0.key == key } }

  /// Whether the outline has the clause.
  public func has(_ number: ClauseNumber) -> Bool { clauses.contains { $0.number == number } }
}
