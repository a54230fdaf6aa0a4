import RemitModel

/// A text that a chart's files may use many times, such as an id, as the number of its first use in a `NameTable`.
struct Name: Sendable, Hashable {
  let raw: Int32

  var index: Int { Int(raw) }
}

/// The ids and other short texts of a chart's files, each kept once, numbered from 0 by first use.
///
/// Linking then compares and looks up numbers. The table is open addressing over one buffer of bytes; its hash is mixed
/// with a random number, on which nothing but the time depends, so that no file can be made to be slow.
///
/// Source: D. Knuth, The Art of Computer Programming, vol. 3, 6.4, algorithm L; the mixing is the folded multiplication
/// of Wang Yi's wyhash.
struct NameTable: Sendable {
  private(set) var bytes: [UInt8] = []
  /// Where each name ends in `bytes`, of which there are less than 4 GiB.
  private(set) var ends: [UInt32] = []
  /// The name in each slot, or −1, and a part of its hash that spares most comparisons; as many as a power of two.
  private(set) var slots: [Slot]
  private var mask: Int
  private static let empty = Slot(name: -1, tag: 0)

  struct Slot {
    var name: Int32
    var tag: UInt32
  }

  private static let seed = UInt64.random(in: .min ... .max)

  /// How many names there are.
  var count: Int { ends.count }

  /// How many bytes they have together.
  var size: Int { bytes.count }

  /// An empty table with room for so many names.
  init(capacity: Int = 64) {
    var size = 128
    while size * 3 < capacity * 4 { size *= 2 }
    slots = [Slot](repeating: Self.empty, count: size)
    mask = size - 1
    ends.reserveCapacity(capacity)
    bytes.reserveCapacity(capacity * 24)
  }

  /// The number of a text, which is new where the text is. O(bytes), amortized.
  mutating func intern(_ text: UnsafeBufferPointer<UInt8>) -> Name { intern(text, Self.hash(text)) }

  /// The same, where the hash is known.
  @inline(__always)
  mutating func intern(_ text: UnsafeBufferPointer<UInt8>, _ hash: UInt64) -> Name {
    let (slot, known) = place(of: text, hash)
    if let known { return known }
    return add(text, hash, slot)
  }

  @inline(never)
  private mutating func add(_ text: UnsafeBufferPointer<UInt8>, _ hash: UInt64, _ slot: Int) -> Name {
    let name = Name(raw: Int32(ends.count))
    slots[slot] = Slot(name: name.raw, tag: Self.tag(hash))
    bytes.append(contentsOf: text)
    ends.append(UInt32(bytes.count))
    if ends.count * 4 > slots.count * 3 { grow() }
    return name
  }

  /// Makes the hash of each text and asks for the memory that `intern` will need for it. What nobody waits for comes all
  /// at once, while the loads of `intern` follow one after the other.
  ///
  /// - Parameters:
  ///   - hashes: Takes the hashes of up to 64 texts.
  ///   - text: Each of the texts by its number.
  /// - Returns: The texts that are the same as the one before, as bits.
  @inline(__always)
  func fetch(
    _ hashes: UnsafeMutableBufferPointer<UInt64>, _ text: (Int) -> UnsafeBufferPointer<UInt8>
  ) -> UInt64 {
    withLookup { names in
      var repeated: UInt64 = 0
      var last = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
      for index in hashes.indices {
        let text = text(index)
        if index > 0, ShortTexts.areEqual(text, last) {
          hashes[index] = hashes[index - 1]
          repeated |= 1 << UInt64(index)
          continue
        }
        hashes[index] = Self.hash(text)
        names.fetchSlot(hashes[index])
        last = text
      }
      for index in hashes.indices where repeated >> UInt64(index) & 1 == 0 { names.fetchEnd(hashes[index]) }
      for index in hashes.indices where repeated >> UInt64(index) & 1 == 0 { names.fetchText(hashes[index]) }
      return repeated
    }
  }

  /// The slot of a text, or the one where it belongs.
  @inline(__always)
  private func place(of text: UnsafeBufferPointer<UInt8>, _ hash: UInt64) -> (slot: Int, name: Name?) {
    let tag = Self.tag(hash)
    return slots.withUnsafeBufferPointer { slots in
      var slot = Int(truncatingIfNeeded: hash) & mask
      while slots[slot].name >= 0 {
        if slots[slot].tag == tag, isEqual(Int(slots[slot].name), text) { return (slot, Name(raw: slots[slot].name)) }
        slot = (slot + 1) & mask
      }
      return (slot, nil)
    }
  }

  mutating func intern(_ text: String) -> Name {
    var text = text
    return text.withUTF8 { intern($0) }
  }

  /// The number of a text that is in the table.
  func find(_ text: String) -> Name? {
    var text = text
    return text.withUTF8 { find($0) }
  }

