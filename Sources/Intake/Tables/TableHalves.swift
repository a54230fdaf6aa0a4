import Dispatch
import RemitModel
import RemitSource
import Synchronization

/// Reads the tables of a large folder on two cores: the first half of each table on one, the second on the other.
///
/// Where anything at all is wrong with a table, or worth a note, the folder must be read as a whole instead, by which
/// everything is said in the same words on every machine.
enum TableHalves {
  /// A folder with less gains nothing: 1 MiB.
  private static let least = 1 << 20

  /// The rows of all tables; nil where the folder must be read as a whole. O(bytes).
  static func draft(of folder: TableFolder, size: Int, log: ProblemLog) -> ChartDraft? {
    guard size >= least, Processors.available > 1,
      Set(folder.tables.map(\.form.name)).count == folder.tables.count
    else { return nil }
    let (tables, sources) = (folder.tables, log.sources)
    let results = Mutex([(draft: ChartDraft, sources: SourceMap)?](repeating: nil, count: 2))
    DispatchQueue.concurrentPerform(iterations: 2) { half in
      let result = read(tables, isFirst: half == 0, size: size / 2, sources)
      results.withLock { $0[half] = result }
    }
    let halves = results.withLock { results in
      defer { results = [] }
      return results
    }
    guard let first = halves[0], let second = halves[1] else { return nil }
    log.take(sources: first.sources)
    var draft = first.draft
    draft.append(second.draft)
    return draft
  }

  /// One half of all tables, with the documents that they are.
  private static func read(
    _ tables: [(path: String, form: TableForm)], isFirst: Bool, size: Int, _ sources: SourceMap
  ) -> (draft: ChartDraft, sources: SourceMap)? {
    let log = ProblemLog(sources: sources)
    var reader = TableChartReader(words: WordReader(log: log), size: size)
    for table in tables {
      guard let half = TableHalf(path: table.path, isFirst: isFirst) else { return nil }
      if half.bytes.starts(with: [0xEF, 0xBB, 0xBF]) || UTF8Check.firstInvalid(in: half.bytes) != nil { return nil }
      TableIntake.read(half, path: table.path, table.form, into: &reader, log: log)
      guard log.isEmpty, log.notices.isEmpty else { return nil }
    }
    return (reader.draft, log.sources)
  }
}
