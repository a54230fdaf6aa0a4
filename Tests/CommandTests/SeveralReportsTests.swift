import Foundation
import RemitReports
import Testing

/// `--format` and `-o`: several reports in one run.
struct SeveralReportsTests {
  private let county = "Graphs/charts/example-county.yaml"
  private let reorganized = "Graphs/charts/example-county-reorganized.yaml"

  @Test(arguments: ReportFormat.allCases.map(\.rawValue)) func formatNeverChangesTheVerdict(format: String) throws {
    #expect(try Run(["check", county, "--format", format]).status == 0)
    #expect(try Run(["check", reorganized, "--format", format]).status == 1)
    #expect(try Run(["check", reorganized, "--select", "LOD005", "--format", format]).status == 0)
    #expect(
      try Run(["check", reorganized, "--select", "LOD005", "--format", format, "--fail-on", "warning"]).status == 1)
  }

  @Test func oneRunWritesThemAll() throws {
    try withFolder { folder in
      let sarif = folder.appendingPathComponent("out.sarif").path
      let junit = folder.appendingPathComponent("a=b.xml").path
      let all = try Run([
        "check", reorganized, "--format", "text", "--format", "sarif=\(sarif)", "--format", "junit=\(junit)",
      ])
      #expect(all.status == 1)
      #expect(all.bytes == (try Run(["check", reorganized]).bytes))
      #expect(
        try Data(contentsOf: URL(fileURLWithPath: sarif))
          == (try Run(["check", reorganized, "--format", "sarif"]).bytes))
      #expect(
        try Data(contentsOf: URL(fileURLWithPath: junit))
          == (try Run(["check", reorganized, "--format", "junit"]).bytes))
      let quiet = try Run(["check", reorganized, "--format", "sarif=\(sarif)"])
      #expect(quiet.status == 1 && quiet.output.isEmpty)
      let json = folder.appendingPathComponent("f.json").path
      let both = try Run(["check", reorganized, "--format", "json", "--format", "csv=\(junit)", "-o", json])
      #expect(both.status == 1 && both.output.isEmpty)
      #expect(
        try Data(contentsOf: URL(fileURLWithPath: json)) == (try Run(["check", reorganized, "--format", "json"]).bytes))
      #expect(
        try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() == ["a=b.xml", "f.json", "out.sarif"])
    }
  }

  @Test func ifOneCannotBeWrittenNoneIs() throws {
    try withFolder { folder in
      let kept = folder.appendingPathComponent("kept.sarif")
      try Data("kept".utf8).write(to: kept)
      let fresh = folder.appendingPathComponent("fresh.csv").path
      let lost = folder.appendingPathComponent("no/such/j.xml").path
      let run = try Run([
        "check", reorganized, "--format", "text", "--format", "sarif=\(kept.path)", "--format", "csv=\(fresh)",
        "--format",
        "junit=\(lost)",
      ])
      #expect(run.status == 2)
      #expect(run.complaint.contains(lost))
      #expect(run.output.isEmpty)
      #expect(try String(contentsOf: kept, encoding: .utf8) == "kept")
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["kept.sarif"])
    }
  }

  @Test func wrongTargetsAreRefusedBeforeAnythingIsRead() throws {
    try withFolder { folder in
      let path = folder.appendingPathComponent("x").path
      let chart = folder.appendingPathComponent("chart.yaml")
      try Data("chart: c\nposts: [{id: p}]\n".utf8).write(to: chart)
      func complaint(_ arguments: [String]) throws -> String {
        let run = try Run(["check", chart.path, "--lang", "en"] + arguments)
        #expect(run.status == 2, "\(arguments)")
        #expect(run.output.isEmpty)
        return run.complaint
      }
      #expect(try complaint(["--format", "sraif"]).contains("did you mean “sarif”"))
      #expect(try complaint(["--format", "sraif=\(path)"]).contains("did you mean “sarif”"))
      #expect(try complaint(["--format", "zzzzzzzz"]).contains("markdown"))
      #expect(try complaint(["--format", "json="]).contains("names no file"))
      #expect(try complaint(["--format", "json", "--format", "text"]).contains("standard output takes one"))
      #expect(try complaint(["--format", "json=\(path)", "--format", "csv=\(folder.path)/./x"]).contains("one file"))
      #expect(try complaint(["--format", "json=\(path)", "-o", path]).contains("nothing is left"))
      #expect(try complaint(["--format", "json", "--format", "csv=\(path)", "-o", path]).contains("one file"))
      #expect(try complaint(["-o", chart.path]).contains("overwrite"))
      #expect(try complaint(["--limit", "-1"]).contains("--limit"))
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["chart.yaml"])
    }
  }

  @Test func standardOutputIsLimitedAndFilesAreNot() throws {
    let duties = (1...60).map { "  - {id: d\($0), responsible: p}" }.joined(separator: "\n")
    try withFolder { folder in
      let chart = folder.appendingPathComponent("chart.yaml")
      try Data("chart: c\nposts: [{id: p}]\nduties:\n\(duties)\n".utf8).write(to: chart)
      func shown(_ arguments: [String]) throws -> Int {
        let output = folder.appendingPathComponent("out").path
        let run = try Run(
          ["check", chart.path, "--select", "ACC001", "--lang", "en"] + arguments.map { $0 == "OUT" ? output : $0 })
        let text = run.output.isEmpty ? try String(contentsOfFile: output, encoding: .utf8) : run.output
        return text.components(separatedBy: "error ACC001").count - 1
      }
      #expect(try shown([]) == 50)
      #expect(try shown(["--limit", "3"]) == 3)
      #expect(try shown(["--limit", "0"]) == 0)
      #expect(try shown(["--limit", "1000"]) == 60)
      #expect(try shown(["-o", "OUT"]) == 60)
      #expect(try shown(["-o", "OUT", "--limit", "3"]) == 3)
    }
  }
}
