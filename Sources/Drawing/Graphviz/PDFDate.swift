/// The day that a PDF says it was made. Cairo writes the clock's; the same chart must give the same bytes.
enum PDFDate {
  /// Replaces the digits of every `/CreationDate (D:20260630…)` by a fixed moment of the same length.
  static func fix(_ bytes: inout [UInt8], day: String?) {
    let mark = Array("/CreationDate (D:".utf8)
    let wanted = Array(((day ?? "2000-01-01").filter { $0 != "-" } + "000000").utf8)
    var start = bytes.startIndex
    while start + mark.count + wanted.count <= bytes.endIndex {
      guard let next = bytes[start...].firstIndex(of: mark[0]) else { return }
      start = next + 1
      let digits = next + mark.count
      guard bytes[next...].starts(with: mark), digits + wanted.count <= bytes.endIndex,
        bytes[digits..<(digits + wanted.count)].allSatisfy({ (48...57).contains($0) })
      else { continue }
      bytes.replaceSubrange(digits..<(digits + wanted.count), with: wanted)
    }
  }
}
