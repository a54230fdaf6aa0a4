import Foundation
import Testing

@testable import RemitWorkbook

@Suite("Annotated workbooks")
struct AnnotatorTests {
  private func mark(
    _ sheet: String, _ row: Int, _ column: Int, _ level: CellMark.Level = .error, _ text: String = "错"
  ) -> CellMark {
    CellMark(sheet: sheet, place: CellPlace(row: row, column: column), level: level, text: text)
  }

  private let annotator = WorkbookAnnotator(author: "示例")

  /// Annotates a fixture and hands on the new workbook's parts by name.
  private func annotate(
    _ fixture: Fixture, _ marks: [CellMark], adding added: AddedSheet? = nil
  ) throws -> [String: String] {
    let folder = Folder()
    try fixture.write(to: folder.file())
    _ = try annotator.annotate(folder.file(), marks: marks, adding: added, to: folder.file("out.xlsx"))
    #expect(folder.names == ["book.xlsx", "out.xlsx"])
    return try Parts.texts(of: folder.file("out.xlsx"))
  }

  @Test func everythingElseStays() throws {
    let folder = Folder()
    try Showcase.write(to: folder.file())
    let marks = [
      mark("岗位", 3, 1), mark("岗位", 3, 6, .warning), mark("岗位", 1, 4, .note, "在合并的格里"),
      mark("岗位", 20, 2, .note), mark("岗位", 15, 9, .warning), mark("岗位", 12, 1), mark("岗位", 2, 1, .note, "再说一句"),
      mark("选项", 1, 1), mark("选项", 41, 1), mark("岗位", 3, 1, .note, "又错"), mark("岗位", 3, 1, .note, "又错"),
    ]
    let added = AddedSheet(name: "岗位", columns: ["位置", "问题"], rows: [["A1", "=危险"], ["B2", "甲\n乙\u{1}"]])
    let result = try annotator.annotate(folder.file(), marks: marks, adding: added, to: folder.file("out.xlsx"))
    #expect(result == .init(cellCount: 9, addedSheet: "岗位 (2)"))
    let (old, new) = (try Parts.bytes(of: folder.file()), try Parts.bytes(of: folder.file("out.xlsx")))
    let changed = new.filter { old[$0.key] != $0.value }.keys.sorted()
    #expect(
      changed == [
        "[Content_Types].xml", "xl/_rels/workbook.xml.rels", "xl/comments1.xml", "xl/comments2.xml",
        "xl/drawings/vmlDrawing1.vml", "xl/drawings/vmlDrawing2.vml", "xl/styles.xml", "xl/workbook.xml",
        "xl/worksheets/_rels/sheet2.xml.rels", "xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml",
        "xl/worksheets/sheet3.xml",
      ])
    #expect(Set(old.keys).isSubset(of: new.keys))
    try Parts.checkAll(of: folder.file("out.xlsx"))
    var before = try WorkbookReader(path: folder.file())
    var after = try WorkbookReader(path: folder.file("out.xlsx"))
    #expect(after.sheets.map(\.name) == ["岗位", "选项", "岗位 (2)"])
    for sheet in 0..<2 { #expect(try before.all(sheet).rows == after.all(sheet).rows) }
    #expect(try after.all(2).rows == [1: ["位置", "问题"], 2: ["A1", "=危险"], 3: ["B2", "甲\n乙\u{1}"]])
    let comments = String(decoding: new["xl/comments1.xml"] ?? [], as: UTF8.self)
    #expect(comments.contains("请填写全称。"))
    #expect(comments.contains("再说一句"))
    #expect(comments.contains("错\n又错</t>"))
    #expect(comments.components(separatedBy: "<comment ").count == 8)
    #expect(comments.contains("ref=\"A1\""))
    // The same again gives the same bytes, over the old file too.
    _ = try annotator.annotate(folder.file(), marks: marks, adding: added, to: folder.file())
    #expect(
      FileManager.default.contents(atPath: folder.file())
        == FileManager.default.contents(atPath: folder.file("out.xlsx")))
  }

  @Test func cellsRowsAndTags() throws {
    let xml = Fixture.sheet(
      "<row r='2' spans=\"2:2\" s=\"1\" customFormat=\"1\"><c r=\"B2\" t=\"s\" s = '1' ><v>0</v></c></row><row r=\"4\"/>",
      before: "<dimension ref=\"B2\"/><cols><col min=\"4\" max=\"9\" style=\"1\"/></cols>",
      after: "<pageMargins/><drawing r:id=\"x\"/><tableParts count=\"0\"/><extLst/>")
    let styles =
      "<fonts><font/></fonts><fills/><borders count='1'><border/></borders><cellXfs count=\"2\"><xf/><xf fillId=\"0\" "
      + "numFmtId=\"14\"><alignment wrapText=\"1\"/></xf></cellXfs>"
    let fixture = Fixture(sheets: [("甲", xml)], strings: "<si><t>x</t></si>", styles: styles)
    let parts = try annotate(
      fixture,
      [mark("甲", 2, 2), mark("甲", 2, 1, .note), mark("甲", 2, 5), mark("甲", 4, 4), mark("甲", 1, 1), mark("甲", 9, 1)])
    let rows = """
      <row r="1"><c r="A1" s="4"/></row><row r='2' s="1" customFormat="1"><c r="A2" s="2"/>\
      <c r="B2" t="s" s = '3' ><v>0</v></c><c r="E2" s="3"/></row><row r="4"><c r="D4" s="3"/></row>\
      <row r="9"><c r="A9" s="4"/></row></sheetData>
      """
    let sheet = try #require(parts["xl/worksheets/sheet1.xml"])
    // Formats are numbered as they are met: the rows before the second one first.
    #expect(
      sheet.contains(
        rows.replacing("s=\"4\"", with: "s=\"2\"").replacing("A2\" s=\"2\"", with: "A2\" s=\"3\"")
          .replacing("s = '3'", with: "s = '4'").replacing("E2\" s=\"3\"", with: "E2\" s=\"4\"")
          .replacing("D4\" s=\"3\"", with: "D4\" s=\"4\"")), "\(sheet)")
    #expect(sheet.contains("<dimension ref=\"A1:E9\"/>"))
    #expect(
      sheet.contains("<drawing r:id=\"x\"/><legacyDrawing xmlns:r=\"\(Fixture.links)\" r:id=\"rIdMark2\"/><tableParts"))
    let written = try #require(parts["xl/styles.xml"])
    #expect(written.contains("<fills count=\"5\">"))
    #expect(written.contains("<borders count='4'>"))
    #expect(written.contains("<cellXfs count=\"5\">"))
    #expect(
      written.contains(
        "<xf fillId=\"4\" numFmtId=\"14\" borderId=\"3\" applyFill=\"1\" applyBorder=\"1\"><alignment wrapText=\"1\"/></xf>"
      ))
    #expect(written.contains("<xf fillId=\"4\" borderId=\"3\" applyFill=\"1\" applyBorder=\"1\"/>"))
  }

  @Test(arguments: [
    "", "<styleSheet xmlns=\"\(Fixture.main)\"/>", "<s:styleSheet xmlns:s=\"\(Fixture.main)\"><s:dxfs/></s:styleSheet>",
  ])
  func stylesThatAreHardlyThere(styles: String) throws {
    var fixture = Fixture(sheets: [("甲", "<worksheet xmlns=\"\(Fixture.main)\"><sheetData/></worksheet>")], styles: "")
    fixture["xl/styles.xml"] = styles.isEmpty ? nil : styles
    let added = AddedSheet(name: "问题", columns: ["甲"], rows: [["-"]])
    let parts = try annotate(fixture, [mark("甲", 1, 1)], adding: added)
    let written = try #require(parts["xl/styles.xml"] ?? parts["xl/styles1.xml"])
    #expect(written.components(separatedBy: "fill>").count == 11)
    #expect(written.components(separatedBy: "quotePrefix").count == 2)
    #expect(
      try #require(parts["xl/worksheets/sheet1.xml"]).contains(
        "<sheetData><row r=\"1\"><c r=\"A1\" s=\"1\"/></row></sheetData>"))
  }

  @Test func theStrictFormAndPrefixes() throws {
    var fixture = Fixture(rows: "")
    let strict = SheetTests.strict
    for (name, bytes) in fixture.parts {
      fixture[name] = String(decoding: bytes, as: UTF8.self).replacing(Fixture.links, with: strict.links)
        .replacing(Fixture.main, with: strict.main)
    }
    fixture["xl/worksheets/sheet1.xml"] = """
      <q:worksheet xmlns:q="\(strict.main)"><q:sheetData><q:row r="2"/></q:sheetData><q:tableParts/></q:worksheet>
      """
    let added = AddedSheet(name: "结果", columns: ["甲"], rows: [["乙"]])
    let parts = try annotate(fixture, [mark("甲", 2, 2), mark("甲", 3, 1)], adding: added)
    #expect(
      parts["xl/worksheets/sheet1.xml"] == """
        <q:worksheet xmlns:q="\(strict.main)"><q:sheetData><q:row r="2"><q:c r="B2" s="1"/></q:row>\
        <q:row r="3"><q:c r="A3" s="1"/></q:row></q:sheetData><q:legacyDrawing xmlns:r="\(strict.links)" \
        r:id="rIdMark2"/><q:tableParts/></q:worksheet>
        """)
    #expect(!parts.values.contains { $0.contains(Fixture.links) || $0.contains(Fixture.main) })
    #expect(try Fixture(parts: parts).read(1)[2] == ["乙"])
  }

  @Test func mergedCells() throws {
    let xml = Fixture.sheet(
      "<row r=\"2\"><c r=\"B2\" t=\"s\"><v>0</v></c></row>",
      after: "<mergeCells><mergeCell ref=\"B2:C3\"/><mergeCell ref=\"A9:XFD9\"/></mergeCells>")
    let fixture = Fixture(sheets: [("甲", xml)], strings: "<si><t>x</t></si>")
    let parts = try annotate(fixture, [mark("甲", 3, 3), mark("甲", 2, 2, .note, "又"), mark("甲", 9, 100)])
    let sheet = try #require(parts["xl/worksheets/sheet1.xml"])
    #expect(
      sheet.contains(
        """
        <row r="2"><c r="B2" t="s" s="1"><v>0</v></c><c r="C2" s="1"/></row><row r="3"><c r="B3" s="1"/>\
        <c r="C3" s="1"/></row><row r="9"><c r="A9" s="1"/></row></sheetData>
        """))
    let comments = try #require(parts["xl/comments1.xml"])
    #expect(comments.components(separatedBy: "<comment ").count == 3)
    #expect(comments.contains("<comment ref=\"B2\" authorId=\"0\"><text><r><t xml:space=\"preserve\">错\n又</t>"))
  }

  @Test func commentsThatAreThere() throws {
    var fixture = Fixture(rows: "<row/>")
    fixture["xl/worksheets/_rels/sheet1.xml.rels"] = Fixture.relationships([("rId1", "comments", "/xl/comments.xml")])
    fixture["xl/comments.xml"] = """
      <x:comments xmlns:x="\(Fixture.main)"><x:authors><x:author>旧</x:author></x:authors><x:commentList>\
      <x:comment ref="A1" authorId="0"><x:text><x:t>旧话</x:t></x:text></x:comment>\
      <x:comment ref="B1" authorId="0"><x:text/></x:comment><x:comment ref="C1" authorId="0"><x:text><x:r><x:t>一</x:t>\
      </x:r><x:rPh sb="0" eb="1"><x:t>y</x:t></x:rPh></x:text></x:comment></x:commentList></x:comments>
      """
    let parts = try annotate(fixture, (1...4).map { mark("甲", 1, $0) })
    let run = "<x:r><x:t xml:space=\"preserve\">错</x:t></x:r>"
    let second = "<x:r><x:t xml:space=\"preserve\">\n错</x:t></x:r>"
    #expect(
      parts["xl/comments.xml"] == """
        <x:comments xmlns:x="\(Fixture.main)"><x:authors><x:author>旧</x:author><x:author>示例</x:author></x:authors>\
        <x:commentList><x:comment ref="A1" authorId="0"><x:text><x:r><x:t>旧话</x:t></x:r>\(second)</x:text></x:comment>\
        <x:comment ref="B1" authorId="0"><x:text>\(run)</x:text></x:comment><x:comment ref="C1" authorId="0"><x:text><x:r>\
        <x:t>一</x:t></x:r>\(second)<x:rPh sb="0" eb="1"><x:t>y</x:t></x:rPh></x:text></x:comment>\
        <x:comment ref="D1" authorId="1"><x:text>\(run)</x:text></x:comment></x:commentList></x:comments>
        """)
    let drawing = try #require(parts["xl/drawings/vmlDrawing1.vml"])
    #expect(drawing.components(separatedBy: "<v:shape ").count == 5)
    let again = Fixture(parts: parts)
    let more = try annotate(again, [mark("甲", 1, 5), mark("甲", 1, 1)])
    let longer = try #require(more["xl/drawings/vmlDrawing1.vml"])
    #expect(longer.components(separatedBy: "<v:shape ").count == 6)
    #expect(longer.components(separatedBy: "_x0000_s1024005\"").count == 2)
    #expect(longer.hasPrefix(drawing.dropLast("</xml>".count)))
    #expect(more["xl/worksheets/_rels/sheet1.xml.rels"] == parts["xl/worksheets/_rels/sheet1.xml.rels"])
  }

  @Test func failuresLeaveNothing() throws {
    let folder = Folder()
    try Fixture(rows: "<row/>").write(to: folder.file())
    let old = Data("old".utf8)
    try old.write(to: URL(fileURLWithPath: folder.file("out.xlsx")))
    func fault(_ marks: [CellMark], _ added: AddedSheet? = nil, from name: String = "book.xlsx") -> WorkbookFault? {
      faultOf {
        _ = try annotator.annotate(folder.file(name), marks: marks, adding: added, to: folder.file("out.xlsx"))
      }
    }
    #expect(fault([mark("乙", 1, 1)]) == .noSuchSheet("乙"))
    #expect(fault([mark("甲", 0, 1)]) == .unwritable(.outsideSheet(row: 0, column: 1)))
    #expect(fault([mark("甲", 1, 16_385)]) == .unwritable(.outsideSheet(row: 1, column: 16_385)))
    #expect(fault([], from: "no.xlsx") == .system(code: ENOENT))
    #expect(fault([], from: "out.xlsx") == .notZip)
    let many = [CellMark](repeating: mark("甲", 1, 1), count: 100_001)
    #expect(fault(many) == .exceeds(.marks, bound: 100_000))
    let long = AddedSheet(name: "长", columns: [""], rows: [[String(repeating: "x", count: 32_768)]])
    #expect(fault([], long) == .textTooLong(units: 32_768, bound: 32_767))
    #expect(fault([], AddedSheet(name: "宽", columns: [], rows: [["", ""]])) == .exceeds(.columns, bound: 16_384))
    let broken: [(String, String, WorkbookFault)] = [
      (
        "xl/worksheets/sheet1.xml", "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>" + Fixture.sheet(""),
        .unwritable(.encoding)
      ),
      ("xl/worksheets/sheet1.xml", "<worksheet xmlns=\"\(Fixture.main)\"/>", .sheetWithoutCells("甲")),
      (
        "xl/worksheets/sheet1.xml", Fixture.sheet("", after: "<legacyDrawing r:id=\"x\"/>"),
        .missingPart("legacyDrawing")
      ),
      ("xl/worksheets/sheet1.xml", Fixture.sheet("<row r=\"2\"/><row r=\"1\"/>"), .misplacedRow(1, after: 2)),
      ("[Content_Types].xml", "<!DOCTYPE x><x/>", .documentType),
    ]
    for (part, xml, expected) in broken {
      var fixture = Fixture(rows: "")
      fixture[part] = xml
      try fixture.write(to: folder.file("bad.xlsx"))
      #expect(fault([mark("甲", 1, 1)], from: "bad.xlsx") == expected)
    }
    #expect(folder.names == ["bad.xlsx", "book.xlsx", "out.xlsx"])
    #expect(FileManager.default.contents(atPath: folder.file("out.xlsx")) == old)
  }

  @Test func longCommentsSayWhatIsMissing() {
    let texts = (0..<400).map { String(repeating: "长", count: 99) + String($0) }
    let cell = MarkedCell(place: CellPlace(row: 1, column: 1), level: .error, texts: texts)
    #expect(cell.comment.utf16.count <= 30_100)
    #expect(cell.comment.hasSuffix("\n… (+108)"))
  }

  /// Random sheets with random marks: the texts are as before, and each marked cell has a look and a comment.
  @Test(arguments: 0..<40)
  func anySheet(seed: UInt64) throws {
    let folder = Folder()
    var random = SplitMix64(state: seed)
    let sheet = RandomSheet(seed: seed)
    var writer = try WorkbookWriter(path: folder.file())
    let id = try writer.addSheet("甲")
    for (key, cell) in sheet.cells.sorted(by: { ($0.key.row, $0.key.column) < ($1.key.row, $1.key.column) }) {
      try writer.write(.text(cell.text), at: CellPlace(row: key.row, column: key.column), on: id)
      if Int.random(in: 0..<5, using: &random) == 0 {
        try writer.comment(cell.text + "评", by: "旧", at: CellPlace(row: key.row, column: key.column), on: id)
      }
    }
    try writer.close()
    let marks = (0..<Int.random(in: 1...60, using: &random)).map { index in
      let level = CellMark.Level.allCases.randomElement(using: &random) ?? .note
      let scrap = RandomSheet.scraps.randomElement(using: &random) ?? ""
      return mark(
        "甲", Int.random(in: 1...45, using: &random), Int.random(in: 1...14, using: &random), level, "\(index)\(scrap)")
    }
    let result = try annotator.annotate(folder.file(), marks: marks, to: folder.file("out.xlsx"))
    #expect(result.cellCount == Set(marks.map(\.place)).count)
    var reader = try WorkbookReader(path: folder.file("out.xlsx"))
    #expect(try reader.all().rows == sheet.rows)
    try Parts.checkAll(of: folder.file("out.xlsx"))
    let comments = try #require(try Parts.texts(of: folder.file("out.xlsx"))["xl/comments1.xml"])
    for mark in marks {
      #expect(comments.contains("ref=\"\(mark.place)\""))
      #expect(comments.contains(XMLText.escapeString(mark.text)), "\(mark)")
    }
  }
}
