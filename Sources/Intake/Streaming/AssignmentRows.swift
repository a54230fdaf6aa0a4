import RemitModel
import RemitSource

/// Links the rows of assignments as they are read. Where one cannot be, or anything is wrong, all of them must be read
/// in another way, by which everything is said.
struct AssignmentRows: RowTaker {
  var room = FileBytes.mostTogether
  /// No row so far has anything wrong with it.
  private(set) var isSound = true
  private(set) var table = Assignment()
  private let nodes: NodeIndex
  private var finder: NodeFinder
  private var duties: SortedFinder<Duty>
  /// Reads words and phrases.
  private var cells: TableChartReader
  private var terms = PhraseCells(.term, .termEnglish)
  /// What the rows of a batch name as posts, where nothing is special about them.
  private var posts: [Node?] = []
  /// The same as duties, in a table that is not sorted by them.
  private var batchDuties: [Node?] = []

  /// - Parameters:
  ///   - names: The nodes' names.
  ///   - log: Takes what is wrong with words, by which the rows are no longer sound.
  init(_ nodes: NodeIndex, _ names: NameLookup, log: ProblemLog) {
    self.nodes = nodes
    finder = NodeFinder(nodes, names)
    duties = SortedFinder(nodes.duties.keys, names)
    cells = TableChartReader(words: WordReader(log: log))
  }

  mutating func reserve(rows: Int, of form: TableForm) { table.reserve(rows: rows) }

  mutating func fetch(_ batch: CSVText.Batch, _ header: TableHeader) {
    finder.find(batch, header, .post, .postsAndOrganizations, into: &posts)
    batchDuties.removeAll(keepingCapacity: true)
    if !duties.isSorted() { finder.find(batch, header, .duty, .everything, into: &batchDuties) }
  }

  mutating func take(_ row: TableRow, of form: TableForm) {
    if isSound { isSound = link(row) }
  }

  private mutating func link(_ row: TableRow) -> Bool {
    let known = row.index >= 0 ? posts[row.index] : nil
    let text = row[.duty]
    guard let duty = duties.near(text) ?? farDuty(row, text),
      let assignee = known ?? finder.find(row[.post], .postsAndOrganizations), let letter = cells.letter(row)
    else { return false }
    let term = terms.code(row, &cells) { table.term.code(of: $0) }
    table.append(
      duty: duty, assignee: assignee, letter: letter, term: term, lead: cells.flag(row, .lead) ?? false,
      place: row.place(.post))
    return true
  }

  @inline(never)
  private mutating func farDuty(_ row: TableRow, _ text: UnsafeBufferPointer<UInt8>) -> ID<Duty>? {
    var duty: ID<Duty>?
    if row.index >= 0, row.index < batchDuties.count, case .duty(let found)? = batchDuties[row.index] {
      duty = found
    } else {
      duty = nodes.find(utf8: text, in: nodes.duties)
    }
    duties.go(to: duty)
    return duty
  }

  /// The rows grouped by duty; nil where they are not sound, or a duty has a letter twice. O(rows).
  consuming func finished() -> Assignment? {
    guard isSound else { return nil }
    let table = table.sorted(duties: nodes.duties.keys.count)
    return RepeatedLetters.anyIn(table) ? nil : table
  }
}

/// Finds letters that one post or organization has twice on one duty.
private enum RepeatedLetters {
  private struct Cell: Hashable {
    var assignee: Node
    var letter: Letter
  }

  /// Up to so many letters are compared one by one.
  private static let few = 24

  /// Whether there are any in a table that is sorted by duty. O(rows).
  static func anyIn(_ table: Assignment) -> Bool {
    let duties = table.duty.values
    var start = 0
    while start < duties.count {
      var end = start + 1
      while end < duties.count, duties[end] == duties[start] { end += 1 }
      if isAnyRepeated(start..<end, table) { return true }
      start = end
    }
    return false
  }

  private static func isAnyRepeated(_ rows: Range<Int>, _ table: Assignment) -> Bool {
    func cell(_ row: Int) -> Cell { Cell(assignee: table.assignee[ID(row)], letter: table.letter[ID(row)]) }
    if rows.count > few { return Set(rows.map(cell)).count < rows.count }
    for later in rows {
      let last = cell(later)
      for earlier in rows.lowerBound..<later where cell(earlier) == last { return true }
    }
    return false
  }
}
