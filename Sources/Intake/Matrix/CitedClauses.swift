import RemitModel

/// Reads the clauses that a cell cites, in the ways in which people and this program's own matrices write them.
enum CitedClauses {
  /// The clauses of a cell in the written form of charts: `第七条第(四)项` and `art. 7(4)` are `7(4)`.
  ///
  /// Semicolons and line breaks part clauses; commas do only where all that they part are clauses, since names of laws
  /// have commas, too. What is no clause number stays as it is written.
  static func clauses(_ text: String) -> [String] {
    text.split { ";；\n\r".contains($0) }.map { PlainText.line(String($0)) }.filter { !$0.isEmpty }.flatMap { part in
      let pieces = part.split { ",，、".contains($0) }.map { PlainText.line(String($0)) }
      let numbers = pieces.compactMap(number)
      return numbers.count == pieces.count && !numbers.isEmpty ? numbers : [part]
    }
  }

  private static func number(_ text: String) -> String? {
    let bare = text.prefix(40).lowercased()
    for word in ["article", "art.", "art"] where bare.hasPrefix(word) {
      return ClauseNumber(bare.dropFirst(word.count).drop { $0 == " " || $0 == "." })?.description
    }
    return chinese(text) ?? ClauseNumber(text)?.description
  }

  /// `第…条`, then `第…款` and `第…项` or neither; the numbers in Chinese numerals or digits, in brackets or not.
  private static func chinese(_ text: String) -> String? {
    guard text.hasPrefix("第"), text.utf8.count < 80 else { return nil }
    var parts: [Character: Int] = [:]
    var digits = ""
    for character in text {
      switch character {
      case "第", "(", ")", "（", "）", " ": continue
      case "条", "款", "项":
        let order: [Character] = ["条", "款", "项"]
        let later = order.drop { $0 != character }
        guard let number = numeral(digits), later.allSatisfy({ parts[$0] == nil }) else { return nil }
        parts[character] = number
        digits = ""
      default: digits.append(character)
      }
    }
    guard digits.isEmpty, let article = parts["条"] else { return nil }
    return ClauseNumber(article: article, paragraph: parts["款"], item: parts["项"]).description
  }

  /// A number from 1 to 9999 in digits or in Chinese numerals.
  private static func numeral(_ text: String) -> Int? {
    guard (1...9).contains(text.count) else { return nil }
    if let number = ClauseNumber(text)?.description, let value = Int(number) { return value }
    let units: [Character: Int] = ["千": 1000, "百": 100, "十": 10]
    let digits: [Character: Int] = [
      "一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9, "零": 0, "〇": 0,
    ]
    var (sum, digit, last) = (0, 0, 10_000)
    for character in text {
      if let unit = units[character] {
        guard unit < last else { return nil }
        sum += max(digit, 1) * unit
        (digit, last) = (0, unit)
      } else if let value = digits[character], digit == 0 {
        digit = value
      } else {
        return nil
      }
    }
    let value = sum + digit
    return value > 0 ? value : nil
  }
}
