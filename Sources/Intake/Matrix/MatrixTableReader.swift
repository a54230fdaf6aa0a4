import RemitModel
import RemitSource

/// Reads the rows of one matrix, whose layout is known, into the parts of a chart.
struct MatrixTableReader {
  /// Whose letters a column or row has.
  enum Owner {
    case assignee(MatrixParts.Text)
    case duty(Int)
    /// Of those who are named in the cells: these letters.
    case named([LetterCell.Mark], areOrganizations: Bool)
    /// Nobody can tell; a problem says so.
    case nobody
  }

  let block: MatrixBlock
  let layout: MatrixLayout
  /// The headings over the table.
  let headings: [String]
  /// Counts the matrices of a file.
  let number: Int
  let session: MatrixSession

  var tally = MatrixTally()
  private var columns: [Owner] = []
  /// The ids of the columns' posts.
  private var seen: Set<String> = []
  /// The text of the last row that only names what follows.
  private var section: MatrixBlock.Cell?
  /// What stands in columns of domains and organizations, for cells below that are empty.
  private var above: [Int: MatrixBlock.Cell] = [:]
  private var filled: [Int: Int] = [:]
  private var unread: [Int: (count: Int, place: Place)] = [:]
  private var lastDuty: (place: Place, duty: Int)?
  private var merged: Set<Place> = []
  private var idColumn: Int?

  init(_ block: MatrixBlock, _ layout: MatrixLayout, headings: [String], number: Int, _ session: MatrixSession) {
    self.block = block
    self.layout = layout
    self.headings = headings
    self.number = number
    self.session = session
  }

  private var areRowsDuties: Bool { layout.rows == .duties }

  /// Reads all rows. O(cells).
  mutating func read() {
    tally.headings += (layout.nameRow + 1) * block.width
    let corner = block[layout.nameRow, layout.titleColumn]
    if layout.isTitleGuessed { session.remark(at: corner.place, MatrixMessages.title(corner.text)) }
    if layout.isAxisGuessed { session.remark(at: corner.place, MatrixMessages.axis(layout.rows)) }
    idColumn = usableIDs()
    columns = layout.letterColumns.map { readHeading($0) }
    for row in layout.bodyStart..<max(layout.bodyStart, block.height) { read(row) }
    for (column, found) in unread.sorted(by: { $0.key < $1.key }) {
      session.remark(at: found.place, MatrixMessages.column(heading(column), found.count))
    }
    for (column, count) in filled.sorted(by: { $0.key < $1.key }) {
      session.remark(at: block[layout.nameRow, column].place, MatrixMessages.filled(heading(column), count))
    }
  }

  private func heading(_ column: Int) -> String { PlainText.line(block[layout.nameRow, column].text) }

  /// The column of ids, if each is there once and they are not mere numbers, which change with the rows.
  private func usableIDs() -> Int? {
    layout.kinds.keys.sorted().first { column in
      guard layout.kinds[column] == .id else { return false }
      var seen: Set<String> = []
      var hasWord = false
      for row in layout.bodyStart..<max(layout.bodyStart, block.height) where !block[row, column].isBlank {
        let id = PlainText.line(block[row, column].text)
        if id.contains(";") || !seen.insert(id).inserted && !block[row, column].isCovered { return false }
        hasWord = hasWord || id.contains { $0.isLetter }
      }
      return hasWord
    }
  }

  // MARK: Headings

  private mutating func readHeading(_ column: Int) -> Owner {
    let cell = block[layout.nameRow, column]
    guard !cell.isBlank else {
      // Beyond the headings' end every row says that it is too long.
      if block.origin == .sheet || column < block.lengths[layout.nameRow] {
        session.problem(at: cell.place, MatrixMessages.noHeading(column + 1))
      }
      return .nobody
    }
    if layout.hasNames { return readLetterHeading(cell) }
    let name = session.name(cell)
    let path = groups(over: column).filter { PlainText.folded($0.text) != PlainText.folded(name.text) }
    if areRowsDuties {
      let made = assignee(name, path: path, id: nil, isOrganization: layout.columns == .organizations)
      if !seen.insert(made.text).inserted { session.remark(at: cell.place, MatrixMessages.sameColumn(name.text)) }
      return .assignee(made)
    }
    let duty = session.parts.duty(name, id: nil, matrix: number, mayBeKnown: true)
    session.parts.describe(duty, domains: path.isEmpty ? named() : path, basis: [])
    return .duty(duty)
  }

  /// The heading of a column of names, which is a letter.
  private func readLetterHeading(_ cell: MatrixBlock.Cell) -> Owner {
    let text = PlainText.line(cell.text)
    let areOrganizations = session.options.assigneesAreOrganizations ?? NameLists.isOfOrganizations(text)
    switch NameLists.meaning(text, session.scheme).map({ LetterCell.content($0, text) }) {
    case .marks(let marks)?: return .named(marks, areOrganizations: areOrganizations)
    case .ambiguous(let word, let letters)?:
      session.problem(at: cell.place, MatrixMessages.ambiguous(word, letters))
      return .nobody
    default: return .nobody
    }
  }

