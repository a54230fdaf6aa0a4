import RemitDatabase
import RemitModel

extension YAMLWriter {
  mutating func addPosts() {
    let (chart, implied) = (chart, implied)
    let table = chart.posts
    add("posts", table.ids, compact: false) { id, row in
      row.add("id", text: table.key[id])
      row.add("name", name: table.name[id], of: table.key[id])
      if implied.hasOrganizations { row.add("organization", text: chart.organizations.key[table.organization[id]]) }
      row.add("role", text: table.role[id].map { chart.roles.key[$0] })
      row.add("reports-to", texts: chart.superiors[id].map { table.key[$0] })
      row.add("dotted-to", texts: chart.dotted[id].map { table.key[$0] })
      row.add("in-charge-of", texts: chart.charges[id].map { chart.organizations.key[$0] })
      row.add("apex", flag: table.apex[id])
      switch table.status[id] {
      case .active: break
      case .vacant: row.add("vacant", flag: true)
      case .abolished, .draft: row.add("status", .word(table.status[id].rawValue))
      }
      row.add("staff", table.staff[id].map { .word($0.shortestText) })
      row.add("holders", list: chart.tenuresOfPost[id].map { Self.holder($0, chart) })
      row.add("adopts", clauses: table.adopts[id])
    }
  }

  private static func holder(_ id: ID<Tenure>, _ chart: Chart) -> YAMLNode {
    let person = chart.tenures.person[id]
    var row = YAMLPairs()
    row.add("person", text: chart.persons.key[person])
    row.add("name", name: chart.persons.name[person], of: chart.persons.key[person])
    row.add("from", day: chart.tenures.from[id])
    row.add("until", day: chart.tenures.until[id])
    row.add("acting", flag: chart.tenures.acting[id])
    return .mapping(row)
  }

  mutating func addOversight() {
    let (chart, references) = (chart, references)
    let table = chart.oversight
    let entries = OversightEntries.grouped(chart, references).entries
    guard !entries.isEmpty else { return }
    layout.begin("oversight")
    for entry in entries {
      let id = ID<Oversight>(entry.links.lowerBound)
      var row = YAMLPairs()
      row.add("id", text: entry.id)
      row.add("kind", .word(table.kind[id].rawValue))
      row.add("by", text: references.body(table.by[id]))
      row.add("of", oneOrMore: entry.links.map { .text(references.any(table.of[ID($0)])) })
      row.add("scope", texts: table.scope[id])
      row.add("instrument", pair: table.instrument[id])
      row.add("basis", clauses: table.basis[id])
      row.add("per-year", table.perYear[id].map { .word($0.shortestText) })
      row.add("planned", table.planned[id].map { .word($0 ? "true" : "false") })
      row.add("feeds", texts: table.feeds[id].map(references.body))
      layout.addRow(row, compact: true)
    }
  }
}
