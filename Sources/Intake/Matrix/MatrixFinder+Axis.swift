extension MatrixFinder {
  /// Chooses the column of titles, and what rows and columns are; false where there are no titles.
  func settle(_ layout: inout MatrixLayout) -> Bool {
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
