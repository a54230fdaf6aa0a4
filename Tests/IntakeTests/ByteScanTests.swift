import RemitSource
import Testing

@testable import RemitIntake

/// What looks at many bytes at once finds what looking at one after the other finds.
struct ByteScanTests {
  /// The rows of a CSV text by one character after the other; nil where a quote is out of place.
  private static func plainRows(_ text: [UInt8]) -> [(number: Int, cells: [[UInt8]])]? {
    var rows: [(number: Int, cells: [[UInt8]])] = []
    var (cells, cell): ([[UInt8]], [UInt8]) = ([], [])
    var (line, first, index) = (1, 1, 0)
    func close() {
      cells.append(cell)
      if cells.count > 1 || !cell.isEmpty { rows.append((first, cells)) }
      (cells, cell) = ([], [])
    }
    while index < text.count {
      let byte = text[index]
      index += 1
      switch byte {
      case UInt8(ascii: "\"") where cell.isEmpty && (index == 1 || [0x2C, 10, 13].contains(text[index - 2])):
        guard var end = text[index...].firstIndex(of: byte) else { return nil }
        while end + 1 < text.count, text[end + 1] == byte {
          cell += text[index...end]
          index = end + 2
          guard let next = text[index...].firstIndex(of: byte) else { return nil }
          end = next
        }
        cell += text[index..<end]
        index = end + 1
        if index < text.count, ![0x2C, 10, 13].contains(text[index]) { return nil }
        for (place, inner) in cell.enumerated() where inner == 10 || inner == 13 {
          if inner == 13, place + 1 < cell.count, cell[place + 1] == 10 { continue }
          line += 1
        }
      case UInt8(ascii: ","):
        cells.append(cell)
        cell = []
      case 10, 13:
        if byte == 13, index < text.count, text[index] == 10 { index += 1 }
        close()
        line += 1
        first = line
      default: cell.append(byte)
      }
    }
    if !cells.isEmpty || !cell.isEmpty { close() }
    return rows
  }

  @Test func rowsAreThoseOfAPlainReader() {
    var random = SplitMix(seed: 5)
    let pieces = [
      ",", ",", ",", "\n", "\r\n", "\r", "a", "汉字", "\"x, \"\"y\"\"\n\"", "\"\"", String(repeating: "长", count: 40),
      String(repeating: "0123456789", count: 13), " ", "'",
    ]
    var count = 0
    for _ in 0..<4000 {
      let length = Int.random(in: 0..<60, using: &random)
      let text = Array((0..<length).map { _ in pieces.randomElement(using: &random) ?? "" }.joined().utf8)
      guard let expected = Self.plainRows(text) else { continue }
      var found: [(number: Int, cells: [[UInt8]])] = []
      var isWhole = true
      var bytes = text
      bytes.withUnsafeMutableBufferPointer { bytes in
        _ = CSVText.forEachBatch(of: bytes) { batch in
          for row in 0..<batch.count {
            found.append((batch[row].number, (0..<batch[row].count).map { Array(batch[row][$0]) }))
          }
        } fault: { _ in
          isWhole = false
        }
      }
      #expect(isWhole && found.map(\.cells) == expected.map(\.cells), "\(String(decoding: text, as: UTF8.self))")
      #expect(found.map(\.number) == expected.map(\.number), "\(String(decoding: text, as: UTF8.self))")
      count += 1
    }
    #expect(count > 500)
  }

  @Test func faultyTextsAreFoundWhereTheyBegin() {
    var random = SplitMix(seed: 6)
    let pieces: [[UInt8]] = [
      Array("abcdefgh".utf8), Array("汉".utf8), Array("é".utf8), Array("😀".utf8), Array(repeating: 0x20, count: 63),
      [0x80], [0xE6, 0xB1], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xC0, 0xAF], [0xFF],
    ]
    for round in 0..<5000 {
      // Of half of the texts, all pieces are whole.
      let most = round % 2 == 0 ? 5 : pieces.count
      let length = Int.random(in: 0..<40, using: &random)
      let bytes = (0..<length).flatMap { _ in pieces[Int.random(in: 0..<most, using: &random)] }
      let invalid = UTF8Check.firstInvalid(in: bytes)
      #expect((invalid == nil) == (String(validating: bytes, as: UTF8.self) != nil), "\(bytes)")
      if let invalid {
        #expect(String(validating: bytes[..<invalid], as: UTF8.self) != nil, "\(bytes)")
      }
    }
  }

  @Test func shortTextsCompareByteByByte() {
    var random = SplitMix(seed: 7)
    for _ in 0..<20_000 {
      let one = (0..<Int.random(in: 0..<40, using: &random)).map { _ in UInt8.random(in: 0...255, using: &random) }
      var other = one
      if !other.isEmpty, Bool.random(using: &random) {
        other[Int.random(in: 0..<other.count, using: &random)] ^= UInt8.random(in: 0...1, using: &random)
      }
      one.withUnsafeBufferPointer { first in
        other.withUnsafeBufferPointer { second in
          #expect(ShortTexts.areEqual(first, second) == (one == other))
          #expect((NameTable.hash(first) == NameTable.hash(second)) == (one == other))
          if one.count <= 32 { #expect((ShortWord(first) == ShortWord(second)) == (one == other)) }
          #expect(ShortTexts.holds(7, 0, 255, in: first) == one.contains { $0 == 7 || $0 == 0 || $0 == 255 })
        }
      }
    }
  }

  @Test func namesAreNumberedByFirstUse() {
    var random = SplitMix(seed: 8)
    for _ in 0..<30 {
      var tables = [NameTable(), NameTable()]
      var expected: [[String]] = [[], []]
      for half in 0..<2 {
        for _ in 0..<400 {
          let text = String(repeating: "名", count: Int.random(in: 0..<9, using: &random)) + "\(random.next() % 150)"
          let name = tables[half].intern(text)
          if let known = expected[half].firstIndex(of: text) {
            #expect(name.index == known)
          } else {
            #expect(name.index == expected[half].count)
            expected[half].append(text)
          }
        }
      }
      let numbers = tables[0].absorb(tables[1])
      #expect(numbers.map { tables[0][$0] } == expected[1])
      #expect(expected[0].indices.allSatisfy { tables[0][Name(raw: Int32($0))] == expected[0][$0] })
    }
  }
}
