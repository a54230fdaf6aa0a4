/// Adds formats to a workbook's styles: those of marked cells, each made of what the cell had, and those of an added
/// sheet.
struct StyleEditing {
  /// A format that is added.
  enum Format: Hashable {
    /// The format of that number with the look of a mark.
    case marked(Int, CellMark.Level)
    case heading
    case text
    /// A text that must stay one when it is entered again.
    case quotedText
  }

  /// A style sheet for workbooks that have none.
  private static func minimal(_ dialect: Dialect) -> String {
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<styleSheet xmlns=\"\(dialect.main)\"/>"
  }

  private let bytes: [UInt8]
  private let scan: StyleScan
  private var numbers: [Format: Int] = [:]
  private var added: [Format] = []

  /// From the part; from nothing where the workbook has none.
  init(part: String?, dialect: Dialect, in archive: borrowing ZipArchive) throws(WorkbookError) {
    let scan = StyleScan(part: part ?? "", limits: archive.limits)
    if let part {
      try archive.parse(part, scan)
      bytes = try archive.contents(of: part)
    } else {
      bytes = Array(Self.minimal(dialect).utf8)
      try XMLParser.parse(bytes, scan)
    }
    self.scan = scan
  }

  /// The number of a format, which is added when it is first asked for.
  mutating func number(of format: Format) -> Int {
    var format = format
    // A number that names no format names the first one.
    if case .marked(let base, let level) = format, base < 0 || base >= baseCount { format = .marked(0, level) }
    if let number = numbers[format] { return number }
    let number = baseCount + added.count
    numbers[format] = number
    added.append(format)
    return number
  }

  /// The part with what was asked for.
  func edited() -> [UInt8] {
    guard !added.isEmpty, let root = scan.root else { return bytes }
    let prefix = String(decoding: root.tag.prefix, as: UTF8.self)
    let levels = CellMark.Level.allCases
    let needsFont = added.contains(.heading)
    let changes: [(list: StaticString, items: [String])] = [
      ("fonts", needsFont ? [boldFont(prefix)] : []), ("fills", levels.map { MarkLook.fill($0, prefix) }),
      ("borders", levels.map { MarkLook.border($0, prefix) }), ("cellXfs", added.map { format($0, prefix) }),
    ]
    var splices: [Splice] = []
    var inRoot: [UInt8] = []
    for (name, items) in changes where !items.isEmpty {
      let initial = count(name) == 0 ? self.initial(name, prefix) : []
      let all = Array((initial + items).joined().utf8)
      let total = String(count(name) + initial.count + items.count)
      if let list = list(name) {
        splices += Self.growing(list, total, all)
      } else {
        let new = Array("<\(prefix)\(name) count=\"\(total)\">".utf8) + all + Array("</\(prefix)\(name)>".utf8)
        if root.tag.isEmptyElement {
          inRoot += new
        } else {
          splices.append(Splice(offset: place(name), count: 0, bytes: new))
        }
      }
    }
    if root.tag.isEmptyElement {
      splices += ListAppending.appending(inRoot, to: root.tag, at: root.offset, end: scan.end)
    }
    return Splice.apply(splices, to: bytes)
  }

  /// The change that adds items to a list and says how many there are.
  private static func growing(_ list: StyleScan.List, _ total: String, _ items: [UInt8]) -> [Splice] {
    var tag = list.tag
    tag.set("count", total)
    let isEmpty = tag.isEmptyElement
    tag.open()
    let start = Splice(
      offset: list.offset, count: list.tag.bytes.count, bytes: isEmpty ? tag.bytes + items + tag.end : tag.bytes)
    return isEmpty ? [start] : [start, Splice(offset: list.end, count: 0, bytes: items)]
  }

  private func list(_ name: StaticString) -> StyleScan.List? { scan.lists[Self.index(name)] }

  private func place(_ name: StaticString) -> Int { scan.place(of: Self.index(name)) }

  private func count(_ name: StaticString) -> Int { list(name)?.items.count ?? 0 }

  private static func index(_ name: StaticString) -> Int {
    StyleScan.order.firstIndex { $0.description == name.description } ?? 0
  }

  private var baseCount: Int { max(1, count("cellXfs")) }

  /// What must stand first in a list that is empty: the first two fills are always these.
  private func initial(_ name: StaticString, _ p: String) -> [String] {
    switch name.description {
    case "fonts": ["<\(p)font><\(p)sz val=\"11\"/><\(p)name val=\"Calibri\"/></\(p)font>"]
    case "fills":
      ["none", "gray125"].map { "<\(p)fill><\(p)patternFill patternType=\"\($0)\"/></\(p)fill>" }
    case "borders":
      ["<\(p)border><\(p)left/><\(p)right/><\(p)top/><\(p)bottom/><\(p)diagonal/></\(p)border>"]
    default: ["<\(p)xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/>"]
    }
  }

  /// The first number of an item that is added to a list.
  private func firstNumber(_ name: StaticString) -> Int {
    count(name) == 0 ? initial(name, "").count : count(name)
  }

  /// The workbook's own font, bold.
  private func boldFont(_ p: String) -> String {
    guard let range = list("fonts")?.items.first else {
      return initial("fonts", p)[0].replacing("<\(p)font>", with: "<\(p)font><\(p)b/>")
    }
    let font = String(decoding: bytes[range], as: UTF8.self)
    guard !font.contains("<\(p)b/>"), let end = font.firstIndex(of: ">"), !font[..<end].hasSuffix("/") else {
      return font
    }
    return font[...end] + "<\(p)b/>" + font[font.index(after: end)...]
  }

  private func format(_ format: Format, _ p: String) -> String {
    let text = "<\(p)xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" applyAlignment=\"1\""
    let alignment = "><\(p)alignment vertical=\"top\" wrapText=\"1\"/></\(p)xf>"
    switch format {
    case .text: return text + alignment
    case .quotedText: return text + " quotePrefix=\"1\"" + alignment
    case .heading:
      return text.replacing("fontId=\"0\"", with: "fontId=\"\(firstNumber("fonts"))\" applyFont=\"1\"") + alignment
    case .marked(let base, let level):
      let source =
        list("cellXfs").flatMap { list in list.items.indices.contains(base) ? Array(bytes[list.items[base]]) : nil }
        ?? Array(initial("cellXfs", p)[0].utf8)
      var tag = XMLTag(of: source)
      let rest = source.dropFirst(tag.bytes.count)
      tag.set("fillId", String(firstNumber("fills") + level.rawValue))
      tag.set("borderId", String(firstNumber("borders") + level.rawValue))
      tag.set("applyFill", "1")
      tag.set("applyBorder", "1")
      return String(decoding: tag.bytes + rest, as: UTF8.self)
    }
  }
}
