import RemitIntake
import Testing

@Suite struct EncodingTests {
  private static let chinese = "岗位,职责,“备注”\n县长,负总责：生态环境保护,①\n局长,主办,（见附件）\n"
  private static let western = "Post;Größe;£\nTrésorier général;1 000;£85,000 – £89,999\nÑuñoa’s café;€;½\n"

  static let forms: [(text: String, name: String, mark: [UInt8], encoding: TextEncoding)] = [
    (chinese, "UTF-8", [], .utf8), (western, "UTF-8", [0xEF, 0xBB, 0xBF], .utf8),
    (chinese, "UTF-16LE", [0xFF, 0xFE], .utf16LE), (western, "UTF-16BE", [0xFE, 0xFF], .utf16BE),
    (chinese, "UTF-16LE", [], .utf16LE), (chinese, "UTF-16BE", [], .utf16BE), (western, "UTF-16LE", [], .utf16LE),
    (western, "UTF-16BE", [], .utf16BE), (chinese, "GB18030", [], .gb18030), (western, "CP1252", [], .windows1252),
    (chinese, "GB18030", [0x84, 0x31, 0x95, 0x33], .gb18030),
  ]

  @Test(arguments: forms.indices) func tablesComeThroughInAllEncodings(_ index: Int) throws {
    let form = Self.forms[index]
    let table = ReadTable(form.mark + (try encoded(form.text, as: form.name)))
    #expect(table.decoded?.guess.encoding == form.encoding)
    #expect(String(decoding: table.decoded?.bytes ?? [], as: UTF8.self) == form.text)
    #expect(table.problems == [])
    #expect(table.texts == ReadTable(form.text).texts)
    let isTold = form.encoding == .utf8 || !form.mark.isEmpty
    #expect(table.remarks.count == (isTold ? 0 : 1), "\(table.remarks)")
  }

  /// 一 (4E00) and 最 (6700) are N and g in the other order.
  @Test(arguments: ["UTF-16LE", "UTF-16BE"]) func longChineseCells(_ name: String) throws {
    let cell = String(repeating: "一最初的工作，各单位一致负责。", count: 30)
    let text = "职责,说明\n河流,\(cell)\n扬尘,\(cell)\n"
    let table = ReadTable(try encoded(text, as: name))
    #expect(table.texts == ReadTable(text).texts)
  }

  @Test func whatIsGuessedIsSaid() throws {
    #expect(
      ReadTable(try encoded(Self.chinese, as: "GB18030")).remarks
        == ["0:0 the encoding is not told; its bytes show GB18030"])
    #expect(
      ReadTable(try encoded(Self.western, as: "CP1252")).remarks
        == ["0:0 the encoding is not told; its bytes show Windows-1252"])
  }

  @Test(arguments: ["联通,配合\n", "岗\n", "职务,a\n镕基,b\n", "𠮷野,负责\n,\n", "name,单位\nSmith,财政局\n"])
  func littleChineseSuffices(_ text: String) throws {
    let table = ReadTable(try encoded(text, as: "GB18030"))
    #expect(table.decoded?.guess.encoding == .gb18030)
    #expect(String(decoding: table.decoded?.bytes ?? [], as: UTF8.self) == text)
  }

  @Test(arguments: ["£", "é", "naïve café", "Pay (£),Grade\n£1,A\n", "“quoted” – ‘text’…", "Ærø,Åland,Öland"])
  func littleWesternTextSuffices(_ text: String) throws {
    let table = ReadTable(try encoded(text, as: "CP1252"))
    #expect(table.decoded?.guess.encoding == .windows1252)
    #expect(String(decoding: table.decoded?.bytes ?? [], as: UTF8.self) == text)
  }

  @Test func theCallerHasTheLastWord() throws {
    let bytes = try encoded("岗位,单位\n局长,财政局\n", as: "GB18030")
    #expect(ReadTable(bytes, named: .windows1252).texts.first?.first == "¸ÚÎ»")
    #expect(ReadTable(bytes, named: .gb18030).texts == [["岗位", "单位"], ["局长", "财政局"]])
    #expect(ReadTable(bytes, named: .gb18030).remarks == [])
    // Of the two orders of UTF-16 the mark decides.
    let big = [0xFE, 0xFF] + (try encoded("a,b\n", as: "UTF-16BE"))
    #expect(ReadTable(big, named: TextEncoding(named: "utf-16")).texts == [["a", "b"]])
  }

  @Test func faultsHaveTheirPlace() throws {
    // A file in UTF-8 with a broken byte is not taken for one in GB18030.
    var bytes = Array("岗位,单位\n县长,县政府\r\n局长,财".utf8)
    bytes[bytes.count - 1] = 0x41
    #expect(ReadTable(bytes).problems == ["3:4 the byte E8 is no UTF-8; expected one encoding throughout"])
    #expect(
      ReadTable(Array("a,b\nc,".utf8) + [0x81], named: .windows1252).problems
        == ["2:3 the byte 81 is no Windows-1252; expected one encoding throughout"])
    #expect(
      ReadTable(try encoded("岗位,", as: "GB18030") + [0xFF], named: .gb18030).problems
        == ["1:4 the byte FF is no GB18030; expected one encoding throughout"])
    #expect(
      ReadTable([0xFF, 0xFE, 0x61, 0, 0x0A, 0, 0x00, 0xD8, 0x62, 0]).problems
        == ["2:1 the byte 00 D8 is no UTF-16LE; expected one encoding throughout"])
    // Cut in the middle of a character.
    #expect(
      ReadTable(Array(try encoded("a,岗位", as: "GB18030").dropLast()), named: .gb18030).problems
        == ["1:4 the byte CE is no GB18030; expected one encoding throughout"])
  }

  @Test func namesOfEncodings() {
    #expect(TextEncoding(named: "GBK") == .gb18030)
    #expect(TextEncoding(named: "ISO-8859-1") == .windows1252)
    #expect(TextEncoding(named: "Shift_JIS") == nil)
  }

  @Test func emptyAndTooLarge() {
    #expect(ReadTable([]).texts == [])
    #expect(ReadTable([0xEF, 0xBB, 0xBF]).texts == [])
    #expect(
      ReadTable([UInt8](repeating: 0x61, count: DecodedText.limit + 1)).problems
        == ["0:0 the file is over 64 MiB; expected a smaller one, or several"])
  }
}
