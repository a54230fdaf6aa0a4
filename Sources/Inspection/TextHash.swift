import Glibc

/// Hashes of texts and of their scalars.
///
/// Nothing that is told depends on the seed, since what has one hash is compared as well; but no file can be made to be
/// slow. The mixing is the folded multiplication of Wang Yi's wyhash.
enum TextHash {
  /// What a hash begins with, before the first word is mixed in. To ask for it takes as long as to mix some words, so ask
  /// once for many texts.
  static let seed = UInt64.random(in: .min ... .max) | 1

  @inline(__always)
  static func mixed(_ hash: UInt64, _ word: UInt64) -> UInt64 {
    let product = (hash &+ word).multipliedFullWidth(by: 0xA076_1D64_78BD_642F)
    return product.high ^ product.low
  }

  /// A text's bytes one by one, which has the hash of the whole.
  struct Stream {
    private var hash: UInt64
    private var word: UInt64 = 0
    private var count: UInt64 = 0

    init(seed: UInt64) { hash = seed }

    @inline(__always)
    mutating func add(_ byte: UInt8) {
      word |= UInt64(byte) << ((count & 7) * 8)
      count += 1
      guard count & 7 == 0 else { return }
      hash = mixed(hash, word)
      word = 0
    }

    /// The hash of what was added.
    var whole: UInt64 { ended(count & 7 == 0 ? hash : mixed(hash, word), count: count) }
  }

  /// The hash of a text of so many bytes, once all its words are mixed in.
  @inline(__always)
  static func ended(_ hash: UInt64, count: UInt64) -> UInt64 { mixed(hash, count) }

  /// Whether two texts have the same bytes.
  @inline(__always)
  static func isSame(_ a: UnsafeBufferPointer<UInt8>, _ b: UnsafeBufferPointer<UInt8>) -> Bool {
    guard a.count == b.count else { return false }
    guard let x = a.baseAddress, let y = b.baseAddress else { return true }
    return memcmp(x, y, a.count) == 0
  }

  /// A hash of a text's bytes.
  @inline(__always)
  static func of(_ text: UnsafeBufferPointer<UInt8>, seed: UInt64) -> UInt64 {
    var hash = seed
    text.forEachWord { hash = mixed(hash, $0) }
    return ended(hash, count: UInt64(text.count))
  }
}
