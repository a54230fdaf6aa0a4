// Edges and stems.
extension DOTWriter {
  mutating func writeEdges() {
    let hung = Set(picture.hangs.flatMap { $0.columns.joined() })
    for (index, edge) in picture.edges.enumerated() where !hung.contains(index) {
      let isTurned = levels.upward.contains(index)
      let (from, to) = isTurned ? (edge.to, edge.from) : (edge.from, edge.to)
      add(
        2,
        end(from, of: edge, isTail: true) + " -> " + end(to, of: edge, isTail: false),
        attributes(of: edge, isTurned: isTurned))
    }
  }

  private func end(_ item: String, of edge: Picture.Edge, isTail: Bool) -> String {
    guard let place = places[item] else { return item }
    guard let port = place.port else { return place.node }
    guard case .letter(let letter) = edge.look else { return place.node + ":" + port }
    return "\(place.node):\(port)_\(letter.rawValue):" + (isTail ? "e" : "w")
  }

  private func attributes(of edge: Picture.Edge, isTurned: Bool = false) -> DOTAttributes {
    var result = DOTAttributes()
    let stroke = theme.stroke(edge.look)
    result["id"] = edge.id
    result["class"] =
      (edge.look.classes + (edge.isEmphasized ? ["emphasized"] : [])
      + (edge.mark.map { ["finding", $0.severity.rawValue] + $0.codes.sorted() } ?? [])).joined(separator: " ")
    result["color"] = stroke.color
    result["style"] = stroke.style
    let isBackward = isTurned != edge.isTurned
    result[isBackward ? "arrowtail" : "arrowhead"] = stroke.head
    if let tail = stroke.tail { result[isBackward ? "arrowhead" : "arrowtail"] = tail }
    if stroke.tail != nil || isBackward { result["dir"] = stroke.tail == nil ? "back" : "both" }
    result["penwidth"] = stroke.width
    if edge.isEmphasized {
      result["penwidth"] = 2.4
      result["color"] = edge.mark.map { theme.color($0.severity) } ?? theme.accent
    }
    if !edge.constrains { result["weight"] = 0 }
    if edge.span > 1 { result["minlen"] = Double(edge.span) }
    result.setText("tooltip", edge.tooltip)
    let words =
      Self.lines(of: edge).map { DOTText.html($0.text) }
      + label.tags(edge.isTagged ? edge.mark : nil)
    if !words.isEmpty {
      // A label on an edge within one rank may break the layout of Graphviz 2.42.
      result.setHTML(edge.constrains ? "label" : "xlabel", label.onPaper(words))
      if edge.constrains { result.setText("labeltooltip", edge.tooltip) }
    }
    return result
  }

  /// A label's own lines, wrapped where they are long.
  private static func lines(of edge: Picture.Edge) -> [Line] {
    guard let label = edge.label else { return [] }
    return label.split(separator: "\n").flatMap { Line.wrapped(String($0), .name, width: 14, limit: 5) }
  }

  /// A stem beside which the followers stand: points of no size, each on one rank with its follower.
  mutating func writeHang(_ hang: Picture.Hang) {
    for (number, column) in hang.columns.enumerated() {
      let stem = stemAttributes(column)
      var above = hang.parent
      for (row, index) in column.enumerated() {
        let edge = picture.edges[index]
        let joint = Outline.joint(hang.parent, number, row)
        add(2, "{ rank=same; \(joint); \(edge.to) }")
        add(2, above + " -> " + joint, stem)
        if row > 0, let lowest = lowestJoint(below: picture.edges[column[row - 1]].to) {
          add(2, "\(lowest) -> \(joint) [style=invis]")
        }
        add(2, joint + " -> " + edge.to, attributes(of: edge))
        above = joint
      }
    }
  }

  /// Boxes beneath one another, from a point at the top of each column, so that the columns begin at one height.
  /// From left to right the order of a rank goes upwards.
  mutating func writeColumns() {
    for (number, column) in picture.columns.enumerated() {
      let top = "top_\(number + 1)"
      add(2, "{ rank=same; \((column.reversed() + [top]).joined(separator: " -> ")) [style=invis] }")
      add(2, top + " [class=stem, height=0.03, label=\"\", shape=point, style=invis, width=0.03]")
      if number > 0 { add(2, "top_\(number) -> \(top) [style=invis, weight=100]") }
    }
  }

  private func stemAttributes(_ column: [Int]) -> DOTAttributes {
    var looks = Set(column.map { picture.edges[$0].look })
    looks.remove(.cut)
    let stroke = theme.stroke(looks.count == 1 ? looks.first ?? .part : .part)
    var stem = DOTAttributes()
    stem["arrowhead"] = "none"
    stem["class"] = "stem"
    stem["color"] = stroke.color
    stem["penwidth"] = stroke.width
    stem["style"] = stroke.style
    stem["weight"] = 40
    return stem
  }

  /// The last point of the outline below an item, above which its next sibling may not begin.
  private func lowestJoint(below item: String) -> String? {
    guard let hang = hangs[item], let column = hang.columns.first, let last = column.last else { return nil }
    return lowestJoint(below: picture.edges[last].to) ?? Outline.joint(item, 0, column.count - 1)
  }
}
