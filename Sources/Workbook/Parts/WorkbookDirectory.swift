/// A sheet, as the workbook lists it.
package struct WorkbookSheet: Sendable, Hashable {
  /// Whether and how a sheet is hidden from people.
  package enum Visibility: String, Sendable, Hashable {
    case visible
    /// Can be shown again from a menu.
    case hidden
    /// Can be shown again only by a program.
    case veryHidden
  }

  package var name: String
  package var visibility: Visibility
  /// False for sheets that are charts or dialogs.
  package var hasCells: Bool
  /// Whether the program that wrote it says that it only repeats or lists what other sheets hold.
  package var isAside = false
  /// Where its cells are; nil where its relationship leads nowhere.
  var part: String?

  /// The name, of the sheet alone, by which such a sheet is known.
  static let asideMark = "remit_aside"
}

/// What the workbook part says: the sheets in their order, and where shared strings and styles are.
struct WorkbookDirectory: Sendable {
  var part: String
  var sheets: [WorkbookSheet] = []
  /// Whether days count from 1904-01-01 (ISO/IEC 29500-1 §18.2.28).
  var countsFrom1904 = false
  var strings: String?
  var styles: String?
  /// What the annotating of a workbook adds to.
  var relationships: Relationships
  var largestSheetID: Int
  /// Whether it is in the strict form of the standard.
  var isStrict: Bool

  /// Finds everything by relationships from the container's own.
  ///
  /// - Throws: `otherFormat` for containers of other kinds, and faults of the parts that are read.
  init(in archive: borrowing ZipArchive) throws(WorkbookError) {
    let types = try ContentTypes(in: archive)
    guard let part = try Relationships(of: "", in: archive).part("officeDocument") else {
      throw WorkbookError(.otherFormat(mediaType: try Self.mediaType(in: archive)))
    }
    if let type = types[part], !Self.isWorkbook(type) { throw WorkbookError(.otherFormat(mediaType: type)) }
    let handler = Handler(part: part, limits: archive.limits)
    try archive.parse(part, handler)
    let links = try Relationships(of: part, in: archive)
    self.part = part
    relationships = links
    countsFrom1904 = handler.countsFrom1904
    largestSheetID = handler.largestID
    isStrict = handler.isStrict
    strings = links.part("sharedStrings")
    styles = links.part("styles")
    var taken: Set<String> = []
    for (index, (name, id, state)) in handler.sheets.enumerated() {
      let link = id.flatMap { links[$0] }
      // A part that is another sheet's, or none of the sheets', is no part of this one.
      let target = link?.target.flatMap { taken.insert($0.lowercased()).inserted ? $0 : nil }
      sheets.append(
        WorkbookSheet(
          name: name, visibility: state.flatMap(WorkbookSheet.Visibility.init) ?? .visible,
          hasCells: link?.isOf("worksheet") ?? true, isAside: handler.asides.contains(index), part: target))
    }
  }

  private static func isWorkbook(_ type: String) -> Bool {
    let type = type.lowercased()
    return type == "application/xml"
      || type.hasSuffix(".main+xml") && (type.contains("spreadsheetml") || type.contains("ms-excel"))
  }

  /// What an OpenDocument file says of itself; empty where nothing is said.
  private static func mediaType(in archive: borrowing ZipArchive) throws(WorkbookError) -> String {
    guard try archive.index(of: "mimetype") != nil else { return "" }
    return String(decoding: try archive.contents(of: "mimetype").prefix(100), as: UTF8.self)
  }

  private final class Handler: XMLHandler {
    var sheets: [(name: String, id: String?, state: String?)] = []
    var countsFrom1904 = false
    var largestID = 0
    var isStrict = false
    /// Indices of sheets.
    var asides: Set<Int> = []
    private var names: Set<String> = []
    private var isInSheets = false
    private var isInNames = false

    override func start(_ element: XMLElement) throws(WorkbookFault) {
      if depth == 1 {
        try expectRoot(element, "workbook")
        isStrict = element.name.isIn(Namespace.strictMain)
      }
      guard let name = element.name.main else { return }
      if depth == 2 {
        isInSheets = XMLName.equal(name, "sheets")
        isInNames = XMLName.equal(name, "definedNames")
        if XMLName.equal(name, "workbookPr") { countsFrom1904 = element.flag("date1904") }
      } else if depth == 3, isInSheets, XMLName.equal(name, "sheet") {
        guard sheets.count < limits.sheets else { throw .exceeds(.sheets, bound: limits.sheets) }
        let title = element.text("name") ?? ""
        guard names.insert(title.lowercased()).inserted else { throw .repeatedSheetName(title) }
        let id = element.value("id", in: [Namespace.links, Namespace.strictLinks])
        sheets.append((title, id.map { String(cString: $0) }, element.text("state")))
        largestID = max(largestID, element.number("sheetId") ?? 0)
      } else if depth == 3, isInNames, element.text("name") == WorkbookSheet.asideMark,
        let index = element.number("localSheetId"), index < limits.sheets
      {
        asides.insert(index)
      }
    }
  }
}