  /// The texts of the rows over a heading, the outermost first. Where a text file has lost its merged cells, a text holds
  /// for the empty cells to its right.
  private func groups(over column: Int) -> [MatrixParts.Text] {
    layout.groupRows.compactMap { row in
      var found = block[row, column]
      if found.isBlank, block.origin != .sheet {
        let left = layout.letterColumns.last { $0 < column && !block[row, $0].isBlank }
        if let left { found = block[row, left] }
      }
      return found.isBlank ? nil : MatrixParts.Text(PlainText.line(found.text), at: found.place)
    }
  }

  private func assignee(
    _ name: MatrixParts.Text, path: [MatrixParts.Text], id: MatrixParts.Text?, isOrganization: Bool
  ) -> MatrixParts.Text {
    let made =
      isOrganization
      ? session.parts.organization(path + [name], id: id) ?? "" : session.parts.post(name, in: path, id: id)
    return MatrixParts.Text(made, at: name.place)
  }

  /// The heading over a table, as the domain of its duties, where a file has several.
  private func named() -> [MatrixParts.Text] {
    guard session.areNamed, let heading = headings.last, !heading.isBlank else { return [] }
    let text = PlainText.line(heading).replacing(";", with: ",")
    return [MatrixParts.Text(text, at: block[layout.nameRow, layout.titleColumn].place)]
  }

  // MARK: Rows

  private mutating func read(_ row: Int) {
    let title = block[row, layout.titleColumn]
    switch kind(of: row) {
    case .heading: tally.headings += block.width
    case .section(let cell):
      section = cell
      above = [:]
      tally.headings += block.width
    case .footnote:
      session.remark(at: title.place, MatrixMessages.footnote(PlainText.line(title.text)))
      countReported(row)
    case .totals:
      session.remark(at: title.place, MatrixMessages.totals)
      countReported(row)
    case .untitled:
      session.problem(at: block.row(row).first { !$0.isBlank }?.place ?? title.place, MatrixMessages.untitled)
      countReported(row)
    case .letterless:
      session.remark(at: title.place, MatrixMessages.letterless(PlainText.line(title.text)))
      readEntity(row)
    case .ordinary: readEntity(row)
    }
  }

  /// A row that is shorter than the headings is filled, one that is longer is a problem. Sheets have no lengths.
  private func checkLength(_ row: Int) {
    guard block.origin != .sheet else { return }
    let expected = block.lengths[layout.nameRow]
    let filled = (block.row(row).lastIndex { !$0.isBlank }.map { $0 - row * block.width } ?? -1) + 1
    let place = block[row, 0].place
    if filled > expected {
      session.problem(at: place, MappingMessages.tooLong(filled, expected))
    } else if block.lengths[row] < expected {
      session.remark(at: place, MappingMessages.tooShort(block.lengths[row], expected))
    }
  }

  private mutating func countReported(_ row: Int) {
    for cell in block.row(row) {
      if cell.isBlank { tally.empty += 1 } else { tally.reported += 1 }
    }
  }

  private enum RowKind {
    case heading, footnote, totals, untitled, letterless, ordinary
    case section(MatrixBlock.Cell)
  }

  private func kind(of row: Int) -> RowKind {
    let title = block[row, layout.titleColumn]
    let filled = block.row(row).filter { !$0.isBlank }
    let letters = layout.letterColumns.map { block[row, $0] }
    if isHeading(row) { return .heading }
    if !block.legend(row).isEmpty { return .heading }
    guard let first = filled.first else { return .heading }
    let isUniform = filled.count > 1 && filled.allSatisfy { $0.text == first.text && $0.place == first.place }
    if isUniform, letters.contains(where: \.isCovered) || title.isCovered { return .section(first) }
    if letters.allSatisfy({ LetterCell.read($0.text, session.scheme).isNothing }) {
      if title.isBlank { return .section(first) }
      if MatrixSession.isFootnote(title.text) { return .footnote }
      if filled.count == 1, title.isStrong { return .section(first) }
      return .letterless
    }
    let written = letters.filter { !$0.isBlank }
    if !layout.hasNames, written.allSatisfy({ Double(PlainText.folded($0.text)) != nil }) { return .totals }
    return title.isBlank ? .untitled : .ordinary
  }

  /// The headings once more, as for print.
  private func isHeading(_ row: Int) -> Bool {
    ([layout.titleColumn] + layout.letterColumns).allSatisfy {
      PlainText.folded(block[row, $0].text) == PlainText.folded(block[layout.nameRow, $0].text)
    }
  }

  private mutating func readEntity(_ row: Int) {
    checkLength(row)
    let owner = owner(of: row)
    let letters = Set(layout.letterColumns)
    for column in 0..<block.width where !letters.contains(column) { countOther(row, column) }
    for (index, column) in layout.letterColumns.enumerated() {
      if case .named(let marks, let areOrganizations) = columns[index] {
        read(names: block[row, column], marks, areOrganizations, owner)
      } else {
        read(block[row, column], column: columns[index], row: owner)
      }
    }
  }

