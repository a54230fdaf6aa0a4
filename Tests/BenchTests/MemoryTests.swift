import Foundation
import Testing

/// A process that works on does not grow.
struct MemoryTests {
  /// What a hundred rounds may hold more than twenty, in bytes: for our own work 13 kB for each of the eighty, of which
  /// any chart takes more. Graphviz 2.43 itself keeps edges of its layout, some 80 to 250 kB for such a picture.
  private static func margin(_ work: Substring) -> Int { work == "draws" ? 80 << 18 : 1 << 20 }

  @Test func aHundredChecksDrawsAndConversionsHoldNoMoreThanTwenty() throws {
    let process = Process()
    let folder = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
    process.executableURL = folder.appendingPathComponent("remit-bench")
    process.arguments = ["--memory", "Graphs/charts/example-county-reorganized.yaml", "--rounds", "100"]
    process.currentDirectoryURL = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let text = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    let rows = text.matches(of: /(\w+) (\d+) bytes after 20 rounds, (\d+) after 100/)
    #expect(rows.map { String($0.1) } == ["checks", "draws", "conversions"])
    for row in rows {
      let (early, late) = (try #require(Int(row.2)), try #require(Int(row.3)))
      #expect(late - early < Self.margin(row.1), "\(row.1): from \(early) to \(late) bytes")
    }
  }
}
