/// Vigna's splitmix64: small, seedable, the same everywhere.
struct SplitMix64: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

/// Random contents of sheets.
struct RandomSheet {
  /// What is written, and the text that must be read.
  var cells: [CellPlaceKey: (value: Value, text: String)] = [:]

  struct CellPlaceKey: Hashable {
    var row: Int
    var column: Int
  }

  enum Value {
    case text
    case number(Double)
    case flag(Bool)
    case day(Int, Int, Int)
  }

  static let scraps = [
    "甲", "负总责", "=1+1", "+", "-", "@x", "\t", "\r\n", "\n", " ", "'", "_x0041_", "_x", "_", "<b>&amp;", "]]>", "😀",
    "e\u{301}", "\u{0}", "\u{1}", "\u{1F}", "\u{7F}", "\u{85}", "\u{2028}", "\u{FFFE}", "\u{FFFF}", "0012", "1e5", "\"",
    "x005F_", "_x0012", "https://example.org", "𠀀", "\u{FEFF}", "\u{202E}",
  ]

  init(seed: UInt64) {
    var random = SplitMix64(state: seed)
    let (rows, columns) = (Int.random(in: 1...40, using: &random), Int.random(in: 1...12, using: &random))
    for _ in 0..<Int.random(in: 0...200, using: &random) {
      let key = CellPlaceKey(
        row: Int.random(in: 1...rows, using: &random), column: Int.random(in: 1...columns, using: &random))
      switch Int.random(in: 0..<10, using: &random) {
      case 0:
        let flag = Bool.random(using: &random)
        cells[key] = (.flag(flag), String(flag))
      case 1:
        let (year, month) = (Int.random(in: 1901...9999, using: &random), Int.random(in: 1...12, using: &random))
        let day = Int.random(in: 1...28, using: &random)
        cells[key] = (.day(year, month, day), Self.text(year, month, day))
      case 2, 3:
        let number = Double(Int.random(in: -99_999_999...99_999_999, using: &random)) / 1000
        cells[key] = (.number(number), Self.text(number))
      default:
        let text = (0..<Int.random(in: 0...6, using: &random)).map { _ in
          Self.scraps.randomElement(using: &random) ?? ""
        }
        .joined()
        cells[key] = (.text, text)
      }
    }
  }

  private static func text(_ number: Double) -> String {
    let text = String(number)
    return text == "-0.0" ? "0" : text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }

  private static func text(_ year: Int, _ month: Int, _ day: Int) -> String {
    "\(year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
  }

  /// The rows as a reader must hand them on.
  var rows: [Int: [String]] {
    var rows: [Int: [String]] = [:]
    for (key, cell) in cells where !cell.text.isEmpty {
      var row = rows[key.row] ?? []
      while row.count < key.column { row.append("") }
      row[key.column - 1] = cell.text
      rows[key.row] = row
    }
    return rows
  }
}
