import Foundation
import RemitDatabase
import RemitModel
import RemitSource
import RemitWorkbook
import Testing

@testable import RemitExport

/// Workbooks hold the chart's tables, text for text.
@Suite struct WorkbookTests {
  /// The texts of each sheet, heading first, as the workbook's reader hands them on.
  private static func sheets(_ bytes: [UInt8]) throws -> [(name: String, rows: [[String]])] {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("remit-\(UUID().uuidString).xlsx")
    defer { try? FileManager.default.removeItem(at: file) }
    try Data(bytes).write(to: file)
    var reader = try WorkbookReader(path: file.path)
    var sheets: [(name: String, rows: [[String]])] = []
    for (index, sheet) in reader.sheets.enumerated() {
      var rows: [[String]] = []
      var numbers: [Int] = []
      _ = try reader.forEachRow(of: index) { row in
        rows.append((0..<row.count).map { row.text($0) })
        numbers.append(row.number)
        return .next
      }
      #expect(numbers == Array(1...rows.count))
      sheets.append((sheet.name, rows))
    }
    return sheets
  }

  private static func check(_ chart: Chart) throws {
    let tables = ChartTables(chart).tables
    let sheets = try Self.sheets(try ChartFormat.xlsx.files(chart)[0].bytes)
    #expect(sheets.map(\.name) == tables.map(\.name))
    for (sheet, table) in zip(sheets, tables) {
      let width = table.columns.count
      let rows = sheet.rows.map { row in
        let whole = row + Array(repeating: "", count: max(0, width - row.count))
        // A number may be spelled otherwise.
        return zip(whole, table.columns).map { text, column in
          column.kind == .number ? Double(text)?.shortestText ?? text : text
        }
      }
      #expect(rows == [table.columns.map(\.name)] + (0..<table.rowCount).map(table.row))
    }
  }

  @Test(arguments: Files.charts) func chartsOfTheHouse(name: String) throws { try Self.check(try Files.chart(name)) }

  @Test(arguments: 0..<4) func randomCharts(part: UInt64) throws {
    for seed in part * 20..<part * 20 + 20 { try Self.check(RandomChart.make(seed: 20_000 + seed, .terms)) }
  }

  @Test func sameChartGivesSameBytes() throws {
    let chart = try Files.chart("example-company.yaml")
    #expect(try ChartFormat.xlsx.files(chart) == ChartFormat.xlsx.files(chart))
  }

  @Test func textsLongerThanACellAreRefused() throws {
    var contents = ChartContents()
    contents.key = "chart"
    contents.title = Localized(String(repeating: "长", count: 32_767))
    #expect(try ChartFormat.xlsx.files(Chart(contents)).count == 1)
    contents.title = Localized(String(repeating: "长", count: 32_768))
    #expect(throws: ExportError.self) { _ = try ChartFormat.xlsx.files(Chart(contents)) }
    #expect(try ChartFormat.sqlite.files(Chart(contents)).count == 1)
  }
}
