import Foundation
import RemitSource
import Testing

@testable import RemitDatabase

@Suite struct ReadingTests {
  @Test func valuesAreShortTexts() throws {
    let bytes = try made(
      """
      CREATE TABLE t (a, b REAL, c INTEGER);
      INSERT INTO t VALUES ('x', 0.1, 3), (NULL, 2, -9223372036854775808), ('', 1e300, NULL), (1.50, -0.0, 9);
      INSERT INTO t VALUES ('水', 9e999, 1);
      """)
    let database = try Database(bytes: bytes)
    #expect(database.tables == ["t"])
    #expect(try database.columns(of: "t") == ["a", "b", "c"])
    #expect(
      try database.rows(of: "t") == [
        Row(1, "x", "0.1", "3"), Row(2, "", "2", "-9223372036854775808"), Row(3, "", "1e+300", ""),
        Row(4, "1.5", "0", "9"), Row(5, "水", "inf", "1"),
      ])
  }

  @Test func rowsComeByRowID() throws {
    let bytes = try made(
      """
      CREATE TABLE t (id TEXT, name TEXT); CREATE INDEX i ON t (name, id);
      INSERT INTO t (rowid, id, name) VALUES (7, 'a', 'z'), (-2, 'b', 'y'), (3, 'c', 'x');
      """)
    let database = try Database(bytes: bytes)
    #expect(try database.rows(of: "t") == [Row(-2, "b", "y"), Row(3, "c", "x"), Row(7, "a", "z")])
    #expect(try database.rows(of: "t", columns: ["name"]) == [Row(-2, "y"), Row(3, "x"), Row(7, "z")])
  }

  @Test func columnsMayTakeTheNamesOfRowIDs() throws {
    let bytes = try made(
      """
      CREATE TABLE one (rowid TEXT, _ROWID_ TEXT); INSERT INTO one VALUES ('r', 's');
      CREATE TABLE all_three (rowid TEXT, _rowid_ TEXT, oid TEXT);
      INSERT INTO all_three VALUES ('a', 'b', 'c'), ('d', 'e', 'f');
      CREATE TABLE without (id TEXT PRIMARY KEY, n) WITHOUT ROWID; INSERT INTO without VALUES ('b', 1), ('a', 2);
      CREATE TABLE key (id INTEGER PRIMARY KEY, n); INSERT INTO key VALUES (20, 'x'), (10, 'y');
      """)
    let database = try Database(bytes: bytes)
    #expect(try database.rows(of: "one") == [Row(1, "r", "s")])
    #expect(try database.rows(of: "all_three") == [Row(1, "a", "b", "c"), Row(2, "d", "e", "f")])
    #expect(try database.rows(of: "without") == [Row(1, "a", "2"), Row(2, "b", "1")])
    #expect(try database.rows(of: "key") == [Row(10, "10", "y"), Row(20, "20", "x")])
  }

  @Test func readingEndsWhenTold() throws {
    let bytes = try written("posts", ["id"], [["a"], ["b"], ["c"]])
    let database = try Database(bytes: bytes)
    var seen: [String] = []
    try database.forEachRow(of: "posts", columns: ["id"]) { row in
      seen.append(row.text(0))
      return seen.count < 2
    }
    #expect(seen == ["a", "b"])
    // And can begin anew.
    #expect(try database.rows(of: "posts").count == 3)
  }

  @Test func otherEncodingsAreRead() throws {
    for encoding in ["UTF-16le", "UTF-16be"] {
      let bytes = try made("PRAGMA encoding='\(encoding)'; CREATE TABLE t (a); INSERT INTO t VALUES ('水😀é');")
      #expect(try Database(bytes: bytes).rows(of: "t") == [Row(1, "水😀é")])
    }
  }

  @Test func whatIsNoTextIsRefused() throws {
    let bytes = try made(
      "CREATE TABLE t (a, b); INSERT INTO t VALUES ('x', 1), ('y', x'00'); CREATE TABLE u (b); "
        + "INSERT INTO u VALUES (CAST(x'FF41' AS TEXT));")
    let database = try Database(bytes: bytes)
    #expect(throws: DatabaseError.blob(table: "t", row: 2, column: "b")) { _ = try database.rows(of: "t") }
    #expect(try database.rows(of: "t", columns: ["a"]).count == 2)
    #expect(throws: DatabaseError.encoding(table: "u", row: 1, column: "b")) { _ = try database.rows(of: "u") }
  }

  @Test func unknownNamesAreRefused() throws {
    let database = try Database(bytes: try written("posts", ["id", "name"], [["a", "b"]]))
    #expect(throws: DatabaseError.noTable("Posts")) { _ = try database.columns(of: "Posts") }
    #expect(throws: DatabaseError.noTable("sqlite_schema")) { _ = try database.rows(of: "sqlite_schema") }
    #expect(throws: DatabaseError.noColumn("nome", table: "posts")) {
      _ = try database.rows(of: "posts", columns: ["id", "nome"])
    }
  }

  @Test func onlyOrdinaryTablesAreThere() throws {
    let bytes = try made(
      """
      CREATE TABLE posts (id); CREATE VIEW people AS SELECT id FROM posts; CREATE VIRTUAL TABLE words USING fts5(x);
      CREATE TABLE counted (id INTEGER PRIMARY KEY AUTOINCREMENT); CREATE TEMP TABLE other (a);
      CREATE TRIGGER t AFTER INSERT ON posts BEGIN DELETE FROM posts; END;
      """)
    let database = try Database(bytes: bytes)
    let own = database.tables.filter { !$0.hasPrefix("words") }
    #expect(own == ["posts", "counted"])
    #expect(throws: DatabaseError.noTable("people")) { _ = try database.rows(of: "people") }
    #expect(throws: DatabaseError.noTable("words")) { _ = try database.rows(of: "words") }
  }

  @Test func formulasAreNotRun() throws {
    let bytes = try made(
      "CREATE TABLE t (a, b AS (hex(zeroblob(1000000)))); CREATE TABLE u (a, b AS (a || '!') STORED); "
        + "INSERT INTO u VALUES ('x');")
    let database = try Database(bytes: bytes)
    #expect(throws: DatabaseError.computedColumn("b", table: "t")) { _ = try database.columns(of: "t") }
    #expect(try database.rows(of: "u") == [Row(1, "x", "x!")])
  }
}
