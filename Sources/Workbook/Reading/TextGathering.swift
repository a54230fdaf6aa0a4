import CExpat

/// Takes the text of a string item, plain or of several runs, without phonetic hints (ISO/IEC 29500-1 §18.4.8, CT_Rst).
struct TextGathering {
  /// The text so far.
  var bytes: [UInt8] = []
  private var depth = 0
  private var phoneticDepth = 0
  /// Where the present `t` begins in `bytes`, while one is open.
  private var start: Int?
  private var keepsSpace = false

  /// An element below the item.
  ///
  /// - Parameter keepsSpace: whether an element above says `xml:space="preserve"`.
  mutating func open(_ element: XMLElement, keepsSpace inherited: Bool) {
    depth += 1
    guard let name = element.name.main else { return }
    if phoneticDepth == 0, XMLName.equal(name, "rPh") { phoneticDepth = depth }
    if phoneticDepth == 0, XMLName.equal(name, "t") {
      start = bytes.count
      keepsSpace = Self.keepsSpace(element) ?? inherited
    }
  }

  mutating func close() {
    if let start {
      if !keepsSpace { trim(from: start) }
      EscapedText.decode(&bytes, from: start)
    }
    start = nil
    if phoneticDepth == depth { phoneticDepth = 0 }
    depth -= 1
  }

  mutating func take(_ piece: UnsafeBufferPointer<UInt8>) {
    if start != nil { bytes += piece }
  }

  /// Makes ready for the next item; memory stays.
  mutating func reset() {
    bytes.removeAll(keepingCapacity: true)
    (depth, phoneticDepth, start) = (0, 0, nil)
  }

  /// What an element says of its white space; nil where it says nothing.
  static func keepsSpace(_ element: XMLElement) -> Bool? {
    element.value("space", in: [Namespace.xml]).map { XMLName.equal($0, "preserve") }
  }

  /// Takes white space off, as Excel does where nothing asks to keep it.
  private mutating func trim(from start: Int) {
    while bytes.count > start, let last = bytes.last, Self.isSpace(last) { bytes.removeLast() }
    var count = 0
    while start + count < bytes.count, Self.isSpace(bytes[start + count]) { count += 1 }
    if count > 0 { bytes.removeSubrange(start..<start + count) }
  }

  static func isSpace(_ byte: UInt8) -> Bool { byte == 32 || byte == 9 || byte == 10 || byte == 13 }
}