  private mutating func owner(of row: Int) -> Owner {
    let title = block[row, layout.titleColumn]
    let id = idColumn.flatMap { column -> MatrixParts.Text? in
      let cell = block[row, column]
      return cell.isBlank ? nil : MatrixParts.Text(PlainText.line(cell.text), at: cell.place)
    }
    let name = session.name(title)
    guard areRowsDuties else {
      let path = (section.map { [session.name($0)] } ?? []) + texts(row, .organization)
      return .assignee(assignee(name, path: path, id: id, isOrganization: layout.rows == .organizations))
    }
    var duty: Int
    if title.isCovered, let last = lastDuty, last.place == title.place {
      duty = last.duty
    } else {
      duty = session.parts.duty(name, id: id, matrix: number, mayBeKnown: false)
      lastDuty = (title.place, duty)
    }
    var domains = texts(row, .domain) + (section.map { [session.name($0, isListed: true)] } ?? [])
    if domains.isEmpty { domains = named() }
    session.parts.describe(duty, domains: domains, basis: clauses(row))
    return .duty(duty)
  }

  /// The texts of a row's columns of a kind; an empty cell of a text file says what stands above it, since that was a
  /// merged cell before.
  private mutating func texts(_ row: Int, _ kind: HeadingKind) -> [MatrixParts.Text] {
    var result: [MatrixParts.Text] = []
    for column in layout.kinds.keys.sorted() where layout.kinds[column] == kind {
      var cell = block[row, column]
      if cell.isBlank, block.origin != .sheet, let found = above[column] {
        filled[column, default: 0] += 1
        cell = found
      }
      guard !cell.isBlank else { continue }
      above[column] = cell
      result.append(session.name(cell, isListed: kind == .domain))
    }
    return result
  }

  private func clauses(_ row: Int) -> [MatrixParts.Text] {
    layout.kinds.keys.sorted().filter { layout.kinds[$0] == .basis }.flatMap { column in
      let cell = block[row, column]
      return CitedClauses.clauses(cell.text).map { MatrixParts.Text($0, at: cell.place) }
    }
  }

  private mutating func countOther(_ row: Int, _ column: Int) {
    let cell = block[row, column]
    let isUsed: Bool
    switch layout.kinds[column] {
    case _ where column == layout.titleColumn: isUsed = true
    case .id, .number: isUsed = true
    case .domain, .basis: isUsed = areRowsDuties
    case .organization: isUsed = !areRowsDuties
    default: isUsed = false
    }
    if isUsed {
      tally.labels += 1
    } else if cell.isBlank {
      tally.empty += 1
    } else {
      tally.reported += 1
      unread[column] = ((unread[column]?.count ?? 0) + 1, unread[column]?.place ?? cell.place)
    }
  }
}

extension MatrixTableReader {
  /// Reads a cell of names in a column of a letter.
  private mutating func read(
    names cell: MatrixBlock.Cell, _ marks: [LetterCell.Mark], _ areOrganizations: Bool, _ row: Owner
  ) {
    let names = NameLists.names(cell.text, session.scheme)
    guard !names.isEmpty, case .duty(let duty) = row else {
      tally.empty += 1
      return
    }
    tally.letters += 1
    for name in names {
      let text = MatrixParts.Text(name.text, at: cell.place)
      let assignee = assignee(text, path: [], id: nil, isOrganization: areOrganizations)
      for mark in marks {
        var mark = mark
        mark.lead = mark.lead || name.leads
        session.parts.assign(duty, to: assignee, mark, at: cell.place)
      }
    }
  }

  /// Reads a cell of letters.
  private mutating func read(_ cell: MatrixBlock.Cell, column: Owner, row: Owner) {
    let read = LetterCell.read(cell.text, session.scheme)
    if cell.isCovered, !read.isNothing, merged.insert(cell.place).inserted {
      session.remark(at: cell.place, MatrixMessages.merged(PlainText.line(cell.text)))
    }
    if !cell.isCovered { for note in read.notes { session.remark(at: cell.place, MatrixMessages.note(note)) } }
    switch read.content {
    case .empty: tally.empty += 1
    case _ where layout.hasNames: tally.reported += 1
    case .marks(let marks):
      switch (column, row) {
      case (.assignee(let who), .duty(let what)), (.duty(let what), .assignee(let who)):
        tally.letters += 1
        for mark in marks { session.parts.assign(what, to: who, mark, at: cell.place) }
      default: tally.reported += 1
      }
    default:
      tally.reported += 1
      if let message = read.refusal { session.problem(at: cell.place, message) }
    }
  }
}

extension LetterCell {
  /// No letter and nothing that could be one.
  var isNothing: Bool {
    if case .empty = content { true } else { false }
  }

  /// Why it is not read, if it is not.
  var refusal: Localized? {
    switch content {
    case .empty, .marks: nil
    case .tick(let text): MatrixMessages.tick(text)
    case .ambiguous(let word, let letters): MatrixMessages.ambiguous(word, letters)
    case .foreign(let letter, let word): MatrixMessages.foreign(letter, word)
    case .unknown(let text): MatrixMessages.unknown(text)
    }
  }
}
