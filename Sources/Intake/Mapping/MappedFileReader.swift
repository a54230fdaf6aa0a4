import RemitModel
import RemitSource

/// Reads the rows of one foreign table by an entry of a map.
struct MappedFileReader {
  private typealias Cell = DerivedTable.Cell

  /// What is said of a post besides its columns.
  private enum State {
    case vacant, abolished
  }

  private let sheet: MappedSheet
  private let file: TableMap.File
  private let session: MappingSession
  private let values: Words
  /// The columns of the path of organizations, from the widest.
  private let path: [Int]
  private let state: [Int]
  /// The tables whose headings are there, with the column of the sheet for each column of theirs.
  private let tables: [(table: TableMap.Table, columns: [(name: String, column: Int)])]
  private var leftOut: [[Int]: (heading: Int, text: String, count: Int, place: Place)] = [:]
  private var nobodies: [String: (count: Int, place: Place)] = [:]

  /// The map's special words, folded.
  private struct Words {
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

extension MappedFileReader {
  /// The narrowest organization of a row, which is made together with those that it is part of.
  private func organization(_ row: MappedRow) -> Cell? {
    var parent: Cell?
    var last = ""
    let constants = file.tables.first { $0.name == "organizations" }?.constants ?? []
    for column in path {
      let name = row[column]
      let folded = PlainText.folded(name.text)
      guard !folded.isEmpty, folded != last else { continue }
      last = folded
      let id = session.tables.id(name.text, of: "organizations", within: parent?.text ?? "")
      var cells = ["id": Cell(id, at: name.place), "name": name]
      cells["parent"] = parent ?? Cell("", at: name.place)
      for constant in constants { cells[constant.column] = Cell(constant.text, at: name.place) }
      session.tables.add(cells, to: "organizations", key: id, at: name.place) { _, _, _ in }
      parent = Cell(id, at: name.place)
    }
    return parent
  }

  private func state(of row: MappedRow) -> State? {
    let texts = state.map { PlainText.folded(row[$0].text) }
    if texts.contains(where: values.abolished.contains) { return .abolished }
    return texts.contains(where: values.vacant.contains) ? .vacant : nil
  }

  /// Makes a row of a table.
  private func read(
    _ row: MappedRow, _ table: TableMap.Table, _ columns: [(name: String, column: Int)], _ organization: Cell?,
    _ state: State?
  ) {
    var cells: [String: Cell] = [:]
    for constant in table.constants { cells[constant.column] = Cell(constant.text, at: row.place) }
    for (name, column) in columns {
      let cell = row[column]
      if !cell.text.isEmpty || cells[name] == nil { cells[name] = cell }
    }
    // Constants of organizations are for those of the path, too; without columns they make no rows.
    guard !columns.isEmpty else { return }
    switch table.name {
    case "posts": readPost(row, &cells, organization, state)
    case "holders": readHolder(row, cells)
    default: readOther(row, table, &cells)
    }
  }

  /// Gives a row its id, made of its name where it has no other; nil where it has neither.
  private func identify(_ cells: inout [String: Cell], _ table: String, name: String) -> String? {
    let written = cells["id"] ?? Cell("", at: .none)
    let source = written.text.isEmpty ? cells[name] : written
    guard let source, !source.text.isEmpty else { return nil }
    let id = session.tables.id(source.text, of: table, isName: written.text.isEmpty)
    cells["id"] = Cell(id, at: source.place)
    return id
  }

  private func readPost(_ row: MappedRow, _ cells: inout [String: Cell], _ organization: Cell?, _ state: State?) {
    session.hasPosts = true
    guard let id = identify(&cells, "posts", name: "name") else {
      let headings = file.tables.first { $0.name == "posts" }?.columns.first?.headings ?? []
      session.log.report(at: row.place, MappingMessages.noID(headings))
      return
    }
    let hasSuperiors = cells["reports_to"] != nil
    let isRoot = takeOffRoot(&cells)
    refer(&cells, "posts")
    if let organization, cells["organization"]?.text.isEmpty ?? true { cells["organization"] = organization }
    let superior = cells["reports_to"]
    let known = session.tables.row(id, of: "posts")
    cells["status"] = status(state, cells["status"], known?.cells["status"], isFirst: known == nil, row.place)
    if known != nil { session.tables.set("status", of: id, in: "posts", to: cells["status"]) }
    let session = session
    session.tables.add(cells, to: "posts", key: id, at: row.place) { column, first, second in
      differ(column, first, second, of: id, table: "posts")
    }
    if isRoot {
      if !session.roots.contains(id) { session.roots.append(id) }
    } else if !values.root.isEmpty, hasSuperiors, superior?.text.isEmpty ?? true, known == nil {
      session.unruled.append((id, row.place))
    }
  }

