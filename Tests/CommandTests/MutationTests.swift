import Dispatch
import Foundation
import RemitInspection
import RemitIntake
import RemitModel
import RemitReports
import RemitRules
import Synchronization
import Testing

/// A thousand seeded mutations of the shipped files: whatever they hold, `check` reads and inspects them, or tells what
/// is wrong, and never crashes.
struct MutationTests {
  @Test func mutatedFilesNeverCrash() throws {
    let texts = try Project.files.map { (path: $0, bytes: Array(try Project.text($0).utf8)) }
    let rounds = 1000
    let outcomes = Mutex((charts: 0, refused: 0))
    DispatchQueue.concurrentPerform(iterations: rounds) { round in
      var generator = SeededGenerator(seed: UInt64(round))
      let source = texts[round % texts.count]
      var bytes = source.bytes
      for _ in 0..<Int.random(in: 1...4, using: &generator) { Mutation.random(&generator).apply(&bytes, &generator) }
      let text = String(decoding: bytes, as: UTF8.self)
      do throws(Problems) {
        let chart = try ChartReader().read(text: text, path: Project.path(source.path))
        let findings = Inspector(rules: Catalogue.rules).inspect(chart)
        _ = FindingsText(language: round % 2 == 0 ? .chinese : .english).report(findings, on: chart)
        outcomes.withLock { $0.charts += 1 }
      } catch {
        if error.problems.isEmpty { Issue.record("round \(round): refused without a problem") }
        outcomes.withLock { $0.refused += 1 }
      }
    }
    let (charts, refused) = outcomes.withLock { $0 }
    #expect(charts + refused == rounds)
    #expect(charts > 0 && refused > 0)
  }

  /// Bytes that are not UTF-8 reach the reader only through files.
  @Test func mutatedBytesInFilesNeverCrash() throws {
    let bytes = Array(try Project.text(Project.files[3]).utf8)
    try withFolder { folder in
      for round in 0..<20 {
        var generator = SeededGenerator(seed: UInt64(1_000_000 + round))
        var mutated = bytes
        for _ in 0..<3 { Mutation.flip.apply(&mutated, &generator) }
        let url = folder.appendingPathComponent("chart.yaml")
        try Data(mutated).write(to: url)
        let run = try Run(["check", url.path])
        #expect([0, 1, 2].contains(run.status), "round \(round): \(run.complaint)")
      }
    }
  }
}

/// One way to spoil a file.
private enum Mutation: CaseIterable {
  case flip, cut, double, swap, truncate, splice

  static func random(_ generator: inout SeededGenerator) -> Mutation {
    allCases.randomElement(using: &generator) ?? .flip
  }

  func apply(_ bytes: inout [UInt8], _ generator: inout SeededGenerator) {
    guard !bytes.isEmpty else { return }
    var lines = bytes.split(separator: 10, omittingEmptySubsequences: false).map(Array.init)
    let a = Int.random(in: lines.indices, using: &generator)
    let b = Int.random(in: lines.indices, using: &generator)
    switch self {
    case .flip:
      for _ in 0..<Int.random(in: 1...5, using: &generator) {
        bytes[Int.random(in: bytes.indices, using: &generator)] ^= 1 << UInt8.random(in: 0...7, using: &generator)
      }
      return
    case .cut: lines.remove(at: a)
    case .double: lines.insert(lines[a], at: a)
    case .swap: lines.swapAt(a, b)
    case .truncate: lines.removeLast(lines.count - a)
    case .splice: lines[a] = Array(lines[a].prefix(lines[a].count / 2) + lines[b].suffix(lines[b].count / 2))
    }
    bytes = Array(lines.joined(separator: [10]))
  }
}
