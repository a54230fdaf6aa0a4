import RemitModel

/// The posts of departments that only their own department commands: in a chain of many posts they are told as a number in
/// the box of its head, since the chain ends there.
struct InnerPosts {
  /// The number of posts from which on a chart has many.
  static let many = 100

  /// The head that each post is told with; nil for what has a box of its own.
  private var heads: [ID<Post>: ID<Post>] = [:]
  var count: Int { heads.count }

  /// O(posts + links).
  init(_ scene: Scene) {
    let (chart, options) = (scene.chart, scene.options)
    let core = scene.scope.posts.count { scene.scope.isCore(.post($0)) }
    guard options.view == .chain, options.focus == nil, !options.onlyEvidence, !options.isUnfolded, core > Self.many,
      chart.origin == .chart
    else { return }
    for organization in scene.scope.organizations where !chart.organizations.kind[organization].isLeadership {
      guard let head = scene.head(of: organization), scene.scope.has(head) else { continue }
      for post in chart.members[organization] where post != head && scene.scope.has(post) {
        let isWithin =
          (chart.superiors[post] + chart.reports[post]).allSatisfy { chart.posts.organization[$0] == organization }
          && chart.charges[post].isEmpty && chart.dotted[post].isEmpty && scene.ties.dotted[post.index].isEmpty
        guard isWithin, !chart.superiors[post].isEmpty else { continue }
        heads[post] = head
      }
    }
  }

  /// Who stands for a post; nil where it stands for itself.
  func head(of post: ID<Post>) -> ID<Post>? { heads[post] }

  /// What the reader should know.
  var note: Localized {
    Localized(
      zh: "岗位很多：单位内部的 \(count) 个岗位只在其负责人的框中计数；--unfold 全部画出，--focus 单位 画出一个单位。",
      en:
        "There are many posts: \(count) within departments are only counted in the boxes of their heads. --unfold draws "
        + "all, --focus ORGANIZATION one department.")
  }
}
