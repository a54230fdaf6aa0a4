import Foundation
import Testing

/// `remit draw` as a user runs it.
struct DrawTests {
  private let county = "Graphs/charts/example-county.yaml"
  private let reorganized = "Graphs/charts/example-county-reorganized.yaml"
  private let province = "Graphs/charts/example-province.yaml"

  @Test func writesEachFormatByNameOrSuffix() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let beginnings = [
      ("svg", "svg", "<?xml"), ("dot", "gv", "digraph"), ("mermaid", "mmd", "---\ntitle:"),
      ("graphml", "graphml", "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<graphml"),
      ("json", "json", "{\n  \"format\": \"remit-picture\""), ("text", "txt", "Environmental responsibilities"),
    ]
    for (format, suffix, beginning) in beginnings {
      let printed = try Run(["draw", county, "--format", format, "--lang", "en"])
      #expect(printed.status == 0 && printed.output.hasPrefix(beginning), "\(format)")
      let file = folder.appendingPathComponent("picture.\(suffix)")
      #expect(try Run(["draw", county, "--lang", "en", "-o", file.path]).status == 0)
      #expect(try Data(contentsOf: file) == printed.bytes, "\(suffix)")
    }
    #expect(
      try Run(["draw", county, "--describe"]).bytes == Run(["draw", county, "--format", "text"]).bytes)
    let unknown = try Run(["draw", county, "-o", folder.appendingPathComponent("picture.jpeg").path])
    #expect(unknown.status == 2 && unknown.complaint.contains("mermaid"))
  }

  @Test func drawsThePartThatIsNamed() throws {
    let east = try Run(["draw", province, "--jurisdiction", "east", "--format", "json", "--lang", "en"])
    #expect(east.status == 0 && east.output.contains("jurisdiction_lake"))
    #expect(!east.output.contains("jurisdiction_ridge"))
    let audits = try Run(["draw", county, "--kind", "audit,inspect", "--format", "json", "--lang", "en"])
    #expect(audits.output.contains("\"oversight audit\"") && !audits.output.contains("oversight assess"))
    let folded = try Run(["draw", province, "--view", "oversight", "--format", "json", "--lang", "en"])
    #expect(folded.status == 0 && folded.complaint.contains("--unfold"))
    let unfolded = try Run(["draw", province, "--view", "oversight", "--unfold", "--format", "json", "--lang", "en"])
    #expect(unfolded.complaint.isEmpty && unfolded.bytes.count > 4 * folded.bytes.count)
  }

  @Test func drawsTheEvidenceOfRulesInTheViewThatShowsIt() throws {
    let cycle = try Run(["draw", reorganized, "--only", "STR001", "--describe", "--lang", "en"])
    #expect(cycle.output.contains("Chain of responsibility") && cycle.output.contains("command-cycle ×2"))
    let family = try Run(["draw", reorganized, "--only", "IND", "--describe", "--lang", "en"])
    #expect(family.output.contains("Oversight") && family.output.contains("IND003"))
  }

  @Test func saysWhatIsWrong() throws {
    let complaints = [
      (["--kind", "audits"], "audit"), (["--kind", "audit", "--view", "chain"], "--view oversight"),
      (["--level", "country"], "county"), (["--domain", "watter"], "water"),
      (["--jurisdiction", "conty"], "county"), (["--organization", "nothing-like-it"], "nothing-like-it"),
      (["--only", "STR999"], "STR999"), (["--only", "STR001", "--focus", "magistrate"], "--only"),
      (["--url", "javascript:alert({id})"], "--url"), (["--theme", "sepia"], "contrast"),
      (["--describe", "--format", "svg"], "--describe"),
    ]
    for (arguments, word) in complaints {
      let run = try Run(["draw", county] + arguments + ["--lang", "en"])
      #expect(run.status == 2 || run.status == 64, "\(arguments)")
      #expect(run.complaint.contains(word) && run.output.isEmpty, "\(arguments): \(run.complaint)")
    }
  }
}
