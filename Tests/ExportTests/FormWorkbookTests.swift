import Foundation
import RemitIntake
import RemitModel
import Testing

@testable import RemitExport
@testable import RemitWorkbook

/// The workbook that people fill in is a form, not bare tables.
@Suite struct FormWorkbookTests {
  /// The parts of the form of a county, by name.
  private static func parts(_ language: Language) throws -> [String: String] {
    let test = BlankChartTests.Case(regulation: "eco-protection-2025", level: .county, language: language)
    let bytes = try BlankChartTests.blank(test).files(.xlsx)[0].bytes
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("remit-\(UUID().uuidString).xlsx")
    defer { try? FileManager.default.removeItem(at: file) }
    try Data(bytes).write(to: file)
    let archive = try ZipArchive(path: file.path, limits: WorkbookLimits())
    var parts: [String: String] = [:]
    for index in 0..<UInt64(archive.limits.entries) {
      let name = archive.name(index)
      if name.isEmpty { break }
      try archive.parse(name, XMLHandler(part: name, limits: archive.limits))
      parts[name] = String(decoding: try archive.contents(of: name), as: UTF8.self)
    }
    return parts
  }

  private static func matches(_ text: String, _ pattern: String) throws -> [String] {
    let expression = try NSRegularExpression(pattern: pattern)
    return expression.matches(in: text, range: NSRange(text.startIndex..., in: text)).compactMap {
      Range($0.range, in: text).map { String(text[$0]) }
    }
  }

  @Test(arguments: Language.allCases) func sheetsAreInOrder(language: Language) throws {
    let book = try #require(try Self.parts(language)["xl/workbook.xml"])
    let names = try Self.matches(book, "<sheet name=\"[^\"]*\"").map { $0.dropFirst(13).dropLast() }
    let chinese: [Substring] = [
      "填表说明", "基本信息", "行政区", "单位", "岗位", "任职", "职责", "责任分工", "监督关系", "不相容职责", "豁免", "法规要求", "选项",
    ]
    let english: [Substring] = [
      "How to", "Chart", "Jurisdictions", "Organizations", "Posts", "Holders", "Duties", "Assignments", "Oversight",
      "Conflicts", "Waivers", "Requirements", "Lists",
    ]
    #expect(names == (language == .chinese ? chinese : english))
    #expect(try Self.matches(book, "<sheet [^>]*state=\"hidden\"").count == 1)
  }

  @Test(arguments: Language.allCases) func everyTableIsGuarded(language: Language) throws {
    let parts = try Self.parts(language)
    for (index, form) in FormTable.all.enumerated() {
      let sheet = try #require(parts["xl/worksheets/sheet\(index + 2).xml"])
      #expect(sheet.contains("<sheetProtection "), "\(form.name)")
      for allowed in ["insertRows", "deleteRows", "sort", "autoFilter", "formatColumns", "formatRows"] {
        #expect(sheet.contains("\(allowed)=\"0\""), "\(form.name) \(allowed)")
      }
      #expect(!sheet.contains("password"))
      #expect(sheet.contains("state=\"frozen\"") && sheet.contains("<autoFilter "))
      #expect(sheet.contains("fitToHeight=\"0\"") && sheet.contains("orientation=\"landscape\""))
      #expect(sheet.contains("paperSize=\"9\"") && sheet.contains("<headerFooter>"))
      // One rule for each column, down to the last row that has room.
      let rules = try Self.matches(sheet, "<dataValidation [^>]*>")
      #expect(rules.count == form.columns.count, "\(form.name)")
      #expect(rules.allSatisfy { $0.contains(":") && $0.contains("prompt=") })
    }
  }

  @Test func listsAreOffered() throws {
    let parts = try Self.parts(.chinese)
    func rule(_ table: String, _ column: String) throws -> String {
      let index = try #require(FormTable.all.firstIndex { $0.name == table })
      let number = try #require(FormTable.all[index].number(of: column))
      let sheet = try #require(parts["xl/worksheets/sheet\(index + 2).xml"])
      let letter = CellPlace.letters(number)
      let all = try Self.matches(sheet, "<dataValidation [^>]*sqref=\"\(letter)2:[^>]*>(<formula1>[^<]*</formula1>)?")
      return try #require(all.first)
    }
    #expect(try rule("assignments", "letter").contains("\"A,R,S,C,I\""))
    #expect(try rule("organizations", "kind").contains("组织部门"))
    #expect(try rule("posts", "role").contains("党委主要负责人"))
    #expect(try rule("posts", "status").contains("有效,空缺,撤销,草案"))
    #expect(try rule("holders", "post").contains("OFFSET('岗位'!$A$2"))
    #expect(try rule("assignments", "duty").contains("OFFSET('职责'!$A$2"))
    #expect(try rule("assignments", "post").contains("OFFSET('选项'!"))
    #expect(try rule("assignments", "lead").contains("是,否"))
    // Several ids in a cell must not be refused.
    #expect(!(try rule("oversight", "of").contains("showErrorMessage")))
    #expect(!(try rule("posts", "in_charge_of").contains("showErrorMessage")))
  }

