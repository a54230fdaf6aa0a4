import RemitModel
import RemitSource

/// A chart that people of a place fill in: everything that regulations ask of its level is there, and nobody is in any
/// post yet.
///
/// It has the organizations in which the required posts and bodies sit, the posts with their lines of command and
/// charge, every duty, and the oversight that does not follow from command. What a regulation lays on every post of a
/// class alike is adopted by the post rather than listed, so that a further post needs one row only. Where a regulation
/// says who answers and not who does it, or the other way round, the same post or the one above it stands there until
/// the place knows better; `remarks` say so.
///
/// Texts and ids are in one language, in words that people can pick from a list.
public struct BlankChart: Sendable {
  /// The chart. Every post has a holder who is only a placeholder.
  public let chart: Chart
  /// What to know of its rows.
  package let remarks: BlankRemarks
  /// What it was made for.
  package let plan: BlankPlan

  /// The language that it is written in.
  public var language: Language { plan.language }

  /// Makes the chart of a place at a level that all the regulations bind. O(what they ask for).
  ///
  /// - Parameters:
  ///   - name: What the place is called, of one line; see `BlankPlace.refusal(of:)`.
  ///   - id: The chart's id; nil for one made from the name.
  /// - Throws: That the name or id is of no use, or that a regulation does not bind the level.
  public init(
    regulations: [Regulation], level: Level, name: String, id: String? = nil, language: Language
  ) throws(ExportError) {
    let place = try BlankPlace(level: level, name: name, id: id, language: language)
    for regulation in regulations where !regulation.levels.contains(level) {
      throw ExportError(message: Self.unbound(level, by: regulation))
    }
    if BlankPlan.isTooLarge(regulations) { throw ExportError(message: Self.tooLarge) }
    let plan = BlankPlan(regulations: regulations, place: place)
    var draft = BlankDraft(plan)
    draft.addPlaces()
    draft.addOrganizations()
    draft.addPosts()
    draft.addDuties()
    draft.addOversight()
    self.plan = plan
    remarks = draft.remarks
    chart = Chart(draft.contents)
  }

  private static let tooLarge = Localized(
    zh: "法规超过 \(BlankPlan.mostRoles) 类职务或 \(BlankPlan.mostRows) 项要求，做不成一张表",
    en: "the regulation has more than \(BlankPlan.mostRoles) roles or \(BlankPlan.mostRows) demands, which is too much "
      + "for a form")

  private static func unbound(_ level: Level, by regulation: Regulation) -> Localized {
    let levels = regulation.levels
    return Localized(
      zh: "法规 \(regulation.key) 不约束\(level.name.zh)；它约束 "
        + levels.map { "\($0.word)（\($0.name.zh)）" }.joined(separator: "、"),
      en: "the regulation \(regulation.key) does not bind a \(level.word); it binds "
        + levels.map(\.word).joined(separator: ", "))
  }
}

/// What to know of the rows of a blank chart, in its language: why a row is there and what to do about it.
package struct BlankRemarks: Sendable {
  /// By row of each table.
  package var organizations: [String] = []
  package var posts: [String] = []
  package var duties: [String] = []
  package var assignments: [String] = []
  package var oversight: [String] = []
  /// Rows in which the regulation does not say who, and the place must look closely.
  package var openAssignments: Set<Int> = []
  /// Posts whose charge is not the regulation's.
  package var openPosts: Set<Int> = []
  /// By row of oversight, the columns that are not the regulation's.
  package var openOversight: [Int: [String]] = [:]
}

/// A blank chart while it is put together.
struct BlankDraft {
  let plan: BlankPlan
  var contents = ChartContents()
  var remarks = BlankRemarks()
  /// Ids that are taken, in each table.
  var ids = BlankIDs()
  var places: [Level: ID<Jurisdiction>] = [:]
  var organizations: [BlankPlan.Seat: ID<Organization>] = [:]
  var posts: [String: ID<Post>] = [:]
  private(set) var roles: [String: ID<Role>] = [:]
  /// By post, all that are above it by command or charge.
  var above: [Set<ID<Post>>] = []
  /// By role, the clauses that its posts adopt.
  private(set) var adopted: [String: [Cited]] = [:]
  /// The links of oversight by their ids.
  var links: [String: ID<Oversight>] = [:]

  init(_ plan: BlankPlan) {
    self.plan = plan
    contents.key = plan.place.id
    contents.title = Localized(plan.place.title)
    contents.regulations = plan.regulations
    for role in plan.regulations.flatMap(\.roles) where roles[role.key] == nil {
      roles[role.key] = ID(contents.roles.key.count)
      contents.roles.key.append(role.key)
      contents.roles.name.append(role.name)
    }
    for (number, regulation) in plan.regulations.enumerated() {
      for duty in regulation.duties where duty.each && duty.levels.contains(plan.level) {
        let clause = cited(duty.clause, of: number)
        for role in duty.roles where adopted[regulation.roles[role].key]?.contains(clause) != true {
          adopted[regulation.roles[role].key, default: []].append(clause)
        }
      }
    }
  }

  var language: Language { plan.language }

  /// A clause as the chart cites it.
  func cited(_ clause: ClauseNumber, of regulation: Int) -> Cited {
    let bare = plan.regulations.count == 1
    let text = bare ? clause.description : plan.regulations[regulation].key + ":" + clause.description
    return Cited(ClauseReference(text: text), at: .none)
  }

  /// Clauses as people read them; the regulation is named where there are several.
  func citation(_ clauses: [ClauseNumber], of regulation: Int) -> String {
    let numbers = clauses.map { $0.citation[language] }.joined(separator: language == .chinese ? "、" : ", ")
    if plan.regulations.count == 1 { return numbers }
    let title = plan.regulations[regulation].title[language]
    return language == .chinese ? "《\(title)》\(numbers)" : "\(numbers) of \(title)"
  }

  /// A text in the chart's language.
  func text(_ zh: String, _ en: String) -> String { language == .chinese ? zh : en }
}
