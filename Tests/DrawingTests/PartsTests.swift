import RemitInspection
import RemitModel
import Testing

@testable import RemitDrawing

@Suite("Parts of a picture")
struct PartsTests {
  @Test func breaksChineseAnywhereButAtPunctuation() {
    #expect(Wrapping.lines("农业农村局耕地环保站站长") == ["农业农村局耕", "地环保站站长"])
    #expect(Wrapping.lines("副县长（分管工业）", width: 8) == ["副县长", "（分管", "工业）"])
    #expect(Wrapping.lines("一二三四，五六七八", width: 8) == ["一二三", "四，五", "六七八"])
    #expect(Wrapping.lines("") == [""])
  }

  @Test func breaksLatinAtSpaces() {
    #expect(Wrapping.lines("Deputy magistrate for farms and water") == ["Deputy", "magistrate for", "farms and water"])
    #expect(Wrapping.lines("Donaudampfschifffahrtsgesellschaft").joined() == "Donaudampfschifffahrtsgesellschaft")
    #expect(Wrapping.lines("a b c d e f", width: 3, limit: 2) == ["a b", "c …"])
  }

  @Test func givesEachThingItsOwnReadableId() {
    let chart = Samples.named("A-b 县长\"")
    let names = Names(chart, Facts(chart))
    #expect(names.posts == ["post_a_b", "post_a_b_2", "post_A_b_县长_"])
    #expect(names.organizations == ["organization_body"])
  }

  @Test func quotesOnlyWhatMustBeQuoted() {
    #expect(DOTText.value("post_a") == "post_a")
    #expect(DOTText.value("0.5") == "0.5")
    #expect(DOTText.value("graph") == "\"graph\"")
    #expect(DOTText.value("3d") == "\"3d\"")
    #expect(DOTText.value("#fff") == "\"#fff\"")
    #expect(DOTText.escaped("a\\N\"&") == "\"a\\\\\u{2060}N\\\"&amp;\"")
  }

  @Test func knowsWhichGlyphsAreMissing() throws {
    let missing = try #require(Fonts.missing(in: "Remit \u{10FFFD}\u{200F}"))
    #expect(missing == ["\u{10FFFD}"])
    #expect(Fonts.warnings(for: "plain", chosen: nil).isEmpty)
    let boxes = try #require(Fonts.warnings(for: "\u{10FFFD}", chosen: nil).first)
    #expect(boxes.en.contains("U+10FFFD") && boxes.en.contains("apt-get install fonts-noto"))
  }

  @Test func saysWhichFontIsNotThere() throws {
    let notes = Fonts.warnings(for: "plain", chosen: "No Such Font 7")
    #expect(notes.count == 1 && notes.first?.zh.contains("没有安装字体“No Such Font 7”") == true)
    var options = DrawingOptions(view: .chain, language: .chinese)
    options.font = "No Such Font 7"
    #expect(try Drawing(Samples.county(), options).notes(on: .svg).count == 1)
  }

  @Test(arguments: ThemeName.allCases)
  func strokesDifferByMoreThanColour(name: ThemeName) {
    let theme = Theme(name)
    let looks: [EdgeLook] = LinkKind.allCases.map { .oversight([$0]) }
    let shapes = looks.map { look -> String in
      let stroke = theme.stroke(look)
      return stroke.style + stroke.head
    }
    #expect(Set(shapes).count == shapes.count)
    if name != .print { #expect(Set(looks.map { theme.stroke($0).color }).count >= looks.count - 1) }
  }

  @Test(arguments: ThemeName.allCases)
  func textReadsOnItsGround(name: ThemeName) {
    let theme = Theme(name)
    for pair in theme.textOnGround {
      let ratio = Contrast.ratio(pair.text, pair.ground)
      #expect(ratio >= (name == .contrast ? 7 : 4.5), "\(pair.text) on \(pair.ground): \(ratio)")
    }
    let looks = LinkKind.allCases.map { EdgeLook.oversight([$0]) } + [.command, .charge, .functional, .missing, .cut]
    for look in looks {
      #expect(Contrast.ratio(theme.stroke(look).color, theme.paper) >= (name == .contrast ? 4.5 : 3), "\(look)")
    }
  }

  @Test func knowsContrast() {
    #expect(abs(Contrast.ratio("#000000", "#ffffff") - 21) < 0.001)
    #expect(abs(Contrast.ratio("#777777", "#ffffff") - 4.478) < 0.002)
    #expect(Contrast.mixed("#000000", "#ffffff", 0.5) == "#808080")
  }

  @Test func printsInBlackAndWhite() throws {
    var options = DrawingOptions(view: .oversight, language: .chinese)
    options.theme = .print
    let svg = String(decoding: try Drawing(Samples.county(), options).render(.svg).bytes, as: UTF8.self)
    for match in svg.matches(of: /#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})/) {
      #expect(match.1 == match.2 && match.2 == match.3, "\(match.0)")
    }
  }

  @Test func reportsWhatGraphvizSays() {
    #expect {
      try Graphviz.render(LayoutJob(dot: "digraph {", image: .svg))
    } throws: { error in
      guard case .graphviz(.parse, let messages) = error as? DrawingError else { return false }
      return messages.joined().contains("syntax error")
    }
  }

  @Test func worksFromManyThreads() async throws {
    let drawing = try Drawing(Samples.county(), DrawingOptions(view: .chain, language: .chinese))
    let expected = try drawing.render(.svg).bytes
    try await withThrowingTaskGroup(of: [UInt8].self) { group in
      for _ in 0..<40 { group.addTask { try drawing.render(.svg).bytes } }
      for try await bytes in group { #expect(bytes == expected) }
    }
  }
}
