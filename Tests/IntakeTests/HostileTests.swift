import Foundation
import RemitIntake
import RemitModel
import Testing

@Suite struct HostileTests {
  /// The time that an input may take in a debug build on a busy machine.
  private static func timely(_ body: () throws -> Void) rethrows {
    let clock = ContinuousClock()
    let start = clock.now
    try body()
    #expect(clock.now - start < .seconds(120))
  }

  private static func bomb(asKeys: Bool) -> String {
    var lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    for level in 1...40 {
      let uses = Array(repeating: "*a\(level - 1)", count: 9).joined(separator: ", ")
      lines.append(
        asKeys ? "a\(level): &a\(level)\n  ? *a\(level - 1)\n  : *a\(level - 1)" : "a\(level): &a\(level) [\(uses)]")
    }
    return "chart: c\n" + lines.joined(separator: "\n") + "\n"
  }

  @Test(arguments: [false, true]) func aliasBomb(asKeys: Bool) {
    Self.timely {
      let found = problems(of: Self.bomb(asKeys: asKeys))
      #expect(found.count == 1)
      #expect(found.first?.message.en == "more than a million values once aliases are written out")
    }
  }

  @Test func aliasesOfRowsAreNoBombEither() {
    Self.timely {
      let letters = (0..<700).map { "x\($0)" }.joined(separator: ", ")
      let rows = Array(repeating: "*d", count: 700).joined(separator: ", ")
      let found = problems(of: "chart: c\nduties: [&d {id: d, accountable: [\(letters)]}, \(rows)]")
      #expect(found.count <= Problems.limit)
      #expect(found.last?.message.en.hasSuffix("more problems are not listed") == true)
    }
  }

  @Test func ordinaryAnchorsWork() throws {
    let chart = try chart(
      """
      chart: c
      posts:
        - &head {id: a, name: &name 局长, apex: true, reports-to: []}
        - {<<: *head, id: b, reports-to: a}
        - {<<: [{status: draft}, *head], id: d, name: *name}
      duties:
        - {id: x, accountable: &team [a, b]}
        - {id: y, accountable: *team}
      """)
    #expect(chart.posts.key.values == ["a", "b", "d"])
    #expect(chart.posts.name.values.map(\.zh) == ["局长", "局长", "局长"])
    #expect(chart.posts.apex.values == [true, true, true])
    #expect(chart.posts.status.values == [.active, .active, .draft])
    #expect(chart.assignments.ids.count == 4)
  }

  static let deep: [String] = [
    String(repeating: "[", count: 100_000), String(repeating: "{a: ", count: 100_000),
    String(repeating: "- ", count: 100_000), String(repeating: "? ", count: 100_000),
    String(repeating: "[", count: 100_000) + String(repeating: "]", count: 100_000),
    (0..<3000).map { String(repeating: " ", count: $0) + "a:" }.joined(separator: "\n"),
    String(repeating: "[\n", count: 100_000), String(repeating: "{? ", count: 100_000),
    "a: &a0 [x]\n" + (1...200).map { "b\($0): &a\($0) [*a\($0 - 1)]\n" }.joined(),
  ]

  @Test(arguments: deep.indices) func deepNesting(_ index: Int) {
    Self.timely {
      let found = problems(of: Self.deep[index])
      #expect(found.count == 1)
      #expect(found.first?.message.en == "nested more than 64 levels deep")
    }
  }

  @Test func aSmallStackSuffices() {
    let done = DispatchSemaphore(value: 0)
    let thread = Thread {
      for text in Self.deep { _ = problems(of: text) }
      _ = problems(of: Self.bomb(asKeys: true))
      let chain = (0..<20_000).map { "{id: o\($0), parent: o\(($0 + 1) % 20_000)}" }.joined(separator: ", ")
      let found = problems(of: "chart: c\norganizations: [\(chain)]")
      #expect(found.count == 1)
      #expect(found.first?.message.en.utf8.count ?? 0 < 400)
      done.signal()
    }
    thread.stackSize = 512 << 10
    thread.start()
    #expect(done.wait(timeout: .now() + 120) == .success)
  }

