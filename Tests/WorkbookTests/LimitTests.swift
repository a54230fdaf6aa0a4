import CWorkbook
import Foundation
import Testing

@testable import RemitWorkbook

@Suite("Bounds of reading")
struct LimitTests {
  private func text(_ bytes: Int) -> String {
    "<row><c t=\"inlineStr\"><is><t>" + String(repeating: "x", count: bytes) + "</t></is></c></row>"
  }

  @Test func cells() throws {
    #expect(try Fixture(rows: text(1 << 20)).read()[1].first?.utf8.count == 1 << 20)
    #expect(Fixture(rows: text(1 << 20 + 1)).fault() == .exceeds(.cellBytes, bound: 1 << 20))
    let shared = "<si><t>" + String(repeating: "x", count: 1 << 20 + 1) + "</t></si>"
    #expect(
      Fixture(rows: "<row><c t=\"s\"><v>0</v></c></row>", strings: shared).fault()
        == .exceeds(.cellBytes, bound: 1 << 20))
    let value = "<row><c><v>" + String(repeating: "1", count: 1 << 20 + 1) + "</v></c></row>"
    #expect(Fixture(rows: value).fault() == .exceeds(.cellBytes, bound: 1 << 20))
  }

  /// A few texts that many cells share are much more than the file.
  @Test func sharedStringsThatGrow() throws {
    let shared = "<si><t>" + String(repeating: "x", count: 1 << 20) + "</t></si>"
    let cells = String(repeating: "<c t=\"s\"><v>0</v></c>", count: 100)
    #expect(
      Fixture(rows: "<row>\(cells)</row>", strings: shared).fault() == .exceeds(.rowBytes, bound: 64 << 20))
    let rows = String(repeating: "<row>" + cells.prefix(cells.count / 2) + "</row>", count: 45)
    #expect(Fixture(rows: rows, strings: shared).fault() == .exceeds(.sheetBytes, bound: 2 << 30))
  }

  @Test func sharedStrings() throws {
    var limits = WorkbookLimits()
    limits.sharedBytes = 1_000
    let long = String(repeating: "<si><t>0123456789</t></si>", count: 101)
    let rows = "<row><c t=\"s\"><v>0</v></c></row>"
    #expect(Fixture(rows: rows, strings: long).fault(limits: limits) == .exceeds(.sharedBytes, bound: 1_000))
    limits.sharedStrings = 100
    let many = String(repeating: "<si/>", count: 101)
    #expect(Fixture(rows: rows, strings: many).fault(limits: limits) == .exceeds(.sharedStrings, bound: 100))
  }

  @Test func markup() throws {
    let long = String(repeating: "x", count: 3 << 20)
    for xml in ["<row x=\"\(long)\"/>", "<!--\(long)-->", "<?x \(long)?>", "<\(long)/>"] {
      #expect(Fixture(rows: xml).fault() == .exceeds(.markupBytes, bound: 1 << 20))
    }
    // Texts of any length are handed on in pieces, and nobody keeps those that belong to no cell.
    #expect(Fixture(rows: long + "<![CDATA[\(long)]]>").fault() == nil)
    let deep = String(repeating: "<a>", count: 100)
    #expect(Fixture(rows: deep).fault() == .exceeds(.depth, bound: 64))
  }

  @Test func items() throws {
    var limits = WorkbookLimits()
    limits.elements = 50
    let cells = String(repeating: "<c/>", count: 50)
    #expect(Fixture(rows: "<row>\(cells)</row>").fault(limits: limits) == .exceeds(.elements, bound: 50))
    limits = WorkbookLimits()
    limits.items = 10
    let merges = String(repeating: "<mergeCell ref=\"A1:B2\"/>", count: 11)
    let sheet = Fixture.sheet("", after: "<mergeCells>\(merges)</mergeCells>")
    #expect(Fixture(sheets: [("甲", sheet)]).fault(limits: limits) == .exceeds(.items, bound: 10))
    let columns = String(repeating: "<col min=\"1\" max=\"1\" hidden=\"1\"/>", count: 11)
    let hidden = Fixture.sheet("", before: "<cols>\(columns)</cols>")
    #expect(Fixture(sheets: [("甲", hidden)]).fault(limits: limits) == .exceeds(.items, bound: 10))
    let styles = "<cellXfs>" + String(repeating: "<xf/>", count: 11) + "</cellXfs>"
    #expect(Fixture(rows: "", styles: styles).fault(limits: limits) == .exceeds(.items, bound: 10))
  }

  /// Half a gigabyte of spaces in a file of half a megabyte.
  @Test func zipBomb() throws {
    let folder = Folder()
    try Fixture(rows: "").write(to: folder.file())
    var code: Int32 = 0
    let archive = try #require(zip_open(folder.file(), 0, &code))
    let step = 1 << 20
    let block = UnsafeMutablePointer<UInt8>.allocate(capacity: step)
    block.initialize(repeating: 32, count: step)
    defer { block.deallocate() }
    var opening = Array("<worksheet xmlns=\"\(Fixture.main)\"><sheetData>".utf8)
    let isSaved = opening.withUnsafeMutableBufferPointer { opening -> Bool in
      var pieces = [zip_buffer_fragment_t(data: opening.baseAddress!, length: UInt64(opening.count))]
      pieces += [zip_buffer_fragment_t](repeating: zip_buffer_fragment_t(data: block, length: UInt64(step)), count: 513)
      guard let source = zip_source_buffer_fragment(archive, pieces, UInt64(pieces.count), 0),
        zip_file_add(archive, "xl/worksheets/sheet1.xml", source, zip_flags_t(ZIP_FL_OVERWRITE)) >= 0
      else { return false }
      return zip_close(archive) == 0
    }
    try #require(isSaved)
    #expect(try #require(FileManager.default.contents(atPath: folder.file())).count < 1 << 20)
    var reader = try WorkbookReader(path: folder.file())
    #expect(faultOf { _ = try reader.all() } == .exceeds(.partBytes, bound: 512 << 20))
  }
}
