import RemitModel

/// Writes a chart as one YAML file, laid out as a person would: rows of posts and duties as blocks, short rows on one
/// line, quotes only where they are needed, and nothing that readers fill in by themselves.
///
/// Keys stand in the order of the form. The letters of a duty stand together by letter, and terms of office by post,
/// each in the order written.
struct YAMLWriter: ChartWriter {
  let chart: Chart
  let implied: Implied
  let references: References
  var layout = YAMLLayout()

  /// The writer of any chart.
  init() { self.init(Chart(ChartContents())) }

  private init(_ chart: Chart) {
    self.chart = chart
    implied = Implied(chart)
    references = References(chart, hasOrganizations: implied.hasOrganizations)
  }

  func files(_ chart: Chart) throws(ExportError) -> [ChartFile] {
    [ChartFile(name: nil, bytes: Array(Self.text(chart).utf8))]
  }

  /// The text of a chart. O(its size).
  ///
  /// - Parameter isRest: Only what a folder's tables do not hold.
  static func text(_ chart: Chart, isRest: Bool = false) -> String {
    var writer = YAMLWriter(chart)
    writer.addHead()
    if !isRest {
      writer.addJurisdictions()
      writer.addOrganizations()
      writer.addPosts()
      writer.addDuties()
      writer.addOversight()
      writer.addConflicts()
      writer.addWaivers()
    }
    writer.addIgnores()
    return writer.layout.text
  }

  private mutating func addHead() {
    var pairs = YAMLPairs()
    pairs.add("chart", text: chart.key)
    pairs.add("title", name: chart.title, of: chart.key)
    pairs.add("against", texts: chart.regulations.map(\.key))
    pairs.add("as-of", day: chart.asOf)
    layout.add(pairs)
  }

  /// A table, unless it is empty.
  mutating func add<Entity>(
    _ key: String, _ ids: IDs<Entity>, compact: Bool, _ row: (ID<Entity>, inout YAMLPairs) -> Void
  ) {
    guard !ids.isEmpty else { return }
    layout.begin(key)
    for id in ids {
      var pairs = YAMLPairs()
      row(id, &pairs)
      layout.addRow(pairs, compact: compact)
    }
  }

  private mutating func addJurisdictions() {
    guard implied.hasJurisdictions else { return }
    let table = chart.jurisdictions
    add("jurisdictions", table.ids, compact: true) { id, row in
      row.add("id", text: table.key[id])
      row.add("name", name: table.name[id], of: table.key[id])
      row.add("level", table.level[id].map { .word($0.word) })
      row.add("parent", text: table.parent[id].map { table.key[$0] })
    }
  }

  private mutating func addOrganizations() {
    guard implied.hasOrganizations else { return }
    let table = chart.organizations
    let (places, implied) = (chart.jurisdictions, implied)
    add("organizations", table.ids, compact: true) { id, row in
      row.add("id", text: table.key[id])
      row.add("name", name: table.name[id], of: table.key[id])
      row.add("kind", text: table.kind[id] == .other ? nil : table.kind[id].word)
      if implied.jurisdiction(of: id) != table.jurisdiction[id] {
        row.add("jurisdiction", text: places.key[table.jurisdiction[id]])
      }
      row.add("parent", text: table.parent[id].map { table.key[$0] })
      row.add("apex", flag: table.apex[id])
    }
  }

  private mutating func addConflicts() {
    let table = chart.conflicts
    let duties = chart.duties
    add("conflicts", table.ids, compact: true) { id, row in
      row.add("id", text: table.key[id])
      row.add("duties", texts: table.duties[id].map { duties.key[$0] })
      row.add("at-most", table.atMost[id] == 1 ? nil : .word(String(table.atMost[id])))
    }
  }

  private mutating func addWaivers() {
    let table = chart.waivers
    let places = chart.jurisdictions
    add("waivers", table.ids, compact: true) { id, row in
      row.add("clause", .quoted(table.clause[id].reference.text))
      row.add("jurisdiction", text: table.jurisdiction[id].map { places.key[$0] })
      row.add("reason", pair: table.reason[id])
      row.add("approver", pair: table.approver[id])
      row.add("until", day: table.until[id])
    }
  }

  private mutating func addIgnores() {
    let table = chart.suppressions
    add("ignore", table.ids, compact: true) { id, row in
      row.add("rule", text: table.rule[id])
      row.add("subject", text: table.subject[id])
      row.add("reason", pair: table.reason[id])
      row.add("until", day: table.until[id])
    }
  }
}
