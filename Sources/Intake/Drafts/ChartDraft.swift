import RemitModel
import RemitSource

/// The rows of a chart as they were written, before ids are looked up. Every format is read into these.
struct ChartDraft {
  /// Some ids of `ChartDraft.items`.
  struct List: Hashable {
    var start: Int32
    var count: Int32

    static let empty = List(start: 0, count: 0)
    var isEmpty: Bool { count == 0 }
    var indices: Range<Int> { Int(start)..<Int(start + count) }
  }

  /// The texts that names stand for.
  var names = NameTable()
  /// The texts of phrases, which may hold what no name may.
  var wordings = NameTable()
  /// The bytes of all names and titles, of which there are less than 4 GiB.
  var texts: [UInt8] = []
  /// The items of all lists.
  var items: [Sourced<Name>] = []
  var key: Sourced<String>?
  var title: Localized?
  var against: [Sourced<String>] = []
  var asOf: CalendarDay?
  var jurisdictions: [JurisdictionDraft] = []
  var organizations: DraftRows<OrganizationDraft> = []
  var posts: DraftRows<PostDraft> = []
  var holders: DraftRows<HolderDraft> = []
  var duties: DraftRows<DutyDraft> = []
  var assignments: [AssignmentDraft] = []
  var oversight: [OversightDraft] = []
  var conflicts: [ConflictDraft] = []
  var waivers: [WaiverDraft] = []
  var ignores: [IgnoreDraft] = []

  /// How many bytes its texts have.
  var size: Int { names.size + wordings.size + texts.count }

  /// Makes room for more rows of a table.
  mutating func reserve(_ rows: Int, of kind: TableForm.Kind) {
    switch kind {
    case .assignments: assignments.reserveCapacity(assignments.count + rows)
    case .oversight:
      oversight.reserveCapacity(oversight.count + rows)
      // Targets and clauses.
      items.reserveCapacity(items.count + 2 * rows)
    case .holders: holders.reserveCapacity(holders.count + rows)
    case .posts: posts.reserveCapacity(posts.count + rows)
    case .duties: duties.reserveCapacity(duties.count + rows)
    case .organizations: organizations.reserveCapacity(organizations.count + rows)
    case .jurisdictions, .conflicts, .waivers, .ignores, .chart: break
    }
  }

  /// The items of a list.
  subscript(list: List) -> ArraySlice<Sourced<Name>> { items[list.indices] }

  /// A value with its text as a name.
  mutating func intern(_ text: Sourced<String>) -> Sourced<Name> {
    Sourced(names.intern(text.value), at: text.place)
  }

  /// The values as a list of names.
  mutating func list(_ texts: [Sourced<String>]) -> List {
    if texts.isEmpty { return .empty }
    let start = items.count
    for text in texts { items.append(intern(text)) }
    return List(start: Int32(start), count: Int32(texts.count))
  }
}

struct JurisdictionDraft {
  var key: Sourced<Name>
  var name: ChartDraft.Text
  var level: Level?
  /// A level was written, even if it is no known one.
  var hasLevel: Bool
  var parent: Sourced<Name>?
  var place: Place
}

struct OrganizationDraft {
  var key: Sourced<Name>
  var name: ChartDraft.Text
  var kind: Sourced<Name>?
  var jurisdiction: Sourced<Name>?
  var parent: Sourced<Name>?
  var apex: Bool
  var place: Place
}

struct PostDraft {
  var key: Sourced<Name>
  var name: ChartDraft.Text
  var organization: Sourced<Name>?
  var role: Sourced<Name>?
  var reportsTo: ChartDraft.List
  var dottedTo: ChartDraft.List
  var inChargeOf: ChartDraft.List
  var apex: Bool
  var status: Status
  var staff: Double?
  var adopts: ChartDraft.List
  var place: Place
}

struct HolderDraft {
  var post: Sourced<Name>
  var person: Sourced<Name>
  var name: ChartDraft.Text
  var from: CalendarDay?
  var until: CalendarDay?
  var acting: Bool
  var place: Place
}

struct DutyDraft {
  var key: Sourced<Name>
  var title: ChartDraft.Text
  var jurisdiction: Sourced<Name>?
  var domains: ChartDraft.List
  var basis: ChartDraft.List
  var joint: Bool
  var status: Status
  var risk: Risk?
  /// Those who go first, by id; a table marks them in the assignment instead.
  var leads: ChartDraft.List
  var place: Place
}

struct AssignmentDraft {
  var duty: Sourced<Name>
  var assignee: Sourced<Name>
  var letter: Letter
  var term: ChartDraft.Phrase
  var lead: Bool
}

struct OversightDraft {
  var key: Sourced<Name>?
  var kind: LinkKind
  var by: Sourced<Name>
  var of: ChartDraft.List
  var scope: ChartDraft.List
  var instrument: ChartDraft.Phrase
  var basis: ChartDraft.List
  var perYear: Double?
  var planned: Bool?
  var feeds: ChartDraft.List
  var place: Place
}

struct ConflictDraft {
  var key: Sourced<Name>
  var duties: ChartDraft.List
  var atMost: Int
  var place: Place
}

struct WaiverDraft {
  var regulation: Sourced<String>?
  var clause: Sourced<String>
  var jurisdiction: Sourced<Name>?
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
