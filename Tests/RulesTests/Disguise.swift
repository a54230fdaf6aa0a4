import RemitModel
import RemitSource

/// The same chart in other clothes: other ids, other order of rows.
struct Disguise: Sendable, CustomStringConvertible {
  let description: String
  /// Added to every id.
  let suffix: String
  /// The new order of a table of so many rows: the old row at each new place.
  let order: @Sendable (Int) -> [Int]

  static let all = [renamed, reversed, shuffled(1), shuffled(2)]

  static let renamed = Disguise(description: "renamed", suffix: "-zz", order: { Array(0..<$0) })
  static let reversed = Disguise(description: "reversed", suffix: "", order: { (0..<$0).reversed() })

  static func shuffled(_ seed: UInt64) -> Disguise {
    Disguise(description: "shuffled with seed \(seed)", suffix: "") { count in
      var random = SplitMix(state: seed)
      return Array(0..<count).shuffled(using: &random)
    }
  }

  func callAsFunction(_ chart: Chart) -> Chart { Chart(Disguiser(chart, self).contents()) }

  /// A subject's key without the disguise.
  func bare(_ key: String) -> String {
    guard !suffix.isEmpty else { return key }
    return key.split(separator: suffix, omittingEmptySubsequences: false).joined()
  }
}

/// Numbers that are the same each time.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var z = state
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return z ^ (z >> 31)
  }
}

/// The rows of one table in a new order.
private struct Rows<Entity> {
  /// Old ids in their new order.
  let old: [ID<Entity>]
  private let new: [ID<Entity>]

  init(_ count: Int, _ order: (Int) -> [Int]) {
    let rows = order(count)
    var new = [ID<Entity>](repeating: ID(0), count: count)
    for (place, row) in rows.enumerated() { new[row] = ID(place) }
    old = rows.map { ID($0) }
    self.new = new
  }

  subscript(_ old: ID<Entity>) -> ID<Entity> { new[old.index] }

  func column<Values: EntityColumn>(
    _ column: Values, _ change: (Values.Value) -> Values.Value = { $0 }
  ) -> Values where Values.Entity == Entity {
    var result = Values()
    for id in old { result.append(change(column[id])) }
    return result
  }

  func column(_ column: LocalizedColumn<Entity>) -> LocalizedColumn<Entity> {
    var result = LocalizedColumn<Entity>()
    for id in old { result.append(column[id]) }
    return result
  }

  func column<Value>(
    _ column: ListColumn<Entity, Value>, _ change: (Value) -> Value = { $0 }
  ) -> ListColumn<Entity, Value> {
    var result = ListColumn<Entity, Value>()
    for id in old { result.append(column[id].map(change)) }
    return result
  }
}

private struct Disguiser {
  let chart: Chart
  let suffix: String
  let jurisdictions: Rows<Jurisdiction>
  let organizations: Rows<Organization>
  let posts: Rows<Post>
  let persons: Rows<Person>
  let tenures: Rows<Tenure>
  let duties: Rows<Duty>
  let assignments: Rows<Assignment>
  let oversight: Rows<Oversight>
  let conflicts: Rows<Conflict>

  init(_ chart: Chart, _ disguise: Disguise) {
    self.chart = chart
    suffix = disguise.suffix
    jurisdictions = Rows(chart.jurisdictions.ids.count, disguise.order)
    organizations = Rows(chart.organizations.ids.count, disguise.order)
    // A regulation's roles are numbered alike in the regulation and in its chart.
    let keeps = chart.origin == .regulation
    posts = Rows(chart.posts.ids.count, keeps ? { Array(0..<$0) } : disguise.order)
    persons = Rows(chart.persons.ids.count, disguise.order)
    tenures = Rows(chart.tenures.ids.count, disguise.order)
    duties = Rows(chart.duties.ids.count, disguise.order)
    assignments = Rows(chart.assignments.ids.count, disguise.order)
    oversight = Rows(chart.oversight.ids.count, disguise.order)
    conflicts = Rows(chart.conflicts.ids.count, disguise.order)
  }

  func key(_ key: String) -> String { key + suffix }

  func node(_ node: Node) -> Node {
    switch node {
    case .post(let id): .post(posts[id])
    case .organization(let id): .organization(organizations[id])
    case .duty(let id): .duty(duties[id])
    }
  }

  func contents() -> ChartContents {
    var contents = ChartContents()
    contents.key = chart.key
    contents.title = chart.title
    contents.origin = chart.origin
    contents.asOf = chart.asOf
    contents.sources = chart.sources
    contents.regulations = chart.regulations
    contents.roles = chart.roles
    contents.suppressions = suppressions()
    fillPlaces(&contents)
    fillPosts(&contents)
    fillDuties(&contents)
    fillOversight(&contents)
    return contents
  }

