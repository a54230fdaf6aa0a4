import RemitModel
import RemitSource

/// Reads the rows of one foreign table by an entry of a map.
struct MappedFileReader {
  typealias Cell = DerivedTable.Cell

  /// What is said of a post besides its columns.
  enum State {
    case vacant, abolished
  }

  private let sheet: MappedSheet
  let file: TableMap.File
  let session: MappingSession
  let values: Words
  /// The columns of the path of organizations, from the widest.
  let path: [Int]
  let state: [Int]
  /// The tables whose headings are there, with the column of the sheet for each column of theirs.
  private let tables: [(table: TableMap.Table, columns: [(name: String, column: Int)])]
  private var leftOut: [[Int]: (heading: Int, text: String, count: Int, place: Place)] = [:]
  private var nobodies: [String: (count: Int, place: Place)] = [:]

  /// The map's special words, folded.
  struct Words {
    let root, vacant, abolished, undisclosed, nobody, empty: Set<String>

    init(_ values: TableMap.Values) {
      func folded(_ words: [String]) -> Set<String> { Set(words.map(PlainText.folded)) }
      root = folded(values.root)
      vacant = folded(values.vacant)
      abolished = folded(values.abolished)
      undisclosed = folded(values.undisclosed)
      nobody = folded(values.nobody)
      empty = folded(values.empty)
    }
  }

  init(_ sheet: MappedSheet, _ session: MappingSession) {
    self.sheet = sheet
    self.session = session
    let file = Self.withPath(sheet.file, session.map)
    self.file = file
    values = Words(file.values)
    path = file.organizationPath.compactMap(sheet.column)
    state = sheet.allColumns(file.state)
    let lacking = sheet.missing.compactMap { $0.table?.name }
    tables = file.tables.filter { !lacking.contains($0.name) }.map { table in
      (table, table.columns.compactMap { column in sheet.column(column.headings).map { (column.name, $0) } })
    }
  }

  /// A map that tells the organization of posts by name, and makes organizations nowhere, means the path to be that one.
  private static func withPath(_ file: TableMap.File, _ map: TableMap) -> TableMap.File {
    var file = file
    let makes = map.files.contains { file in
      !file.organizationPath.isEmpty || file.tables.contains { $0.name == "organizations" && !$0.columns.isEmpty }
    }
    guard !makes, let posts = file.tables.firstIndex(where: { $0.name == "posts" }),
      let column = file.tables[posts].columns.firstIndex(where: { $0.name == "organization" })
    else { return file }
    file.organizationPath = [file.tables[posts].columns.remove(at: column).headings]
    return file
  }

  /// Reads all rows. Near linear in the cells.
  mutating func read() {
    let width = sheet.grid.rows[sheet.headingRow].cells.count
    // Organizations first, so that whoever names one finds it.
    if !path.isEmpty {
      for row in sheet.rows {
        let mapped = MappedRow(row: row, document: sheet.grid.document, empty: values.empty)
        if condition(mapped) == nil, nobody(mapped) == nil { _ = organization(mapped) }
      }
    }
    for row in sheet.rows {
      let mapped = MappedRow(row: row, document: sheet.grid.document, empty: values.empty)
      check(row, width, mapped)
      guard !isLeftOut(mapped) else { continue }
      if let counts = file.counts { count(mapped, counts) }
      guard !isNobody(mapped) else { continue }
      let organization = organization(mapped)
      let state = state(of: mapped)
      for (table, columns) in tables { read(mapped, table, columns, organization, state) }
    }
    report()
  }

  private func check(_ row: Grid.Row, _ width: Int, _ mapped: MappedRow) {
    let filled = (row.cells.lastIndex { !$0.text.isBlank } ?? -1) + 1
    if filled > width {
      session.log.report(at: mapped.place, MappingMessages.tooLong(filled, width))
    } else if row.cells.count < width, sheet.grid.origin != .sheet {
      session.remarks.add(at: mapped.place, MappingMessages.tooShort(row.cells.count, width))
    }
  }

  // MARK: Rows that give nothing

  /// The condition that leaves a row out, as indexes of it and its text, with the column; nil for none.
  private func condition(_ row: MappedRow) -> (key: [Int], column: Int, text: String)? {
    for (index, condition) in file.leaveOut.enumerated() {
      guard let column = sheet.column(condition.headings), column < row.row.cells.count else { continue }
      let text = PlainText.line(row.row.cells[column].text)
      let folded = PlainText.folded(text)
      if let word = condition.texts.firstIndex(where: { PlainText.folded($0) == folded }) {
        return ([index, word], column, text)
      }
    }
    return nil
  }

  private mutating func isLeftOut(_ row: MappedRow) -> Bool {
    guard let found = condition(row) else { return false }
    leftOut[found.key, default: (found.column, found.text, 0, row.place)].count += 1
    return true
  }

  /// The reference of a row that is of people who hold no post; nil for a post.
  private func nobody(_ row: MappedRow) -> String? {
    guard let posts = tables.first(where: { $0.table.name == "posts" }),
      let id = posts.columns.first(where: { $0.name == "id" })
    else { return nil }
    let text = row[id.column].text
    return !text.isEmpty && values.nobody.contains(PlainText.folded(text)) ? text : nil
  }

  private mutating func isNobody(_ row: MappedRow) -> Bool {
    guard let text = nobody(row) else { return false }
    nobodies[text, default: (0, row.place)].count += 1
    return true
  }

  private func count(_ row: MappedRow, _ counts: TableMap.Counts) {
    let post = row[sheet.column(counts.post)]
    let amount = row[sheet.column(counts.amount)]
    if post.text.isEmpty {
      session.log.report(at: post.place, MappingMessages.noID(counts.post))
    } else if let parts = StaffCounts.parts(amount.text) {
      let id = session.tables.id(post.text, of: "posts", isName: session.named.contains("posts"))
      session.staff.add(parts, to: id, at: post.place)
    } else {
      session.log.report(at: amount.place, MappingMessages.amount(amount.text))
    }
  }

  /// What is said once for the whole file.
  private func report() {
    for found in leftOut.values.sorted(by: { $0.place < $1.place }) {
      let heading = PlainText.line(sheet.grid.rows[sheet.headingRow].cells[found.heading].text)
      session.remarks.add(at: found.place, MappingMessages.leftOut(heading, found.text, found.count))
    }
    for (id, found) in nobodies.sorted(by: { $0.value.place < $1.value.place }) {
      session.remarks.add(at: found.place, MappingMessages.nobody(id, found.count))
    }
    var used = Set(path + state + tables.flatMap { $0.columns.map(\.column) })
    used.formUnion(file.leaveOut.compactMap { sheet.column($0.headings) })
    if let counts = file.counts { used.formUnion([counts.post, counts.amount].compactMap(sheet.column)) }
    let unread = sheet.grid.rows[sheet.headingRow].cells.enumerated()
      .filter { !used.contains($0.offset) && !$0.element.text.isBlank }.map { PlainText.line($0.element.text) }
    if !unread.isEmpty { session.remarks.add(at: sheet.headingPlace, MappingMessages.unread(unread)) }
  }
}
