/// What the formats of a workbook's cells make of numbers, by the cells' `s`.
struct CellFormats: Sendable {
  private var kinds: [NumberFormat] = []

  /// Formats of a workbook without styles: all numbers are numbers.
  init() {}

  init(part: String, in archive: borrowing ZipArchive) throws(WorkbookError) {
    let handler = Handler(part: part, limits: archive.limits)
    try archive.parse(part, handler)
    kinds = handler.formats.map { handler.codes[$0] ?? NumberFormat(builtIn: $0) }
  }

  /// The format of a cell; a plain number's where the workbook has no such format.
  subscript(index: Int) -> NumberFormat { kinds.indices.contains(index) ? kinds[index] : .number }

  private final class Handler: XMLHandler {
    /// Custom formats by their numbers, and the formats of `cellXfs` in order.
    var codes: [Int: NumberFormat] = [:]
    var formats: [Int] = []
    private var list = List.other

    private enum List { case formats, codes, other }

    override func start(_ element: XMLElement) throws(WorkbookFault) {
      if depth == 1 { try expectRoot(element, "styleSheet") }
      guard let name = element.name.main else { return }
      switch (depth, list) {
      case (2, _):
        list = XMLName.equal(name, "cellXfs") ? .formats : XMLName.equal(name, "numFmts") ? .codes : .other
      case (3, .formats) where XMLName.equal(name, "xf"):
        guard formats.count < limits.items else { throw .exceeds(.items, bound: limits.items) }
        formats.append(element.number("numFmtId") ?? 0)
      case (3, .codes) where XMLName.equal(name, "numFmt"):
        guard codes.count < limits.items else { throw .exceeds(.items, bound: limits.items) }
        if let id = element.number("numFmtId"), let code = element.text("formatCode") {
          codes[id] = NumberFormat(code: code)
        }
      default: break
      }
    }
  }
}
