import RemitModel

extension ChartTables {
  static func jurisdictions(_ chart: Chart) -> ChartTable? {
    let table = chart.jurisdictions
    return ChartTable(
      "jurisdictions", rowCount: table.ids.count,
      [.key(table.key)], .pair("name", table.name, table.key),
      [
        .init("level") { table.level[ID($0)]?.word ?? "" },
        .init("parent") { row in table.parent[ID(row)].map { table.key[$0] } ?? "" },
      ])
  }

  static func organizations(_ chart: Chart, _ implied: Implied) -> ChartTable? {
    let table = chart.organizations
    let places = chart.jurisdictions
    return ChartTable(
      "organizations", rowCount: table.ids.count,
      [.key(table.key)], .pair("name", table.name, table.key),
      [
        .init("kind") { table.kind[ID($0)].word },
        .init("jurisdiction") { implied.hasJurisdictions ? places.key[table.jurisdiction[ID($0)]] : "" },
        .init("parent") { row in table.parent[ID(row)].map { table.key[$0] } ?? "" },
        .flag("apex") { table.apex[ID($0)] ? true : nil },
      ])
  }

  static func posts(_ chart: Chart, _ implied: Implied) -> ChartTable? {
    let table = chart.posts
    return ChartTable(
      "posts", rowCount: table.ids.count,
      [.key(table.key)], .pair("name", table.name, table.key),
      [
        .init("organization") { implied.hasOrganizations ? chart.organizations.key[table.organization[ID($0)]] : "" },
        .init("role") { row in table.role[ID(row)].map { chart.roles.key[$0] } ?? "" },
        .init("reports_to", .list) { row in ListCell.text(chart.superiors[ID(row)].map { table.key[$0] }) },
        .init("dotted_to", .list) { row in ListCell.text(chart.dotted[ID(row)].map { table.key[$0] }) },
        .init("in_charge_of", .list) { row in
          ListCell.text(chart.charges[ID(row)].map { chart.organizations.key[$0] })
        },
        .flag("apex") { table.apex[ID($0)] ? true : nil },
        .init("status") { row in
          let status = table.status[ID(row)]
          return status == .active ? "" : status.rawValue
        },
        .clauses("adopts") { Array(table.adopts[ID($0)]) },
        .init("staff", .number) { table.staff[ID($0)]?.shortestText ?? "" },
      ])
  }

  /// A person's name stands in every row that is theirs.
  static func holders(_ chart: Chart) -> ChartTable? {
    let table = chart.tenures
    let persons = chart.persons
    return ChartTable(
      "holders", rowCount: table.ids.count,
      [
        .init("post", isKey: true) { chart.posts.key[table.post[ID($0)]] },
        .init("person", isKey: true) { persons.key[table.person[ID($0)]] },
      ],
      .pair("name") { row in
        let person = table.person[ID(row)]
        return persons.name[person].isImplied(by: persons.key[person]) ? nil : persons.name[person]
      },
      [
        .day("from") { table.from[ID($0)] }, .day("until") { table.until[ID($0)] },
        .flag("acting") { table.acting[ID($0)] ? true : nil },
      ])
  }
}

extension [TableColumn] {
  static func pair(_ name: String, _ text: @escaping @Sendable (Int) -> Localized?) -> Self {
    TableColumn.pair(name, text)
  }

  static func pair<Entity>(_ name: String, _ names: LocalizedColumn<Entity>, _ keys: TextColumn<Entity>) -> Self {
    TableColumn.pair(name, names, keys)
  }
}
