import RemitModel

/// Writes a picture as DOT, the way a person would: defaults first, clusters with their nodes, then edges, everything
/// named and in the order of the chart.
struct DOTWriter {
  let picture: Picture
  let language: Language
  let font: String
  let theme: Theme
  let label: DOTLabel
  let places: [String: Place]
  let hangs: [String: Picture.Hang]
  let levels: Levels
  private let nodesByCluster: [String?: [Picture.Node]]
  private let outlines: [Outline]
  private var output = ""

  /// Where an item is: its node, and its port there.
  struct Place {
    let node: String
    let port: String?
  }

  static func text(of picture: Picture, language: Language, font: String, theme: Theme) -> String {
    var writer = DOTWriter(picture, language: language, font: font, theme: theme)
    return writer.write()
  }

  private init(_ picture: Picture, language: Language, font: String, theme: Theme) {
    self.picture = picture
    self.language = language
    self.font = font
    self.theme = theme
    label = DOTLabel(theme: theme)
    nodesByCluster = Dictionary(grouping: picture.nodes, by: \.cluster)
    var places: [String: Place] = [:]
    for node in picture.nodes {
      places[node.id] = Place(node: node.id, port: nil)
      guard case .card(let card) = node.body else { continue }
      for row in card.rows { places[row.id] = Place(node: node.id, port: row.id) }
    }
    self.places = places
    hangs = Dictionary(picture.hangs.map { ($0.parent, $0) }) { first, _ in first }
    outlines = Outline.all(in: picture)
    levels = Levels(picture)
  }

  /// A node that only lines go through. With no size at all it may break the routing of lines around it.
  var point: String {
    " [class=stem, color=\"\(theme.ink)\", height=0.03, label=\"\", shape=point, tooltip=\"\", width=0.03]"
  }

  private mutating func write() -> String {
    add(0, "digraph \(DOTText.value(picture.id)) {")
    writeDefaults()
    // A frame without a line carries the title above, since the graph's own label stands below.
    add(1, "subgraph cluster_picture {")
    var frame = DOTAttributes()
    frame["peripheries"] = 0
    frame["margin"] = 8
    frame["labeljust"] = "l"
    frame["labelloc"] = "t"
    frame["id"] = "picture"
    frame.setText("tooltip", picture.title)
    frame.setHTML("label", title)
    add(2, "graph", frame)
    writeCluster(nil, depth: 2)
    for hang in picture.hangs { writeHang(hang) }
    writeColumns()
    for stack in picture.stacks where stack.count > 1 { add(2, stack.joined(separator: " -> ") + " [style=invis]") }
    for rank in picture.ranks where rank.count > 1 { add(2, "{ rank=same; \(rank.joined(separator: "; ")) }") }
    writeEdges()
    add(1, "}")
    add(0, "}")
    return output
  }

  mutating func add(_ depth: Int, _ text: String, _ attributes: DOTAttributes = DOTAttributes()) {
    for _ in 0..<depth { output += "  " }
    output += text
    attributes.write(to: &output)
    output += "\n"
  }

  private mutating func writeDefaults() {
    var graph = DOTAttributes()
    graph["bgcolor"] = theme.paper
    if let margin = theme.margin { graph["margin"] = margin }
    graph["charset"] = "UTF-8"
    graph["fontcolor"] = theme.ink
    graph["fontname"] = font
    graph["fontsize"] = Theme.detailSize
    graph["labeljust"] = "l"
    graph["labelloc"] = "b"
    graph["newrank"] = "true"
    graph["nodesep"] = picture.direction == .down ? 0.2 : 0.16
    graph["outputorder"] = "edgesfirst"
    graph["pad"] = 0.15
    graph["rankdir"] = picture.direction == .down ? "TB" : "LR"
    graph["ranksep"] = picture.direction == .down ? 0.28 : picture.columns.isEmpty ? 0.8 : 0.2
    graph["splines"] = picture.direction == .down ? "polyline" : "spline"
    graph.setText("tooltip", picture.title)
    let legend = DOTLegend(
      legend: picture.legend, caption: picture.caption, language: language, theme: theme,
      columns: picture.nodes.count + picture.cardRows.count > 24 ? 5 : 3)
    graph.setHTML("label", legend.html)
    var node = DOTAttributes()
    node["color"] = theme.line
    node["fontcolor"] = theme.ink
    node["fontname"] = font
    node["fontsize"] = Theme.nameSize
    node["height"] = 0.3
    node["margin"] = "0.12,0.06"
    node["penwidth"] = theme.penWidth
    node["shape"] = "box"
    node["style"] = "rounded,filled"
    node["width"] = 0.6
    var edge = DOTAttributes()
    edge["arrowsize"] = 0.7
    edge["fontcolor"] = theme.ink
    edge["fontname"] = font
    edge["fontsize"] = Theme.detailSize
    for (name, attributes) in [("graph", graph), ("node", node), ("edge", edge)] {
      add(1, "\(name) [")
      for line in attributes.lines() { add(2, line) }
      add(1, "]")
    }
  }

