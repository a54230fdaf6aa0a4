import RemitModel
import RemitSource

/// Who is in which post at the chart's day.
package struct Incumbency: Fact {
  private let persons: ListColumn<Post, ID<Person>>
  private let posts: Relation<Person, Post>

  package init(_ chart: Chart, _ facts: Facts) {
    let isPlaceholder = facts[Placeholders.self].isPlaceholder
    var persons = ListColumn<Post, ID<Person>>()
    var present: [ID<Tenure>] = []
    for post in chart.posts.ids {
      var own: [ID<Person>] = []
      if chart.posts.status[post] != .abolished {
        for tenure in chart.tenuresOfPost[post] where Self.isPresent(tenure, in: chart) {
          let person = chart.tenures.person[tenure]
          guard !isPlaceholder[person.index], !own.contains(person) else { continue }
          own.append(person)
          present.append(tenure)
          persons.add(person)
        }
      }
      persons.endRow()
    }
    present.sort()
    var links = Links<Person, Post>()
    for tenure in present { links.append(chart.tenures.person[tenure], chart.tenures.post[tenure], at: .none) }
    self.persons = persons
    posts = Relation(rows: chart.persons.ids.count, links: links)
  }

  /// The persons in a post whose term covers the day, acting ones included, in the order written; placeholders are left
  /// out, since nobody stands behind them.
  package func holders(of post: ID<Post>) -> ArraySlice<ID<Person>> { persons[post] }

  /// The posts that a person holds at the day, in the order written.
  package func posts(of person: ID<Person>) -> ArraySlice<ID<Post>> { posts[person] }

  /// Whether a term covers the chart's day. In a chart without a day a term counts as running unless its end is given.
  package static func isPresent(_ tenure: ID<Tenure>, in chart: Chart) -> Bool {
    guard let day = chart.asOf else { return chart.tenures.until[tenure] == nil }
    if let from = chart.tenures.from[tenure], from > day { return false }
    if let until = chart.tenures.until[tenure], until < day { return false }
    return true
  }
}
