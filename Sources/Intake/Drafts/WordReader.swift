import RemitModel
import RemitSource

/// Reads the words and numbers of a file into typed values. What is no such word is a problem, and gives nil.
package struct WordReader {
  package let log: ProblemLog

  package init(log: ProblemLog) {
    self.log = log
  }

  /// One of the words of a vocabulary.
  package func word<Value>(_ text: Sourced<String>, of noun: Localized, among known: [(String, Value)]) -> Value? {
    if let match = known.first(where: { $0.0 == text.value }) { return match.1 }
    let words = known.map(\.0)
    log.report(
      at: text.place,
      Localized(
        zh: "没有 \(quoted(text.value)) 这个\(noun.zh)；应为以下之一：\(listed(words))",
        en: "unknown \(noun.en) \(quoted(text.value)); expected one of \(listed(words))"),
      suggestion: log.suggestion(for: text.value, among: words))
    return nil
  }

  func level(_ text: Sourced<String>) -> Level? { word(text, of: Noun.level, among: Self.levels) }

  func letter(_ text: Sourced<String>) -> Letter? { word(text, of: Noun.letter, among: Self.letters) }

  func linkKind(_ text: Sourced<String>) -> LinkKind? { word(text, of: Noun.kind, among: Self.kinds) }

  func status(_ text: Sourced<String>) -> Status? { word(text, of: Noun.status, among: Self.statuses) }

  func risk(_ text: Sourced<String>) -> Risk? { word(text, of: Noun.risk, among: Self.risks) }

  func effect(_ text: Sourced<String>) -> Regulation.Accountability.Effect? {
    word(text, of: Noun.effect, among: Self.effects)
  }

  func flag(_ text: Sourced<String>) -> Bool? {
    switch text.value {
    case "true", "True", "TRUE": return true
    case "false", "False", "FALSE": return false
    default:
      wrong(text, Localized(zh: "true 或 false", en: "true or false"))
      return nil
    }
  }

  func day(_ text: Sourced<String>) -> CalendarDay? {
    if let day = CalendarDay(text.value) { return day }
    wrong(text, Localized(zh: "存在的日期，写作 YYYY-MM-DD", en: "a day that exists, written YYYY-MM-DD"))
    return nil
  }

  /// A whole number that is not negative.
  func count(_ text: Sourced<String>) -> Int? {
    if text.value.utf8.allSatisfy({ (48...57).contains($0) }), let number = Int(text.value) { return number }
    wrong(text, Localized(zh: "不小于 0 的整数", en: "a whole number of 0 or more"))
    return nil
  }

  /// A decimal number that is finite and not negative.
  func amount(_ text: Sourced<String>) -> Double? {
    let digits = text.value.utf8.allSatisfy { (48...57).contains($0) || [43, 45, 46, 69, 101].contains($0) }
    if digits, let number = Double(text.value), number.isFinite, number >= 0 { return number == 0 ? 0 : number }
    wrong(text, Localized(zh: "不小于 0 的数", en: "a number of 0 or more"))
    return nil
  }

  /// A decimal number within bounds.
  package func number(_ text: Sourced<String>, in bounds: ClosedRange<Double>) -> Double? {
    let digits = text.value.utf8.allSatisfy { (48...57).contains($0) || [43, 45, 46, 69, 101].contains($0) }
    if digits, let number = Double(text.value), bounds.contains(number) { return number == 0 ? 0 : number }
    let (least, most) = (Self.plain(bounds.lowerBound), Self.plain(bounds.upperBound))
    wrong(text, Localized(zh: "不小于 \(least)、不大于 \(most) 的数", en: "a number from \(least) to \(most)"))
    return nil
  }

  /// A number without a needless fraction.
  private static func plain(_ number: Double) -> String {
    Int(exactly: number).map(String.init) ?? String(number)
  }

  func clause(_ text: Sourced<String>) -> ClauseNumber? {
    if let number = ClauseNumber(text.value) { return number }
    wrong(text, Self.clauseForms)
    return nil
  }

  /// An id: a text that is neither empty nor holds line breaks or other control characters.
  func id(_ text: Sourced<String>) -> Sourced<String>? {
    if text.value.isEmpty {
      log.report(at: text.place, Localized(zh: "id 是空的", en: "an id is empty"))
      return nil
    }
    if Self.holdsControls(text.value.utf8) {
      log.report(
        at: text.place,
        Localized(
          zh: "id \(quoted(text.value)) 含有控制字符", en: "the id \(quoted(text.value)) holds control characters"))
      return nil
    }
    return text
  }

  /// The same of bytes; texts of ASCII are looked at by words of eight.
  static func holdsControls(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let base = UnsafeRawPointer(text.baseAddress) else { return false }
    var index = 0
    while index + 8 <= text.count {
      let word = base.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      // Of ASCII, the highest bit of a byte becomes 1 by the first sum from a space on, by the second from 7F on.
      let isPlain =
        (word | word &+ 0x0101_0101_0101_0101) & 0x8080_8080_8080_8080 == 0
        && (word &+ 0x6060_6060_6060_6060) & 0x8080_8080_8080_8080 == 0x8080_8080_8080_8080
      guard isPlain else { return holdsControls(UnsafeBufferPointer(rebasing: text[index...])[...]) }
      index += 8
    }
    return holdsControls(UnsafeBufferPointer(rebasing: text[index...])[...])
  }

  /// C0 and C1 controls, of which the latter are C2 80 to C2 9F in UTF-8.
  static func holdsControls(_ text: some Sequence<UInt8>) -> Bool {
    var last: UInt8 = 0
    for byte in text {
      if byte < 0x20 || byte == 0x7F || last == 0xC2 && byte < 0xA0 { return true }
      last = byte
    }
    return false
  }

  package func wrong(_ text: Sourced<String>, _ expected: Localized) {
    log.report(
      at: text.place,
      Localized(
        zh: "\(quoted(text.value)) 不对；应为\(expected.zh)",
        en: "\(quoted(text.value)) is not valid; expected \(expected.en)"))
  }

  /// A term of office must not end before it begins.
  func checkTerm(from: CalendarDay?, until: CalendarDay?, at place: Place) {
    guard let from, let until, until < from else { return }
    log.report(
      at: place,
      Localized(
        zh: "任期到 \(until) 结束，早于开始的 \(from)；until 不应早于 from",
        en: "the term ends on \(until), before it begins on \(from); expected until to be no earlier than from"))
  }

  /// A duty cannot be vacant.
  func checkDutyStatus(_ status: Status, _ text: Sourced<String>) {
    guard status == .vacant else { return }
    wrong(
      text, Localized(zh: "active、abolished 或 draft：职责不能空缺", en: "active, abolished or draft: a duty cannot be vacant"))
  }

  static let clauseForms = Localized(zh: "7、5.2、7(4) 或 7.2(4)", en: "7, 5.2, 7(4) or 7.2(4)")
  private static let levels = Level.allCases.map { ($0.word, $0) }
  private static let letters = Letter.allCases.map { ($0.rawValue, $0) }
  private static let kinds = LinkKind.allCases.map { ($0.rawValue, $0) }
  private static let statuses = Status.allCases.map { ($0.rawValue, $0) }
  private static let risks = Risk.allCases.map { ($0.rawValue, $0) }
  private static let effects = Regulation.Accountability.Effect.allCases.map { ($0.rawValue, $0) }
}
