import RemitModel
import Testing

@testable import RemitIntake

@Suite("Ids of a growing column")
struct KeySetTests {
  /// What a set and a dictionary say of the same ids, one after the other.
  private func compare(_ ids: [String]) -> (found: [Int?], expected: [Int?]) {
    var set = KeySet<Oversight>()
    var column = TextColumn<Oversight>()
    var first: [String: Int] = [:]
    var (found, expected): ([Int?], [Int?]) = ([], [])
    for (row, id) in ids.enumerated() {
      var text = id
      found.append(text.withUTF8 { set.first($0, row: row, of: column) })
      expected.append(first[id])
      first[id] = first[id] ?? row
      column.append(id)
    }
    return (found, expected)
  }

  @Test("Sorted ids, with some out of order and some repeated, are told apart")
  func sortedWithStrays() {
    var random = SplitMix(seed: 7)
    for strays in [0, 1, 5, 63, 64, 65, 300] {
      var ids = (0..<2000).map { "id-\(100_000 + 2 * $0)" }
      for _ in 0..<strays {
        let place = Int.random(in: 0...ids.count, using: &random)
        let other = Int.random(in: 0..<2000, using: &random)
        let number = 100_000 + 2 * other + (Bool.random(using: &random) ? 1 : 0)
        ids.insert("id-\(number)", at: place)
      }
      let result = compare(ids)
      #expect(result.found == result.expected, "\(strays) out of order")
    }
  }

  @Test("One id that begins with another is a different one, in either order")
  func prefixes() {
    for ids in [["a", "ab", "abc", "ab", "a"], ["abc", "ab", "a", "abc"], ["b", "a", "c", "a", "d", "b"]] {
      let result = compare(ids)
      #expect(result.found == result.expected)
    }
  }

  @Test("Rows that the set was not asked about do not confuse it")
  func foreignRows() {
    var set = KeySet<Oversight>()
    var column = TextColumn<Oversight>()
    var found: [Int?] = []
    for (row, id) in ["a", "b", "lead:x:y", "c", "b", "a"].enumerated() {
      var text = id
      if !id.contains(":") { found.append(text.withUTF8 { set.first($0, row: row, of: column) }) }
      column.append(id)
    }
    #expect(found == [nil, nil, nil, 1, 0])
  }
}

@Suite("Rows of a draft")
struct DraftRowsTests {
  @Test("Rows of two drafts follow one another, whether they are few or many")
  func taking() {
    for count in [0, 3, 4096, 5000] {
      var rows: DraftRows<Int> = [1, 2]
      var other: DraftRows<Int> = []
      for row in 0..<count { other.append(row) }
      rows.take(&other) { $0 + 10 }
      rows.append(7)
      #expect(Array(rows) == [1, 2] + (0..<count).map { $0 + 10 } + [7])
      #expect(other.isEmpty)
      var third: DraftRows<Int> = [5]
      rows.take(&third) { $0 }
      #expect(rows.last == 5)
      rows.keepFirst(3)
      #expect(rows.count == min(3, count + 4))
      rows.keepFirst(1)
      #expect(Array(rows) == [1])
    }
  }
}