  @Test func longScalarsAreShortened() {
    let long = String(repeating: "长", count: 400_000)
    Self.timely {
      for text in [
        "chart: c\n\(long): 1", "chart: c\nas-of: \(long)", "chart: c\nposts: [{id: \(long)}, {id: \(long)}]",
        "chart: c\nposts: [{id: a, reports-to: \"\(long)\"}]", "chart: c\nagainst: \"\(long)\"", long,
        "chart: c\nposts: [{id: \(long), organization: x}, {id: b, reports-to: \(long)x}]",
      ] {
        let found = problems(of: text)
        #expect(!found.isEmpty)
        for problem in found {
          #expect(problem.message.en.utf8.count < 1000)
          #expect((problem.suggestion?.en ?? "").utf8.count < 500)
        }
      }
    }
  }

  @Test func invisibleCharactersAreSpelledOut() {
    let found = problems(of: "chart: c\nposts: [{id: a, reports-to: \"x\u{202E}\\\"\u{200B}\\e[31m<script>\"}]")
    #expect(
      found.map(\.message.en) == [
        #"the id "x\u{202E}\"\u{200B}\u{1B}[31m<script>" holds control characters"#
      ])
    let bidi = problems(of: "chart: c\nposts: [{id: a, reports-to: \"<script>\u{2066}\"}]")
    #expect(bidi.map(\.message.en) == [#"no post has the id "<script>\u{2066}""#])
  }

  @Test func manyDirectivesAreRefused() {
    Self.timely {
      let text = (0..<200_000).map { "%TAG !a\($0)! x\n" }.joined()
      #expect(problems(of: text).map(\.message.en) == ["more than 100 lines begin with %"])
    }
  }

  @Test func manyRowsAreNearLinear() throws {
    let count = 20_001
    let posts = (0..<count).map { "- {id: p\($0), reports-to: p\(max(0, $0 / 2))}" }.joined(separator: "\n")
    let duties = (0..<count).map { "- {id: d\($0), accountable: p\($0), responsible: [p\($0), p\(($0 + 1) % count)]}" }
      .joined(separator: "\n")
    try Self.timely {
      let chart = try chart("chart: c\nposts:\n\(posts)\nduties:\n\(duties)\n")
      #expect(chart.assignments.ids.count == 3 * count)
    }
  }

  @Test func mutationsNeverCrash() {
    var random = SplitMix(seed: 20_260_630)
    let sample = Array(Samples.chart.utf8)
    Self.timely {
      for _ in 0..<300 {
        var bytes = sample
        for _ in 0...Int(random.next() % 4) { Self.mutate(&bytes, &random) }
        let text = String(decoding: bytes, as: UTF8.self)
        for problem in problems(of: text) { #expect(!problem.message.en.isEmpty) }
      }
    }
  }

  /// Flips a bit, or cuts, doubles, swaps or shortens lines.
  private static func mutate(_ bytes: inout [UInt8], _ random: inout SplitMix) {
    var lines = bytes.split(separator: 10, omittingEmptySubsequences: false).map(Array.init)
    let line = Int.random(in: lines.indices, using: &random)
    switch Int.random(in: 0..<5, using: &random) {
    case 0 where !lines[line].isEmpty:
      let column = Int.random(in: lines[line].indices, using: &random)
      lines[line][column] ^= UInt8(1) << UInt8.random(in: 0..<8, using: &random)
    case 1 where lines.count > 1: lines.remove(at: line)
    case 2: lines.insert(lines[line], at: line)
    case 3: lines.swapAt(line, Int.random(in: lines.indices, using: &random))
    default: lines[line].removeLast(min(lines[line].count, Int.random(in: 1..<9, using: &random)))
    }
    bytes = Array(lines.joined(separator: [10]))
  }
}

/// A small generator whose numbers follow from its seed.
struct SplitMix: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
