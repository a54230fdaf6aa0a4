import Dispatch
import RemitModel
import RemitSource
import Synchronization

/// Tables of a folder that are linked while they are read, since they have by far the most rows of a large chart, and
/// nothing refers to these.
struct StreamedTables {
  static let kinds: Set<TableForm.Kind> = [.assignments, .holders, .oversight]

  var assignments: TableHalves.Deferred?
  var holders: TableHalves.Deferred?
  var oversight: TableHalves.Deferred?

  init(_ tables: [TableHalves.Deferred]) {
    for table in tables {
      switch table.form.kind {
      case .assignments: assignments = table
      case .holders: holders = table
      case .oversight: oversight = table
      default: preconditionFailure("a table of \(table.form.name) is read with the others")
      }
    }
  }
}

extension ChartLinker {
  /// What one core makes of its tables.
  private enum Linked {
    case oversight(Oversight)
    case rest(ChartContents, ChartRelations)
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
    // Its linker is to be the only one that has the rows, so that it can give them back.
    let rest = Mutex<ChartIDs?>(consume ids)
    let results = Mutex([(linked: Linked, notices: [Problem])?](repeating: nil, count: 2))
    DispatchQueue.concurrentPerform(iterations: 2) { half in
      let log = ProblemLog(sources: sources)
      let linked =
        half == 0
        ? oversight(streamed.oversight, nodes, regulations, log)
        : rest.withLock { $0.take() }.flatMap { allButOversight(ChartLinker($0, log: log), streamed) }
      guard let linked, log.isEmpty else { return }
      results.withLock { $0[half] = (linked, log.notices) }
    }
    let halves = results.withLock { $0.compactMap { $0 } }
    guard halves.count == 2, case .oversight(let oversight) = halves[0].linked,
      case .rest(var contents, let relations) = halves[1].linked
    else { return nil }
    for notice in halves.flatMap(\.notices) { log.note(notice) }
    contents.oversight = oversight
    contents.asOf = asOf
    return Chart(contents, relations)
  }

  private static func oversight(
    _ table: TableHalves.Deferred?, _ nodes: NodeIndex, _ regulations: [Regulation], _ log: ProblemLog
  ) -> Linked? {
    nodes.names.withLookup { names in
      var rows = OversightRows(nodes, names, regulations: regulations, log: log)
      return read(table, into: &rows, log) && rows.isSound ? .oversight(rows.table) : nil
    }
  }

  private static func allButOversight(_ linker: ChartLinker, _ streamed: StreamedTables) -> Linked? {
    linker.linkPlacesAndPosts()
    if streamed.holders != nil {
      guard let (tenures, persons) = holders(streamed.holders, linker.nodes, linker.log) else { return nil }
      (linker.contents.tenures, linker.contents.persons) = (tenures, persons)
    }
    let assignments = assignments(streamed.assignments, linker.nodes, linker.log)
    guard let assignments else { return nil }
    linker.linkDuties(assignments)
    linker.ids.draft.duties = []
    linker.linkRest()
    return .rest(linker.contents, ChartRelations(linker.contents))
  }

  private static func holders(
    _ table: TableHalves.Deferred?, _ nodes: NodeIndex, _ log: ProblemLog
  ) -> (tenures: Tenure, persons: Person)? {
    nodes.names.withLookup { names in
      var rows = HolderRows(nodes, names, log: log)
      return read(table, into: &rows, log) ? rows.finished() : nil
    }
  }

  private static func assignments(
    _ table: TableHalves.Deferred?, _ nodes: NodeIndex, _ log: ProblemLog
  ) -> Assignment? {
    nodes.names.withLookup { names in
      var rows = AssignmentRows(nodes, names, log: log)
      return read(table, into: &rows, log) ? rows.finished() : nil
    }
  }

  private static func read(_ table: TableHalves.Deferred?, into rows: inout some RowTaker, _ log: ProblemLog) -> Bool {
    guard let table else { return true }
    guard let part = TablePart(path: table.path, .all) else { return false }
    var intake = TableIntake(path: table.path, .csv, table.form, log: log, document: table.document)
    return intake.read(part, into: &rows) != nil
  }
}
