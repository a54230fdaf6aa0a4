import Foundation
import RemitReports
import RemitRules
import Testing

/// What the commands write, held to golden files that `REMIT_RECORD=1` writes anew, and to the README.
struct ReportTests {
  static let cases: [(name: String, arguments: [String])] = [
    ("check-zh.txt", ["check", "Graphs/charts/example-county-reorganized.yaml", "--lang", "zh"]),
    ("check-en.txt", ["check", "Graphs/charts/example-county-reorganized.yaml", "--lang", "en"]),
    (
      "check-printed.json",
      [
        "check", "Graphs/regulations/eco-protection-2025-as-printed.yaml", "--format", "json", "--lang", "en",
      ]
    ),
    ("matrix-company.txt", ["matrix", "Graphs/charts/example-company.yaml", "--lang", "en"]),
    ("matrix-company.md", ["matrix", "Graphs/charts/example-company.yaml", "--format", "markdown", "--lang", "en"]),
    (
      "matrix-company.csv",
      ["matrix", "Graphs/charts/example-company.yaml", "--format", "csv", "--by", "post", "--lang", "zh"]
    ),
    ("matrix-company.html", ["matrix", "Graphs/charts/example-company.yaml", "--format", "html", "--lang", "zh"]),
    (
      "trace-role.txt",
      ["trace", "Graphs/regulations/eco-protection-2025.yaml", "--post", "sector-head", "--lang", "zh"]
    ),
    ("trace-clause.txt", ["trace", "Graphs/charts/example-county.yaml", "--clause", "13", "--lang", "zh"]),
    ("trace-domain.txt", ["trace", "Graphs/charts/example-county.yaml", "--domain", "water", "--lang", "en"]),
    (
      "init-county.yaml",
      [
        "init", "--against", "eco-protection-2025", "--level", "county", "--name", "示例县", "--lang", "zh",
      ]
    ),
    ("explain.txt", ["explain", "ACC001", "--lang", "zh"]),
  ]

  @Test(arguments: cases.map(\.name)) func writesWhatItWrote(name: String) throws {
    let arguments = try #require(Self.cases.first { $0.name == name }).arguments
    let run = try Run(arguments)
    #expect(run.status < 2, "\(run.complaint)")
    let url = Project.root.appendingPathComponent("Tests/CommandTests/Golden/\(name)")
    if Project.records { try run.bytes.write(to: url) }
    let golden = try Data(contentsOf: url)
    #expect(run.bytes == golden, "\(name) has changed: record it anew if that is on purpose")
  }

  @Test func theReadmeHoldsTheTableOfRules() throws {
    #expect(try Project.text("README.md").contains(RuleReports.markdown(Catalogue.rules)))
  }

  /// Each block of the README marked `console` shows a command and, beneath, a part of what it really prints.
  @Test func theReadmeShowsRealOutput() throws {
    let readme = try Project.text("README.md")
    var blocks = 0
    for part in readme.components(separatedBy: "```console\n").dropFirst() {
      let block = part.components(separatedBy: "\n```")[0].components(separatedBy: "\n")
      let command = try #require(block.first)
      #expect(command.hasPrefix("$ remit "))
      let run = try Run(command.dropFirst(8).split(separator: " ").map(String.init))
      let printed = Set(run.output.components(separatedBy: "\n").map { $0.trimmingCharacters(in: .whitespaces) })
      for line in block.dropFirst() where line != "…" && !line.isEmpty {
        #expect(printed.contains(line.trimmingCharacters(in: .whitespaces)), "\(command): \(line)")
      }
      blocks += 1
    }
    #expect(blocks > 0)
  }

  @Test func everyDutyOfTheRegulationTraces() throws {
    let chart = try Project.read("Graphs/regulations/eco-protection-2025.yaml")
    let trace = Trace(chart)
    for duty in chart.duties.ids {
      let text = trace.text(duty: duty, .english)
      #expect(!text.contains("does not reach"), "\(text)")
      #expect(!text.contains("nobody"), "\(text)")
      #expect(text.contains("clause"), "\(text)")
    }
    for clause in chart.regulations[0].clauses {
      #expect(trace.text(clause: clause.number, of: 0, .english) != nil)
    }
  }
}
