import RemitModel
import Testing

@testable import RemitDrawing

@Suite("Text that means something to DOT, XML or Graphviz")
struct HostileTextTests {
  static let names = [
    #"say "yes""#, "a < b > c", "R&D", "&lt;b&gt; &amp; &#65;", #"back\slash \N \G \n \l \r \\"#, #"ends in \"#,
    "<b>bold</b>", "<script>alert(1)</script>", "<TABLE><TR><TD>x</TD></TR></TABLE>", "{a|b} [c] (d)", "]; x -> y [",
    "// no comment /* at all */ #", "😀👨‍👩‍👧‍👦 team", "\u{200F}עברית\u{200E} abc \u{202E}txt", "'single' `tick`",
    "%s %d $HOME",
    "graph", "digraph", "node", "-1.5", "]]>", "<!-- c -->", "二〇二六年“水”《规定》（试行）", "é ü ñ", "a--b->c:d;e,f=g",
  ]

  @Test(arguments: names, View.allCases)
  func showsAsTyped(name: String, view: View) throws {
    let drawing = try Drawing(Samples.named(name), DrawingOptions(view: view, language: .english))
    let svg = SVGPicture(try drawing.render(.svg).bytes)
    #expect(svg.isWellFormed)
    #expect(svg.content.filter { $0 != "\u{2060}" }.plain.contains(name.plain))
    let tooltips = svg.groups.map(\.title.plain)
    #expect(tooltips.contains { $0.contains(name.plain) }, "\(tooltips)")
  }

  /// The label as Graphviz holds it after parsing says what was typed.
  @Test(arguments: names)
  func isReadBackAsTyped(name: String) throws {
    let drawing = try Drawing(Samples.named(name), DrawingOptions(view: .chain, language: .english))
    let label = try #require(try Graphviz.attribute("label", ofNode: "post_a_b", in: drawing.dot))
    // Graphviz takes a text without markup for plain once the same text stands elsewhere, and shows it alike.
    #expect(Self.text(ofHTML: label.text).plain == name.plain)
  }

  @Test func survivesWhatCannotBeDrawn() throws {
    for name in ["", " ", "\0", "a\0b\u{1}\u{8}\u{7F}\u{FFFE}\u{FFFF}c", "two\nlines\r\nand\ttabs", "\u{2028}\u{2029}"]
    {
      for view in View.allCases {
        let drawing = try Drawing(Samples.named(name), DrawingOptions(view: view, language: .chinese))
        #expect(!drawing.dot.unicodeScalars.contains { $0.value == 0 || $0.value == 1 })
        #expect(SVGPicture(try drawing.render(.svg).bytes).isWellFormed)
      }
    }
  }

  @Test func shortensWhatIsTooLong() throws {
    for name in [
      String(repeating: "长", count: 200), String(repeating: "x", count: 200), String(repeating: "a b ", count: 250_000),
      "e" + String(repeating: "\u{301}", count: 1_000_000),
    ] {
      let drawing = try Drawing(Samples.named(name), DrawingOptions(view: .chain, language: .chinese))
      #expect(drawing.dot.unicodeScalars.count < 60_000)
      #expect(drawing.dot.contains("…"))
      #expect(SVGPicture(try drawing.render(.svg).bytes).isWellFormed)
    }
  }

  private static func text(ofHTML html: String) -> String {
    // A space that keeps the lines apart is no part of the name.
    html.replacing("&#160;", with: " ").replacing(/<[^>]*>/, with: "").replacing("&lt;", with: "<").replacing(
      "&gt;", with: ">"
    )
    .replacing("&quot;", with: "\"").replacing("&amp;", with: "&").filter { $0 != "\u{2060}" }
  }
}

extension String {
  /// Without white space, at which lines break, and without word joiners.
  var plain: String {
    var result = String.UnicodeScalarView()
    for scalar in unicodeScalars where !scalar.properties.isWhitespace && scalar != "\u{2060}" { result.append(scalar) }
    return String(result)
  }
}
