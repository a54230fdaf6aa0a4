/// A large chart file cut into pieces that are documents of their own, so that they can be read side by side.
///
/// Cuts lie where a line begins a key of the document or an item of the list that such a key holds. A text that is cut
/// inside a quoted text, a flow collection or the like leaves a piece that is no YAML or no chart; whoever reads pieces
/// must then read the whole instead, and must do so as well where any piece has a problem.
struct YAMLPieces {
  /// Some lines of the file, and the key that the list before them belongs to, where they begin amid it.
  struct Piece {
    var range: Range<Int>
    /// The number of the first line, from 0.
    var line: Int
    /// The bytes of `key:` with its line break; empty where the piece begins with a key.
    var head: ArraySlice<UInt8>

    /// What must be added to a line of the piece's own document to get the file's.
    var lineOffset: Int { head.isEmpty ? line : line - 1 }
  }

  /// Smaller files are read faster as one.
  static let leastSize = 1 << 18

  private let bytes: [UInt8]
  private let wanted: Int
  private var pieces: [Piece] = []
  private var keys: Set<ArraySlice<UInt8>> = []
  private var key: ArraySlice<UInt8> = []
  private var indent: Int?
  private var start = (offset: 0, line: 0, head: ArraySlice<UInt8>())

  private init(_ bytes: [UInt8], count: Int) {
    self.bytes = bytes
    wanted = bytes.count / count
  }

  /// About `count` pieces of a text in UTF-8; nil where the file is small, or not so plain that it can be cut: a key of
  /// the document that is no word or is repeated, several documents, or line breaks other than LF and CR LF. O(bytes).
  static func cut(_ bytes: [UInt8], into count: Int) -> [Piece]? {
    guard count > 1, bytes.count >= leastSize, !bytes.starts(with: [0xEF, 0xBB, 0xBF]) else { return nil }
    var cutter = YAMLPieces(bytes, count: count)
    return cutter.scan() ? cutter.pieces : nil
  }

  private mutating func scan() -> Bool {
    var offset = 0
    var line = 0
    while offset < bytes.count {
      guard let end = lineEnd(from: offset), take(offset..<end, line: line) else { return false }
      offset = end + 1
      line += 1
    }
    close(at: bytes.count)
    return pieces.count > 1
  }

  /// The offset of the line's LF, or the end of the text; nil where the line holds another line break of YAML 1.1.
  private func lineEnd(from offset: Int) -> Int? {
    bytes.withUnsafeBufferPointer { bytes in
      var index = offset
      while index < bytes.count {
        switch bytes[index] {
        case 10: return index
        case 13 where index + 1 >= bytes.count || bytes[index + 1] != 10: return nil
        // NEL is C2 85; LS and PS are E2 80 A8 and A9. The text is valid UTF-8, so their tails are there.
        case 0xC2 where bytes[index + 1] == 0x85: return nil
        case 0xE2 where bytes[index + 1] == 0x80 && bytes[index + 2] & 0xFE == 0xA8: return nil
        default: index += 1
        }
      }
      return index
    }
  }

  private mutating func take(_ range: Range<Int>, line: Int) -> Bool {
    guard let first = range.first(where: { bytes[$0] != 32 }) else { return true }
    let column = first - range.lowerBound
    switch bytes[first] {
    case UInt8(ascii: "#"), 13: return true
    case UInt8(ascii: "-") where first + 1 == range.upperBound || bytes[first + 1] == 32:
      guard !key.isEmpty else { return false }
      if indent == nil { indent = column }
      if column == indent { cut(at: range.lowerBound, line: line, head: key) }
      return true
    case _ where column > 0: return true
    default: return begin(range, line: line)
    }
  }

  /// A line that begins a key of the document.
  private mutating func begin(_ range: Range<Int>, line: Int) -> Bool {
    let word = bytes[range].prefix { (97...122).contains($0) || $0 == UInt8(ascii: "-") }
    guard word.first.map({ $0 != UInt8(ascii: "-") }) == true, word.endIndex < range.upperBound,
      bytes[word.endIndex] == UInt8(ascii: ":"), keys.insert(word).inserted
    else { return false }
    cut(at: range.lowerBound, line: line, head: [])
    key = word + [UInt8(ascii: ":"), 10]
    indent = nil
    return true
  }

  private mutating func cut(at offset: Int, line: Int, head: ArraySlice<UInt8>) {
    guard offset - start.offset >= wanted else { return }
    close(at: offset)
    start = (offset, line, head)
  }

  private mutating func close(at offset: Int) {
    pieces.append(Piece(range: start.offset..<offset, line: start.line, head: start.head))
  }
}
