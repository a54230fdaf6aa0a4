import Testing

@testable import RemitDatabase

@Suite struct WritingTests {
  private static let hostile = [
    "'", "\"", "a;b\\", "line\nbreak\r\n", "<script>alert(1)</script>", "=cmd()", "\u{202E}abc", "👩‍👩‍👧", "a\0b", "\0",
    String(repeating: "责", count: 100_000), " ", "NULL", "1", "0.10", "e\u{301}", "'); DROP TABLE posts; --",
  ]

  @Test func textsSurvive() throws {
    let rows = Self.hostile.map { [$0, $0] }
    let database = try Database(bytes: try written("posts", ["id", "name"], rows))
    #expect(
      try database.rows(of: "posts")
        == rows.enumerated().map { Row(number: $0.offset + 1, texts: $0.element) })
  }

  @Test func namesSurvive() throws {
    let names = ["a b", "q\"uote", "]", "select", "岗位", "x;y", "\"\u{301}"]
    var writer = try DatabaseWriter()
    for name in names {
      try writer.addTable(name, columns: names.map { ($0, .text) }, rowCount: 1) { names[$1] }
    }
    let database = try Database(bytes: try writer.bytes())
    #expect(database.tables == names)
    for name in names {
      #expect(try database.columns(of: name) == names)
      #expect(try database.rows(of: name) == [Row(number: 1, texts: names)])
    }
  }

  @Test func numbersAreNumbers() throws {
    let rows = [["0.2", "1"], ["3", "20"], ["", ""], ["often", "some"]]
    var writer = try DatabaseWriter()
    try writer.addTable("t", columns: [("r", .real), ("i", .integer)], rowCount: rows.count) { rows[$0][$1] }
    let bytes = try writer.bytes()
    #expect(try Database(bytes: bytes).rows(of: "t").map(\.texts) == rows)
    let kinds = try made("CREATE TABLE k (r REAL, i INTEGER); INSERT INTO k VALUES (0.2, 1)")
    #expect(try Database(bytes: kinds).rows(of: "k") == [Row(1, "0.2", "1")])
  }

  @Test func sameTablesGiveSameBytes() throws {
    let rows = (0..<3000).map { ["post-\($0)", "岗位\($0)"] }
    let first = try written("posts", ["id", "name"], rows)
    #expect(try written("posts", ["id", "name"], rows) == first)
    #expect(first.count % 4096 == 0)
  }

  @Test func tablesOfOneNameAreRefused() throws {
    #expect(throws: DatabaseError.self) {
      var writer = try DatabaseWriter()
      for name in ["posts", "POSTS"] { try writer.addTable(name, columns: [("a", .text)], rowCount: 0) { _, _ in "" } }
    }
  }
}
