import Foundation
import RemitRules
import Testing

/// Settings files, baselines and schemas as a user of the program meets them.
struct SettingsCommandTests {
  private static let chart = """
    chart: workshop
    posts:
      - {id: foreman}
      - {id: fitter, reports-to: foreman}
    duties:
      - {id: safety, responsible: fitter}
      - {id: stock, accountable: foreman, responsible: fitter}

    """

  private func write(_ files: [String: String], in folder: URL) throws {
    for (name, text) in files {
      let url = folder.appendingPathComponent(name)
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: url)
    }
  }

  /// The codes of open findings in a run's JSON.
  private func open(_ run: Run) throws -> Set<String> {
    let object = try #require(try JSONSerialization.jsonObject(with: run.bytes) as? [String: Any])
    let findings = try #require(object["findings"] as? [[String: Any]])
    return Set(findings.filter { $0["state"] as? String == "open" }.compactMap { $0["code"] as? String })
  }

  private func check(_ arguments: String...) throws -> Run {
    try Run(["check"] + arguments + ["--format", "json", "--lang", "en"])
  }

  @Test func theFileBesideTheChartHoldsForIt() throws {
    try withFolder { folder in
      let chart = folder.appendingPathComponent("chart.yaml").path
      try write(["chart.yaml": Self.chart], in: folder)
      #expect(try check(chart).status == 1)
      try write(["remit.yaml": "rules: {unaccounted-duty: warning}\n"], in: folder)
      #expect(try check(chart).status == 0)
      #expect(try check(folder.path).status == 0)
      #expect(try check(chart, "--fail-on", "warning").status == 1)
      #expect(try check(chart, "--no-config").status == 1)
      #expect(try Run(["check", "-"], input: Data(Self.chart.utf8)).status == 1)
      let config = folder.appendingPathComponent("remit.yaml").path
      #expect(try Run(["check", "-", "--config", config], input: Data(Self.chart.utf8)).status == 0)
      #expect(try check(chart, "--config", config, "--no-config").status == 2)
    }
  }

  @Test func everyChartHasItsOwnFile() throws {
    try withFolder { folder in
      let paths = ["a/chart.yaml", "b/chart.yaml"].map { folder.appendingPathComponent($0).path }
      try write(
        ["a/chart.yaml": Self.chart, "b/chart.yaml": Self.chart, "a/remit.yaml": "rules: {ACC001: off}\n"], in: folder)
      #expect(try check(paths[0]).status == 0)
      #expect(try check(paths[1]).status == 1)
      #expect(try check(paths[0], paths[1]).status == 1)
      try write(["b/remit.yaml": "fail-on: error\nrules: {ACC001: note}\n"], in: folder)
      #expect(try check(paths[0], paths[1]).status == 0)
    }
  }

  @Test func theCommandLineGoesFirst() throws {
    try withFolder { folder in
      let chart = folder.appendingPathComponent("chart.yaml").path
      try write(["chart.yaml": Self.chart, "remit.yaml": "select: [STR]\nignore: [LOD]\nfail-on: note\n"], in: folder)
      #expect(try open(check(chart)).allSatisfy { $0.hasPrefix("STR") })
      let selected = try open(check(chart, "--select", "ACC,LOD"))
      #expect(selected.contains("ACC001") && !selected.contains { $0.hasPrefix("LOD") })
      #expect(try !open(check(chart, "--select", "ACC", "--ignore", "ACC001")).contains("ACC001"))
      #expect(try check(chart, "--select", "ACC001", "--fail-on", "error").status == 1)
    }
  }

  @Test func faultySettingsAreStatusTwoWithEveryPlace() throws {
    try withFolder { folder in
      let chart = folder.appendingPathComponent("chart.yaml").path
      let text =
        "fail-on: worst\nrules: {LOD005: {limit: 0}, ACC01: off}\nwithin: [{organization: bureau, rules: {}}]\n"
      try write(["chart.yaml": Self.chart, "remit.yaml": text], in: folder)
      let run = try check(chart)
      #expect(run.status == 2 && run.output.isEmpty)
      for place in ["remit.yaml:1:10:", "remit.yaml:2:25:", "remit.yaml:2:29:", "remit.yaml:3:25:"] {
        #expect(run.complaint.contains(place), "\(run.complaint)")
      }
      #expect(run.complaint.contains("from 1 to 1000"))
      #expect(run.complaint.contains("did you mean \"ACC001\"?"))
      #expect(try check(chart, "--config", folder.path + "/none.yaml").status == 2)
    }
  }

  @Test func drawingsObeyTheSettings() throws {
    try withFolder { folder in
      let chart = folder.appendingPathComponent("chart.yaml").path
      try write(["chart.yaml": Self.chart, "remit.yaml": "ignore: [ACC001]\n"], in: folder)
      let arguments = ["draw", chart, "--view", "duties", "--findings", "--format", "dot"]
      #expect(!(try Run(arguments).output.contains("ACC001")))
      #expect(try Run(arguments + ["--no-config"]).output.contains("ACC001"))
    }
  }

  @Test func aBaselineHidesNothingNew() throws {
    try withFolder { folder in
      let chart = folder.appendingPathComponent("chart.yaml").path
      let baseline = folder.appendingPathComponent("baseline.txt").path
      try write(["chart.yaml": Self.chart], in: folder)
      let written = try check(chart, "--write-baseline", baseline)
      #expect(written.status == 0)
      #expect(written.complaint.contains("written to the baseline"))
      let text = try String(contentsOfFile: baseline, encoding: .utf8)
      #expect(text.hasPrefix("# remit baseline 1\n") && !text.contains(folder.path))
      #expect(try check(chart, "--baseline", baseline, "--fail-on", "note").status == 0)
      #expect(try open(check(chart, "--baseline", baseline)).isEmpty)
      #expect(try check(chart, "--baseline", baseline, "--strict-baseline").status == 0)

      try write(["chart.yaml": "\n\n" + Self.chart + "  - {id: noise, responsible: fitter}\n"], in: folder)
      #expect(try check(chart, "--baseline", baseline).status == 1)
      #expect(try open(check(chart, "--baseline", baseline)).contains("ACC001"))
      #expect(try check(chart, "--baseline", baseline, "--write-baseline", baseline).status == 0)
      #expect(try check(chart, "--baseline", baseline).status == 0)
    }
  }

  @Test func aStrictBaselineFailsForWhatIsFixed() throws {
    try withFolder { folder in
      let chart = folder.appendingPathComponent("chart.yaml").path
      let baseline = folder.appendingPathComponent("baseline.txt").path
      try write(["chart.yaml": Self.chart], in: folder)
      #expect(try check(chart, "--write-baseline", baseline).status == 0)
      let mended = Self.chart.replacing("{id: safety, ", with: "{id: safety, accountable: foreman, ")
      try write(["chart.yaml": mended], in: folder)
      #expect(try check(chart, "--baseline", baseline).status == 0)
      let strict = try check(chart, "--baseline", baseline, "--strict-baseline")
      #expect(strict.status == 1)
      #expect(strict.complaint.contains("already fixed: ACC001 unaccounted-duty workshop duty:safety"))
      // What was not looked for is not fixed.
      #expect(try check(chart, "--baseline", baseline, "--strict-baseline", "--ignore", "ACC001").status == 0)
      try write(["remit.yaml": "rules: {ACC001: off}\n"], in: folder)
      #expect(try check(chart, "--baseline", baseline, "--strict-baseline").status == 0)
    }
  }

  @Test func sarifTellsKnownFindingsFromNewOnes() throws {
    try withFolder { folder in
      let chart = folder.appendingPathComponent("chart.yaml").path
      let baseline = folder.appendingPathComponent("baseline.txt").path
      try write(["chart.yaml": Self.chart], in: folder)
      #expect(try check(chart, "--write-baseline", baseline).status == 0)
      try write(["chart.yaml": Self.chart + "  - {id: noise, responsible: fitter}\n"], in: folder)
      let run = try Run(["check", chart, "--baseline", baseline, "--format", "sarif"])
      let log = try #require(try JSONSerialization.jsonObject(with: run.bytes) as? [String: Any])
      let results = try #require((log["runs"] as? [[String: Any]])?.first?["results"] as? [[String: Any]])
      #expect(Set(results.compactMap { $0["baselineState"] as? String }) == ["new", "unchanged"])
    }
  }

  @Test func wrongUseOfBaselinesIsStatusTwo() throws {
    try withFolder { folder in
      let chart = folder.appendingPathComponent("chart.yaml").path
      let bad = folder.appendingPathComponent("bad.txt").path
      try write(["chart.yaml": Self.chart, "bad.txt": "# remit baseline 1\nnonsense\n"], in: folder)
      #expect(try check(chart, "--strict-baseline").status == 2)
      #expect(try check(chart, "--write-baseline", "-").status == 2)
      #expect(try check(chart, "--baseline", folder.path + "/none").status == 2)
      #expect(try check(chart, "--write-baseline", folder.path + "/no/such").status == 2)
      #expect(try check(chart, "--write-baseline", folder.path + "/./chart.yaml").status == 2)
      #expect(try check(chart, "--write-baseline", folder.path + "/new.txt", "--watch").status == 2)
      #expect(try check(chart, "--baseline", bad, "-o", bad).status == 2)
      let run = try check(chart, "--baseline", bad)
      #expect(run.status == 2 && run.complaint.contains("bad.txt:2:1:"))
      try write(["chart.yaml": "chart: [\n"], in: folder)
      #expect(try check(chart, "--write-baseline", folder.path + "/new.txt").status == 2)
      #expect(!FileManager.default.fileExists(atPath: folder.path + "/new.txt"))
    }
  }

  @Test(arguments: ["chart", "regulation", "settings", "map"]) func schemasArePrinted(file: String) throws {
    let english = try Run(["schema", file, "--lang", "en"])
    let chinese = try Run(["schema", file, "--lang", "zh"])
    #expect(english.status == 0 && chinese.status == 0 && english.bytes != chinese.bytes)
    let object = try #require(try JSONSerialization.jsonObject(with: chinese.bytes) as? [String: Any])
    #expect(object["$defs"] is [String: Any])
    #expect(try Run(["schema", "nothing"]).status == 2)
  }

  @Test func rulesAsJSONSayWhatMayBeSet() throws {
    let run = try Run(["rules", "--format", "json"])
    let rules = try #require(try JSONSerialization.jsonObject(with: run.bytes) as? [[String: Any]])
    #expect(rules.compactMap { $0["code"] as? String } == Catalogue.rules.map(\.code))
    for (rule, known) in zip(rules, Catalogue.rules) {
      #expect(rule["name"] as? String == known.name)
      #expect(rule["scope"] as? String == known.scope.rawValue)
      #expect(rule["severity"] as? String == known.severity.rawValue)
      #expect(rule["defect"] as? String == known.defect.rawValue)
      let settings = try #require(rule["settings"] as? [[String: Any]])
      #expect(settings.map { $0["key"] as? String } == known.settings.map(\.key))
      #expect(settings.map { $0["default"] as? Double } == known.settings.map(\.standard))
      #expect(settings.map { $0["minimum"] as? Double } == known.settings.map(\.range.lowerBound))
      #expect(settings.map { $0["maximum"] as? Double } == known.settings.map(\.range.upperBound))
    }
  }
}