  /// Takes the word for the top off the superiors, and references to nobody; whether it was there.
  private func takeOffRoot(_ cells: inout [String: Cell]) -> Bool {
    guard let cell = cells["reports_to"] else { return false }
    let texts = cell.text.split(separator: ";").map { PlainText.line(String($0)) }
    let isRoot = texts.contains { values.root.contains(PlainText.folded($0)) }
    var kept: [String] = []
    for text in texts where !values.root.contains(PlainText.folded(text)) {
      if values.nobody.contains(PlainText.folded(text)) {
        session.remarks.add(at: cell.place, MappingMessages.toNobody(text))
      } else {
        kept.append(text)
      }
    }
    cells["reports_to"] = Cell(kept.joined(separator: ";"), at: cell.place)
    return isRoot
  }

  /// The status of a post: what the row says; of several rows one that is filled goes before a vacant one, and that
  /// before an abolished one. Nil where it is active and always was.
  private func status(_ state: State?, _ written: Cell?, _ known: Cell?, isFirst: Bool, _ place: Place) -> Cell? {
    let order = ["abolished", "vacant", ""]
    let own: String
    switch state {
    case .vacant: own = "vacant"
    case .abolished: own = "abolished"
    case nil: own = written?.text ?? ""
    }
    let before = known?.text ?? ""
    guard !isFirst, let a = order.firstIndex(of: own), let b = order.firstIndex(of: before) else {
      return own.isEmpty ? written : Cell(own, at: place)
    }
    return a > b ? (own.isEmpty ? nil : Cell(own, at: place)) : known
  }

  private func readHolder(_ row: MappedRow, _ cells: [String: Cell]) {
    var cells = cells
    let name = cells["name"] ?? cells["person"] ?? Cell("", at: row.place)
    guard let post = cells["post"], !post.text.isEmpty else { return }
    let folded = PlainText.folded(name.text)
    guard !folded.isEmpty, !values.vacant.contains(folded), !values.abolished.contains(folded) else { return }
    refer(&cells, "holders")
    let id = cells["post"]?.text ?? ""
    if values.undisclosed.contains(folded) {
      // Nobody knows who they are, so that each is a person of their own.
      let person = session.tables.id("undisclosed \(id) \(row.row.number)", of: "persons", isName: true)
      cells["person"] = Cell(person, at: name.place)
      cells["name"] = nil
    } else if cells["person"]?.text.isEmpty ?? true {
      cells["person"] = Cell(session.tables.id(name.text, of: "persons", isName: true), at: name.place)
    }
    let person = cells["person"]?.text ?? ""
    session.tables.add(cells, to: "holders", key: id + "\u{1F}" + person, at: row.place) { column, first, second in
      differ(column, first, second, of: person, table: "holders")
    }
  }

  private func readOther(_ row: MappedRow, _ table: TableMap.Table, _ cells: inout [String: Cell]) {
    let shape = MappedTable.shape(table.name)
    var key: String?
    if shape?.columns.contains("id") == true, table.name != "oversight" {
      key = identify(&cells, table.name, name: table.name == "duties" ? "title" : "name")
      guard key != nil else {
        if table.name == "duties" { session.log.report(at: row.place, MappingMessages.noID(table.columns[0].headings)) }
        return
      }
    } else {
      // A row that lacks what it needs says nothing of this table.
      let lacks = shape?.needs.contains { names in names.allSatisfy { cells[$0]?.text.isEmpty ?? true } } ?? true
      guard !lacks else { return }
    }
    refer(&cells, table.name)
    if let parent = cells["parent"], parent.text == key { cells["parent"] = Cell("", at: parent.place) }
    let whole = key ?? (shape?.columns ?? []).map { cells[$0]?.text ?? "" }.joined(separator: "\u{1F}")
    session.tables.add(cells, to: table.name, key: whole, at: row.place) { column, first, second in
      differ(column, first, second, of: whole, table: table.name)
    }
  }

  /// Turns the names of other things into their ids.
  private func refer(_ cells: inout [String: Cell], _ table: String) {
    // In the order of columns, so that ids do not depend on chance.
    for column in MappedTable.shape(table)?.columns ?? [] where column != "id" {
      guard let cell = cells[column], !cell.text.isEmpty else { continue }
      guard let target = MappedTable.target(table, column) else { continue }
      let isName = session.named.contains(target)
      let texts = MappedTable.isList(column) ? cell.text.split(separator: ";").map(String.init) : [cell.text]
      let ids = texts.map(PlainText.line).filter { !$0.isEmpty }.map {
        session.tables.id($0, of: target, isName: isName)
      }
      cells[column] = Cell(ids.joined(separator: ";"), at: cell.place)
    }
  }

  /// Two rows of one id say different things: links that do are a problem, texts a remark.
  private func differ(_ column: String, _ first: Cell, _ second: Cell, of id: String, table: String) {
    guard column != "status" else { return }
    if MappedTable.target(table, column) != nil {
      session.log.report(
        at: second.place,
        MappingMessages.contradiction(
          column, second.text, id, first: first.text, at: session.log.spelled(first.place)))
    } else {
      session.remarks.add(
        at: second.place, MappingMessages.difference(column, second.text, id, first: first.text))
    }
  }
}