  private var title: String {
    let title = Wrapping.lines(picture.title, width: 84, limit: 3).map(DOTText.html).joined(
      separator: "<BR ALIGN=\"LEFT\"/>")
    let name = "<FONT POINT-SIZE=\"\(DOTLabel.number(Theme.titleSize))\"><B>\(title)</B></FONT><BR ALIGN=\"LEFT\"/>"
    guard !picture.subtitle.isEmpty else { return name }
    let subtitle = Wrapping.lines(picture.subtitle, width: 90, limit: 2).map(DOTText.html)
      .joined(separator: "<BR ALIGN=\"LEFT\"/>")
    return name + label.font(subtitle, size: Theme.nameSize, color: theme.muted) + DOTLabel.leading
      + "<BR ALIGN=\"LEFT\"/>"
  }

  private mutating func writeCluster(_ parent: String?, depth: Int) {
    for cluster in picture.clusters where cluster.parent == parent {
      add(depth, "subgraph cluster_\(cluster.id) {")
      add(depth + 1, "graph", attributes(of: cluster))
      writeCluster(cluster.id, depth: depth + 1)
      add(depth, "}")
    }
    let nodes = nodesByCluster[parent] ?? []
    var hung = Set<String>()
    for outline in outlines where outline.cluster == parent {
      hung.formUnion(outline.members)
      add(depth, "subgraph cluster_\(outline.id) {")
      add(
        depth + 1,
        "graph [class=stem, id=\(outline.id), label=\"\", margin=6, peripheries=0, style=invis, tooltip=\"\"]")
      for node in nodes where outline.members.contains(node.id) {
        add(depth + 1, node.id, attributes(of: node))
      }
      for joint in outline.joints { add(depth + 1, joint + point) }
      add(depth, "}")
    }
    for node in nodes where !hung.contains(node.id) { add(depth, node.id, attributes(of: node)) }
  }

  private func attributes(of cluster: Picture.Cluster) -> DOTAttributes {
    var result = DOTAttributes()
    result["id"] = cluster.id
    result["class"] =
      (["cluster", cluster.tone.rawValue] + (cluster.mark.map { ["finding", $0.severity.rawValue] } ?? []))
      .joined(separator: " ")
    result["style"] = "rounded,filled"
    result["fillcolor"] = theme.frameFill(cluster.tone)
    result["color"] = cluster.mark.map { theme.color($0.severity) } ?? theme.frame
    result["penwidth"] = cluster.mark == nil ? 1 : 2.2
    // A frame without a mark is told by its ground alone, as long as that has a colour.
    if cluster.mark != nil || theme.hasFrames { result["peripheries"] = 1 }
    result["margin"] = 9
    result["labeljust"] = "l"
    result["labelloc"] = "t"
    result.setText("tooltip", cluster.title)
    if let address = picture.addresses[cluster.id] { result.setText("URL", address) }
    let name = Line.wrapped(cluster.title, .name, width: 40, limit: 3).map { "<B>" + label.line($0) + "</B>" }
    result.setHTML(
      "label",
      label.font(
        (name + label.tags(cluster.mark)).joined(separator: "<BR/>"), size: Theme.nameSize,
        color: theme.border(cluster.tone)))
    return result
  }

  private func attributes(of node: Picture.Node) -> DOTAttributes {
    var result = DOTAttributes()
    result["id"] = node.id
    result["class"] = classes(of: node)
    result.setText("tooltip", node.tooltip)
    if let address = picture.addresses[node.id] { result.setText("URL", address) }
    switch node.body {
    case .lines(let lines):
      result.setHTML("label", DOTLabel.lid(node.shape == .fold ? 4 : 2) + label.box(lines, node.mark))
    case .card(let card):
      result["shape"] = "plain"
      // A filled one would be painted below its table, and shine through at the edges.
      result["style"] = "solid"
      result.setHTML(
        "label", "\n    " + label.card(card, tone: node.tone, mark: node.mark, picture.addresses) + "\n  ")
      return result
    }
    result["fillcolor"] = theme.fill(node.tone)
    result["color"] = theme.border(node.tone)
    if let width = theme.width(node.tone) { result["penwidth"] = width }
    switch node.shape {
    case .post: if node.isVacant { result["style"] = "rounded,filled,dashed" }
    case .organization:
      result["shape"] = "tab"
      result["style"] = "filled"
    case .duty:
      result["shape"] = "note"
      result["style"] = "filled"
    case .stub:
      result["style"] = "rounded,dashed"
      result["color"] = theme.muted
      result["width"] = 0.35
      result["height"] = 0.22
      result["margin"] = "0.06,0.02"
    case .reference:
      result["style"] = "filled,dotted"
    case .fold:
      result["shape"] = "box3d"
      result["style"] = "filled"
    case .jurisdiction, .card: result["style"] = "filled"
    }
    decorate(&result, node)
    return result
  }

  private func decorate(_ result: inout DOTAttributes, _ node: Picture.Node) {
    if node.isEmphasized {
      result["color"] = theme.accent
      result["penwidth"] = theme.penWidth + 0.9
    }
    guard let mark = node.mark else { return }
    result["color"] = theme.color(mark.severity)
    result["penwidth"] = mark.severity == .note ? 1.6 : 2.2
    if mark.severity == .error { result["peripheries"] = 2 }
  }

  private func classes(of node: Picture.Node) -> String {
    var classes = [node.shape.rawValue, node.tone.rawValue]
    if node.isVacant { classes.append("vacant") }
    if node.isEmphasized { classes.append("emphasized") }
    if let mark = node.mark { classes += ["finding", mark.severity.rawValue] + mark.codes.sorted() }
    return classes.joined(separator: " ")
  }
}
