import RemitModel
import Testing

/// Texts that lie in a pool are what texts of their own are.
struct PooledTextTests {
  @Test func columnsReadTheSameFromAPool() {
    var random = SplitMix(seed: 3)
    let pool = Array("县委书记县长environment-head分管副县长".utf8)
    // Where characters begin.
    let starts = pool.indices.filter { pool[$0] & 0xC0 != 0x80 } + [pool.count]
    for _ in 0..<300 {
      var (pooled, own) = (TextColumn<Post>(in: pool), TextColumn<Post>())
      for _ in 0..<20 {
        let ends = (0..<2).map { _ in starts.randomElement(using: &random) ?? 0 }.sorted()
        pool.withUnsafeBufferPointer { bytes in
          pooled.append(at: ends[0]..<ends[1], of: bytes)
          own.append(at: ends[0]..<ends[1], of: bytes)
        }
        if Int.random(in: 0..<6, using: &random) == 0 {
          pooled.append("新增")
          own.append("新增")
        }
      }
      let row = ID<Post>(Int.random(in: 0..<pooled.count, using: &random))
      pooled.set(row, to: "改名\(row.index)")
      own.set(row, to: "改名\(row.index)")
      #expect(pooled.values == own.values)
      #expect(pooled.texts.contains { $0 == 0x76 } == own.texts.contains { $0 == 0x76 })
      var (seen, expected): ([[UInt8]], [[UInt8]]) = ([], [])
      pooled.texts.forEach { seen.append([UInt8(truncatingIfNeeded: $0)] + Array($1)) }
      own.texts.forEach { expected.append([UInt8(truncatingIfNeeded: $0)] + Array($1)) }
      #expect(seen == expected)
      let kept = own.ids.filter { _ in Bool.random(using: &random) }
      pooled.keep(kept)
      own.keep(kept)
      #expect(pooled.values == own.values)
    }
  }
}
