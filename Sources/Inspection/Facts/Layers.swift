import RemitModel

/// How many posts deep each post stands in its jurisdiction by the shortest chain of command: 1 for who reports to nobody
/// there, 2 for who reports to such a one. Dotted lines and abolished posts do not count. O(posts + links).
package struct Layers: Fact {
  /// By post; 0 for posts that are not in force, and for those in circles that nobody stands above.
  package let depth: [Int32]
  /// By post: the deepest layer of a post that it stands above, or its own.
  package let reach: [Int32]
  /// By post: one report on the way to such a post, and who stands above it; −1 where there is none.
  private let next: [Int32]
  private let above: [Int32]

  package init(_ chart: Chart, _ facts: Facts) {
    let count = chart.posts.key.count
    var depth = [Int32](repeating: 0, count: count)
    var above = [Int32](repeating: -1, count: count)
    var order: [ID<Post>] = []
    order.reserveCapacity(count)
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
        above[post.index] = superior.raw
        order.append(post)
      }
    }
    var reach = depth
    var next = [Int32](repeating: -1, count: count)
    for post in order.reversed() {
      let superior = Int(above[post.index])
      guard superior >= 0, reach[post.index] >= reach[superior] else { continue }
      reach[superior] = reach[post.index]
      next[superior] = post.raw
    }
    self.depth = depth
    self.reach = reach
    self.next = next
    self.above = above
  }

  /// A chain of command from the top of the jurisdiction down to a post, that one included.
  package func chain(downTo post: ID<Post>) -> [ID<Post>] {
    var chain = [post]
    var current = above[post.index]
    while current >= 0 {
      chain.append(ID(raw: current))
      current = above[Int(current)]
    }
    return chain.reversed()
  }

  /// The longest chain below a post, without the post itself.
  package func chain(below post: ID<Post>) -> [ID<Post>] {
    var chain: [ID<Post>] = []
    var current = next[post.index]
    while current >= 0 {
      chain.append(ID(raw: current))
      current = next[Int(current)]
    }
    return chain
  }
}
