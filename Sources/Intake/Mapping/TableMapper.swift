import RemitModel
import RemitSource

/// Reads foreign tables by a map.
///
/// A table is read by the entry of the map whose word is in its name, else by the one whose headings it has. Every row
/// becomes what the entry says. Rows of posts with one id are one post: several people share it, or it is repeated, which
/// is a remark; that they name different superiors is a problem. Superiors that no row has are left for the chart's own
/// check, which says where they are named. Nothing is left out without a remark.
package struct TableMapper: Sendable {
  /// A table, and the name of its file or sheet.
  package struct Input: Sendable {
    package let name: String
    package let grid: Grid

    package init(name: String, grid: Grid) {
      self.name = name
      self.grid = grid
    }
  }

  private let map: TableMap

  package init(map: TableMap) { self.map = map }

  /// The chart's tables. Problems go to the log. Near linear in the cells.
  ///
  /// - Parameter remarks: Those of the files so far; the result has them too.
  package func read(_ inputs: [Input], log: ProblemLog, remarks: Remarks = Remarks()) -> MappedReading {
    let session = MappingSession(map: map, log: log, remarks: remarks)
    for input in inputs {
      guard let sheet = sheet(input, session) else { continue }
      report(sheet, session)
      guard sheet.isComplete else { continue }
      var reader = MappedFileReader(sheet, session)
      reader.read()
    }
    return session.finish()
  }

  /// The entry that a table is read by, with the table's headings; nil, with a problem, where none or several fit.
  private func sheet(_ input: Input, _ session: MappingSession) -> MappedSheet? {
    let start = Place(document: input.grid.document, line: 0, column: 0)
    guard !input.grid.rows.isEmpty else {
      session.log.report(at: start, MappingMessages.empty)
      return nil
    }
    let name = PlainText.folded(input.name)
    let named = map.files.filter { file in file.words.contains { name.contains(PlainText.folded($0)) } }
    let sheets = (named.isEmpty ? map.files : named).compactMap { MappedSheet(input.grid, $0) }
    let complete = sheets.filter(\.isComplete)
    if complete.count > 1 {
      session.log.report(at: start, MappingMessages.severalEntries(complete.map(\.file.name)))
      return nil
    }
    if let only = complete.first ?? (sheets.count == 1 ? sheets.first : nearest(sheets)) { return only }
    session.log.report(at: start, MappingMessages.noEntry(map.id))
    return nil
  }

  /// The entry of which a table lacks the least.
  private func nearest(_ sheets: [MappedSheet]) -> MappedSheet? {
    sheets.enumerated().min { ($0.element.missing.count, $0.offset) < ($1.element.missing.count, $1.offset) }?.element
  }

  /// Says which headings are not there.
  private func report(_ sheet: MappedSheet, _ session: MappingSession) {
    for (table, headings) in sheet.missing {
      if let table, table.isOptional {
        session.remarks.add(at: sheet.headingPlace, MappingMessages.notMade(table.name, headings))
      } else {
        let texts = sheet.headingTexts
        session.log.report(
          at: sheet.headingPlace, MappingMessages.missing(headings, in: map.id),
          suggestion: headings.lazy.compactMap { session.log.suggestion(for: $0, among: texts) }.first)
      }
    }
    let lacking = sheet.lacking
    if sheet.isComplete, !lacking.isEmpty {
      session.remarks.add(at: sheet.headingPlace, MappingMessages.lacking(lacking))
    }
  }
}

/// What foreign tables gave.
package struct MappedReading: Sendable {
  /// The tables of the chart that have rows, in the order of the table form.
  package var tables: [DerivedTable] = []
  /// Staff below posts, in the order in which the posts were first named.
  package var staff: [StaffCount] = []
  /// The posts that are marked as the top of command.
  package var roots: [String] = []
  package var remarks = Remarks()
}

/// What the reading of several foreign tables by one map works on and adds to.
final class MappingSession {
  let map: TableMap
  let log: ProblemLog
  var remarks: Remarks
  var tables = MappedTables()
  var staff = StaffCounts()
  /// The posts that are marked as the top, in order.
  var roots: [String] = []
  /// The posts without a superior, each with its place.
  var unruled: [(post: String, place: Place)] = []
  /// The posts whose holder is a word for none, each with that word, and whether the map knows it.
  var vacancies: [(post: String, word: DerivedTable.Cell, isKnown: Bool)] = []
  /// The tables whose ids are made of names, since the map has no column of ids for them.
  let named: Set<String>
  /// Posts are read at all, so that counts can be held against them.
  var hasPosts = false

  init(map: TableMap, log: ProblemLog, remarks: Remarks) {
    self.map = map
    self.log = log
    self.remarks = remarks
    let tables = map.files.flatMap(\.tables).filter { !$0.columns.isEmpty }
    let identified = Set(tables.filter { $0.columns.contains { $0.name == "id" } }.map(\.name))
    let hasPath = map.files.contains { !$0.organizationPath.isEmpty }
    named = Set(tables.map(\.name) + (hasPath ? ["organizations"] : [])).subtracting(identified)
  }

  /// What is to be said once all files are read, and the result.
  func finish() -> MappedReading {
    fillVacancies()
    for row in tables.all("posts") where row.count > 1 {
      remarks.add(at: row.place, MappingMessages.repeated(row.cells["id"]?.text ?? "", row.count))
    }
    for (post, place) in unruled { remarks.add(at: place, MappingMessages.noSuperior(post)) }
    reportRoots()
    let counts = staff.counts
    if let first = counts.first {
      let rows = counts.reduce(0) { $0 + $1.rows }
      remarks.add(at: first.place, MappingMessages.staff(rows, staff.total, counts.count))
    }
    for count in counts {
      tables.set(
        "staff", of: count.post, in: "posts", to: DerivedTable.Cell(staff.text(of: count.post), at: count.place))
    }
    for count in counts where hasPosts && tables.row(count.post, of: "posts") == nil {
      log.report(
        at: count.place, MappingMessages.unknownPost(count.post),
        suggestion: log.suggestion(
          for: count.post, among: tables.all("posts").lazy.compactMap { $0.cells["id"]?.text }))
    }
    return MappedReading(tables: tables.derived(), staff: counts, roots: roots, remarks: remarks)
  }

  /// A post is vacant where a word for nobody stands for its holder and nobody else holds it. O(rows).
  private func fillVacancies() {
    let held = Set(tables.all("holders").lazy.compactMap { $0.cells["post"]?.text })
    for (post, word, isKnown) in vacancies where !held.contains(post) {
      guard let known = tables.row(post, of: "posts"), known.cells["status"]?.text.isEmpty ?? true else { continue }
      tables.set("status", of: post, in: "posts", to: DerivedTable.Cell("vacant", at: word.place))
      if !isKnown { remarks.add(at: word.place, MappingMessages.vacancy(word.text, post)) }
    }
  }

  /// A map that knows a word for the top expects one post at it.
  private func reportRoots() {
    guard map.files.contains(where: { !$0.values.root.isEmpty }), hasPosts, roots.count != 1 else { return }
    guard let place = tables.all("posts").first?.place else { return }
    remarks.add(at: place, MappingMessages.roots(roots))
  }
}