  /// The number of a text that is in the table.
  func find(_ text: UnsafeBufferPointer<UInt8>) -> Name? { find(text, Self.hash(text)) }

  /// The same, where the hash is known.
  @inline(__always)
  func find(_ text: UnsafeBufferPointer<UInt8>, _ hash: UInt64) -> Name? { place(of: text, hash).name }

  /// A part of a hash that spares most comparisons.
  @inline(__always)
  static func tag(_ hash: UInt64) -> UInt32 { UInt32(truncatingIfNeeded: hash >> 24) }

  /// The text of a name.
  subscript(name: Name) -> String {
    bytes.withUnsafeBufferPointer { String(decoding: $0[range(name.index)], as: UTF8.self) }
  }

  /// Looks at the bytes of a name's text. They are valid only within the call.
  @inline(__always)
  func withUTF8<Result>(of name: Name, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    bytes.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[range(name.index)])) }
  }

  /// Adds a name's text to a column, which may have the table's bytes for its pool.
  func append<Entity>(_ name: Name, to column: inout TextColumn<Entity>) {
    bytes.withUnsafeBufferPointer { column.append(at: range(name.index), of: $0) }
  }

  /// Whether a name's text holds a byte.
  func contains(_ byte: UInt8, in name: Name) -> Bool { bytes[range(name.index)].contains(byte) }

  /// Goes through the names whose texts hold a byte. O(bytes) where there is one.
  func forEach(with byte: UInt8, _ body: (Name) -> Void) {
    guard bytes.contains(byte) else { return }
    for name in ends.indices where contains(byte, in: Name(raw: Int32(name))) { body(Name(raw: Int32(name))) }
  }

  /// Takes over all names of another table; gives the number that each of them has here. O(bytes of the other).
  mutating func absorb(_ other: NameTable) -> [Name] {
    var names: [Name] = []
    names.reserveCapacity(other.count)
    other.bytes.withUnsafeBufferPointer { bytes in
      func text(_ name: Int) -> UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(rebasing: bytes[other.range(name)]) }
      withUnsafeTemporaryAllocation(of: UInt64.self, capacity: 64) { hashes in
        for start in stride(from: 0, to: other.count, by: 64) {
          let some = UnsafeMutableBufferPointer(rebasing: hashes[..<min(64, other.count - start)])
          _ = fetch(some) { text(start + $0) }
          for index in some.indices { names.append(intern(text(start + index), some[index])) }
        }
      }
    }
    return names
  }

  private func range(_ name: Int) -> Range<Int> { (name == 0 ? 0 : Int(ends[name - 1]))..<Int(ends[name]) }

  private func isEqual(_ name: Int, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
    let range = range(name)
    return bytes.withUnsafeBufferPointer { ShortTexts.areEqual(UnsafeBufferPointer(rebasing: $0[range]), text) }
  }

  private mutating func grow() {
    slots = [Slot](repeating: Self.empty, count: slots.count * 2)
    mask = slots.count - 1
    bytes.withUnsafeBufferPointer { bytes in
      for name in ends.indices {
        let hash = Self.hash(UnsafeBufferPointer(rebasing: bytes[range(name)]))
        var slot = Int(truncatingIfNeeded: hash) & mask
        while slots[slot].name >= 0 { slot = (slot + 1) & mask }
        slots[slot] = Slot(name: Int32(name), tag: Self.tag(hash))
      }
    }
  }

  @inline(__always)
  static func hash(_ text: UnsafeBufferPointer<UInt8>) -> UInt64 {
    let start = seed ^ UInt64(truncatingIfNeeded: text.count) &* 0x9E37_79B9_7F4A_7C15
    guard let base = text.baseAddress else { return mix(start, 0) }
    let bytes = UnsafeRawPointer(base)
    if text.count > 16 { return hash(bytes, text.count, start) }
    let (low, high) = ShortTexts.words(bytes, text.count)
    return mix(start ^ low, 0xA076_1D64_78BD_642F ^ high)
  }

  @inline(__always)
  private static func hash(_ bytes: UnsafeRawPointer, _ count: Int, _ start: UInt64) -> UInt64 {
    var hash = start
    var offset = 0
    while offset + 16 < count {
      let low = bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
      let high = bytes.loadUnaligned(fromByteOffset: offset + 8, as: UInt64.self)
      hash = mix(hash ^ low, 0xE703_7ED1_A0B4_28DB ^ high)
      offset += 16
    }
    // The last words may overlap those before.
    let low = bytes.loadUnaligned(fromByteOffset: count - 16, as: UInt64.self)
    let high = bytes.loadUnaligned(fromByteOffset: count - 8, as: UInt64.self)
    return mix(hash ^ low, 0xA076_1D64_78BD_642F ^ high)
  }

  @inline(__always)
  private static func mix(_ first: UInt64, _ second: UInt64) -> UInt64 {
    let product = first.multipliedFullWidth(by: second)
    return product.high ^ product.low
  }
}
