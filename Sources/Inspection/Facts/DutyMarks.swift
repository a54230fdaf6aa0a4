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
