import Foundation
import Testing

/// The program as a user runs it: exit statuses, streams, formats, files.
struct ProgramTests {
  private let county = "Graphs/charts/example-county.yaml"
  private let reorganized = "Graphs/charts/example-county-reorganized.yaml"

  @Test func exitStatusTellsTheVerdict() throws {
    #expect(try Run(["check", county]).status == 0)
    #expect(try Run(["check", reorganized]).status == 1)
    #expect(try Run(["check", "Graphs/regulations/eco-protection-2025.yaml"]).status == 0)
    #expect(try Run(["check", "Graphs/regulations/eco-protection-2025-as-printed.yaml"]).status == 1)
    #expect(try Run(["check", reorganized, "--select", "LOD005"]).status == 0)
    #expect(try Run(["check", reorganized, "--select", "LOD005", "--fail-on", "warning"]).status == 1)
  }

  @Test(arguments: ["text", "json"]) func formatNeverChangesTheVerdict(format: String) throws {
    #expect(try Run(["check", county, "--format", format]).status == 0)
    #expect(try Run(["check", reorganized, "--format", format]).status == 1)
  }

  @Test func jsonHoldsWhatIsDocumented() throws {
    let run = try Run(["check", reorganized, "--format", "json", "--lang", "en"])
    let object = try #require(try JSONSerialization.jsonObject(with: run.bytes) as? [String: Any])
    let findings = try #require(object["findings"] as? [[String: Any]])
    #expect(findings.count >= 25)
    for finding in findings {
      for key in ["chart", "code", "name", "defect", "severity", "message", "fingerprint", "state"] {
        let text = finding[key] as? String
        #expect(text?.isEmpty == false, "\(key)")
      }
      let subjects = try #require(finding["subjects"] as? [[String: Any]])
      #expect(!subjects.isEmpty)
      for subject in subjects {
        #expect(subject["kind"] is String && subject["id"] is String && subject["name"] is String)
      }
      #expect(finding["places"] is [[String: Any]])
      #expect(finding["clauses"] is [String])
      #expect((finding["evidence"] as? [String: Any])?["links"] is [[String: Any]])
    }
  }

  @Test func theSameInputGivesTheSameBytes() throws {
    let first = try Run(["check", reorganized, "--format", "json"]).bytes
    for _ in 0..<5 { #expect(try Run(["check", reorganized, "--format", "json"]).bytes == first) }
  }

  @Test func languageIsChosenByOptionElseByLocale() throws {
    #expect(try Run(["check", reorganized, "--lang", "zh"]).output.contains("责任真空"))
    #expect(try Run(["check", reorganized, "--lang", "en"]).output.contains("Gaps"))
    #expect(try Run(["check", reorganized], environment: ["LC_ALL": "zh_CN.UTF-8"]).output.contains("责任真空"))
    #expect(try Run(["check", reorganized], environment: ["LC_ALL": "C"]).output.contains("Gaps"))
  }

  @Test func noColourOutsideATerminal() throws {
    #expect(!(try Run(["check", reorganized]).output.contains("\u{1B}")))
  }

  @Test func wrongUseIsStatusTwoAndSaysHow() throws {
    #expect(try Run(["check"]).status == 2)
    #expect(try Run(["chek", county]).status == 2)
    let select = try Run(["check", county, "--select", "ACC01"])
    #expect(select.status == 2)
    #expect(select.complaint.contains("did you mean"))
    let explain = try Run(["explain", "unacounted-duty"])
    #expect(explain.status == 2)
    #expect(explain.complaint.contains("unaccounted-duty"))
    let focus = try Run(["draw", county, "--focus", "magistrat", "--format", "dot"])
    #expect(focus.status == 2)
    #expect(focus.complaint.contains("magistrate"))
    #expect(try Run(["check", county, "--as-of", "yesterday"]).status == 2)
    #expect(try Run(["--help"]).status == 0)
    #expect(try Run(["--version"]).status == 0)
  }

  @Test func unusableInputIsStatusTwoWithEveryPlace() throws {
    let text = """
      chart: broken
      posts:
        - {id: a, reports-to: bb}
        - {id: b, nmae: B}
        - {id: a}
      """
    let run = try Run(["check", "-"], input: Data(text.utf8))
    #expect(run.status == 2)
    #expect(run.output.isEmpty)
    #expect(run.complaint.contains(":3:"))
    #expect(run.complaint.contains(":4:"))
    #expect(run.complaint.contains(":5:"))
    #expect(run.complaint.contains("name"))
    #expect(try Run(["check", "no-such-file.yaml"]).status == 2)
  }

  @Test func aFileIsWrittenWholeOrNotAtAll() throws {
    try withFolder { folder in
      let url = folder.appendingPathComponent("findings.json")
      try Data("kept".utf8).write(to: url)
      #expect(try Run(["check", "no-such-file.yaml", "--format", "json", "-o", url.path]).status == 2)
      #expect(try String(contentsOf: url, encoding: .utf8) == "kept")
      #expect(try Run(["check", reorganized, "--format", "json", "-o", url.path]).status == 1)
      #expect(try Data(contentsOf: url) == (try Run(["check", reorganized, "--format", "json"]).bytes))
      #expect(try Run(["check", county, "-o", folder.appendingPathComponent("no/such").path]).status == 2)
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["findings.json"])
    }
  }

  @Test func linksModesAndPipesSurviveOutput() throws {
    try withFolder { folder in
      let files = FileManager.default
      let target = folder.appendingPathComponent("target.txt")
      let link = folder.appendingPathComponent("link.txt")
      try Data("old".utf8).write(to: target)
      try files.setAttributes([.posixPermissions: 0o600], ofItemAtPath: target.path)
      try files.createSymbolicLink(at: link, withDestinationURL: target)
      #expect(try Run(["check", county, "-o", link.path]).status == 0)
      #expect(try files.destinationOfSymbolicLink(atPath: link.path) == target.path)
      #expect(try String(contentsOf: target, encoding: .utf8) != "old")
      #expect(try files.attributesOfItem(atPath: target.path)[.posixPermissions] as? Int == 0o600)
      #expect(try Run(["check", county, "-o", folder.path]).status == 2)
      #expect(try files.contentsOfDirectory(atPath: folder.path).sorted() == ["link.txt", "target.txt"])
      #expect(try Run(["check", county, "-o", "/dev/null"]).status == 0)
      #expect(try files.attributesOfItem(atPath: "/dev/null")[.type] as? FileAttributeType == .typeCharacterSpecial)
    }
  }

  @Test func hostileNamesDoNotReachTheTerminal() throws {
    let text =
      "chart: hostile\nposts:\n  - {id: p, name: \"\\e[31mred\\u202Egnp\\n<script>\"}\n"
      + "duties:\n  - {id: d, title: \"=cmd()|'x'\\e[2J\", responsible: p}\n"
    let run = try Run(["check", "-"], input: Data(text.utf8))
    #expect(run.status == 1)
    #expect(!run.output.contains("\u{1B}"))
    #expect(!run.output.contains("\u{202E}"))
    let matrix = try Run(["matrix", "-", "--format", "html"], input: Data(text.utf8))
    #expect(!matrix.output.contains("<script>"))
    let csv = try Run(["matrix", "-", "--format", "csv"], input: Data(text.utf8))
    #expect(csv.output.contains("'=cmd()"))
  }
}
