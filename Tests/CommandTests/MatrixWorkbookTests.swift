import Foundation
import RemitInspection
import RemitIntake
import RemitModel
import RemitReports
import Testing

@testable import RemitWorkbook

/// A matrix as a workbook: what stands where, and that nothing of it is lost or run.
struct MatrixWorkbookTests {
  /// What a workbook holds, cell by cell.
  struct Book {
    var sheets: [WorkbookSheet] = []
    var cells: [[CellPlace: String]] = []
    var merges: [[CellRange]] = []

    init(_ bytes: [UInt8], in folder: URL) throws {
      let path = folder.path + "/book-\(UUID().uuidString).xlsx"
      try Data(bytes).write(to: URL(fileURLWithPath: path))
      var reader = try WorkbookReader(path: path)
      sheets = reader.sheets
      for sheet in sheets.indices {
        var texts: [CellPlace: String] = [:]
        let report = try reader.forEachRow(of: sheet) { row in
          for cell in 0..<row.count where row[cell].count > 0 {
            texts[CellPlace(row: row.number, column: cell + 1)] = row.text(cell)
          }
          return .next
        }
        cells.append(texts)
        merges.append(report.merges)
      }
    }

    /// Where a text stands on a sheet.
    func places(_ text: String, _ sheet: Int) -> [CellPlace] {
      cells[sheet].filter { $0.value == text }.map(\.key).sorted()
    }
  }

  private func part(_ name: String, _ bytes: [UInt8], in folder: URL) throws -> String {
    let path = folder.path + "/parts.xlsx"
    try Data(bytes).write(to: URL(fileURLWithPath: path))
    return String(decoding: try ZipArchive(path: path, limits: WorkbookLimits()).contents(of: name), as: UTF8.self)
  }

  private func chart(_ yaml: String, in folder: URL) throws -> Chart {
    let path = folder.path + "/chart-\(UUID().uuidString).yaml"
    try Data(yaml.utf8).write(to: URL(fileURLWithPath: path))
    return try ChartReader().read(path: path)
  }

  /// Duty, post and letter of each assignment, by their names.
  private func letters(_ chart: Chart, _ language: Language) -> [String] {
    chart.assignments.ids.filter { chart.duties.status[chart.assignments.duty[$0]] == .active }.map { id in
      let names = [
        chart.duties.title[chart.assignments.duty[id]][language],
        chart.name(of: Entity(chart.assignments.assignee[id]))[language],
      ]
      return (names + [chart.assignments.letter[id].rawValue]).joined(separator: " | ")
    }.sorted()
  }

  @Test(arguments: Project.charts, Language.allCases)
  func isReadAgainWithTheSameLetters(name: String, language: Language) throws {
    let chart = try Project.read("Graphs/charts/\(name).yaml")
    let findings = Project.check(chart)
    try withFolder { folder throws in
      for axis in Matrix.Axis.allCases {
        let path = folder.path + "/\(axis).xlsx"
        let bytes = try Matrix(chart, by: axis).workbook(findings, language)
        #expect(try bytes == Matrix(chart, by: axis).workbook(findings, language))
        try Data(bytes).write(to: URL(fileURLWithPath: path))
        let reading = try ChartReader().reading(paths: [path])
        #expect(letters(reading.chart, language) == letters(chart, language))
        #expect(reading.notices.count <= 8, "\(reading.notices.map(\.message.en))")
      }
    }
  }

  @Test func showsLettersHeadingsAndFindings() throws {
    let chart = try Project.read("Graphs/charts/example-county-reorganized.yaml")
    let findings = Project.check(chart)
    let bytes = try Matrix(chart, by: .duty).workbook(findings, .chinese)
    try withFolder { folder throws in
      let book = try Book(bytes, in: folder)
      #expect(book.sheets.map(\.name) == ["按职责", "按岗位", "发现"])
      #expect(book.sheets.map(\.isAside) == [false, true, true])
      // Title, day and regulation stand in the head, and the legend explains every letter.
      let head = [1, 2].compactMap { book.cells[0][CellPlace(row: $0, column: 1)] }.joined(separator: " ")
      #expect(head.contains("示例县机构改革后的责任图") && head.contains("2026-06-30") && head.contains("责任制规定"))
      for letter in Letter.allCases { #expect(book.places("\(letter.rawValue) = \(letter.name.zh)", 0).count == 1) }
      // 柴油货车… has two A: where the row and the columns of its posts meet.
      let row = try #require(book.places("柴油货车和非道路机械治理", 0).first).row
      let columns = try ["副县长（分管城建交通）", "副县长（分管生态环境）"].map {
        try #require(book.places($0, 0).first).column
      }
      for column in columns {
        let place = CellPlace(row: row, column: column)
        #expect(book.cells[0][place] == "A")
        let note = try comment(at: place, bytes, in: folder)
        #expect(note.contains("ACC002 rival-accountability") && note.contains("第九条"))
        #expect(note.contains("2 个负总责者"))
      }
      // Organizations stand over their posts, as merged cells.
      let government = try #require(book.places("县政府", 0).first)
      #expect(book.merges[0].contains { $0.first == government && $0.last.column > government.column + 3 })
      // Every finding is listed, and those with a cell lead to it.
      let list = findings.filter { !book.places($0.code, 2).isEmpty }
      #expect(list.count == findings.count && list.count > 30)
      let links = try part("xl/worksheets/sheet3.xml", bytes, in: folder)
      #expect(columns.contains { links.contains("location=\"'按职责'!\(CellPlace(row: row, column: $0))\"") })
      let first = try part("xl/worksheets/sheet1.xml", bytes, in: folder)
      #expect(first.contains("state=\"frozen\"") && first.contains("tabSelected=\"1\""))
      #expect(try part("xl/workbook.xml", bytes, in: folder).contains("_xlnm.Print_Titles"))
    }
  }

  private func comment(at place: CellPlace, _ bytes: [UInt8], in folder: URL) throws -> String {
    let all = try part("xl/comments1.xml", bytes, in: folder)
    let pieces = all.components(separatedBy: "<comment ref=\"\(place)\"")
    return pieces.count > 1 ? pieces[1].components(separatedBy: "</comment>")[0] : ""
  }

  @Test func theAxisThatWasAskedForComesFirst() throws {
    let chart = try Project.read("Graphs/charts/example-company.yaml")
    try withFolder { folder throws in
      let book = try Book(try Matrix(chart, by: .post).workbook(nil, .english), in: folder)
      #expect(book.sheets.map(\.name) == ["By post", "By duty"])
      #expect(book.sheets.map(\.isAside) == [true, false])
    }
  }

  @Test func severalPlacesHaveTheirOwnSheetsOnceItIsWide() throws {
    let chart = try Project.read("Graphs/charts/example-province.yaml")
    try withFolder { folder throws in
      let book = try Book(try Matrix(chart, by: .duty).workbook([], .chinese), in: folder)
      let own = book.sheets.filter { $0.name.hasPrefix("按职责 ") }
      #expect(own.count == Set(chart.duties.jurisdiction.values).count && own.count > 3)
      #expect(own.allSatisfy { !$0.isAside })
      #expect(book.cells[0][CellPlace(row: 1, column: 1)]?.contains("示例省") == true)
    }
  }
}
