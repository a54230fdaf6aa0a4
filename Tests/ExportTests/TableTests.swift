import RemitDatabase
import RemitModel
import RemitSource
import Testing

@testable import RemitExport

/// Every writer of tables holds the chart's tables, text for text.
@Suite struct TableTests {
  private static let hostile = [
    "'", "\"", "a;b\\", "line\nbreak\r\n", "<script>alert(1)</script>", "=cmd()", "+1", "-1", "@x", "\tx", "\rx", "'=x",
    "''=x", "'x", "'", "\u{202E}abc", "👩‍👩‍👧", "a\0b", String(repeating: "责", count: 100_000), ",", "\"\"", " ",
  ]

  /// Charts whose every name is one that is hard to write.
  private static func hostileCharts() -> [Chart] {
    hostile.map { text in
      var contents = ChartContents()
      contents.key = "hostile"
      contents.title = Localized(text)
      contents.addJurisdiction(key: "place", name: Localized(zh: text, en: "x"), level: .county, place: .none)
      contents.addOrganization("body", text)
      contents.addPost("post", text, organization: 0)
      contents.addDuty("duty", text, domains: text.isWord ? [text, "x"] : [])
      return Chart(contents)
    }
  }

  private static func charts() throws -> [Chart] {
    try Files.charts.map(Files.chart) + hostileCharts()
      + (0..<60).map { RandomChart.make(seed: 7_000 + $0, .terms) }
  }

  @Test func databasesHoldTheTables() throws {
    for chart in try Self.charts() {
      let tables = ChartTables(chart).tables
      let files = try ChartFormat.sqlite.files(chart)
      #expect(files == (try ChartFormat.sqlite.files(chart)))
      let database = try Database(bytes: files[0].bytes)
      #expect(database.tables == tables.map(\.name))
      for table in tables {
        let columns = try database.columns(of: table.name)
        #expect(columns == table.columns.map(\.name))
        var rows: [[String]] = []
        try database.forEachRow(of: table.name, columns: columns) { row in
          rows.append(columns.indices.map { row.text($0) })
          return true
        }
        #expect(rows == (0..<table.rowCount).map(table.row))
      }
    }
  }

  @Test func foldersHoldTheTables() throws {
    for chart in try Self.charts() {
      let tables = ChartTables(chart).tables
      for file in try ChartFormat.csv.files(chart) where file.name != "chart.yaml" {
        let table = try #require(tables.first { $0.name + ".csv" == file.name })
        #expect(Array(file.bytes.prefix(3)) == [0xEF, 0xBB, 0xBF])
        let rows = CSVRows.read(Array(file.bytes.dropFirst(3)))
        #expect(rows == [table.columns.map(\.name)] + (0..<table.rowCount).map(table.row))
      }
    }
  }

  /// No cell begins as a formula does, whatever the text.
  @Test func noCellIsAFormula() throws {
    for chart in try Self.charts() {
      for file in try ChartFormat.csv.files(chart) where file.name != "chart.yaml" {
        for cell in CSVRows.read(Array(file.bytes.dropFirst(3)), keepsGuards: true).joined() {
          #expect(cell.utf8.first.map { !"=+-@\t\r".utf8.contains($0) } ?? true)
        }
      }
    }
  }

  /// Readers of tables take blanks off ids and words, and take no control characters in them.
  @Test(arguments: [" x", "x\t", "\u{3000}x", "x\r\n", "a\0b"]) func whatTablesDoNotKeepIsRefused(text: String) throws {
    var contents = ChartContents()
    contents.key = "chart"
    contents.title = Localized("chart")
    contents.addJurisdiction(key: "chart", name: Localized("chart"), level: nil, place: .none)
    contents.addOrganization("chart", "chart")
    contents.addPost("p", text, organization: 0)
    #expect(try ChartFormat.csv.files(Chart(contents)).count == 2)
    contents.addDuty("d", "d", domains: ["a", text])
    for format in [ChartFormat.csv, .sqlite] {
      #expect(throws: ExportError.self) { _ = try format.files(Chart(contents)) }
    }
    #expect(try ChartFormat.yaml.files(Chart(contents)).count == 1)
  }

