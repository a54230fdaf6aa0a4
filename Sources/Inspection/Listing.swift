import RemitModel

extension Inspection {
  /// The names of entities in one phrase: the first few, and how many more there are.
  package func list(_ entities: [Entity], atMost most: Int = 3) -> Localized {
    let names = entities.prefix(most).map(chart.name)
    let rest = entities.count - names.count
    let zh = names.map { "“\($0.zh)”" }.joined(separator: "、")
    let en = names.map { "“\($0.en)”" }.joined(separator: ", ")
    guard rest > 0 else { return Localized(zh: zh, en: en) }
    return Localized(zh: "\(zh)等 \(entities.count) 个", en: "\(en) and \(rest) more")
  }

  /// Clause numbers as they are cited, in one phrase.
  package func citations(_ numbers: [ClauseNumber]) -> Localized {
    Localized(
      zh: numbers.map(\.citation.zh).joined(separator: "、"), en: numbers.map(\.citation.en).joined(separator: ", "))
  }

  /// Clauses of one of the chart's regulations.
  package func clauses(_ numbers: [ClauseNumber], of regulation: Int) -> [CitedClause] {
    numbers.map { clause($0, of: regulation) }
  }
}

extension Chart {
  /// A clause as this chart's files would cite it: bare for the first regulation, else with the regulation's id.
  package func citationText(_ number: ClauseNumber, of regulation: Int) -> String {
    regulation == 0 ? number.description : "\(regulations[regulation].key):\(number)"
  }
}
