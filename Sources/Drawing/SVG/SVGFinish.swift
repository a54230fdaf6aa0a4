/// Makes the SVG that Graphviz writes fit for a page of the web: no document type to be fetched, no comments; a name and a
/// description of the whole; a title for each entity in the words of the chart instead of a node's name; rows of cards with
/// ids and classes like boxes.
///
/// Graphviz escapes all text and attribute values, so every `<` begins a tag, and every `>` ends one.
struct SVGFinish {
  private let picture: Picture
  private let summary: String
  private let isLinked: Bool
  /// Titles by id.
  private let titles: [String: String]
  private let rows: [String: String]
  private let source: [UInt8]
  private var place = 0
  private var tagStart = 0
  /// Where that colour is next.
  private var transparent = -1
  private var result: [UInt8] = []
  private var id: String?
  private var title: String?
  private var anchors: [Bool] = []

  /// - Throws: that Graphviz failed to render, where its text is not as expected.
  static func finish(_ bytes: [UInt8], _ picture: Picture, summary: String, isLinked: Bool) throws(DrawingError)
    -> [UInt8]
  {
    var finish = SVGFinish(bytes, picture, summary, isLinked)
    guard finish.run() else { throw .graphviz(.render, messages: ["unexpected SVG"]) }
    return finish.result
  }

  private init(_ bytes: [UInt8], _ picture: Picture, _ summary: String, _ isLinked: Bool) {
    source = bytes
    self.picture = picture
    self.summary = summary
    self.isLinked = isLinked
    var titles: [String: String] = [:]
    var rows: [String: String] = [:]
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
    self.titles = titles
    self.rows = rows
    result.reserveCapacity(bytes.count)
  }

  private mutating func run() -> Bool {
    guard let start = find("<svg", from: 0), let end = find(">", from: start) else { return false }
    writeHead(String(decoding: source[start..<end], as: UTF8.self))
    place = end + 1
    while let next = source[place...].firstIndex(of: UInt8(ascii: "<")) {
      result += source[place..<next]
      guard let end = endOfTag(at: next) else { return false }
      let tag = String(decoding: source[next..<end], as: UTF8.self)
      tagStart = next
      place = end
      guard rewrite(tag) else { return false }
    }
    result += source[place...]
    return anchors.isEmpty
  }

  private func endOfTag(at start: Int) -> Int? {
    if source[start...].starts(with: "<!--".utf8) { return find("-->", from: start).map { $0 + 3 } }
    return find(">", from: start).map { $0 + 1 }
  }

  private func find(_ text: StaticString, from start: Int) -> Int? {
    text.withUTF8Buffer { wanted in
      var place = start
      while let next = source[place...].firstIndex(of: wanted[0]) {
        if source[next...].starts(with: wanted) { return next }
        place = next + 1
      }
      return nil
    }
  }

  private mutating func writeHead(_ tag: String) {
    // Links inside an image are not read out, inside a document of graphics they are.
    let role = isLinked ? "graphics-document document" : "img"
    let (name, text) = (picture.id + "_title", picture.id + "_desc")
    put("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
    put(tag)
    put("\n role=\"\(role)\" aria-labelledby=\"\(name) \(text)\" style=\"max-width:100%;height:auto\">\n")
    put("<title id=\"\(name)\">\(XMLText.escaped(picture.title))</title>\n")
    put("<desc id=\"\(text)\">\(XMLText.escaped(summary))</desc>")
  }

  private mutating func put(_ text: String) { result += Array(text.utf8) }

  /// Whether the tag that ends here has no colour of that name. Each is looked for once.
  private var endsBeforeTransparent: Bool {
    mutating get {
      if transparent < tagStart { transparent = find("=\"transparent\"", from: tagStart) ?? source.count }
      return transparent >= place
    }
  }

  /// False where a tag stands that Graphviz is not known to write.
  private mutating func rewrite(_ tag: String) -> Bool {
    if tag.hasPrefix("<!--") {
      if place < source.count, source[place] == UInt8(ascii: "\n") { place += 1 }
    } else if tag.hasPrefix("<g id=\"") {
      openGroup(tag)
    } else if tag == "<title>" {
      guard let end = find("</title>", from: place) else { return false }
      place = end + 8
      if let title = id.flatMap({ titles[$0] }) { putTitle(title) }
    } else if tag.hasPrefix("<a ") {
      // Graphviz 2.42 leaves `&` in the addresses of cells as it is, and so breaks the XML.
      let address = id.flatMap { picture.addresses[$0.hasPrefix("a_") ? String($0.dropFirst(2)) : $0] }
      anchors.append(address != nil)
      put(address.map { "<a xlink:href=\"\(XMLText.escaped($0))\">" } ?? "<g>")
    } else if tag == "</a>" {
      guard let leads = anchors.popLast() else { return false }
      put(leads ? "</a>" : "</g>")
    } else {
      guard Self.known.contains(where: tag.hasPrefix) else { return false }
      // The colour named transparent is not in SVG 1.1, and shows black in programs that know no other.
      put(endsBeforeTransparent ? tag : tag.replacing("=\"transparent\"", with: "=\"none\""))
    }
    return true
  }

  private mutating func openGroup(_ tag: String) {
    let id = String(tag.dropFirst(7).prefix { $0 != "\"" })
    self.id = id
    if id == "graph0" {
      put(tag.replacing("\"graph0\"", with: "\"\(picture.id)\""))
    } else if id.hasPrefix("a_") {
      let inner = String(id.dropFirst(2))
      guard let classes = rows[inner] else { return put("<g>") }
      put("<g id=\"\(inner)\" class=\"\(classes)\">")
      if let title = titles[inner] { putTitle(title) }
    } else {
      put(tag)
    }
  }

  private mutating func putTitle(_ title: String) { put("<title>\(XMLText.escaped(title))</title>") }

  private static let known = [
    "</g>", "</svg>", "<polygon ", "<polyline ", "<path ", "<ellipse ", "<text ", "</text>", "<g>", "<defs>", "</defs>",
    "<linearGradient ", "</linearGradient>", "<stop ", "<g ",
  ]
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
