/// A container as no library would write it: stored entries, several of one name, lengths after the contents, and what
/// it claims of itself.
struct RawZip {
  var entries: [(name: String, bytes: [UInt8])] = []
  /// Whether lengths and checksums come after the contents.
  var hasDescriptors = false
  /// How many entries the end record claims; as many as there are where it is nil.
  var claim: Int?

  var bytes: [UInt8] {
    var result: [UInt8] = []
    var directory: [UInt8] = []
    for entry in entries {
      let offset = result.count
      let sum = Self.checksum(entry.bytes)
      let size = entry.bytes.count
      let flags = hasDescriptors ? 0x0808 : 0x0800
      let known = hasDescriptors ? (0, 0) : (sum, size)
      let name = Array(entry.name.utf8)
      result += Self.number(0x0403_4B50, 4) + Self.number(20, 2) + Self.number(flags, 2) + Self.number(0, 2)
      result += Self.number(0, 2) + Self.number(0x21, 2) + Self.number(known.0, 4) + Self.number(known.1, 4)
      result += Self.number(known.1, 4) + Self.number(name.count, 2) + Self.number(0, 2) + name + entry.bytes
      if hasDescriptors {
        result += Self.number(0x0807_4B50, 4) + Self.number(sum, 4) + Self.number(size, 4) + Self.number(size, 4)
      }
      directory += Self.number(0x0201_4B50, 4) + Self.number(20, 2) + Self.number(20, 2) + Self.number(flags, 2)
      directory += Self.number(0, 2) + Self.number(0, 2) + Self.number(0x21, 2) + Self.number(sum, 4)
      directory += Self.number(size, 4) + Self.number(size, 4) + Self.number(name.count, 2) + Self.number(0, 2)
      directory += Self.number(0, 2) + Self.number(0, 2) + Self.number(0, 2) + Self.number(0, 4)
      directory += Self.number(offset, 4) + name
    }
    let count = claim ?? entries.count
    let end = Self.number(0x0605_4B50, 4) + Self.number(0, 2) + Self.number(0, 2) + Self.number(count, 2)
    let places = Self.number(count, 2) + Self.number(directory.count, 4) + Self.number(result.count, 4)
    return result + directory + end + places + Self.number(0, 2)
  }

  private static func number(_ value: Int, _ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
  }

  private static func checksum(_ bytes: [UInt8]) -> Int {
    var sum: UInt32 = .max
    bytes.withUnsafeBufferPointer { bytes in
      table.withUnsafeBufferPointer { table in
        for byte in bytes { sum = sum >> 8 ^ table[Int(UInt8(truncatingIfNeeded: sum) ^ byte)] }
      }
    }
    return Int(~sum)
  }

  private static let table: [UInt32] = (0..<256).map { number in
    var sum = UInt32(number)
    for _ in 0..<8 { sum = sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
    return sum
  }
}
