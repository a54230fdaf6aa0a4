import RemitModel
import RemitSource

/// Who is in which post at the chart's day.
package struct Incumbency: Fact {
  /// By post, where its holders begin in `persons`, and one past the end of all.
  private let starts: [Int32]
  private let persons: [ID<Person>]
  /// By person, where its posts begin in `posts`, and one past the end of all.
  private let offsets: [Int32]
  private let posts: [ID<Post>]

  package init(_ chart: Chart, _ facts: Facts) {
    let isPlaceholder = facts[Placeholders.self].isPlaceholder
    let tenures = chart.tenures
    let (terms, statuses, holders) = (chart.tenuresOfPost, chart.posts.status.values, tenures.person.values)
    var persons: [ID<Person>] = []
    var starts: [Int32] = [0]
    persons.reserveCapacity(holders.count)
    starts.reserveCapacity(statuses.count + 1)
    var isPresent = [Bool](repeating: false, count: holders.count)
    for post in chart.posts.ids {
      let start = persons.count
      if statuses[post.index] != .abolished {
        for slot in terms.slots(of: post) where Self.isPresent(terms.values[slot], in: chart) {
          let person = holders[terms.values[slot].index]
          guard !isPlaceholder[person.index], !persons[start...].contains(person) else { continue }
          isPresent[terms.values[slot].index] = true
          persons.append(person)
        }
      }
      starts.append(Int32(persons.count))
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
    self.starts = starts
    self.persons = persons
    offsets = next
    self.posts = posts
  }

  /// The persons in a post whose term covers the day, acting ones included, in the order written; placeholders are left
  /// out, since nobody stands behind them.
  package func holders(of post: ID<Post>) -> ArraySlice<ID<Person>> { persons[slots(of: post)] }

  /// Whether any holder of a post is wanted. O(its holders).
  package func isHeld(_ post: ID<Post>, by isWanted: (ID<Person>) -> Bool) -> Bool {
    slots(of: post).contains { isWanted(persons[$0]) }
  }

  /// The first holder of one post who holds another too. O(holders of both, multiplied).
  package func holder(of post: ID<Post>, and other: ID<Post>) -> ID<Person>? {
    let others = slots(of: other)
    for slot in slots(of: post) {
      for second in others where persons[second] == persons[slot] { return persons[slot] }
    }
    return nil
  }

  private func slots(of post: ID<Post>) -> Range<Int> { Int(starts[post.index])..<Int(starts[post.index + 1]) }

  /// The posts that a person holds at the day, in the order written.
  package func posts(of person: ID<Person>) -> ArraySlice<ID<Post>> {
    posts[Int(offsets[person.index])..<Int(offsets[person.index + 1])]
  }

  /// Whether any of the posts that a person holds at the day is wanted. O(these).
  package func holds(_ person: ID<Person>, anyPost isWanted: (ID<Post>) -> Bool) -> Bool {
    (Int(offsets[person.index])..<Int(offsets[person.index + 1])).contains { isWanted(posts[$0]) }
  }

  /// How many posts a person holds at the day.
  package func postCount(of person: ID<Person>) -> Int { Int(offsets[person.index + 1] - offsets[person.index]) }

  /// Whether a term covers the chart's day. In a chart without a day a term counts as running unless its end is given.
  package static func isPresent(_ tenure: ID<Tenure>, in chart: Chart) -> Bool {
    guard let day = chart.asOf else { return chart.tenures.until[tenure] == nil }
    if let from = chart.tenures.from[tenure], from > day { return false }
    if let until = chart.tenures.until[tenure], until < day { return false }
    return true
  }
}
