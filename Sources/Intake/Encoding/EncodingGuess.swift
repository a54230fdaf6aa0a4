/// Which encoding a file is in, told by its bytes.
///
/// In this order: a byte-order mark; UTF-16 by its zero bytes; UTF-8, if the bytes are valid as such, or would be but
/// for a few, which are then a fault of the file; else GB18030 or Windows-1252, whichever explains more of the bytes
/// over 7F.
package struct EncodingGuess: Sendable, Hashable {
  /// What it rests on.
  package enum Basis: Sendable {
    /// The caller named it.
    case named
    /// A byte-order mark.
    case mark
    /// Zero bytes at every other place.
    case zeros
    /// The bytes are valid UTF-8.
    case valid
    /// Of two encodings it explains the bytes much better.
    case likely
    /// The other explains them nearly as well.
    case unsure
  }

  package let encoding: TextEncoding
  package let basis: Basis

  /// O(bytes).
  package init(_ bytes: [UInt8]) {
    for encoding in [TextEncoding.utf8, .utf16LE, .utf16BE, .gb18030] where bytes.starts(with: encoding.mark) {
      self.init(encoding, .mark)
      return
    }
    if let encoding = Self.utf16(bytes) {
      self.init(encoding, .zeros)
    } else if UTF8Check.firstInvalid(in: bytes) == nil {
      self.init(.utf8, .valid)
    } else if Self.isDamagedUTF8(bytes) {
      self.init(.utf8, .likely)
    } else {
      self.init(evidence: HighBytes(bytes))
    }
  }

  init(_ encoding: TextEncoding, _ basis: Basis) {
    self.encoding = encoding
    self.basis = basis
  }

  private init(evidence: HighBytes) {
    let (chinese, latin) = (evidence.chinese, evidence.latin)
    self.init(
      chinese > latin ? .gb18030 : .windows1252,
      max(chinese, latin) > 3 * min(chinese, latin) ? .likely : .unsure)
  }

  /// Most of the sequences over 7F are valid UTF-8. In Chinese text in GB18030 about one in eight is by chance, in
  /// Western text next to none.
  private static func isDamagedUTF8(_ bytes: [UInt8]) -> Bool {
    var decoder = UTF8()
    var iterator = bytes.makeIterator()
    var (valid, faults) = (0, 0)
    while true {
      switch decoder.decode(&iterator) {
      case .scalarValue(let scalar): valid += scalar.isASCII ? 0 : 1
      case .error: faults += 1
      case .emptyInput: return valid > 4 * faults
      }
    }
  }

  /// UTF-16 without a mark. Tables hold separators, spaces and line breaks in whatever language they are, and each of
  /// these has a zero byte; no text of the other encodings has any. Of the two orders, that with more of them: in the
  /// other they would be rare characters, while letters of ASCII would be frequent ideographs (4E00 is 一).
  private static func utf16(_ bytes: [UInt8]) -> TextEncoding? {
    let sample = bytes.prefix(1 << 16)
    guard sample.contains(0) else { return nil }
    for isCounted in [isSeparator, isText] {
      var (little, big) = (0, 0)
      for index in stride(from: 0, to: sample.count - 1, by: 2) {
        if sample[index + 1] == 0, isCounted(sample[index]) { little += 1 }
        if sample[index] == 0, isCounted(sample[index + 1]) { big += 1 }
      }
      // A stray zero byte or two make no UTF-16.
      if max(little, big) * 1024 >= sample.count, little != big { return little > big ? .utf16LE : .utf16BE }
    }
    return nil
  }

  private static func isSeparator(_ byte: UInt8) -> Bool { ",;|\"\t\r\n ".utf8.contains(byte) }

  private static func isText(_ byte: UInt8) -> Bool { (0x20...0x7E).contains(byte) || (9...13).contains(byte) }
}

/// What the bytes over 7F say for GB18030, and what for Windows-1252.
private struct HighBytes {
  /// Weight of the sequences that are common characters of Chinese: the first level of GB 2312, the 3,755 most frequent
  /// ideographs (B0 A1 to D7 FE), and the rows of its punctuation and full-width letters (A1, A3). Others count less.
  var chinese = 0
  /// Weight of high bytes that stand alone among ASCII, as accented letters and currency signs do, and of what GB18030
  /// does not allow.
  var latin = 0

  init(_ bytes: [UInt8]) {
    bytes.withUnsafeBufferPointer { bytes in
      var index = 0
      while index < bytes.count {
        if bytes[index] < 0x80 {
          index += 1
        } else {
          index += count(bytes, at: index)
        }
      }
    }
  }

  /// Weighs the sequence at a high byte, and says how long it is.
  private mutating func count(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
    let lead = bytes[index]
    let trail = index + 1 < bytes.count ? bytes[index + 1] : 0
    if trail < 0x80, index == 0 || bytes[index - 1] < 0x80 { latin += 2 }
    switch trail {
    case _ where lead == 0x80 || lead == 0xFF:
      latin += 4
      return 1
    case 0xA1...0xFE where (0xB0...0xD7).contains(lead) || lead == 0xA1 || lead == 0xA3:
      chinese += 4
      return 2
    case 0xA1...0xFE where (0xD8...0xF7).contains(lead):
      chinese += 2
      return 2
    case 0x40...0x7E, 0x80...0xFE:
      chinese += 1
      return 2
    case 0x30...0x39 where isFour(bytes, at: index):
      chinese += 2
      return 4
    default:
      latin += 4
      return 1
    }
  }

  private func isFour(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
    index + 3 < bytes.count && (0x81...0xFE).contains(bytes[index + 2]) && (0x30...0x39).contains(bytes[index + 3])
  }
}
