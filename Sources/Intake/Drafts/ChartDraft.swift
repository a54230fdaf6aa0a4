import RemitModel
import RemitSource

/// The rows of a chart as they were written, before ids are looked up. Every format is read into these.
struct ChartDraft {
  var key: Sourced<String>?
  var title: Localized?
  var against: [Sourced<String>] = []
  var asOf: CalendarDay?
  var jurisdictions: [JurisdictionDraft] = []
  var organizations: [OrganizationDraft] = []
  var posts: [PostDraft] = []
  var holders: [HolderDraft] = []
  var duties: [DutyDraft] = []
  var assignments: [AssignmentDraft] = []
  var oversight: [OversightDraft] = []
  var conflicts: [ConflictDraft] = []
  var waivers: [WaiverDraft] = []
  var ignores: [IgnoreDraft] = []

  /// Adds the rows of another file. Its id, title and day count only where there was none; its regulations are added.
  mutating func append(_ other: ChartDraft) {
    if key == nil {
      key = other.key
      title = other.title ?? title
      asOf = other.asOf ?? asOf
    }
    title = title ?? other.title
    asOf = asOf ?? other.asOf
    let named = Set(against.map(\.value))
    against += other.against.filter { !named.contains($0.value) }
    jurisdictions += other.jurisdictions
    organizations += other.organizations
    posts += other.posts
    holders += other.holders
    duties += other.duties
    assignments += other.assignments
    oversight += other.oversight
    conflicts += other.conflicts
    waivers += other.waivers
    ignores += other.ignores
  }
}

struct JurisdictionDraft {
  var key: Sourced<String>
  var name: Localized?
  var level: Level?
  /// A level was written, even if it is no known one.
  var hasLevel: Bool
  var parent: Sourced<String>?
  var place: Place
}

struct OrganizationDraft {
  var key: Sourced<String>
  var name: Localized?
  var kind: Sourced<String>?
  var jurisdiction: Sourced<String>?
  var parent: Sourced<String>?
  var apex: Bool
  var place: Place
}

struct PostDraft {
  var key: Sourced<String>
  var name: Localized?
  var organization: Sourced<String>?
  var role: Sourced<String>?
  var reportsTo: [Sourced<String>]
  var dottedTo: [Sourced<String>]
  var inChargeOf: [Sourced<String>]
  var apex: Bool
  var status: Status
  var adopts: [Sourced<String>]
  var place: Place
}

struct HolderDraft {
  var post: Sourced<String>
  var person: Sourced<String>
  var name: Localized?
  var from: CalendarDay?
  var until: CalendarDay?
  var acting: Bool
  var place: Place
}

struct DutyDraft {
  var key: Sourced<String>
  var title: Localized?
  var jurisdiction: Sourced<String>?
  var domains: [String]
  var basis: [Sourced<String>]
  var joint: Bool
  var status: Status
  var risk: Risk?
  /// Those who go first, by id; a table marks them in the assignment instead.
  var leads: [Sourced<String>]
  var place: Place
}

struct AssignmentDraft {
  var duty: Sourced<String>
  var assignee: Sourced<String>
  var letter: Letter
  var term: Localized?
  var lead: Bool
}

struct OversightDraft {
  var key: Sourced<String>?
  var kind: LinkKind
  var by: Sourced<String>
  var of: [Sourced<String>]
  var scope: [String]
  var instrument: Localized?
  var basis: [Sourced<String>]
  var perYear: Double?
  var planned: Bool?
  var feeds: [Sourced<String>]
  var place: Place
}

struct ConflictDraft {
  var key: Sourced<String>
  var duties: [Sourced<String>]
  var atMost: Int
  var place: Place
}

struct WaiverDraft {
  var regulation: Sourced<String>?
  var clause: Sourced<String>
  var jurisdiction: Sourced<String>?
  var reason: Localized?
  var approver: Localized?
  var until: CalendarDay?
  var place: Place
}

struct IgnoreDraft {
  var rule: String
  var subject: String?
  var reason: Localized?
  var until: CalendarDay?
  var place: Place
}
