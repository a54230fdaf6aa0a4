import Glibc

/// The memory of a `NameTable` that does not change meanwhile, for loops that look up very many names: they neither
/// count references to the table, for which cores would wait for each other, nor check that it is their own.
struct NameLookup {
  let slots: UnsafeBufferPointer<NameTable.Slot>
  let ends: UnsafeBufferPointer<UInt32>
  let bytes: UnsafeBufferPointer<UInt8>

  /// The number of a text with a hash, if it is in the table.
  @inline(__always)
  func find(_ text: UnsafeBufferPointer<UInt8>, _ hash: UInt64) -> Name? {
    let (tag, mask) = (NameTable.tag(hash), slots.count - 1)
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot].name >= 0 {
      let name = Name(raw: slots[slot].name)
      if slots[slot].tag == tag, isText(of: name, text) { return name }
      slot = (slot + 1) & mask
    }
    return nil
  }

  /// Whether a name has a text.
  @inline(__always)
  func isText(of name: Name, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
    let start = name.index == 0 ? 0 : Int(ends[name.index - 1])
    guard Int(ends[name.index]) - start == text.count else { return false }
    guard let base = text.baseAddress, let own = bytes.baseAddress else { return text.isEmpty }
    return memcmp(own + start, base, text.count) == 0
  }

  /// Loads the first slot where each text would be, as `NameTable.fetch` does.
  @inline(__always)
  func fetch(
    _ count: Int, _ text: (Int) -> UnsafeBufferPointer<UInt8>, where isWanted: (UInt64) -> Bool
  ) -> UInt32 {
    let mask = slots.count - 1
    var sum: UInt32 = 0
    for index in 0..<count {
      let hash = NameTable.hash(text(index))
      if isWanted(hash) { sum &+= slots[Int(truncatingIfNeeded: hash) & mask].tag }
    }
    return sum
  }
}

extension NameTable {
  /// Looks at the table's memory, which is valid only within the call.
  func withLookup<Result>(_ body: (NameLookup) -> Result) -> Result {
    slots.withUnsafeBufferPointer { slots in
      ends.withUnsafeBufferPointer { ends in
        bytes.withUnsafeBufferPointer { body(NameLookup(slots: slots, ends: ends, bytes: $0)) }
      }
    }
  }
}
