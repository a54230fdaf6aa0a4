import Foundation
import RemitModel
import Testing

@testable import RemitDrawing

@Suite("DOT as it is written")
struct GoldenTests {
  /// Compares with the recorded text; records it anew where `REMIT_RECORD` is 1.
  @Test(arguments: View.allCases, Language.allCases)
  func isAsRecorded(view: View, language: Language) throws {
    let drawing = try Drawing(Samples.county(), DrawingOptions(view: view, language: language))
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Golden/small-county-\(view.rawValue)-\(language.rawValue).dot")
    if ProcessInfo.processInfo.environment["REMIT_RECORD"] == "1" {
      try drawing.dot.write(to: file, atomically: true, encoding: .utf8)
    }
    let recorded = try String(contentsOf: file, encoding: .utf8)
    #expect(drawing.dot == recorded, "record anew with REMIT_RECORD=1 if this is meant")
  }

  @Test(arguments: View.allCases)
  func isTheSameTwice(view: View) throws {
    for format in PictureFormat.allCases {
      var options = DrawingOptions(view: view, language: .chinese)
      options.resolution = 72
      let first = try Drawing(Samples.county(), options).render(format).bytes
      let second = try Drawing(Samples.county(), options).render(format).bytes
      #expect(first == second, "\(format)")
    }
  }

  @Test func beginsAsItsFormatDoes() throws {
    let drawing = try Drawing(Samples.county(), DrawingOptions(view: .chain, language: .chinese))
    #expect(try drawing.render(.png).bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]))
    #expect(try drawing.render(.pdf).bytes.starts(with: Array("%PDF-".utf8)))
    #expect(try drawing.render(.svg).bytes.starts(with: Array("<?xml version=\"1.0\" encoding=\"UTF-8\"".utf8)))
    #expect(try drawing.render(.dot).bytes == Array(drawing.dot.utf8))
  }

  @Test func tellsTheChartsDayInPDF() throws {
    let bytes = try Drawing(Samples.county(), DrawingOptions(view: .chain, language: .chinese)).render(.pdf).bytes
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(!text.contains("/CreationDate") || text.contains("/CreationDate (D:20260630000000"))
  }

  @Test func tellsThatAPictureIsLargerThanA3() throws {
    let small = try Drawing(Samples.county(), DrawingOptions(view: .chain, language: .english)).render(.svg)
    let size = try #require(small.size)
    #expect(size.width > 100 && size.height > 100)
    #expect(PictureSize(width: 1100, height: 800).remark == nil)
    #expect(PictureSize(width: 800, height: 1100).remark == nil)
    #expect(PictureSize(width: 1440, height: 720).remark?.en.contains("51 × 25 cm") == true)
  }
}
