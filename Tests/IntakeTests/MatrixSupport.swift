import RemitIntake
import RemitModel
import RemitSource
import Testing

/// A matrix file that was read, with all that was said about it.
struct ReadMatrix {
  let reading: MatrixReading
  /// `line:column message`, in English.
  var problems: [String] = []
  var remarks: [String] = []

  /// From a text with separators, or from Markdown.
  init(_ text: String, isMarkdown: Bool = false, _ options: MatrixReader.Options = .init()) {
    let log = ProblemLog()
    let document = log.add(path: "t")
    var remarks = Remarks()
    let bytes = Array(text.utf8)
    if isMarkdown {
      let tables = MarkdownTables(bytes, document: document, log: log)
      self.init(tables.grids, prose: tables.prose, log: log, remarks: remarks, options)
    } else {
      let grid = DelimitedText(document: document, log: log).grid(bytes, remarks: &remarks)
      self.init([grid], prose: [], log: log, remarks: remarks, options)
    }
  }

  /// From a sheet.
  init(sheet: Grid, _ options: MatrixReader.Options = .init()) {
    let log = ProblemLog()
    _ = log.add(path: "t")
    self.init([sheet], prose: [], log: log, remarks: Remarks(), options)
  }

  private init(
    _ grids: [Grid], prose: [Grid.Cell], log: ProblemLog, remarks: Remarks, _ options: MatrixReader.Options
  ) {
    reading = MatrixReader(options: options).read(grids, prose: prose, log: log, remarks: remarks)
    problems = lines(log)
    self.remarks = reading.remarks.list.map { line($0) }
    let cells = reading.tally.cells
    // A block is as wide as its longest row: what short rows lack counts as empty.
    #expect(cells >= grids.reduce(0) { $0 + $1.cellCount + $1.blankCount } || !problems.isEmpty)
  }

  func table(_ name: String) -> DerivedTable? { reading.tables.first { $0.name == name } }

  /// The rows of a table as texts.
  func rows(_ name: String) -> [[String]] { table(name)?.rows.map { $0.cells.map(\.text) } ?? [] }

  func column(_ name: String, _ column: String) -> [String] { table(name)?.texts(column) ?? [] }

  /// `duty post letter`, with a star for the lead and the term in brackets.
  var letters: [String] {
    rows("assignments").map { cells in
      "\(cells[0]) \(cells[1]) \(cells[2])" + (cells[4] == "true" ? "★" : "")
        + (cells[3].isEmpty ? "" : "(\(cells[3]))")
    }
  }
}

/// A sheet of texts with its merged cells, numbered from 1; rows of no cells are left out, as workbooks do.
func sheet(_ rows: [[String]], merges: [Grid.Merge] = []) -> Grid {
  var grid = Grid(document: 0, origin: .sheet)
  for (index, texts) in rows.enumerated() where !texts.isEmpty {
    RowCells.with(texts, number: index + 1) { grid.append($0) }
  }
  grid.merges = merges
  return grid
}

/// A chart of derived tables, through YAML, so that every link between them is checked.
func chart(of tables: [DerivedTable]) throws -> Chart {
  func quoted(_ text: String) -> String {
    "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }
  func list(_ text: String) -> String {
    "[" + text.split(separator: ";").map { quoted(String($0)) }.joined(separator: ", ") + "]"
  }
  var letters: [String: [String: [String]]] = [:]
  for row in tables.first(where: { $0.name == "assignments" })?.rows ?? [] {
    letters[row.cells[0].text, default: [:]][row.cells[2].text, default: []].append(row.cells[1].text)
  }
  var yaml = "chart: c\n"
  for table in tables where ["organizations", "posts", "duties"].contains(table.name) {
    yaml += table.name + ":\n"
    for row in table.rows {
      var keys: [String] = []
      for (column, cell) in zip(table.columns, row.cells) where !cell.text.isEmpty {
        let isList = ["reports_to", "domain", "basis"].contains(column)
        keys.append(column.replacing("_", with: "-") + ": " + (isList ? list(cell.text) : quoted(cell.text)))
      }
      if table.name == "duties" {
        for letter in Letter.allCases {
          let posts = letters[row.cells[0].text]?[letter.rawValue] ?? []
          if !posts.isEmpty { keys.append(letter.key + ": " + list(posts.joined(separator: ";"))) }
        }
      }
      yaml += "  - {" + keys.joined(separator: ", ") + "}\n"
    }
  }
  return try ChartReader().read(text: yaml, path: "chart.yaml")
}