  private func fillPlaces(_ contents: inout ChartContents) {
    contents.jurisdictions.key = jurisdictions.column(chart.jurisdictions.key, key)
    contents.jurisdictions.name = jurisdictions.column(chart.jurisdictions.name)
    contents.jurisdictions.level = jurisdictions.column(chart.jurisdictions.level)
    contents.jurisdictions.parent = jurisdictions.column(chart.jurisdictions.parent) { $0.map { jurisdictions[$0] } }
    contents.jurisdictions.place = jurisdictions.column(chart.jurisdictions.place)
    contents.organizations.key = organizations.column(chart.organizations.key, key)
    contents.organizations.name = organizations.column(chart.organizations.name)
    contents.organizations.kind = organizations.column(chart.organizations.kind)
    contents.organizations.jurisdiction = organizations.column(chart.organizations.jurisdiction) { jurisdictions[$0] }
    contents.organizations.parent = organizations.column(chart.organizations.parent) { $0.map { organizations[$0] } }
    contents.organizations.apex = organizations.column(chart.organizations.apex)
    contents.organizations.place = organizations.column(chart.organizations.place)
    contents.waivers = waivers()
  }

  private func fillPosts(_ contents: inout ChartContents) {
    contents.posts.key = posts.column(chart.posts.key, key)
    contents.posts.name = posts.column(chart.posts.name)
    contents.posts.organization = posts.column(chart.posts.organization) { organizations[$0] }
    contents.posts.role = posts.column(chart.posts.role)
    contents.posts.apex = posts.column(chart.posts.apex)
    contents.posts.status = posts.column(chart.posts.status)
    contents.posts.adopts = posts.column(chart.posts.adopts)
    contents.posts.place = posts.column(chart.posts.place)
    for post in posts.old {
      for slot in chart.superiors.slots(of: post) {
        contents.superiors.append(posts[post], posts[chart.superiors.values[slot]], at: chart.superiors.places[slot])
      }
      for slot in chart.dotted.slots(of: post) {
        contents.dotted.append(posts[post], posts[chart.dotted.values[slot]], at: chart.dotted.places[slot])
      }
      for slot in chart.charges.slots(of: post) {
        contents.charges.append(posts[post], organizations[chart.charges.values[slot]], at: chart.charges.places[slot])
      }
    }
    contents.persons.key = persons.column(chart.persons.key, key)
    contents.persons.name = persons.column(chart.persons.name)
    contents.persons.place = persons.column(chart.persons.place)
    contents.tenures.post = tenures.column(chart.tenures.post) { posts[$0] }
    contents.tenures.person = tenures.column(chart.tenures.person) { persons[$0] }
    contents.tenures.from = tenures.column(chart.tenures.from)
    contents.tenures.until = tenures.column(chart.tenures.until)
    contents.tenures.acting = tenures.column(chart.tenures.acting)
    contents.tenures.place = tenures.column(chart.tenures.place)
  }

  private func fillDuties(_ contents: inout ChartContents) {
    contents.duties.key = duties.column(chart.duties.key, key)
    contents.duties.title = duties.column(chart.duties.title)
    contents.duties.jurisdiction = duties.column(chart.duties.jurisdiction) { jurisdictions[$0] }
    contents.duties.domains = duties.column(chart.duties.domains)
    contents.duties.basis = duties.column(chart.duties.basis)
    contents.duties.joint = duties.column(chart.duties.joint)
    contents.duties.status = duties.column(chart.duties.status)
    contents.duties.risk = duties.column(chart.duties.risk)
    contents.duties.place = duties.column(chart.duties.place)
    contents.assignments.duty = assignments.column(chart.assignments.duty) { duties[$0] }
    contents.assignments.assignee = assignments.column(chart.assignments.assignee, node)
    contents.assignments.letter = assignments.column(chart.assignments.letter)
    contents.assignments.term = assignments.column(chart.assignments.term)
    contents.assignments.lead = assignments.column(chart.assignments.lead)
    contents.assignments.place = assignments.column(chart.assignments.place)
    contents.conflicts.key = conflicts.column(chart.conflicts.key, key)
    contents.conflicts.duties = conflicts.column(chart.conflicts.duties) { duties[$0] }
    contents.conflicts.atMost = conflicts.column(chart.conflicts.atMost)
    contents.conflicts.place = conflicts.column(chart.conflicts.place)
  }

  private func fillOversight(_ contents: inout ChartContents) {
    contents.oversight.key = oversight.column(chart.oversight.key, key)
    contents.oversight.kind = oversight.column(chart.oversight.kind)
    contents.oversight.by = oversight.column(chart.oversight.by, node)
    contents.oversight.of = oversight.column(chart.oversight.of, node)
    contents.oversight.scope = oversight.column(chart.oversight.scope)
    contents.oversight.instrument = oversight.column(chart.oversight.instrument)
    contents.oversight.basis = oversight.column(chart.oversight.basis)
    contents.oversight.perYear = oversight.column(chart.oversight.perYear)
    contents.oversight.planned = oversight.column(chart.oversight.planned)
    contents.oversight.feeds = oversight.column(chart.oversight.feeds, node)
    contents.oversight.place = oversight.column(chart.oversight.place)
  }

  /// Waivers keep their order: of two alike the first one counts.
  private func waivers() -> Waiver {
    var waivers = chart.waivers
    for id in waivers.ids { waivers.jurisdiction.set(id, to: waivers.jurisdiction[id].map { jurisdictions[$0] }) }
    return waivers
  }

  private func suppressions() -> Suppression {
    var suppressions = chart.suppressions
    for id in suppressions.ids { suppressions.subject.set(id, to: suppressions.subject[id].map(key)) }
    return suppressions
  }
}
