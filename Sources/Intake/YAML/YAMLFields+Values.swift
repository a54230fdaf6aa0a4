import RemitModel
import RemitSource

extension YAMLFields {
  /// A scalar's text as written.
  package func text(_ value: YAMLValue) -> Sourced<String>? {
    if let text = value.text, !value.isNull { return Sourced(text, at: value.place) }
    report(value, Localized(zh: "文本", en: "a text"))
    return nil
  }

  package func text(_ key: String) -> Sourced<String>? { self[key].flatMap(text) }

  func requiredText(_ key: String) -> Sourced<String>? {
    guard let value = self[key] else {
      reportMissing(key)
      return nil
    }
    return text(value)
  }

  func id(_ key: String) -> Sourced<String>? { text(key).flatMap(words.id) }

  func requiredID(_ key: String) -> Sourced<String>? { requiredText(key).flatMap(words.id) }

  func flag(_ key: String) -> Bool? { text(key).flatMap(words.flag) }

  func day(_ key: String) -> CalendarDay? { text(key).flatMap(words.day) }

  /// The elements of a list; a single scalar is a list of one.
  func list(_ key: String) -> [YAMLValue] {
    guard let value = self[key] else { return [] }
    switch value.kind {
    case .list: return value.elements
    case .scalar: return [value]
    case .mapping:
      report(value, Localized(zh: "列表", en: "a list"))
      return []
    }
  }

  package func texts(_ key: String) -> [Sourced<String>] {
    guard let value = self[key] else { return [] }
    guard value.kind == .list else { return list(key).compactMap { text($0) } }
    var texts: [Sourced<String>] = []
    texts.reserveCapacity(value.count)
    for index in 0..<value.count {
      if let text = text(value[index]) { texts.append(text) }
    }
    return texts
  }

  /// Ids of which none may be repeated.
  package func ids(_ key: String) -> [Sourced<String>] {
    var ids = texts(key)
    ids.removeAll { words.id($0) == nil }
    return distinct(ids, key)
  }

  /// The ids, each once; a repeated one is a problem.
  func distinct(_ ids: [Sourced<String>], _ key: String) -> [Sourced<String>] {
    guard ids.count > 1, Self.mayRepeat(ids) else { return ids }
    var seen: [String: Place] = [:]
    return ids.filter { id in
      if let first = seen.updateValue(id.place, forKey: id.value) {
        let place = log.spelled(first)
        log.report(
          at: id.place,
          Localized(
            zh: "\(quoted(id.value)) 在 \(quoted(key)) 里重复；第一次在 \(place)",
            en: "\(quoted(id.value)) is repeated in \(quoted(key)); the first is at \(place)"))
        return false
      }
      return true
    }
  }

  /// Whether it takes a table to tell if some id is repeated: few are compared faster one by one.
  private static func mayRepeat(_ ids: [Sourced<String>]) -> Bool {
    guard ids.count <= 16 else { return true }
    for (index, id) in ids.enumerated() where ids[..<index].contains(where: { $0.value == id.value }) { return true }
    return false
  }

  func requiredIDs(_ key: String) -> [Sourced<String>]? {
    guard self[key] != nil else {
      reportMissing(key)
      return nil
    }
    reportIfEmpty(key)
    let ids = ids(key)
    return ids.isEmpty ? nil : ids
  }

  private func reportIfEmpty(_ key: String) {
    guard let value = self[key], value.kind == .list, value.count == 0 else { return }
    log.report(
      at: value.place, Localized(zh: "\(quoted(key)) 是空的；至少应有一个", en: "\(quoted(key)) is empty; expected at least one"))
  }

  /// Free words, each once.
  func tags(_ key: String) -> [Sourced<String>] {
    let texts = texts(key).filter { !$0.value.isEmpty }
    if texts.count < 2 { return texts }
    var seen: Set<String> = []
    return texts.filter { seen.insert($0.value).inserted }
  }

  /// A text, or one in Chinese and English of which one suffices. An empty one counts as missing.
  func name(_ key: String) -> Localized? {
    guard let value = self[key] else { return nil }
    guard value.kind == .mapping else {
      guard value.kind == .scalar else {
        report(value, Localized(zh: "文本或 {zh: …, en: …}", en: "a text or {zh: …, en: …}"))
        return nil
      }
      return text(value).flatMap { $0.value.isEmpty ? nil : Localized($0.value) }
    }
    guard let fields = YAMLFields(value, .bilingual, words: words) else { return nil }
    return fields.bilingual()
  }

  /// The keys `zh` and `en` of this mapping, of which one suffices.
  func bilingual() -> Localized? {
    let zh = text("zh")?.value
    let en = text("en")?.value
    guard let first = zh ?? en else {
      if self["zh"] == nil, self["en"] == nil {
        log.report(at: place, Localized(zh: "既没有 zh 也没有 en；至少应有一个", en: "neither zh nor en; expected at least one"))
      }
      return nil
    }
    return Localized(zh: zh ?? first, en: en ?? first)
  }

  /// Levels, each once, highest first; nil where the key is missing.
  func levels(_ key: String) -> [Level]? {
    guard self[key] != nil else { return nil }
    return Set(ids(key).compactMap(words.level)).sorted()
  }

  /// Clause numbers: one, several in one text separated by commas or semicolons, or a list.
  func clauses(_ key: String) -> [Sourced<ClauseNumber>] {
    texts(key).flatMap { text in
      text.value.split(omittingEmptySubsequences: false) { ",;，；、".contains($0) }.compactMap { part in
        let trimmed = String(part.drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
        return words.clause(Sourced(trimmed, at: text.place)).map { Sourced($0, at: text.place) }
      }
    }
  }

  func requiredClauses(_ key: String) -> [Sourced<ClauseNumber>] {
    if self[key] == nil { reportMissing(key) }
    reportIfEmpty(key)
    return clauses(key)
  }

  /// The rows of a table: a list of mappings.
  package func rows<Row>(_ key: String, _ read: (YAMLValue) -> Row?) -> [Row] {
    var rows: [Row] = []
    eachRow(key) { value in
      if let row = read(value) { rows.append(row) }
    }
    return rows
  }

  /// The same, one by one.
  func eachRow(_ key: String, _ take: (YAMLValue) -> Void) {
    guard let value = self[key] else { return }
    guard value.kind == .list else {
      report(value, Localized(zh: "列表", en: "a list"))
      return
    }
    for index in 0..<value.count { take(value[index]) }
  }
}
