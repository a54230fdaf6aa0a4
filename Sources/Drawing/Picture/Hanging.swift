/// Finds followers that are to be hung beneath one another: sixty reports side by side make a picture that fits no paper.
///
/// A post with a few followers, who have few themselves, gets one column with all of them set in like an outline. One with
/// many gets its childless followers in columns. Followers hang only where they all stand in one cluster.
struct Hanging {
  /// The most followers, with theirs, that make one column.
  static let column = 9
  /// The most rows of columns that stand side by side.
  static let rows = 7

  private let picture: Picture
  private let number: [String: Int]
  private var children: [[Int]]
  private var sizes: [Int]
  private var hangs: [Picture.Hang] = []

  static func hangs(in picture: Picture) -> [Picture.Hang] {
    var hanging = Hanging(picture)
    return hanging.find()
  }

  private init(_ picture: Picture) {
    self.picture = picture
    let count = picture.nodes.count
    number = Dictionary(uniqueKeysWithValues: picture.nodes.enumerated().map { ($1.id, $0) })
    children = [[Int]](repeating: [], count: count)
    sizes = [Int](repeating: 1, count: count)
  }

  private mutating func find() -> [Picture.Hang] {
    var isRoot = [Bool](repeating: true, count: children.count)
    for (index, edge) in picture.edges.enumerated() where edge.constrains {
      guard let from = number[edge.from], let to = number[edge.to] else { continue }
      children[from].append(index)
      isRoot[to] = false
    }
    let order = preorder(from: isRoot.indices.filter { isRoot[$0] })
    for node in order.reversed() { sizes[node] = 1 + followers(of: node).reduce(0) { $0 + sizes[$1] } }
    var isNested = [Bool](repeating: false, count: children.count)
    for node in order { decide(node, isNested: &isNested) }
    return hangs
  }

  /// Roots before their followers. O(nodes + edges).
  private func preorder(from roots: [Int]) -> [Int] {
    var order: [Int] = []
    var stack = Array(roots.reversed())
    var seen = Set(roots)
    while let node = stack.popLast() {
      order.append(node)
      for next in followers(of: node).reversed() where seen.insert(next).inserted { stack.append(next) }
    }
    return order
  }

  private func followers(of node: Int) -> [Int] {
    children[node].compactMap { number[picture.edges[$0].to] }
  }

  private mutating func decide(_ node: Int, isNested: inout [Bool]) {
    let edges = children[node]
    let followers = followers(of: node)
    guard let first = followers.first else { return }
    let isOne = followers.allSatisfy { picture.nodes[$0].cluster == picture.nodes[first].cluster }
    if isNested[node] || (isOne && followers.count >= 3 && sizes[node] - 1 <= Self.column) {
      for follower in followers { isNested[follower] = true }
      hangs.append(Picture.Hang(parent: picture.nodes[node].id, columns: [edges]))
      return
    }
    let leaves = zip(edges, followers).filter { sizes[$1] == 1 }
    let cluster = leaves.first.map { picture.nodes[$0.1].cluster }
    let alike = leaves.filter { picture.nodes[$0.1].cluster == cluster }
    guard alike.count >= 4 else { return }
    hangs.append(Picture.Hang(parent: picture.nodes[node].id, columns: Self.columns(alike.map(\.0))))
  }

  /// Columns of nearly equal length.
  private static func columns(_ edges: [Int]) -> [[Int]] {
    let count = (edges.count + rows - 1) / rows
    let length = (edges.count + count - 1) / count
    return stride(from: 0, to: edges.count, by: length).map { Array(edges[$0..<min($0 + length, edges.count)]) }
  }
}
