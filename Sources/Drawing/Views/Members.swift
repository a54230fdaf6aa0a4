import RemitModel

/// Rows of a table: quick to ask and to add to, and to go through in no more steps than there are members.
struct IDSet<Table>: Sendable {
  private var flags: [Bool]
  /// The members, in the order in which they came.
  private(set) var ids: [ID<Table>] = []

  /// None of so many rows.
  init(capacity: Int) { flags = [Bool](repeating: false, count: capacity) }

  func contains(_ id: ID<Table>) -> Bool { flags[id.index] }

  mutating func insert(_ id: ID<Table>) {
    guard !flags[id.index] else { return }
    flags[id.index] = true
    ids.append(id)
  }

  mutating func keep(_ other: Self) {
    for id in ids where !other.contains(id) { flags[id.index] = false }
    ids.removeAll { !other.contains($0) }
  }

  /// In the order of the table.
  var sorted: [ID<Table>] { ids.sorted() }
}

extension Array where Element: Comparable {
  /// Each value once, in order. Quick where equal ones stand together already.
  var distinct: [Element] {
    var runs: [Element] = []
    for value in self where value != runs.last { runs.append(value) }
    runs.sort()
    var result: [Element] = []
    for value in runs where value != result.last { result.append(value) }
    return result
  }
}

extension Scope {
  /// Some of a chart's bodies, posts and duties.
  struct Members: Sendable {
    var organizations: IDSet<Organization>
    var posts: IDSet<Post>
    var duties: IDSet<Duty>

    /// None.
    init(_ chart: Chart) {
      organizations = IDSet(capacity: chart.organizations.key.count)
      posts = IDSet(capacity: chart.posts.key.count)
      duties = IDSet(capacity: chart.duties.key.count)
    }

    var count: Int { organizations.ids.count + posts.ids.count + duties.ids.count }

    var nodes: some Sequence<RemitModel.Node> {
      [
        posts.ids.map(RemitModel.Node.post), organizations.ids.map(RemitModel.Node.organization),
        duties.ids.map(RemitModel.Node.duty),
      ].joined()
    }

    func contains(_ node: RemitModel.Node) -> Bool {
      switch node {
      case .post(let id): posts.contains(id)
      case .organization(let id): organizations.contains(id)
      case .duty(let id): duties.contains(id)
      }
    }

    mutating func insert(_ node: RemitModel.Node) {
      switch node {
      case .post(let id): posts.insert(id)
      case .organization(let id): organizations.insert(id)
      case .duty(let id): duties.insert(id)
      }
    }

    /// Leaves only what is in both.
    mutating func keep(_ other: Self) {
      organizations.keep(other.organizations)
      posts.keep(other.posts)
      duties.keep(other.duties)
    }
  }
}
