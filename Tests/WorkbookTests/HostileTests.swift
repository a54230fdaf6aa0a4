import CWorkbook
import Foundation
import Testing

@testable import RemitWorkbook

@Suite("Hostile and broken workbooks")
struct HostileTests {
  private func fault(ofFile bytes: [UInt8], limits: WorkbookLimits = WorkbookLimits()) throws -> WorkbookFault? {
    let folder = Folder()
    try Data(bytes).write(to: URL(fileURLWithPath: folder.file()))
    return faultOf {
      var reader = try WorkbookReader(path: folder.file(), limits: limits)
      _ = try reader.all()
    }
  }

  @Test func filesOfOtherKinds() throws {
    let compound: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + [UInt8](repeating: 0, count: 65_530)
    #expect(try fault(ofFile: compound) == .oldFormat)
    #expect(try fault(ofFile: compound + "EncryptedPackage".utf8.flatMap { [$0, 0] as [UInt8] }) == .encrypted)
    #expect(try fault(ofFile: []) == .notZip)
    #expect(try fault(ofFile: Array("id,name\n1,2\n".utf8)) == .notZip)
    #expect(
      try fault(ofFile: RawZip(entries: [("mimetype", Array("application/x".utf8))]).bytes)
        == .otherFormat(mediaType: "application/x"))
    #expect(try fault(ofFile: RawZip().bytes) == .otherFormat(mediaType: ""))
    #expect(faultOf { _ = try WorkbookReader(path: "/nowhere/at.xlsx") } == .system(code: ENOENT))
    #expect(faultOf { _ = try WorkbookReader(path: "/tmp") } == .notAFile)
    var fixture = Fixture(rows: "")
    let type = "application/vnd.ms-excel.sheet.binary.macroEnabled.main"
    fixture["[Content_Types].xml"] = fixture["[Content_Types].xml"]?
      .replacing("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml", with: type)
    #expect(fixture.fault() == .otherFormat(mediaType: type))
  }

  @Test func entriesThatContradict() throws {
    let fixture = Fixture(rows: "<row/>")
    let entries = fixture.parts.map { ($0.name, $0.bytes) }
    #expect(try fault(ofFile: RawZip(entries: entries).bytes) == nil)
    let twice = RawZip(entries: entries + [("XL/worksheets\\Sheet1.xml", [])]).bytes
    #expect(try fault(ofFile: twice) == .repeatedPart("xl/worksheets/sheet1.xml"))
    #expect(try fault(ofFile: RawZip(entries: entries, claim: 40_000).bytes) == .exceeds(.entries, bound: 20_000))
    let many = entries + (0..<20_000).map { ("x\($0)", []) }
    #expect(try fault(ofFile: RawZip(entries: many).bytes) == .exceeds(.entries, bound: 20_000))
    let long = entries + (0..<300).map { ("\($0)" + String(repeating: "x", count: 60_000), []) }
    #expect(try fault(ofFile: RawZip(entries: long).bytes) == .exceeds(.directoryBytes, bound: 16 << 20))
    var small = WorkbookLimits()
    small.fileBytes = 1_000
    #expect(try fault(ofFile: RawZip(entries: entries).bytes, limits: small) == .exceeds(.fileBytes, bound: 1_000))
    var damaged = RawZip(entries: entries).bytes
    let index = try #require(ByteSearch.first("<sheetData>".utf8, in: damaged))
    damaged[index + 1] = UInt8(ascii: "S")
    guard case .malformedXML = try fault(ofFile: damaged) else { return #expect(Bool(false)) }
    let folder = Folder()
    try fixture.write(to: folder.file(), password: "x")
    #expect(faultOf { _ = try WorkbookReader(path: folder.file()) } == .encrypted)
  }

  @Test func pathsInEntriesAreOnlyCompared() throws {
    let fixture = Fixture(rows: "<row><c><v>1</v></c></row>")
    let folder = Folder()
    let hostile = ["../../escape", "/tmp/escape", "..\\..\\escape", "C:\\escape", ""].map { ($0, [UInt8(0)]) }
    let zip = RawZip(entries: hostile + fixture.parts.map { ($0.name, $0.bytes) })
    try Data(zip.bytes).write(to: URL(fileURLWithPath: folder.file()))
    var reader = try WorkbookReader(path: folder.file())
    #expect(try reader.all()[1] == ["1"])
    #expect(folder.names == ["book.xlsx"])
    for target in ["../../etc/passwd", "../../../xl/worksheets/sheet1.xml", "", "#x", "/"] {
      var fixture = Fixture(rows: "")
      fixture["xl/_rels/workbook.xml.rels"] = Fixture.relationships([("rId1", "worksheet", target)])
      #expect(fixture.fault() == .sheetWithoutPart("甲"), "\(target)")
    }
  }

  static let everyPart = [
    "[Content_Types].xml", "_rels/.rels", "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/sharedStrings.xml",
    "xl/styles.xml", "xl/worksheets/sheet1.xml",
  ]

  @Test(arguments: everyPart)
  func documentTypes(part: String) throws {
    var laughs = "<!DOCTYPE x [<!ENTITY a \"ha\">"
    for index in 0..<30 {
      let ten = String(repeating: "&a\(max(0, index - 1));", count: 10)
      laughs += "<!ENTITY a\(index) \"\(ten)\">"
    }
    for type in ["<!DOCTYPE x>", "<!DOCTYPE x SYSTEM \"file:///etc/passwd\">", laughs + "]>"] {
      var fixture = Fixture(
        rows: "<row><c t=\"s\"><v>0</v></c></row>", strings: "<si><t>x</t></si>", styles: "<cellXfs/>")
      let xml = try #require(fixture[part]).replacing("<?xml version=\"1.0\" encoding=\"UTF-8\"?>", with: "")
      fixture[part] = type + xml
      #expect(fixture.fault() == .documentType)
    }
  }

  @Test(arguments: everyPart)
  func brokenParts(part: String) throws {
    let whole = Fixture(rows: "<row><c t=\"s\"><v>0</v></c></row>", strings: "<si><t>x</t></si>", styles: "<cellXfs/>")
    for xml in ["", "<a/>", "\u{FEFF}", "<worksheet", String(repeating: "<a>", count: 100_000), "<a b='\u{1}'/>"] {
      var fixture = whole
      fixture[part] = xml
      #expect(fixture.fault() != nil, "\(xml.prefix(20))")
    }
    var fixture = whole
    fixture.parts.removeAll { $0.name == part }
    let isNeeded = !["[Content_Types].xml", "xl/styles.xml"].contains(part)
    #expect((fixture.fault() != nil) == isNeeded)
  }

  @Test func faultsHavePlaces() throws {
    let folder = Folder()
    try Fixture(rows: "\n\n<row><c><v>1</c></row>").write(to: folder.file())
    var reader = try WorkbookReader(path: folder.file())
    #expect {
      _ = try reader.all()
    } throws: {
      $0 as? WorkbookError
        == WorkbookError(.malformedXML(reason: "mismatched tag"), part: "xl/worksheets/sheet1.xml", line: 3)
    }
  }

  @Test(arguments: [
    ("<row><c r=\"XFE1\"/></row>", WorkbookFault.exceeds(.columns, bound: 16_384)),
    ("<row><c r=\"ZZZZZZ1\"/></row>", .exceeds(.columns, bound: 16_384)),
    ("<row><c r=\"\(String(repeating: "Z", count: 5_000))1\"/></row>", .exceeds(.columns, bound: 16_384)),
    ("<row><c r=\"XFD1\"/><c/></row>", .exceeds(.columns, bound: 16_384)),
    ("<row r=\"1048576\"/><row/>", .exceeds(.rows, bound: 1_048_576)),
    ("<row r=\"1048577\"/>", .exceeds(.rows, bound: 1_048_576)),
    ("<row r=\"99999999999999999999\"/>", .badReference("99999999999999999999")),
    ("<row r=\"0\"/>", .badReference("0")), ("<row r=\"-1\"/>", .badReference("-1")),
    ("<row r=\"\"/>", .badReference("")), ("<row r=\"1.0\"/>", .badReference("1.0")),
    ("<row r=\"5\"/><row r=\"4\"/>", .misplacedRow(4, after: 5)),
    ("<row r=\"5\"/><row r=\"5\"/>", .misplacedRow(5, after: 5)),
    ("<row><c r=\"A2\"/></row>", .misplacedCell("A2")), ("<row><c r=\"B1\"/><c r=\"A1\"/></row>", .misplacedCell("A1")),
    ("<row><c r=\"A1\"/><c r=\"A1\"/></row>", .misplacedCell("A1")), ("<row><c r=\"A0\"/></row>", .badReference("A0")),
    ("<row><c r=\"1\"/></row>", .badReference("1")), ("<row><c r=\"\"/></row>", .badReference("")),
    ("<row><c r=\"A1:B2\"/></row>", .badReference("A1:B2")), ("<row><c r=\"甲1\"/></row>", .badReference("甲1")),
    ("<row><c r=\"A99999999999999999999\"/></row>", .exceeds(.rows, bound: 1_048_576)),
    ("<row><c t=\"s\"><v>1</v></c></row>", .badSharedString("1")),
    ("<row><c t=\"s\"><v>-1</v></c></row>", .badSharedString("-1")),
    ("<row><c t=\"s\"><v>99999999999999999999</v></c></row>", .badSharedString("99999999999999999999")),
    ("<row><c t=\"s\"><v>x</v></c></row>", .badSharedString("x")),
  ])
  func references(rows: String, expected: WorkbookFault) {
    #expect(Fixture(rows: rows, strings: "<si><t>x</t></si>").fault() == expected)
  }

  @Test func sheetLists() throws {
    let sheet = Fixture.sheet("")
    #expect(Fixture(sheets: [("甲", sheet), ("甲", sheet)]).fault() == .repeatedSheetName("甲"))
    #expect(Fixture(sheets: [("Posts", sheet), ("POSTS", sheet)]).fault() == .repeatedSheetName("POSTS"))
    let many = (0...1_000).map { ("s\($0)", sheet) }
    #expect(Fixture(sheets: many).fault() == .exceeds(.sheets, bound: 1_000))
    var circular = Fixture(rows: "")
    circular["xl/_rels/workbook.xml.rels"] = Fixture.relationships([
      ("rId1", "worksheet", "workbook.xml"), ("rId2", "officeDocument", "workbook.xml"),
    ])
    #expect(circular.fault() == .unexpectedRoot(found: "workbook", expected: "worksheet"))
    var shared = Fixture(sheets: [("甲", sheet), ("乙", sheet)])
    shared["xl/_rels/workbook.xml.rels"] = Fixture.relationships([
      ("rId1", "worksheet", "worksheets/sheet1.xml"), ("rId2", "worksheet", "worksheets/sheet1.xml"),
    ])
    #expect(shared.fault(0) == nil)
    #expect(shared.fault(1) == .sheetWithoutPart("乙"))
  }
}
