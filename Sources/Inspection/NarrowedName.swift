/// Names of ideographs with the punctuation that goes with them, in ASCII of either width: what most names in Chinese are
/// made of. They are copied in their usual width and hashed by words.
enum NarrowedName {
  /// The hash of a name as `Lookalikes.nameHash` tells it; nil for a name of other characters.
  static func hash(of name: UnsafeBufferPointer<UInt8>, seed: UInt64) -> UInt64? {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: name.count) { narrowed in
      guard let count = narrow(name, into: narrowed) else { return nil }
      var hash = seed
      UnsafeBufferPointer(rebasing: narrowed[..<count]).forEachWord {
        hash = TextHash.mixed(hash, FoldedWords.lowered($0))
      }
      return TextHash.ended(hash, count: UInt64(count))
    }
  }

  /// Copies a name without spaces and in its usual width.
  ///
  /// - Returns: how many bytes it then has; nil for one of other characters.
  private static func narrow(
    _ name: UnsafeBufferPointer<UInt8>, into narrowed: UnsafeMutableBufferPointer<UInt8>
  ) -> Int? {
    var (index, count) = (0, 0)
    while index < name.count {
      let byte = name[index]
      if byte < 0x80 {
        guard byte > 0x20, byte < 0x7F else { return nil }
        narrowed[count] = byte
        (index, count) = (index + 1, count + 1)
        continue
      }
      guard index + 2 < name.count else { return nil }
      let (second, third) = (name[index + 1], name[index + 2])
      guard second & 0xC0 == 0x80, third & 0xC0 == 0x80 else { return nil }
      switch (byte, second, third) {
      // U+4E00 to U+9FFF, and U+3001 to U+303F.
      case (0xE4, 0xB8..., _), (0xE5...0xE9, _, _), (0xE3, 0x80, 0x81...):
        narrowed[count] = byte
        narrowed[count + 1] = second
        narrowed[count + 2] = third
        count += 3
      // U+FF01 to U+FF5E, which are U+0021 to U+007E.
      case (0xEF, 0xBC, 0x81...):
        narrowed[count] = third - 0x60
        count += 1
      case (0xEF, 0xBD, 0x80...0x9E):
        narrowed[count] = third - 0x20
        count += 1
      default: return nil
      }
      index += 3
    }
    return count
  }
}
