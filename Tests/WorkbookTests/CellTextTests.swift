import RemitSource
import Testing

@testable import RemitWorkbook

@Suite("Texts of cells")
struct CellTextTests {
  /// The texts of a first row whose cells are given by their attributes and contents.
  private func texts(
    _ cells: [(String, String)], strings: String? = nil, styles: String? = nil, workbook: String = ""
  ) throws -> [String] {
    let xml = cells.map { "<c \($0.0)>\($0.1)</c>" }.joined()
    return try Fixture(rows: "<row>\(xml)</row>", strings: strings, styles: styles, workbook: workbook).read()[1]
  }

  @Test func strings() throws {
    let shared = """
      <si><t>甲</t></si><si><r><rPr><b/></rPr><t>负</t></r><r><t xml:space="preserve">总 责 </t></r></si>\
      <si><t>岗位</t><rPh sb="0" eb="2"><t>ガン</t></rPh><phoneticPr fontId="1"/></si><si/>\
      <si><t>  trimmed
      </t></si><si><t>a_x000D_b_x005F_x0041__xD83D__xDE00__xD83D_c_x12_</t></si>
      """
    let cells = (0..<6).map { ("t=\"s\"", "<v>\($0)</v>") }
    #expect(
      try texts(cells, strings: shared) == [
        "甲", "负总 责 ", "岗位", "", "trimmed", "a\rb_x0041_😀_xD83D_c_x12_",
      ])
  }

  @Test func inlineStringsAndFormulas() throws {
    #expect(
      try texts([
        ("t=\"inlineStr\"", "<is><t>一</t></is>"),
        ("t=\"inlineStr\"", "<is><r><t>二</t></r><rPh sb=\"0\" eb=\"1\"><t>x</t></rPh><r><t>三</t></r></is>"),
        ("t=\"str\"", "<f>A1&amp;B1</f><v> 四_x0009_&lt;</v>"), ("", "<f>1+1</f><v>2</v>"),
        ("t=\"b\"", "<f>TRUE()</f><v>1</v>"), ("t=\"b\"", "<v>0</v>"), ("t=\"e\"", "<f>A1/0</f><v>#DIV/0!</v>"),
      ]) == ["一", "二三", " 四\t<", "2", "true", "false", "#DIV/0!"])
  }

  @Test(arguments: [
    ("0", "0"), ("20260630", "20260630"), ("-5", "-5"), ("5.0", "5"), ("1E3", "1000"), ("0.1", "0.1"),
    ("0.10000000000000001", "0.1"), ("1.1000000000000001", "1.1"), ("1E-3", "0.001"), ("1.5e-7", "0.00000015"),
    ("1.10101199003077E+17", "110101199003077000"), ("110101199003077758", "110101199003077758"), ("-0", "0"),
    ("-0.0", "0"), ("007", "7"), ("+5", "5"), ("1e300", "1e+300"), (" 12 ", "12"), ("1e20", "100000000000000000000"),
    ("123456.789", "123456.789"), ("-1234.5e-2", "-12.345"), ("9007199254740993", "9007199254740993"), (".5", "0.5"),
  ])
  func numbers(written: String, expected: String) throws {
    #expect(try texts([("", "<v>\(written)</v>")]) == [expected])
  }

  @Test(arguments: ["abc", "0x10", "nan", "inf", "1e999", "1,5", "--1", "1 2", "１２"])
  func whatIsNoNumberIsRefused(written: String) throws {
    let sheet = try Fixture(rows: "<row><c><v>x</v></c><c r=\"C1\"><v>\(written)</v></c></row>").read()
    #expect(sheet[1] == [])
    #expect(sheet.report.refusals.count == 2)
    #expect(
      sheet.report.refusals.first.last == .init(place: CellPlace(row: 1, column: 3), reason: .notANumber(written)))
  }

  @Test func refusesBooleansDatesAndTypes() throws {
    let sheet = try Fixture(
      rows: "<row><c t=\"b\"><v>2</v></c><c t=\"d\"><v>2026/06/30</v></c><c t=\"q\"><v>1</v></c><c><v>1</v></c></row>"
    ).read()
    #expect(sheet[1] == ["", "", "", "1"])
    #expect(
      sheet.report.refusals.first.map(\.reason) == [.notABoolean("2"), .notADate("2026/06/30"), .unknownType("1")])
  }

  @Test func formulasWithoutValues() throws {
    let sheet = try Fixture(
      rows: """
        <row><c><f>1</f></c><c><f>1</f><v/></c><c><f>1</f><v></v></c><c t="str"><f>""</f><v></v></c>\
        <c t="str"><f>1</f></c><c><f t="shared" si="0"/><v>3</v></c></row>
        """
    ).read()
    #expect(sheet[1] == ["", "", "", "", "", "3"])
    #expect(sheet.report.uncomputed.first.map(\.column) == [1, 2, 3, 5])
  }

  static let styles = """
    <numFmts><numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/>\
    <numFmt numFmtId="165" formatCode="[Red]0.0&quot;day&quot;"/><numFmt numFmtId="166" formatCode="h:mm"/>\
    </numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/>\
    <xf numFmtId="22"/><xf numFmtId="31"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="166"/></cellXfs>
    """

  @Test func daysInBothEpochs() throws {
    let cells = [
      ("s=\"1\"", "<v>46203</v>"), ("s=\"2\"", "<v>46203.75</v>"), ("s=\"3\"", "<v>60</v>"), ("s=\"4\"", "<v>59</v>"),
      ("s=\"4\"", "<v>61</v>"), ("s=\"5\"", "<v>46203</v>"), ("s=\"6\"", "<v>0.5</v>"), ("s=\"1\"", "<v>0</v>"),
      ("s=\"1\"", "<v>-1</v>"), ("s=\"1\"", "<v>2958465</v>"), ("s=\"1\"", "<v>2958466</v>"), ("", "<v>46203</v>"),
      ("s=\"99\"", "<v>1</v>"), ("s=\"1\"", "<v>46202.9999999999</v>"), ("s=\"1\" t=\"str\"", "<v>46203</v>"),
      ("s=\"6\"", "<v>0</v>"),
    ]
    #expect(
      try texts(cells, styles: Self.styles) == [
        "2026-06-30", "2026-06-30T18:00:00", "1900-02-29", "1900-02-28", "1900-03-01", "46203", "12:00:00", "0", "-1",
        "9999-12-31", "2958466", "46203", "1", "2026-06-30", "46203", "00:00:00",
      ])
    #expect(
      try texts(
        ["0", "44741", "2957003", "2957004"].map { ("s=\"1\"", "<v>\($0)</v>") },
        styles: Self.styles, workbook: #"<workbookPr date1904="1"/>"#)
        == ["1904-01-01", "2026-06-30", "9999-12-31", "2957004"])
  }

  @Test func daysInWords() throws {
    #expect(
      try texts(
        ["2026-06-30", "2026-06-30T00:00:00Z", "2026-06-30T08:05:09.123", "08:05", "2026-06-30T08:05"].map {
          ("t=\"d\"", "<v>\($0)</v>")
        }) == ["2026-06-30", "2026-06-30", "2026-06-30T08:05:09", "08:05:00", "2026-06-30T08:05:00"])
  }

  @Test(arguments: [
    ("General", NumberFormat.number), ("0.00E+00", .number), ("#,##0;[Red]-#,##0", .number), ("@", .number),
    ("yyyy-mm-dd", .day), ("[$-804]yyyy\"年\"m\"月\";@", .day), ("mmm", .day), ("mm:ss", .time), ("[h]:mm:ss", .time),
    ("h\"时\"mm\"分\"", .time), ("m/d/yy h:mm", .day), ("\"yd\"0", .number), ("\\d0", .number), ("0_d", .number),
    ("[Yellow]0", .number), ("h:mm AM/PM", .time), ("[mm]", .time), ("0;yyyy", .number), ("", .number),
    ("[", .number), ("\"", .number), ("\\", .number), ("e\"年\"m\"月\"d\"日\"", .day), ("d-mmm", .day),
    ("上午/下午h\"时\"", .time), ("General\"m\"", .number),
  ])
  func numberFormats(code: String, expected: NumberFormat) { #expect(NumberFormat(code: code) == expected) }
}
