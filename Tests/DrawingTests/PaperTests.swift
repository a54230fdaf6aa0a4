import Foundation
import RemitModel
import Testing

@testable import RemitDrawing

@Suite("Pictures on paper")
struct PaperTests {
  static let setups = Paper.allCases.flatMap { paper in
    [(false, false), (false, true), (true, false), (true, true)].map {
      PageSetup(paper: paper, isLandscape: $0.0, isPoster: $0.1)
    }
  }

  @Test(arguments: setups) func itsWordIsReadBack(setup: PageSetup) {
    #expect(PageSetup(word: setup.word) == setup)
    #expect(!setup.word.contains(" "))
  }

  @Test(arguments: ["", "A5", "a4", "A4-", "A4-poster-landscape", "A4-poster-poster", "A4-upright"])
  func otherWordsAreNot(word: String) { #expect(PageSetup(word: word) == nil) }

  /// Pages show all of the picture, neighbours a strip of it twice, and one page fewer would not do.
  @Test(arguments: setups) func pagesCoverThePicture(setup: PageSetup) {
    var random = SeededNumbers(seed: 7)
    for _ in 0..<500 {
      let size = PictureSize(width: random.size(), height: random.size())
      let plan = setup.plan(for: size)
      let first = plan.origin(row: 0, column: 0)
      let last = plan.origin(row: plan.rows - 1, column: plan.columns - 1)
      #expect(first.x >= PageSetup.margin - 0.001 && first.y >= PageSetup.margin - 0.001)
      #expect(last.x + size.width * plan.scale <= PageSetup.margin + plan.window.width + 0.001)
      #expect(last.y + size.height * plan.scale <= PageSetup.margin + plan.window.height + 0.001)
      if plan.columns > 1 {
        let step = plan.origin(row: 0, column: 0).x - plan.origin(row: 0, column: 1).x
        #expect(abs(plan.window.width - step - PageSetup.overlap) < 0.001)
        #expect(size.width > Double(plan.columns - 1) * step + PageSetup.overlap - 0.001)
      }
      if setup.isPoster {
        #expect(plan.scale == 1)
      } else {
        #expect(plan.count == 1 && plan.scale <= 1)
      }
    }
  }

  @Test(arguments: [0, -1, 1e300, .infinity, .nan] as [Double]) func oddSizesDoNoHarm(value: Double) {
    for setup in Self.setups {
      let plan = setup.plan(for: PictureSize(width: value, height: value))
      #expect(plan.count >= 1)
      _ = setup.remark(for: PictureSize(width: value, height: value))
    }
  }

  private func drawing(_ page: PageSetup?) throws -> Drawing {
    var options = DrawingOptions(view: .chain, language: .chinese)
    options.page = page
    return try Drawing(Samples.file("charts/example-county.yaml"), options)
  }

  private func pages(_ bytes: [UInt8]) -> Int {
    String(decoding: bytes, as: UTF8.self).matches(of: /\/Type \/Page\b/).count
  }

  @Test func aPosterHasItsPages() throws {
    let poster = try drawing(PageSetup(paper: .a4, isPoster: true))
    let rendering = try poster.render(.pdf)
    let size = try #require(rendering.size)
    let plan = PageSetup(paper: .a4, isPoster: true).plan(for: size)
    #expect(plan.count > 1)
    #expect(pages(rendering.bytes) == plan.count)
    #expect(pages(try drawing(PageSetup(paper: .a4)).render(.pdf).bytes) == 1)
    #expect(try poster.render(.pdf).bytes == rendering.bytes)
    var process = try IsolationTests.process()
    #expect(try poster.render(.pdf, in: &process).bytes == rendering.bytes)
    // Fonts are embedded under names of their own, and text stays text.
    let text = String(decoding: rendering.bytes, as: UTF8.self)
    #expect(text.contains("/FontFile3") && text.contains("/ToUnicode"))
  }

  /// Each page holds only what it shows: together they hold everything, and no page all of it.
  @Test func pagesHoldTheTextThatTheyShow() throws {
    let tool = "/usr/bin/pdftotext"
    guard FileManager.default.isExecutableFile(atPath: tool) else { return print("skipped: no \(tool)") }
    func text(_ bytes: [UInt8]) throws -> [String] {
      let file = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString + ".pdf")
      try Data(bytes).write(to: file)
      defer { try? FileManager.default.removeItem(at: file) }
      let process = Process()
      process.executableURL = URL(fileURLWithPath: tool)
      process.arguments = ["-raw", file.path, "-"]
      let pipe = Pipe()
      process.standardOutput = pipe
      try process.run()
      let data = pipe.fileHandleForReading.readDataToEndOfFile()
      process.waitUntilExit()
      return String(decoding: data, as: UTF8.self).components(separatedBy: "\u{C}")
    }
    let whole = try text(try drawing(nil).render(.pdf).bytes).joined()
    let parts = try text(try drawing(PageSetup(paper: .a4, isPoster: true)).render(.pdf).bytes)
    let words = Set(whole.split(whereSeparator: \.isWhitespace).filter { $0.count > 2 })
    #expect(words.count > 20)
    for word in words { #expect(parts.contains { $0.contains(word) }, "\(word)") }
    #expect(!parts.contains { part in words.allSatisfy { part.contains($0) } })
  }

  @Test func refusesTooManyPages() throws {
    let job = LayoutJob(
      dot: "digraph { a [width=1500, height=1500] }", image: .pdf, page: PageSetup(paper: .a4, isPoster: true))
    var process = try IsolationTests.process()
    for inProcess in [true, false] {
      var thrown: DrawingError?
      do throws(DrawingError) {
        _ = inProcess ? try Graphviz.render(job) : try process.render(job, of: .chain)
      } catch { thrown = error }
      guard case .tooManyPages(let count, PageSetup.mostPages) = thrown else {
        Issue.record("\(String(describing: thrown))")
        continue
      }
      #expect(count > PageSetup.mostPages)
    }
  }

  @Test(arguments: [LayoutJob.Image.svg, .png, .pdf]) func thumbnailsAreSmallPictures(image: LayoutJob.Image) throws {
    var job = LayoutJob(dot: try drawing(nil).dot, image: image)
    let plain = try Graphviz.render(job)
    job.thumbnail = 200
    let rendering = try Graphviz.render(job)
    // The thumbnail makes no difference to the picture but for the moment that a PDF notes.
    if image != .pdf { #expect(rendering.bytes == plain.bytes) }
    let png = rendering.thumbnail
    #expect(png.starts(with: [0x89, 0x50, 0x4E, 0x47]))
    let sides = [16, 20].map { at in png[at..<(at + 4)].reduce(0) { $0 << 8 | Int($1) } }
    #expect(sides.max() == 200, "\(sides)")
    var process = try IsolationTests.process()
    #expect(try process.render(job, of: .chain).thumbnail == png)
  }
}

/// Sizes of pictures that are the same in every run.
private struct SeededNumbers {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  /// Up to some metres, in points.
  mutating func size() -> Double {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Double(state >> 40) / Double(1 << 24) * 12_000 + 1
  }
}
