import Foundation
import RemitInspection
import RemitIntake
import RemitModel
import RemitRules
import RemitSource
import Testing

@testable import RemitExport

/// Folders of CSV files as the project writes them, spoilt in seeded ways: each is read as a chart, or refused with
/// problems that lie within the files.
@Suite struct TableMutationTests {
  /// How often each chart is spoilt, in seeds that follow each other: the small one the most.
  private static let parts: [(chart: String, seeds: Range<Int>)] = [
    ("example-company.yaml", 0..<900), ("example-company.yaml", 900..<1800), ("example-county.yaml", 1800..<1900),
    ("example-county-reorganized.yaml", 1900..<2000), ("example-province.yaml", 2000..<2050),
  ]

  /// The tables of a chart that say nothing of a regulation, which would take long to read each time.
  private static func tables(of name: String) throws -> [(name: String, bytes: [UInt8])] {
    try ChartFormat.csv.files(try Files.chart(name)).compactMap { file in
      guard let name = file.name, name.hasSuffix(".csv"), name != "waivers.csv" else { return nil }
      var text = String(decoding: file.bytes, as: UTF8.self)
      guard name == "organizations.csv" else { return (name, file.bytes) }
      // Kinds that the regulation declares.
      for kind in ["organization-department", "assessment-body"] { text = text.replacing(",\(kind),", with: ",other,") }
      return (name, Array(text.utf8))
    }
  }

  @Test(arguments: parts.indices) func spoiltFoldersAreReadOrRefused(part: Int) throws {
    let (name, seeds) = Self.parts[part]
    let files = try Self.tables(of: name)
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("remit-" + UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for file in files { try Data(file.bytes).write(to: folder.appendingPathComponent(file.name)) }
    var outcomes = (charts: 0, refused: 0)
    for round in seeds {
      var random = TableRandom(state: UInt64(round))
      let spoilt = files[random.below(files.count)]
      var bytes = spoilt.bytes
      // Each way is taken, alone and with others.
      var ways = [TableMutation.allCases[round % TableMutation.allCases.count]]
      while random.below(3) == 0 { ways.append(TableMutation.allCases[random.below(TableMutation.allCases.count)]) }
      for way in ways { way.apply(&bytes, other: files[random.below(files.count)].bytes, &random) }
      let file = folder.appendingPathComponent(spoilt.name)
      try Data(bytes).write(to: file)
      defer { try? Data(spoilt.bytes).write(to: file) }
      do throws(Problems) {
        let chart = try ChartReader().read(path: folder.path)
        if round % 100 == 0 { _ = Inspector(rules: Catalogue.rules).inspect(chart) }
        outcomes.charts += 1
      } catch {
        outcomes.refused += 1
        let fault = Self.fault(of: error, spoilt: file.path, bytes)
        #expect(fault == nil, "part \(part), round \(round), \(ways) in \(spoilt.name): \(fault ?? "")")
        if fault != nil { return }
      }
    }
    // The changes do reach what they are meant to reach, and do not destroy everything.
    #expect(outcomes.charts > seeds.count / 10 && outcomes.refused > seeds.count / 4, "\(outcomes)")
  }

  /// What is wrong with how a file was refused.
  private static func fault(of error: Problems, spoilt path: String, _ bytes: [UInt8]) -> String? {
    guard !error.problems.isEmpty else { return "no problem" }
    let lines = lineCount(bytes)
    for problem in error.problems {
      let place = problem.location
      if problem.message.en.isEmpty || problem.message.zh.isEmpty { return "no words" }
      if place.line < 0 || place.column < 0 || place.column > max(bytes.count, 1000) { return "place \(place)" }
      if place.path == path, place.line > max(1, lines) {
        return "\(place) lies beyond line \(lines): \(problem.message.en)"
      }
    }
    return nil
  }

  /// Lines that end in LF, CR or CR LF, in a text of any encoding.
  private static func lineCount(_ bytes: [UInt8]) -> Int {
    bytes.count { $0 == 10 || $0 == 13 } + 1
  }
}
