import RemitModel

/// What the letters of each duty look like, in a few bits: most rules of accountability can tell from these that they have
/// nothing to say of a duty, without going through its letters.
package struct DutyMarks: OptionSet, Sendable {
  package let rawValue: UInt16

  package init(rawValue: UInt16) { self.rawValue = rawValue }

  /// The duty is in force.
  package static let active = DutyMarks(rawValue: 1 << 0)
  /// Somebody answers for it.
  package static let accountable = DutyMarks(rawValue: 1 << 1)
  /// Somebody does it.
  package static let responsible = DutyMarks(rawValue: 1 << 2)
  /// Somebody helps.
  package static let supports = DutyMarks(rawValue: 1 << 3)
  /// Somebody is asked before or told after.
  package static let heard = DutyMarks(rawValue: 1 << 4)
  /// There is more than one A.
  package static let rivals = DutyMarks(rawValue: 1 << 5)
  /// There is more than one R.
  package static let hands = DutyMarks(rawValue: 1 << 6)
  /// A post answers for it.
  package static let answeringPost = DutyMarks(rawValue: 1 << 7)
  /// A body answers for it.
  package static let answeringBody = DutyMarks(rawValue: 1 << 8)
  /// Somebody has more than one letter on it, other than just A and R.
  package static let mixed = DutyMarks(rawValue: 1 << 9)
  /// Those with A, R or S sit in more than one body.
  package static let shared = DutyMarks(rawValue: 1 << 10)
  /// One with A or R goes first.
  package static let led = DutyMarks(rawValue: 1 << 11)
  /// One post alone answers for it, and whoever does it is that post, reports to it or to one who does, or sits in a body
  /// in its charge.
  package static let directed = DutyMarks(rawValue: 1 << 12)
}

/// The marks of all duties.
package struct DutyLetters: Fact {
  /// By duty.
  private let marks: [DutyMarks]

  /// O(duties + letters).
  package init(_ chart: Chart, _ facts: Facts) {
    let space = NodeSpace(chart)
    let assignees = chart.assignments.assignee
    let letters = chart.assignments.letter.values
    let leads = chart.assignments.lead.values
    let homes = chart.posts.organization.values
    let statuses = chart.duties.status.values
    let offsets = chart.letters.offsets
    let lines = PlainLines(chart)
    // The last duty on which each node was met, and which of the letters it has there.
    var met = [Int32](repeating: -1, count: space.count)
    var had = [DutyMarks](repeating: [], count: space.count)
    marks = statuses.indices.map { duty in
      var marks: DutyMarks = statuses[duty] == .active ? .active : []
      var body: Int32 = -1
      // The rows of a duty follow one another.
      for row in Int(offsets[duty])..<Int(offsets[duty + 1]) {
        let node = assignees[ID(row)]
        let index = space.index(node)
        let letter = letters[row]
        let mark = DutyMarks.mark(of: letter)
        if met[index] == Int32(truncatingIfNeeded: duty) {
          if had[index] != mark, had[index].union(mark) != [.accountable, .responsible] { marks.insert(.mixed) }
          if letter == .consulted || letter == .informed, had[index] == .heard { marks.insert(.mixed) }
          had[index].insert(mark)
        } else {
          had[index] = mark
        }
        met[index] = Int32(truncatingIfNeeded: duty)
        marks.add(letter, of: node)
        if letter == .consulted || letter == .informed { continue }
        if leads[row], letter != .supports { marks.insert(.led) }
        let home: Int32
        switch node {
        case .post(let post): home = homes[post.index].raw
        case .organization(let organization): home = organization.raw
        case .duty: continue
        }
        if body >= 0, body != home { marks.insert(.shared) }
        body = home
      }
      if marks.isSuperset(of: [.active, .answeringPost, .responsible]), !marks.contains(.rivals),
        lines.leadToAnswerer(from: Int(offsets[duty])..<Int(offsets[duty + 1]))
      {
        marks.insert(.directed)
      }
      return marks
    }
  }

  /// The duties with all of some marks and none of others, in file order. O(duties).
  package func duties(with wanted: DutyMarks, without unwanted: DutyMarks = []) -> [ID<Duty>] {
    let (asked, answer) = (wanted.rawValue | unwanted.rawValue, wanted.rawValue)
    var duties: [ID<Duty>] = []
    for (index, marks) in marks.enumerated() where marks.rawValue & asked == answer { duties.append(ID(index)) }
    return duties
  }
}

/// Command as far as it is seen at a glance: the first superiors of a post, and those in charge of its body.
private struct PlainLines {
  private let letters: [Letter]
  private let assignees: NodeColumn<Assignment>
  private let superiors: Relation<Post, Post>
  private let chargedBy: Relation<Organization, Post>
  private let homes: [ID<Organization>]
  private let statuses: [Status]

  init(_ chart: Chart) {
    letters = chart.assignments.letter.values
    assignees = chart.assignments.assignee
    superiors = chart.superiors
    chargedBy = chart.chargedBy
    homes = chart.posts.organization.values
    statuses = chart.posts.status.values
  }

  private func isInForce(_ post: ID<Post>) -> Bool {
    statuses[post.index] == .active || statuses[post.index] == .vacant
  }

  /// Whether all with an R by some rows are under the one post with an A, or are this post. O(rows).
  func leadToAnswerer(from rows: Range<Int>) -> Bool {
    guard let row = rows.first(where: { letters[$0] == .accountable }), case .post(let head) = assignees[ID(row)],
      isInForce(head)
    else { return false }
    for row in rows where letters[row] == .responsible {
      guard case .post(let post) = assignees[ID(row)], isInForce(post) else { return false }
      if post == head || reports(post, to: head) { continue }
      let charging = chargedBy.slots(of: homes[post.index]).prefix(4)
      if charging.contains(where: { chargedBy.values[$0] == head }) { continue }
      let isAbove = superiors.slots(of: post).prefix(4).contains { slot in
        let superior = superiors.values[slot]
        return isInForce(superior) && reports(superior, to: head)
      }
      if !isAbove { return false }
    }
    return true
  }

  private func reports(_ post: ID<Post>, to head: ID<Post>) -> Bool {
    superiors.slots(of: post).prefix(4).contains { superiors.values[$0] == head }
  }
}

extension DutyMarks {
  @inline(__always)
  fileprivate static func mark(of letter: Letter) -> DutyMarks {
    switch letter {
    case .accountable: .accountable
    case .responsible: .responsible
    case .supports: .supports
    case .consulted, .informed: .heard
    }
  }

  @inline(__always)
  fileprivate mutating func add(_ letter: Letter, of node: Node) {
    switch letter {
    case .accountable:
      insert(contains(.accountable) ? .rivals : .accountable)
      switch node {
      case .post: insert(.answeringPost)
      case .organization: insert(.answeringBody)
      case .duty: break
      }
    case .responsible: insert(contains(.responsible) ? .hands : .responsible)
    case .supports: insert(.supports)
    case .consulted, .informed: insert(.heard)
    }
  }
}
