import RemitModel

/// Who is in which post at the chart's day.
package struct Incumbency: Fact {
  /// The persons in each post whose term covers the day, acting ones included, in the order written; placeholders are
  /// left out, since nobody stands behind them.
  package let persons: [[ID<Person>]]
  /// The posts that each person holds at the day.
  package let posts: [[ID<Post>]]

  package init(_ chart: Chart, _ facts: Facts) {
    var persons = [[ID<Person>]](repeating: [], count: chart.posts.key.count)
    var posts = [[ID<Post>]](repeating: [], count: chart.persons.key.count)
    for tenure in chart.tenures.ids where Self.isPresent(tenure, in: chart) {
      let post = chart.tenures.post[tenure]
      let person = chart.tenures.person[tenure]
      guard chart.posts.status[post] != .abolished, !Self.isPlaceholder(person, in: chart),
        !persons[post.index].contains(person)
      else { continue }
      persons[post.index].append(person)
      posts[person.index].append(post)
    }
    self.persons = persons
    self.posts = posts
  }

  package func holders(of post: ID<Post>) -> [ID<Person>] { persons[post.index] }

  /// Whether a term covers the chart's day. In a chart without a day a term counts as running unless its end is given.
  package static func isPresent(_ tenure: ID<Tenure>, in chart: Chart) -> Bool {
    guard let day = chart.asOf else { return chart.tenures.until[tenure] == nil }
    if let from = chart.tenures.from[tenure], from > day { return false }
    if let until = chart.tenures.until[tenure], until < day { return false }
    return true
  }

  /// Whether a person's id or name only keeps a place: TBD, vacant, N/A, 待定, 空缺 and the like.
  package static func isPlaceholder(_ person: ID<Person>, in chart: Chart) -> Bool {
    Placeholder.matches(chart.persons.key[person]) || Placeholder.matches(chart.persons.name[person].zh)
      || Placeholder.matches(chart.persons.name[person].en)
  }
}
