import RemitModel
import RemitSource

/// The ids of one table, in row order, and the rows that they stand for.
struct KeyIndex<Entity> {
  let noun: Localized
  /// The word before the colon in `post:x`.
  let prefix: String
  private(set) var keys: [String] = []
  private var rows: [String: ID<Entity>] = [:]

  /// Numbers the keys by their order. A repeated one is a problem, and stands for its first row.
  init(_ sourced: some Sequence<Sourced<String>>, noun: Localized, prefix: String, log: ProblemLog) {
    self.noun = noun
    self.prefix = prefix
    var places: [Place] = []
    rows.reserveCapacity(sourced.underestimatedCount)
    keys.reserveCapacity(sourced.underestimatedCount)
    for (row, key) in sourced.enumerated() {
      if let first = rows[key.value] {
        log.report(at: key.place, log.repeated(key.value, noun, first: places[first.index]))
      } else {
        rows[key.value] = ID(row)
      }
      keys.append(key.value)
      places.append(key.place)
    }
  }

  subscript(key: String) -> ID<Entity>? { rows[key] }

  /// The row that a reference names, with or without the table's word before it.
  func find(_ reference: String) -> ID<Entity>? {
    if let row = rows[reference] { return row }
    guard reference.hasPrefix(prefix + ":") else { return nil }
    return rows[String(reference.dropFirst(prefix.count + 1))]
  }

  /// The same, where a name that nobody has is a problem.
  func resolve(_ reference: Sourced<String>, log: ProblemLog) -> ID<Entity>? {
    if let row = find(reference.value) { return row }
    log.reportDangling(reference, noun, among: keys)
    return nil
  }
}

extension ProblemLog {
  /// That an id of a table has a row already.
  func repeated(_ key: String, _ noun: Localized, first: Place) -> Localized {
    let place = spelled(first)
    return Localized(
      zh: "\(noun.zh)的 id \(quoted(key)) 重复；第一次在 \(place)",
      en: "the id \(quoted(key)) of \(YAMLFields.article(noun.en)) is repeated; the first is at \(place)")
  }

  func reportDangling(_ reference: Sourced<String>, _ noun: Localized, among candidates: some Sequence<String>) {
    report(
      at: reference.place,
      Localized(
        zh: "没有 id 为 \(quoted(reference.value)) 的\(noun.zh)", en: "no \(noun.en) has the id \(quoted(reference.value))"),
      suggestion: suggestion(for: reference.value, among: candidates))
  }
}
