/// JSON written as it goes, on one line or indented: keys in the order of calls, slashes as they are.
///
/// It writes the very bytes of Foundation's encoder, which builds a tree of boxed values first and takes some twenty
/// times as long.
package struct JSONLine: ~Copyable {
  /// What is written so far. O(length).
  package var bytes: [UInt8] { written.bytes }
  private var written = ByteText()
  /// What stands before the next value or key.
  private enum Place {
    case first, next
    /// Just after a key.
    case value
  }

  private var place = Place.first
  /// How deep the text stands, where it is indented.
  private var depth: Int?
  private var pieces = WrittenPieces()

  /// Without spaces.
  ///
  /// - Parameter room: how many bytes are expected.
  package init(room: Int = 0) {
    written.reserve(room)
  }

  /// Over many lines, indented by two spaces.
  ///
  /// - Parameters:
  ///   - depth: of the first value, which is an item of a list.
  ///   - room: how many bytes are expected.
  package init(depth: Int, room: Int = 0) {
    self.depth = depth
    written.reserve(room)
  }

  /// Makes room for so many bytes more.
  package mutating func reserve(_ count: Int) { written.reserve(count) }

  /// An object with the members that the body writes.
  package mutating func object(_ body: (inout JSONLine) -> Void) {
    begin(UInt8(ascii: "{"))
    body(&self)
    end(UInt8(ascii: "}"))
  }

  /// A list of what the body writes for each item.
  ///
  /// - Parameter then: writes further items.
  package mutating func list<Item>(
    _ items: some Sequence<Item>, _ body: (inout JSONLine, Item) -> Void, then: (inout JSONLine) -> Void = { _ in }
  ) {
    begin(UInt8(ascii: "["))
    for item in items { body(&self, item) }
    then(&self)
    end(UInt8(ascii: "]"))
  }

  /// A member's key, which is plain ASCII; its value comes next.
  package mutating func key(_ name: StaticString) {
    separate()
    written.append(quoted: UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount))
    if depth != nil { written.append(32) }
    written.append(UInt8(ascii: ":"))
    if depth != nil { written.append(32) }
    place = .value
  }

  package mutating func member(_ name: StaticString, _ text: String) {
    key(name)
    self.text(text)
  }

  package mutating func member(_ name: StaticString, _ number: Int) {
    key(name)
    if number < 0 { written.append(UInt8(ascii: "-")) }
    written.append(decimal: number.magnitude)
    place = .next
  }

  /// A text of sixteen hexadecimal digits.
  package mutating func member(_ name: StaticString, hexadecimal number: UInt64) {
    key(name)
    written.append(UInt8(ascii: "\""))
    for shift in stride(from: 60, through: 0, by: -4) {
      let digit = UInt8(truncatingIfNeeded: number >> UInt64(shift) & 15)
      written.append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
    }
    written.append(UInt8(ascii: "\""))
    place = .next
  }

  package mutating func member(_ name: StaticString, _ flag: Bool) {
    key(name)
    append(flag ? "true" : "false")
    place = .next
  }

  /// A text in quotes. Quotes, backslashes and control characters are escaped, all else stands as it is.
  package mutating func text(_ text: String) {
    var text = text
    text.withUTF8 { self.text($0) }
  }

  /// A text in quotes by its bytes.
  package mutating func text(_ utf8: UnsafeBufferPointer<UInt8>) {
    separate()
    place = .next
    var plain = Self.plainCount(utf8)
    if plain == utf8.count {
      written.append(quoted: utf8)
      return
    }
    written.append(UInt8(ascii: "\""))
    var rest = utf8[...]
    while true {
      written.append(UnsafeBufferPointer(rebasing: rest.prefix(plain)))
      rest = rest.dropFirst(plain)
      guard let byte = rest.popFirst() else { break }
      append(Self.escape(byte))
      plain = Self.plainCount(UnsafeBufferPointer(rebasing: rest))
    }
    written.append(UInt8(ascii: "\""))
  }

  /// A value that is likely to stand in the text already, and is then copied from there.
  ///
  /// - Parameters:
  ///   - number: what tells it from other such values, in less than 60 bits.
  ///   - body: writes it.
  package mutating func piece(_ number: UInt64, _ body: (inout JSONLine) -> Void) {
    separate()
    // What is indented is another text at each depth.
    let number = number | UInt64(truncatingIfNeeded: depth ?? 0) << 60
    if let range = pieces[number] {
      written.repeat(range)
      place = .next
      return
    }
    place = .value
    let start = written.count
    body(&self)
    pieces.add(number, at: start..<written.count)
  }

  /// From here on the numbers of pieces mean others.
  package mutating func forgetPieces() { pieces = WrittenPieces() }

  /// Ends the line; the next value is the first of another.
  package mutating func end() {
    written.append(10)
    place = .first
  }

  /// Ends some items of a list that others go on with.
  package mutating func endBlock() {
    written.append(UInt8(ascii: ","))
    written.append(10)
    place = .first
  }

  private mutating func begin(_ bracket: UInt8) {
    separate()
    written.append(bracket)
    place = .first
    guard let depth else { return }
    self.depth = depth + 1
    written.append(10)
  }

  private mutating func end(_ bracket: UInt8) {
    if let depth {
      self.depth = depth - 1
      written.append(10)
      indent()
    }
    written.append(bracket)
    place = .next
  }

  private mutating func separate() {
    if place == .value { return }
    if place == .next { written.append(UInt8(ascii: ",")) }
    guard depth != nil else { return }
    if place == .next { written.append(10) }
    indent()
  }

  private mutating func indent() {
    for _ in 0..<(depth ?? 0) {
      written.append(32)
      written.append(32)
    }
  }

  private mutating func append(_ word: String) {
    var word = word
    word.withUTF8 { written.append($0) }
  }

  /// How many bytes stand before the first that must be escaped; looked at by eight.
  private static func plainCount(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let raw = UnsafeRawBufferPointer(bytes)
    func isPlain(at offset: Int) -> Bool {
      let word = raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
      let quotes = word ^ ones &* UInt64(UInt8(ascii: "\""))
      let backslashes = word ^ ones &* UInt64(UInt8(ascii: "\\"))
      // The high bit of a byte is set where that is less than a space or is one of the two, and perhaps of those above it.
      let found = (word &- ones &* 0x20) & ~word | (quotes &- ones) & ~quotes | (backslashes &- ones) & ~backslashes
      return found & (ones &* 0x80) == 0
    }
    var count = 0
    while count + 8 <= raw.count, isPlain(at: count) { count += 8 }
    // The last eight are looked at together too, some of them for the second time.
    if count > 0, count + 8 > raw.count, isPlain(at: raw.count - 8) { return raw.count }
    while count < bytes.count, !mustEscape(bytes[count]) { count += 1 }
    return count
  }

  private static func mustEscape(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
  }

  private static func escape(_ byte: UInt8) -> String {
    switch byte {
    case UInt8(ascii: "\""): "\\\""
    case UInt8(ascii: "\\"): "\\\\"
    case 0x08: "\\b"
    case 0x09: "\\t"
    case 0x0A: "\\n"
    case 0x0C: "\\f"
    case 0x0D: "\\r"
    default: (byte < 0x10 ? "\\u000" : "\\u00") + String(byte, radix: 16)
    }
  }
}
