import RemitModel
import RemitSource

/// Who is in which post at the chart's day.
package struct Incumbency: Fact {
  private let persons: ListColumn<Post, ID<Person>>
  /// By person, where its posts begin in `posts`, and one past the end of all.
  private let offsets: [Int32]
  private let posts: [ID<Post>]

  package init(_ chart: Chart, _ facts: Facts) {
    let isPlaceholder = facts[Placeholders.self].isPlaceholder
    let tenures = chart.tenures
    var persons = ListColumn<Post, ID<Person>>()
    persons.reserve(rows: chart.posts.key.count, items: tenures.ids.count)
    var isPresent = [Bool](repeating: false, count: tenures.ids.count)
    var own: [ID<Person>] = []
    for post in chart.posts.ids {
      own.removeAll(keepingCapacity: true)
      if chart.posts.status[post] != .abolished {
        for tenure in chart.tenuresOfPost[post] where Self.isPresent(tenure, in: chart) {
          let person = tenures.person[tenure]
          guard !isPlaceholder[person.index], !own.contains(person) else { continue }
          own.append(person)
          isPresent[tenure.index] = true
          persons.add(person)
        }
      }
      persons.endRow()
    }
    var next = [Int32](repeating: 0, count: chart.persons.key.count + 2)
    for tenure in tenures.ids where isPresent[tenure.index] { next[tenures.person[tenure].index + 2] += 1 }
    for person in 2..<next.count { next[person] += next[person - 1] }
    var posts = [ID<Post>](repeating: ID(0), count: Int(next[next.count - 1]))
    for tenure in tenures.ids where isPresent[tenure.index] {
      let person = tenures.person[tenure].index
      posts[Int(next[person + 1])] = tenures.post[tenure]
      next[person + 1] += 1
    }
    self.persons = persons
    offsets = next
    self.posts = posts
  }

  /// The persons in a post whose term covers the day, acting ones included, in the order written; placeholders are left
  /// out, since nobody stands behind them.
  package func holders(of post: ID<Post>) -> ArraySlice<ID<Person>> { persons[post] }

  /// The posts that a person holds at the day, in the order written.
  package func posts(of person: ID<Person>) -> ArraySlice<ID<Post>> {
    posts[Int(offsets[person.index])..<Int(offsets[person.index + 1])]
  }

  /// Whether a term covers the chart's day. In a chart without a day a term counts as running unless its end is given.
  package static func isPresent(_ tenure: ID<Tenure>, in chart: Chart) -> Bool {
    guard let day = chart.asOf else { return chart.tenures.until[tenure] == nil }
    if let from = chart.tenures.from[tenure], from > day { return false }
    if let until = chart.tenures.until[tenure], until < day { return false }
    return true
  }
}
