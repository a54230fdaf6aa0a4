import Foundation
import RemitModel
import RemitSource
import Testing

@testable import RemitIntake

/// Large folders are read in halves; what comes out must be what reading them as a whole gives.
struct TableHalvesTests {
  /// A folder of three tables of some hundred kilobytes each. Cells hold commas, quotes and line breaks, so that a cut
  /// in the middle may fall anywhere.
  private static func folder(seed: UInt64, _ change: (inout [String: String]) -> Void = { _ in }) throws -> String {
    var random = SplitMix(seed: seed)
    let lineEnd = seed % 2 == 0 ? "\n" : "\r\n"
    var tables = [
      "posts": "id,name,reports_to", "duties": "id,title,domain,basis", "assignments": "duty,post,letter,term",
    ]
    func quoted(_ text: String) -> String { "\"" + text.replacingOccurrences(of: "\"", with: "\"\"") + "\"" }
    for row in 0..<12_000 {
      let text = ["平常的名称", "a, b", "多行\(lineEnd)名称", "说“\"引\"”", "'=1+1"].randomElement(using: &random) ?? ""
      tables["posts"]? += lineEnd + "post-\(row)," + quoted(text) + ",post-\(row / 2)" + (row == 0 ? "x" : "")
      tables["duties"]? += lineEnd + "duty-\(row),\(quoted(text)),水;气,7(1);law:\(row % 9)"
      tables["assignments"]? +=
        lineEnd + "duty-\(row),post-\(random.next() % 12_000),\(row % 2 == 0 ? "A" : "R"),\(quoted(text))"
      if row % 500 == 0 { tables["posts"]? += lineEnd }
    }
    tables["posts"] = tables["posts"]?.replacingOccurrences(of: "post-0x", with: "")
    change(&tables)
    let path = FileManager.default.temporaryDirectory.appendingPathComponent("remit-halves-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
    for (name, text) in tables { try Data(text.utf8).write(to: URL(filePath: path + "/\(name).csv")) }
    return path
  }

  /// All rows in words, with their places.
  private static func lines(_ draft: ChartDraft) -> [String] {
    func list(_ list: ChartDraft.List) -> String {
      draft[list].map { "\(draft.names[$0.value])@\($0.place.line):\($0.place.column)" }.joined(separator: ";")
    }
    var lines: [String] = []
    for row in draft.posts { lines.append("\(draft.names[row.key.value]) \(row.place) \(list(row.reportsTo))") }
    for row in draft.duties {
      lines.append("\(draft.names[row.key.value]) \(row.place) \(list(row.domains)) \(list(row.basis))")
    }
    for row in draft.assignments {
      let term = draft.localized(row.term)?.zh ?? ""
      lines.append(
        "\(draft.names[row.duty.value]) \(draft.names[row.assignee.value]) \(row.assignee.place) \(row.letter) \(term)")
    }
    return lines
  }

  private static func whole(_ folder: TableFolder, _ log: ProblemLog) throws -> ChartDraft {
    var reader = TableChartReader(words: WordReader(log: log))
    for table in folder.tables {
      let bytes = try FileBytes.contents(of: table.path, limit: FileBytes.tableLimit)
      TableIntake.read(csv: bytes, path: table.path, table.form, into: &reader, log: log)
    }
    return reader.draft
  }

  @Test func halvesMakeTheWhole() throws {
    guard Processors.available > 1 else {
      print("skipped: the process may use one core only")
      return
    }
    var uncut = 0
    for seed in UInt64(0)..<8 {
      let path = try Self.folder(seed: seed)
      defer { try? FileManager.default.removeItem(atPath: path) }
      let folder = TableFolder(path)
      let (log, own) = (ProblemLog(), ProblemLog())
      // A table whose middle lies in a cell of several lines is not cut.
      guard let halves = TableHalves.read(folder, size: folder.size, log: own)?.draft else {
        uncut += 1
        continue
      }
      let whole = try Self.whole(folder, log)
      #expect(log.isEmpty)
      #expect(log.sources == own.sources)
      let (expected, found) = (Self.lines(whole), Self.lines(halves))
      #expect(expected.count == 36_000)
      #expect(zip(expected, found).first { $0 != $1 } == nil)
      #expect(found.count == expected.count)
    }
    #expect(uncut < 5)
  }

  /// A folder with anything wrong in it is left to be read as a whole, which says what and where.
  @Test func faultsAreLeftToTheWhole() throws {
    let faults: [(String) -> String] = [
      { $0.replacingOccurrences(of: "\r\n", with: "\r") },
      { $0.replacingOccurrences(of: "duty-9000,", with: "duty-9000,extra,") },
      { $0 + "\n\"open" },
      { $0.replacingOccurrences(of: "duty-11000,", with: "duty-11000\u{7},") },
    ]
    for fault in faults {
      let path = try Self.folder(seed: 3) { $0["duties"] = $0["duties"].map(fault) }
      defer { try? FileManager.default.removeItem(atPath: path) }
      let folder = TableFolder(path)
      #expect(TableHalves.read(folder, size: folder.size, log: ProblemLog()) == nil)
    }
  }

  @Test func problemsStandWhereTheyWouldInASmallFile() throws {
    let path = try Self.folder(seed: 3) { tables in
      tables["assignments"]? += "\nduty-1,post-none,A,"
    }
    defer { try? FileManager.default.removeItem(atPath: path) }
    let text = try String(contentsOfFile: path + "/assignments.csv", encoding: .utf8)
    let line = text.utf8.reduce(into: 1) { count, byte in if byte == 10 { count += 1 } }
    do {
      _ = try ChartReader().read(path: path)
      Issue.record("a post that nobody declares was taken")
    } catch {
      let found = error.problems.map(\.description)
      #expect(
        found.contains { $0.contains("assignments.csv:\(line):post: no post or organization has the id \"post-none\"") }
      )
    }
  }
}

/// What is read together is bounded, since offsets into a chart's texts have 32 bits.
struct TableRoomTests {
  /// Rows of 19 bytes, and short ones, which take 16 all the same, since row numbers have bits for so many rows only.
  @Test(arguments: [("post-", "name number "), ("p", "n")]) func rowsBeyondTheRoomAreOneProblem(
    id: String, name: String
  ) {
    let log = ProblemLog()
    var reader = TableChartReader(words: WordReader(log: log))
    reader.room = 40
    let rows = (1...9).map { "\(id)\($0),\(name)\($0)" }
    TableIntake.read(
      csv: Array(("id,name\n" + rows.joined(separator: "\n")).utf8), path: "posts.csv", .posts, into: &reader, log: log)
    #expect(reader.draft.posts.count == 2)
    #expect(throws: Problems.self) { try log.finish() }
    do {
      try log.finish()
    } catch {
      #expect(
        error.problems.map(\.description) == ["posts.csv:4: the chart is over 3072 MiB in all; expected a smaller one"])
    }
  }
}
