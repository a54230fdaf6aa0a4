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

    func grown(_ by: Double) -> Box { Box(minX: minX - by, minY: minY - by, maxX: maxX + by, maxY: maxY + by) }

    func contains(_ point: Point) -> Bool {
      point.x > minX && point.x < maxX && point.y > minY && point.y < maxY
    }

    func overlaps(_ other: Box) -> Bool {
      minX + 0.5 < other.maxX && other.minX + 0.5 < maxX && minY + 0.5 < other.maxY && other.minY + 0.5 < maxY
    }
  }

  struct Point {
    var x: Double
    var y: Double
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
    /// What a browser shows on hovering.
    var title = ""
    /// Where it leads.
    var address: String?
    var box = Box()
    var texts: [Text] = []
    /// Points on its lines, near one another.
    var lines: [[Point]] = []

    /// All text, without white space.
    var content: String { texts.map(\.content).joined().filter { !$0.isWhitespace } }
  }

  private(set) var groups: [Group] = []
  private(set) var isWellFormed = false
  /// The attributes of the outermost element.
  private(set) var root: [String: String] = [:]
  private(set) var title = ""
  private(set) var summary = ""
  /// The names of all elements, each once.
  private(set) var elements: Set<String> = []
  private var open: [Int?] = []
  private var text: Text?
  private var isTitle = false
  private var isDescription = false

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

  /// The innermost group, and the card around it where it is a row.
  private var holders: [Int] {
    var holders: [Int] = []
    for case let group? in open.reversed() {
      holders.append(group)
      if !groups[group].classes.contains("row") { break }
    }
    return holders
  }

  func parser(
    _ parser: XMLParser, didStartElement element: String, namespaceURI: String?, qualifiedName: String?,
    attributes: [String: String]
  ) {
    elements.insert(element)
    switch element {
    case "g":
      guard let id = attributes["id"] else { return open.append(nil) }
      open.append(groups.count)
      groups.append(
        Group(id: id, classes: (attributes["class"] ?? "").split(separator: " ").map(String.init)))
    case "a": if let current { groups[current].address = attributes["xlink:href"] }
    case "svg": root = attributes
    case "desc": isDescription = true
    case "title": isTitle = true
    case "polygon", "polyline": addPoints(attributes["points"])
    case "path":
      addPoints(attributes["d"])
      if attributes["fill"] == "none", let current { groups[current].lines.append(Self.samples(attributes["d"] ?? "")) }
    case "ellipse": break
    case "text":
      text = Text(
        x: number(attributes["x"]), y: number(attributes["y"]), size: number(attributes["font-size"]),
        anchor: attributes["text-anchor"] ?? "start")
    default: break
    }
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) {
    if text != nil { text?.content += string } else if isDescription { summary += string }
    guard text == nil, isTitle else { return }
    if let current { groups[current].title += string } else { title += string }
  }

  func parser(
    _ parser: XMLParser, didEndElement element: String, namespaceURI: String?, qualifiedName: String?
  ) {
    switch element {
    case "g": open.removeLast()
    case "title": isTitle = false
    case "desc": isDescription = false
    case "text":
      if let text { for group in holders { groups[group].texts.append(text) } }
      text = nil
    default: break
    }
  }

  /// Eight points on each curve of a path as Graphviz writes it: `M` and a point, `C` and three more for each curve.
  private static func samples(_ path: String) -> [Point] {
    let numbers = path.split { !"0123456789.-".contains($0) }.compactMap { Double($0) }
    let points = stride(from: 0, to: numbers.count - 1, by: 2).map { Point(x: numbers[$0], y: numbers[$0 + 1]) }
    var result = Array(points.prefix(1))
    for start in stride(from: 0, to: points.count - 3, by: 3) {
      let (a, b, c, d) = (points[start], points[start + 1], points[start + 2], points[start + 3])
      for step in 1...8 {
        let t = Double(step) / 8
        let weights = [(1 - t) * (1 - t) * (1 - t), 3 * (1 - t) * (1 - t) * t, 3 * (1 - t) * t * t, t * t * t]
        let x = weights[0] * a.x + weights[1] * b.x + weights[2] * c.x + weights[3] * d.x
        let y = weights[0] * a.y + weights[1] * b.y + weights[2] * c.y + weights[3] * d.y
        result.append(Point(x: x, y: y))
      }
    }
    return result
  }

  private func number(_ text: String?) -> Double { text.flatMap(Double.init) ?? 0 }

  private func addPoints(_ text: String?) {
    guard let text else { return }
    let numbers = text.split { !"0123456789.-".contains($0) }.compactMap { Double($0) }
    for index in stride(from: 0, to: numbers.count - 1, by: 2) {
      for group in holders { groups[group].box.add(numbers[index], numbers[index + 1]) }
    }
  }
}
