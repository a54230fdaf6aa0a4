/// A picture as plain items and links with all that is said of each: what the formats for other programs, and the table
/// for those who cannot see it, are written from.
struct Network: Sendable {
  /// A frame, a box or a row of a box.
  struct Item: Sendable {
    let id: String
    /// The frame or box that it stands in.
    let parent: String?
    /// What a reader sees first.
    let name: String
    /// Whether others stand in it.
    var isFrame: Bool
    let attributes: Attributes
  }

  struct Link: Sendable {
    let id: String
    let from: String
    let to: String
    let attributes: Attributes
  }

  let id: String
  let title: String
  let subtitle: String
  let remarks: [String]
  private(set) var items: [Item] = []
  private(set) var links: [Link] = []

  /// O(items + links).
  init(_ picture: Picture) {
    id = picture.id
    title = picture.title
    subtitle = picture.subtitle
    remarks = picture.legend.remarks + picture.caption
    for cluster in picture.clusters {
      items.append(
        Item(
          id: cluster.id, parent: cluster.parent, name: cluster.title, isFrame: true,
          attributes: Self.attributes(picture.facts[cluster.id], "frame", cluster.tone, mark: cluster.mark)))
    }
    for node in picture.nodes { add(node, of: picture) }
    for edge in picture.edges {
      let (from, to) = edge.isTurned ? (edge.to, edge.from) : (edge.from, edge.to)
      links.append(Link(id: edge.id, from: from, to: to, attributes: Self.attributes(of: edge, picture)))
    }
  }

  private mutating func add(_ node: Picture.Node, of picture: Picture) {
    var attributes = Self.attributes(picture.facts[node.id], node.shape.rawValue, node.tone, mark: node.mark)
    attributes.add("vacant", if: node.isVacant)
    attributes.add("emphasized", if: node.isEmphasized)
    var name = ""
    var rows: [Picture.Row] = []
    switch node.body {
    case .lines(let lines): name = Self.name(lines)
    case .card(let card):
      name = Self.name(card.heading)
      rows = card.rows
      if card.hiddenRows > 0 { attributes.add("hidden", count: card.hiddenRows) }
    }
    if case .text(let told)? = picture.facts[node.id]?["name"]?.value { name = told }
    items.append(
      Item(id: node.id, parent: node.cluster, name: name, isFrame: !rows.isEmpty, attributes: attributes))
    for row in rows {
      var attributes = Self.attributes(picture.facts[row.id], "row", nil, mark: row.mark)
      attributes.add("vacant", if: row.isVacant)
      attributes.add("emphasized", if: row.isEmphasized)
      var name = Self.name(row.lines)
      if case .text(let told)? = picture.facts[row.id]?["name"]?.value { name = told }
      items.append(Item(id: row.id, parent: node.id, name: name, isFrame: false, attributes: attributes))
    }
  }

  /// The lines that name a box, as one text; those of smaller print where it has no other.
  private static func name(_ lines: [Line]) -> String {
    let named = lines.filter { $0.weight == .name }
    return (named.isEmpty ? lines : named).map(\.text).joined(separator: " ")
  }

  private static func attributes(
    _ facts: Attributes?, _ shape: String, _ tone: Tone?, mark: Mark?
  ) -> Attributes {
    var result = facts ?? Attributes()
    result.add("shape", shape)
    if let tone, tone != .neutral { result.add("tone", tone.rawValue) }
    add(mark, to: &result)
    return result
  }

  private static func attributes(of edge: Picture.Edge, _ picture: Picture) -> Attributes {
    var result = Attributes()
    result.add("kind", edge.look.classes.joined(separator: " "))
    result.add("label", edge.label)
    result.add("sentence", edge.tooltip)
    if let facts = picture.facts[edge.id] { result.add(facts) }
    result.add("emphasized", if: edge.isEmphasized)
    result.add("missing", if: edge.look == .missing)
    add(edge.mark, to: &result)
    return result
  }

  private static func add(_ mark: Mark?, to attributes: inout Attributes) {
    guard let mark else { return }
    attributes.add("severity", mark.severity.rawValue)
    attributes.add("findings", mark.codes.sorted())
  }
}
