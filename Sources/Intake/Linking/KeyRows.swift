import RemitModel

/// Which row of which table each name stands for: 4 bytes a name, since nearly every id is of one table only.
struct KeyRows: Sendable {
  enum Table: Int32 {
    case posts, organizations, duties, jurisdictions, other
  }

  /// By name, 8 · row + table; −1 for names that are no ids.
  private var codes: [Int32]
  /// The same of names that are ids of several tables, beyond the first.
  private var others: [Name: [Int32]] = [:]

  init(names count: Int) { codes = [Int32](repeating: -1, count: count) }

  /// The row of a table that a name stands for. Names that came later are no ids.
  @inline(__always)
  func row(_ name: Name, _ table: Table) -> Int32? {
    guard name.index < codes.count else { return nil }
    let code = codes[name.index]
    if code < 0 { return nil }
    if code & 7 == table.rawValue { return code >> 3 }
    if others.isEmpty { return nil }
    return others[name]?.first { $0 & 7 == table.rawValue }.map { $0 >> 3 }
  }

  /// The only table and row that a name stands for; nil where there are several or none.
  @inline(__always)
  func only(_ name: Name) -> (table: Table, row: Int32)? {
    guard name.index < codes.count else { return nil }
    let code = codes[name.index]
    guard code >= 0, others.isEmpty || others[name] == nil, let table = Table(rawValue: code & 7) else { return nil }
    return (table, code >> 3)
  }

  /// Makes a name the id of a row. It must be none of that table yet.
  mutating func set(_ name: Name, _ table: Table, row: Int) {
    let code = Int32(row) << 3 | table.rawValue
    if codes[name.index] < 0 { codes[name.index] = code } else { others[name, default: []].append(code) }
  }
}
