import CMachine
import RemitModel

/// The ids of the rows of a growing column of texts, to find those that are repeated: 8 bytes a slot, and none for the
/// texts themselves. Ids that are sorted, as those of a table mostly are, need no slots.
///
/// Source: as for `NameTable`.
struct KeySet<Entity> {
  private struct Slot {
    var row: Int32
    var tag: UInt32
  }

  private static var empty: Slot { Slot(row: -1, tag: 0) }
  private var slots: [Slot] = []
  private var mask = 0
  private var count = 0
  private let capacity: Int
  /// All rows, as long as they need no slots.
  private var sorted: SortedKeys<Entity>? = SortedKeys()

  /// An empty set with room for so many ids.
  init(capacity: Int = 64) { self.capacity = capacity }

  /// Gives slots to the rows that had none. O(their bytes).
  private mutating func endSorted(_ column: TextColumn<Entity>) {
    guard let known = sorted else { return }
    sorted = nil
    var size = 128
    while size * 3 < max(capacity, known.count) * 4 { size *= 2 }
    slots = [Slot](repeating: Self.empty, count: size)
    mask = size - 1
    known.forEachFirst { row in
      let hash = column.withUTF8(of: ID(row)) { NameTable.hash($0) }
      put(Slot(row: Int32(row), tag: NameTable.tag(hash)), hash)
      count += 1
    }
  }

  /// The first row with an id; nil where the id is new, which then has this row. O(bytes), amortized.
  mutating func first(_ id: UnsafeBufferPointer<UInt8>, row: Int, of column: TextColumn<Entity>) -> Int? {
    if let added = sorted?.add(id, row: row, of: column), added.isAdded { return added.known }
    endSorted(column)
    if count * 4 >= slots.count * 3 { grow(column) }
    let hash = NameTable.hash(id)
    let place = place(of: id, hash, column)
    if let known = place.row { return known }
    slots[place.slot] = Slot(row: Int32(row), tag: NameTable.tag(hash))
    count += 1
    return nil
  }

  /// The first row with an id, if there is one.
  mutating func find(_ id: UnsafeBufferPointer<UInt8>, of column: TextColumn<Entity>) -> Int? {
    endSorted(column)
    return place(of: id, NameTable.hash(id), column).row
  }

  /// The slot of an id, or the one where it belongs.
  @inline(__always)
  private func place(
    of id: UnsafeBufferPointer<UInt8>, _ hash: UInt64, _ column: TextColumn<Entity>
  ) -> (slot: Int, row: Int?) {
    let tag = NameTable.tag(hash)
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot].row >= 0 {
      let row = Int(slots[slot].row)
      if slots[slot].tag == tag, column.withUTF8(of: ID(row), { $0.elementsEqual(id) }) { return (slot, row) }
      slot = (slot + 1) & mask
    }
    return (slot, nil)
  }

  /// Asks for the first slots of ids, as `NameTable.fetch` does.
  @inline(__always)
  func fetch(_ count: Int, _ text: (Int) -> UnsafeBufferPointer<UInt8>) {
    if sorted != nil { return }
    slots.withUnsafeBufferPointer { slots in
      for index in 0..<count {
        remit_prefetch(slots.baseAddress.map { $0 + (Int(truncatingIfNeeded: NameTable.hash(text(index))) & mask) })
      }
    }
  }

  private mutating func grow(_ column: TextColumn<Entity>) {
    let old = slots
    slots = [Slot](repeating: Self.empty, count: old.count * 2)
    mask = slots.count - 1
    for known in old where known.row >= 0 {
      let hash = column.withUTF8(of: ID(raw: known.row)) { NameTable.hash($0) }
      put(known, hash)
    }
  }

  private mutating func put(_ known: Slot, _ hash: UInt64) {
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot].row >= 0 { slot = (slot + 1) & mask }
    slots[slot] = known
  }
}
