import Foundation
import RemitIntake
import RemitModel
import Testing

@testable import RemitExport

/// What is written is read as the same chart.
@Suite struct RoundTripTests {
  @Test(arguments: Files.charts) func chartsOfTheHouseSurviveYAML(name: String) throws {
    let chart = try Files.chart(name)
    let text = try ChartFormat.yaml.text(chart)
    let again = try ChartReader().read(text: text, path: Files.path(of: name))
    #expect(difference(ChartText.lines(chart), ChartText.lines(again)) == "")
    #expect(try ChartFormat.yaml.text(again) == text)
  }

  @Test(arguments: 0..<8) func randomChartsSurviveYAML(part: Int) throws {
    if !Readers.knowTerms, part == 0 { print("random charts have no terms: the reader does not know them yet") }
    for seed in UInt64(part * 120)..<UInt64(part * 120 + 120) {
      let chart = RandomChart.make(seed: seed, Readers.knowTerms ? [.blanks, .terms] : .blanks)
      let text = try ChartFormat.yaml.text(chart)
      guard let again = Self.compare(chart, seed, text, { try ChartReader().read(text: text, path: "chart.yaml") })
      else { return }
      #expect(try ChartFormat.yaml.text(again) == text)
    }
  }

  @Test(arguments: [ChartFormat.csv, .sqlite, .xlsx]) func chartsOfTheHouseSurviveTables(format: ChartFormat) throws {
    guard Readers.know(format) else { return print("the reader does not know the form \(format) yet") }
    let names = Files.charts
    for name in names {
      let chart = try Files.chart(name)
      let again = try Readers.written(chart, format) { path throws(Problems) in
        var options = ChartReader.Options()
        options.searchRoots = [Files.root.path]
        return try ChartReader(options: options).read(path: path)
      }
      #expect(difference(ChartText.lines(chart), ChartText.lines(again)) == "")
    }
  }

  @Test(arguments: [ChartFormat.csv, .sqlite, .xlsx], 0..<4) func randomChartsSurviveTables(
    format: ChartFormat, part: Int
  ) throws {
    guard Readers.know(format) else { return }
    for seed in UInt64(10_000 + part * 50)..<UInt64(10_050 + part * 50) {
      let chart = RandomChart.make(seed: seed, .terms)
      let text = try ChartFormat.yaml.text(chart)
      let again = Self.compare(chart, seed, text) {
        try Readers.written(chart, format) { path throws(Problems) in try ChartReader().read(path: path) }
      }
      guard again != nil else { return }
    }
  }

  /// The chart as it is read again; nil, after a report, where it is not the same.
  private static func compare(_ chart: Chart, _ seed: UInt64, _ text: String, _ read: () throws -> Chart) -> Chart? {
    do {
      let again = try read()
      let difference = difference(ChartText.lines(chart), ChartText.lines(again))
      if difference.isEmpty { return again }
      Issue.record("seed \(seed):\n\(difference)\n\(text.prefix(3000))")
    } catch {
      Issue.record("seed \(seed): \(error)\n\(text.prefix(3000))")
    }
    return nil
  }
}

/// What the reader at hand can read.
enum Readers {
  static let knowTerms: Bool = {
    let text = "chart: c\nposts: [{id: p}]\nduties: [{id: d, accountable: {post: p, term: t}}]\n"
    return (try? ChartReader().read(text: text, path: "chart.yaml")) != nil
  }()

  static func know(_ format: ChartFormat) -> Bool {
    let text = "chart: c\nposts: [{id: p}]\n"
    guard let chart = try? ChartReader().read(text: text, path: "chart.yaml") else { return false }
    let again = try? written(chart, format) { path throws(Problems) in try ChartReader().read(path: path) }
    return again?.posts.key.values == ["p"]
  }

  /// What is read of a chart that is written to a folder of its own.
  static func written(
    _ chart: Chart, _ format: ChartFormat, _ read: (_ path: String) throws(Problems) -> Chart
  ) throws -> Chart {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("remit-export-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    var path = folder
    for file in try format.files(chart) {
      path = folder.appendingPathComponent(file.name ?? "chart." + format.rawValue)
      try Data(file.bytes).write(to: path)
    }
    return try read(format.isFolder ? folder.path : path.path)
  }
}
