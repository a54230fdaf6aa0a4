/// The number of a clause (条款): article, and paragraph or item in it.
///
/// Written `7`, `5.2` (paragraph 2 of article 5), `7(4)` (item 4) or `7.2(4)`.
public struct ClauseNumber: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// The article (条).
  public let article: Int
  /// The paragraph (款), where the clause is in one of several.
  public let paragraph: Int?
  /// The item (项).
  public let item: Int?

  /// A clause by its parts.
  public init(article: Int, paragraph: Int? = nil, item: Int? = nil) {
    self.article = article
    self.paragraph = paragraph
    self.item = item
  }

  /// Reads the written form; full-width digits and brackets are taken as plain ones. Nil for everything else, and for
  /// numbers over four digits.
  public init?(_ text: some StringProtocol) {
    var numbers: [Int?] = [nil, nil, nil]
    var part = 0
    var closed = false
    for scalar in text.unicodeScalars {
      let value = (0xFF01...0xFF5E).contains(scalar.value) ? scalar.value - 0xFEE0 : scalar.value
      guard !closed else { return nil }
      switch value {
      case 48...57:
        let number = (numbers[part] ?? 0) * 10 + Int(value - 48)
        guard number > 0, number <= 9999 else { return nil }
        numbers[part] = number
      case 46 where part == 0 && numbers[0] != nil: part = 1
      case 40 where part < 2 && numbers[part] != nil: part = 2
      case 41 where part == 2 && numbers[2] != nil: closed = true
      default: return nil
      }
    }
    guard let article = numbers[0], numbers[part] != nil, part != 2 || closed else { return nil }
    self.init(article: article, paragraph: numbers[1], item: numbers[2])
  }

  /// The written form.
  public var description: String {
    "\(article)" + (paragraph.map { ".\($0)" } ?? "") + (item.map { "(\($0))" } ?? "")
  }

  /// As it is cited: 第七条第(四)项, art. 7(4).
  public var citation: Localized {
    let zh =
      "第\(Self.numeral(article))条" + (paragraph.map { "第\(Self.numeral($0))款" } ?? "")
      + (item.map { "第(\(Self.numeral($0)))项" } ?? "")
    return Localized(zh: zh, en: "art. \(description)")
  }

  /// Whether `other` is this clause or lies inside it: `7` covers `7(4)`, and `7.2` covers `7.2(4)`.
  public func covers(_ other: ClauseNumber) -> Bool {
    article == other.article && (paragraph == nil || paragraph == other.paragraph)
      && (item == nil || item == other.item)
  }

  /// The order of the text.
  public static func < (a: Self, b: Self) -> Bool {
    (a.article, a.paragraph ?? 0, a.item ?? 0) < (b.article, b.paragraph ?? 0, b.item ?? 0)
  }

  /// A chapter's number as Chinese texts write it: 十二.
  package static func chapterNumeral(_ number: Int) -> String { numeral(number) }

  /// A number from 1 to 9999 in Chinese numerals.
  static func numeral(_ number: Int) -> String {
    let digits = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九"]
    guard (1...9999).contains(number) else { return String(number) }
    var text = ""
    var zero = false
    for (unit, name) in [(1000, "千"), (100, "百"), (10, "十"), (1, "")] {
      let digit = number / unit % 10
      if digit == 0 {
        zero = !text.isEmpty
        continue
      }
      if zero { text += "零" }
      zero = false
      text += (digit == 1 && unit == 10 && text.isEmpty ? "" : digits[digit]) + name
    }
    return text
  }
}

/// A clause that a chart cites: of a named regulation, or a bare number. Large charts cite the same few ones, so that
/// references share what they hold.
public struct ClauseReference: Sendable, Hashable {
  private final class Parts: Sendable {
    let regulation: String?
    let number: ClauseNumber?
    let text: String

    init(_ text: String) {
      self.text = text
      if let colon = text.utf8.lastIndex(of: UInt8(ascii: ":")) {
        regulation = String(text[..<colon])
        number = ClauseNumber(text[text.utf8.index(after: colon)...])
      } else {
        regulation = nil
        number = ClauseNumber(text)
      }
    }
  }

  private let parts: Parts

  /// The regulation's id as written before the colon; nil for a bare clause.
  public var regulation: String? { parts.regulation }
  /// Nil where the text after the colon is no clause number, which is fine for a law that the chart only mentions.
  public var number: ClauseNumber? { parts.number }
  /// As written, regulation included.
  public var text: String { parts.text }

  /// A clause by its parts.
  public init(text: String) { parts = Parts(text) }

  /// Whether both are written alike.
  public static func == (a: Self, b: Self) -> Bool { a.parts === b.parts || a.parts.text == b.parts.text }

  /// By the text.
  public func hash(into hasher: inout Hasher) { hasher.combine(parts.text) }
}
