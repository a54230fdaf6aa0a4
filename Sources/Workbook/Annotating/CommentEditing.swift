import CExpat

/// Adds comments to a sheet's comments (ISO/IEC 29500-1 §18.7), behind what their cells have already.
final class CommentEditing: XMLHandler {
  private let cells: [CellPlace: MarkedCell]
  private var prefix = ""
  private var authors: (offset: Int, tag: XMLTag, end: Int)?
  private var list: (offset: Int, tag: XMLTag, end: Int)?
  private var authorCount = 0
  private var splices: [Splice] = []
  /// Cells that had a comment.
  private(set) var extended: Set<CellPlace> = []

  private var isInAuthors = false
  private var isInList = false
  private var cell: MarkedCell?
  private var text: (offset: Int, tag: XMLTag)?
  /// Where the added text goes: behind the text, before phonetic hints.
  private var place: Int?

  init(part: String, limits: WorkbookLimits, cells: [MarkedCell]) {
    self.cells = Dictionary(cells.map { ($0.place, $0) }) { first, _ in first }
    super.init(part: part, limits: limits)
  }

  /// The part with more comments, and which cells had one before.
  static func edit(
    _ part: String, cells: [MarkedCell], author: String, in archive: borrowing ZipArchive
  ) throws(WorkbookError) -> (bytes: [UInt8], extended: Set<CellPlace>) {
    let handler = CommentEditing(part: part, limits: archive.limits, cells: cells)
    try archive.parse(part, handler)
    let new = cells.filter { !handler.extended.contains($0.place) }
    let splices = try handler.completed(new, author: author)
    return (Splice.apply(splices, to: try archive.contents(of: part)), handler.extended)
  }

  /// A part for a sheet that has none.
  static func part(_ cells: [MarkedCell], author: String, _ dialect: Dialect) -> [UInt8] {
    let items = cells.map { comment($0, author: 0, "") }.joined()
    return Array(
      """
      <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
      <comments xmlns="\(dialect.main)"><authors><author>\(XMLText.escapeString(author))</author></authors>\
      <commentList>\(items)</commentList></comments>
      """.utf8)
  }

  private func completed(_ new: [MarkedCell], author: String) throws(WorkbookError) -> [Splice] {
    guard let list else { throw WorkbookError(.unexpectedRoot(found: "", expected: "commentList"), part: part) }
    var splices = self.splices
    if !new.isEmpty {
      let name = "<\(prefix)author>\(XMLText.escapeString(author))</\(prefix)author>"
      if let authors {
        splices += ListAppending.appending(Array(name.utf8), to: authors.tag, at: authors.offset, end: authors.end)
      } else {
        let all = "<\(prefix)authors>\(name)</\(prefix)authors>"
        splices.append(Splice(offset: list.offset, count: 0, bytes: Array(all.utf8)))
      }
    }
    let items = new.map { Self.comment($0, author: authorCount, prefix) }.joined()
    return splices + ListAppending.appending(Array(items.utf8), to: list.tag, at: list.offset, end: list.end)
  }

  private static func comment(_ cell: MarkedCell, author: Int, _ p: String) -> String {
    "<\(p)comment ref=\"\(cell.place)\" authorId=\"\(author)\"><\(p)text>\(run(cell.comment, p))</\(p)text></\(p)comment>"
  }

  private static func run(_ text: String, _ p: String) -> String {
    "<\(p)r><\(p)t xml:space=\"preserve\">\(XMLText.escapeString(text))</\(p)t></\(p)r>"
  }

  override func start(_ element: XMLElement) throws(WorkbookFault) {
    if depth == 1 {
      try expectRoot(element, "comments")
      try expectUTF8(element)
      prefix = String(decoding: XMLTag(element.source).prefix, as: UTF8.self)
    }
    guard let name = element.name.main else { return }
    switch depth {
    case 2:
      isInAuthors = authors == nil && XMLName.equal(name, "authors")
      isInList = list == nil && XMLName.equal(name, "commentList")
      if isInAuthors { authors = (element.offset, XMLTag(element.source), 0) }
      if isInList { list = (element.offset, XMLTag(element.source), 0) }
    case 3 where isInAuthors: if XMLName.equal(name, "author") { authorCount += 1 }
    case 3 where isInList:
      guard XMLName.equal(name, "comment"), let reference = element.value("ref") else { return }
      let place = try CellPlace.read(reference)
      // A second comment of one cell is nobody's; the first one is shown.
      cell = extended.contains(place) ? nil : cells[place]
    case 4 where cell != nil: if XMLName.equal(name, "text") { text = (element.offset, XMLTag(element.source)) }
    case 5 where text != nil: startRun(name, at: element.offset)
    default: break
    }
  }

  override func end(_ name: XMLName, _ parser: OpaquePointer) throws(WorkbookFault) {
    switch depth {
    case 2:
      if isInAuthors { authors?.end = XMLElement.offset(parser) }
      if isInList { list?.end = XMLElement.offset(parser) }
      (isInAuthors, isInList) = (false, false)
    case 3: cell = nil
    case 4: if text != nil { endText(at: XMLElement.offset(parser)) }
    case 5 where text != nil:
      // A plain text becomes a run, since others follow it.
      guard let name = name.main, XMLName.equal(name, "t") else { return }
      put("</\(prefix)r>", at: XMLElement.endOffset(parser))
    default: break
    }
  }

  private func startRun(_ name: UnsafePointer<CChar>, at offset: Int) {
    if XMLName.equal(name, "t") { put("<\(prefix)r>", at: offset) }
    if place == nil, XMLName.equal(name, "rPh") || XMLName.equal(name, "phoneticPr") { place = offset }
  }

  private func endText(at end: Int) {
    guard let cell, let text else { return }
    let run = Array(Self.run((text.tag.isEmptyElement ? "" : "\n") + cell.comment, prefix).utf8)
    splices += ListAppending.appending(run, to: text.tag, at: text.offset, end: place ?? end)
    extended.insert(cell.place)
    self.text = nil
    self.cell = nil
    place = nil
  }

  private func put(_ text: String, at offset: Int) {
    splices.append(Splice(offset: offset, count: 0, bytes: Array(text.utf8)))
  }
}
