import RemitModel

/// Dense numbers for nodes: posts first, then organizations, then duties.
public struct NodeSpace: Sendable {
  // Rules number the ends of every row; inlined, that costs a comparison and a sum.
  @usableFromInline let posts: Int
  @usableFromInline let organizations: Int
  /// How many nodes the chart has.
  public let count: Int

  /// O(1).
  public init(_ chart: Chart) {
    posts = chart.posts.key.count
    organizations = chart.organizations.key.count
    count = posts + organizations + chart.duties.key.count
  }

  /// The number of a node.
  @inlinable public func index(_ node: Node) -> Int {
    switch node {
    case .post(let id): id.index
    case .organization(let id): posts + id.index
    case .duty(let id): posts + organizations + id.index
    }
  }

  /// The node of a number.
  @inlinable public func node(_ index: Int) -> Node {
    if index < posts { return .post(ID(index)) }
    if index < posts + organizations { return .organization(ID(index - posts)) }
    return .duty(ID(index - posts - organizations))
  }
}
