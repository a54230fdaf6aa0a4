/// Finds names of a large table, of which the same ones are looked for again and again within some rows: a small table
/// of those found last stays in the fastest memory.
struct RecentNames {
  private struct Slot {
    var name: Int32
    var tag: UInt32
  }

  private static let mask = 4095
  let names: NameLookup
  /// By the last bits of the hash, what was found last.
  private var slots = [Slot](repeating: Slot(name: -1, tag: 0), count: mask + 1)

  init(_ names: NameLookup) { self.names = names }

  /// Whether a text with a hash was found lately, as far as the hash tells.
  @inline(__always)
  func holds(_ hash: UInt64) -> Bool { slots[Int(truncatingIfNeeded: hash) & Self.mask].tag == NameTable.tag(hash) }

  /// The number of a text that is in the table.
  @inline(__always)
  mutating func find(_ text: UnsafeBufferPointer<UInt8>) -> Name? { find(text, NameTable.hash(text)) }

  /// The same, where the hash is known.
  @inline(__always)
  mutating func find(_ text: UnsafeBufferPointer<UInt8>, _ hash: UInt64) -> Name? {
    let slot = Int(truncatingIfNeeded: hash) & Self.mask
    let known = slots[slot]
    if known.name >= 0, known.tag == NameTable.tag(hash), names.isText(of: Name(raw: known.name), text) {
      return Name(raw: known.name)
    }
    guard let name = names.find(text, hash) else { return nil }
    slots[slot] = Slot(name: name.raw, tag: NameTable.tag(hash))
    return name
  }
}
