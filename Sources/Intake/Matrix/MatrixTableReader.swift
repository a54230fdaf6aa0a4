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
  var seen: Set<String> = []
  /// The text of the last row that only names what follows.
  private var section: MatrixBlock.Cell?
  /// What stands in columns of domains and organizations, for cells below that are empty.
  private var above: [Int: MatrixBlock.Cell] = [:]
  private var filled: [Int: Int] = [:]
  private var unread: [Int: (count: Int, place: Place)] = [:]
  private var lastDuty: (place: Place, duty: Int)?
  var merged: Set<Place> = []
  private var idColumn: Int?

  init(_ block: MatrixBlock, _ layout: MatrixLayout, headings: [String], number: Int, _ session: MatrixSession) {
    self.block = block
    self.layout = layout
    self.headings = headings
    self.number = number
    self.session = session
  }

  var areRowsDuties: Bool { layout.rows == .duties }

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
