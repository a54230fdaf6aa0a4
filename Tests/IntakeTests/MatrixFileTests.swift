import Foundation
import RemitIntake
import RemitModel
import RemitSource
import Testing

/// The matrices of a real file: every table of it, and every cell.
@Suite struct MatrixFileTests {
  private static let path = "../shared/data/raci/ai-governance-raci.md"

  private func bytes() -> [UInt8]? {
    guard let bytes = FileManager.default.contents(atPath: Self.path) else {
      print("skipped: \(Self.path) is not there")
      return nil
    }
    return Array(bytes)
  }

  /// The rows of letters, found by the plainest means: cells between pipes, in tables whose first heading is Task.
  private func expected(_ bytes: [UInt8]) -> [(title: String, line: Int, cells: [(post: String, text: String)])] {
    var result: [(String, Int, [(String, String)])] = []
    var headings: [String] = []
    for (index, line) in String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
      .enumerated()
    {
      guard line.hasPrefix("|") else {
        headings = []
        continue
      }
      let cells = line.dropFirst().dropLast().split(separator: "|", omittingEmptySubsequences: false)
        .map { $0.trimmingCharacters(in: .whitespaces) }
      if headings.isEmpty {
        headings = cells
      } else if headings[0] == "Task", headings[1] != "Standard RACI", !line.hasPrefix("|--") {
        result.append((cells[0], index + 1, Array(zip(headings.dropFirst(), cells.dropFirst()))))
      }
    }
    return result
  }

  @Test func everyTableIsReadAndEveryCellCounted() throws {
    guard let bytes = bytes() else { return }
    let log = ProblemLog()
    let markdown = MarkdownTables(bytes, document: log.add(path: Self.path), log: log)
    let reading = MatrixReader().read(markdown.grids, prose: markdown.prose, log: log)
    #expect(lines(log) == [])
    #expect(reading.matrices == 9)
    let chart = try chart(of: reading.tables)
    #expect(chart.duties.ids.count == 46 && chart.posts.ids.count == 10)
    // 310 cells, of which some hold two letters.
    #expect(chart.assignments.ids.count == reading.tables.last?.rows.count)
    // All cells of all fourteen tables.
    let cells = String(decoding: bytes, as: UTF8.self).split(separator: "\n").filter { $0.hasPrefix("|") }
      .filter { !$0.hasPrefix("|-") }.reduce(0) { $0 + $1.count { $0 == "|" } - 1 }
    #expect(markdown.grids.count == 14)
    #expect(reading.tally.cells == cells)
    #expect(reading.tally.letters == 310)
    #expect(reading.tally.labels == 46)
    #expect(reading.tally.reported == 0)
    #expect(
      reading.remarks.list.map { line($0) } == [
        "24:3 the table under \"Role Definitions\" is no matrix; its 30 cells are not read",
        "145:3 the table under \"Step 1: Map Roles to Your Organization\" is no matrix; its 30 cells are not read",
        "167:3 the table under \"Step 3: Document Exceptions\" is no matrix; its 4 cells are not read",
        "175:3 the table under \"RACI Review Schedule\" is no matrix; its 12 cells are not read",
      ])
  }

  @Test func everyLetterIsTheOneThatIsWritten() throws {
    guard let bytes = bytes() else { return }
    let log = ProblemLog()
    let markdown = MarkdownTables(bytes, document: log.add(path: Self.path), log: log)
    let reading = MatrixReader().read(markdown.grids, prose: markdown.prose, log: log)
    func table(_ name: String) -> DerivedTable {
      reading.tables.first { $0.name == name } ?? DerivedTable(name, columns: [])
    }
    let posts = Dictionary(uniqueKeysWithValues: table("posts").rows.map { ($0.cells[0].text, $0.cells[1].text) })
    let duties = table("duties").rows.map { ($0.cells[0].text, $0.cells[1].text, Int($0.place.line)) }
    #expect(posts.count == 10)
    let expected = expected(bytes)
    #expect(duties.map(\.1) == expected.map(\.title))
    #expect(duties.map(\.2) == expected.map(\.line))
    #expect(Set(duties.map(\.0)).count == 46)
    var found: [String: String] = [:]
    for row in table("assignments").rows {
      let key = row.cells[0].text + "|" + (posts[row.cells[1].text] ?? "?")
      found[key] = (found[key].map { $0 + "/" } ?? "") + row.cells[2].text
    }
    for (duty, row) in zip(duties, expected) {
      for cell in row.cells { #expect(found[duty.0 + "|" + cell.post] == cell.text, "\(row.title) \(cell.post)") }
    }
    #expect(found.count == expected.reduce(0) { $0 + $1.cells.count })
  }
}
