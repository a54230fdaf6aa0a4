import Foundation
import Glibc
import RemitModel
import Testing

@testable import RemitDrawing

@Suite("Layout in another process")
struct IsolationTests {
  /// The program that was built beside the tests.
  static let program = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
    .appendingPathComponent("remit").path

  /// Dense, with right-angled lines: Graphviz 2.42 is at it for many minutes.
  static let endless: String = {
    var edges: [String] = []
    for a in 0..<60 {
      for b in 0..<60 where a != b && (b * 7 + a * 3) % 5 < 3 { edges.append("n\(a)->n\(b)") }
    }
    return "digraph { splines=ortho; \(edges.joined(separator: "; ")) }"
  }()

  /// Three million ranks, each with places of its own for every line that passes.
  static let bloated = "digraph { a->b [minlen=3000000]; a->c->b; a->d->b; a->e->b }"

  static func process(seconds: Int = 60, memory: Int = 1 << 30) throws -> LayoutProcess {
    try #require(FileManager.default.isExecutableFile(atPath: program), "\(program) is not built")
    return LayoutProcess(program: program, limits: LayoutLimits(seconds: seconds, memory: memory))
  }

  @Test(arguments: [PictureFormat.svg, .pdf, .png, .dot, .json])
  func givesTheSameBytes(format: PictureFormat) throws {
    let drawing = try Drawing(Samples.county(), DrawingOptions(view: .oversight, language: .chinese))
    let expected = try drawing.render(format)
    var process = try Self.process()
    // One process draws many pictures, and what it drew before makes no difference.
    for _ in 0..<3 {
      let rendering = try drawing.render(format, in: &process)
      #expect(rendering.bytes == expected.bytes)
      #expect(rendering.size == expected.size)
      _ = try Drawing(Samples.named("另一张"), DrawingOptions(view: .chain, language: .chinese)).render(.svg, in: &process)
    }
  }

  /// A process that has drawn much makes room for a fresh one, which draws the same.
  @Test func isReplacedInTime() throws {
    _ = try Self.process()
    let drawing = try Drawing(Samples.county(), DrawingOptions(view: .chain, language: .english))
    let expected = try drawing.render(.svg)
    var process = LayoutProcess(program: Self.program, limits: LayoutLimits(), picturesPerProcess: 2)
    for _ in 0..<5 { #expect(try drawing.render(.svg, in: &process).bytes == expected.bytes) }
  }

  /// What is remembered of texts is given up where it becomes too much, and makes no difference.
  @Test(arguments: [LayoutJob.Image.svg, .pdf]) func forgetsTextsInTime(image: LayoutJob.Image) throws {
    func dot(_ round: Int) -> String {
      "digraph {" + (0..<1_500).map { "n\($0) [label=\"单位 \(round * 1_500 + $0)\"];" }.joined() + "}"
    }
    let expected = try Graphviz.render(LayoutJob(dot: dot(0), image: image)).bytes.count
    for round in 1...4 { _ = try Graphviz.render(LayoutJob(dot: dot(round), image: image)) }
    #expect(try Graphviz.render(LayoutJob(dot: dot(0), image: image)).bytes.count == expected)
  }

  @Test func endsWhatTakesTooLong() throws {
    var process = try Self.process(seconds: 4)
    var thrown: DrawingError?
    do throws(DrawingError) {
      _ = try process.render(LayoutJob(dot: Self.endless, image: .svg), of: .chain)
    } catch { thrown = error }
    #expect(thrown == .overTime(.chain, seconds: 4))
    let message = try #require(thrown?.message[.english])
    for word in ["chain", "--focus", "--depth", "--time-limit"] { #expect(message.contains(word)) }
    // The next picture is drawn all the same.
    #expect(try process.render(LayoutJob(dot: "digraph { a->b }", image: .svg), of: .chain).bytes.count > 100)
  }

  @Test func endsWhatNeedsTooMuchMemory() throws {
    var process = try Self.process(memory: 768 << 20)
    var thrown: DrawingError?
    do throws(DrawingError) {
      _ = try process.render(LayoutJob(dot: Self.bloated, image: .svg), of: .duties)
    } catch { thrown = error }
    guard case .brokenOff(.duties, 768, _) = thrown else {
      Issue.record("\(String(describing: thrown))")
      return
    }
    #expect(thrown?.message[.chinese].contains("--focus") == true)
    #expect(try process.render(LayoutJob(dot: "digraph { a->b }", image: .svg), of: .chain).bytes.count > 100)
  }

  @Test func tellsWhatGraphvizSays() throws {
    var process = try Self.process()
    var thrown: DrawingError?
    do throws(DrawingError) {
      _ = try process.render(LayoutJob(dot: "digraph {", image: .svg), of: .chain)
    } catch { thrown = error }
    guard case .graphviz(.parse, let messages) = thrown else {
      Issue.record("\(String(describing: thrown))")
      return
    }
    #expect(messages.joined().contains("syntax error"))
  }

  /// More than any socket holds, both ways at once.
  @Test func largeTextsPassBothWays() throws {
    var process = try Self.process()
    let comment = String(repeating: "# " + String(repeating: "x", count: 98) + "\n", count: 40_000)
    let nodes = (0..<400).map { "n\($0) [label=\"\(String(repeating: "w", count: 2_000))\"]" }.joined(separator: "; ")
    let job = LayoutJob(dot: comment + "digraph { \(nodes) }", image: .svg)
    #expect(try process.render(job, of: .chain).bytes == Graphviz.render(job).bytes)
  }

  /// Programs that are no worker: they end at once, say nothing, or talk without end.
  @Test(arguments: ["/bin/true", "/bin/false", "/usr/bin/yes", "/bin/cat"])
  func bearsWithOtherPrograms(program: String) throws {
    var process = LayoutProcess(program: program, limits: LayoutLimits(seconds: 1))
    #expect(throws: DrawingError.self) {
      try process.render(LayoutJob(dot: "digraph { a }", image: .svg), of: .chain)
    }
  }

  @Test func worksWithinTheProcessWhereThereIsNoProgram() throws {
    var process = LayoutProcess(program: "/nowhere/remit")
    let job = LayoutJob(dot: "digraph { a }", image: .svg)
    #expect(try process.render(job, of: .chain).bytes == Graphviz.render(job).bytes)
  }

  /// No child is left over, neither running nor as a zombie.
  @Test func leavesNoProcessBehind() throws {
    let marker = 987_654_321
    for _ in 0..<3 {
      var process = try Self.process(memory: marker)
      _ = try process.render(LayoutJob(dot: "digraph { a }", image: .svg), of: .chain)
    }
    let lines = try FileManager.default.contentsOfDirectory(atPath: "/proc").filter { Int($0) != nil }.compactMap {
      try? String(contentsOfFile: "/proc/\($0)/cmdline", encoding: .utf8)
    }
    #expect(!lines.contains { $0.contains(String(marker)) })
  }

  @Test(arguments: [
    "", "job", "job svg 0 - 0 -1", "job svg 0 - 0 99999999999999999999", "job tiff 0 - 0 1", "job svg 0 A5 0 1",
    "job svg 0 - 1",
  ])
  func readsNoOtherHeads(line: String) {
    #expect(LayoutJob.head(line.utf8) == nil)
    #expect(LayoutReply.head(line.replacing("job svg", with: "picture 0").utf8) == nil)
  }
}
