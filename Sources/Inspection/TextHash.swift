/// Hashes of texts and of their scalars.
///
/// Nothing that is told depends on the seed, since what has one hash is compared as well; but no file can be made to be
/// slow. The mixing is the folded multiplication of Wang Yi's wyhash.
enum TextHash {
  private static let seed = UInt64.random(in: .min ... .max) | 1

  @inline(__always)
  static func mixed(_ hash: UInt64, _ word: UInt64) -> UInt64 {
    let product = (hash ^ seed &+ word).multipliedFullWidth(by: 0xA076_1D64_78BD_642F)
    return product.high ^ product.low
  }

  /// A hash of a text's bytes.
  static func of(_ text: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var hash = UInt64(text.count)
    let bytes = UnsafeRawBufferPointer(text)
    var offset = 0
    while offset + 8 <= bytes.count {
      hash = mixed(hash, bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
      offset += 8
    }
    var rest: UInt64 = 0
    for index in offset..<bytes.count { rest = rest << 8 | UInt64(bytes[index]) }
    return mixed(hash, rest)
  }
}
