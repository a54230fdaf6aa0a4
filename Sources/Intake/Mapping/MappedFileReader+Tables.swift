import RemitModel
import RemitSource

extension MappedFileReader {
  /// The narrowest organization of a row, which is made together with those that it is part of.
  func organization(_ row: MappedRow) -> Cell? {
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

  func state(of row: MappedRow) -> State? {
    let texts = state.map { PlainText.folded(row[$0].text) }
    if texts.contains(where: values.abolished.contains) { return .abolished }
    return texts.contains(where: values.vacant.contains) ? .vacant : nil
  }

  /// Makes a row of a table.
  func read(
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
    guard !folded.isEmpty, !values.abolished.contains(folded) else { return }
    refer(&cells, "holders")
    let id = cells["post"]?.text ?? ""
    if isVacancy(name, folded, hasPerson: cells["name"] != nil && !(cells["person"]?.text.isEmpty ?? true)) {
      session.vacancies.append((id, name, values.vacant.contains(folded)))
      return
    }
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

  /// Whether a holder is a word for none: one of the map's, or, where no id says that there is somebody, any that only
  /// keeps the place.
  private func isVacancy(_ name: Cell, _ folded: String, hasPerson: Bool) -> Bool {
    if values.vacant.contains(folded) { return true }
    return !hasPerson && !values.undisclosed.contains(folded) && Placeholder.matches(name.text)
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
