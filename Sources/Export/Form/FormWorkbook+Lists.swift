import RemitModel
import RemitWorkbook

/// Where the words of each list stand, on the sheet of lists.
struct ListRanges {
  var words: [FormList: CellRange] = [:]
  /// A formula for the range of posts and organizations.
  var bodies = ""
}

extension FormWorkbook {
  /// Writes the words of lists, and the list of posts and organizations, which grows with their sheets.
  func writeLists(_ sheets: Sheets, _ writer: inout WorkbookWriter) throws(WorkbookError) -> ListRanges {
    var ranges = ListRanges()
    for (index, list) in FormList.allCases.enumerated() {
      let words = words.lists[list] ?? []
      try writer.write(.text(list.rawValue), at: CellPlace(row: 1, column: index + 1), on: sheets.lists)
      for (row, word) in words.enumerated() {
        try writer.write(.text(word), at: CellPlace(row: row + 2, column: index + 1), on: sheets.lists)
      }
      ranges.words[list] = CellRange(
        CellPlace(row: 2, column: index + 1), CellPlace(row: max(2, words.count + 1), column: index + 1))
    }
    ranges.bodies = try writeBodies(at: FormList.allCases.count + 1, sheets, &writer)
    return ranges
  }

  /// The ids of organizations, then of posts, by formulas.
  private func writeBodies(
    at column: Int, _ sheets: Sheets, _ writer: inout WorkbookWriter
  ) throws(WorkbookError) -> String {
    guard let organizations = ids(of: "organizations", sheets, writer), let posts = ids(of: "posts", sheets, writer)
    else { return "" }
    let known = ["organizations", "posts"].flatMap { rows.texts[$0]?.map { $0[0] } ?? [] }
    let count = organizations.room + posts.room
    try writer.write(.text("bodies"), at: CellPlace(row: 1, column: column), on: sheets.lists)
    for row in 0..<count {
      let number = row + 1
      let formula =
        "IF(\(number)<=COUNTA(\(organizations.range)),INDEX(\(organizations.range),\(number))&\"\","
        + "IF(\(number)<=COUNTA(\(organizations.range))+COUNTA(\(posts.range)),"
        + "INDEX(\(posts.range),\(number)-COUNTA(\(organizations.range)))&\"\",\"\"))"
      let result = known.indices.contains(row) ? known[row] : ""
      try writer.write(
        .formula(formula, result: result), at: CellPlace(row: row + 2, column: column), on: sheets.lists)
    }
    let range = CellRange(CellPlace(row: 2, column: column), CellPlace(row: count + 1, column: column))
    return Self.filled(
      writer.formula(range, on: sheets.lists), count: "COUNTA(\(organizations.range))+COUNTA(\(posts.range))")
  }

  /// The range of the ids of a table, and how many it has room for.
  private func ids(
    of table: String, _ sheets: Sheets, _ writer: borrowing WorkbookWriter
  ) -> (range: String, room: Int)? {
    guard let form = FormTable.named(table), let sheet = sheets.tables[table] else { return nil }
    let last = lastRow(of: form)
    let range = CellRange(CellPlace(row: 2, column: 1), CellPlace(row: last, column: 1))
    return (writer.formula(range, on: sheet), last - 1)
  }

  /// The part of a range that is filled in, as a formula.
  private static func filled(_ range: String, count: String) -> String {
    let first = range.prefix { $0 != ":" }
    return "OFFSET(\(first),0,0,MAX(1,\(count)),1)"
  }

  // MARK: Rules

  /// What may be entered in a column. Words are only those of the list; ids may be new, and several ids or texts are
  /// only suggested.
  func rule(
    for column: FormColumn, at number: Int, _ sheets: Sheets, _ lists: ListRanges, _ writer: borrowing WorkbookWriter
  ) -> InputRule {
    var rule = InputRule(.any)
    func choose(_ formula: String?, _ severity: InputRule.Severity) {
      guard let formula, !formula.isEmpty else { return }
      rule.kind = .computed(formula)
      rule.severity = severity
      if severity == .warning {
        rule.alert = .init(
          title: text("不在列表里", "Not in the list"),
          text: text("还没有这个简称。先到相应的表里添上这一行，再来选。", "There is no such id yet. Add its row to its own sheet first."))
      }
    }
    switch column.entry {
    case .text: break
    case .number: break
    case .day:
      let letter = CellPlace.letters(number)
      rule.kind = .formula("OR(ISNUMBER(\(letter)2),LEN(\(letter)2)=10)")
      rule.severity = .warning
      rule.alert = .init(
        title: text("不是日期", "No date"), text: text("请填 2024-03-01 这样的日期。", "Enter a date such as 2024-03-01."))
    case .word(let list):
      let words = words.lists[list] ?? []
      if InputRule.fitsInPlace(words) {
        rule.kind = .list(words)
      } else if let range = lists.words[list] {
        rule.kind = .listed(range, on: sheets.lists)
      }
      rule.alert = .init(
        title: text("不在列表里", "Not in the list"), text: text("请从列表中选。", "Choose from the list."))
    case .one(let table): choose(grown(table, sheets, writer), .warning)
    case .several(let table): choose(grown(table, sheets, writer), .none)
    case .body: choose(lists.bodies, .warning)
    case .bodies: choose(lists.bodies, .none)
    }
    rule.prompt = .init(title: String(column.heading[language].prefix(32)), text: column.hint[language])
    return rule
  }

  private func grown(_ table: String, _ sheets: Sheets, _ writer: borrowing WorkbookWriter) -> String? {
    ids(of: table, sheets, writer).map { Self.filled($0.range, count: "COUNTA(\($0.range))") }
  }
}
