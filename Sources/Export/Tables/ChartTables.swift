import RemitModel

/// A chart as tables of texts: what a folder of CSV files, a workbook or a database holds.
///
/// The tables and columns are those of the contract, in its order. A text in two languages has the Chinese (or only) one
/// in its own column and the English one, where it differs, in a column of the same name with `_en`. Tables and columns
/// that would be empty are left out, but for ids. What the tables `chart` and `ignores` hold stands in a folder's
/// `chart.yaml` instead.
///
/// An empty text counts as a missing one, as it does for readers, and so does one of blanks: a name that is missing is
/// the id.
public struct ChartTables: Sendable {
  /// First `chart`, then in the order of the contract, last `ignores`.
  public let tables: [ChartTable]

  /// The names of all tables that a chart may have in a folder.
  public static let names = [
    "jurisdictions", "organizations", "posts", "holders", "duties", "assignments", "oversight", "conflicts", "waivers",
  ]

  /// Those that are in a workbook or database only.
  public static let namesBesideFolder = ["chart", "ignores"]

  /// The tables of a chart. O(its rows).
  public init(_ chart: Chart) {
    let implied = Implied(chart)
    let references = References(chart, hasOrganizations: implied.hasOrganizations)
    tables = [
      Self.chart(chart),
      implied.hasJurisdictions ? Self.jurisdictions(chart) : nil,
      implied.hasOrganizations ? Self.organizations(chart, implied) : nil,
      Self.posts(chart, implied), Self.holders(chart), Self.duties(chart, implied),
      Self.assignments(chart, references), Self.oversight(chart, references), Self.conflicts(chart),
      Self.waivers(chart), Self.ignores(chart),
    ].compactMap { $0 }
  }

  /// The tables, unless they do not keep what the chart holds. O(cells).
  ///
  /// - Throws: That an id or word begins or ends with a blank, which readers of tables take off, or holds a control
  ///   character, which they refuse.
  static func faithful(_ chart: Chart) throws(ExportError) -> [ChartTable] {
    let tables = ChartTables(chart).tables
    for table in tables {
      for column in table.columns where !column.isProse {
        for row in 0..<table.rowCount {
          let text = column.cell(row)
          for value in column.kind == .list ? ListCell.values(text) : [text] where !value.isWord {
            throw refusal(of: value, "\(table.name).\(column.name)")
          }
        }
      }
    }
    return tables
  }

  private static func refusal(of value: String, _ place: String) -> ExportError {
    let shown = YAMLScalar.quoted(String(value.prefix(60)))
    return ExportError(
      message: Localized(
        zh: "\(place) 里的 \(shown) 前后有空白，或含有控制字符，表里保存不了；可写成 YAML",
        en: "\(shown) of \(place) has blanks around it or control characters in it, which tables do not keep; YAML does"
      ))
  }

  /// The table of a name, if the chart has it.
  public subscript(name: String) -> ChartTable? { tables.first { $0.name == name } }

  /// The chart itself: its id, title, regulations and day, each a row.
  private static func chart(_ chart: Chart) -> ChartTable? {
    var rows = [("chart", chart.key, "")]
    if !chart.title.isImplied(by: chart.key) { rows.append(("title", chart.title.first, chart.title.second)) }
    for regulation in chart.regulations { rows.append(("against", ListCell.text([regulation.key]), "")) }
    if let day = chart.asOf { rows.append(("as-of", day.description, "")) }
    let all = rows
    return ChartTable(
      "chart", rowCount: all.count,
      [
        .init("key", isKey: true) { all[$0].0 }, .init("value", isKey: true, isProse: true) { all[$0].1 },
        .init("value_en", isProse: true) { all[$0].2 },
      ])
  }
}

extension String {
  /// Whether it neither begins nor ends with a space, tab, line break or ideographic space, nor holds control characters.
  var isWord: Bool {
    guard let first = unicodeScalars.first, let last = unicodeScalars.last else { return true }
    let isTrimmed = ![first, last].contains { $0 == " " || $0 == "\u{3000}" }
    return isTrimmed && !unicodeScalars.contains { $0.value < 0x20 || (0x7F...0x9F).contains($0.value) }
  }
}

extension TableColumn {
  /// The two columns of a text in two languages.
  static func pair(_ name: String, _ text: @escaping @Sendable (Int) -> Localized?) -> [TableColumn] {
    [
      .init(name, isProse: true) { text($0)?.first ?? "" },
      .init(name + "_en", isProse: true) { text($0)?.second ?? "" },
    ]
  }

  /// The two columns of a name, which is empty where it is the id.
  static func pair<Entity>(
    _ name: String, _ names: LocalizedColumn<Entity>, _ keys: TextColumn<Entity>
  ) -> [TableColumn] {
    pair(name) { row in
      let id = ID<Entity>(row)
      return names[id].isImplied(by: keys[id]) ? nil : names[id]
    }
  }

  /// The ids of a table.
  static func key<Entity>(_ keys: TextColumn<Entity>) -> TableColumn {
    .init("id", isKey: true) { keys[ID($0)] }
  }

  static func flag(_ name: String, _ value: @escaping @Sendable (Int) -> Bool?) -> TableColumn {
    .init(name, .flag) { row in value(row).map { $0 ? "true" : "false" } ?? "" }
  }

  static func day(_ name: String, _ value: @escaping @Sendable (Int) -> CalendarDay?) -> TableColumn {
    .init(name, .day) { value($0)?.description ?? "" }
  }

  /// The clauses that a row cites.
  static func clauses(_ name: String, _ value: @escaping @Sendable (Int) -> [Cited]) -> TableColumn {
    .init(name, .list) { row in ListCell.text(value(row).map(\.reference.text)) }
  }
}
