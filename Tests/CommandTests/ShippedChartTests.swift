import Foundation
import RemitInspection
import Testing

/// Every shipped chart and regulation finds just what its file in `Graphs/charts/expected` says: state, code and all
/// subjects, one finding a line. `REMIT_RECORD=1` writes the files anew.
struct ShippedChartTests {
  @Test(arguments: Project.files)
  func findsWhatIsExpected(file: String) throws {
    let findings = Project.check(try Project.read(file))
    let lines = findings.map { finding in
      ([finding.state.word, finding.severity.rawValue, finding.code] + finding.subjects.map(\.key))
        .joined(separator: " ")
    }
    let name = URL(fileURLWithPath: file).deletingPathExtension().lastPathComponent
    let url = Project.root.appendingPathComponent("Graphs/charts/expected/\(name).txt")
    let text = lines.map { $0 + "\n" }.joined()
    if Project.records { try Data(text.utf8).write(to: url) }
    let expected = try String(contentsOf: url, encoding: .utf8).split(separator: "\n").map(String.init)
    for line in Set(expected).subtracting(lines).sorted() { Issue.record("not found: \(line)") }
    for line in Set(lines).subtracting(expected).sorted() { Issue.record("not expected: \(line)") }
    #expect(lines.count == expected.count)
  }

  @Test(arguments: ["example-county", "example-province", "example-company"])
  func cleanChartsHaveNothingAboveANote(name: String) throws {
    let findings = Project.check(try Project.read("Graphs/charts/\(name).yaml"))
    #expect(findings.filter { $0.state == .open && $0.severity > .note }.map(\.message.en) == [])
  }

  @Test func theReorganizedCountyHasDefectsOfEveryFamily() throws {
    let findings = Project.check(try Project.read("Graphs/charts/example-county-reorganized.yaml"))
    let open = findings.filter { $0.state == .open }
    #expect(open.count >= 25)
    #expect(Set(open.map { String($0.code.prefix(3)) }) == Set(Rule.Family.allCases.map(\.rawValue)))
    #expect(findings.contains { $0.state.word == "waived" })
    #expect(findings.contains { $0.state.word == "suppressed" })
  }

  @Test func fingerprintsAreUniqueWithinAChart() throws {
    for file in Project.files {
      let prints = Project.check(try Project.read(file)).map(\.fingerprint)
      #expect(Set(prints).count == prints.count, "\(file)")
    }
  }

  /// The marks `# planted: CODE …` in the chart say which rules its faults break.
  @Test func everyPlantedCodeIsFoundAndNoOther() throws {
    let file = "Graphs/charts/example-county-reorganized.yaml"
    let text = try Project.text(file)
    var planted: Set<String> = []
    for line in text.split(separator: "\n") {
      guard let mark = line.range(of: "# planted:") else { continue }
      for word in line[mark.upperBound...].split(whereSeparator: { !$0.isLetter && !$0.isNumber }) {
        if word.count == 6, Set(Rule.Family.allCases.map(\.rawValue)).contains(String(word.prefix(3))) {
          planted.insert(String(word))
        }
      }
    }
    let found = Set(Project.check(try Project.read(file)).filter { $0.state == .open }.map(\.code))
    #expect(planted.sorted() == found.sorted())
  }
}