  @Test func columnsAreThoseOfTheContract() throws {
    let contract = [
      "jurisdictions": "id, name, level, parent",
      "organizations": "id, name, kind, jurisdiction, parent, apex",
      // Staff without posts of their own is a column more, which charts without it do not have.
      "posts": "id, name, organization, role, reports_to, dotted_to, in_charge_of, apex, status, adopts, staff",
      "holders": "post, person, name, from, until, acting",
      "duties": "id, title, jurisdiction, domain, basis, joint, status, risk",
      "assignments": "duty, post, letter, term, lead",
      "oversight": "id, kind, by, of, scope, instrument, basis, per_year, planned, feeds",
      "conflicts": "id, duties, at_most",
      "waivers": "regulation, clause, jurisdiction, reason, approver, until",
    ]
    var seen: [String: Set<String>] = [:]
    for seed in UInt64(0)..<200 {
      for table in ChartTables(RandomChart.make(seed: seed, [.terms, .blanks])).tables {
        let names = table.columns.map { $0.name }.filter { !$0.hasSuffix("_en") }
        seen[table.name, default: []].formUnion(names)
        guard let known = contract[table.name]?.split(separator: ", ").map(String.init) else { continue }
        #expect(names == known.filter(names.contains))
      }
    }
    for (table, columns) in contract { #expect(seen[table] == Set(columns.split(separator: ", ").map(String.init))) }
  }
}

/// CSV as a strict reader takes it.
enum CSVRows {
  static func read(_ bytes: [UInt8], keepsGuards: Bool = false) -> [[String]] {
    var rows: [[String]] = [[]]
    var cell: [UInt8] = []
    var index = 0
    func end() {
      let text = String(decoding: cell, as: UTF8.self)
      rows[rows.count - 1].append(keepsGuards ? text : withoutGuard(text))
      cell = []
    }
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "\"") where cell.isEmpty:
        index += 1
        while bytes[index] != UInt8(ascii: "\"") || bytes[index + 1] == UInt8(ascii: "\"") {
          if bytes[index] == UInt8(ascii: "\"") { index += 1 }
          cell.append(bytes[index])
          index += 1
        }
      case UInt8(ascii: ","): end()
      case 13:
        precondition(bytes[index + 1] == 10, "a bare carriage return")
        end()
        rows.append([])
        index += 1
      default: cell.append(bytes[index])
      }
      index += 1
    }
    return rows.dropLast()
  }

  /// One apostrophe is taken off where apostrophes stand before what begins a formula.
  private static func withoutGuard(_ text: String) -> String {
    guard text.utf8.first == UInt8(ascii: "'"), let first = text.utf8.first(where: { $0 != UInt8(ascii: "'") }),
      "=+-@\t\r".utf8.contains(first)
    else { return text }
    return String(decoding: text.utf8.dropFirst(), as: UTF8.self)
  }
}

extension ChartContents {
  fileprivate mutating func addOrganization(_ key: String, _ name: String) {
    organizations.key.append(key)
    organizations.name.append(Localized(name))
    organizations.kind.append(.other)
    organizations.jurisdiction.append(ID(0))
    organizations.parent.append(nil)
    organizations.apex.append(false)
    organizations.place.append(.none)
  }

  fileprivate mutating func addPost(_ key: String, _ name: String, organization: Int) {
    posts.key.append(key)
    posts.name.append(Localized(name))
    posts.organization.append(ID(organization))
    posts.role.append(nil)
    posts.apex.append(false)
    posts.status.append(.active)
    posts.adopts.append([Cited]())
    posts.place.append(.none)
  }

  fileprivate mutating func addDuty(_ key: String, _ title: String, domains: [String]) {
    duties.key.append(key)
    duties.title.append(Localized(title))
    duties.jurisdiction.append(ID(0))
    duties.domains.append(domains)
    duties.basis.append([Cited]())
    duties.joint.append(false)
    duties.status.append(.active)
    duties.risk.append(nil)
    duties.place.append(.none)
  }
}
