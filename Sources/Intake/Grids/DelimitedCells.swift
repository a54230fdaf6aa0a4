/// The cells of a text with separators, one after another, as RFC 4180 writes them and as people write them.
///
/// Beside the RFC it takes LF and CR as ends of lines, spaces before and after quotes, and quotes that should not be
/// there, which stay in the text: inside a quoted cell, one that no separator, line end or quote follows does not close
/// it.
struct DelimitedCells {
  /// What follows a cell.
  enum End {
    case separator, line, text
  }

  /// What is irregular in a cell.
  enum Fault {
    case strayQuote
    /// A quote that should not be there, in a quoted cell that runs over several lines: more than this cell may be in it.
    case strayQuoteOverLines
    case unclosed
    case tooLong
  }

  /// A cell may have 1 MiB.
  static let longest = 1 << 20

  private let bytes: UnsafeBufferPointer<UInt8>
  private let separator: UInt8
  private var index: Int
  /// The line that comes next, from 1.
  private(set) var line: Int
  /// The last cell's text; line ends in it are LF.
  private(set) var text: [UInt8] = []
  private(set) var fault: Fault?

  private static let quote = UInt8(ascii: "\"")

  /// - Parameter start: Where to begin, an offset in bytes, and the number of that line.
  init(_ bytes: UnsafeBufferPointer<UInt8>, separator: UInt8, start: Int = 0, line: Int = 1) {
    self.bytes = bytes
    self.separator = separator
    index = start
    self.line = line
  }

  var isAtEnd: Bool { index >= bytes.count }

  /// Reads a cell into `text`. After `.text` there are none. O(bytes of the cell).
  mutating func next() -> End {
    text.removeAll(keepingCapacity: true)
    fault = nil
    var ahead = index
    while ahead < bytes.count, isSpace(bytes[ahead]) { ahead += 1 }
    if ahead < bytes.count, bytes[ahead] == Self.quote {
      index = ahead + 1
      return quoted()
    }
    return plain()
  }

  private func isSpace(_ byte: UInt8) -> Bool { (byte == 0x20 || byte == 9) && byte != separator }

  private mutating func plain() -> End {
    let start = index
    while index < bytes.count, bytes[index] != separator, bytes[index] != 10, bytes[index] != 13 {
      if bytes[index] == Self.quote { fault = .strayQuote }
      index += 1
    }
    text += bytes[start..<index]
    if text.count > Self.longest { fault = .tooLong }
    return end()
  }

  private mutating func quoted() -> End {
    let firstLine = line
    while index < bytes.count {
      let byte = bytes[index]
      if byte == Self.quote {
        if index + 1 < bytes.count, bytes[index + 1] == Self.quote {
          index += 1
        } else if let after = closing(after: index + 1) {
          index = after
          if fault == .strayQuote, line > firstLine { fault = .strayQuoteOverLines }
          return end()
        } else {
          fault = .strayQuote
        }
      }
      if byte == 10 || byte == 13 {
        skipLineEnd()
        text.append(10)
      } else {
        text.append(byte)
        index += 1
      }
      if text.count > Self.longest {
        fault = .tooLong
        return end()
      }
    }
    fault = .unclosed
    return .text
  }

  /// Where the cell ends if a quote before this offset closes it: only spaces lie between.
  private func closing(after start: Int) -> Int? {
    var ahead = start
    while ahead < bytes.count, isSpace(bytes[ahead]) { ahead += 1 }
    return ahead == bytes.count || bytes[ahead] == separator || bytes[ahead] == 10 || bytes[ahead] == 13 ? ahead : nil
  }

  private mutating func end() -> End {
    guard index < bytes.count else { return .text }
    if bytes[index] == separator {
      index += 1
      return .separator
    }
    // A cell that is too long ends anywhere; nobody reads on.
    if bytes[index] == 10 || bytes[index] == 13 { skipLineEnd() }
    return .line
  }

  private mutating func skipLineEnd() {
    index += bytes[index] == 13 && index + 1 < bytes.count && bytes[index + 1] == 10 ? 2 : 1
    line += 1
  }
}
