/// Bytes that are written one after the other, by millions of short pieces: each costs a comparison and its copy, where an
/// array asks every time whether anybody else holds it.
struct ByteText: ~Copyable {
  private var start: UnsafeMutablePointer<UInt8>
  /// How many bytes are written.
  private(set) var count = 0
  private var capacity: Int

  /// No bytes, and room for a few.
  init() {
    capacity = 1 << 12
    start = .allocate(capacity: capacity)
  }

  deinit { start.deallocate() }

  /// What is written so far. O(length).
  var bytes: [UInt8] { Array(UnsafeBufferPointer(start: start, count: count)) }

  /// Makes room for so many bytes more.
  @inline(__always)
  mutating func reserve(_ more: Int) {
    if capacity - count < more { grow(by: more) }
  }

  /// Adds a byte.
  @inline(__always)
  mutating func append(_ byte: UInt8) {
    if count == capacity { grow(by: 1) }
    start[count] = byte
    count += 1
  }

  /// Adds bytes.
  @inline(__always)
  mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let first = bytes.baseAddress else { return }
    if capacity - count < bytes.count { grow(by: bytes.count) }
    (start + count).update(from: first, count: bytes.count)
    count += bytes.count
  }

  /// Adds bytes in quotes.
  @inline(__always)
  mutating func append(quoted bytes: UnsafeBufferPointer<UInt8>) {
    if capacity - count < bytes.count + 2 { grow(by: bytes.count + 2) }
    start[count] = UInt8(ascii: "\"")
    if let first = bytes.baseAddress { (start + count + 1).update(from: first, count: bytes.count) }
    start[count + 1 + bytes.count] = UInt8(ascii: "\"")
    count += bytes.count + 2
  }

  /// Adds a number from 0 in decimal digits.
  mutating func append(decimal number: UInt) {
    var digits = 1
    var rest = number / 10
    while rest > 0 {
      digits += 1
      rest /= 10
    }
    reserve(digits)
    rest = number
    for place in stride(from: count + digits - 1, through: count, by: -1) {
      start[place] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
    }
    count += digits
  }

  /// Adds what is written in a range once more.
  @inline(__always)
  mutating func `repeat`(_ range: Range<Int>) {
    precondition(range.upperBound <= count, "a range that is not written yet")
    if capacity - count < range.count { grow(by: range.count) }
    (start + count).update(from: start + range.lowerBound, count: range.count)
    count += range.count
  }

  /// Doubles the room, at least to what is asked for.
  @inline(never)
  private mutating func grow(by more: Int) {
    capacity = max(capacity * 2, count + more)
    let moved = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
    moved.update(from: start, count: count)
    start.deallocate()
    start = moved
  }
}
