/// Finds followers that are to be hung beneath one another: sixty reports side by side make a picture that fits no paper.
///
/// A post with a few followers, who have few themselves, gets one column with all of them set in like an outline. One with
/// many gets its small followers in columns, and only the large ones stand side by side. What hangs in one column stands in
/// one cluster.
struct Hanging {
  /// The most posts below one that make an outline.
  static let outline = 9
  /// The most followers of a follower that is small, itself included.
  static let small = 3

  /// The number of followers from which on their columns are shaped like a page.
  static let many = 24

  private let picture: Picture
  private let number: [String: Int]
  /// The most rows of a column, of few followers.
  private let rows: Int
  private let hasCards: Bool
  private var children: [[Int]]
  private var sizes: [Int]
  /// Whether all below a node stand in its cluster.
  private var isUniform: [Bool]
  private var isNested: [Bool]
  private var hangs: [Picture.Hang] = []

  static func hangs(in picture: Picture) -> [Picture.Hang] {
    var hanging = Hanging(picture)
    hanging.find()
    return hanging.hangs
  }

  private init(_ picture: Picture) {
    self.picture = picture
    let count = picture.nodes.count
    number = Dictionary(uniqueKeysWithValues: picture.nodes.enumerated().map { ($1.id, $0) })
    // Cards are several times as high as boxes.
    hasCards = picture.nodes.contains { $0.shape == .card }
    rows = hasCards ? 4 : 7
    children = [[Int]](repeating: [], count: count)
    sizes = [Int](repeating: 1, count: count)
    isUniform = [Bool](repeating: true, count: count)
    isNested = [Bool](repeating: false, count: count)
  }

  private mutating func find() {
    var isRoot = [Bool](repeating: true, count: children.count)
    var parents = [Int](repeating: 0, count: children.count)
    let ties = picture.edges.indices.filter { picture.edges[$0].constrains && !picture.edges[$0].look.isLetter }
    for index in ties { if let to = number[picture.edges[index].to] { parents[to] += 1 } }
    // What stands below two hangs from neither: its stems in two columns make Graphviz 2.42 write beyond its memory.
    for index in ties {
      let edge = picture.edges[index]
      guard let from = number[edge.from], let to = number[edge.to], parents[to] == 1 else { continue }
      children[from].append(index)
      isRoot[to] = false
    }
    let order = preorder(from: isRoot.indices.filter { isRoot[$0] })
    for node in order.reversed() {
      for follower in followers(of: node) {
        sizes[node] += sizes[follower]
        if !isUniform[follower] || cluster(follower) != cluster(node) { isUniform[node] = false }
      }
    }
    for node in order { decide(node) }
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

  private func target(_ edge: Int) -> Int { number[picture.edges[edge].to] ?? 0 }

  private func followers(of node: Int) -> [Int] { children[node].map(target) }

  private func cluster(_ node: Int) -> String? { picture.nodes[node].cluster }

  private mutating func decide(_ node: Int) {
    let edges = children[node]
    guard let first = edges.first else { return }
    let isOne = edges.allSatisfy { isUniform[target($0)] && cluster(target($0)) == cluster(target(first)) }
    let isOutline = isOne && edges.count > 1 && sizes[node] - 1 <= min(Self.outline, rows + 2)
    if isNested[node] || isOutline {
      hang(node, [edges])
      return
    }
    let most = picture.nodes[node].shape == .card || picture.nodes[node].shape == .jurisdiction ? 1 : Self.small
    let small = edges.filter { isUniform[target($0)] && sizes[target($0)] <= most }
    var order: [String?] = []
    for edge in small where !order.contains(cluster(target(edge))) { order.append(cluster(target(edge))) }
    let columns = order.flatMap { place -> [[Int]] in
      let group = small.filter { cluster(target($0)) == place }
      return group.count > 1 && canHang(in: place, below: node) ? self.columns(group) : []
    }
    if !columns.isEmpty { hang(node, columns) }
  }

  /// A frame that a column makes deep keeps everything else from standing below it: so no column hangs in a post's own frame
  /// if others below that post stand outside.
  private func canHang(in place: String?, below node: Int) -> Bool {
    guard let place, place == cluster(node), !isUniform[node] else { return true }
    let frame = picture.clusters.first { $0.id == place }?.entity
    if case .organization = frame { return false }
    return true
  }

  private mutating func hang(_ node: Int, _ columns: [[Int]]) {
    for edge in columns.joined() { isNested[target(edge)] = true }
    hangs.append(Picture.Hang(parent: picture.nodes[node].id, columns: columns))
  }

  /// The most rows of a column, of many followers so many that all columns together are twice as wide as high.
  private func rows(for total: Int) -> Int {
    guard total > Self.many else { return rows }
    // In points: a column with its gaps, and a box with its.
    let (width, height) = hasCards ? (165.0, 83.0) : (120.0, 66.0)
    let columns = (2 * Double(total) * height / width).squareRoot().rounded(.up)
    return max(rows, Int((Double(total) / columns).rounded(.up)))
  }

  /// Columns of nearly equal length.
  private func columns(_ edges: [Int]) -> [[Int]] {
    let total = edges.reduce(0) { $0 + sizes[target($1)] }
    let count = (total + rows(for: total) - 1) / rows(for: total)
    let length = (total + count - 1) / count
    var columns: [[Int]] = [[]]
    var used = 0
    for edge in edges {
      let size = sizes[target(edge)]
      if used > 0, used + size > length {
        columns.append([])
        used = 0
      }
      columns[columns.count - 1].append(edge)
      used += size
    }
    return columns
  }
}