  @Test func onlyHeadingsAreLocked() throws {
    let parts = try Self.parts(.chinese)
    let styles = try #require(parts["xl/styles.xml"])
    let section = try #require(try Self.matches(styles, "<cellXfs.*</cellXfs>").first)
    let formats = section.components(separatedBy: "<xf ").dropFirst().map { $0.contains("locked=\"0\"") }
    let posts = try #require(parts["xl/worksheets/sheet6.xml"])
    for row in try Self.matches(posts, "<row [^>]*>.*?</row>") {
      let isHeading = row.hasPrefix("<row r=\"1\"")
      for cell in try Self.matches(row, "<c r=\"[A-Z]+[0-9]+\" s=\"[0-9]+\"") {
        let style = try #require(Int(cell.components(separatedBy: "s=\"")[1].dropLast()))
        #expect(formats[formats.startIndex + style] == !isHeading, "\(cell)")
      }
    }
    #expect(try Self.matches(posts, "<col [^>]*max=\"16384\"[^>]*style=\"[0-9]+\"").count == 1)
  }

  @Test func notesHaveTheClauses() throws {
    let notes = try Self.parts(.chinese).filter { $0.key.hasPrefix("xl/comments") }.map(\.value).joined()
    for text in ["第七条：政府主要负责人", "第六条第(一)项：党委主要负责人", "第十三条：督察", "法规没有写明，请核对"] {
      #expect(notes.contains(text), "\(text)")
    }
  }

  private typealias Rows = (table: String, rows: [[String]])

  /// A row of a table for each word of each of its lists.
  private static func rows(_ words: FormWords) -> [Rows] {
    func each(_ list: FormList, _ row: (Int, String) -> [String]) -> [[String]] {
      (words.lists[list] ?? []).enumerated().map { row($0.offset, $0.element) }
    }
    let isChinese = words.language == .chinese
    return [
      ("chart", [[isChinese ? "编号" : "chart", "c"], [isChinese ? "法规" : "against", "eco-protection-2025"]]),
      ("jurisdictions", each(.levels) { ["j\($0)", "", $1, ""] }),
      ("organizations", each(.kinds) { ["o\($0)", "", $1, "j3"] }),
      (
        "posts",
        each(.roles) { ["p\($0)", "", "o0", $1] } + each(.statuses) { ["s\($0)", "", "o0", "", "", "", $1] }
      ),
      ("holders", each(.flags) { ["p\($0)", "甲", "2024-01-01", "", $1] }),
      (
        "duties",
        each(.dutyStatuses) { ["d\($0)", "", "", "", "", $1] } + each(.risks) { ["r\($0)", "", "", "", "", "", $1] }
      ),
      ("assignments", each(.letters) { ["d0", "p\($0)", $1, "", ""] }),
      ("oversight", each(.linkKinds) { [$1, "o1", "p1;p2"] }),
      ("conflicts", [["x", "d0;r0", "1"]]),
      ("waivers", [["eco-protection-2025", "11", "j3", "理由", "某人", "2027-12-31"]]),
    ]
  }

  /// Headings and words of the form are those that readers know, for each table.
  @Test(arguments: Language.allCases) func rowsThatAreAddedAreRead(language: Language) throws {
    let test = BlankChartTests.Case(regulation: "eco-protection-2025", level: .county, language: language)
    let words = FormWords(try BlankChartTests.blank(test))
    for list in FormList.allCases { #expect(!(words.lists[list] ?? []).isEmpty, "\(list)") }
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("remit-\(UUID().uuidString).xlsx")
    defer { try? FileManager.default.removeItem(at: file) }
    var writer = try WorkbookWriter(path: file.path)
    for (name, rows) in Self.rows(words) {
      let form = try #require(FormTable.named(name))
      let sheet = try writer.addSheet(form.sheet[language])
      for (row, texts) in ([form.columns.map { $0.title(language) }] + rows).enumerated() {
        for (column, text) in texts.enumerated() where !text.isEmpty {
          try writer.write(.text(text), at: CellPlace(row: row + 1, column: column + 1), on: sheet)
        }
      }
    }
    try writer.close()
    var options = ChartReader.Options()
    options.searchRoots = [Files.root.path]
    let chart = try ChartReader(options: options).read(path: file.path)
    #expect(Set(chart.organizations.kind.values.map(\.word)).isSuperset(of: OrganizationKind.known))
    #expect(chart.posts.role.values.compactMap { $0 }.count == words.lists[.roles]?.count)
    #expect(Set(chart.posts.status.values) == Set(Status.allCases))
    #expect(Set(chart.oversight.kind.values) == Set(LinkKind.allCases))
    #expect(chart.tenures.acting.values == [true, false])
    #expect(chart.waivers.ids.count == 1 && chart.conflicts.ids.count == 1)
  }
}
