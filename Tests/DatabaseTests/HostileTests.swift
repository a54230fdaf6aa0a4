import Testing

@testable import RemitDatabase

@Suite struct HostileTests {
  /// A tree of which every page has but one child, many times over: 50⁸ rows in some hundred pages.
  @Test func pagesThatAreTheirNeighboursChildren() throws {
    var bytes = try made(
      "PRAGMA page_size=512; CREATE TABLE t (a); "
        + "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 9000) INSERT INTO t SELECT i FROM n;"
    )
    let pages = bytes.count / 512
    let inner = (1..<pages).filter { bytes[$0 * 512] == 0x05 }
    let leaves = (1..<pages).filter { bytes[$0 * 512] == 0x0D }
    let root = try #require(inner.first)
    let model = try #require(inner.first { $0 != root && bytes[$0 * 512 + 4] > 20 })
    let chain = [root] + leaves.dropFirst().prefix(7)
    let pattern = Array(bytes[model * 512..<(model + 1) * 512])
    for (index, page) in chain.enumerated() {
      let child = index + 1 < chain.count ? chain[index + 1] : try #require(leaves.first)
      bytes.replaceSubrange(page * 512..<(page + 1) * 512, with: pattern)
      Self.point(every: page, to: child + 1, &bytes)
    }
    let database = try Database(bytes: bytes)
    var count = 0
    #expect(throws: DatabaseError.tooMuchWork) {
      try database.forEachRow(of: "t", columns: ["a"]) { _ in
        count += 1
        return true
      }
    }
    #expect(count < 100 * 9000)
  }

  /// Makes every child of an inner page the same one.
  private static func point(every page: Int, to child: Int, _ bytes: inout [UInt8]) {
    let start = page * 512
    let cells = Int(bytes[start + 3]) << 8 | Int(bytes[start + 4])
    let pointers = (0..<cells).map { Int(bytes[start + 12 + 2 * $0]) << 8 | Int(bytes[start + 13 + 2 * $0]) }
    for offset in pointers.map({ start + $0 }) + [start + 8] {
      bytes[offset] = 0
      bytes[offset + 1] = 0
      bytes[offset + 2] = UInt8(child >> 8)
      bytes[offset + 3] = UInt8(child & 255)
    }
  }

  /// Many rows that all claim the one long chain of pages.
  @Test func rowsThatShareOneText() throws {
    var bytes = try made(
      "PRAGMA page_size=512; CREATE TABLE t (a); INSERT INTO t VALUES (printf('%.*c', 1000000, 'x')); "
        + "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 300) "
        + "INSERT INTO t SELECT printf('%.*c', 20068, 'y') FROM n;")
    let large = try #require(Self.cells(of: 1_000_000, in: bytes).first)
    // Both keep as much of a text in their own page.
    for cell in Self.cells(of: 20_068, in: bytes) {
      // The three bytes of the payload's length, those of the text's length, and the first page of the rest.
      bytes.replaceSubrange(cell.length, with: bytes[large.length])
      bytes.replaceSubrange(cell.header, with: bytes[large.header])
      bytes.replaceSubrange(cell.overflow, with: bytes[large.overflow])
    }
    let database = try Database(bytes: bytes)
    #expect(throws: DatabaseError.tooMuchWork) { try database.forEachRow(of: "t", columns: ["a"]) { _ in true } }
  }

  private struct LongCell {
    var start: Int
    /// Of the row id, which stands behind the payload's length.
    var idLength: Int

    var length: Range<Int> { start..<start + 3 }
    /// Of the record: its own length, then the text's type.
    var header: Range<Int> { start + 3 + idLength + 1..<start + 3 + idLength + 4 }

    /// The number of the page where the text goes on.
    var overflow: Range<Int> {
      // What of a payload stays in its page, after the file format's section 1.6.
      let least = (512 - 12) * 32 / 255 - 23
      let local = least + (1_000_004 - least) % (512 - 4)
      let end = start + 3 + idLength + (local <= 512 - 35 ? local : least)
      return end..<end + 4
    }
  }

  private static func cells(of count: Int, in bytes: [UInt8]) -> [LongCell] {
    func varint(_ value: Int) -> [UInt8] {
      [UInt8(value >> 14 | 128), UInt8(value >> 7 & 127 | 128), UInt8(value & 127)]
    }
    let payload = varint(count + 4)
    let record = [4] + varint(2 * count + 13)
    return (0..<bytes.count - 16).compactMap { start in
      guard bytes[start] == payload[0], Array(bytes[start..<start + 3]) == payload else { return nil }
      for idLength in 1...2 {
        let header = start + 3 + idLength
        if Array(bytes[header..<header + 4]) == record { return LongCell(start: start, idLength: idLength) }
      }
      return nil
    }
  }

  /// Rows of some bytes that all show a column's long default.
  @Test func rowsThatShareOneDefault() throws {
    let bytes = try made(
      "CREATE TABLE t (a); WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2000) "
        + "INSERT INTO t SELECT i FROM n; ALTER TABLE t ADD COLUMN b DEFAULT '\(String(repeating: "x", count: 500_000))'"
    )
    let database = try Database(bytes: bytes)
    #expect(throws: DatabaseError.tooMuchWork) { _ = try database.rows(of: "t") }
    #expect(try database.rows(of: "t", columns: ["a"]).count == 2000)
  }

  @Test func endlessDefinitionsAreRefused() throws {
    let columns = (0..<400).map { "a\($0)" + String(repeating: "_", count: 100) }.joined(separator: ",")
    let tables = (0..<300).map { "CREATE TABLE t\($0) (\(columns));" }.joined()
    let bytes = try made("BEGIN; \(tables) COMMIT;")
    #expect(throws: DatabaseError.tooMuchWork) { _ = try Database(bytes: bytes).tables }
    let wide = (0..<501).map { "a\($0)" }.joined(separator: ",")
    let broad = try made("CREATE TABLE t (\(wide))")
    #expect(throws: DatabaseError.self) { _ = try Database(bytes: broad).tables }
  }

  @Test func longCellsAreRefused() throws {
    let limit = Database.cellLimit
    let most = String(repeating: "x", count: limit)
    let database = try Database(bytes: try written("t", ["a"], [[most], [most + "x"]]))
    var seen: [Int] = []
    #expect(throws: DatabaseError.cellTooLong(table: "t", row: 2, column: "a", limit: limit)) {
      try database.forEachRow(of: "t", columns: ["a"]) { row in
        seen.append(row[0].count)
        return true
      }
    }
    #expect(seen == [limit])
    let endless = String(repeating: "x", count: 17 << 20)
    let longer = try Database(bytes: try written("t", ["a"], [[endless]]))
    #expect(throws: DatabaseError.rowTooLong(table: "t")) { _ = try longer.rows(of: "t") }
  }

  /// Views that double at each step are never looked into.
  @Test func viewsAreNotExpanded() throws {
    let views = (1...40).map { "CREATE VIEW v\($0) AS SELECT a.x FROM v\($0 - 1) a, v\($0 - 1) b;" }.joined()
    let database = try Database(bytes: try made("CREATE TABLE v0 (x); \(views)"))
    #expect(database.tables == ["v0"])
    #expect(throws: DatabaseError.noTable("v40")) { _ = try database.columns(of: "v40") }
  }
}
