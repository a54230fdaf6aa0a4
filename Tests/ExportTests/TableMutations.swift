import Foundation

/// Random numbers that are the same in every run (SplitMix64).
struct TableRandom: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var z = state
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return z ^ (z >> 31)
  }

  mutating func below(_ bound: Int) -> Int { Int.random(in: 0..<max(1, bound), using: &self) }
}

/// One way to spoil a table that somebody exported, or that a hand, a program or a disk has spoilt before.
enum TableMutation: CaseIterable {
  case flip, truncate, nul, badUTF8, surrogate, ideograph
  case deleteColumn, doubleColumn, swapColumns, emptyColumn
  case deleteRow, doubleRow, swapRows, repeatHeading, dropHeading, otherHeading, otherTable
  case separator, someSeparators, dropQuote, addQuote, openQuote
  case mark, twoMarks, carriageReturns, mixedEnds, noLastEnd, blankLines, wideText, wideTextSwapped
  case hugeField, hugeRow, manyRows, longCell
  case formula, hugeNumber, badDay, listMarks, direction, empty

  func apply(_ bytes: inout [UInt8], other: [UInt8], _ random: inout TableRandom) {
    guard !bytes.isEmpty else { return }
    switch self {
    case .flip, .truncate, .nul, .badUTF8, .surrogate, .ideograph, .dropQuote, .addQuote, .openQuote, .mark, .twoMarks,
      .empty, .otherTable, .wideText, .wideTextSwapped, .separator, .someSeparators, .carriageReturns, .mixedEnds,
      .noLastEnd:
      applyToBytes(&bytes, other: other, &random)
    default: applyToRows(&bytes, other: other, &random)
    }
  }

  private func applyToBytes(_ bytes: inout [UInt8], other: [UInt8], _ random: inout TableRandom) {
    let place = random.below(bytes.count)
    let separators = Array(";\t|:".utf8)
    switch self {
    case .flip:
      for _ in 0...random.below(6) { bytes[random.below(bytes.count)] ^= 1 << UInt8(random.below(8)) }
    case .truncate: bytes.removeLast(bytes.count - place)
    case .nul: bytes.insert(contentsOf: [UInt8](repeating: 0, count: 1 + random.below(3)), at: place)
    case .badUTF8: bytes.insert(contentsOf: [[0xFF], [0xC0, 0x80], [0xE4, 0xB8], [0x80]][random.below(4)], at: place)
    case .surrogate: bytes.insert(contentsOf: [0xED, 0xA0, 0x80], at: place)
    case .ideograph: bytes.insert(contentsOf: [0xB8, 0xDA, 0xCE, 0xBB], at: place)
    case .dropQuote:
      if let quote = bytes.indices.filter({ bytes[$0] == 0x22 }).randomElement(using: &random) {
        bytes.remove(at: quote)
      }
    case .addQuote: bytes.insert(0x22, at: place)
    case .openQuote:
      if let comma = bytes.indices.filter({ bytes[$0] == 0x2C }).randomElement(using: &random) {
        bytes.insert(0x22, at: comma + 1)
      }
    case .mark: bytes = [0xEF, 0xBB, 0xBF] + bytes
    case .twoMarks: bytes = [0xEF, 0xBB, 0xBF, 0xEF, 0xBB, 0xBF] + bytes
    case .empty: bytes = random.below(2) == 0 ? [] : [10, 10]
    case .otherTable: bytes = other
    case .wideText, .wideTextSwapped:
      let text = String(decoding: bytes, as: UTF8.self)
      let isSwapped = self == .wideTextSwapped
      bytes = text.utf16.flatMap {
        isSwapped ? [UInt8($0 >> 8), UInt8($0 & 0xFF)] : [UInt8($0 & 0xFF), UInt8($0 >> 8)]
      }
      if random.below(3) > 0 { bytes = (isSwapped ? [0xFE, 0xFF] : [0xFF, 0xFE]) + bytes }
    case .separator:
      let separator = separators[random.below(separators.count)]
      bytes = bytes.map { $0 == 0x2C ? separator : $0 }
    case .someSeparators:
      for index in bytes.indices where bytes[index] == 0x2C && random.below(20) == 0 {
        bytes[index] = separators[random.below(separators.count)]
      }
    case .carriageReturns: bytes = bytes.filter { $0 != 13 }.map { $0 == 10 ? 13 : $0 }
    case .mixedEnds:
      bytes = bytes.flatMap { $0 == 10 ? [[10], [13], [13, 10], [10, 13]][random.below(4)] : [$0] }
    case .noLastEnd: while let last = bytes.last, last == 10 || last == 13 { bytes.removeLast() }
    default: break
    }
  }

