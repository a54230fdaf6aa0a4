/// How a responsibility matrix lies in a block: which rows are headings, which columns hold letters, which one the titles
/// of rows, and what rows and columns are.
struct MatrixLayout: Sendable {
  /// What the rows or the columns are.
  enum Axis: Sendable {
    case duties, posts, organizations
  }

  /// Rows over the one with names, the outermost first, which put columns into groups.
  var groupRows: [Int] = []
  var nameRow = 0
  var letterColumns: [Int] = []
  var titleColumn = 0
  /// What other columns hold, by their headings.
  var kinds: [Int: HeadingKind] = [:]
  var rows: Axis = .duties
  var columns: Axis = .posts
  /// The headings do not tell rows from columns; where the letters are does, or nothing.
  var isAxisGuessed = false
  /// The title column was chosen for its texts, not its heading.
  var isTitleGuessed = false
  /// It has marks only, and no letters.
  var hasOnlyTicks = false

  /// The columns are letters, and the cells hold names.
  var hasNames = false

  var bodyStart: Int { nameRow + 1 }
}

/// What a cell may be in a matrix.
enum CellClass: UInt8, Sendable {
  case blank, letter, weak, number, text

  init(_ cell: LetterCell) {
    switch cell.content {
    case .empty: self = .blank
    case .marks: self = .letter
    case .unknown(let text) where text.utf8.first.map({ (48...57).contains($0) }) == true && Double(text) != nil:
      self = .number
    default: self = cell.isLetterish ? .weak : .text
    }
  }
}

/// Finds out how a matrix lies in a block, by where its letters are and by the words of its headings.
struct MatrixFinder {
  enum Outcome: Sendable {
    case matrix(MatrixLayout)
    /// Columns of letters, but no row over them that could be their heading. One column alone may be of something else.
    case headless(isSure: Bool)
    case other
  }

  private let block: MatrixBlock
  private let scheme: LetterScheme
  private let classes: [CellClass]
  private let options: MatrixReader.Options
  private let isA: [Bool]

  init(_ block: MatrixBlock, _ scheme: LetterScheme, _ options: MatrixReader.Options) {
    self.block = block
    self.scheme = scheme
    self.options = options
    var classes: [CellClass] = []
    var isA: [Bool] = []
    classes.reserveCapacity(block.height * block.width)
    isA.reserveCapacity(block.height * block.width)
    for row in 0..<block.height {
      let isLegend = !block.legend(row).isEmpty
      for cell in block.row(row) {
        guard !isLegend else {
          classes.append(.blank)
          isA.append(false)
          continue
        }
        let read = LetterCell.read(cell.text, scheme)
        classes.append(CellClass(read))
        if case .marks(let marks) = read.content {
          isA.append(marks.contains { $0.letter == .accountable })
        } else {
          isA.append(false)
        }
      }
    }
    self.classes = classes
    self.isA = isA
  }

  private func at(_ row: Int, _ column: Int) -> CellClass { classes[row * block.width + column] }

  /// The layout. O(cells).
  func find() -> Outcome {
    let outcome = findLetters()
    if case .matrix = outcome { return outcome }
    return findNames() ?? outcome
  }

  private func findNames() -> Outcome? {
    guard let (row, columns) = NameLists.find(block, scheme) else { return nil }
    var layout = MatrixLayout()
    layout.nameRow = row
    layout.letterColumns = columns
    layout.hasNames = true
    guard settle(&layout) else { return nil }
    (layout.rows, layout.columns, layout.isAxisGuessed) = (.duties, .posts, false)
    return .matrix(layout)
  }

