import Foundation

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// What an SVG of Graphviz holds, as far as tests look at it.
final class SVGPicture: NSObject, XMLParserDelegate {
  struct Box {
    var minX = Double.infinity
    var minY = Double.infinity
    var maxX = -Double.infinity
    var maxY = -Double.infinity

    mutating func add(_ x: Double, _ y: Double) {
      (minX, maxX) = (min(minX, x), max(maxX, x))
      (minY, maxY) = (min(minY, y), max(maxY, y))
    }

    func overlaps(_ other: Box) -> Bool {
      minX + 0.5 < other.maxX && other.minX + 0.5 < maxX && minY + 0.5 < other.maxY && other.minY + 0.5 < maxY
    }
  }

  struct Text {
    var x = 0.0
    var y = 0.0
    var size = 0.0
    var anchor = "start"
    var content = ""
  }

  /// A `g` with an id, not one inside another's label.
  struct Group {
    var id: String
    var classes: [String]
    var title = ""
    var tooltips: [String] = []
    var box = Box()
    var texts: [Text] = []

    /// All text, without white space.
    var content: String { texts.map(\.content).joined().filter { !$0.isWhitespace } }
  }

  private(set) var groups: [Group] = []
  private(set) var isWellFormed = false
  private var open: [Int?] = []
  private var text: Text?
  private var isTitle = false

  init(_ bytes: [UInt8]) {
    super.init()
    let parser = XMLParser(data: Data(bytes))
    parser.delegate = self
    isWellFormed = parser.parse()
  }

  func group(_ id: String) -> Group? { groups.first { $0.id == id } }

  var nodes: [Group] { groups.filter { $0.classes.contains("node") && !$0.classes.contains("stem") } }

  /// The text of the whole picture, without white space.
  var content: String { groups.map(\.content).joined() }

  private var current: Int? { open.last { $0 != nil } ?? nil }

  func parser(
    _ parser: XMLParser, didStartElement element: String, namespaceURI: String?, qualifiedName: String?,
    attributes: [String: String]
  ) {
    switch element {
    case "g":
      // The anchors that tooltips need are part of what they are in.
      guard let id = attributes["id"], !id.hasPrefix("a_") else { return open.append(nil) }
      open.append(groups.count)
      groups.append(
        Group(id: id, classes: (attributes["class"] ?? "").split(separator: " ").map(String.init)))
    case "a":
      if let current, let tooltip = attributes["xlink:title"] { groups[current].tooltips.append(tooltip) }
    case "title": isTitle = true
    case "polygon", "polyline": addPoints(attributes["points"])
    case "path": addPoints(attributes["d"])
    case "ellipse": break
    case "text":
      text = Text(
        x: number(attributes["x"]), y: number(attributes["y"]), size: number(attributes["font-size"]),
        anchor: attributes["text-anchor"] ?? "start")
    default: break
    }
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) {
    if text != nil { text?.content += string } else if isTitle, let current { groups[current].title += string }
  }

  func parser(
    _ parser: XMLParser, didEndElement element: String, namespaceURI: String?, qualifiedName: String?
  ) {
    switch element {
    case "g": open.removeLast()
    case "title": isTitle = false
    case "text":
      if let text, let current { groups[current].texts.append(text) }
      text = nil
    default: break
    }
  }

  private func number(_ text: String?) -> Double { text.flatMap(Double.init) ?? 0 }

  private func addPoints(_ text: String?) {
    guard let text, let current else { return }
    let numbers = text.split { !"0123456789.-".contains($0) }.compactMap { Double($0) }
    for index in stride(from: 0, to: numbers.count - 1, by: 2) {
      groups[current].box.add(numbers[index], numbers[index + 1])
    }
  }
}
