/// What a cell may be in a matrix.
enum CellClass: UInt8, Sendable {
  /// A weak one is a word or letter that could be a letter of a matrix, but nobody can tell which; a tick is a mark.
  case blank, letter, weak, tick, number, text

  init(_ cell: LetterCell) {
    switch cell.content {
    case .empty: self = .blank
    case .marks: self = .letter
    case .tick: self = .tick
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

  let block: MatrixBlock
  private let scheme: LetterScheme
  private let classes: [CellClass]
  let options: MatrixReader.Options
  let isA: [Bool]

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

  func at(_ row: Int, _ column: Int) -> CellClass { classes[row * block.width + column] }

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
    let counts = (0..<block.width).map(count)
    let strong = counts.indices.filter { counts[$0].letters > 0 && counts[$0].areLetters }
    // Words that nobody can tell are letters; Y and N are not.
    var columns = counts.indices.filter { column in
      let count = counts[column]
      return count.areLetters && (count.letters > 0 || count.weaks > 0 && count.ticks == 0)
    }
    var hasOnlyTicks = false
    if columns.count < 2, strong.isEmpty {
      columns = counts.indices.filter { counts[$0].areLetters && counts[$0].ticks > 0 }
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
    guard isSettled, columns.count > 1 || !layout.isTitleGuessed && counts[columns[0]].weaks == 0 else { return .other }
    return .matrix(layout)
  }

  /// What the cells of a column are, by number.
  private struct ColumnCount {
    var letters = 0
    var weaks = 0
    var ticks = 0
    /// Below the first of these, but for sums and headings that come again.
    var texts = 0
    /// Texts above.
    var headings = 0

    /// Letters and the like stand against texts by two to one at least, and the headings over them are few.
    var areLetters: Bool {
      let all = letters + weaks + ticks
      return all > 0 && all >= 2 * texts && all + 4 >= headings
    }
  }

  private func count(_ column: Int) -> ColumnCount {
    var count = ColumnCount()
    var heading = ""
    for row in 0..<block.height {
      switch at(row, column) {
      case .letter: count.letters += 1
      case .weak: count.weaks += 1
      case .tick: count.ticks += 1
      case .text where count.letters + count.weaks + count.ticks > 0:
        count.texts += block[row, column].text == heading ? 0 : 1
      case .text:
        count.headings += 1
        heading = block[row, column].text
      case .blank, .number: break
      }
    }
    return count
  }

  /// The first row in which letters are not fewer than texts.
  private func firstRow(_ columns: [Int]) -> Int? {
    (0..<block.height).first { row in
      let letters = columns.count { [.letter, .weak, .tick].contains(at(row, $0)) }
      return letters > 0 && letters >= columns.count { at(row, $0) == .text }
    }
  }

  /// The last of the rows with the most headings; a row that says one thing all over is a caption.
  private func nameRow(_ columns: [Int], before first: Int) -> Int? {
    var best: (row: Int, filled: Int)?
    for row in 0..<first {
      let filled = columns.filter { !block[row, $0].isBlank }
      let all = (0..<block.width).filter { !block[row, $0].isBlank }
      guard !filled.isEmpty, all.count == 1 || !isUniform(row, all), !isLegend(row) else { continue }
      if filled.count >= best?.filled ?? 0 { best = (row, filled.count) }
    }
    return best?.row
  }

  private func isUniform(_ row: Int, _ columns: [Int]) -> Bool {
    guard let first = columns.first else { return true }
    let text = PlainText.folded(block[row, first].text)
    return columns.dropFirst().allSatisfy { PlainText.folded(block[row, $0].text) == text }
  }

  private func isLegend(_ row: Int) -> Bool { !block.legend(row).isEmpty }

  /// At most two rows over the names that say something over columns of letters, and not the same over the titles.
  private func groupRows(_ columns: [Int], over nameRow: Int) -> [Int] {
    var rows: [Int] = []
    let letters = Set(columns)
    for row in stride(from: nameRow - 1, through: max(0, nameRow - 2), by: -1) where row >= 0 {
      let filled = columns.filter { !block[row, $0].isBlank }
      guard !filled.isEmpty, !isLegend(row) else { break }
      let others = (0..<block.width).filter { !letters.contains($0) && !block[row, $0].isBlank }
      if isUniform(row, filled), !others.isEmpty, isUniform(row, filled + others) { break }
      rows.insert(row, at: 0)
    }
    return rows
  }

  /// With the columns between them that have a heading and hold no texts, and with those behind that have a heading and
  /// hold nothing, unless it says that they are something else: posts without letters.
  private func extended(_ columns: [Int], _ layout: MatrixLayout) -> [Int] {
    guard let first = columns.first, let last = columns.last else { return columns }
    var result = Set(columns)
    func isFree(_ column: Int, ticks: Bool) -> Bool {
      let heading = heading(column, layout)
      guard !heading.isBlank else { return false }
      return (layout.bodyStart..<max(layout.bodyStart, block.height)).allSatisfy { row in
        switch at(row, column) {
        case .blank: true
        case .text: block[row, column].text == heading
        default: ticks
        }
      }
    }
    for column in first...last where isFree(column, ticks: true) { result.insert(column) }
    var next = last + 1
    while next < block.width, isFree(next, ticks: false), HeadingWords.kinds(of: heading(next, layout)).isEmpty {
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
