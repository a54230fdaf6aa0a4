import RemitSource

// The tables of a chart, as structs of columns. Links between them are `Relation`s of `Chart`.

/// The places that organizations belong to (行政区).
public struct Jurisdiction: Sendable {
  /// The id as written.
  public package(set) var key = TextColumn<Jurisdiction>()
  /// The name for people.
  public package(set) var name = LocalizedColumn<Jurisdiction>()
  /// Nil in a chart that declares no jurisdictions, such as a company's.
  public package(set) var level = Column<Jurisdiction, Level?>()
  /// What it is part of.
  public package(set) var parent = Column<Jurisdiction, ID<Jurisdiction>?>()
  /// Where it was written.
  public package(set) var place = Column<Jurisdiction, Place>()

  /// All rows, in file order.
  public var ids: IDs<Jurisdiction> { key.ids }
  package init() {}
}

/// The bodies of a jurisdiction (单位).
public struct Organization: Sendable {
  /// The id as written.
  public package(set) var key = TextColumn<Organization>()
  /// The name for people.
  public package(set) var name = LocalizedColumn<Organization>()
  /// Its kind.
  public package(set) var kind = SharedColumn<Organization, OrganizationKind>()
  /// The jurisdiction that it belongs to.
  public package(set) var jurisdiction = Column<Organization, ID<Jurisdiction>>()
  /// What it is part of.
  public package(set) var parent = Column<Organization, ID<Organization>?>()
  /// Stands at the top by design, of command and of oversight.
  public package(set) var apex = Column<Organization, Bool>()
  /// Where it was written.
  public package(set) var place = Column<Organization, Place>()

  /// All rows, in file order.
  public var ids: IDs<Organization> { key.ids }
  package init() {}
}

/// A class of post that a regulation speaks of (职务类别), as a chart's posts name it.
public struct Role: Sendable {
  /// The id as written.
  public package(set) var key = TextColumn<Role>()
  /// The name for people.
  public package(set) var name = LocalizedColumn<Role>()

  /// All rows, in file order.
  public var ids: IDs<Role> { key.ids }
  package init() {}
}

/// The seats in organizations (岗位).
public struct Post: Sendable {
  /// The id as written.
  public package(set) var key = TextColumn<Post>()
  /// The name for people.
  public package(set) var name = LocalizedColumn<Post>()
  /// The organization that it sits in.
  public package(set) var organization = Column<Post, ID<Organization>>()
  /// The role that it fills.
  public package(set) var role = Column<Post, ID<Role>?>()
  /// Stands at the top by design, of command and of oversight.
  public package(set) var apex = Column<Post, Bool>()
  /// Whether it is in force.
  public package(set) var status = Column<Post, Status>()
  /// How much staff works below the post without posts of their own in the chart, in full-time equivalents.
  public package(set) var staff = SparseColumn<Post, Double>()
  /// Clauses that the post has taken on as written.
  public package(set) var adopts = ListColumn<Post, Cited>()
  /// Where it was written.
  public package(set) var place = Column<Post, Place>()

  /// All rows, in file order.
  public var ids: IDs<Post> { key.ids }
  package init() {}
}

/// The people in posts (任职人).
public struct Person: Sendable {
  /// The id as written.
  public package(set) var key = TextColumn<Person>()
  /// The name for people.
  public package(set) var name = LocalizedColumn<Person>()
  /// Where it was written.
  public package(set) var place = Column<Person, Place>()

  /// All rows, in file order.
  public var ids: IDs<Person> { key.ids }
  package init() {}
}

/// Who is or was in a post, and when.
public struct Tenure: Sendable {
  /// The post that is held.
  public package(set) var post = Column<Tenure, ID<Post>>()
  /// Who holds it.
  public package(set) var person = Column<Tenure, ID<Person>>()
  /// The first day, where it is known.
  public package(set) var from = Column<Tenure, CalendarDay?>()
  /// The last day, where it is known.
  public package(set) var until = Column<Tenure, CalendarDay?>()
  /// Stands in for a holder (代理).
  public package(set) var acting = Column<Tenure, Bool>()
  /// Where it was written.
  public package(set) var place = Column<Tenure, Place>()

  /// All rows, in file order.
  public var ids: IDs<Tenure> { post.ids }
  package init() {}
}

/// What must be done (职责).
public struct Duty: Sendable {
  /// The id as written.
  public package(set) var key = TextColumn<Duty>()
  /// The title for people.
  public package(set) var title = LocalizedColumn<Duty>()
  /// The jurisdiction that it belongs to.
  public package(set) var jurisdiction = Column<Duty, ID<Jurisdiction>>()
  /// Domains (领域) in the order written, each once.
  public package(set) var domains = SharedListColumn<Duty, String>()
  /// The clauses that it rests on.
  public package(set) var basis = ListColumn<Duty, Cited>()
  /// Several answer for it together by design.
  public package(set) var joint = Column<Duty, Bool>()
  /// Whether it is in force.
  public package(set) var status = Column<Duty, Status>()
  /// How much harm its failure does, where that is said.
  public package(set) var risk = Column<Duty, Risk?>()
  /// Where it was written.
  public package(set) var place = Column<Duty, Place>()

