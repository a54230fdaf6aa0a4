/// A table as a CSV file that people can open with a spreadsheet.
enum CSVTable {
  /// RFC 4180, in UTF-8 with a byte-order mark, by which spreadsheets know the encoding. O(bytes).
  ///
  /// A text that a spreadsheet could take for a formula, which is one that begins with `=`, `+`, `-`, `@`, a tab or a
  /// carriage return, gets an apostrophe before it; so does one that begins with apostrophes and then one of these. So
  /// whoever reads the file takes exactly one apostrophe off where apostrophes stand before one of these at the start of
  /// a text, and has every text as it was.
  static func bytes(_ table: ChartTable) -> [UInt8] {
    var bytes: [UInt8] = [0xEF, 0xBB, 0xBF]
    append(table.columns.map(\.name), to: &bytes)
    for row in 0..<table.rowCount { append(table.row(row), to: &bytes) }
    return bytes
  }

  private static func append(_ row: [String], to bytes: inout [UInt8]) {
    for (index, text) in row.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      append(text, to: &bytes)
    }
    bytes += [13, 10]
  }

  private static func append(_ text: String, to bytes: inout [UInt8]) {
    let isQuoted = text.utf8.contains { $0 == 34 || $0 == 44 || $0 == 13 || $0 == 10 }
    if isQuoted { bytes.append(34) }
    if needsGuard(text) { bytes.append(UInt8(ascii: "'")) }
    guard isQuoted else {
      bytes += text.utf8
      return
    }
    for byte in text.utf8 {
      if byte == 34 { bytes.append(34) }
      bytes.append(byte)
    }
    bytes.append(34)
  }

  private static func needsGuard(_ text: String) -> Bool {
    switch text.utf8.first(where: { $0 != UInt8(ascii: "'") }) {
    case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), 9, 13: true
    default: false
    }
  }
}
