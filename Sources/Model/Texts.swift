/// Texts in one array of UTF-8, so that none is an object of its own: one after the other, where each costs 4 bytes and
/// its own, or anywhere in a pool that others share, where each costs 8.
///
/// They are less than 4 GiB together; readers of files see to that.
public struct Texts: Sendable {
  // Rules and reports of other modules look at texts by the million; inlined, they look at them where they are.
  @usableFromInline var bytes: [UInt8] = []
  /// Where each text begins in `bytes`; none where they lie one after the other.
  @usableFromInline var starts: [UInt32] = []
  /// Where each text ends in `bytes`.
  @usableFromInline var ends: [UInt32] = []
  @usableFromInline var isPooled = false

  /// No texts.
  public init() {}

  /// No texts yet of a pool, which is not copied.
  init(in pool: [UInt8]) {
    bytes = pool
    isPooled = true
  }

  /// A text by its number. O(its bytes), since a `String` is made each time.
  public subscript(index: Int) -> String { withUTF8(at: index) { String(decoding: $0, as: UTF8.self) } }

  /// All texts in order. O(bytes).
  public var values: [String] { (0..<count).map { self[$0] } }

  /// How many texts there are.
  @inlinable public var count: Int { ends.count }

  /// Looks at the bytes of a text, without a `String`. They are valid only within the call.
  @inlinable public func withUTF8<Result>(at index: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    let range = range(index)
    return bytes.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[range])) }
  }

  /// How many bytes a text has, and one more where its first is none of ASCII: reading them asks for the memory of both
  /// its end and its beginning, so that a loop over many texts that are about to be written waits for all at once.
  @inlinable public func glance(at index: Int) -> Int {
    let range = range(index)
    return range.isEmpty ? 0 : range.count + Int(bytes[range.lowerBound] >> 7)
  }

  /// Goes through all texts. The bytes are valid only within the call. O(bytes).
  @inlinable public func forEach(_ body: (_ index: Int, _ text: UnsafeBufferPointer<UInt8>) -> Void) {
    bytes.withUnsafeBufferPointer { bytes in
      for index in ends.indices { body(index, UnsafeBufferPointer(rebasing: bytes[range(index)])) }
    }
  }

  /// Whether a byte occurs in any text.
  package func contains(where isWanted: (UInt8) -> Bool) -> Bool {
    isPooled
      ? ends.indices.contains { bytes[range($0)].contains(where: isWanted) } : bytes.contains(where: isWanted)
  }

  @inlinable func range(_ index: Int) -> Range<Int> {
    let start = isPooled ? starts[index] : index == 0 ? 0 : ends[index - 1]
    return Int(start)..<Int(ends[index])
  }

  private mutating func end(from start: Int) {
    if isPooled { starts.append(UInt32(start)) }
    ends.append(UInt32(bytes.count))
  }

  @usableFromInline mutating func append(_ text: String) {
    let start = bytes.count
    bytes.append(contentsOf: text.utf8)
    end(from: start)
  }

  @usableFromInline mutating func append(utf8 text: UnsafeBufferPointer<UInt8>) {
    let start = bytes.count
    bytes.append(contentsOf: text)
    end(from: start)
  }

  /// Adds a text that lies in the pool, or in bytes that are copied if there is no pool.
  mutating func append(at range: Range<Int>, of bytes: UnsafeBufferPointer<UInt8>) {
    guard isPooled else {
      append(utf8: UnsafeBufferPointer(rebasing: bytes[range]))
      return
    }
    starts.append(UInt32(range.lowerBound))
    ends.append(UInt32(range.upperBound))
  }

  mutating func set(_ index: Int, to text: String) {
    if isPooled {
      let start = bytes.count
      bytes.append(contentsOf: text.utf8)
      (starts[index], ends[index]) = (UInt32(start), UInt32(bytes.count))
      return
    }
    let range = range(index)
    bytes.replaceSubrange(range, with: text.utf8)
    let change = text.utf8.count - range.count
    for later in index..<ends.count { ends[later] = UInt32(Int(ends[later]) + change) }
  }

  @usableFromInline mutating func reserve(count: Int, bytes size: Int) {
    ends.reserveCapacity(count)
    if isPooled { starts.reserveCapacity(count) } else { bytes.reserveCapacity(size) }
  }
}
