import RemitModel

/// Who has which duty of each conflict set in hand.
package struct ConflictHands: Fact {
  /// One active duty of a set, and by whose hands it is done or answered for at the chart's day.
  package struct Step: Sendable {
    package let duty: ID<Duty>
    /// The letters A and R of posts, in the order written, each with one present holder of the post.
    package let holds: [(letter: ID<Assignment>, post: ID<Post>, person: ID<Person>)]
  }

  private let steps: [[Step]]

  package init(_ chart: Chart, _ facts: Facts) {
    let incumbency = facts[Incumbency.self]
    steps = chart.conflicts.ids.map { conflict in
      var seen: Set<ID<Duty>> = []
      return chart.conflicts.duties[conflict].compactMap { duty in
        guard chart.duties.status[duty] == .active, seen.insert(duty).inserted else { return nil }
        return Step(duty: duty, holds: Self.holds(of: duty, chart, incumbency))
      }
    }
  }

  private static func holds(
    of duty: ID<Duty>, _ chart: Chart, _ incumbency: Incumbency
  ) -> [(letter: ID<Assignment>, post: ID<Post>, person: ID<Person>)] {
    chart.letters[duty].flatMap { row -> [(letter: ID<Assignment>, post: ID<Post>, person: ID<Person>)] in
      guard chart.assignments.letter[row] <= .responsible, case .post(let post) = chart.assignments.assignee[row]
      else { return [] }
      return incumbency.holders(of: post).map { (row, post, $0) }
    }
  }

  /// The steps of a set, in the order written.
  package func steps(of conflict: ID<Conflict>) -> [Step] { steps[conflict.index] }

  /// How many steps of a set each person has in hand.
  package func counts(of conflict: ID<Conflict>) -> [ID<Person>: Int] {
    var counts: [ID<Person>: Int] = [:]
    for step in steps[conflict.index] {
      for person in Set(step.holds.map(\.person)) { counts[person, default: 0] += 1 }
    }
    return counts
  }

  /// A few persons who together have every step of a set in hand.
  package enum Cover: Sendable {
    case found([ID<Person>])
    case none
    /// The search was given up.
    case unproved
  }

  /// Whether at most `most` persons have all steps in hand. To cover all, one of those who have the step with the fewest
  /// hands must be among them; so the search branches over these, and gives up after `effort` branches.
  package func cover(of conflict: ID<Conflict>, by most: Int, effort: Int) -> Cover {
    let hands = steps[conflict.index].map { Set($0.holds.map(\.person)).sorted() }
    guard !hands.isEmpty, hands.allSatisfy({ !$0.isEmpty }) else { return .none }
    var search = CoverSearch(hands: hands, effort: effort)
    if let persons = search.cover(Array(hands.indices), most) { return .found(persons.sorted()) }
    return search.effort > 0 ? .none : .unproved
  }
}

private struct CoverSearch {
  let hands: [[ID<Person>]]
  var effort: Int

  /// Depth at most `most`, which is small.
  mutating func cover(_ left: [Int], _ most: Int) -> [ID<Person>]? {
    guard let step = left.min(by: { (hands[$0].count, $0) < (hands[$1].count, $1) }) else { return [] }
    guard most > 0 else { return nil }
    for person in hands[step] {
      guard effort > 0 else { return nil }
      effort -= 1
      if let rest = cover(left.filter { !hands[$0].contains(person) }, most - 1) { return [person] + rest }
    }
    return nil
  }
}
