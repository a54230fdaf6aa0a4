/// The changes that marks make in a workbook, while they are gathered.
struct WorkbookMarking {
  private(set) var changes: PackageChanges
  private let author: String
  private let directory: WorkbookDirectory
  private var styles: StyleEditing
  /// The changes of each sheet that is marked.
  private var sheets: [(part: String, splices: [Splice])] = []
  /// The first block of ids that no drawing has; Excel's own begin at 1.
  private var block = 1_000

  init(author: String, in archive: borrowing ZipArchive) throws(WorkbookError) {
    self.author = author
    directory = try WorkbookDirectory(in: archive)
    let dialect = Dialect(isStrict: directory.isStrict)
    var part = directory.styles
    if let name = part, try archive.index(of: name) == nil { part = nil }
    styles = try StyleEditing(part: part, dialect: dialect, in: archive)
    changes = PackageChanges(dialect: dialect)
  }

  /// Marks cells.
  ///
  /// - Returns: how many.
  mutating func mark(_ marks: [CellMark], in archive: borrowing ZipArchive) throws(WorkbookError) -> Int {
    var bySheet: [Int: [CellMark]] = [:]
    var numbers: [String: Int] = [:]
    for (index, sheet) in directory.sheets.enumerated() { numbers[sheet.name.lowercased()] = index }
    for mark in marks {
      guard let number = numbers[mark.sheet.lowercased()] else { throw WorkbookError(.noSuchSheet(mark.sheet)) }
      let place = mark.place
      guard (1...WorkbookLimits.rows).contains(place.row), (1...WorkbookLimits.columns).contains(place.column) else {
        throw WorkbookError(.unwritable(.outsideSheet(row: place.row, column: place.column)))
      }
      bySheet[number, default: []].append(mark)
    }
    var count = 0
    for (index, marks) in bySheet.sorted(by: { $0.key < $1.key }) {
      count += try mark(directory.sheets[index], marks, in: archive)
    }
    return count
  }

  private mutating func mark(
    _ sheet: WorkbookSheet, _ marks: [CellMark], in archive: borrowing ZipArchive
  ) throws(WorkbookError) -> Int {
    guard sheet.hasCells else { throw WorkbookError(.sheetWithoutCells(sheet.name)) }
    guard let part = sheet.part else { throw WorkbookError(.sheetWithoutPart(sheet.name)) }
    let survey = SheetSurvey(part: part, limits: archive.limits)
    try archive.parse(part, survey)
    let cells = MarkedCell.joined(Array(zip(survey.places(of: marks.map(\.place)), marks)))
    let all = (cells + survey.companions(of: cells)).sorted { $0.place < $1.place }
    let marking = SheetMarking(part: part, limits: archive.limits, cells: all, styles: styles)
    try archive.parse(part, marking)
    guard marking.hasCells else { throw WorkbookError(.sheetWithoutCells(sheet.name), part: part) }
    styles = marking.editedStyles
    try comment(cells, marking, survey, in: archive)
    sheets.append((part, marking.splices))
    return cells.count
  }

  private mutating func comment(
    _ cells: [MarkedCell], _ marking: SheetMarking, _ survey: SheetSurvey, in archive: borrowing ZipArchive
  ) throws(WorkbookError) {
    let sheet = marking.part
    let links = try Relationships(of: sheet, in: archive)
    let drawing = marking.legacyDrawing.flatMap { links[$0]?.target }
    var extended: Set<CellPlace> = []
    if let part = links.part("comments"), try archive.index(of: part) != nil {
      let (bytes, places) = try CommentEditing.edit(part, cells: cells, author: author, in: archive)
      changes.set(part, to: bytes)
      extended = places
    } else {
      let bytes = CommentEditing.part(cells, author: author, changes.dialect)
      let part = try changes.add("xl/comments", ".xml", type: MediaType.comments, bytes, in: archive)
      _ = changes.link(sheet, links, "comments", to: part)
    }
    // Comments that were there have their windows, where the sheet has any.
    let windows = cells.filter { drawing == nil || !extended.contains($0.place) }.map { NoteShapes.Window($0, survey) }
    if let drawing {
      let old = try archive.contents(of: drawing)
      changes.set(drawing, to: try NoteShapes.edit(old, adding: windows, part: drawing))
    } else if marking.legacyDrawing != nil {
      throw WorkbookError(.missingPart("legacyDrawing"), part: sheet)
    } else {
      let bytes = NoteShapes.part(windows, block: block)
      block += windows.count / 1_024 + 1
      let part = try changes.add("xl/drawings/vmlDrawing", ".vml", type: MediaType.drawing, bytes, in: archive)
      marking.addDrawing(id: changes.link(sheet, links, "vmlDrawing", to: part), dialect: changes.dialect)
    }
  }

  /// Adds a sheet of texts behind the others.
  ///
  /// - Returns: the name that it has.
  mutating func add(_ sheet: AddedSheet, in archive: borrowing ZipArchive) throws(WorkbookError) -> String {
    guard directory.sheets.count < archive.limits.sheets else {
      throw WorkbookError(.unwritable(.sheetCount(bound: archive.limits.sheets)))
    }
    var names = SheetNames(taken: directory.sheets.map(\.name))
    let name = names.claim(sheet.name)
    let bytes = try ListSheet.part(sheet, styles: &styles, changes.dialect)
    let part = try changes.add("xl/worksheets/sheet", ".xml", type: MediaType.sheet, bytes, in: archive)
    let id = changes.link(directory.part, directory.relationships, "worksheet", to: part)
    let number = directory.largestSheetID + 1
    let list = try ListAppending.append(to: directory.part, depth: 2, list: "sheets", in: archive) { prefix, dialect in
      "<\(prefix)sheet xmlns:r=\"\(dialect.links)\" name=\"\(XMLText.escapeAttribute(name))\" "
        + "sheetId=\"\(number)\" r:id=\"\(id)\"/>"
    }
    changes.set(directory.part, to: list)
    return name
  }

  /// Adds the formats, and what the container says of its parts.
  mutating func complete(in archive: borrowing ZipArchive) throws(WorkbookError) {
    if let part = directory.styles, try archive.index(of: part) != nil {
      changes.set(part, to: styles.edited())
    } else {
      let part = try changes.add("xl/styles", ".xml", type: MediaType.styles, styles.edited(), in: archive)
      _ = changes.link(directory.part, directory.relationships, "styles", to: part)
    }
    try changes.complete(in: archive)
  }

  /// Writes the changed sheets behind each other into a file.
  ///
  /// - Returns: where each of them is.
  func writeSheets(
    to path: String, in archive: borrowing ZipArchive
  ) throws(WorkbookError) -> [(part: String, range: Range<Int>)] {
    var file = try PieceFile(path: path)
    var ranges: [(part: String, range: Range<Int>)] = []
    for (part, splices) in sheets {
      let start = file.count
      try file.append(try archive.open(part), splices)
      ranges.append((part, start..<file.count))
    }
    try file.close()
    return ranges
  }
}
