import RemitModel

/// Which clauses the chart's posts hold: those that they have adopted, and those that their duties rest on.
package struct Holdings: Fact {
  /// A post's hold on a clause.
  package struct Tie: Sendable {
    package let post: ID<Post>
    package let clause: ClauseNumber
    /// Nil: adopted as written.
    package let letter: Letter?
    package let duty: ID<Duty>?

    /// Whether the tie is as strong as a clause asks; what is adopted as written is.
    package func suffices(for asked: Letter) -> Bool { letter.map { $0 <= asked } ?? true }
  }

  /// By regulation and post.
  private let ties: [[[Tie]]]
  private let chart: Chart

  package init(_ chart: Chart, _ facts: Facts) {
    self.chart = chart
    var ties = chart.regulations.map { _ in [[Tie]](repeating: [], count: chart.posts.key.count) }
    if !chart.regulations.isEmpty {
      for post in chart.posts.ids where chart.posts.status[post] != .abolished {
        for cited in chart.posts.adopts[post] {
          guard let (regulation, clause) = chart.resolve(cited.reference) else { continue }
          ties[regulation][post.index].append(Tie(post: post, clause: clause, letter: nil, duty: nil))
        }
      }
      for duty in chart.duties.ids where chart.duties.status[duty] == .active {
        for (regulation, clause) in chart.duties.basis[duty].compactMap({ chart.resolve($0.reference) }) {
          for row in chart.letters[duty] {
            guard case .post(let post) = chart.assignments.assignee[row], chart.posts.status[post] != .abolished
            else { continue }
            ties[regulation][post.index].append(
              Tie(post: post, clause: clause, letter: chart.assignments.letter[row], duty: duty))
          }
        }
      }
    }
    self.ties = ties
  }

  /// All ties of a post to clauses of a regulation: adopted ones first, then by duty.
  package func of(_ post: ID<Post>, in regulation: Int) -> [Tie] { ties[regulation][post.index] }

  /// The ties of a post to a clause, to one that it lies in, or to one that lies in it.
  package func of(_ post: ID<Post>, on clause: ClauseNumber, in regulation: Int) -> [Tie] {
    ties[regulation][post.index].filter { $0.clause.covers(clause) || clause.covers($0.clause) }
  }

  /// All ties of a jurisdiction's posts, by article. O(posts and ties of the jurisdiction).
  package func byArticle(in jurisdiction: ID<Jurisdiction>, of regulation: Int) -> [Int: [Tie]] {
    var result: [Int: [Tie]] = [:]
    for organization in chart.bodies[jurisdiction] {
      for post in chart.members[organization] {
        for tie in ties[regulation][post.index] { result[tie.clause.article, default: []].append(tie) }
      }
    }
    return result
  }
}