  private func findLetters() -> Outcome {
    var columns = (0..<block.width).filter { isOfLetters($0, weak: false) }
    var hasOnlyTicks = false
    if columns.isEmpty {
      columns = (0..<block.width).filter { isOfLetters($0, weak: true) }
      guard columns.count >= 2 else { return .other }
      hasOnlyTicks = true
    }
    guard let first = firstRow(columns), first > 0 else { return .headless(isSure: columns.count > 1) }
    guard let nameRow = nameRow(columns, before: first) else { return .headless(isSure: columns.count > 1) }
    var layout = MatrixLayout()
    layout.nameRow = nameRow
    layout.hasOnlyTicks = hasOnlyTicks
    layout.groupRows = groupRows(columns, over: nameRow)
    layout.letterColumns = extended(columns, layout)
    let isSettled = settle(&layout)
    // One column of letters alone may as well be grades.
    guard isSettled, columns.count > 1 || !layout.isTitleGuessed else { return .other }
    return .matrix(layout)
  }

  /// Below the first letter, letters and the like stand against texts by two to one at least; above it are headings, of
  /// which there are few. Sums and headings that come again do not count.
  private func isOfLetters(_ column: Int, weak: Bool) -> Bool {
    var (letters, weaks, texts, headings) = (0, 0, 0, 0)
    var heading = ""
    for row in 0..<block.height {
      switch at(row, column) {
      case .letter: letters += 1
      case .weak: weaks += 1
      case .text where letters + weaks > 0: texts += block[row, column].text == heading ? 0 : 1
      case .text:
        headings += 1
        heading = block[row, column].text
      case .blank, .number: break
      }
    }
    return (letters > 0 || weak && weaks > 0) && letters + weaks >= 2 * texts
      && letters + weaks + 4 >= headings
  }

  /// The first row in which letters are not fewer than texts.
  private func firstRow(_ columns: [Int]) -> Int? {
    (0..<block.height).first { row in
      let letters = columns.count { at(row, $0) == .letter || at(row, $0) == .weak }
      return letters > 0 && letters >= columns.count { at(row, $0) == .text }
    }
  }

  /// The last of the rows with the most headings; a row that says one thing all over is a caption.
  private func nameRow(_ columns: [Int], before first: Int) -> Int? {
    var best: (row: Int, filled: Int)?
    for row in 0..<first {
      let filled = columns.filter { !block[row, $0].isBlank }
      let all = (0..<block.width).filter { !block[row, $0].isBlank }
      guard !filled.isEmpty, all.count == 1 || !isUniform(row, all) else { continue }
      if filled.count >= best?.filled ?? 0 { best = (row, filled.count) }
    }
    return best?.row
  }

  private func isUniform(_ row: Int, _ columns: [Int]) -> Bool {
    guard let first = columns.first else { return true }
    let text = PlainText.folded(block[row, first].text)
    return columns.dropFirst().allSatisfy { PlainText.folded(block[row, $0].text) == text }
  }

  /// At most two rows over the names that say something over columns of letters, and not the same over the titles.
  private func groupRows(_ columns: [Int], over nameRow: Int) -> [Int] {
    var rows: [Int] = []
    let letters = Set(columns)
    for row in stride(from: nameRow - 1, through: max(0, nameRow - 2), by: -1) where row >= 0 {
      let filled = columns.filter { !block[row, $0].isBlank }
      guard !filled.isEmpty else { break }
      let others = (0..<block.width).filter { !letters.contains($0) && !block[row, $0].isBlank }
      if isUniform(row, filled), !others.isEmpty, isUniform(row, filled + others) { break }
      rows.insert(row, at: 0)
    }
    return rows
  }

  /// With the columns between and beside them that have a heading, of no other kind, and no texts: posts without letters.
  private func extended(_ columns: [Int], _ layout: MatrixLayout) -> [Int] {
    guard let first = columns.first, let last = columns.last else { return columns }
    var result = Set(columns)
    func isFree(_ column: Int) -> Bool {
      let heading = heading(column, layout)
      guard !heading.isBlank, HeadingWords.kinds(of: heading).isEmpty else { return false }
      return (layout.bodyStart..<max(layout.bodyStart, block.height)).allSatisfy { at($0, column) != .text }
    }
    for column in first...last where isFree(column) { result.insert(column) }
    var next = last + 1
    while next < block.width, isFree(next) {
      result.insert(next)
      next += 1
    }
    return result.sorted()
  }

