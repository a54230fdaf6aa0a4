import Foundation
import Testing

/// A process that works on does not grow.
struct MemoryTests {
  /// What a hundred rounds may hold more than twenty, in bytes. Losing 13 kB in each round would show.
  private static let margin = 1 << 20

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
      #expect(late - early < Self.margin, "\(row.1): from \(early) to \(late) bytes")
    }
  }
}
