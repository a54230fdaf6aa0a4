/// The first row of each kind of text, found by a hash of the text.
///
/// Open addressing over one array (D. Knuth, The Art of Computer Programming, vol. 3, 6.4, algorithm L).
struct FirstRows {
  private var slots: [(hash: UInt64, row: Int32)]
  private var mask: Int
  private var count = 0

  /// Room for so many rows; more make it grow.
  init(count: Int) {
    var size = 16
    while size < count * 2 { size *= 2 }
    slots = Array(repeating: (0, -1), count: size)
    mask = size - 1
  }

  /// The first row that was added with this hash and is really the same, or this row, which then is the first.
  mutating func row(_ hash: UInt64, orAdd row: Int32, where isSame: (Int32) -> Bool) -> Int32 {
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot].row >= 0 {
      if slots[slot].hash == hash, isSame(slots[slot].row) { return slots[slot].row }
      slot = (slot + 1) & mask
    }
    slots[slot] = (hash, row)
    count += 1
    if count * 2 > slots.count { grow() }
    return row
  }

  private mutating func grow() {
    let old = slots
    slots = Array(repeating: (0, -1), count: old.count * 2)
    mask = slots.count - 1
    for entry in old where entry.row >= 0 {
      var slot = Int(truncatingIfNeeded: entry.hash) & mask
      while slots[slot].row >= 0 { slot = (slot + 1) & mask }
      slots[slot] = entry
    }
  }
}

/// Rows that belong together, of which there are few among many.
struct JoinedRows {
  private var parents: [Int: Int] = [:]

  private func root(_ row: Int) -> Int {
    var row = row
    while let next = parents[row], next != row { row = next }
    return row
  }

  mutating func join(_ one: Int, _ other: Int) {
    let (a, b) = (root(one), root(other))
    parents[a] = min(a, b)
    parents[b] = min(a, b)
  }

  /// The rows by group, each in order.
  var groups: [[Int]] {
    var members: [Int: [Int]] = [:]
    for row in parents.keys.sorted() { members[root(row), default: []].append(row) }
    return members.keys.sorted().compactMap { members[$0] }
  }
}