  /// A column's heading; where the row of names has none, that of the row over it.
  func heading(_ column: Int, _ layout: MatrixLayout) -> String {
    for row in [layout.nameRow] + layout.groupRows.reversed() where !block[row, column].isBlank {
      return block[row, column].text
    }
    return ""
  }
}

extension MatrixFinder {
  /// Chooses the column of titles, and what rows and columns are; false where there are no titles.
  private func settle(_ layout: inout MatrixLayout) -> Bool {
    let letters = Set(layout.letterColumns)
    let others = (0..<block.width).filter { !letters.contains($0) }
    var kinds: [Int: [HeadingKind]] = [:]
    for column in others { kinds[column] = HeadingWords.kinds(of: heading(column, layout)) }
    for (column, kinds) in kinds { layout.kinds[column] = kinds.first }
    func first(_ kind: HeadingKind) -> Int? { others.first { kinds[$0] == [kind] } }
    let corner = others.first { column in
      kinds[column]?.contains(.duty) == true && kinds[column]?.count ?? 0 > 1
    }
    if let column = first(.duty) {
      (layout.titleColumn, layout.rows) = (column, .duties)
    } else if let column = corner {
      layout.titleColumn = column
      layout.columns = kinds[column]?.contains(.organization) == true ? .organizations : .posts
      guessAxis(&layout)
    } else if let column = first(.post) {
      (layout.titleColumn, layout.rows, layout.columns) = (column, .posts, .duties)
    } else if let column = first(.organization) {
      (layout.titleColumn, layout.rows, layout.columns) = (column, .organizations, .duties)
    } else if let column = others.filter({ layout.kinds[$0] == nil }).max(by: { hasFewerTitles($0, $1, layout) }) {
      guard titles(column, layout) > 0 else { return false }
      (layout.titleColumn, layout.isTitleGuessed) = (column, true)
      guessAxis(&layout)
    } else {
      return false
    }
    apply(options, &layout)
    layout.kinds[layout.titleColumn] = nil
    return true
  }

  private func hasFewerTitles(_ a: Int, _ b: Int, _ layout: MatrixLayout) -> Bool {
    let (x, y) = (titles(a, layout), titles(b, layout))
    return x < y || x == y && a > b
  }

  /// How many different texts a column has that are no numbers.
  private func titles(_ column: Int, _ layout: MatrixLayout) -> Int {
    var texts: Set<String> = []
    for row in layout.bodyStart..<max(layout.bodyStart, block.height) where at(row, column) == .text {
      let text = PlainText.folded(block[row, column].text)
      if text.contains(where: \.isLetter) { texts.insert(text) }
    }
    return texts.count
  }

  /// A duty has one A as a rule, a post any number: rows are duties unless more of the columns have just one.
  private func guessAxis(_ layout: inout MatrixLayout) {
    let body = layout.bodyStart..<max(layout.bodyStart, block.height)
    func share(_ counts: [Int]) -> (one: Int, all: Int) { (counts.count { $0 == 1 }, max(1, counts.count)) }
    let rows = share(body.map { row in layout.letterColumns.count { isA[row * block.width + $0] } })
    let columns = share(layout.letterColumns.map { column in body.count { isA[$0 * block.width + column] } })
    layout.isAxisGuessed = true
    if columns.one * rows.all > rows.one * columns.all {
      layout.rows = layout.columns == .organizations ? .organizations : .posts
      layout.columns = .duties
    }
  }

  /// What the caller says goes before what was found.
  private func apply(_ options: MatrixReader.Options, _ layout: inout MatrixLayout) {
    if let rowsAreDuties = options.rowsAreDuties {
      let other = layout.rows == .duties ? layout.columns : layout.rows
      (layout.rows, layout.columns) = rowsAreDuties ? (.duties, other) : (other, .duties)
      layout.isAxisGuessed = false
    }
    if let areOrganizations = options.assigneesAreOrganizations {
      let axis = areOrganizations ? MatrixLayout.Axis.organizations : .posts
      if layout.rows == .duties { layout.columns = axis } else { layout.rows = axis }
    }
  }
}
