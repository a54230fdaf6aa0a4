import Foundation
import RemitReports
import Testing

/// The writers that reports share, beside the plain ways to do the same.
struct WritingTests {
  private struct Tree: Encodable {
    let flag: Bool
    let list: [Leaf]
    let none: [Int]
    let text: String
  }

  private struct Leaf: Encodable {
    let a: Int
    let b: String
  }

  @Test func indentedJSONIsThatOfFoundation() throws {
    let text = "a\"b\\c/\u{8}\t\n\u{C}\r\u{1}\u{1F}\u{7F}水\u{2028}"
    let tree = Tree(flag: true, list: [Leaf(a: -1, b: ""), Leaf(a: 12, b: text)], none: [], text: text)
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    var line = JSONLine(depth: 0)
    line.object { line in
      line.member("flag", tree.flag)
      line.key("list")
      line.list(tree.list) { line, leaf in
        line.object { line in
          line.member("a", leaf.a)
          line.member("b", leaf.b)
        }
      }
      line.key("none")
      line.list(tree.none) { _, _ in }
      line.member("text", tree.text)
    }
    #expect(String(decoding: line.bytes, as: UTF8.self) == String(decoding: try encoder.encode(tree), as: UTF8.self))
  }

  /// What stands in a text already is copied, and what was forgotten is written anew: neither can be seen.
  @Test(arguments: [false, true]) func piecesAreWhatTheyWere(isIndented: Bool) {
    func text(_ write: (inout JSONLine, Int) -> Void) -> String {
      var line = isIndented ? JSONLine(depth: 1, room: 8) : JSONLine(room: 8)
      for number in [3, 3, 4, 3, 700, 260, 4, 4, 3, 259, 700] {
        line.object { line in
          line.key("a")
          write(&line, number)
          line.key("b")
          line.list([number, 4]) { write(&$0, $1) }
        }
      }
      return String(decoding: line.bytes, as: UTF8.self)
    }
    func plainly(_ line: inout JSONLine, _ number: Int) { line.object { $0.member("n", number) } }
    #expect(text { line, number in line.piece(UInt64(number)) { plainly(&$0, number) } } == text(plainly))
  }

  @Test func numbersAreWrittenWhole() {
    var line = JSONLine()
    let numbers = [0, 9, 10, 99, 100, -1, -10, 65_535, Int.max, Int.min]
    line.list(numbers) { line, number in line.object { $0.member("n", number) } }
    line.object { $0.member("h", hexadecimal: 0x00AB_CDEF_0123_4567) }
    let list = numbers.map { "{\"n\":\($0)}" }.joined(separator: ",")
    #expect(String(decoding: line.bytes, as: UTF8.self) == "[\(list)],{\"h\":\"00abcdef01234567\"}")
  }

  @Test func safeTextIsThatOfItsCharacters() {
    let parts = [
      "a", "水", "“", "…", "－", "\u{85}", "\u{A0}", "\u{61C}", "\u{628}", "\u{200D}", "\u{200E}", "\u{2028}", "\u{202E}",
      "\u{2066}", "\u{206A}", "\u{FEFF}", "\u{FEFE}", "\u{301}", "\n", "\r\n", "\u{7F}", "👩‍👩‍👦", "🇨🇳",
    ]
    for first in parts {
      for second in parts {
        for limit in [0, 1, 2, 3, 80] {
          let text = first + second + "z"
          #expect(TerminalText.safe(text, limit: limit) == plainly(text, limit), "\(text.debugDescription) \(limit)")
        }
      }
    }
  }

  private func plainly(_ text: String, _ limit: Int) -> String {
    var result = ""
    for (count, character) in text.enumerated() {
      if count == limit { return result + "…" }
      for scalar in character.unicodeScalars {
        switch scalar.value {
        case 0xA: result += "\\n"
        case 0xD: result += "\\r"
        case 0..<0x20, 0x7F..<0xA0, 0x2028, 0x2029, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069, 0x061C, 0xFEFF:
          result += "\\u{" + String(scalar.value, radix: 16) + "}"
        default: result.unicodeScalars.append(scalar)
        }
      }
    }
    return result
  }
}
