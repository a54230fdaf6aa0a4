import CWorkbook

/// A sheet of a workbook that is being written.
package struct SheetID: Sendable, Hashable {
  let index: Int
}

/// What a workbook says of itself.
package struct WorkbookProperties: Sendable, Hashable {
  package var title = ""
  package var subject = ""
  package var author = ""
  package var company = ""
  package var keywords = ""
  package var comments = ""
  /// The day that the workbook claims to be of. Fixed, so that equal contents give equal bytes.
  package var created = WorkbookDay(year: 1980, month: 1, day: 1)

  package init() {}
}

/// Writes a workbook. It is whole or not there at all: the file appears when `close` succeeds.
///
/// Memory: all of the workbook. Rows and columns are counted from 1.
package struct WorkbookWriter: ~Copyable {
  var book: WorkbookHandle
  var formats = FormatCache()
  var sheets: [SheetState] = []
  private let draft: DraftFile
  private var names = SheetNames()
  private var definedNames: Set<String> = []

  /// Begins a workbook that is to stand at a path.
  ///
  /// - Throws: `system` or `notAFile` where no file can be written there.
  package init(path: String, properties: WorkbookProperties = WorkbookProperties()) throws(WorkbookError) {
    let draft = try DraftFile(for: path)
    let book = try WorkbookHandle(path: draft.path)
    try book.set(properties)
    self.draft = draft
    self.book = book
  }

  /// Adds a sheet at the end.
  ///
  /// - Parameter name: what it shall be called; `name(of:)` says what the rules of Excel made of it.
  package mutating func addSheet(
    _ name: String, visibility: WorkbookSheet.Visibility = .visible, tab: CellColour? = nil
  ) throws(WorkbookError) -> SheetID {
    let bound = WorkbookLimits().sheets
    guard sheets.count < bound else { throw WorkbookError(.unwritable(.sheetCount(bound: bound))) }
    let name = names.claim(name)
    guard let sheet = workbook_add_worksheet(book.pointer, name) else {
      throw WorkbookError(.library(code: 0, reason: name))
    }
    if visibility != .visible { worksheet_hide(sheet) }
    if let tab { worksheet_set_tab_color(sheet, tab.code) }
    sheets.append(SheetState(pointer: sheet, name: name, visibility: visibility))
    return SheetID(index: sheets.count - 1)
  }

  /// The name that a sheet has.
  package func name(of sheet: SheetID) -> String { sheets[sheet.index].name }

  /// Gives a range a name that formulas and validations may use.
  ///
  /// - Throws: `unwritable(.definedName)` for names that Excel does not take, or that are taken.
  package mutating func define(_ name: String, _ range: CellRange, on sheet: SheetID) throws(WorkbookError) {
    try check(range)
    guard DefinedName.isValid(name), definedNames.insert(name.lowercased()).inserted else {
      throw WorkbookError(.unwritable(.definedName(name)))
    }
    let formula = "=" + formula(range, on: sheet)
    try book.check(workbook_define_name(book.pointer, name, formula))
  }

  /// Says of a sheet that it repeats, in another form, what other sheets hold, or lists what was found in them: a name of
  /// its own tells `WorkbookReader`, through whatever program saves the workbook.
  ///
  /// - Throws: `unwritable(.definedName)` where the sheet's name has a `!`, which the library does not take.
  package mutating func setAside(_ sheet: SheetID) throws(WorkbookError) {
    let title = name(of: sheet)
    let mark = WorkbookSheet.asideMark
    guard !title.contains("!") else { throw WorkbookError(.unwritable(.definedName("\(title)!\(mark)"))) }
    let a1 = CellPlace(row: 1, column: 1)
    try book.check(
      workbook_define_name(book.pointer, "\(title)!\(mark)", "=" + formula(CellRange(a1, a1), on: sheet)))
  }

  /// A range as formulas name it, such as `'岗位'!$A$2:$A$9`.
  package func formula(_ range: CellRange, on sheet: SheetID) -> String {
    func absolute(_ place: CellPlace) -> String { "$\(CellPlace.letters(place.column))$\(place.row)" }
    return SheetNames.quoted(name(of: sheet)) + "!" + absolute(range.first) + ":" + absolute(range.last)
  }

  /// Writes the file and puts it in its place.
  ///
  /// - Throws: why that was not possible; then what stood there before stands there still.
  package consuming func close() throws(WorkbookError) {
    // A workbook opens at its first visible sheet, and Excel takes none without one.
    guard let first = sheets.first(where: { $0.visibility == .visible }) else {
      throw WorkbookError(.noSuchSheet(""))
    }
    worksheet_activate(first.pointer)
    worksheet_set_first_sheet(first.pointer)
    try book.close()
    try complete()
    try draft.put()
  }

  /// Puts in what the library does not know.
  private func complete() throws(WorkbookError) {
    let hidden = Set(sheets.filter { $0.visibility == .veryHidden }.map(\.name))
    let growing = sheets.indices.filter { !sheets[$0].growing.isEmpty }
    guard formats.hasQuoted || !hidden.isEmpty || !growing.isEmpty else { return }
    let (styles, workbook) = ("xl/styles.xml", "xl/workbook.xml")
    let archive = try ZipArchive(path: draft.path, limits: .unbounded)
    var editor = try ZipEditor(path: draft.path)
    if formats.hasQuoted {
      let bytes = try WrittenParts.quote(in: archive, part: styles)
      try editor.put(bytes, at: try archive.index(of: styles), name: styles)
    }
    if !hidden.isEmpty {
      let bytes = try WrittenParts.hide(hidden, in: archive, part: workbook)
      try editor.put(bytes, at: try archive.index(of: workbook), name: workbook)
    }
    for index in growing {
      let part = "xl/worksheets/sheet\(index + 1).xml"
      let bytes = try WrittenParts.grow(sheets[index].growing, in: archive, part: part)
      try editor.put(bytes, at: try archive.index(of: part), name: part)
    }
    try editor.commit()
  }

  /// Fails unless all of a range is in a sheet.
  func check(_ range: CellRange) throws(WorkbookError) {
    for place in [range.first, range.last] {
      guard (1...WorkbookLimits.rows).contains(place.row), (1...WorkbookLimits.columns).contains(place.column) else {
        throw WorkbookError(.unwritable(.outsideSheet(row: place.row, column: place.column)))
      }
    }
  }

  /// A text as the library and XML can hold it.
  ///
  /// - Parameter bound: how many UTF-16 units the receiver takes, of the text and of the text with its escapes.
  func encode(_ text: String, bound: Int) throws(WorkbookError) -> String {
    let encoded = EscapedText.encode(text)
    let units = encoded.utf16.count
    guard units <= bound else { throw WorkbookError(.textTooLong(units: units, bound: bound)) }
    return encoded
  }
}

