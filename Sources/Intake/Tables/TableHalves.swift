import Dispatch
import RemitModel
import RemitSource
import Synchronization

/// Reads the tables of a large folder on two cores, if there are two: the first half of each table on one, the second on
/// the other.
///
/// Where anything at all is wrong with a table, or worth a note, the folder must be read as a whole instead, by which
/// everything is said in the same words on every machine.
enum TableHalves {
  /// A table of which only the heading is read yet.
  struct Deferred {
    let path: String
    let form: TableForm
    let document: Int
  }

  /// What was read.
  struct Reading {
    var draft: ChartDraft
    var deferred: [Deferred]
    fileprivate var sources: SourceMap
    /// By document, how many lines were read.
    fileprivate var lines: [Int32]
  }

  /// A folder with less gains nothing: 1 MiB.
  private static let least = 1 << 20

  /// The rows of all tables but those that are deferred; nil where the folder must be read as a whole. O(bytes).
  static func read(
    _ folder: TableFolder, size: Int, deferring kinds: Set<TableForm.Kind> = [], log: ProblemLog
  ) -> Reading? {
    guard size >= least, Set(folder.tables.map(\.form.name)).count == folder.tables.count else { return nil }
    let (tables, sources) = (folder.tables, log.sources)
    let size = folder.size(but: kinds)
    let shares: [TablePart.Share] = Processors.available > 1 ? [.firstHalf, .secondHalf] : [.all]
    let results = Mutex([Reading?](repeating: nil, count: shares.count))
    DispatchQueue.concurrentPerform(iterations: shares.count) { index in
      let result = read(tables, shares[index], size: index == 0 ? size : size / 2, deferring: kinds, sources)
      results.withLock { $0[index] = result }
    }
    var readings = results.withLock { results in
      defer { results = [] }
      return results
    }
    guard var whole = readings[0] else { return nil }
    if readings.count > 1 {
      guard var second = readings.removeLast() else { return nil }
      readings = []
      // The draft is to be the only one that has its rows, so that they need not be copied.
      var draft = ChartDraft()
      swap(&draft, &second.draft)
      whole.draft.append(consume draft, below: whole.lines)
    }
    log.take(sources: whole.sources)
    return whole
  }

  /// A share of all tables, with the documents that they are.
  private static func read(
    _ tables: [(path: String, form: TableForm)], _ share: TablePart.Share, size: Int,
    deferring kinds: Set<TableForm.Kind>, _ sources: SourceMap
  ) -> Reading? {
    let log = ProblemLog(sources: sources)
    var reader = TableChartReader(words: WordReader(log: log), size: size)
    var deferred: [Deferred] = []
    var lines: [Int32] = []
    for table in tables {
      var intake = TableIntake(path: table.path, .csv, table.form, log: log)
      if kinds.contains(table.form.kind) {
        guard let part = TablePart(path: table.path, .all), intake.readHeading(of: part) else { return nil }
        deferred.append(Deferred(path: table.path, form: table.form, document: intake.document))
      } else {
        guard let part = TablePart(path: table.path, share), let line = intake.read(part, into: &reader) else {
          return nil
        }
        while lines.count <= intake.document { lines.append(0) }
        lines[intake.document] = Int32(clamping: line - 1)
      }
      guard log.isEmpty, log.notices.isEmpty else { return nil }
    }
    return Reading(draft: reader.draft, deferred: deferred, sources: log.sources, lines: lines)
  }
}
