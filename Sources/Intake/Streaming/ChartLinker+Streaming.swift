import Dispatch
import RemitModel
import RemitSource
import Synchronization

/// Tables of a folder that are linked while they are read, since they have by far the most rows of a large chart, and
/// nothing refers to these.
struct StreamedTables {
  static let kinds: Set<TableForm.Kind> = [.assignments, .oversight]

  var assignments: TableHalves.Deferred?
  var oversight: TableHalves.Deferred?

  init(_ tables: [TableHalves.Deferred]) {
    for table in tables {
      switch table.form.kind {
      case .assignments: assignments = table
      case .oversight: oversight = table
      default: preconditionFailure("a table of \(table.form.name) is read with the others")
      }
    }
  }
}

extension ChartLinker {
  /// What one core makes of its tables.
  private struct Linked {
    var contents: ChartContents
    var notices: [Problem]
  }

  /// The frozen chart, of which some tables are still to be read; nil where anything is wrong. Near linear in the rows.
  static func link(
    _ draft: consuming ChartDraft, _ streamed: StreamedTables, regulations: [Regulation], asOf: CalendarDay?,
    log: ProblemLog
  ) -> Chart? {
    guard let key = draft.key, log.isEmpty else { return nil }
    let ids = ChartIDs(consume draft, key, regulations: regulations, complete: true, log: log)
    guard log.isEmpty else { return nil }
    let (nodes, sources) = (ids.nodes, log.sources)
    let rest = Mutex<ChartIDs?>(consume ids)
    let results = Mutex([Linked?](repeating: nil, count: 2))
    DispatchQueue.concurrentPerform(iterations: 2) { half in
      let log = ProblemLog(sources: sources)
      let contents =
        half == 0
        ? oversight(streamed.oversight, nodes, regulations, log)
        // The linker is to be the only one that has the rows, so that it can give them back.
        : rest.withLock { $0.take() }.flatMap { allButOversight(ChartLinker($0, log: log), streamed.assignments) }
      guard let contents, log.isEmpty else { return }
      results.withLock { $0[half] = Linked(contents: contents, notices: log.notices) }
    }
    var halves = results.withLock { results in
      defer { results = [] }
      return results
    }
    guard let oversight = halves[0], var contents = halves[1]?.contents else { return nil }
    for notice in oversight.notices + (halves[1]?.notices ?? []) { log.note(notice) }
    halves = []
    contents.oversight = oversight.contents.oversight
    contents.asOf = asOf
    return Chart(contents)
  }

  private static func oversight(
    _ table: TableHalves.Deferred?, _ nodes: NodeIndex, _ regulations: [Regulation], _ log: ProblemLog
  ) -> ChartContents? {
    var rows = OversightRows(nodes, regulations: regulations, log: log)
    guard read(table, into: &rows, log), rows.isSound else { return nil }
    var contents = ChartContents()
    contents.oversight = rows.table
    return contents
  }

  private static func allButOversight(
    _ linker: consuming ChartLinker, _ table: TableHalves.Deferred?
  ) -> ChartContents? {
    linker.linkPlacesAndPosts()
    var rows = AssignmentRows(linker.nodes, log: linker.log)
    guard read(table, into: &rows, linker.log), let assignments = rows.finished() else { return nil }
    linker.linkDuties(assignments)
    linker.ids.draft.duties = []
    linker.linkRest()
    return linker.contents
  }

  private static func read(_ table: TableHalves.Deferred?, into rows: inout some RowTaker, _ log: ProblemLog) -> Bool {
    guard let table else { return true }
    guard let part = TablePart(path: table.path, .all) else { return false }
    var intake = TableIntake(path: table.path, .csv, table.form, log: log, document: table.document)
    return intake.read(part, into: &rows)
  }
}
