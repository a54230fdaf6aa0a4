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
      let first = try Drawing(Samples.county(), options).render(format)
      let second = try Drawing(Samples.county(), options).render(format)
      #expect(first == second, "\(format)")
    }
  }

  @Test func beginsAsItsFormatDoes() throws {
    let drawing = try Drawing(Samples.county(), DrawingOptions(view: .chain, language: .chinese))
    #expect(try drawing.render(.png).starts(with: [0x89, 0x50, 0x4E, 0x47]))
    #expect(try drawing.render(.pdf).starts(with: Array("%PDF-".utf8)))
    #expect(try drawing.render(.svg).starts(with: Array("<?xml version=\"1.0\" encoding=\"UTF-8\"".utf8)))
    #expect(try drawing.render(.dot) == Array(drawing.dot.utf8))
  }

  @Test func tellsTheChartsDayInPDF() throws {
    let bytes = try Drawing(Samples.county(), DrawingOptions(view: .chain, language: .chinese)).render(.pdf)
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(!text.contains("/CreationDate") || text.contains("/CreationDate (D:20260630000000"))
  }
}
