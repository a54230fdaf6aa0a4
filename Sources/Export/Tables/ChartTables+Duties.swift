import RemitDatabase
import RemitModel

extension ChartTables {
  static func duties(_ chart: Chart, _ implied: Implied) -> ChartTable? {
    let table = chart.duties
    return ChartTable(
      "duties", rowCount: table.ids.count,
      [.key(table.key)], .pair("title", table.title, table.key),
      [
        .init("jurisdiction") { row in
          implied.hasJurisdictions ? chart.jurisdictions.key[table.jurisdiction[ID(row)]] : ""
        },
        .init("domain", .list) { ListCell.text(table.domains[ID($0)]) },
        .clauses("basis") { Array(table.basis[ID($0)]) },
        .flag("joint") { table.joint[ID($0)] ? true : nil },
        .init("status") { row in
          let status = table.status[ID(row)]
          return status == .active ? "" : status.rawValue
        },
        .init("risk") { table.risk[ID($0)]?.rawValue ?? "" },
      ])
  }

  static func assignments(_ chart: Chart, _ references: References) -> ChartTable? {
    let table = chart.assignments
    return ChartTable(
      "assignments", rowCount: table.ids.count,
      [
        .init("duty", isKey: true) { chart.duties.key[table.duty[ID($0)]] },
        .init("post", isKey: true) { references.body(table.assignee[ID($0)]) },
        .init("letter", isKey: true) { table.letter[ID($0)].rawValue },
      ], .pair("term") { table.term[ID($0)] },
      [.flag("lead") { table.lead[ID($0)] ? true : nil }])
  }

  /// One row for each link, as far as readers give it its id.
  static func oversight(_ chart: Chart, _ references: References) -> ChartTable? {
    oversight(chart, references, OversightEntries.single(chart, references).entries)
  }

  /// One row for each entry.
  static func oversight(_ chart: Chart, _ references: References, _ entries: [OversightEntries.Entry]) -> ChartTable? {
    let table = chart.oversight
    let first: @Sendable (Int) -> ID<Oversight> = { ID(entries[$0].links.lowerBound) }
    return ChartTable(
      "oversight", rowCount: entries.count,
      [
        .init("id", isKey: true) { entries[$0].id ?? "" },
        .init("kind", isKey: true) { table.kind[first($0)].rawValue },
        .init("by", isKey: true) { references.body(table.by[first($0)]) },
        .init("of", .list, isKey: true) { row in
          ListCell.text(entries[row].links.map { references.any(table.of[ID($0)]) })
        },
        .init("scope", .list) { ListCell.text(table.scope[first($0)]) },
      ], .pair("instrument") { table.instrument[first($0)] },
      [
        .clauses("basis") { Array(table.basis[first($0)]) },
        .init("per_year", .number) { table.perYear[first($0)]?.shortestText ?? "" },
        .flag("planned") { table.planned[first($0)] },
        .init("feeds", .list) { ListCell.text(table.feeds[first($0)].map(references.body)) },
      ])
  }

  static func conflicts(_ chart: Chart) -> ChartTable? {
    let table = chart.conflicts
    return ChartTable(
      "conflicts", rowCount: table.ids.count,
      [
        .key(table.key),
        .init("duties", .list, isKey: true) { row in ListCell.text(table.duties[ID(row)].map { chart.duties.key[$0] })
        },
        .init("at_most", .count) { String(table.atMost[ID($0)]) },
      ])
  }

  static func waivers(_ chart: Chart) -> ChartTable? {
    let table = chart.waivers
    let parts: @Sendable (Int) -> (regulation: String, clause: String) = { row in
      ClauseParts.split(table.clause[ID(row)].reference)
    }
    return ChartTable(
      "waivers", rowCount: table.ids.count,
      [
        .init("regulation") { parts($0).regulation }, .init("clause", isKey: true) { parts($0).clause },
        .init("jurisdiction") { row in table.jurisdiction[ID(row)].map { chart.jurisdictions.key[$0] } ?? "" },
      ], .pair("reason") { table.reason[ID($0)] }, .pair("approver") { table.approver[ID($0)] },
      [
        .day("until") { table.until[ID($0)] }
      ])
  }

  static func ignores(_ chart: Chart) -> ChartTable? {
    let table = chart.suppressions
    return ChartTable(
      "ignores", rowCount: table.ids.count,
      [.init("rule", isKey: true) { table.rule[ID($0)] }, .init("subject") { table.subject[ID($0)] ?? "" }],
      .pair("reason") { table.reason[ID($0)] }, [.day("until") { table.until[ID($0)] }])
  }
}

/// A clause and its regulation, each in its own column.
enum ClauseParts {
  /// The clause whole where it has not both parts, or where one would not stand alone.
  static func split(_ reference: ClauseReference) -> (regulation: String, clause: String) {
    guard let regulation = reference.regulation else { return ("", reference.text) }
    let clause = String(decoding: reference.text.utf8.dropFirst(regulation.utf8.count + 1), as: UTF8.self)
    let parts = [regulation, clause]
    return parts.allSatisfy { !$0.isEmpty && $0.isWord } ? (regulation, clause) : ("", reference.text)
  }
}
