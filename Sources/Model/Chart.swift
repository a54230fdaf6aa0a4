import RemitSource

/// A real place's organizations, posts, duties and oversight (or a regulation's, seen as a chart of roles), frozen.
///
/// Ids are dense and in file order; every link is grouped in compressed rows in both directions that the rules need.
/// Beside the bytes of its texts a post takes 70 bytes, a duty 43, a letter of a post on a duty 30, a line of command or
/// charge 24, a row of oversight 42; a scope or a domain takes 4 more, a clause that is cited 16, a tenure 37 with its
/// place among those of the post.
/// Nothing in it changes, so rules may read it side by side; a class, since a struct of so many tables would be copied
/// with every closure over it.
public final class Chart: Sendable {
  /// What a chart was made from.
  public enum Origin: Sendable, Hashable {
    case chart
    /// Roles stand where posts stand; `regulations` holds just that regulation.
    case regulation
  }

  /// The id as written.
  public let key: String
  /// The title for people.
  public let title: Localized
  /// What the chart was made from.
  public let origin: Origin
  /// The day that the chart describes; terms and expiries are judged by it.
  public let asOf: CalendarDay?
  /// The documents that places refer to.
  public let sources: SourceMap
  /// What the chart is checked against, in the order named.
  public let regulations: [Regulation]

  /// Places.
  public let jurisdictions: Jurisdiction
  /// Bodies.
  public let organizations: Organization
  /// The roles of its regulations, then others that its posts name.
  public let roles: Role
  /// Seats.
  public let posts: Post
  /// People, in order of first mention.
  public let persons: Person
  /// Terms of office.
  public let tenures: Tenure
  /// What must be done.
  public let duties: Duty
  /// Sorted by duty; within one in the order written.
  public let assignments: Assignment
  /// Who oversees whom.
  public let oversight: Oversight
  /// Duties that exclude one another.
  public let conflicts: Conflict
  /// Requirements set aside.
  public let waivers: Waiver
  /// Findings set aside.
  public let suppressions: Suppression

  /// A post's superiors (`reports-to`, the solid line).
  public let superiors: Relation<Post, Post>
  /// Who reports to a post.
  public let reports: Relation<Post, Post>
  /// A post's functional superiors (`dotted-to`).
  public let dotted: Relation<Post, Post>
  /// The organizations that a post is in charge of (分管).
  public let charges: Relation<Post, Organization>
  /// The posts in charge of an organization.
  public let chargedBy: Relation<Organization, Post>
  /// The posts of an organization.
  public let members: Relation<Organization, Post>
  /// The organizations of a jurisdiction.
  public let bodies: Relation<Jurisdiction, Organization>
  /// The letters on a duty; row numbers follow one another.
  public let letters: Relation<Duty, Assignment>
  /// A post's own letters.
  public let assignmentsOfPost: Relation<Post, Assignment>
  /// A post's terms of office, in the order written.
  public let tenuresOfPost: Relation<Post, Tenure>

  /// Freezes what was collected. O(everything).
  package convenience init(_ contents: ChartContents) { self.init(contents, ChartRelations(contents)) }

  /// Freezes what was collected, where its links are grouped already.
  ///
  /// - Parameter relations: of the same contents, but for oversight and what is small.
  package init(_ contents: ChartContents, _ relations: ChartRelations) {
    key = contents.key
    title = contents.title
    origin = contents.origin
    asOf = contents.asOf
    sources = contents.sources
    regulations = contents.regulations
    jurisdictions = contents.jurisdictions
    organizations = contents.organizations
    roles = contents.roles
    posts = contents.posts
    persons = contents.persons
    tenures = contents.tenures
    duties = contents.duties
    assignments = relations.assignments
    oversight = contents.oversight
    conflicts = contents.conflicts
    waivers = contents.waivers
    suppressions = contents.suppressions
    superiors = relations.superiors
    reports = relations.reports
    dotted = relations.dotted
    charges = relations.charges
    chargedBy = relations.chargedBy
    members = relations.members
    bodies = relations.bodies
    letters = relations.letters
    assignmentsOfPost = relations.assignmentsOfPost
    tenuresOfPost = relations.tenuresOfPost
  }
}

/// A chart while it is being put together. Ids must be in range; `Chart.init` trusts them.
package struct ChartContents: Sendable {
  package var key = ""
  package var title = Localized("")
  package var origin = Chart.Origin.chart
  package var asOf: CalendarDay?
  package var sources = SourceMap()
  package var regulations: [Regulation] = []
  package var jurisdictions = Jurisdiction()
  package var organizations = Organization()
  package var roles = Role()
  package var posts = Post()
  package var persons = Person()
  package var tenures = Tenure()
  package var duties = Duty()
  package var assignments = Assignment()
  package var oversight = Oversight()
  package var conflicts = Conflict()
  package var waivers = Waiver()
  package var suppressions = Suppression()
  package var superiors = Links<Post, Post>()
  package var dotted = Links<Post, Post>()
  package var charges = Links<Post, Organization>()

  package init() {}
}

extension Assignment {
  /// The same rows grouped by duty, keeping their order within one. O(duties + rows).
  package func sorted(duties: Int) -> Assignment {
    if zip(duty.values, duty.values.dropFirst()).allSatisfy({ $0 <= $1 }) { return self }
    var links = Links<Duty, Assignment>()
    for id in ids { links.append(duty[id], id, at: place[id]) }
    var result = Assignment()
    result.term = term.emptied
    for id in Relation(rows: duties, links: links).values {
      result.append(
        duty: duty[id], assignee: assignee[id], letter: letter[id], term: Int32(term.code(id)), lead: lead[id],
        place: place[id])
    }
    return result
  }

  package mutating func append(
    duty: ID<Duty>, assignee: Node, letter: Letter, term: Localized?, lead: Bool, place: Place
  ) {
    append(
      duty: duty, assignee: assignee, letter: letter, term: self.term.code(of: term), lead: lead, place: place)
  }

  /// - Parameter term: Its number in the column of terms.
  @inline(__always)
  package mutating func append(
    duty: ID<Duty>, assignee: Node, letter: Letter, term: Int32, lead: Bool, place: Place
  ) {
    self.duty.append(duty)
    self.assignee.append(assignee)
    self.letter.append(letter)
    self.term.append(code: term)
    self.lead.append(lead)
    self.place.append(place)
  }
}
