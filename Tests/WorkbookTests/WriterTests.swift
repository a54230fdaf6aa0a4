import Foundation
import Testing

@testable import RemitWorkbook

@Suite("Written workbooks")
struct WriterTests {
  private func write(_ random: RandomSheet, on sheet: SheetID, _ writer: inout WorkbookWriter) throws {
    let style = CellStyle().with { $0.isBold = true }
    for (key, cell) in random.cells.sorted(by: { ($0.key.row, $0.key.column) < ($1.key.row, $1.key.column) }) {
      let place = CellPlace(row: key.row, column: key.column)
      let value: CellValue =
        switch cell.value {
        case .text: .text(cell.text)
        case .number(let number): .number(number)
        case .flag(let flag): .flag(flag)
        case .day(let year, let month, let day): .day(WorkbookDay(year: year, month: month, day: day))
        }
      try writer.write(value, at: place, on: sheet, key.row % 3 == 0 ? style : CellStyle())
    }
  }

  @Test(arguments: 0..<60)
  func roundTrips(seed: Int) throws {
    let folder = Folder()
    let sheets = (0..<3).map { RandomSheet(seed: UInt64(seed * 3 + $0)) }
    for name in ["a.xlsx", "b.xlsx"] {
      var writer = try WorkbookWriter(path: folder.file(name))
      for (index, random) in sheets.enumerated() {
        let sheet = try writer.addSheet("表\(index)", visibility: index == 1 ? .veryHidden : .visible)
        try write(random, on: sheet, &writer)
      }
      try writer.close()
    }
    #expect(folder.names == ["a.xlsx", "b.xlsx"])
    #expect(
      FileManager.default.contents(atPath: folder.file("a.xlsx"))
        == FileManager.default.contents(atPath: folder.file("b.xlsx")))
    var reader = try WorkbookReader(path: folder.file("a.xlsx"))
    #expect(reader.sheets.map(\.name) == ["表0", "表1", "表2"])
    #expect(reader.sheets.map(\.visibility) == [.visible, .veryHidden, .visible])
    for (index, random) in sheets.enumerated() {
      let read = try reader.all(index)
      #expect(read.rows == random.rows)
      #expect(read.report.refusals.count == 0)
    }
  }

  /// The text of a part of a workbook.
  private func part(_ name: String, of path: String) throws -> String {
    String(decoding: try ZipArchive(path: path, limits: WorkbookLimits()).contents(of: name), as: UTF8.self)
  }

  @Test func textsStayTexts() throws {
    let folder = Folder()
    var writer = try WorkbookWriter(path: folder.file())
    let sheet = try writer.addSheet("甲")
    let texts = [
      "=HYPERLINK(\"http://example.org\")", "+1", "-1", "@a", "\tx", "\rx", "'x", "＝1", "plain", "http://example.org",
      "mailto:a@example.org", "internal:Sheet1!A1", "{=1}", "",
    ]
    let red = CellStyle().with { $0.fill = CellColour(0xFF0000) }
    for (index, text) in texts.enumerated() {
      try writer.write(.text(text), at: CellPlace(row: index + 1, column: 1), on: sheet)
      try writer.write(.text(text), at: CellPlace(row: index + 1, column: 2), on: sheet, red)
    }
    try writer.close()
    let xml = try part("xl/worksheets/sheet1.xml", of: folder.file())
    #expect(!xml.contains("<f>"))
    #expect(!xml.contains("hyperlink"))
    let styles = try part("xl/styles.xml", of: folder.file())
    #expect(!styles.contains("readingOrder"))
    // Formats: plain, red, and both with a prefix, in the order in which they were used.
    #expect(styles.components(separatedBy: "quotePrefix=\"1\"").count == 3)
    for row in 1...texts.count - 1 {
      let isQuoted = row <= 8
      #expect(xml.contains(isQuoted ? "<c r=\"A\(row)\" s=\"1\" t=\"s\">" : "<c r=\"A\(row)\" t=\"s\">"), "\(row)")
      #expect(xml.contains("<c r=\"B\(row)\" s=\"\(isQuoted ? 2 : 3)\" t=\"s\">"), "\(row)")
    }
  }

  @Test func whatDoesNotFitIsAnError() throws {
    let folder = Folder()
    let old = Data("old".utf8)
    try old.write(to: URL(fileURLWithPath: folder.file()))
    try tryWhatDoesNotFit(folder)
    #expect(folder.names == ["book.xlsx"])
    #expect(FileManager.default.contents(atPath: folder.file()) == old)
  }

  /// The writer is given up in the end.
  private func tryWhatDoesNotFit(_ folder: Folder) throws {
    var writer = try WorkbookWriter(path: folder.file())
    let sheet = try writer.addSheet("甲")
    let a1 = CellPlace(row: 1, column: 1)
    let range = CellRange(a1, CellPlace(row: 2, column: 2))
    func fault(_ value: CellValue, row: Int = 1, column: Int = 1) -> WorkbookFault? {
      faultOf { try writer.write(value, at: CellPlace(row: row, column: column), on: sheet) }
    }
    #expect(fault(.text(String(repeating: "长", count: 32_767))) == nil)
    #expect(fault(.text(String(repeating: "x", count: 32_768))) == .textTooLong(units: 32_768, bound: 32_767))
    #expect(fault(.text(String(repeating: "😀", count: 16_384))) == .textTooLong(units: 32_768, bound: 32_767))
    #expect(fault(.number(.nan)) == .unwritable(.number))
    #expect(fault(.number(-.infinity)) == .unwritable(.number))
    for (year, month, day) in [(1900, 2, 28), (1900, 2, 29), (2026, 2, 29), (2026, 13, 1), (10_000, 1, 1), (0, 0, 0)] {
      #expect(
        fault(.day(WorkbookDay(year: year, month: month, day: day)))
          == .unwritable(.day(year: year, month: month, day: day)))
    }
    for (row, column) in [(0, 1), (1, 0), (1_048_577, 1), (1, 16_385), (.max, .min)] {
      #expect(fault(.blank, row: row, column: column) == .unwritable(.outsideSheet(row: row, column: column)))
    }
    #expect(fault(.flag(true), row: 1_048_576, column: 16_384) == nil)
    #expect(faultOf { try writer.merge(range, .text("x"), on: sheet) } == nil)
    let other = CellRange(CellPlace(row: 2, column: 2), CellPlace(row: 3, column: 3))
    #expect(faultOf { try writer.merge(other, .blank, on: sheet) } == .unwritable(.overlappingMerge("B2:C3")))
    #expect(faultOf { try writer.define("岗位 表", range, on: sheet) } == .unwritable(.definedName("岗位 表")))
    #expect(faultOf { try writer.define("岗位", range, on: sheet) } == nil)
    #expect(faultOf { try writer.define("岗位", range, on: sheet) } == .unwritable(.definedName("岗位")))
    let long = String(repeating: "x", count: 256)
    var rule = InputRule(.list(["a,b"]))
    #expect(faultOf { try writer.restrict(range, rule, on: sheet) } == .unwritable(.list))
    rule = InputRule(.any)
    rule.prompt = .init(title: "", text: long)
    #expect(faultOf { try writer.restrict(range, rule, on: sheet) } == .textTooLong(units: 256, bound: 255))
    var print = PrintSetup()
    print.header = long
    #expect(faultOf { try writer.setPrinting(print, on: sheet) } == .textTooLong(units: 256, bound: 255))
  }

  @Test func needsASheetThatPeopleSee() throws {
    let folder = Folder()
    #expect(faultOf { try WorkbookWriter(path: folder.file()).close() } == .noSuchSheet(""))
    let isRefused = faultOf {
      var writer = try WorkbookWriter(path: folder.file())
      _ = try writer.addSheet("甲", visibility: .hidden)
      try writer.close()
    }
    #expect(isRefused == .noSuchSheet(""))
    #expect(folder.names == [])
    #expect(faultOf { _ = try WorkbookWriter(path: folder.path) } == .notAFile)
    #expect(faultOf { _ = try WorkbookWriter(path: folder.path + "/no/x.xlsx") } == .system(code: ENOENT))
  }

  @Test func opensAtTheFirstVisibleSheet() throws {
    let folder = Folder()
    var writer = try WorkbookWriter(path: folder.file())
    _ = try writer.addSheet("藏", visibility: .hidden)
    _ = try writer.addSheet("深藏", visibility: .veryHidden)
    _ = try writer.addSheet("见")
    try writer.close()
    let xml = try part("xl/workbook.xml", of: folder.file())
    #expect(xml.contains("firstSheet=\"2\" activeTab=\"2\""), "\(xml)")
    #expect(xml.contains("<sheet name=\"深藏\" sheetId=\"2\" state=\"veryHidden\" r:id=\"rId2\"/>"))
  }

  @Test func everythingAtOnce() throws {
    let folder = Folder()
    try Showcase.write(to: folder.file())
    let xml = try part("xl/worksheets/sheet1.xml", of: folder.file())
    for piece in [
      "<mergeCell ref=\"A1:F1\"/>", "<formula1>\"A,R,S,C,I\"</formula1>", "<formula1>'选项'!$A$1:$A$40</formula1>",
      "errorStyle=\"warning\"", "<formula>\"A\"</formula>", "<formula>LEN(TRIM(A3))=0</formula>",
      "<autoFilter ref=\"A2:F10\"/>", "state=\"frozen\"",
      "paperSize=\"9\" fitToHeight=\"0\" orientation=\"landscape\"", "&amp;C示例县 R&amp;&amp;D",
      "tabColor rgb=\"FF4472C4\"",
      "<sheetProtection sheet=\"1\"", "<legacyDrawing r:id=", "promptTitle=\"责任字母\"", "hidden=\"1\"",
    ] { #expect(xml.contains(piece), "\(piece)") }
    let workbook = try part("xl/workbook.xml", of: folder.file())
    for piece in ["单位名单", "_xlnm.Print_Titles", "_xlnm.Print_Area", "_xlnm._FilterDatabase", "state=\"veryHidden\""] {
      #expect(workbook.contains(piece), "\(piece)")
    }
    #expect(try part("docProps/core.xml", of: folder.file()).contains("2026-06-30T00:00:00Z"))
    var reader = try WorkbookReader(path: folder.file())
    let sheet = try reader.all()
    #expect(sheet[3] == ["第3岗位", "C", "4.5", "2026-03-28", "false", "=SUM(3,1)"])
    #expect(sheet.report.hiddenColumns == [7...8])
    #expect(sheet.report.hiddenRows == [12...12])
    #expect(sheet.report.merges.map(\.description) == ["A1:F1"])
  }

  @Test func sheetNames() {
    var names = SheetNames()
    #expect(names.claim("岗位/职务[1]:*?\\") == "岗位_职务_1_____")
    #expect(names.claim("'引'") == "引")
    #expect(names.claim("") == "Sheet")
    #expect(names.claim("  ") == "Sheet (2)")
    #expect(names.claim("history") == "history_")
    #expect(names.claim("Posts") == "Posts")
    #expect(names.claim("POSTS") == "POSTS (2)")
    #expect(names.claim("posts") == "posts (3)")
    #expect(names.claim(String(repeating: "长", count: 40)) == String(repeating: "长", count: 31))
    #expect(names.claim(String(repeating: "长", count: 40)) == String(repeating: "长", count: 27) + " (2)")
    #expect(names.claim(String(repeating: "😀", count: 40)) == String(repeating: "😀", count: 15))
    #expect(names.claim(String(repeating: "x", count: 30) + "''") == String(repeating: "x", count: 30))
    #expect(names.claim("e" + String(repeating: "\u{301}", count: 100)).utf16.count <= 31)
    #expect(names.claim("a\u{0}\nb\u{FFFF}") == "a__b_")
    #expect(SheetNames.quoted("a'b") == "'a''b'")
  }

  @Test func widths() {
    #expect(ColumnWidth.columns("岗位ab") == 6)
    #expect(ColumnWidth.fitting(["a"]) == 6)
    #expect(ColumnWidth.fitting(["负总责的岗位"]) > 12)
    #expect(ColumnWidth.fitting([String(repeating: "长", count: 500)]) == 60)
    #expect(ColumnWidth.lines(of: "一二三四五\n六", width: 7) == 3)
    #expect(ColumnWidth.lines(of: "", width: 0) == 1)
  }

  @Test(arguments: [
    ("岗位", true), ("_x", true), ("Duties.2026", true), ("", false), ("A1", false), ("xfd7", false), ("R1C1", false),
    ("r", false), ("C", false), ("1a", false), ("a b", false), ("a-b", false), ("ABCD1", true), ("roles", true),
  ])
  func definedNames(name: String, isValid: Bool) { #expect(DefinedName.isValid(name) == isValid) }
}
