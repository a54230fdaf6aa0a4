/// What the library cannot write and is put into its parts afterwards.
enum WrittenParts {
  /// The reading order that marks formats of cells with a quote prefix; no style asks for one.
  static let quoteMark = 1

  /// Puts quote prefixes into the styles (ISO/IEC 29500-1 §18.8.45, `quotePrefix`) in place of the mark.
  static func quote(in archive: borrowing ZipArchive, part: String) throws(WorkbookError) -> [UInt8] {
    let handler = Quoting(part: part, limits: archive.limits)
    try archive.parse(part, handler)
    return Splice.apply(handler.splices, to: try archive.contents(of: part))
  }

  /// Hides sheets so that only a program can show them.
  static func hide(
    _ sheets: Set<String>, in archive: borrowing ZipArchive, part: String
  ) throws(WorkbookError) -> [UInt8] {
    let handler = Hiding(part: part, limits: archive.limits)
    handler.names = sheets
    try archive.parse(part, handler)
    return Splice.apply(handler.splices, to: try archive.contents(of: part))
  }

  /// Lets rows grow: their heights are no longer the user's own (ISO/IEC 29500-1 §18.3.1.73, `customHeight`).
  static func grow(
    _ rows: Set<Int>, in archive: borrowing ZipArchive, part: String
  ) throws(WorkbookError) -> [UInt8] {
    let handler = Growing(part: part, limits: archive.limits)
    handler.rows = rows
    try archive.parse(part, handler)
    return Splice.apply(handler.splices, to: try archive.contents(of: part))
  }

  private final class Quoting: XMLHandler {
    var splices: [Splice] = []
    private var isInFormats = false
    private var format: (offset: Int, tag: XMLTag)?

    override func start(_ element: XMLElement) throws(WorkbookFault) {
      guard let name = element.name.main else { return }
      if depth == 2 { isInFormats = XMLName.equal(name, "cellXfs") }
      guard isInFormats else { return }
      if depth == 3, XMLName.equal(name, "xf") {
        format = (element.offset, XMLTag(element.source))
      } else if depth == 4, XMLName.equal(name, "alignment"), element.number("readingOrder") == quoteMark,
        var (offset, tag) = format
      {
        let count = tag.bytes.count
        tag.set("quotePrefix", "1")
        splices.append(Splice(offset: offset, count: count, bytes: tag.bytes))
        var alignment = XMLTag(element.source)
        offset = element.offset
        let length = alignment.bytes.count
        alignment.remove("readingOrder")
        splices.append(Splice(offset: offset, count: length, bytes: alignment.bytes))
      }
    }
  }

  private final class Hiding: XMLHandler {
    var names: Set<String> = []
    var splices: [Splice] = []

    override func start(_ element: XMLElement) throws(WorkbookFault) {
      guard depth == 3, let name = element.name.main, XMLName.equal(name, "sheet"), let title = element.text("name"),
        names.contains(title)
      else { return }
      var tag = XMLTag(element.source)
      let count = tag.bytes.count
      tag.set("state", WorkbookSheet.Visibility.veryHidden.rawValue)
      splices.append(Splice(offset: element.offset, count: count, bytes: tag.bytes))
    }
  }

  private final class Growing: XMLHandler {
    var rows: Set<Int> = []
    var splices: [Splice] = []

    override func start(_ element: XMLElement) throws(WorkbookFault) {
      guard depth == 3, let name = element.name.main, XMLName.equal(name, "row"), let row = element.number("r"),
        rows.contains(row)
      else { return }
      var tag = XMLTag(element.source)
      let count = tag.bytes.count
      tag.remove("customHeight")
      splices.append(Splice(offset: element.offset, count: count, bytes: tag.bytes))
    }
  }
}
