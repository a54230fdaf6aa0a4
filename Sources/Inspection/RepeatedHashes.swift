/// Which of many hashes may occur more than once, told without looking one up in a large table.
///
/// A hash marks one of sixteen bits for each row, and what marks a bit anew may be the same: the marks of a hundred
/// thousand rows fit into a processor's cache, where a table of the hashes does not. (B. Bloom, "Space/time trade-offs in
/// hash coding with allowable errors", CACM 13, 1970, with one hash function.)
struct RepeatedHashes {
  /// The rows whose hash may be that of another row too, in order: all whose hash is, and by chance some others.
  static func rows(_ hashes: [UInt64]) -> [Int32] {
    var words = 64
    while words * 4 < hashes.count { words *= 2 }
    let mask = UInt64(words - 1)
    // By word, the marks, and those that were made again.
    var marks = [(once: UInt64, again: UInt64)](repeating: (0, 0), count: words)
    for hash in hashes {
      let word = Int(truncatingIfNeeded: hash & mask)
      let bit: UInt64 = 1 << (hash >> 58)
      let once = marks[word].once
      marks[word] = (once | bit, marks[word].again | once & bit)
    }
    var rows: [Int32] = []
    for (row, hash) in hashes.enumerated()
    where marks[Int(truncatingIfNeeded: hash & mask)].again >> (hash >> 58) & 1 != 0 {
      rows.append(Int32(truncatingIfNeeded: row))
    }
    return rows
  }
}
