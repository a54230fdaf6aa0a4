import CMachine

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
    return ShortTexts.areEqual(UnsafeBufferPointer(rebasing: bytes[start..<Int(ends[name.index])]), text)
  }

  /// Asks for the first slot where a text with a hash would be.
  @inline(__always)
  func fetchSlot(_ hash: UInt64) {
    remit_prefetch(slots.baseAddress.map { $0 + (Int(truncatingIfNeeded: hash) & (slots.count - 1)) })
  }

  /// Asks for what tells where the text in that slot lies, if its hash is alike. The slot should be at hand.
  @inline(__always)
  func fetchEnd(_ hash: UInt64) {
    if let name = first(hash) { remit_prefetch(ends.baseAddress.map { $0 + max(name - 1, 0) }) }
  }

  /// Asks for the text in that slot, if its hash is alike. What tells where it lies should be at hand.
  @inline(__always)
  func fetchText(_ hash: UInt64) {
    if let name = first(hash), name > 0 { remit_prefetch(bytes.baseAddress.map { $0 + Int(ends[name - 1]) }) }
  }

  /// The name in the first slot where a text with a hash would be, if its hash is alike.
  @inline(__always)
  private func first(_ hash: UInt64) -> Int? {
    let slot = slots[Int(truncatingIfNeeded: hash) & (slots.count - 1)]
    return slot.name >= 0 && slot.tag == NameTable.tag(hash) ? Int(slot.name) : nil
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
