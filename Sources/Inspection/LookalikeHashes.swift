import RemitModel

/// The hashes of a table's ids as a reader sees them. Ids that are the same in a view of `Lookalikes` have one hash in it.
struct LookalikeHashes {
  private(set) var shapes: [UInt64] = []
  /// Whether any id has an I, or a letter that may look like one.
  private(set) var mayHoldI = false
  /// Whether two ids may be the same in the plain view and not in that of shapes: only where one has a number with a
  /// zero before it, capitals, or characters beyond ASCII.
  private(set) var mayBePlainOnly = false

  private let seed = TextHash.seed
  private var bytes: [UInt8] = []

  /// O(bytes).
  init(_ ids: Texts) {
    shapes.reserveCapacity(ids.count)
    ids.forEach { _, id in add(id) }
  }

  /// The hashes in the plain view. O(bytes).
  mutating func plain(_ ids: Texts) -> [UInt64] {
    var hashes: [UInt64] = []
    hashes.reserveCapacity(ids.count)
    ids.forEach { _, id in hashes.append(plain(id)) }
    return hashes
  }

  /// The hashes in the view that only differs from `shapes` where there may be an I. O(bytes).
  func lowerShapes(_ ids: Texts) -> [UInt64] {
    var hashes: [UInt64] = []
    hashes.reserveCapacity(ids.count)
    ids.forEach { _, id in
      guard Self.isSimple(id) else {
        hashes.append(spelled(id, .lowerShapes))
        return
      }
      var hash = seed
      id.forEachWord { hash = TextHash.mixed(hash, FoldedWords.shaped($0, isOne: false)) }
      hashes.append(TextHash.ended(hash, count: UInt64(id.count)))
    }
    return hashes
  }

  private mutating func add(_ id: UnsafeBufferPointer<UInt8>) {
    var isASCII = true
    var hasCapitals = false
    var isInNumber = false
    var beginsWithZero = false
    var hash = seed
    id.forEachWord { word in
      guard FoldedWords.isASCII(word) else {
        isASCII = false
        hash = TextHash.mixed(hash, FoldedWords.shaped(word, isOne: true))
        return
      }
      // Most ids are in ASCII and have no capitals, and then little need be folded.
      if FoldedWords.hasCapitals(word) {
        hasCapitals = true
        hash = TextHash.mixed(hash, FoldedWords.shaped(word, isOne: true))
      } else {
        hash = TextHash.mixed(hash, FoldedWords.shaped(small: word))
      }
      if !beginsWithZero { beginsWithZero = FoldedWords.beginsWithZero(word, &isInNumber) }
    }
    let isSimple = isASCII || Self.isSimple(id)
    shapes.append(isSimple ? TextHash.ended(hash, count: UInt64(id.count)) : spelled(id, .shapes))
    if !isASCII || hasCapitals || beginsWithZero { noteRare(id, isASCII: isASCII) }
  }

  /// What an id that is not just small letters, digits and signs means for the table.
  private mutating func noteRare(_ id: UnsafeBufferPointer<UInt8>, isASCII: Bool) {
    mayBePlainOnly = true
    if !mayHoldI { mayHoldI = !isASCII || id.contains(UInt8(ascii: "I")) }
  }

  private mutating func plain(_ id: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var isASCII = true
    var isInNumber = false
    var beginsWithZero = false
    var hash = seed
    id.forEachWord { word in
      isASCII = isASCII && FoldedWords.isASCII(word)
      beginsWithZero = FoldedWords.beginsWithZero(word, &isInNumber) || beginsWithZero
      hash = TextHash.mixed(hash, FoldedWords.lowered(word))
    }
    guard isASCII || Self.isSimple(id), !beginsWithZero else {
      return isASCII ? withoutZeros(id) : spelled(id, .plain)
    }
    return TextHash.ended(hash, count: UInt64(id.count))
  }

  /// The plain hash of an id in ASCII that has a number with a zero before it.
  private mutating func withoutZeros(_ id: UnsafeBufferPointer<UInt8>) -> UInt64 {
    if bytes.count < id.count { bytes = [UInt8](repeating: 0, count: id.count * 2) }
    let seed = seed
    return bytes.withUnsafeMutableBufferPointer { bytes in
      var count = 0
      var isInNumber = false
      for (index, byte) in id.enumerated() {
        let isDigit = byte &- 0x30 < 10
        // Of a number of mere zeros the last is left.
        let isDropped =
          byte == 0x30 && !isInNumber && index + 1 < id.count && id[index + 1] &- 0x30 < 10
        isInNumber = isDigit && (isInNumber || byte != 0x30)
        bytes[count] = byte
        if !isDropped { count += 1 }
      }
      var hash = seed
      UnsafeBufferPointer(rebasing: bytes[..<count]).forEachWord {
        hash = TextHash.mixed(hash, FoldedWords.lowered($0))
      }
      return TextHash.ended(hash, count: UInt64(count))
    }
  }

  /// The hash of an id that is folded letter by letter.
  private func spelled(_ id: UnsafeBufferPointer<UInt8>, _ view: Lookalikes.View) -> UInt64 {
    var stream = TextHash.Stream(seed: seed)
    Lookalikes.fold(UTF8Scalars(id), view) { for byte in $0.utf8 { stream.add(byte) } }
    return stream.whole
  }

  /// Whether all is ASCII or ideographs, which are what they seem, and nothing of it is a space or a control character.
  static func isSimpleWithoutSpaces(_ name: UnsafeBufferPointer<UInt8>) -> Bool {
    let bytes = UnsafeRawBufferPointer(name)
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte < 0x80 {
        if byte <= 0x20 { return false }
        index += 1
        continue
      }
      guard index + 2 < bytes.count else { return false }
      // U+4E00 to U+9FFF.
      let rest = UInt16(littleEndian: bytes.loadUnaligned(fromByteOffset: index + 1, as: UInt16.self))
      guard byte &- 0xE4 < 6, rest & 0xC0C0 == 0x8080, byte != 0xE4 || rest & 0xFF >= 0xB8 else { return false }
      index += 3
    }
    return true
  }

  /// Whether all is ASCII or ideographs, which are what they seem.
  static func isSimple(_ id: UnsafeBufferPointer<UInt8>) -> Bool {
    var index = 0
    while index < id.count {
      let byte = id[index]
      if byte < 0x80 {
        index += 1
        continue
      }
      // U+4E00 to U+9FFF.
      guard (0xE4...0xE9).contains(byte), index + 2 < id.count, id[index + 1] & 0xC0 == 0x80,
        id[index + 2] & 0xC0 == 0x80, byte != 0xE4 || id[index + 1] >= 0xB8
      else { return false }
      index += 3
    }
    return true
  }
}
