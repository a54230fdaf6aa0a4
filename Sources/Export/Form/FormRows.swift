import RemitModel

/// What stands in the sheets of a form beforehand: the rows of the blank chart in its language, with notes.
struct FormRows: Sendable {
  /// By table, the texts of each row in the order of the form's columns.
  let texts: [String: [[String]]]
  /// By table and row, the note on it.
  let notes: [String: [String]]
  /// By table, the rows and columns that the regulation leaves open.
  let open: [String: Set<Cell>]

  struct Cell: Sendable, Hashable {
    let row: Int
    let column: String
  }

  init(_ blank: BlankChart, _ words: FormWords) {
    let chart = blank.chart
    let references = References(chart, hasOrganizations: Implied(chart).hasOrganizations)
    let entries = OversightEntries.grouped(chart, references).entries
    var tables = Dictionary(uniqueKeysWithValues: ChartTables(chart).tables.map { ($0.name, $0) })
    tables["oversight"] = ChartTables.oversight(chart, references, entries)
    var texts: [String: [[String]]] = [:]
    for form in FormTable.all {
      guard let table = tables[form.name] else { continue }
      texts[form.name] = (0..<table.rowCount).map { row in Self.texts(of: row, table, form, words) }
    }
    texts["chart"] = Self.facts(chart, words.language)
    self.texts = texts
    let remarks = blank.remarks
    notes = [
      "organizations": remarks.organizations, "posts": remarks.posts, "duties": remarks.duties,
      "assignments": remarks.assignments, "oversight": entries.map { remarks.oversight[$0.links.lowerBound] },
    ]
    open = [
      "assignments": Set(remarks.openAssignments.map { Cell(row: $0, column: "post") }),
      "oversight": Set(
        entries.indices.flatMap { row in
          (remarks.openOversight[entries[row].links.lowerBound] ?? []).map { Cell(row: row, column: $0) }
        }),
      "posts": Set(remarks.openPosts.map { Cell(row: $0, column: "in_charge_of") }),
    ]
  }

  private static func texts(
    of row: Int, _ table: ChartTable, _ form: FormTable, _ words: FormWords
  ) -> [String] {
    form.columns.map { column in
      guard let source = table.columns.first(where: { $0.name == column.name }) else {
        return column.name == "name" || column.name == "title" ? table[row, 0] : ""
      }
      let text = source.cell(row)
      // A name that is the id is not written, but people should see that there is one.
      if text.isEmpty, column.name == "name" || column.name == "title" { return table[row, 0] }
      return words.shown(text, in: column)
    }
  }

  private static func facts(_ chart: Chart, _ language: Language) -> [[String]] {
    let isChinese = language == .chinese
    return [[isChinese ? "编号" : "chart", chart.key], [isChinese ? "标题" : "title", chart.title.first]]
      + chart.regulations.map { [isChinese ? "法规" : "against", ListCell.text([$0.key])] }
      + [[isChinese ? "日期" : "as-of", ""]]
  }
}
