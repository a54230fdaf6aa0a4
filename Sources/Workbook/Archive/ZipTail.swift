import Glibc

/// What the end of a file says of a ZIP container (APPNOTE.TXT §4.3.14 to 4.3.16), read before a library believes it.
enum ZipTail {
  /// The most entries, and the largest directory, that any end record in the file claims; nil where there is no such
  /// record, so no container.
  ///
  /// The library takes memory for every entry before anybody can ask how many there are.
  static func claims(_ descriptor: Int32, fileBytes: Int) -> (entries: Int, directoryBytes: Int)? {
    // The record has 22 bytes and a comment of up to 65,535; before it a locator of 20.
    let count = min(fileBytes, 22 + 65_535 + 20)
    guard count >= 22, let tail = read(descriptor, at: fileBytes - count, count: count) else { return nil }
    var most: (entries: Int, directoryBytes: Int)?
    var start = 0
    while let index = ByteSearch.first(mark, in: tail, from: start), index <= count - 22 {
      start = index + 1
      var entries = number(tail, index + 10, 2)
      var bytes = number(tail, index + 12, 4)
      // All bits are set where the numbers stand in a larger record.
      if bytes == 0xFFFF_FFFF { bytes = 0 }
      if index >= 20, number(tail, index - 20, 4) == 0x0706_4B50 {
        let offset = number(tail, index - 12, 8)
        if offset >= 0, offset <= fileBytes - 56, let record = read(descriptor, at: offset, count: 56),
          number(record, 0, 4) == 0x0606_4B50
        {
          entries = max(entries, number(record, 32, 8), number(record, 24, 8))
          bytes = max(bytes, number(record, 40, 8))
        }
      }
      most = (max(most?.entries ?? 0, entries), max(most?.directoryBytes ?? 0, bytes))
    }
    return most
  }

  /// What an end record begins with.
  private static let mark: [UInt8] = [0x50, 0x4B, 5, 6]

  /// A little-endian number; what does not fit is as large as can be.
  private static func number(_ bytes: [UInt8], _ start: Int, _ count: Int) -> Int {
    var result: UInt64 = 0
    for index in (0..<count).reversed() { result = result << 8 | UInt64(bytes[start + index]) }
    return Int(clamping: result)
  }

  /// Reads from a place of a file; nil unless all of it is there.
  static func read(_ descriptor: Int32, at offset: Int, count: Int) -> [UInt8]? {
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      while filled < count {
        let got = pread(descriptor, buffer.baseAddress.map { $0 + filled }, count - filled, offset + filled)
        if got < 0, errno == EINTR { continue }
        if got <= 0 { return }
        filled += got
      }
    }
    return bytes.count == count ? bytes : nil
  }
}
