import RemitModel

/// How many posts deep each post stands in its jurisdiction by the shortest chain of command: 1 for who reports to nobody
/// there, 2 for who reports to such a one. Dotted lines and abolished posts do not count. O(posts + links).
package struct Layers: Fact {
  /// By post; 0 for posts that are not in force, and for those in circles that nobody stands above.
  package let depth: [Int]
  /// By post: the deepest layer of a post that it stands above, or its own.
  package let reach: [Int]
  /// By post: one report on the way to such a post; nil where there is none.
  private let next: [ID<Post>?]
  private let above: [ID<Post>?]

  package init(_ chart: Chart, _ facts: Facts) {
    let count = chart.posts.key.count
    var depth = [Int](repeating: 0, count: count)
    var above = [ID<Post>?](repeating: nil, count: count)
    var order: [ID<Post>] = []
    let (superiors, reports, places) = (chart.superiors, chart.reports, chart.organizations.jurisdiction)
    let homes = chart.posts.organization.values.map { places[$0] }
    let isInForce = chart.posts.status.values.map { $0 == .active || $0 == .vacant }
    func isCommanded(_ post: ID<Post>) -> Bool {
      superiors.slots(of: post).contains { slot in
        let superior = superiors.values[slot]
        return superior != post && isInForce[superior.index] && homes[superior.index] == homes[post.index]
      }
    }
    for post in chart.posts.ids where isInForce[post.index] && !isCommanded(post) {
      depth[post.index] = 1
      order.append(post)
    }
    var position = 0
    while position < order.count {
      let superior = order[position]
      position += 1
      for slot in reports.slots(of: superior) {
        let post = reports.values[slot]
        guard depth[post.index] == 0, isInForce[post.index], homes[post.index] == homes[superior.index] else {
          continue
        }
        depth[post.index] = depth[superior.index] + 1
        above[post.index] = superior
        order.append(post)
      }
    }
    var reach = depth
    var next = [ID<Post>?](repeating: nil, count: count)
    for post in order.reversed() {
      guard let superior = above[post.index], reach[post.index] >= reach[superior.index] else { continue }
      reach[superior.index] = reach[post.index]
      next[superior.index] = post
    }
    self.depth = depth
    self.reach = reach
    self.next = next
    self.above = above
  }

  /// A chain of command from the top of the jurisdiction down to a post, that one included.
  package func chain(downTo post: ID<Post>) -> [ID<Post>] {
    var chain = [post]
    while let superior = chain.last.flatMap({ above[$0.index] }) { chain.append(superior) }
    return chain.reversed()
  }

  /// The longest chain below a post, without the post itself.
  package func chain(below post: ID<Post>) -> [ID<Post>] {
    var chain: [ID<Post>] = []
    var current = next[post.index]
    while let report = current {
      chain.append(report)
      current = next[report.index]
    }
    return chain
  }
}
