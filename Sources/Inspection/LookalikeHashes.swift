import RemitModel

/// The hashes of a table's ids as a reader sees them. Ids that are the same in a view of `Lookalikes` have one hash in it.
struct LookalikeHashes {
  private(set) var plain: [UInt64] = []
  private(set) var shapes: [UInt64] = []
  /// Whether any id has an I, or a letter that may look like one.
  private(set) var mayHoldI = false

  private let seed = TextHash.seed
  private var bytes: [UInt8] = []

  /// O(bytes).
  init(_ ids: Texts) {
    plain.reserveCapacity(ids.count)
    shapes.reserveCapacity(ids.count)
    ids.forEach { _, id in add(id) }
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
    var hasI = false
    var isInNumber = false
    var beginsWithZero = false
    var lowered = seed
    var shaped = lowered
    id.forEachWord { word in
      isASCII = isASCII && FoldedWords.isASCII(word)
      hasI = hasI || FoldedWords.mayHoldI(word)
      beginsWithZero = FoldedWords.beginsWithZero(word, &isInNumber) || beginsWithZero
      lowered = TextHash.mixed(lowered, FoldedWords.lowered(word))
      shaped = TextHash.mixed(shaped, FoldedWords.shaped(word, isOne: true))
    }
    lowered = TextHash.ended(lowered, count: UInt64(id.count))
    shaped = TextHash.ended(shaped, count: UInt64(id.count))
    if hasI { mayHoldI = true }
    let isSimple = isASCII || Self.isSimple(id)
    plain.append(isSimple && !beginsWithZero ? lowered : isASCII ? withoutZeros(id) : spelled(id, .plain))
    shapes.append(isSimple ? shaped : spelled(id, .shapes))
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
