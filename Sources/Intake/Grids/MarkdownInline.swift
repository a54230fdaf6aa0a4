/// The text of a piece of Markdown without its marks: emphasis, code, links, tags and escapes of CommonMark 0.31, as far
/// as cells of tables hold them.
struct MarkdownInline {
  /// What a reader sees; `<br>` is a line break.
  let text: String
  /// All of it was emphasized.
  let isStrong: Bool

  private struct Mark {
    var scalar: Unicode.Scalar
    /// Written as an escape or entity, so that it means nothing but itself.
    var isLiteral = false
  }

  /// O(length), with lists of a few marks.
  init(_ source: String) {
    guard source.utf8.contains(where: Self.mayMark) else {
      (text, isStrong) = (source, false)
      return
    }
    var marks = Self.unescaped(source)
    Self.takeOffLinks(&marks)
    let before = Self.text(marks)
    var isStrong = false
    for (scalar, count) in [("`", 1), ("*", 2), ("_", 2), ("~", 2), ("*", 1), ("_", 1)] as [(Unicode.Scalar, Int)] {
      let length = marks.count
      let isWhole = Self.takeOff(scalar, count, &marks)
      if marks.count < length, isWhole, scalar != "`" { isStrong = true }
    }
    text = Self.text(marks)
    self.isStrong = isStrong && before != text
  }

  private static func mayMark(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "`"), UInt8(ascii: "~"), UInt8(ascii: "\\"),
      UInt8(ascii: "<"), UInt8(ascii: "&"), UInt8(ascii: "["):
      true
    default: false
    }
  }

  private static func text(_ marks: [Mark]) -> String {
    var result = String.UnicodeScalarView()
    for mark in marks { result.append(mark.scalar) }
    return String(result)
  }

  // MARK: Escapes, entities and tags

  private static let entities: [(String, Unicode.Scalar)] = [
    ("&amp;", "&"), ("&lt;", "<"), ("&gt;", ">"), ("&nbsp;", " "), ("&quot;", "\""), ("&#124;", "|"), ("&#42;", "*"),
  ]

  private static func unescaped(_ source: String) -> [Mark] {
    let scalars = Array(source.unicodeScalars)
    var marks: [Mark] = []
    marks.reserveCapacity(scalars.count)
    var index = 0
    while index < scalars.count {
      let scalar = scalars[index]
      if scalar == "\\", index + 1 < scalars.count, isPunctuation(scalars[index + 1]) {
        marks.append(Mark(scalar: scalars[index + 1], isLiteral: true))
        index += 2
      } else if scalar == "&", let (entity, value) = entities.first(where: { starts(scalars, index, with: $0.0) }) {
        marks.append(Mark(scalar: value, isLiteral: true))
        index += entity.unicodeScalars.count
      } else if scalar == "<", let (length, isBreak) = tag(scalars, at: index) {
        if isBreak { marks.append(Mark(scalar: "\n", isLiteral: true)) }
        index += length
      } else {
        marks.append(Mark(scalar: scalar))
        index += 1
      }
    }
    return marks
  }

  private static func isPunctuation(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: true
    default: false
    }
  }

  private static func starts(_ scalars: [Unicode.Scalar], _ index: Int, with word: String) -> Bool {
    scalars[index...].starts(with: word.unicodeScalars)
  }

  /// The length of an HTML tag of at most sixty characters, and whether it breaks the line.
  private static func tag(_ scalars: [Unicode.Scalar], at index: Int) -> (length: Int, isBreak: Bool)? {
    var name = ""
    for (offset, scalar) in scalars[(index + 1)...].prefix(60).enumerated() {
      if scalar == ">" {
        let word = name.lowercased().drop { $0 == "/" }.prefix { $0.isASCII && $0.isLetter }
        return word.isEmpty ? nil : (offset + 2, word == "br")
      }
      if scalar == "<" { return nil }
      name.unicodeScalars.append(scalar)
    }
    return nil
  }

  // MARK: Links and emphasis

  /// `[text](target)` becomes `text`.
  private static func takeOffLinks(_ marks: inout [Mark]) {
    var result: [Mark] = []
    var opening: Int?
    var index = 0
    while index < marks.count {
      let mark = marks[index]
      if !mark.isLiteral, mark.scalar == "[" {
        opening = result.count
      } else if !mark.isLiteral, mark.scalar == "]", let start = opening, index + 1 < marks.count,
        marks[index + 1].scalar == "(", let end = marks[index...].prefix(2000).firstIndex(where: { $0.scalar == ")" })
      {
        result.remove(at: start)
        opening = nil
        index = end + 1
        continue
      }
      result.append(mark)
      index += 1
    }
    marks = result
  }

  /// Takes off pairs of a mark of emphasis; whether one pair stood around everything.
  private static func takeOff(_ scalar: Unicode.Scalar, _ count: Int, _ marks: inout [Mark]) -> Bool {
    var removed: Set<Int> = []
    var opening: Int?
    var isWhole = false
    var index = 0
    while index + count <= marks.count {
      guard marks[index..<index + count].allSatisfy({ $0.scalar == scalar && !$0.isLiteral }) else {
        index += 1
        continue
      }
      if let start = opening, isCloser(marks, index, count, scalar), index > start + count {
        removed.formUnion(start..<start + count)
        removed.formUnion(index..<index + count)
        isWhole = start == 0 && index + count == marks.count
        opening = nil
      } else if opening == nil, isOpener(marks, index, count, scalar) {
        opening = index
      }
      index += count
    }
    if !removed.isEmpty { marks = marks.indices.filter { !removed.contains($0) }.map { marks[$0] } }
    return isWhole
  }

  /// No space follows, and for `_` no letter stands before.
  private static func isOpener(_ marks: [Mark], _ index: Int, _ count: Int, _ scalar: Unicode.Scalar) -> Bool {
    guard index + count < marks.count, !marks[index + count].scalar.properties.isWhitespace else { return false }
    return scalar != "_" || index == 0 || !isLetter(marks[index - 1].scalar)
  }

  /// No space stands before, and for `_` no letter follows.
  private static func isCloser(_ marks: [Mark], _ index: Int, _ count: Int, _ scalar: Unicode.Scalar) -> Bool {
    guard index > 0, !marks[index - 1].scalar.properties.isWhitespace else { return false }
    return scalar != "_" || index + count == marks.count || !isLetter(marks[index + count].scalar)
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || (0x30...0x39).contains(scalar.value)
  }
}