/// What is known of a sheet while it is written.
struct SheetState {
  let pointer: UnsafeMutablePointer<lxw_worksheet>
  let name: String
  let visibility: WorkbookSheet.Visibility
  var merges: [CellRange] = []
  /// Rows that grow with their texts.
  var growing: Set<Int> = []
}

/// Sole owner of the library's workbook.
struct WorkbookHandle: ~Copyable {
  let pointer: UnsafeMutablePointer<lxw_workbook>
  private var isClosed = false

  init(path: String) throws(WorkbookError) {
    guard let pointer = workbook_new(path) else { throw WorkbookError(.library(code: 0, reason: path)) }
    self.pointer = pointer
  }

  deinit { if !isClosed { lxw_workbook_free(pointer) } }

  /// Writes the file; the library frees the workbook with it, even where that fails.
  mutating func close() throws(WorkbookError) {
    isClosed = true
    try check(workbook_close(pointer))
  }

  func check(_ code: lxw_error) throws(WorkbookError) {
    guard code == LXW_NO_ERROR else {
      let reason = lxw_strerror(code).map { String(cString: $0) } ?? ""
      throw WorkbookError(.library(code: Int(code.rawValue), reason: reason))
    }
  }

  func set(_ properties: WorkbookProperties) throws(WorkbookError) {
    let texts = [
      properties.title, properties.subject, properties.author, properties.company, properties.keywords,
      properties.comments,
    ].map { $0.isEmpty ? nil : CStrings.printable($0) }
    let created = properties.created.serial - WorkbookDay(year: 1970, month: 1, day: 1).serial
    let code = CStrings.with(texts) { texts in
      var set = lxw_doc_properties()
      set.title = texts[0]
      set.subject = texts[1]
      set.author = texts[2]
      set.company = texts[3]
      set.keywords = texts[4]
      set.comments = texts[5]
      // Seconds since 1970; 0 would be the present time.
      set.created = max(1, created * 86_400)
      return workbook_set_properties(pointer, &set)
    }
    try check(code)
  }
}
