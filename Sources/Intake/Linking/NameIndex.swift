import RemitModel
import RemitSource

/// The ids of one table of a chart, in row order, and the rows that they stand for.
struct NameIndex<Entity> {
  let noun: Localized
  /// The word before the colon in `post:x`.
  let prefix: String
  private(set) var keys: [Name] = []
  /// By name, the row, or −1.
  private var rows: [Int32]
  private var repeated: Set<Name> = []

  /// Numbers the keys by their order. A repeated one stands for its first row. It is a problem, or merely noted where
  /// nothing refers to such rows.
  init(
    _ sourced: some Collection<Sourced<Name>>, noun: Localized, prefix: String, names: NameTable, log: ProblemLog,
    mayRepeat: Bool = false
  ) {
    self.noun = noun
    self.prefix = prefix
    rows = [Int32](repeating: -1, count: names.count)
    var places: [Place] = []
    keys.reserveCapacity(sourced.count)
    places.reserveCapacity(sourced.count)
    for (row, key) in sourced.enumerated() {
      let first = rows[key.value.index]
      if first >= 0 {
        repeated.insert(key.value)
        let message = log.repeated(names[key.value], noun, first: places[Int(first)])
        if mayRepeat { log.note(at: key.place, message) } else { log.report(at: key.place, message) }
      } else {
        rows[key.value.index] = Int32(row)
      }
      keys.append(key.value)
      places.append(key.place)
    }
  }

  /// Whether no other row has the id of one.
  func isUnique(_ key: Name) -> Bool { repeated.isEmpty || !repeated.contains(key) }

  /// The row with this id.
  subscript(key: Name) -> ID<Entity>? {
    // Names that came later are no ids.
    guard key.index < rows.count, rows[key.index] >= 0 else { return nil }
    return ID(raw: rows[key.index])
  }

  /// The row that a reference names, with or without the table's word before it.
  func find(_ reference: Name, names: NameTable) -> ID<Entity>? {
    if let row = self[reference] { return row }
    let text = names[reference]
    guard text.hasPrefix(prefix + ":") else { return nil }
    return names.find(String(text.dropFirst(prefix.count + 1))).flatMap { self[$0] }
  }

  /// The texts of the keys, for suggestions.
  func texts(_ names: NameTable) -> [String] { keys.map { names[$0] } }
}
