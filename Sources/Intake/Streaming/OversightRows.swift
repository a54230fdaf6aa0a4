import RemitModel
import RemitSource

/// Links the rows of oversight as they are read. Where one cannot be, or anything is wrong, all of them must be read in
/// another way, by which everything is said.
struct OversightRows: RowTaker {
  var room = FileBytes.mostTogether
  /// No row so far has anything wrong with it.
  private(set) var isSound = true
  private(set) var table = Oversight()
  private let nodes: NodeIndex
  private let regulations: [Regulation]
  private var finder: NodeFinder
  private let log: ProblemLog
  /// Reads words and phrases.
  private var cells: TableChartReader
  private var scopes = CellLists<Int32>()
  private var clauses = CellLists<ClauseReference>()
  private var instruments = PhraseCells(.instrument, .instrumentEnglish)
  private var known = KnownOversight()
  private var last: (amount: Double?, code: Int32)?
  /// What the rows of a batch name, where nothing is special about them.
  private var (overseers, targets, receivers): ([Node?], [Node?], [Node?]) = ([], [], [])

  /// - Parameters:
  ///   - names: The nodes' names.
  ///   - log: Takes notes, and what is wrong with words, by which the rows are no longer sound.
  init(_ nodes: NodeIndex, _ names: NameLookup, regulations: [Regulation], log: ProblemLog) {
    self.nodes = nodes
    self.regulations = regulations
    finder = NodeFinder(nodes, names)
    self.log = log
    cells = TableChartReader(words: WordReader(log: log))
  }

  mutating func reserve(rows: Int, of form: TableForm) {
    table.reserve(rows: rows)
    known = KnownOversight(capacity: rows)
  }

  mutating func fetch(_ batch: CSVText.Batch, _ header: TableHeader) {
    finder.find(batch, header, .by, .postsAndOrganizations, into: &overseers)
    finder.find(batch, header, .of, .everything, into: &targets)
    finder.find(batch, header, .feeds, .postsAndOrganizations, into: &receivers)
    known.fetch(batch, header)
  }

  mutating func take(_ row: TableRow, of form: TableForm) {
    if isSound { isSound = link(row) }
  }

  private mutating func link(_ row: TableRow) -> Bool {
    let overseer = row.index >= 0 ? overseers[row.index] : nil
    guard let kind = cells.kind(row), let by = overseer ?? finder.find(row[.by], .postsAndOrganizations) else {
      return false
    }
    let of = row[.of]
    if row.index >= 0, let target = targets[row.index] {
      return linkOne(row, of, OversightCell(kind: kind, by: by, of: target))
    }
    guard TableRow.mayBeList(of) else {
      guard let target = finder.find(of, .everything) else { return false }
      return linkOne(row, of, OversightCell(kind: kind, by: by, of: target))
    }
    var targets: [(text: [UInt8], node: Node)] = []
    var isWhole = true
    row.forEachItem(.of) { text in
      guard let target = finder.find(text, .everything),
        !targets.contains(where: { $0.node == target })
      else {
        isWhole = false
        return
      }
      targets.append((Array(text), target))
    }
    guard isWhole, let first = targets.first else { return false }
    if targets.count == 1 {
      return first.text.withUnsafeBufferPointer { linkOne(row, $0, OversightCell(kind: kind, by: by, of: first.node)) }
    }
    return linkSeveral(row, targets, kind, by: by)
  }

  /// Adds a link to the only target.
  private mutating func linkOne(
    _ row: TableRow, _ of: UnsafeBufferPointer<UInt8>, _ cell: OversightCell
  ) -> Bool {
    let key = row[.id]
    if key.isEmpty {
      table.key.append(written(nil, row, cell.kind, of))
      return append(row, cell, place: row.place) && known.add(cell, key: -1, scope: scope(table.key.count - 1))
    }
    if WordReader.holdsControls(key) { return false }
    let first = known.first(key, row: table.key.count, of: table.key)
    table.key.append(utf8: key)
    guard append(row, cell, place: row.place) else { return false }
    guard let first else { return true }
    return repeats(first, row) && known.add(cell, key: first.number, scope: scope(table.key.count - 1))
  }

