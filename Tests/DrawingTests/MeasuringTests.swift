import Testing

@testable import RemitDrawing

@Suite("Texts and numbers of an SVG")
struct MeasuringTests {
  /// Texts of Chinese characters alone are as wide as those that Pango lays out, which a thumbnail needs.
  @Test(arguments: [1, 2, 3] as [UInt64]) func chineseTextsAreAsWideAsPangoSays(seed: UInt64) throws {
    var state = seed
    func number(below limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % limit
    }
    // The first plane's, among them some that few fonts have, and what is no ideograph at all.
    let others = ["〇", "㐀", "（", "县A", "3", "𠀀", "\u{9FFF}", "囧"]
    let words = (0..<120).map { _ in
      (0...number(below: 12)).map { _ in
        number(below: 20) == 0
          ? others[number(below: others.count)] : String(Unicode.Scalar(UInt32(0x4E00 + number(below: 0x51FF)))!)
      }.joined()
    }
    let nodes = words.enumerated().map { place, word in
      let size = ["10", "10.5", "17"][place % 3]
      let text = place % 4 == 0 ? "<B>\(word)</B>" : word
      return "n\(place) [label=<<FONT POINT-SIZE=\"\(size)\">\(text)</FONT>>]"
    }
    let dot = "digraph { node [shape=box, fontname=\"\(Fonts.families)\"]; \(nodes.joined(separator: "; ")) }"
    let painted = try Graphviz.render(LayoutJob(dot: dot, image: .svg, thumbnail: 16)).bytes
    // The second time, all characters are known.
    for _ in 0..<2 { #expect(try Graphviz.render(LayoutJob(dot: dot, image: .svg)).bytes == painted) }
  }

  @Test func numbersHaveTwoDecimalsAtMostAndNoZerosAtTheirEnd() throws {
    let nodes = (0..<200).map { "n\($0) [width=\(1 + Double($0 * $0 % 97) / 97), height=\(0.3 + Double($0) / 701)]" }
    let edges = (1..<200).map { "n\($0 * 7 % $0) -> n\($0)" }
    let dot = "digraph { ranksep=0.137; \((nodes + edges).joined(separator: "; ")) }"
    let svg = String(decoding: try Graphviz.render(LayoutJob(dot: dot, image: .svg)).bytes, as: UTF8.self)
    var count = 0
    for path in svg.matches(of: /\s(?:points|d)="([^"]+)"/) {
      for number in path.1.split(whereSeparator: { " ,MC".contains($0) }) {
        #expect(number.wholeMatch(of: /0|-?0\.\d?[1-9]|-?[1-9]\d*(?:\.\d?[1-9])?/) != nil, "\(number)")
        count += 1
      }
    }
    #expect(count > 2_000)
  }

  @Test func onlyTooltipsAreLeftOutOfWhatIsLaidOut() {
    let dot = #"""
      digraph { graph [tooltip="甲"]; a [tooltip="x \"tooltip=\" \\", label=<tooltip=&quot;y&quot;>, id="tooltip=\"z"]
      b [tooltip="", label=<<TABLE><TR><TD TOOLTIP="a\">c</TD><TD TOOLTIP="">d</TD></TR></TABLE>>] }
      """#
    let bare = #"""
      digraph { graph [tooltip="-"]; a [tooltip="-", label=<tooltip=&quot;y&quot;>, id="tooltip=\"z"]
      b [tooltip="", label=<<TABLE><TR><TD TOOLTIP="-">c</TD><TD TOOLTIP="">d</TD></TR></TABLE>>] }
      """#
    #expect(BareTooltips.text(of: dot) == bare)
    #expect(BareTooltips.text(of: "tooltip=\"") == "tooltip=\"")
    #expect(BareTooltips.text(of: "tooltip=\"a") == "tooltip=\"a")
    #expect(BareTooltips.text(of: "") == "")
  }
}
