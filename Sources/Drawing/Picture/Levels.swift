/// How far down each box will stand, as far as the ties that say so tell: the ranks that Graphviz will find.
///
/// A tie that says nothing of ranks is then written from the upper box to the lower one, whichever way it points, and so
/// moves neither, unless they stood on one rank: then the later one goes down by one. (`constraint=false`, and lines within
/// a rank, can break the layout of Graphviz 2.42 to the point of ending the process.)
struct Levels {
  /// One box stands at least some ranks below another.
  private struct Bound {
    let upper: Int
    let lower: Int
    let distance: Int
  }

  private var number: [String: Int]
  private var levels: [Int]
  private var bounds: [Bound] = []
  /// The edges, by index, that say nothing of ranks and point upwards.
  private(set) var upward: Set<Int> = []

  init(_ picture: Picture) {
    number = Dictionary(picture.nodes.enumerated().map { ($1.id, $0) }) { first, _ in first }
    levels = [Int](repeating: 0, count: picture.nodes.count)
    for (index, node) in picture.nodes.enumerated() {
      guard case .card(let card) = node.body else { continue }
      for row in card.rows { number[row.id] = index }
    }
    bind(picture)
    settle()
    for (index, edge) in picture.edges.enumerated() where !edge.constrains {
      guard let x = number[edge.from], let y = number[edge.to], x != y else { continue }
      let isUpward = (levels[x], x) > (levels[y], y)
      if isUpward { upward.insert(index) }
      bounds.append(Bound(upper: isUpward ? y : x, lower: isUpward ? x : y, distance: 1))
      if levels[x] == levels[y] { settle() }
    }
  }

  private mutating func bind(_ picture: Picture) {
    let hangs = Dictionary(picture.hangs.map { ($0.parent, $0) }) { first, _ in first }
    let hung = Set(picture.hangs.flatMap { $0.columns.joined() })
    for (index, edge) in picture.edges.enumerated() where edge.constrains && !hung.contains(index) {
      bind(edge.from, edge.to, edge.span)
    }
    for rank in picture.ranks {
      for (a, b) in zip(rank, rank.dropFirst()) {
        bind(a, b, 0)
        bind(b, a, 0)
      }
    }
    for column in picture.hangs.flatMap({ hang in hang.columns.map { (hang.parent, $0) } }) {
      var above = column.0
      for edge in column.1 {
        let item = picture.edges[edge].to
        bind(above, item, 1)
        above = Self.lowest(below: item, picture, hangs)
      }
    }
  }

  /// The last box of the outline below an item, or the item.
  private static func lowest(below item: String, _ picture: Picture, _ hangs: [String: Picture.Hang]) -> String {
    guard let last = hangs[item]?.columns.first?.last else { return item }
    return lowest(below: picture.edges[last].to, picture, hangs)
  }

  private mutating func bind(_ upper: String, _ lower: String, _ distance: Int) {
    guard let x = number[upper], let y = number[lower], x != y else { return }
    bounds.append(Bound(upper: x, lower: y, distance: distance))
  }

  /// Pushes boxes down until every bound holds; gives up where they go in a circle. O(boxes × bounds) at worst.
  private mutating func settle() {
    for _ in levels.indices {
      var moved = false
      for bound in bounds where levels[bound.lower] < levels[bound.upper] + bound.distance {
        levels[bound.lower] = levels[bound.upper] + bound.distance
        moved = true
      }
      if !moved { return }
    }
  }
}
