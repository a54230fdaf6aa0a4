import RemitSource
import Testing

@testable import RemitIntake

/// A text that comes in blocks has the same rows as one that is there as a whole.
struct CSVBlockTests {
  /// Rows as texts with their numbers, then what is wrong, from a text of which a block ends at each of the cuts.
  private static func rows(_ text: [UInt8], cuts: [Int]) -> [String] {
    var rows: [String] = []
    var faults: [String] = []
    var (start, line) = (0, 1)
    for cut in cuts + [text.count] where cut >= start {
      // The bytes of a row that was left are read anew.
      var block = Array(text[start..<cut])
      let taken = block.withUnsafeMutableBufferPointer { block in
        CSVText.forEachBatch(of: block, line: line, isOpen: cut < text.count) { batch in
          for row in 0..<batch.count {
            rows.append("\(batch[row].number): " + (0..<batch[row].count).map { batch[row].text($0) }.debugDescription)
          }
        } fault: {
          faults.append("\($0)")
        }
      }
      start += taken.count
      line = taken.line
    }
    return rows + faults
  }

  @Test func blocksMakeTheWhole() {
    var random = SplitMix(seed: 11)
    let pieces = ["a", "汉字", ",", ",", "\n", "\r\n", "\r", "\"", "\"\"", "\"x, \"\"y\"\"\n\"", "0123456789abcdef", " "]
    for _ in 0..<60 {
      let text = Array((0..<40).map { _ in pieces.randomElement(using: &random) ?? "" }.joined().utf8)
      let whole = Self.rows(text, cuts: [])
      #expect(text.indices.first { Self.rows(text, cuts: [$0]) != whole } == nil)
      let cuts = (0..<5).map { _ in Int.random(in: 0...text.count, using: &random) }.sorted()
      #expect(Self.rows(text, cuts: cuts) == whole)
    }
  }
}
