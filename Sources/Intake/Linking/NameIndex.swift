import RemitModel
import RemitSource

/// The ids of one table of a chart, in row order, and the rows that they stand for.
final class NameIndex<Entity>: Sendable {
  let noun: Localized
  /// The word before the colon in `post:x`.
  let prefix: String
  let table: KeyRows.Table
  let keys: [Name]
  private let repeated: Set<Name>

  /// Numbers the keys by their order. A repeated one stands for its first row. It is a problem, or merely noted where
  /// nothing refers to such rows.
  init(
    _ sourced: some Collection<Sourced<Name>>, _ table: KeyRows.Table, noun: Localized, prefix: String,
    rows: inout KeyRows, names: NameTable, log: ProblemLog, mayRepeat: Bool = false
  ) {
    self.noun = noun
    self.prefix = prefix
    self.table = table
    var keys: [Name] = []
    var repeated: Set<Name> = []
    keys.reserveCapacity(sourced.count)
    for (row, key) in sourced.enumerated() {
      if let first = rows.row(key.value, table) {
        repeated.insert(key.value)
        // Only a few are repeated, so that nobody keeps the places of all.
        let place = sourced.dropFirst(Int(first)).first?.place ?? .none
        let message = log.repeated(names[key.value], noun, first: place)
        if mayRepeat { log.note(at: key.place, message) } else { log.report(at: key.place, message) }
      } else {
        rows.set(key.value, table, row: row)
      }
      keys.append(key.value)
    }
    self.keys = keys
    self.repeated = repeated
  }

  /// Whether no other row has the id of one.
  func isUnique(_ key: Name) -> Bool { repeated.isEmpty || !repeated.contains(key) }

  /// The texts of the keys, for suggestions.
  func texts(_ names: NameTable) -> [String] { keys.map { names[$0] } }
}
