import Foundation
import RemitIntake
import RemitModel
import RemitSource
import Testing

/// The matrices of a real file: every table of it, and every cell.
@Suite struct MatrixFileTests {
  private static let path = "../shared/data/raci/ai-governance-raci.md"

  @Test func everyCellIsAccountedFor() throws {
    guard let bytes = FileManager.default.contents(atPath: Self.path) else {
      print("skipped: \(Self.path) is not there")
      return
    }
    let log = ProblemLog()
    let document = log.add(path: Self.path)
    let markdown = MarkdownTables(Array(bytes), document: document, log: log)
    let reading = MatrixReader().read(markdown.grids, prose: markdown.prose, log: log)
    try log.finish()
    print(reading.matrices, reading.tally)
    for r in reading.remarks.list { print(log.spelled(r.place), r.message.en) }
    for t in reading.tables {
      print(t.name, t.columns); for r in t.rows.prefix(60) { print("  ", r.cells.map(\.text), log.spelled(r.place)) }
    }
  }
}
