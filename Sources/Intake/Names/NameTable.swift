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
  private var bytes: [UInt8] = []
  /// Where each name ends in `bytes`.
  private var ends: [Int] = []
  private var hashes: [UInt32] = []
  /// The name in each slot, or −1; as many as a power of two.
  private var slots: [Int32]
  private var mask: Int
  private static let seed = UInt64.random(in: .min ... .max)

  /// How many names there are.
  var count: Int { ends.count }

  /// An empty table with room for so many names.
  init(capacity: Int = 64) {
    var size = 128
    while size < capacity * 2 { size *= 2 }
    slots = [Int32](repeating: -1, count: size)
    mask = size - 1
  }

  /// The number of a text, which is new where the text is. O(bytes), amortized.
  mutating func intern(_ text: UnsafeBufferPointer<UInt8>) -> Name {
    let hash = Self.hash(text)
    var slot = Int(hash) & mask
    while slots[slot] >= 0 {
      let name = Int(slots[slot])
      if hashes[name] == UInt32(truncatingIfNeeded: hash), isEqual(name, text) { return Name(raw: slots[slot]) }
      slot = (slot + 1) & mask
    }
    let name = Name(raw: Int32(ends.count))
    slots[slot] = name.raw
    bytes.append(contentsOf: text)
    ends.append(bytes.count)
    hashes.append(UInt32(truncatingIfNeeded: hash))
    if ends.count * 2 > slots.count { grow() }
    return name
  }

  mutating func intern(_ text: String) -> Name {
    var text = text
    return text.withUTF8 { intern($0) }
  }

  /// The number of a text that is in the table.
  func find(_ text: String) -> Name? {
    var text = text
    return text.withUTF8 { text in
      let hash = Self.hash(text)
      var slot = Int(hash) & mask
      while slots[slot] >= 0 {
        let name = Int(slots[slot])
        if hashes[name] == UInt32(truncatingIfNeeded: hash), isEqual(name, text) { return Name(raw: slots[slot]) }
        slot = (slot + 1) & mask
      }
      return nil
    }
  }

  /// The text of a name.
  subscript(name: Name) -> String {
    bytes.withUnsafeBufferPointer { String(decoding: $0[range(name.index)], as: UTF8.self) }
  }

  /// Whether a name's text holds a byte.
  func contains(_ byte: UInt8, in name: Name) -> Bool { bytes[range(name.index)].contains(byte) }

  /// Takes over all names of another table; gives the number that each of them has here. O(bytes of the other).
  mutating func absorb(_ other: NameTable) -> [Name] {
    other.bytes.withUnsafeBufferPointer { bytes in
      (0..<other.count).map { intern(UnsafeBufferPointer(rebasing: bytes[other.range($0)])) }
    }
  }

  private func range(_ name: Int) -> Range<Int> { (name == 0 ? 0 : ends[name - 1])..<ends[name] }

  private func isEqual(_ name: Int, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
    let range = range(name)
    guard range.count == text.count else { return false }
    return bytes.withUnsafeBufferPointer { bytes in
      for index in 0..<text.count where bytes[range.lowerBound + index] != text[index] { return false }
      return true
    }
  }

  private mutating func grow() {
    slots = [Int32](repeating: -1, count: slots.count * 2)
    mask = slots.count - 1
    for (name, end) in ends.enumerated() {
      let start = name == 0 ? 0 : ends[name - 1]
      let hash = bytes.withUnsafeBufferPointer { Self.hash(UnsafeBufferPointer(rebasing: $0[start..<end])) }
      var slot = Int(hash) & mask
      while slots[slot] >= 0 { slot = (slot + 1) & mask }
      slots[slot] = Int32(name)
    }
  }

  /// 62 bits that fit an `Int`.
  private static func hash(_ text: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var hash = seed ^ UInt64(truncatingIfNeeded: text.count) &* 0x9E37_79B9_7F4A_7C15
    var offset = 0
    if let base = text.baseAddress {
      let bytes = UnsafeRawPointer(base)
      while offset + 8 <= text.count {
        hash = mix(hash ^ bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
        offset += 8
      }
    }
    var rest: UInt64 = 0
    while offset < text.count {
      rest = rest << 8 | UInt64(text[offset])
      offset += 1
    }
    return mix(hash ^ rest) >> 2
  }

  @inline(__always)
  private static func mix(_ word: UInt64) -> UInt64 {
    let product = word.multipliedFullWidth(by: 0xA076_1D64_78BD_642F)
    return product.high ^ product.low
  }
}
