/// How eight bytes of an id at a time are seen by a reader: the folding of `Lookalikes` for ids in ASCII and ideographs.
///
/// A word holds eight bytes, the first in the lowest place. Bytes of 0x80 and more stay as they are.
struct FoldedWords {
  private static let highs: UInt64 = 0x8080_8080_8080_8080
  private static let lows: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
  private static let ones: UInt64 = 0x0101_0101_0101_0101

  /// The top bit of each byte that equals one.
  @inline(__always)
  private static func places(of byte: UInt8, in word: UInt64) -> UInt64 {
    let other = word ^ (UInt64(byte) &* ones)
    return ~((other & lows) &+ lows | other) & highs
  }

  /// The top bit of each byte from one to another, both below 0x80.
  @inline(__always)
  private static func places(from first: UInt8, to last: UInt8, in word: UInt64) -> UInt64 {
    let low = word & lows
    let least = low &+ UInt64(0x80 - first) &* ones
    let more = low &+ UInt64(0x7F - last) &* ones
    return least & ~more & ~word & highs
  }

  /// A word with other bytes, which differ by some bits, at the places told.
  @inline(__always)
  private static func exchanged(_ word: UInt64, at places: UInt64, by bits: UInt8) -> UInt64 {
    word ^ (places >> 7) &* UInt64(bits)
  }

  @inline(__always)
  static func lowered(_ word: UInt64) -> UInt64 { word | places(from: 0x41, to: 0x5A, in: word) >> 2 }

  /// Without what tells o from 0 and l from 1; I is a 1 or an i.
  @inline(__always)
  static func shaped(_ word: UInt64, isOne: Bool) -> UInt64 {
    let seen = isOne ? exchanged(word, at: places(of: 0x49, in: word), by: 0x49 ^ 0x31) : word
    let low = lowered(seen)
    let zeros = exchanged(low, at: places(of: 0x6F, in: low), by: 0x6F ^ 0x30)
    return exchanged(zeros, at: places(of: 0x6C, in: zeros), by: 0x6C ^ 0x31)
  }

  /// The same of a word in ASCII without capitals.
  @inline(__always)
  static func shaped(small word: UInt64) -> UInt64 {
    let zeros = exchanged(word, at: ~(word ^ (0x6F &* ones) &+ lows) & highs, by: 0x6F ^ 0x30)
    return exchanged(zeros, at: ~(zeros ^ (0x6C &* ones) &+ lows) & highs, by: 0x6C ^ 0x31)
  }

  /// Whether a word in ASCII has capitals.
  @inline(__always)
  static func hasCapitals(_ word: UInt64) -> Bool {
    (word &+ (0x80 - 0x41) &* ones) & ~(word &+ (0x80 - 0x5B) &* ones) & highs != 0
  }

  @inline(__always)
  static func isASCII(_ word: UInt64) -> Bool { word & highs == 0 }

  /// Whether a number begins with a zero in this word.
  ///
  /// - Parameter isInNumber: whether the byte before was a digit; told anew for the next word.
  @inline(__always)
  static func beginsWithZero(_ word: UInt64, _ isInNumber: inout Bool) -> Bool {
    let digits = places(from: 0x30, to: 0x39, in: word)
    let before = digits << 8 | (isInNumber ? 0x80 : 0)
    isInNumber = digits >> 63 != 0
    return places(of: 0x30, in: word) & ~before != 0
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// The bytes in words of eight, the last filled up with zeros.
  @inline(__always)
  func forEachWord(_ body: (UInt64) -> Void) {
    let bytes = UnsafeRawBufferPointer(self)
    var offset = 0
    while offset + 8 <= bytes.count {
      body(UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)))
      offset += 8
    }
    let rest = bytes.count - offset
    if rest == 0 { return }
    if offset > 0 {
      let last = bytes.loadUnaligned(fromByteOffset: bytes.count - 8, as: UInt64.self)
      body(UInt64(littleEndian: last) >> UInt64(8 * (8 - rest)))
    } else {
      var word: UInt64 = 0
      for index in 0..<rest { word |= UInt64(bytes[index]) << UInt64(8 * index) }
      body(word)
    }
  }
}
