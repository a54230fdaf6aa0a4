import Testing

@testable import RemitDatabase

@Suite struct MutationTests {
  /// Seeded changes of a sound file: each is read in full, or refused, and costs no more than its size can.
  @Test(arguments: 0..<6) func changedFilesAreReadOrRefused(part: Int) throws {
    let sound = try Self.sound(pageSize: [512, 1024, 4096][part % 3])
    var outcomes: [String: Int] = [:]
    for seed in 0..<500 {
      var random = SplitMix(state: UInt64(part * 500 + seed))
      let bytes = Self.change(sound, &random)
      outcomes[Self.outcome(bytes), default: 0] += 1
    }
    // The changes do reach what they are meant to reach.
    #expect(outcomes["read", default: 0] > 20)
    #expect(outcomes["damaged", default: 0] > 20)
  }

  private static func outcome(_ bytes: [UInt8]) -> String {
    do throws(DatabaseError) {
      let database = try Database(bytes: bytes)
      for table in database.tables {
        var total = 0
        try database.forEachRow(of: table, columns: try database.columns(of: table)) { row in
          for column in 0..<row.count { total += row[column].count }
          return true
        }
        #expect(total <= (17 << 20) + 64 * bytes.count)
      }
      return "read"
    } catch {
      switch error {
      case .damaged, .notADatabase: return "damaged"
      default: return "refused"
      }
    }
  }

  private static func sound(pageSize: Int) throws -> [UInt8] {
    try made(
      """
      PRAGMA page_size=\(pageSize);
      CREATE TABLE posts (id TEXT, name TEXT, organization TEXT, rank INTEGER, weight REAL);
      CREATE TABLE keyed (id TEXT PRIMARY KEY, note TEXT) WITHOUT ROWID;
      CREATE INDEX names ON posts (name); CREATE VIEW people AS SELECT name FROM posts;
      WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 300)
      INSERT INTO posts SELECT 'post-' || i, '岗位' || i, 'body', i, i / 7.0 FROM n;
      INSERT INTO posts SELECT id, printf('%.*c', 5000, 'x'), '', 0, 0 FROM posts WHERE rowid % 50 = 0;
      INSERT INTO keyed SELECT id, name FROM posts WHERE rowid < 100;
      """)
  }

  private static func change(_ sound: [UInt8], _ random: inout SplitMix) -> [UInt8] {
    var bytes = sound
    switch Int.random(in: 0..<10, using: &random) {
    case 0: bytes.removeLast(Int.random(in: 1..<bytes.count, using: &random))
    case 1:
      // Two pages change places, or one is written over another.
      let size = [512, 1024, 4096].randomElement(using: &random) ?? 512
      let pages = bytes.count / size
      let (a, b) = (Int.random(in: 0..<pages, using: &random), Int.random(in: 0..<pages, using: &random))
      for offset in 0..<size { bytes.swapAt(a * size + offset, b * size + offset) }
      if Bool.random(using: &random) {
        for offset in 0..<size { bytes[a * size + offset] = bytes[b * size + offset] }
      }
    case 2: for _ in 0..<3 { flip(100, &bytes, &random) }
    case 3: for _ in 0..<3 { flip(2000, &bytes, &random) }
    case 4:
      let start = Int.random(in: 0..<bytes.count - 8, using: &random)
      let value: UInt8 = [0, 0xFF, 0x7F, 0x80].randomElement(using: &random) ?? 0
      for index in start..<start + 8 { bytes[index] = value }
    default: for _ in 0..<Int.random(in: 1...40, using: &random) { flip(bytes.count, &bytes, &random) }
    }
    return bytes
  }

  private static func flip(_ range: Int, _ bytes: inout [UInt8], _ random: inout SplitMix) {
    bytes[Int.random(in: 0..<range, using: &random)] = UInt8.random(in: 0...255, using: &random)
  }
}

struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var z = state
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return z ^ (z >> 31)
  }
}
