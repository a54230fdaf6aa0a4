import Foundation
import RemitIntake
import RemitModel
import RemitReports
import Testing

@testable import RemitWorkbook

/// Names that nobody should give, and charts that are large.
struct MatrixWorkbookHostileTests {
  private func chart(_ yaml: String, in folder: URL) throws -> Chart {
    let path = folder.path + "/chart.yaml"
    try Data(yaml.utf8).write(to: URL(fileURLWithPath: path))
    return try ChartReader().read(path: path)
  }

  /// A text as JSON, which YAML reads too.
  private func quoted(_ text: String) throws -> String {
    String(decoding: try JSONEncoder().encode(text), as: UTF8.self)
  }

  @Test func hostileNamesAreTexts() throws {
    let names = [
      "=cmd()", "+1", "-1+1", "@SUM(A1)", "a\"b'c<d>&e", "two\nlines\r\nand\ttabs", "\u{202E}right\u{2066}left\u{200F}",
      String(repeating: "长", count: 40_000), "e" + String(repeating: "\u{301}", count: 40_000), "_x0041_", "A", "R/A",
      "Sheet!1", "  ", "http://example.org", "★", "n/a", "'", "same", "same",
    ]
    var yaml = "chart: hostile\ntitle: \(try quoted(names[7]))\njurisdictions:\n"
    yaml += "  - {id: j, name: \(try quoted(names[6])), level: county}\n  - {id: k, name: \"!\", level: township}\n"
    yaml += "organizations:\n  - {id: o, name: \(try quoted(names[0])), jurisdiction: j}\nposts:\n"
    for (index, name) in names.enumerated() {
      yaml += "  - {id: p\(index), name: \(try quoted(name)), organization: o}\n"
    }
    yaml += "duties:\n"
    for (index, name) in names.enumerated() {
      yaml += "  - {id: d\(index), title: \(try quoted(name)), jurisdiction: j, accountable: p\(index), "
      yaml += "domain: [\(try quoted(index < 7 ? names[index] : "x"))], consulted: [p\((index + 1) % names.count)]}\n"
    }
    try withFolder { folder throws in
      let chart = try chart(yaml, in: folder)
      for language in Language.allCases {
        let bytes = try Matrix(chart, by: .duty).workbook(Project.check(chart), language)
        let path = folder.path + "/hostile.xlsx"
        try Data(bytes).write(to: URL(fileURLWithPath: path))
        let archive = try ZipArchive(path: path, limits: WorkbookLimits())
        for sheet in 1...3 {
          let xml = String(decoding: try archive.contents(of: "xl/worksheets/sheet\(sheet).xml"), as: UTF8.self)
          #expect(!xml.contains("<f>"))
        }
        let strings = String(decoding: try archive.contents(of: "xl/sharedStrings.xml"), as: UTF8.self)
        #expect(strings.contains(">=cmd()<") && !strings.contains("\u{202E}"))
        let styles = String(decoding: try archive.contents(of: "xl/styles.xml"), as: UTF8.self)
        #expect(styles.contains("quotePrefix=\"1\""))
        // Whatever the names are, each letter is there again or a problem tells why not.
        do throws(Problems) {
          let again = try ChartReader().read(path: path)
          #expect(again.assignments.ids.count == chart.assignments.ids.count)
        } catch {
          #expect(!error.problems.isEmpty)
        }
      }
    }
  }

  @Test func aLargeMatrixStaysUsable() throws {
    var yaml = "chart: large\njurisdictions: [{id: j, level: county}]\norganizations:\n"
    for index in 0..<50 { yaml += "  - {id: o\(index), name: 示例单位\(index), jurisdiction: j}\n" }
    yaml += "posts:\n"
    for index in 0..<500 { yaml += "  - {id: p\(index), name: 岗位\(index), organization: o\(index / 10)}\n" }
    yaml += "duties:\n"
    for index in 0..<300 {
      let posts = (0..<5).map { "p\((index * 7 + $0 * 97) % 500)" }
      yaml += "  - {id: d\(index), title: 职责\(index), jurisdiction: j, accountable: \(posts[0]), "
      yaml +=
        "responsible: [\(posts[1])], supports: [\(posts[2])], consulted: [\(posts[3])], informed: [\(posts[4])]}\n"
    }
    try withFolder { folder throws in
      let chart = try chart(yaml, in: folder)
      let bytes = try Matrix(chart, by: .duty).workbook(nil, .chinese)
      let path = folder.path + "/large.xlsx"
      try Data(bytes).write(to: URL(fileURLWithPath: path))
      let again = try ChartReader().read(path: path)
      #expect(again.assignments.ids.count == 1500 && again.posts.ids.count == 500)
      let archive = try ZipArchive(path: path, limits: WorkbookLimits())
      let xml = String(decoding: try archive.contents(of: "xl/worksheets/sheet1.xml"), as: UTF8.self)
      #expect(xml.contains("topLeftCell=\"C6\"") && xml.contains("<mergeCell ref=\"C4:L4\"/>"))
      #expect(xml.contains("fitToWidth=\"7\""))
    }
  }

  @Test func theProgramWritesOne() throws {
    try withFolder { folder throws in
      let path = folder.path + "/m.xlsx"
      let chart = "Graphs/charts/example-company.yaml"
      #expect(try Run(["matrix", chart, "-o", path, "--lang", "en"]).status == 0)
      let bytes = try Data(contentsOf: URL(fileURLWithPath: path))
      for output in [["-o", "-"], []] {
        let run = try Run(["matrix", chart, "--format", "xlsx", "--lang", "en"] + output)
        #expect(run.status == 0 && run.bytes == bytes)
      }
      #expect(try Run(["check", path]).status == 0)
      #expect(try Run(["matrix", path, "-o", path]).status == 2)
      #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == bytes)
      let refused = try Run(["matrix", chart, "-o", folder.path + "/m.xls", "--lang", "en"])
      #expect(refused.status == 2 && refused.complaint.contains("names no format"))
      #expect(try Run(["matrix", chart, "-o", folder.path + "/m.md"]).status == 0)
      #expect(try String(contentsOfFile: folder.path + "/m.md", encoding: .utf8).hasPrefix("| id |"))
    }
  }
}
