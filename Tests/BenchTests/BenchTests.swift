import Foundation
import RemitInspection
import RemitIntake
import RemitModel
import RemitRules
import Testing

@testable import remit_bench

/// What the bench makes up and prints. Nothing here judges a time.
struct BenchTests {
  /// A folder that goes away with the test.
  private final class Folder {
    let url = FileManager.default.temporaryDirectory.appendingPathComponent("remit-bench-\(UUID().uuidString)")
    deinit { try? FileManager.default.removeItem(at: url) }
  }

  private func findings(_ plan: Nation.Plan) throws -> (planted: [Fault: Int], found: [Finding]) {
    let folder = Folder()
    let nation = try Nation(plan, into: folder.url)
    let reading = try ChartReader().reading(paths: [folder.url.path])
    #expect(reading.notices.isEmpty)
    let counts = Dictionary(uniqueKeysWithValues: nation.planted.map { ($0.fault, $0.count) })
    return (counts, Inspector(rules: Catalogue.rules).inspect(reading.chart))
  }

  @Test func theSamePlanGivesTheSameBytes() throws {
    for plan in [Nation.Plan(), Nation.Plan(seed: 7, isShuffled: true)] {
      let (a, b) = (Folder(), Folder())
      let (first, second) = (try Nation(plan, into: a.url), try Nation(plan, into: b.url))
      #expect(first.byteCount == second.byteCount)
      for table in TableFolder.Table.allCases {
        let name = table.rawValue + ".csv"
        let bytes = try Data(contentsOf: a.url.appendingPathComponent(name))
        #expect(try bytes == Data(contentsOf: b.url.appendingPathComponent(name)), "\(name)")
      }
    }
  }

  @Test func whatIsPlantedIsFoundAndNothingLikeItOnACleanChart() throws {
    let codes = Set(Fault.allCases.map(\.code))
    let clean = try findings(Nation.Plan(size: .M, isClean: true)).found
    #expect(clean.filter { codes.contains($0.code) }.map(\.message.en).prefix(5) == [])
    let (planted, found) = try findings(Nation.Plan(size: .M))
    #expect(planted.count == Fault.allCases.count)
    for (fault, count) in planted {
      let hits = found.count { $0.code == fault.code }
      #expect(hits >= count, "\(fault.code): \(hits) of \(count)")
    }
  }

  @Test func theOrderOfRowsChangesNoFinding() throws {
    let sorted = try findings(Nation.Plan(seed: 3)).found
    let shuffled = try findings(Nation.Plan(seed: 3, isShuffled: true)).found
    #expect(Set(sorted.map(\.fingerprint)) == Set(shuffled.map(\.fingerprint)))
    #expect(sorted.count == shuffled.count)
  }

  @Test func placesAreAsManyAsTheSizeSays() {
    let expected: [Size: Int] = [.S: 1, .M: 96, .L: 3209]
    for (size, count) in expected {
      var keys: Set<String> = []
      var names: Set<String> = []
      Sites.forEach(size) { site in
        #expect(site.upper.isEmpty || keys.contains(site.upper))
        keys.insert(site.key)
        names.insert(site.name)
      }
      #expect(keys.count == count)
      #expect(names.count == count)
    }
  }

  @Test func everythingButTimesIsTheSameInEachRun() throws {
    func rows() throws -> [String] {
      let folder = Folder()
      let nation = try Nation(Nation.Plan(), into: folder.url)
      var measurement = Measurement(nation, stages: [.intake, .facts, .rules, .kernels], runs: 1)
      try measurement.run()
      return measurement.timings.map { "\($0.group) \($0.name) \($0.result ?? -1)" }
    }
    let first = try rows()
    #expect(try rows() == first)
    #expect(first.count > 100)
  }

  @Test func everyFactIsTimed() throws {
    let folder = "Sources/Inspection/Facts"
    let words = try FileManager.default.contentsOfDirectory(atPath: folder).flatMap { name in
      try String(contentsOfFile: folder + "/" + name, encoding: .utf8).matches(of: /(?:struct|class) (\w+): Fact\b/)
        .map { String($0.1) }
    }
    #expect(words.sorted() == FactKind.all.map(\.name).sorted())
  }

  @Test func theMiddleRunCounts() {
    func timing(_ runs: [Double]) -> Timing { Timing(group: "", name: "", result: nil, milliseconds: runs) }
    #expect(timing([3, 1, 2]).median == 2)
    #expect(timing([4, 1, 2, 3]).median == 2.5)
    #expect(timing([]).median == nil)
    #expect(timing([5]).median == 5)
  }

  @Test func kernelsStandBesideTheirPeers() throws {
    let table = KernelTable([
      Timing(group: "command 5/4", name: "build", result: 4, milliseconds: [2, 1, 3]),
      Timing(group: "command 5/4", name: "build: igraph", result: 4, milliseconds: [123]),
    ]).markdown
    #expect(table.contains("| command (vertices/edges 5/4) | Remit |"))
    #expect(table.contains("| build | 2.00 | – | – | 123 |"))
  }

  @Test func theReportIsWholeAsTableAndAsJSON() throws {
    let folder = Folder()
    let plan = Nation.Plan()
    let nation = try Nation(plan, into: folder.url)
    var measurement = Measurement(nation, stages: [.intake], runs: 1)
    try measurement.run()
    let report = BenchReport(plan, nation, measurement)
    #expect(report.text.contains("freeze"))
    let object = try #require(try JSONSerialization.jsonObject(with: report.json()) as? [String: Any])
    let timings = try #require(object["timings"] as? [[String: Any]])
    #expect(timings.compactMap { $0["name"] as? String } == ["read", "freeze"])
  }
}
