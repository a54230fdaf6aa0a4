import RemitModel
import RemitSource

/// The bytes of a text file in UTF-8, and what they were in.
package struct DecodedText: Sendable {
  /// Valid UTF-8, without a byte-order mark.
  package let bytes: [UInt8]
  /// What the file was in, and how that is known.
  package let guess: EncodingGuess

  /// Larger files are refused: 64 MiB.
  package static let limit = FileBytes.limit

  /// Decodes a file. What is not valid in its encoding is one problem, at the line and character of the first fault, and
  /// gives nil; an encoding that was told by likelihood is a remark.
  ///
  /// - Parameter named: The encoding, where the caller knows it. Of the two orders of UTF-16 a mark has the last word.
  package init?(
    _ bytes: [UInt8], named: TextEncoding? = nil, document: Int, log: ProblemLog, remarks: inout Remarks
  ) {
    guard bytes.count <= Self.limit else {
      log.report(at: Place(document: document, line: 0, column: 0), FileBytes.tooLarge(Self.limit))
      return nil
    }
    let guess = Self.guess(bytes, named: named)
    let encoding = guess.encoding
    let text = bytes.starts(with: encoding.mark) ? bytes[encoding.mark.count...] : bytes[...]
    do throws(Conversion.Fault) {
      self.bytes = try Self.utf8(text, encoding)
    } catch {
      Self.report(error, in: text, guess, document: document, log: log)
      return nil
    }
    self.guess = guess
    let start = Place(document: document, line: 0, column: 0)
    switch guess.basis {
    case .zeros, .likely:
      remarks.add(
        at: start,
        Localized(
          zh: "没有写明编码；按字节判断为 \(encoding.name)", en: "the encoding is not told; its bytes show \(encoding.name)"))
    case .unsure:
      remarks.add(
        at: start,
        Localized(
          zh: "没有写明编码；按 \(encoding.name) 读，但字节不足以断定，应写明 encoding",
          en: "the encoding is not told; read as \(encoding.name), of which its bytes are no proof: better name it"))
    default: break
    }
  }

  private static func guess(_ bytes: [UInt8], named: TextEncoding?) -> EncodingGuess {
    guard let named else { return EncodingGuess(bytes) }
    let other: TextEncoding? = named == .utf16LE ? .utf16BE : named == .utf16BE ? .utf16LE : nil
    if let other, bytes.starts(with: other.mark) { return EncodingGuess(other, .mark) }
    return EncodingGuess(named, .named)
  }

  private static func utf8(_ text: ArraySlice<UInt8>, _ encoding: TextEncoding) throws(Conversion.Fault) -> [UInt8] {
    guard encoding == .utf8 else { return try Conversion(from: encoding).utf8(text) }
    let bytes = Array(text)
    if let offset = UTF8Check.firstInvalid(in: bytes) {
      throw .invalid(offset: offset, before: Array(bytes[..<offset]))
    }
    return bytes
  }

  private static func report(
    _ fault: Conversion.Fault, in text: ArraySlice<UInt8>, _ guess: EncodingGuess, document: Int, log: ProblemLog
  ) {
    let name = guess.encoding.name
    switch fault {
    case .missing:
      log.report(
        at: Place(document: document, line: 0, column: 0),
        Localized(
          zh: "这台机器的 C 库不会读 \(name)；应先转成 UTF-8",
          en: "the C library of this machine cannot read \(name); expected a file in UTF-8"))
    case .invalid(let offset, let before):
      let (line, column) = end(of: before)
      let found = text[(text.startIndex + offset)...].prefix(guess.encoding.isUTF16 ? 2 : 1)
      let bytes = found.map { ($0 < 16 ? "0" : "") + String($0, radix: 16, uppercase: true) }.joined(separator: " ")
      log.report(
        at: Place(document: document, line: line, column: column),
        Localized(
          zh: "字节 \(bytes) 不是 \(name)；文件应为一种编码", en: "the byte \(bytes) is no \(name); expected one encoding throughout"
        ))
    }
  }

  /// The line and character after a text.
  private static func end(of text: [UInt8]) -> (line: Int, column: Int) {
    var (line, column) = (1, 1)
    for (index, byte) in text.enumerated() {
      if byte == 10 || byte == 13 && !(index + 1 < text.count && text[index + 1] == 10) {
        (line, column) = (line + 1, 1)
      } else if byte & 0xC0 != 0x80, byte != 13 {
        column += 1
      }
    }
    return (line, column)
  }
}
