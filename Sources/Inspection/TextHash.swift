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

  /// A hash of a text's bytes.
  @inline(__always)
  static func of(_ text: UnsafeBufferPointer<UInt8>, seed: UInt64) -> UInt64 {
    var hash = seed ^ UInt64(text.count)
    text.forEachWord { hash = mixed(hash, $0) }
    return hash
  }
}
