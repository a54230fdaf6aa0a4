/// Vigna's splitmix64: small, seedable, the same everywhere.
struct SplitMix64: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  /// A stream for one part of a whole, independent of how many numbers the other parts take.
  init(seed: UInt64, part: Int) {
    self.init(seed: seed)
    state = next() ^ UInt64(truncatingIfNeeded: part) &* 0xD6E8_FEB8_6659_FD93
    state = next()
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// Whether something that happens so often per thousand happens now.
  mutating func happens(permille: Int) -> Bool { below(1000) < permille }

  /// A number from 0 and below a bound, which is above 0.
  mutating func below(_ bound: Int) -> Int { Int(next() >> 33) % bound }
}
