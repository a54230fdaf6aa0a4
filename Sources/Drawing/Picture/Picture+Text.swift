extension Picture {
  /// All text that is drawn, and so needs glyphs: tooltips are shown by the reader's own program.
  var text: String {
    var lines = [title, subtitle] + caption + legend.remarks
    lines += legend.entries.map(\.text) + legend.rules.flatMap { [$0.severity.sign, $0.code, $0.name] }
    // What the legend draws its samples with.
    lines.append("━┅·●▶▷◆◇■○")
    for cluster in clusters { lines += [cluster.title, cluster.mark?.tag ?? ""] }
    for node in nodes {
      lines.append(node.mark?.tag ?? "")
      switch node.body {
      case .lines(let texts): lines += texts.map(\.text)
      case .card(let card):
        lines += card.heading.map(\.text)
        for row in card.rows { lines += row.lines.map(\.text) + [row.aside ?? "", row.mark?.tag ?? ""] }
      }
    }
    for edge in edges { lines += [edge.label ?? "", edge.mark?.tag ?? ""] }
    return lines.joined(separator: "\n")
  }
}
