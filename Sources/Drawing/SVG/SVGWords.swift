/// What an SVG says in words of its own, which does not need the layout and so can be made meanwhile.
struct SVGWords {
  let picture: Picture
  /// The description of the whole.
  let summary: String
  /// Titles by id.
  private(set) var titles: [String: String] = [:]
  /// The classes of rows of cards, by id.
  private(set) var rows: [String: String] = [:]

  init(_ picture: Picture, summary: String) {
    self.picture = picture
    self.summary = summary
    titles.reserveCapacity(picture.clusters.count + picture.nodes.count + picture.edges.count)
    for cluster in picture.clusters { titles[cluster.id] = cluster.title }
    for node in picture.nodes {
      titles[node.id] = node.tooltip
      guard case .card(let card) = node.body else { continue }
      for row in card.rows {
        titles[row.id] = row.tooltip
        rows[row.id] = row.classes.joined(separator: " ")
      }
    }
    for edge in picture.edges { titles[edge.id] = edge.tooltip }
  }
}

extension Picture.Row {
  /// The classes of a row in SVG, like those of a box.
  var classes: [String] {
    var classes = ["row"]
    switch entity {
    case .post: classes.append("post")
    case .organization: classes.append("organization")
    case .duty: classes.append("duty")
    default: break
    }
    classes += letters.map(\.key)
    if isVacant { classes.append("vacant") }
    if isEmphasized { classes.append("emphasized") }
    if let mark { classes += ["finding", mark.severity.rawValue] + mark.codes.sorted() }
    return classes
  }
}
