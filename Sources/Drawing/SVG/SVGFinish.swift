import Glibc

/// Makes the SVG that Graphviz writes fit for a page of the web: no document type to be fetched, no comments; a name and a
/// description of the whole; a title for each entity in the words of the chart instead of a node's name; rows of cards with
/// ids and classes like boxes.
///
/// Graphviz escapes all text and attribute values, so every `<` begins a tag, and every `>` ends one.
struct SVGFinish {
  private let words: SVGWords
  private var picture: Picture { words.picture }
  private let isLinked: Bool
  private let source: [UInt8]
  /// Behind the last tag that was looked at.
  private var place = 0
  /// How much of the source is in the result, as it was or rewritten.
  private var copied = 0
  /// Where that colour is next.
  private var transparent = -1
  private var result: [UInt8] = []
  private var id: String?
  private var anchors: [Bool] = []

  /// - Throws: that Graphviz failed to render, where its text is not as expected.
  static func finish(_ bytes: [UInt8], _ words: SVGWords, isLinked: Bool) throws(DrawingError) -> [UInt8] {
    var finish = SVGFinish(bytes, words, isLinked)
    guard finish.run() else { throw .graphviz(.render, messages: ["unexpected SVG"]) }
    return finish.result
  }

  private init(_ bytes: [UInt8], _ words: SVGWords, _ isLinked: Bool) {
    source = bytes
    self.words = words
    self.isLinked = isLinked
    result.reserveCapacity(bytes.count)
  }

  private mutating func run() -> Bool {
    guard let start = find("<svg", from: 0), let end = find(">", from: start) else { return false }
    writeHead(String(decoding: source[start..<end], as: UTF8.self))
    place = end + 1
    copied = place
    while let next = find("<", from: place) {
      guard let end = endOfTag(at: next) else { return false }
      place = end
      guard rewrite(next..<end) else { return false }
    }
    copy(upTo: source.count)
    return anchors.isEmpty
  }

  private mutating func copy(upTo end: Int) {
    result += source[copied..<end]
    copied = end
  }

  private mutating func replace(_ range: Range<Int>, with text: String) {
    copy(upTo: range.lowerBound)
    put(text)
    copied = range.upperBound
  }

  private func endOfTag(at start: Int) -> Int? {
    if has("<!--", at: start) { return find("-->", from: start).map { $0 + 3 } }
    return find(">", from: start).map { $0 + 1 }
  }

  private func find(_ text: StaticString, from start: Int) -> Int? {
    let count = text.utf8CodeUnitCount
    return source.withUnsafeBytes { bytes in
      guard let base = bytes.baseAddress else { return nil }
      var place = start
      while bytes.count - place >= count, let next = memchr(base + place, Int32(text.utf8Start[0]), bytes.count - place)
      {
        place = UnsafeRawPointer(next) - base
        if bytes.count - place >= count, memcmp(next, text.utf8Start, count) == 0 { return place }
        place += 1
      }
      return nil
    }
  }

  private func has(_ text: StaticString, at start: Int) -> Bool {
    let count = text.utf8CodeUnitCount
    guard source.count - start >= count else { return false }
    return source.withUnsafeBytes { bytes in
      guard let base = bytes.baseAddress else { return false }
      return memcmp(base + start, text.utf8Start, count) == 0
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
    put("<desc id=\"\(text)\">\(XMLText.escaped(words.summary))</desc>")
  }

  private mutating func put(_ text: String) { result += text.utf8 }

  /// False where a tag stands that Graphviz is not known to write.
  private mutating func rewrite(_ tag: Range<Int>) -> Bool {
    let start = tag.lowerBound
    if has("<!--", at: start) {
      let isWholeLine = place < source.count && source[place] == UInt8(ascii: "\n")
      replace(start..<place + (isWholeLine ? 1 : 0), with: "")
      place = copied
    } else if has("<g id=\"", at: start) {
      openGroup(tag)
    } else if has("<title>", at: start) {
      guard let end = find("</title>", from: place) else { return false }
      replace(start..<end + 8, with: id.flatMap { words.titles[$0] }.map(title) ?? "")
      place = copied
    } else if has("<a ", at: start) {
      // Graphviz 2.42 leaves `&` in the addresses of cells as it is, and so breaks the XML.
      let address = id.flatMap { picture.addresses[$0.hasPrefix("a_") ? String($0.dropFirst(2)) : $0] }
      anchors.append(address != nil)
      replace(tag, with: address.map { "<a xlink:href=\"\(XMLText.escaped($0))\">" } ?? "<g>")
    } else if has("</a>", at: start) {
      guard let leads = anchors.popLast() else { return false }
      if !leads { replace(tag, with: "</g>") }
    } else {
      guard Self.known.contains(where: { has($0, at: start) }) else { return false }
      replaceTransparent(in: tag)
    }
    return true
  }

  /// The colour named transparent is not in SVG 1.1, and shows black in programs that know no other. Each is looked for
  /// once.
  private mutating func replaceTransparent(in tag: Range<Int>) {
    while true {
      if transparent < tag.lowerBound { transparent = find("=\"transparent\"", from: tag.lowerBound) ?? source.count }
      guard transparent < tag.upperBound else { return }
      replace(transparent..<transparent + 14, with: "=\"none\"")
      transparent = find("=\"transparent\"", from: copied) ?? source.count
    }
  }

  private mutating func openGroup(_ tag: Range<Int>) {
    let id = String(decoding: source[tag].dropFirst(7).prefix { $0 != UInt8(ascii: "\"") }, as: UTF8.self)
    self.id = id
    if id == "graph0" {
      replace(tag.lowerBound + 7..<tag.lowerBound + 13, with: picture.id)
    } else if id.hasPrefix("a_") {
      let inner = String(id.dropFirst(2))
      guard let classes = words.rows[inner] else { return replace(tag, with: "<g>") }
      replace(tag, with: "<g id=\"\(inner)\" class=\"\(classes)\">" + (words.titles[inner].map(title) ?? ""))
    }
  }

  private func title(_ text: String) -> String { "<title>" + XMLText.escaped(text) + "</title>" }

  private static let known: [StaticString] = [
    "<text ", "</text>", "</g>", "<path ", "<polygon ", "<polyline ", "<ellipse ", "<g>", "<g ", "</svg>", "<defs>",
    "</defs>", "<linearGradient ", "</linearGradient>", "<stop ",
  ]
}