  /// Adds the links to several targets.
  private mutating func linkSeveral(
    _ row: TableRow, _ targets: [(text: [UInt8], node: Node)], _ kind: LinkKind, by: Node
  ) -> Bool {
    let key = row[.id]
    if WordReader.holdsControls(key) { return false }
    var number: Int32 = -1
    if !key.isEmpty {
      let first = known.first(ofSeveral: key, line: row.place.line, of: table.key)
      if let known = first.known, !repeats(known, row) { return false }
      number = first.number
    }
    for target in targets {
      let cell = OversightCell(kind: kind, by: by, of: target.node)
      target.text.withUnsafeBufferPointer { table.key.append(written(key.isEmpty ? nil : key, row, kind, $0)) }
      guard append(row, cell, place: row.place(.of)),
        known.add(cell, key: number, scope: scope(table.key.count - 1))
      else { return false }
    }
    return true
  }
}

extension OversightRows {
  /// The written id and the target, or else kind, overseer and target.
  private func written(
    _ key: UnsafeBufferPointer<UInt8>?, _ row: TableRow, _ kind: LinkKind, _ of: UnsafeBufferPointer<UInt8>
  ) -> String {
    let target = nodes.bare(String(decoding: of, as: UTF8.self))
    if let key { return "\(String(decoding: key, as: UTF8.self)):\(target)" }
    return "\(kind.rawValue):\(nodes.bare(String(decoding: row[.by], as: UTF8.self))):\(target)"
  }

  private mutating func append(_ row: TableRow, _ cell: OversightCell, place: Place) -> Bool {
    table.kind.append(cell.kind)
    table.by.append(cell.by)
    table.of.append(cell.of)
    guard let scope = scopes.known(row[.scope]) ?? newScope(row) else { return false }
    for item in scope { table.scope.add(code: scopes[item]) }
    table.scope.endRow()
    table.instrument.append(code: instruments.code(row, &cells) { table.instrument.code(of: $0) })
    guard let cited = clauses.known(row[.basis]) ?? newClauses(row) else { return false }
    let basis = row.place(.basis)
    for item in cited { table.basis.add(Cited(clauses[item], at: basis)) }
    table.basis.endRow()
    table.perYear.append(code: code(of: cells.amount(row, .perYear)))
    table.planned.append(cells.flag(row, .planned))
    table.place.append(place)
    let isWhole = addFeeds(row)
    table.feeds.endRow()
    return isWhole
  }

  private mutating func newScope(_ row: TableRow) -> Range<Int>? {
    scopes.items(of: row, .scope) { table.scope.code(of: $0) }
  }

  private mutating func newClauses(_ row: TableRow) -> Range<Int>? {
    let place = row.place(.basis)
    return clauses.items(of: row, .basis) { text in
      let reference = ClauseReference(text: text)
      regulations.check(reference, at: place, log: log)
      return reference
    }
  }

  /// The number of an amount: mostly that of the row before.
  private mutating func code(of amount: Double?) -> Int32 {
    if let last, last.amount == amount { return last.code }
    let code = table.perYear.code(of: amount)
    last = (amount, code)
    return code
  }

  @inline(__always)
  private mutating func addFeeds(_ row: TableRow) -> Bool {
    if row.index >= 0, let node = receivers[row.index] {
      table.feeds.add(node)
      return true
    }
    let text = row[.feeds]
    return text.isEmpty || addFeeds(row, text)
  }

  @inline(never)
  private mutating func addFeeds(_ row: TableRow, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
    if !TableRow.mayBeList(text) {
      guard let node = finder.find(text, .postsAndOrganizations) else { return false }
      table.feeds.add(node)
      return true
    }
    var isWhole = true
    var feeds: [Node] = []
    row.forEachItem(.feeds) { text in
      guard let node = finder.find(text, .postsAndOrganizations), !feeds.contains(node) else {
        isWhole = false
        return
      }
      feeds.append(node)
      table.feeds.add(node)
    }
    return isWhole
  }

  /// The number of a row's scope.
  private mutating func scope(_ row: Int) -> Int32 { known.scope(table.scope.codes(of: ID(row))) }

  /// Notes that an id is repeated. The first link with it is then no longer like no other; false where it is like one.
  private mutating func repeats(_ first: KnownOversight.First, _ row: TableRow) -> Bool {
    let column = row.header.cell(.id) + 1
    let line = first.line ?? table.place[ID(Int(first.number))].line
    let place = Place(document: row.document, line: Int(line), column: column)
    log.note(
      at: row.place(.id), log.repeated(String(decoding: row[.id], as: UTF8.self), Noun.oversight, first: place))
    guard first.line == nil, known.isNew(repeated: first.number) else { return true }
    let id = ID<Oversight>(raw: first.number)
    let cell = OversightCell(kind: table.kind[id], by: table.by[id], of: table.of[id])
    return known.add(cell, key: first.number, scope: scope(id.index))
  }
}