  /// All rows, in file order.
  public var ids: IDs<Duty> { key.ids }
  package init() {}
}

/// One letter of one post, or organization, on one duty. The rows of a duty follow one another in a frozen chart.
public struct Assignment: Sendable {
  /// The duty.
  public package(set) var duty = Column<Assignment, ID<Duty>>()
  /// A post; an organization where a chart makes one answerable as a whole.
  public package(set) var assignee = NodeColumn<Assignment>()
  /// The letter.
  public package(set) var letter = Column<Assignment, Letter>()
  /// A regulation's own word for the responsibility, such as 负总责.
  public package(set) var term = SharedColumn<Assignment, Localized?>()
  /// Goes first among several (牵头).
  public package(set) var lead = Column<Assignment, Bool>()
  /// Where it was written.
  public package(set) var place = Column<Assignment, Place>()

  /// All rows, in file order.
  public var ids: IDs<Assignment> { duty.ids }
  package init() {}
}

/// A directed link from an overseer to one target (监督关系). A link that is written with several targets is as many rows.
public struct Oversight: Sendable {
  /// The written id, else `kind:by:of`.
  public package(set) var key = TextColumn<Oversight>()
  /// Its kind.
  public package(set) var kind = Column<Oversight, LinkKind>()
  /// Who oversees.
  public package(set) var by = NodeColumn<Oversight>()
  /// Who or what is overseen.
  public package(set) var of = NodeColumn<Oversight>()
  /// Domains that it is limited to; empty for everything.
  public package(set) var scope = SharedListColumn<Oversight, String>()
  /// What the overseer works with, such as the kind of audit.
  public package(set) var instrument = SharedColumn<Oversight, Localized?>()
  /// The clauses that it rests on.
  public package(set) var basis = ListColumn<Oversight, Cited>()
  /// Visits in a year, on average.
  public package(set) var perYear = SharedColumn<Oversight, Double?>()
  /// In the year's plan; nil where nothing is said.
  public package(set) var planned = Column<Oversight, Bool?>()
  /// Who gets the results.
  public package(set) var feeds = ListColumn<Oversight, Node>()
  /// Where it was written.
  public package(set) var place = Column<Oversight, Place>()

  /// All rows, in file order.
  public var ids: IDs<Oversight> { key.ids }
  package init() {}
}

/// Duties of which one pair of hands may hold only so many (职责分离).
public struct Conflict: Sendable {
  /// The id as written.
  public package(set) var key = TextColumn<Conflict>()
  /// The duties that exclude one another.
  public package(set) var duties = ListColumn<Conflict, ID<Duty>>()
  /// How many of them one person may hold.
  public package(set) var atMost = Column<Conflict, Int>()
  /// Where it was written.
  public package(set) var place = Column<Conflict, Place>()

  /// All rows, in file order.
  public var ids: IDs<Conflict> { key.ids }
  package init() {}
}

/// A requirement set aside (豁免). What a valid one must have may be missing here: that is a finding.
public struct Waiver: Sendable {
  /// The regulation, where one is named.
  public package(set) var regulation = Column<Waiver, String?>()
  /// The clause that is waived.
  public package(set) var clause = Column<Waiver, Cited>()
  /// Nil: every jurisdiction of the chart.
  public package(set) var jurisdiction = Column<Waiver, ID<Jurisdiction>?>()
  /// Why, where that is said.
  public package(set) var reason = SharedColumn<Waiver, Localized?>()
  /// Who allowed it.
  public package(set) var approver = SharedColumn<Waiver, Localized?>()
  /// The last day on which it holds.
  public package(set) var until = Column<Waiver, CalendarDay?>()
  /// Where it was written.
  public package(set) var place = Column<Waiver, Place>()

  /// All rows, in file order.
  public var ids: IDs<Waiver> { clause.ids }
  package init() {}
}

/// A finding that the chart's keepers have chosen not to see (忽略).
public struct Suppression: Sendable {
  /// A rule's code or name.
  public package(set) var rule = TextColumn<Suppression>()
  /// The key of the finding's first subject, or `kind:key`; nil for all.
  public package(set) var subject = Column<Suppression, String?>()
  /// Why, where that is said.
  public package(set) var reason = SharedColumn<Suppression, Localized?>()
  /// The last day on which it holds.
  public package(set) var until = Column<Suppression, CalendarDay?>()
  /// Where it was written.
  public package(set) var place = Column<Suppression, Place>()

  /// All rows, in file order.
  public var ids: IDs<Suppression> { rule.ids }
  package init() {}
}

/// A clause cited at a place.
public struct Cited: Sendable, Hashable {
  /// What is cited.
  public let reference: ClauseReference
  /// Where it was written.
  public let place: Place

  /// A citation and its place.
  public init(_ reference: ClauseReference, at place: Place) {
    self.reference = reference
    self.place = place
  }
}
