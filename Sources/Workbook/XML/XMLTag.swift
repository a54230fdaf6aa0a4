/// A start tag as it is written, whose attributes can be changed; the rest of it stays byte for byte.
struct XMLTag {
  private(set) var bytes: [UInt8]

  /// From the bytes of a well-formed tag, from `<` to `>`.
  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The tag that bytes of an element begin with: up to the first `>` that is in no quotes.
  init(of element: some Collection<UInt8>) {
    var quote: UInt8?
    var tag: [UInt8] = []
    for byte in element {
      tag.append(byte)
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else if byte == UInt8(ascii: ">") {
        break
      }
    }
    bytes = tag
  }

  /// Whether the element ends with the tag.
  var isEmptyElement: Bool { bytes.suffix(2).first == UInt8(ascii: "/") }

  /// The prefix of its name with the colon; empty where it has none.
  var prefix: [UInt8] {
    let name = bytes.dropFirst().prefix { !TextGathering.isSpace($0) && $0 != 0x2F && $0 != 0x3E }
    return name.firstIndex(of: UInt8(ascii: ":")).map { Array(name[...$0]) } ?? []
  }

  /// Its name with its prefix.
  var name: [UInt8] { Array(bytes.dropFirst().prefix { !TextGathering.isSpace($0) && $0 != 0x2F && $0 != 0x3E }) }

  /// Sets an attribute to a value that needs no escapes.
  mutating func set(_ attribute: String, _ value: String) {
    if let range = attributes.first(where: { bytes[$0.name].elementsEqual(attribute.utf8) }) {
      bytes.replaceSubrange(range.value, with: value.utf8)
    } else {
      bytes.insert(contentsOf: " \(attribute)=\"\(value)\"".utf8, at: tail)
    }
  }

  /// Takes an attribute away, with the space before it.
  mutating func remove(_ attribute: String) {
    guard let range = attributes.first(where: { bytes[$0.name].elementsEqual(attribute.utf8) }) else { return }
    var start = range.name.lowerBound
    while start > 0, TextGathering.isSpace(bytes[start - 1]) { start -= 1 }
    bytes.removeSubrange(start...range.value.upperBound)
  }

  /// Makes a start tag of the tag of an empty element.
  mutating func open() {
    guard isEmptyElement else { return }
    bytes.replaceSubrange(tail..., with: ">".utf8)
  }

  /// The matching end tag.
  var end: [UInt8] { Array("</".utf8) + name + Array(">".utf8) }

  /// Where `>` or `/>` begins.
  private var tail: Int { max(0, bytes.count - (isEmptyElement ? 2 : 1)) }

  /// The attributes' names and values; the quote follows a value's upper bound.
  private var attributes: [(name: Range<Int>, value: Range<Int>)] {
    var result: [(name: Range<Int>, value: Range<Int>)] = []
    var index = 1 + name.count
    while index < tail {
      if TextGathering.isSpace(bytes[index]) {
        index += 1
        continue
      }
      guard let equals = bytes[index...].firstIndex(of: UInt8(ascii: "=")),
        let open = bytes[equals...].firstIndex(where: { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "'") }),
        let close = bytes[(open + 1)...].firstIndex(of: bytes[open])
      else { return result }
      let end = bytes[index..<equals].lastIndex { !TextGathering.isSpace($0) } ?? index
      result.append((index..<end + 1, open + 1..<close))
      index = close + 1
    }
    return result
  }
}
