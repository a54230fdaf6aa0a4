/// What a number format makes of a number (ISO/IEC 29500-1 §18.8.30 and 18.8.31).
enum NumberFormat: UInt8, Sendable {
  case number
  /// A day, perhaps with a time.
  case day
  /// A time of day, or a length of time.
  case time

  /// By the number of a built-in format, those of East Asian editions included.
  init(builtIn id: Int) {
    switch id {
    case 14...17, 22, 27...31, 36, 50...54, 57, 58: self = .day
    case 18...21, 32, 33, 45...47: self = .time
    // A time in one language's edition and a month in another's; what the value is tells.
    case 34, 35, 55, 56: self = .day
    default: self = .number
    }
  }

  /// By a code such as `yyyy"年"m"月"d"日"`. Its first section counts. O(bytes).
  init(code: String) {
    var scan = Scan(Array(code.utf8))
    self = scan.run()
  }

  private struct Scan {
    let bytes: [UInt8]
    var index = 0
    /// Whether the last letter of a time was an hour, so that `m` after it means minutes.
    var followsHour = false
    /// An `m` whose meaning the next letter decides.
    var isUndecided = false
    var hasDay = false
    var hasTime = false

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    mutating func run() -> NumberFormat {
      while index < bytes.count {
        switch bytes[index] | 0x20 {
        case UInt8(ascii: "\"") | 0x20: skip(to: UInt8(ascii: "\""))
        case UInt8(ascii: "[") | 0x20 where bytes[index] == UInt8(ascii: "["): bracket()
        case _ where isEscape(bytes[index]): index += 1
        case UInt8(ascii: ";") | 0x20 where bytes[index] == UInt8(ascii: ";"): index = bytes.count
        case UInt8(ascii: "a") where skips("am/pm") || skips("a/p"): break
        case UInt8(ascii: "g") where skips("general"): break
        case let letter: take(letter)
        }
        index += 1
      }
      if isUndecided { hasDay = true }
      return hasDay ? .day : hasTime ? .time : .number
    }

    private mutating func take(_ letter: UInt8) {
      switch letter {
      case UInt8(ascii: "y"), UInt8(ascii: "d"):
        hasDay = true
        settle(isMinute: false)
        followsHour = false
      case UInt8(ascii: "h"):
        hasTime = true
        settle(isMinute: false)
        followsHour = true
      case UInt8(ascii: "s"):
        hasTime = true
        settle(isMinute: true)
        followsHour = false
      case UInt8(ascii: "m"):
        if followsHour { hasTime = true } else { isUndecided = true }
      default: break
      }
    }

    private mutating func settle(isMinute: Bool) {
      if isUndecided, !isMinute { hasDay = true }
      isUndecided = false
    }

    /// A backslash, a width or a filling takes the next character with it.
    private func isEscape(_ byte: UInt8) -> Bool {
      byte == UInt8(ascii: "\\") || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "*")
    }

    private mutating func skip(to end: UInt8) {
      index += 1
      while index < bytes.count, bytes[index] != end { index += 1 }
    }

    /// `[h]`, `[mm]` and `[ss]` are lengths of time; other brackets are colours, conditions and languages.
    private mutating func bracket() {
      let start = index + 1
      skip(to: UInt8(ascii: "]"))
      guard start < min(index, bytes.count), let first = bytes[start..<min(index, bytes.count)].first else { return }
      let isOneLetter = bytes[start..<index].allSatisfy { $0 | 0x20 == first | 0x20 }
      switch first | 0x20 {
      case UInt8(ascii: "h") where isOneLetter: take(UInt8(ascii: "h"))
      case UInt8(ascii: "m") where isOneLetter: hasTime = true
      case UInt8(ascii: "s") where isOneLetter: take(UInt8(ascii: "s"))
      default: break
      }
    }

    /// Steps to the last letter of a word where it stands here.
    private mutating func skips(_ word: StaticString) -> Bool {
      let count = word.utf8CodeUnitCount
      guard index + count <= bytes.count else { return false }
      for offset in 0..<count where (bytes[index + offset] | 0x20) != (word.utf8Start[offset] | 0x20) { return false }
      index += count - 1
      return true
    }
  }
}
