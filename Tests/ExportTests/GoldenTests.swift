import RemitIntake
import RemitModel
import Testing

@testable import RemitExport

/// One small chart with something of everything, in the forms that people read.
@Suite struct GoldenTests {
  private static let source = """
    chart: sample
    title: {zh: 示例责任图, en: A sample}
    as-of: 2026-06-30
    jurisdictions: [{id: county, name: 示例县, level: county}, {id: city, level: prefecture}]
    organizations:
      - {id: office, name: {zh: 政府, en: "Government, main office"}, kind: government, jurisdiction: county}
      - {id: water, parent: office, kind: sector-department, apex: true}
    posts:
      - {id: head, name: 县长, organization: office, adopts: ["7(1)", "5.2"], in-charge-of: water,
         holders: [{person: p1, name: 甲某, from: 2024-01-01, until: 2025-12-31}, {person: p2, acting: true}]}
      - {id: chief, organization: water, role: sector-head, reports-to: head, dotted-to: head, vacant: true}
      - {id: water, name: "=1+1", organization: water, status: draft, holders: [{person: p1}]}
    duties:
      - {id: rivers, title: {zh: 巡河, en: Patrol the rivers}, domain: ["a;b", water], basis: "law:7", accountable: head,
         responsible: [chief, "organization:water"], lead: chief, risk: high}
      - {id: wells, jurisdiction: city, joint: true, status: draft, informed: [head, "post:water"]}
    oversight:
      - {kind: audit, by: office, of: [head, "post:water"], scope: water, per-year: 0.5, planned: false, feeds: [head]}
      - {id: visit, kind: check, by: head, of: rivers, instrument: 现场}
    conflicts: [{id: two, duties: [rivers, wells]}]
    waivers: [{regulation: law, clause: "11", jurisdiction: county, reason: {zh: 过渡, en: For now}, until: 2027-01-01}]
    ignore: [{rule: LOD005, subject: head, reason: "- 暂缓"}]
    """

  private func chart() throws -> Chart { try ChartReader().read(text: Self.source, path: "sample.yaml") }

  @Test func yaml() throws {
    let expected = """
      chart: sample
      title: {zh: 示例责任图, en: A sample}
      as-of: 2026-06-30

      jurisdictions:
        - {id: county, name: 示例县, level: county}
        - {id: city, level: prefecture}

      organizations:
        - {id: office, name: {zh: 政府, en: "Government, main office"}, kind: government, jurisdiction: county}
        - {id: water, kind: sector-department, parent: office, apex: true}

      posts:
        - id: head
          name: 县长
          organization: office
          in-charge-of: [water]
          holders:
            - {person: p1, name: 甲某, from: 2024-01-01, until: 2025-12-31}
            - {person: p2, acting: true}
          adopts: ["7(1)", "5.2"]
        - id: chief
          organization: water
          role: sector-head
          reports-to: [head]
          dotted-to: [head]
          vacant: true
        - id: water
          name: "=1+1"
          organization: water
          status: draft
          holders:
            - {person: p1, name: 甲某}

      duties:
        - id: rivers
          title: {zh: 巡河, en: Patrol the rivers}
          domain: [a;b, water]
          basis: ["law:7"]
          accountable: head
          responsible: [chief, "organization:water"]
          lead: chief
          risk: high
        - id: wells
          jurisdiction: city
          informed: [head, "post:water"]
          joint: true
          status: draft

      oversight:
        - {kind: audit, by: office, of: [head, "post:water"], scope: [water], per-year: 0.5, planned: false, feeds: [head]}
        - {id: visit, kind: check, by: head, of: rivers, instrument: 现场}

      conflicts:
        - {id: two, duties: [rivers, wells]}

      waivers:
        - {clause: "law:11", jurisdiction: county, reason: {zh: 过渡, en: For now}, until: 2027-01-01}

      ignore:
        - {rule: LOD005, subject: head, reason: "- 暂缓"}

      """
    #expect(try ChartFormat.yaml.text(chart()) == expected)
  }

  @Test func folder() throws {
    let expected = [
      "chart.yaml": """
      chart: sample
      title: {zh: 示例责任图, en: A sample}
      as-of: 2026-06-30

      ignore:
        - {rule: LOD005, subject: head, reason: "- 暂缓"}

      """,
      "jurisdictions.csv": "id,name,level\ncounty,示例县,county\ncity,,prefecture\n",
      "organizations.csv": """
      id,name,name_en,kind,jurisdiction,parent,apex
      office,政府,"Government, main office",government,county,,
      water,,,sector-department,county,office,true

      """,
      "posts.csv": """
      id,name,organization,role,reports_to,dotted_to,in_charge_of,status,adopts
      head,县长,office,,,,water,,7(1);5.2
      chief,,water,sector-head,head,head,,vacant,
      water,'=1+1,water,,,,,draft,

      """,
      "holders.csv": """
      post,person,name,from,until,acting
      head,p1,甲某,2024-01-01,2025-12-31,
      head,p2,,,,true
      water,p1,甲某,,,

      """,
      "duties.csv": """
      id,title,title_en,jurisdiction,domain,basis,joint,status,risk
      rivers,巡河,Patrol the rivers,county,a\\;b;water,law:7,,,high
      wells,,,city,,,true,draft,

      """,
      "assignments.csv": """
      duty,post,letter,lead
      rivers,head,A,
      rivers,chief,R,true
      rivers,organization:water,R,
      wells,head,I,
      wells,post:water,I,

      """,
      "oversight.csv": """
      id,kind,by,of,scope,instrument,per_year,planned,feeds
      ,audit,office,head,water,,0.5,false,head
      ,audit,office,post:water,water,,0.5,false,head
      visit,check,head,rivers,,现场,,,

      """,
      "conflicts.csv": "id,duties,at_most\ntwo,rivers;wells,1\n",
      "waivers.csv": "regulation,clause,jurisdiction,reason,reason_en,until\nlaw,11,county,过渡,For now,2027-01-01\n",
    ]
    let files = try ChartFormat.csv.files(chart())
    #expect(files.map { $0.name ?? "" } == ["chart.yaml"] + ChartTables.names.map { $0 + ".csv" })
    for file in files {
      let name = file.name ?? ""
      let text = String(decoding: file.bytes, as: UTF8.self)
      let expected = expected[name] ?? ""
      let isTable = name.hasSuffix(".csv")
      #expect(text == (isTable ? "\u{FEFF}" + expected.split(separator: "\n").map { $0 + "\r\n" }.joined() : expected))
    }
  }

  @Test func whatOnlyOneFileHolds() throws {
    let tables = ChartTables(try chart()).tables
    #expect(tables.map(\.name) == ["chart"] + ChartTables.names + ["ignores"])
    let ignores = try #require(tables.first { $0.name == "ignores" })
    #expect(ignores.columns.map(\.name) == ["rule", "subject", "reason"])
    #expect(ignores.row(0) == ["LOD005", "head", "- 暂缓"])
    let own = try #require(tables.first { $0.name == "chart" })
    #expect(own.columns.map(\.name) == ["key", "value", "value_en"])
    #expect(
      (0..<own.rowCount).map(own.row) == [
        ["chart", "sample", ""], ["title", "示例责任图", "A sample"], ["as-of", "2026-06-30", ""],
      ])
  }
}
