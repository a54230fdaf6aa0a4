import RemitModel
import RemitSource
import Testing

@testable import RemitIntake

/// A large file that is read in pieces gives what it gives as a whole, or is read as a whole.
struct PieceTests {
  @Test(arguments: ["  ", "", "    "]) func piecesAddUpToTheWhole(indent: String) throws {
    let text = Self.chart(posts: 4000, indent: indent)
    let pieces = try #require(YAMLPieces.cut(Array(text.utf8), into: 8))
    #expect(pieces.count > 4)
    #expect(pieces.map(\.range.lowerBound) == [0] + pieces.map(\.range.upperBound).dropLast())
    #expect(pieces.last?.range.upperBound == text.utf8.count)
    let draft = try #require(YAMLPieceReader(bytes: Array(text.utf8), document: 0).draft())
    #expect(try Self.linked(draft) == Self.linked(Self.whole(text)))
  }

  /// Cuts that fall into a text of several lines show as faults, and then the whole counts.
  @Test(arguments: [
    "\"a\n  - {id: x}\n  - b\"", "'a\n  - {id: x}\n  - b'", "{zh: a,\n  - x, en: b}", ">\n    a\n    - b\n",
    "|\n    - a\n",
  ])
  func textsThatLookLikeItems(title: String) throws {
    var text = Self.chart(posts: 4000, indent: "  ")
    let item = "\n  - {id: odd, name: \(title)}\n"
    let middle = text.index(text.startIndex, offsetBy: text.count / 8)
    let end = try #require(text[middle...].range(of: "\n  - {id: p"))
    if title.hasPrefix(">") || title.hasPrefix("|") {
      text.replaceSubrange(end.lowerBound..<end.lowerBound, with: "\n  - id: odd\n    name: \(title)")
    } else {
      text.replaceSubrange(end.lowerBound..<end.lowerBound, with: item.dropLast())
    }
    guard let draft = YAMLPieceReader(bytes: Array(text.utf8), document: 0).draft() else { return }
    #expect(try Self.linked(draft) == Self.linked(Self.whole(text)))
  }

  @Test(arguments: [
    "posts: []", "---", "&a x: 1", "\"chart\": x", "%YAML 1.1", "{a: b}", "...",
  ])
  func whatCannotBeCutIsReadAsAWhole(line: String) {
    let text = Self.chart(posts: 4000, indent: "  ") + line + "\n"
    #expect(YAMLPieces.cut(Array(text.utf8), into: 8) == nil)
  }

  @Test(arguments: ["\r", "\u{85}", "\u{2028}", "\u{2029}"]) func otherLineBreaksAreReadAsAWhole(line: String) {
    let text = Self.chart(posts: 4000, indent: "  ") + "# a\(line)b\n"
    #expect(YAMLPieces.cut(Array(text.utf8), into: 8) == nil)
  }

  /// A problem in a large file has the place and words that it has in a small one.
  @Test func problemsAreThoseOfTheWhole() {
    let text = Self.chart(posts: 4000, indent: "  ") + "oversight:\n  - {kind: audt, by: p1, of: p2}\n"
    let found = problems(of: text)
    #expect(found.map(\.location.line) == [text.utf8.count { $0 == 10 }])
  }

  /// Everything that the chart of a draft holds. Drafts themselves may number their names differently.
  private static func linked(_ draft: ChartDraft) throws -> String {
    let chart = try ChartLinker.link(
      draft, regulations: [], complete: true, asOf: nil, missingKey: .none, log: ProblemLog())
    var text = ""
    dump(chart, to: &text)
    return text
  }

  private static func whole(_ text: String) throws -> ChartDraft {
    let log = ProblemLog()
    let tree = try YAMLComposer.tree(of: Array(text.utf8)[...])
    let root = YAMLValue(tree, tree.roots[0], document: 0)
    let draft = try #require(YAMLChartReader.read(root, words: WordReader(log: log)))
    #expect(log.isEmpty)
    return draft
  }

  private static func chart(posts: Int, indent: String) -> String {
    var text = "# A large chart\nchart: large\ntitle: {zh: 大, en: Large}\r\n\nposts:  # all\n"
    for number in 0..<posts {
      text +=
        "\(indent)- {id: p\(number), name: \"“\(number)” — 岗\"" + (number > 0 ? ", reports-to: p\(number / 2)" : "")
        + "}\n"
      if number % 100 == 0 { text += "\n# \(number)\n\(indent)  # - {id: no}\n" }
    }
    text += "duties:\n"
    for number in 0..<posts {
      text += "\(indent)- id: d\(number)\n\(indent)  title: |\n\(indent)    - one\n\(indent)    two\n"
      text += "\(indent)  domain:\n\(indent)  - water\n\(indent)  - air\n\(indent)  accountable: p\(number)\n"
    }
    return text
  }
}
