import RemitModel

extension ChartDraft {
  /// A name or title, by its place in `ChartDraft.texts`.
  struct Text: Hashable {
    fileprivate var start: UInt32
    /// How many bytes the Chinese has, which comes first.
    fileprivate var zh: UInt32
    /// How many bytes the English has; −1 where it is the same, and −2 where there is no text at all.
    fileprivate var en: Int32

    static let none = Text(start: 0, zh: 0, en: -2)

    /// How many bytes it takes in the Chinese column; those of a key, where it stands for none, are not counted.
    var width: Int { Int(zh) }
  }

  /// A text of which a chart has few that differ, such as a term, by the numbers of its wordings; −1 for none.
  struct Phrase: Hashable {
    var zh: Int32
    var en: Int32

    static let none = Phrase(zh: -1, en: -1)
  }

  /// Keeps a name or title; without English it is the same in both languages.
  mutating func text(zh: UnsafeBufferPointer<UInt8>, en: UnsafeBufferPointer<UInt8>?) -> Text {
    let start = UInt32(texts.count)
    texts.append(contentsOf: zh)
    if let en { texts.append(contentsOf: en) }
    return Text(start: start, zh: UInt32(zh.count), en: en.map { Int32($0.count) } ?? -1)
  }

  mutating func text(_ text: Localized?) -> Text {
    guard let text else { return .none }
    let start = UInt32(texts.count)
    texts.append(contentsOf: text.zh.utf8)
    if text.zh != text.en { texts.append(contentsOf: text.en.utf8) }
    return Text(
      start: start, zh: UInt32(text.zh.utf8.count), en: text.zh == text.en ? -1 : Int32(text.en.utf8.count))
  }

  /// Takes over the texts of another draft; says where they begin here.
  mutating func absorb(texts other: [UInt8]) -> UInt32 {
    let start = UInt32(texts.count)
    texts += other
    return start
  }

  mutating func phrase(_ text: Localized?) -> Phrase {
    guard let text else { return .none }
    return Phrase(zh: wordings.intern(text.zh).raw, en: wordings.intern(text.en).raw)
  }

  /// The text of a phrase.
  func localized(_ phrase: Phrase) -> Localized? {
    guard phrase.zh >= 0, phrase.en >= 0 else { return nil }
    return Localized(zh: wordings[Name(raw: phrase.zh)], en: wordings[Name(raw: phrase.en)])
  }
}

extension ChartDraft.Text {
  /// The same text where its bytes begin elsewhere.
  func moved(by offset: UInt32) -> Self { Self(start: start + offset, zh: zh, en: en) }

  /// Adds the text to a column, or the key where there is none.
  func append<Entity>(
    to column: inout LocalizedColumn<Entity>, from texts: [UInt8], orKey key: Name, of names: NameTable
  ) {
    if en == -2 {
      names.withUTF8(of: key) { column.append(zh: $0, en: nil) }
      return
    }
    let middle = Int(start) + Int(zh)
    texts.withUnsafeBufferPointer { bytes in
      let english = en < 0 ? nil : UnsafeBufferPointer(rebasing: bytes[middle..<middle + Int(en)])
      column.append(at: Int(start)..<middle, of: bytes, en: english)
    }
  }
}
