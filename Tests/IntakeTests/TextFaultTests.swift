import Foundation
import RemitIntake
import RemitSource
import Testing

@Suite struct TextFaultTests {
  static let texts: [Fault] = [
    Fault("⟦⟧", "the file is empty"),
    Fault("⟦⟧# nothing but a comment\n", "the file is empty"),
    Fault("⟦⟧---\n", "the file is empty"),
    Fault("chart: c\nposts: [a, b\n⟦⟧", "no valid YAML: while parsing a flow sequence"),
    Fault("chart: c\n title⟦⟧: t\n", "no valid YAML"),
    Fault("chart: c\n  \tx⟦⟧: 1", "no valid YAML"),
    Fault("chart: c\ntitle: ⟦*⟧name", "no anchor \"name\""),
    Fault("chart: c\nposts: &all [⟦*all⟧]", "no alias inside its own value"),
    Fault("chart: c\nposts: [{id: &mayor a, name: ⟦*mayr⟧}]", "no anchor \"mayr\"", suggestion: "mayor"),
    Fault("chart: c\ntitle: ⟦!!binary⟧ aGk=", "the tag \"tag:yaml.org,2002:binary\" means nothing here"),
    Fault("chart: c\ntitle: ⟦!secret⟧ x", "the tag \"!secret\" means nothing here"),
    Fault("chart: c\n---\n⟦chart⟧: d", "a second chart in one file"),
    Fault("chart: c\nagainst: [r]\n---\n⟦regulation⟧: r\n", "a regulation after the chart"),
    Fault("regulation: ⟦r⟧\n---\nchart: c\n", "the regulation \"r\" is not named by the chart"),
    Fault("regulation: r\n---\nregulation: ⟦s⟧\n", "several regulations without a chart"),
    Fault("chart: c\ntitle: a⟦\0⟧b\n", "a control character"),
    Fault("chart: 县⟦\u{7}⟧b\n", "a control character"),
  ]

  @Test(arguments: Self.texts) func textsAreChecked(_ fault: Fault) { fault.check() }

  @Test func byteOrderMarkAndWindowsLineEndsAreFine() throws {
    let chart = try chart("\u{FEFF}chart: c\r\nposts:\r\n  - id: a\r\n")
    #expect(chart.posts.key.values == ["a"])
    #expect(problems(of: "\u{FEFF}chart: c\r\nx: 1\r\n").first?.location.description == "chart.yaml:2:1")
    #expect(problems(of: "\u{FEFF}chat: c\r\n").first?.location.description == "chart.yaml:1:1")
  }

  @Test(
    arguments: [
      ([0x63, 0x0A, 0xE5, 0x8E, 0xBF, 0xFF], 2, 2), ([0xC0, 0x80], 1, 1), ([0x61, 0xED, 0xA0, 0x80], 1, 2),
      ([0xF4, 0x90, 0x80, 0x80], 1, 1), ([0x61, 0xE5, 0x8E], 1, 2), ([0x0D, 0x0A, 0x0D, 0x80], 3, 1),
    ] as [([UInt8], Int, Int)])
  func invalidUTF8(_ bytes: [UInt8], _ line: Int, _ column: Int) throws {
    try inTemporaryFolder { folder in
      let path = folder + "/chart.yaml"
      try Data(bytes).write(to: URL(fileURLWithPath: path))
      let found = problems(reading: [path])
      #expect(found.map(\.location) == [Location(path: path, line: line, column: column)])
      #expect(found.first?.message.en.contains("expected a file in UTF-8") == true)
    }
  }

  @Test func utf16IsNamed() throws {
    try inTemporaryFolder { folder in
      let path = folder + "/chart.yaml"
      try Data([0xFF, 0xFE, 0x61, 0]).write(to: URL(fileURLWithPath: path))
      #expect(problems(reading: [path]).first?.message.en == "the file is in UTF-16; expected UTF-8")
    }
  }

  @Test func filesThatAreNone() throws {
    try inTemporaryFolder { folder in
      #expect(problems(reading: [folder + "/none.yaml"]).map(\.description) == ["\(folder)/none.yaml: no such file"])
      #expect(
        problems(reading: [folder]).map(\.description) == [
          "\(folder): a folder without a chart.yaml or tables such as posts.csv"
        ])
      #expect(problems(reading: []).first?.message.en.hasPrefix("no file is given") == true)
      try "chart: c".write(toFile: folder + "/chart.yaml", atomically: true, encoding: .utf8)
      let chart = try ChartReader().read(path: folder)
      #expect(chart.sources.documents.map(\.path) == [folder + "/chart.yaml"])
    }
  }

  @Test func tooLargeAFile() {
    #expect(
      problems(reading: ["/dev/zero"]).map(\.description) == [
        "/dev/zero: the file is over 64 MiB; expected a smaller one, or several"
      ])
  }
}

/// Runs with a new folder that is removed afterwards.
func inTemporaryFolder<Result>(_ body: (String) throws -> Result) throws -> Result {
  let folder = FileManager.default.temporaryDirectory.path + "/remit-" + UUID().uuidString
  try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(atPath: folder) }
  return try body(folder)
}
