import RemitModel
import RemitSource

/// A mapping whose keys are known beforehand. Opening it reports unknown and repeated keys; reading a value reports one
/// of the wrong type, and gives nil, as for a missing one.
package struct YAMLFields {
  package let place: Place
  let noun: Localized
  package let words: WordReader
  private let keys: [String]
  private var values: [YAMLValue?]

  package var log: ProblemLog { words.log }

  /// Nil, with a problem, for what is no mapping. The keys and the noun are the form's.
  package init?(_ value: YAMLValue, _ form: Form, words: WordReader) {
    self.init(value, keys: form.names, noun: form.noun, words: words)
  }

  private init?(_ value: YAMLValue, keys: [String], noun: Localized, words: WordReader) {
    self.place = value.place
    self.noun = noun
    self.words = words
    self.keys = keys
    values = Array(repeating: nil, count: keys.count)
    guard value.kind == .mapping else {
      report(
        value,
        Localized(zh: "\(noun.zh)的各键 (\(listed(keys)))", en: "a mapping with the keys of \(Self.article(noun.en))"))
      return nil
    }
    open(value)
  }

  /// The value of a key; nil where it is missing or null.
  package subscript(key: String) -> YAMLValue? {
    let index = keys.firstIndex(of: key)
    assert(index != nil, "the form of a \(noun.en) has no key \(key)")
    guard let index, let value = values[index], !value.isNull else { return nil }
    return value
  }

  /// The keys that have a value, in the form's order.
  package var present: [(key: String, value: YAMLValue)] {
    zip(keys, values).compactMap { key, value in value.flatMap { $0.isNull ? nil : (key, $0) } }
  }

  private mutating func open(_ mapping: YAMLValue) {
    var merged: [YAMLValue] = []
    var unknown: Set<String> = []
    for position in stride(from: 0, to: mapping.count, by: 2) {
      let key = mapping[position]
      guard let name = key.text else {
        log.report(at: key.place, Localized(zh: "键应为一个词", en: "found \(Self.found(key).en) as a key; expected a word"))
        continue
      }
      if let index = keys.firstIndex(of: name) {
        if let first = values[index] { reportRepeated(key, name, first) } else { values[index] = mapping[position + 1] }
      } else if key.isMergeKey {
        merged.append(mapping[position + 1])
      } else if unknown.insert(name).inserted {
        reportUnknown(key, name)
      }
    }
    for value in merged { merge(value) }
  }

  /// `<<` takes what is not written here from an anchored mapping, or from several, of which the first goes first. The
  /// composer bounds how deep they nest and how much they hold.
  private mutating func merge(_ value: YAMLValue) {
    let sources = value.kind == .list ? value.elements : [value]
    for source in sources {
      guard let other = YAMLFields(source, keys: keys, noun: noun, words: words) else { continue }
      for index in keys.indices where values[index] == nil { values[index] = other.values[index] }
    }
  }

  private func reportRepeated(_ key: YAMLValue, _ name: String, _ first: YAMLValue) {
    let line = first.place.line
    log.report(
      at: key.place,
      Localized(
        zh: "键 \(quoted(name)) 重复；第 \(line) 行已有它的值",
        en: "the key \(quoted(name)) is repeated; its value is already given at line \(line)"))
  }

  private func reportUnknown(_ key: YAMLValue, _ name: String) {
    log.report(
      at: key.place,
      Localized(
        zh: "\(noun.zh)没有 \(quoted(name)) 这个键；应为以下之一：\(listed(keys))",
        en: "unknown key \(quoted(name)) of \(Self.article(noun.en)); expected one of \(listed(keys))"),
      suggestion: log.suggestion(for: name, among: keys))
  }

  /// Reports a value of the wrong type.
  package func report(_ value: YAMLValue, _ expected: Localized) {
    let found = Self.found(value)
    log.report(
      at: value.place,
      Localized(zh: "这里是\(found.zh)；应为\(expected.zh)", en: "found \(found.en); expected \(expected.en)"))
  }

  /// Reports that a key is missing.
  package func reportMissing(_ key: String) {
    log.report(
      at: place,
      Localized(
        zh: "\(noun.zh)缺少必需的键 \(quoted(key))",
        en: "the required key \(quoted(key)) of \(Self.article(noun.en)) is missing"))
  }

  private static func found(_ value: YAMLValue) -> Localized {
    switch value.kind {
    case .list: Localized(zh: "列表", en: "a list")
    case .mapping: Localized(zh: "映射", en: "a mapping")
    case .scalar:
      value.isNull
        ? Localized(zh: "空值", en: "nothing")
        : Localized(
          zh: "文本 \(quoted(value.text ?? ""))", en: "the text \(quoted(value.text ?? ""))")
    }
  }

  static func article(_ noun: String) -> String {
    (noun.first.map { "aeiou".contains($0) } == true ? "an " : "a ") + noun
  }
}
