import Foundation
import RemitSource
import Testing

@testable import RemitWorkbook

@Suite("Sheets and rows")
struct SheetTests {
  static let strict = (
    main: "http://purl.oclc.org/ooxml/spreadsheetml/main",
    links: "http://purl.oclc.org/ooxml/officeDocument/relationships"
  )

  @Test func rowsAndCellsWithoutReferences() throws {
    let sheet = try Fixture(
      rows: """
        <row><c><v>1</v></c><c/><c r="E1"><v>2</v></c><c><v>3</v></c></row><row/><row r="7"><c r="B7"><v>4</v></c></row>\
        <row><c s="1"/><c><v>5</v></c><c t="s"/><c t="str"><v></v></c></row>
        """
    ).read()
    #expect(sheet.rows == [1: ["1", "", "", "", "2", "3"], 7: ["", "4"], 8: ["", "5"]])
    #expect(sheet.report.rowCount == 3)
    #expect(sheet.report.isComplete)
  }

  @Test func whatPeopleDoNotSee() throws {
    let xml = Fixture.sheet(
      """
      <row r="2" hidden="1"><c><v>1</v></c></row><row r="3" hidden="true"/><row r="4" hidden="0"/><row r="6" ht="0"/>\
      <row r="7"><c t="e"><v>#REF!</v></c></row>
      """,
      before: """
        <sheetFormatPr defaultRowHeight="15" zeroHeight="1"/><cols><col min="1" max="2" width="9"/>\
        <col min="3" max="5" hidden="1"/><col min="7" max="99999" width="0"/></cols>
        """,
      after: #"<mergeCells count="2"><mergeCell ref="A1:C1"/><mergeCell ref="$B$9"/></mergeCells>"#)
    var fixture = Fixture(sheets: [("看得见", xml)])
    fixture["xl/workbook.xml"] = fixture["xl/workbook.xml"]?.replacing("sheetId", with: "state=\"veryHidden\" sheetId")
    let folder = Folder()
    try fixture.write(to: folder.file())
    var reader = try WorkbookReader(path: folder.file())
    #expect(reader.sheets.map(\.visibility) == [.veryHidden])
    let report = try reader.all().report
    #expect(report.hiddenRows == [2...3, 6...6])
    #expect(report.hiddenColumns == [3...5, 7...16_384])
    #expect(report.hidesOtherRows)
    #expect(report.merges.map(\.description) == ["A1:C1", "B9"])
    #expect(report.errors.first == [.init(place: CellPlace(row: 7, column: 1), reason: "#REF!")])
  }

  @Test func anyPrefixAndTheStrictForm() throws {
    var fixture = Fixture(rows: "")
    fixture["xl/worksheets/sheet1.xml"] = """
      <x:worksheet xmlns:x="\(Self.strict.main)" xmlns="urn:other"><x:sheetData><row/><x:row r="2"><x:c t="inlineStr">\
      <x:is><x:t>甲</x:t><t>other</t></x:is></x:c></x:row></x:sheetData></x:worksheet>
      """
    fixture["xl/workbook.xml"] = """
      <q:workbook xmlns:q="\(Self.strict.main)" xmlns:z="\(Self.strict.links)"><q:sheets>\
      <q:sheet name="A&amp;B" sheetId="9" z:id="rId1"/></q:sheets></q:workbook>
      """
    for name in ["_rels/.rels", "xl/_rels/workbook.xml.rels"] {
      fixture[name] = fixture[name]?.replacing(Fixture.links, with: Self.strict.links)
    }
    let folder = Folder()
    try fixture.write(to: folder.file())
    var reader = try WorkbookReader(path: folder.file())
    #expect(reader.sheets.map(\.name) == ["A&B"])
    #expect(try reader.all().rows == [2: ["甲"]])
  }

  @Test(arguments: ["/xl/worksheets/sheet1.xml", "../XL/./x/../Worksheets/sheet1.xml", "worksheets\\sheet1.xml"])
  func targets(target: String) throws {
    var fixture = Fixture(rows: "<row><c><v>1</v></c></row>")
    fixture["xl/_rels/workbook.xml.rels"] = Fixture.relationships([("rId1", "worksheet", target)])
    #expect(try fixture.read()[1] == ["1"])
  }

  @Test func partsWithNamesOfTheirOwn() throws {
    var fixture = Fixture(rows: "<row><c t=\"s\"><v>0</v></c></row>", strings: "<si><t>甲</t></si>")
    for (old, new) in [
      ("xl/workbook.xml", "book"), ("xl/sharedStrings.xml", "a/b/c.d"), ("xl/worksheets/sheet1.xml", "a/表.xml"),
    ] {
      fixture[new] = fixture[old]
      fixture[old] = nil
    }
    fixture["_rels/.rels"] = Fixture.relationships([("x", "officeDocument", "book")])
    fixture["xl/_rels/workbook.xml.rels"] = nil
    fixture["[Content_Types].xml"] = nil
    fixture["_rels/book.rels"] = Fixture.relationships([
      ("rId1", "worksheet", "a/表.xml"), ("rId2", "sharedStrings", "a/b/c.d"),
    ])
    #expect(try fixture.read()[1] == ["甲"])
  }

  @Test func lengthsAfterTheContents() throws {
    let fixture = Fixture(rows: "<row><c><v>1</v></c></row>")
    let folder = Folder()
    let zip = RawZip(entries: fixture.parts.map { ($0.name, $0.bytes) }, hasDescriptors: true)
    try Data(zip.bytes).write(to: URL(fileURLWithPath: folder.file()))
    var reader = try WorkbookReader(path: folder.file())
    #expect(try reader.all()[1] == ["1"])
  }

  @Test func otherEncodings() throws {
    var fixture = Fixture(rows: "")
    let xml = Fixture.sheet("<row><c t=\"inlineStr\"><is><t>责任😀</t></is></c></row>")
    var bytes: [UInt8] = [0xFF, 0xFE]
    for unit in xml.utf16 { bytes += [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
    fixture["xl/worksheets/sheet1.xml"] = nil
    fixture.parts.append(("xl/worksheets/sheet1.xml", bytes))
    #expect(try fixture.read()[1] == ["责任😀"])
  }

  @Test func theBodyStopsOrThrows() throws {
    struct Enough: Error, Equatable { var row: Int }
    let folder = Folder()
    let rows = (1...5_000).map { "<row><c><v>\($0)</v></c></row>" }.joined()
    try Fixture(rows: rows).write(to: folder.file())
    var reader = try WorkbookReader(path: folder.file())
    var seen: [Int] = []
    let report = try reader.forEachRow(of: 0) { row in
      seen.append(row.number)
      return row.number == 3 ? .stop : .next
    }
    #expect(seen == [1, 2, 3])
    #expect(report.rowCount == 3)
    #expect(!report.isComplete)
    var thrown: Int?
    do {
      _ = try reader.forEachRow(of: 0) { (row) throws(Enough) in
        if row.text(0) == "4000" { throw Enough(row: row.number) }
        return .next
      }
    } catch {
      if case .body(let enough) = error { thrown = enough.row }
    }
    #expect(thrown == 4000)
    #expect(try reader.all().rows.count == 5_000)
  }

  @Test func sheetsWithoutCells() throws {
    var fixture = Fixture(sheets: [("表", Fixture.sheet("")), ("图", "<chartsheet/>"), ("无", "")])
    fixture["xl/_rels/workbook.xml.rels"] = Fixture.relationships([
      ("rId1", "worksheet", "worksheets/sheet1.xml"), ("rId2", "chartsheet", "worksheets/sheet2.xml"),
    ])
    #expect(fixture.fault(0) == nil)
    #expect(fixture.fault(1) == .sheetWithoutCells("图"))
    #expect(fixture.fault(2) == .sheetWithoutPart("无"))
    #expect(fixture.fault(3) == .noSuchSheet("3"))
    #expect(fixture.fault(-1) == .noSuchSheet("-1"))
  }

  @Test func keepsSpaceWhereTheWholePartSaysSo() throws {
    var fixture = Fixture(rows: "<row><c t=\"s\"><v>0</v></c></row>", strings: "<si><t> a </t></si>")
    #expect(try fixture.read()[1] == ["a"])
    fixture["xl/sharedStrings.xml"] = fixture["xl/sharedStrings.xml"]?
      .replacing("<sst ", with: "<sst xml:space=\"preserve\" ")
    #expect(try fixture.read()[1] == [" a "])
  }
}
