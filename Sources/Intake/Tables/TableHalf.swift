/// One half of the rows of a CSV file, under its heading.
struct TableHalf {
  /// The heading, for the second half, and the rows.
  private(set) var bytes: [UInt8] = []
  /// How many bytes of the heading stand before the rows of the second half.
  private(set) var heading = 0
  /// The number of the line with the first row.
  private(set) var line = 1

  /// Of a file with less, all rows are in the first half: 64 KiB. No line is expected to be longer.
  private static let window = 1 << 16

  /// Nil where the file cannot be read, or cannot be cut since its lines are too long.
  ///
  /// The cut may lie in a quoted cell. The first half then ends with an open quote, which is reported.
  init?(path: String, isFirst: Bool) {
    guard let file = FileParts(path: path), file.size <= FileBytes.tableLimit,
      let cut = Self.cut(file)
    else { return nil }
    if isFirst {
      guard file.read(0..<cut, into: &bytes) else { return nil }
      return
    }
    guard file.read(0..<min(file.size, Self.window), into: &bytes) else { return nil }
    let end = bytes.firstIndex(of: 10).map { $0 + 1 } ?? (file.size <= Self.window ? bytes.count : nil)
    guard let end else { return nil }
    bytes.removeSubrange(end...)
    heading = end
    guard let breaks = Self.lineBreaks(0..<cut, of: file), file.read(cut..<file.size, into: &bytes) else { return nil }
    line = breaks + 1
  }

  /// Hands on the bytes to be parsed in place, how many of them are the heading, and the first row's line.
  mutating func withMutableBytes(_ body: (UnsafeMutableBufferPointer<UInt8>, Int, Int) -> Void) {
    bytes.withUnsafeMutableBufferPointer { body($0, heading, line) }
  }

  /// The first row of the second half.
  private static func cut(_ file: borrowing FileParts) -> Int? {
    guard file.size >= 2 * window else { return file.size }
    var bytes: [UInt8] = []
    let middle = file.size / 2
    guard file.read(middle..<min(file.size, middle + window), into: &bytes) else { return nil }
    return bytes.firstIndex(of: 10).map { middle + $0 + 1 }
  }

  /// How many lines end in a part, by the rules of `CSVText`.
  private static func lineBreaks(_ part: Range<Int>, of file: borrowing FileParts) -> Int? {
    var breaks = 0
    var isAfterReturn = false
    for start in stride(from: part.lowerBound, to: part.upperBound, by: 1 << 20) {
      var block: [UInt8] = []
      guard file.read(start..<min(part.upperBound, start + 1 << 20), into: &block) else { return nil }
      if isAfterReturn, block.first == 10 { breaks -= 1 }
      breaks += lineBreaks(block)
      isAfterReturn = block.last == 13
    }
    return breaks
  }

  private static func lineBreaks(_ block: [UInt8]) -> Int {
    block.withUnsafeBufferPointer { block in
      var breaks = block.reduce(into: 0) { count, byte in count &+= byte == 10 ? 1 : 0 }
      guard block.contains(13) else { return breaks }
      for index in block.indices where block[index] == 13 && (index + 1 == block.count || block[index + 1] != 10) {
        breaks += 1
      }
      return breaks
    }
  }
}
