/// A share of the rows of a CSV file, under its heading. They are read through one block of memory, so that no file is
/// in memory as a whole.
struct TablePart: ~Copyable {
  /// Which rows.
  enum Share {
    case all, firstHalf, secondHalf
  }

  private let file: FileParts
  /// The heading, where it does not stand before the rows.
  private let heading: Range<Int>
  private let rows: Range<Int>
  /// Whether the rows of the other half will be added to these.
  private let isFirst: Bool
  private var block: [UInt8] = []

  /// Of a file with less than twice as much, all rows are in the first half: 64 KiB. No line is expected to be longer.
  private static let window = 1 << 16

  /// Small enough for a core's own cache: 256 KiB. A row that is longer gets a larger one.
  private static let blockSize = 1 << 18

  /// Nil where the file cannot be read, or cannot be cut since its lines are too long.
  ///
  /// The cut may lie in a quoted cell. The first half then ends with an open quote, which is reported.
  init?(path: String, _ share: Share) {
    guard let file = FileParts(path: path), file.size <= FileBytes.tableLimit else { return nil }
    var bytes: [UInt8] = []
    guard file.read(0..<min(file.size, Self.window), into: &bytes) else { return nil }
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    guard share != .all else {
      (heading, rows, isFirst) = (0..<0, start..<file.size, false)
      self.file = file
      return
    }
    guard let cut = Self.cut(file) else { return nil }
    guard share == .secondHalf else {
      (heading, rows, isFirst) = (0..<0, min(start, cut)..<cut, true)
      self.file = file
      return
    }
    let end = bytes.firstIndex(of: 10).map { $0 + 1 } ?? (file.size <= Self.window ? file.size : nil)
    guard let end else { return nil }
    (heading, rows, isFirst) = (min(start, end)..<end, cut..<file.size, false)
    self.file = file
  }

  /// Parses the heading and the rows, of which the first is in line 1 in a second half too. O(bytes).
  ///
  /// - Returns: The number of the line that follows; nil where they cannot be read or are no UTF-8.
  mutating func forEachBatch(_ body: (CSVText.Batch) -> Void, fault: (CSVText.Fault) -> Void) -> Int? {
    guard read(heading, body, fault) != nil else { return nil }
    return read(rows, body, fault)
  }

  private mutating func read(
    _ part: Range<Int>, _ body: (CSVText.Batch) -> Void, _ fault: (CSVText.Fault) -> Void
  ) -> Int? {
    var (start, line) = (part.lowerBound, 1)
    var size = Self.blockSize
    while start < part.upperBound {
      let count = min(size, part.upperBound - start)
      if block.count < count { block = [UInt8](repeating: 0, count: count) }
      guard let taken = take(start, count, isLast: start + count == part.upperBound, line: line, body, fault) else {
        return nil
      }
      start += taken.count
      line = taken.line
      if taken.count == 0 { size *= 2 }
    }
    return line
  }

  /// Parses the whole rows in some bytes of the file; says how many bytes they have, and which line follows.
  private mutating func take(
    _ start: Int, _ count: Int, isLast: Bool, line: Int, _ body: (CSVText.Batch) -> Void,
    _ fault: (CSVText.Fault) -> Void
  ) -> (count: Int, line: Int)? {
    block.withUnsafeMutableBufferPointer { block in
      let bytes = UnsafeMutableBufferPointer(rebasing: block[..<count])
      guard file.read(from: start, into: bytes) else { return nil }
      let end = isLast ? count : (bytes.lastIndex(of: 10) ?? -1) + 1
      let lines = UnsafeMutableBufferPointer(rebasing: bytes[..<end])
      guard UTF8Check.firstInvalid(in: UnsafeBufferPointer(lines)) == nil else { return nil }
      return CSVText.forEachBatch(of: lines, line: line, isOpen: !isLast, body, fault: fault)
    }
  }

  /// Parses the first rows, whatever is wrong with them.
  func withFirstRows(_ body: (CSVText.Batch) -> Void) {
    var bytes: [UInt8] = []
    guard file.read(rows.lowerBound..<min(rows.upperBound, rows.lowerBound + Self.window), into: &bytes) else { return }
    bytes.withUnsafeMutableBufferPointer { bytes in
      _ = CSVText.forEachBatch(of: bytes, isOpen: bytes.count < rows.count, body) { _ in }
    }
  }

  /// For how many bytes of rows there must be room, and how many of them a line has, by the first ones.
  func size() -> (bytes: Int, line: Int) {
    var sample: [UInt8] = []
    guard file.read(rows.lowerBound..<min(rows.upperBound, rows.lowerBound + Self.window), into: &sample) else {
      return (0, 1)
    }
    return (isFirst ? file.size : rows.count, sample.count / (sample.count { $0 == 10 } + 1))
  }

  /// The first row of the second half.
  private static func cut(_ file: borrowing FileParts) -> Int? {
    guard file.size >= 2 * window else { return file.size }
    var bytes: [UInt8] = []
    let middle = file.size / 2
    guard file.read(middle..<min(file.size, middle + window), into: &bytes) else { return nil }
    return bytes.firstIndex(of: 10).map { middle + $0 + 1 }
  }
}
