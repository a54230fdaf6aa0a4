import RemitModel
import RemitSource

/// Reads responsibility matrices: tables with duties as rows and posts as columns, or the other way round, and letters
/// or words for letters in the cells.
///
/// How it reads, in short. Several tables in one file are one chart: every Markdown table, and every block of rows
/// between empty ones. A table with letters in two columns at least is a matrix; the row over the letters names the
/// columns, rows over that one put them into groups, which are organizations over posts and domains over duties. Rows
/// are what the heading over their titles says (`Task`, 职责; `Role`, 岗位); where it says nothing, they are duties,
/// unless more of the columns have just one A. A row without letters is a duty that nobody has, unless it is merged
/// over the whole table, emphasized, or stands in another column: then it names what follows.
///
/// Letters are A, R, S, C, I, alone or several (`A/R`, `A,R`, `RA`), in either case; words are those of `LetterWords`;
/// a legend in the file goes before both. What could mean two things is a problem, and so is a mark that says only that
/// there is something. What is read though it is not as it should be, such as a Cyrillic А, is a remark, and so is what
/// is not kept, such as a note behind a letter. Every cell is counted.
package struct MatrixReader: Sendable {
  /// What the caller knows of the matrices. What is nil is found out.
  package struct Options: Sendable {
    /// The family of letters.
    package var alias: LetterAlias?
    /// Words or single letters of the file, and what they mean; these go before the usual ones.
    package var words: [String: LetterMeaning] = [:]
    /// Whether rows are duties, or else posts.
    package var rowsAreDuties: Bool?
    /// Whether those who have letters are organizations, or else posts.
    package var assigneesAreOrganizations: Bool?

    package init() {}
  }

  package var options: Options

  package init(options: Options = .init()) { self.options = options }

  /// Reads the matrices of one file. Problems go to the log.
  ///
  /// - Parameters:
  ///   - prose: The texts of the file outside of tables, in which a legend may stand.
  ///   - remarks: Those of the file so far; the result has them too.
  package func read(
    _ grids: [Grid], prose: [Grid.Cell] = [], log: ProblemLog, remarks: Remarks = Remarks()
  ) -> MatrixReading {
    let session = MatrixSession(options: options, log: log, remarks: remarks)
    var legend = Legend()
    for cell in prose { legend.add(Legend.entries(of: [cell])) }
    var legends: Set<Int> = []
    for (index, grid) in grids.enumerated() {
      if let entries = Legend.entries(ofTable: grid) {
        legend.add(entries)
        legends.insert(index)
      } else {
        for row in grid.rows { legend.add(Legend.entries(of: row.cells)) }
      }
    }
    legend.apply(to: &session.scheme, log: log, remarks: &session.remarks)
    var reading = MatrixReading()
    var tables: [FoundTable] = []
    for (index, grid) in grids.enumerated() {
      reading.tally.empty += grid.blankCount
      for row in grid.rows where row.isHidden {
        session.remark(at: Self.start(of: row, grid), MatrixMessages.hidden(row.number))
      }
      if legends.contains(index) {
        reading.tally.headings += grid.cellCount
      } else {
        tables += MatrixTables(grid: grid, session: session).found()
      }
    }
    read(tables, session, &reading)
    if reading.matrices == 0, reading.tally.reported == 0, let grid = grids.first {
      session.problem(at: Place(document: grid.document, line: 0, column: 0), MatrixMessages.none)
    }
    reading.tables = session.parts.tables()
    reading.remarks = session.remarks
    return reading
  }

  static func start(of row: Grid.Row, _ grid: Grid) -> Place {
    row.cells.first { !$0.text.isBlank }?.place ?? Place(document: grid.document, line: row.number, column: 1)
  }

  private func read(_ tables: [FoundTable], _ session: MatrixSession, _ reading: inout MatrixReading) {
    let real = tables.count { $0.layout.map { !$0.hasOnlyTicks } ?? false }
    session.areNamed = real > 1
    for table in tables {
      if let layout = table.layout, !layout.hasOnlyTicks {
        reading.matrices += 1
        var reader = MatrixTableReader(
          table.block, layout, headings: table.headings, number: reading.matrices, session)
        reader.read()
        reading.tally += reader.tally
      } else {
        reading.tally += Self.passOver(table, isAlone: real == 0, session)
      }
    }
  }

  /// Says of a table that it is not read. One of mere marks is a problem where there is nothing else.
  private static func passOver(_ table: FoundTable, isAlone: Bool, _ session: MatrixSession) -> MatrixTally {
    var tally = MatrixTally()
    let block = table.block
    let count = block.height * block.width
    guard let start = block.height > 0 ? block.row(0).first?.place : nil else { return tally }
    if table.isHeadless {
      session.problem(at: start, MatrixMessages.headless)
      tally.reported += count
    } else if let layout = table.layout, isAlone {
      let ticks = (0..<block.height).reduce(0) { sum, row in
        sum + layout.letterColumns.count { row > layout.nameRow && !block[row, $0].isBlank }
      }
      session.problem(at: start, MatrixMessages.ticks(ticks))
      tally.reported += count
    } else {
      session.remark(at: start, MatrixMessages.unread(table.headings, count))
      tally.unread += count
    }
    return tally
  }
}

/// What matrices gave.
package struct MatrixReading: Sendable {
  /// The tables of the chart: organizations, posts, duties, assignments; those that have rows.
  package var tables: [DerivedTable] = []
  /// How many tables of the file are matrices.
  package var matrices = 0
  /// How the cells of all tables were read.
  package var tally = MatrixTally()
  package var remarks = Remarks()
}
