import RemitModel
import RemitSource

/// The words of tables' cells, each read once: afterwards a word is known by its bytes.
///
/// In tables, and above all in workbooks, the Chinese words count as well.
struct TableWords {
  private struct Known<Value> {
    private var values: [(word: ShortWord, value: Value)] = []

    /// The value of a word that was read before.
    @inline(__always)
    func find(_ bytes: UnsafeBufferPointer<UInt8>) -> Value? {
      guard let word = ShortWord(bytes) else { return nil }
      for known in values where known.word == word { return known.value }
      return nil
    }

    /// The value of a word, which is read where it is new. Of words that are none, each use is reported.
    @inline(never)
    mutating func value(_ bytes: UnsafeBufferPointer<UInt8>, _ read: () -> Value?) -> Value? {
      let word = ShortWord(bytes)
      for known in values where known.word == word { return known.value }
      let value = read()
      // A vocabulary has few words; a column of numbers must not make a long list.
      if let word, let value, values.count < 64 { values.append((word, value)) }
      return value
    }
  }

  let words: WordReader
  private var levels = Known<Level>()
  private var letters = Known<Letter>()
  private var kinds = Known<LinkKind>()
  private var statuses = Known<Status>()
  private var risks = Known<Risk>()
  private var flags = Known<Bool>()
  private var amounts = Known<Double>()

  init(words: WordReader) { self.words = words }

  mutating func level(_ bytes: UnsafeBufferPointer<UInt8>, _ text: () -> Sourced<String>) -> Level? {
    if let known = levels.find(bytes) { return known }
    let words = words
    return levels.value(bytes) { Self.read(text(), Self.levels, words.level) }
  }

  mutating func letter(_ bytes: UnsafeBufferPointer<UInt8>, _ text: () -> Sourced<String>) -> Letter? {
    if let known = letters.find(bytes) { return known }
    let words = words
    return letters.value(bytes) { Self.read(text(), Self.letters, words.letter) }
  }

  mutating func kind(_ bytes: UnsafeBufferPointer<UInt8>, _ text: () -> Sourced<String>) -> LinkKind? {
    if let known = kinds.find(bytes) { return known }
    let words = words
    return kinds.value(bytes) { Self.read(text(), Self.kinds, words.linkKind) }
  }

  mutating func status(_ bytes: UnsafeBufferPointer<UInt8>, _ text: () -> Sourced<String>) -> Status? {
    if let known = statuses.find(bytes) { return known }
    let words = words
    return statuses.value(bytes) { Self.read(text(), Self.statuses, words.status) }
  }

  mutating func risk(_ bytes: UnsafeBufferPointer<UInt8>, _ text: () -> Sourced<String>) -> Risk? {
    if let known = risks.find(bytes) { return known }
    let words = words
    return risks.value(bytes) { Self.read(text(), Self.risks, words.risk) }
  }

  mutating func flag(_ bytes: UnsafeBufferPointer<UInt8>, _ text: () -> Sourced<String>) -> Bool? {
    if let known = flags.find(bytes) { return known }
    let words = words
    return flags.value(bytes) { Self.read(text(), Self.flags, words.flag) }
  }

  mutating func amount(_ bytes: UnsafeBufferPointer<UInt8>, _ text: () -> Sourced<String>) -> Double? {
    if let known = amounts.find(bytes) { return known }
    let words = words
    return amounts.value(bytes) { words.amount(text()) }
  }

  private static func read<Value>(
    _ text: Sourced<String>, _ chinese: [String: Value], _ read: (Sourced<String>) -> Value?
  ) -> Value? {
    chinese[text.value] ?? read(text)
  }

  private static let flags = ["是": true, "否": false]
  private static let levels = Dictionary(uniqueKeysWithValues: Level.allCases.map { ($0.name.zh, $0) })
  private static let kinds = Dictionary(uniqueKeysWithValues: LinkKind.allCases.map { ($0.name.zh, $0) })
  private static let letters: [String: Letter] = [
    "a": .accountable, "r": .responsible, "s": .supports, "c": .consulted, "i": .informed, "负总责": .accountable,
    "领导责任": .accountable, "直接责任": .responsible, "主办": .responsible, "协助": .supports, "协办": .supports,
    "配合": .supports, "会商": .consulted, "知会": .informed,
  ]
  private static let statuses: [String: Status] = ["有效": .active, "空缺": .vacant, "撤销": .abolished, "草案": .draft]
  private static let risks: [String: Risk] = ["低": .low, "中": .medium, "高": .high]
}
