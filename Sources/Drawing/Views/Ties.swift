import RemitInspection
import RemitModel

/// What a chart's own relations do not tell and parts of it are found by. Found once, so that a part costs no more than
/// itself, however large the chart and however many parts are drawn.
struct Ties: Fact {
  let space: NodeSpace
  /// The places right below each.
  let places: Groups<ID<Jurisdiction>>
  /// The duties of each place.
  let duties: Groups<ID<Duty>>
  /// The bodies right below each.
  let bodies: Groups<ID<Organization>>
  /// The bodies of each place that are part of no other.
  let tops: Groups<ID<Organization>>
  /// The posts that a dotted line leads to from each.
  let dotted: Groups<ID<Post>>
  /// The letters of each body as such.
  let letters: Groups<ID<Assignment>>
  /// The rows of oversight that name each node, by its number in `space`; twice where both ends are one.
  let oversight: Groups<ID<Oversight>>
  /// Who oversees or is overseen, or has letters.
  let overseen: Tally
  let assignedPosts: Int

  init(_ chart: Chart, _ facts: Facts) {
    let space = NodeSpace(chart)
    let (organizations, table) = (chart.organizations, chart.oversight)
    let (placeCount, bodyCount) = (chart.jurisdictions.key.count, organizations.key.count)
    self.space = space
    places = Groups(count: placeCount) { add in
      for place in chart.jurisdictions.ids {
        if let above = chart.jurisdictions.parent[place] { add(above.index, place) }
      }
    }
    duties = Groups(count: placeCount) { add in
      for duty in chart.duties.ids { add(chart.duties.jurisdiction[duty].index, duty) }
    }
    bodies = Groups(count: bodyCount) { add in
      for body in organizations.ids { if let above = organizations.parent[body] { add(above.index, body) } }
    }
    tops = Groups(count: placeCount) { add in
      for body in organizations.ids where organizations.parent[body] == nil {
        add(organizations.jurisdiction[body].index, body)
      }
    }
    dotted = Groups(count: chart.posts.key.count) { add in
      for post in chart.posts.ids { for superior in chart.dotted[post] { add(superior.index, post) } }
    }
    let assignments = chart.assignments
    letters = Groups(count: bodyCount) { add in
      for row in assignments.ids {
        if case .organization(let body) = assignments.assignee[row] { add(body.index, row) }
      }
    }
    oversight = Groups(count: space.count) { add in
      for row in table.ids {
        add(space.index(table.by[row]), row)
        add(space.index(table.of[row]), row)
      }
    }
    let rows = oversight
    overseen = Tally((0..<space.count).lazy.map { rows[$0].isEmpty ? nil : Entity(space.node($0)) })
    assignedPosts = chart.posts.ids.count { !chart.assignmentsOfPost[$0].isEmpty }
  }
}

/// Items by what they belong to, in compressed sparse rows.
struct Groups<Item: Sendable>: Sendable {
  private let offsets: [Int32]
  private let items: [Item]

  /// - Parameter visit: Hands on every item with the group that it belongs to; called twice. O(groups + items).
  init(count: Int, _ visit: ((_ group: Int, _ item: Item) -> Void) -> Void) {
    var offsets = [Int32](repeating: 0, count: count + 1)
    visit { group, _ in offsets[group + 1] += 1 }
    for group in 0..<count { offsets[group + 1] += offsets[group] }
    var next = offsets
    items = [Item](unsafeUninitializedCapacity: Int(offsets[count])) { buffer, filled in
      visit { group, item in
        buffer.initializeElement(at: Int(next[group]), to: item)
        next[group] += 1
      }
      filled = Int(offsets[count])
    }
    self.offsets = offsets
  }

  subscript(_ group: Int) -> ArraySlice<Item> { items[Int(offsets[group])..<Int(offsets[group + 1])] }
}
