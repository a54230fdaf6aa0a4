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
  private let names: NameLookup
  private var finder: NodeFinder
  private let duties: [Name]
  /// Reads words and phrases.
  private var cells: TableChartReader
  private var terms = PhraseCodes()
  /// The numbers of some terms that are short, as nearly all are.
  private var words: [(text: ShortWord, code: Int32)] = []
  /// The duty of the row before.
  private var last: ID<Duty>?
  private var fetched: UInt32 = 0

  /// - Parameters:
  ///   - names: The nodes' names.
  ///   - log: Takes what is wrong with words, by which the rows are no longer sound.
  init(_ nodes: NodeIndex, _ names: NameLookup, log: ProblemLog) {
    self.nodes = nodes
    self.names = names
    finder = NodeFinder(nodes, names)
    duties = nodes.duties.keys
    cells = TableChartReader(words: WordReader(log: log))
  }

  mutating func reserve(rows: Int, of form: TableForm) { table.reserve(rows: rows) }

  mutating func fetch(_ batch: CSVText.Batch, _ header: TableHeader) {
    // Duties are found mostly without a search.
    let post = header.cell(.post)
    if post >= 0 { fetched &+= finder.fetch(batch.count) { batch[$0][post] } }
  }

  mutating func take(_ row: TableRow, of form: TableForm) {
    if isSound { isSound = link(row) }
  }

  private mutating func link(_ row: TableRow) -> Bool {
    guard let duty = duty(row[.duty]), let assignee = finder.find(row[.post], .postsAndOrganizations),
      let letter = cells.letter(row)
    else { return false }
    table.append(
      duty: duty, assignee: assignee, letter: letter, term: term(row), lead: cells.flag(row, .lead) ?? false,
      place: row.place(.post))
    return true
  }

  /// The number of a row's term.
  @inline(__always)
  private mutating func term(_ row: TableRow) -> Int32 {
    let text = row.header.cell(.termEnglish) < 0 ? ShortWord(row.whole(.term)) : nil
    if let text { for known in words where known.text == text { return known.code } }
    return term(row, text)
  }

  @inline(never)
  private mutating func term(_ row: TableRow, _ text: ShortWord?) -> Int32 {
    let phrase = cells.phrase(row, .term, .termEnglish)
    let code = terms.code(phrase) { table.term.code(of: cells.draft.localized(phrase)) }
    if let text, words.count < 16 { words.append((text, code)) }
    return code
  }

  /// The duty that a text names: mostly that of the row before or the one after that, since tables are sorted.
  private mutating func duty(_ text: UnsafeBufferPointer<UInt8>) -> ID<Duty>? {
    let first = last?.index ?? 0
    for index in first..<min(first + 2, duties.count) where names.isText(of: duties[index], text) {
      last = ID(index)
      return last
    }
    last = nodes.find(utf8: text, in: nodes.duties)
    return last
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
