/// A column of hung boxes with all that hangs below them, and the points of their stems. Each is a cluster without a line, so
/// that nothing else comes between.
struct Outline {
  let id: String
  /// The cluster that it stands in.
  let cluster: String?
  private(set) var members: Set<String> = []
  private(set) var joints: [String] = []

  /// The point of a stem beside one follower.
  static func joint(_ parent: String, _ column: Int, _ row: Int) -> String {
    "stem_\(parent)_\(column + 1)_\(row + 1)"
  }

  /// The outlines of a picture, without those inside others. O(hangs).
  static func all(in picture: Picture) -> [Outline] {
    let hangs = Dictionary(picture.hangs.map { ($0.parent, $0) }) { first, _ in first }
    let clusters = Dictionary(picture.nodes.map { ($0.id, $0.cluster) }) { first, _ in first }
    let hung = Set(picture.hangs.flatMap { $0.columns.joined().map { picture.edges[$0].to } })
    var outlines: [Outline] = []
    for hang in picture.hangs where !hung.contains(hang.parent) {
      for (number, column) in hang.columns.enumerated() {
        let first = column.first.flatMap { clusters[picture.edges[$0].to] }
        var outline = Outline(id: "stem_\(hang.parent)_\(number + 1)", cluster: first ?? nil)
        outline.add(column, number, of: hang.parent, picture, hangs)
        outlines.append(outline)
      }
    }
    return outlines
  }

  private init(id: String, cluster: String?) {
    self.id = id
    self.cluster = cluster
  }

  private mutating func add(
    _ column: [Int], _ number: Int, of parent: String, _ picture: Picture, _ hangs: [String: Picture.Hang]
  ) {
    for (row, edge) in column.enumerated() {
      let member = picture.edges[edge].to
      guard members.insert(member).inserted else { continue }
      joints.append(Self.joint(parent, number, row))
      guard let hang = hangs[member] else { continue }
      for (number, column) in hang.columns.enumerated() { add(column, number, of: member, picture, hangs) }
    }
  }
}
