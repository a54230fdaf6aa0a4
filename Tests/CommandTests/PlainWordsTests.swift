import Testing

@testable import RemitCommand

@Suite("Lines of words that need no parser")
struct PlainWordsTests {
  /// Every option, in groups too, is as the parser leaves it.
  @Test(arguments: [
    "a.yaml", "a.yaml --format svg -o b.svg", "--view duties a.yaml --lang zh",
    "--output b --format json --view chain a b",
    "a.yaml --lang en --format pdf --view oversight --output c.pdf",
  ]) func meanTheSameAsToTheParser(line: String) throws {
    let words = line.split(separator: " ").map(String.init)
    let plain = DrawCommand(plain: words)
    guard let parsed = try? DrawCommand.parse(words) else {
      #expect(plain == nil)
      return
    }
    var (ours, theirs) = ("", "")
    dump(try #require(plain), to: &ours)
    dump(parsed, to: &theirs)
    #expect(ours == theirs)
    #expect(!ours.contains("definition"))
  }

  @Test(arguments: [
    "", "--format svg", "a.yaml --format", "a.yaml --format=svg", "a.yaml --view x", "a.yaml --lang de", "a b", "-",
    "a.yaml --format svg --format dot", "a.yaml --focus x", "a.yaml -o -", "a.yaml --help",
  ]) func othersAreLeftToTheParser(line: String) {
    #expect(DrawCommand(plain: line.split(separator: " ").map(String.init)) == nil)
  }

  @Test func aProcessIsStartedEarlyForOnePictureOnly() {
    func isNeeded(_ line: String) -> Bool {
      EarlyLayout.isLikelyNeeded(for: ["remit"] + line.split(separator: " ").map(String.init))
    }
    for line in ["draw a.yaml", "draw a.yaml --format svg -o b.svg", "draw a.yaml --format pdf --view duties"] {
      #expect(isNeeded(line), "\(line)")
    }
    for line in [
      "draw", "check a.yaml", "draw a.yaml --each post -o b", "draw a.yaml --format json", "draw a.yaml -o b.dot",
      "draw a.yaml --format=mermaid", "draw a.yaml --time-limit 3", "draw --help", "draw a.yaml --describe",
    ] {
      #expect(!isNeeded(line), "\(line)")
    }
  }
}
