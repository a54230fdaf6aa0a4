import Foundation
import Testing

/// Files beside the charts: which settings hold, and what no option may overwrite.
struct SettingsFilesTests {
  private static let chart = "chart: c\nposts: [{id: p}]\nduties:\n  - {id: d, responsible: p}\n"

  private func write(_ files: [String: String], in folder: URL) throws {
    for (name, text) in files {
      let url = folder.appendingPathComponent(name)
      try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: url)
    }
  }

  private func check(_ arguments: String...) throws -> Run { try Run(["check", "--lang", "en"] + arguments) }

  @Test func partsOfOneChartShareOneSettingsFile() throws {
    try withFolder { folder in
      let path = folder.path
      try write(
        [
          "a/duties.yaml": Self.chart, "b/more.yaml": "duties:\n  - {id: e, responsible: p}\n",
          "b/remit.yaml": "rules: {ACC001: off}\n",
        ], in: folder)
      let parts = ["--together", path + "/a/duties.yaml", path + "/b/more.yaml"]
      let both = try Run(["check", "--lang", "en", "--select", "ACC001"] + parts)
      #expect(both.status == 0, "\(both.complaint)")
      try write(["a/remit.yaml": "rules: {ACC001: note}\n"], in: folder)
      let two = try Run(["check", "--lang", "en", "--select", "ACC001"] + parts)
      #expect(two.status == 2 && two.output.isEmpty)
      #expect(two.complaint.contains("two settings files for one chart"))
      #expect(two.complaint.contains("choose one with --config"))
      #expect(try Run(["check", "--config", path + "/b/remit.yaml", "--select", "ACC001"] + parts).status == 0)
      #expect(try Run(["check", "--no-config", "--select", "ACC001"] + parts).status == 1)
    }
  }

  @Test func nothingThatIsReadIsOverwritten() throws {
    try withFolder { folder in
      let chart = folder.appendingPathComponent("chart.yaml").path
      let settings = folder.appendingPathComponent("remit.yaml").path
      let other = folder.appendingPathComponent("other.yaml").path
      let baseline = folder.appendingPathComponent("baseline.txt").path
      let texts = ["chart.yaml": Self.chart, "remit.yaml": "fail-on: note\n", "other.yaml": "fail-on: note\n"]
      try write(texts, in: folder)
      for file in [chart, settings] {
        let run = try check(chart, "--write-baseline", file)
        #expect(run.status == 2 && run.complaint.contains("which is read"), "\(file)")
      }
      #expect(try check(chart, "--config", other, "--write-baseline", other).status == 2)
      #expect(try check(chart, "-o", settings).status == 2)
      #expect(try check(chart, "--config", other, "-o", other).status == 2)
      let shared = try check(chart, "--write-baseline", baseline, "--format", "json=" + baseline)
      #expect(shared.status == 2 && shared.complaint.contains("go to one file"))
      #expect(!FileManager.default.fileExists(atPath: baseline))
      for (name, text) in texts {
        #expect(try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8) == text)
      }
      #expect(try check(chart, "--write-baseline", baseline).status == 0)
      #expect(try check(chart, "--baseline", baseline, "-o", baseline).status == 2)
      #expect(try check(chart, "--baseline", baseline, "--write-baseline", baseline).status == 0)
    }
  }

  @Test func standardInputIsReadOnce() throws {
    let input = Data(Self.chart.utf8)
    for options in [["--config", "-"], ["--baseline", "-"]] {
      let run = try Run(["check", "-"] + options, input: input)
      #expect(run.status == 2 && run.complaint.contains("only once"))
    }
    try withFolder { folder in
      try write(["chart.yaml": Self.chart], in: folder)
      let chart = folder.appendingPathComponent("chart.yaml").path
      #expect(try Run(["check", chart, "--config", "-"], input: Data("rules: {gap: off}\n".utf8)).status == 2)
      let settings = Data("select: [ACC001]\nrules: {ACC001: warning}\n".utf8)
      #expect(try Run(["check", chart, "--config", "-"], input: settings).status == 0)
      let watched = try check(chart, "--watch", "--config", "-")
      #expect(watched.status == 2 && watched.complaint.contains("--watch needs files"))
      #expect(try check(chart, "--watch", "--write-baseline", folder.path + "/b").status == 2)
    }
  }

  @Test func eachChartFailsByItsOwnSettingsInEveryFormat() throws {
    try withFolder { folder in
      let strict = folder.appendingPathComponent("a/chart.yaml").path
      let mild = folder.appendingPathComponent("b/chart.yaml").path
      let settings = "select: [ACC001]\nrules: {ACC001: warning}\n"
      try write(
        [
          "a/chart.yaml": Self.chart, "a/remit.yaml": settings + "fail-on: warning\n", "b/chart.yaml": Self.chart,
          "b/remit.yaml": settings,
        ], in: folder)
      let run = try check(strict, mild, "--format", "junit")
      #expect(run.status == 1)
      #expect(run.output.components(separatedBy: "<failure").count == 2)
      #expect(try check(mild, "--format", "junit").status == 0)
    }
  }
}
