import RemitModel
import RemitSource

/// The rows of a regulation as they were written, before ids are looked up.
struct RegulationDraft {
  var key: Sourced<String>
  var title: Localized?
  var issued: CalendarDay?
  var levels: [Level]
  var terms: [TermDraft] = []
  var roles: [RoleDraft] = []
  var duties: [RegulationDutyDraft] = []
  var links: [LinkDraft] = []
  var chains: [ChainDraft] = []
  var joints: [JointDraft] = []
  var accountability: [AccountabilityDraft] = []
  var clauses: [ClauseDraft] = []
}

struct TermDraft {
  var key: Sourced<String>
  var name: Localized
  var letter: Letter
  var place: Place
}

struct RoleDraft {
  var key: Sourced<String>
  var name: Localized?
  var organization: String
  var levels: [Level]?
  var clauses: [Sourced<ClauseNumber>]
  var reportsTo: [Sourced<String>]
  var inChargeOf: [Sourced<String>]
  var body: Bool
  var optional: Bool
  var place: Place
}

struct RegulationDutyDraft {
  var key: Sourced<String>
  /// One at least.
  var clauses: [Sourced<ClauseNumber>]
  var roles: [Sourced<String>]
  var term: Sourced<String>?
  var letter: Letter?
  var domains: [String]
  var title: Localized?
  var levels: [Level]?
  var each: Bool
  var place: Place
}

struct LinkDraft {
  var kind: LinkKind
  var by: [Sourced<String>]
  var of: [Sourced<String>]
  var feeds: [Sourced<String>]
  var clauses: [Sourced<ClauseNumber>]
  var levels: [Level]?
  var downward: Bool
  var instrument: Localized?
  var place: Place
}

struct ChainDraft {
  var key: Sourced<String>
  var name: Localized?
  var roles: [Sourced<String>]
  var clauses: [Sourced<ClauseNumber>]
  var levels: [Level]?
  var place: Place
}

struct JointDraft {
  var roles: [Sourced<String>]
  var lead: Sourced<String>?
  var clauses: [Sourced<ClauseNumber>]
}

struct AccountabilityDraft {
  var clause: Sourced<ClauseNumber>
  var effect: Regulation.Accountability.Effect
  var circumstance: Localized
}

struct ClauseDraft {
  var number: ClauseNumber
  var chapter: Int?
  var about: String?
  var note: Localized?
  var place: Place
}