  /// Rows and cells as a careless program sees them: quotes do not count.
  private func applyToRows(_ bytes: inout [UInt8], other: [UInt8], _ random: inout TableRandom) {
    var rows = bytes.split(separator: 10, omittingEmptySubsequences: false).map {
      $0.split(separator: 0x2C, omittingEmptySubsequences: false).map(Array.init)
    }
    let (a, b) = (random.below(rows.count), random.below(rows.count))
    let width = rows[0].count
    let (column, target) = (random.below(width), random.below(width))
    func forEachCell(_ change: (inout [[UInt8]]) -> Void) {
      for row in rows.indices where rows[row].count == width { change(&rows[row]) }
    }
    switch self {
    case .deleteColumn: forEachCell { $0.remove(at: column) }
    case .doubleColumn: forEachCell { $0.insert($0[column], at: target) }
    case .swapColumns: forEachCell { $0.swapAt(column, target) }
    case .emptyColumn: forEachCell { $0[column] = [] }
    case .deleteRow: rows.remove(at: a)
    case .doubleRow: rows.insert(rows[a], at: b)
    case .swapRows: rows.swapAt(a, b)
    case .repeatHeading: rows.insert(rows[0], at: a)
    case .dropHeading: rows.removeFirst()
    case .otherHeading:
      rows[0] = (other.split(separator: 10).first ?? []).split(separator: 0x2C).map(Array.init)
    case .blankLines: for _ in 0...random.below(5) { rows.insert([[]], at: random.below(rows.count)) }
    case .hugeField: replace(&rows, a, with: [UInt8](repeating: 0x78, count: 50_000), &random)
    case .longCell:
      replace(&rows, a, with: Array("\"".utf8) + Array(String(repeating: "长\n", count: 3000).utf8), &random)
    case .hugeRow: rows[a] += [[UInt8]](repeating: [], count: 17_000)
    case .manyRows: rows.insert(contentsOf: [[[UInt8]]](repeating: rows[a], count: 500), at: b)
    case .formula: replace(&rows, a, with: Array(["=cmd()", "+1", "'-1", "@x"][random.below(4)].utf8), &random)
    case .hugeNumber:
      let texts = ["99999999999999999999999", "-1", "1e999", "NaN", "0x10", "٣", "1,5"]
      replace(&rows, a, with: Array(texts[random.below(texts.count)].utf8), &random)
    case .badDay:
      let texts = ["2026-02-30", "0000-00-00", "99999-01-01", "2026/6/30", "30.6.2026", "today"]
      replace(&rows, a, with: Array(texts[random.below(texts.count)].utf8), &random)
    case .listMarks:
      replace(&rows, a, with: Array([";", ";;;", "a;;b", "\\", "\\;", "x\\"][random.below(6)].utf8), &random)
    case .direction: replace(&rows, a, with: Array("\u{202E}abc\u{2066}\u{0}".utf8), &random)
    default: break
    }
    bytes = Array(rows.map { Array($0.joined(separator: [0x2C])) }.joined(separator: [10]))
  }

  private func replace(_ rows: inout [[[UInt8]]], _ row: Int, with cell: [UInt8], _ random: inout TableRandom) {
    guard !rows[row].isEmpty else { return }
    rows[row][random.below(rows[row].count)] = cell
  }
}
