/// JSON written as it goes, on one line or indented: keys in the order of calls, slashes as they are.
///
/// It writes the very bytes of Foundation's encoder, which builds a tree of boxed values first and takes some twenty
/// times as long.
package struct JSONLine {
  /// What is written so far.
  package private(set) var bytes: [UInt8] = []
  /// What stands before the next value or key.
  private enum Place {
    case first, next
    /// Just after a key.
    case value
  }

  private var place = Place.first
  /// How deep the text stands, where it is indented.
  private var depth: Int?

  /// Without spaces.
  package init() {}

  /// Over many lines, indented by two spaces.
  ///
  /// - Parameter depth: of the first value, which is an item of a list.
  package init(depth: Int) {
    self.depth = depth
  }

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
    bytes.append(UInt8(ascii: "\""))
    bytes.append(contentsOf: UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount))
    bytes.append(UInt8(ascii: "\""))
    if depth != nil { bytes.append(32) }
    bytes.append(UInt8(ascii: ":"))
    if depth != nil { bytes.append(32) }
    place = .value
  }

  package mutating func member(_ name: StaticString, _ text: String) {
    key(name)
    self.text(text)
  }

  package mutating func member(_ name: StaticString, _ number: Int) {
    key(name)
    append(String(number))
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
    bytes.append(UInt8(ascii: "\""))
    var start = 0
    for index in utf8.indices where Self.mustEscape(utf8[index]) {
      bytes.append(contentsOf: utf8[start..<index])
      append(Self.escape(utf8[index]))
      start = index + 1
    }
    bytes.append(contentsOf: utf8[start...])
    bytes.append(UInt8(ascii: "\""))
    place = .next
  }

  /// Ends the line; the next value is the first of another.
  package mutating func end() {
    bytes.append(10)
    place = .first
  }

  private mutating func begin(_ bracket: UInt8) {
    separate()
    bytes.append(bracket)
    place = .first
    guard let depth else { return }
    self.depth = depth + 1
    bytes.append(10)
  }

  private mutating func end(_ bracket: UInt8) {
    if let depth {
      self.depth = depth - 1
      bytes.append(10)
      indent()
    }
    bytes.append(bracket)
    place = .next
  }

  private mutating func separate() {
    if place == .value { return }
    if place == .next { bytes.append(UInt8(ascii: ",")) }
    guard depth != nil else { return }
    if place == .next { bytes.append(10) }
    indent()
  }

  private mutating func indent() {
    for _ in 0..<(depth ?? 0) {
      bytes.append(32)
      bytes.append(32)
    }
  }

  private mutating func append(_ text: String) { bytes.append(contentsOf: text.utf8) }

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
