import RemitModel

@testable import RemitDrawing

/// What an eye would find wrong with a picture, found from its SVG.
struct PictureCheck {
  /// Texts that stand out of their boxes.
  var overflowing: [String] = []
  /// Boxes that cover one another.
  var overlapping: [String] = []
  /// Lines, and those of them that run through a box at neither of their ends.
  var lines = 0
  var throughBoxes = 0
  /// The smallest type, in points.
  var smallest = Double.infinity

  init(_ picture: SVGPicture) {
    let nodes = picture.nodes
    for node in nodes {
      for text in node.texts where !Self.fits(text, node.box) { overflowing.append("\(node.id): \(text.content)") }
    }
    for (index, node) in nodes.enumerated() {
      for other in nodes[..<index] where node.box.overlaps(other.box) { overlapping.append("\(node.id) \(other.id)") }
    }
    for group in picture.groups where group.classes.contains("edge") {
      for line in group.lines {
        guard let first = line.first, let last = line.last else { continue }
        lines += 1
        let foreign = nodes.filter { node in
          let ends = node.box.grown(14)
          return !ends.contains(first) && !ends.contains(last)
        }
        if foreign.contains(where: { box in line.contains { box.box.grown(-1).contains($0) } }) { throughBoxes += 1 }
      }
    }
    smallest =
      picture.groups.flatMap(\.texts).filter { !$0.content.allSatisfy { $0.isWhitespace } }.map(\.size).min() ?? 0
  }

  /// By the usual widths of characters: a font's own would need the font.
  private static func fits(_ text: SVGPicture.Text, _ box: SVGPicture.Box) -> Bool {
    guard !text.content.allSatisfy(\.isWhitespace) else { return true }
    let width = text.content.reduce(0.0) { $0 + (TextWidth.columns($1) == 2 ? 1 : 0.45) } * text.size
    let left = text.anchor == "middle" ? text.x - width / 2 : text.x
    return left > box.minX - 2 && left + width < box.maxX + 2 && text.y - text.size * 0.9 > box.minY - 2
      && text.y < box.maxY + 1
  }
}
