import Foundation
import RemitModel
import RemitSource
import Testing

@testable import RemitIntake

/// A folder of CSV files is a chart like one in YAML, and says where its faults are by file, row and column.
@Suite struct TableTests {
  @Test func tablesGiveWhatYAMLGives() throws {
    let tables = try Self.read([
      "chart.yaml": "chart: c\ntitle: {zh: 图, en: Chart}\nas-of: 2026-06-30",
      "jurisdictions.csv": "id,name,level,parent\ncity,示例市,prefecture,\ncounty,示例县,county,city\n",
      "organizations.csv": "name,id,kind,jurisdiction\r\n\"局, 一\",b,department,county\r\n政府,g,government,county\r\n",
      "posts.csv": "id,name,name_en,organization,reports_to,in_charge_of,status,adopts\n"
        + "m,县长,Magistrate,g,,b,,7(1);7(2)\nh,\"局\"\"长\"\"\",,b,m,,vacant,\n",
      "holders.csv": "post,person,name,from,until,acting\nm,p1,某甲,2025-01-01,,\nm,p2,某乙,,2024-12-31,true\n",
      "duties.csv": "id,title,jurisdiction,domain,basis,risk,joint\nd,水质,county,water;air,7(4),high,\n",
      "assignments.csv": "duty,post,letter,term,lead\nd,m,A,负总责,\nd,h,R,,true\nd,b,S,,\n",
      "oversight.csv": "id,kind,by,of,scope,per_year,planned,feeds\n,audit,m,h;duty:d,河;湖,0.5,true,organization:g\n",
      "conflicts.csv": "id,duties,at_most\nx,d,1\n",
      "waivers.csv": "clause,reason,until\n11,尚未设立,2027-01-01\n",
    ])
    let yaml = try ChartReader().read(
      text: """
        chart: c
        title: {zh: 图, en: Chart}
        as-of: 2026-06-30
        jurisdictions:
          - {id: city, name: 示例市, level: prefecture}
          - {id: county, name: 示例县, level: county, parent: city}
        organizations:
          - {id: b, name: "局, 一", kind: department, jurisdiction: county}
          - {id: g, name: 政府, kind: government, jurisdiction: county}
        posts:
          - id: m
            name: {zh: 县长, en: Magistrate}
            organization: g
            in-charge-of: b
            adopts: ["7(1)", "7(2)"]
            holders:
              - {person: p1, name: 某甲, from: 2025-01-01}
              - {person: p2, name: 某乙, until: 2024-12-31, acting: true}
          - {id: h, name: '局"长"', organization: b, reports-to: m, status: vacant}
        duties:
          - id: d
            title: 水质
            jurisdiction: county
            domain: [water, air]
            basis: ["7(4)"]
            risk: high
            accountable: {post: m, term: 负总责}
            responsible: {post: h, lead: true}
            supports: b
        oversight:
          - {kind: audit, by: m, of: [h, "duty:d"], scope: [河, 湖], per-year: 0.5, planned: true, feeds: "organization:g"}
        conflicts: [{id: x, duties: d, at-most: 1}]
        waivers: [{clause: "11", reason: 尚未设立, until: 2027-01-01}]
        """, path: "chart.yaml")
    #expect(Self.text(yaml).count > 300)
    #expect(Self.text(tables) == Self.text(yaml))
  }

  @Test(
    arguments: [
      (
        "posts.csv", "id,nme\na,b\n", "posts.csv:1:nme: the table posts has no column \"nme\"", "did you mean \"name\"?"
      ),
      ("posts.csv", "name\nb\n", "posts.csv:1:name: the table posts lacks the required column \"id\"", nil),
      ("posts.csv", "id,name\na,b,c\n", "posts.csv:2: the row has 3 cells, while the heading has 2", nil),
      ("posts.csv", "id,name\n\na\n", "posts.csv:3: the row has 1 cells, while the heading has 2", nil),
      ("posts.csv", "id,name\na,\"b\nc\n", "posts.csv:2:name: the quote that begins here is never closed", nil),
      ("posts.csv", "id,name\n\"a\"x,b\n", "posts.csv:2:id: text after a closing quote", nil),
      ("posts.csv", "id,name\n,b\n", "posts.csv:2:id: the required \"id\" of a post is empty", nil),
      (
        "posts.csv", "id,reports_to\na,\nb,a;c\n", "posts.csv:3:reports_to: no post has the id \"c\"",
        "did you mean \"a\"?"
      ),
      ("posts.csv", "id,name\na,b\na,c\n", "posts.csv:3:id: the id \"a\" of a post is repeated", nil),
      ("posts.csv", "id,status\na,gone\n", "posts.csv:2:status: unknown status \"gone\"", nil),
      ("psts.csv", "id\na\n", "psts.csv: a chart has no table \"psts\"", "did you mean \"posts\"?"),
      ("posts.csv", "\n", "posts.csv:1: the table posts has no heading", nil),
    ] as [(String, String, String, String?)])
  func faultsHaveTheirPlaces(file: String, text: String, message: String, suggestion: String?) throws {
    try inTemporaryFolder { folder in
      try Data("chart: c".utf8).write(to: URL(filePath: folder + "/chart.yaml"))
      try Data(text.utf8).write(to: URL(filePath: folder + "/" + file))
      let found = problems(reading: [folder])
      let first = try #require(found.first { $0.description.contains(message) }, "\(found)")
      #expect(first.description.hasPrefix(folder + "/" + message))
      if let suggestion, !message.contains("id \"c\"") { #expect(first.suggestion?.en == suggestion) }
    }
  }

  @Test func repeatedOversightIsNoted() throws {
    try inTemporaryFolder { folder in
      try Data("id\na\nb\n".utf8).write(to: URL(filePath: folder + "/posts.csv"))
      try Data("id,kind,by,of\nx,audit,a,b\nx,check,b,a\n".utf8).write(to: URL(filePath: folder + "/oversight.csv"))
      let reading = try ChartReader().reading(paths: [folder])
      #expect(reading.chart.oversight.key.values == ["x", "x"])
      #expect(
        reading.notices.map(\.description) == [
          "\(folder)/oversight.csv:3:id: the id \"x\" of an oversight link is repeated; the first is at "
            + "\(folder)/oversight.csv:2:id"
        ])
    }
  }

  /// Spreadsheets in China save CSV files in GB18030.
  @Test func otherEncodingsAreNoted() throws {
    try inTemporaryFolder { folder in
      let text: [UInt8] =
        Array("id,name\na,".utf8) + [0xCA, 0xBE, 0xC0, 0xFD, 0xCF, 0xD8, 0xCE, 0xAF, 0xCA, 0xE9, 0xBC, 0xC7]
      try Data(text + [10]).write(to: URL(filePath: folder + "/posts.csv"))
      let reading = try ChartReader().reading(paths: [folder])
      #expect(reading.chart.posts.name.values.map(\.zh) == ["示例县委书记"])
      #expect(reading.notices.contains { $0.message.en.contains("GB18030") })
    }
  }

  /// What keeps spreadsheets from running a text is taken off again, once.
  @Test(arguments: [("'=1+1", "=1+1"), ("''=x", "'=x"), ("'text", "'text"), ("=1", "=1"), ("'-5", "-5"), ("''", "''")])
  func apostrophes(written: String, read: String) throws {
    let chart = try Self.read(["posts.csv": "id,name\na,\(written)\n"])
    #expect(chart.posts.name[ID(0)].zh == read)
  }

  @Test(arguments: [
    ("a;b", ["a", "b"]), ("a；b", ["a", "b"]), (#"a\;b;c"#, ["a;b", "c"]), (#"a\\;b"#, [#"a\"#, "b"]),
    (#"a\b"#, [#"a\b"#]),
    (" a ; ;b", ["a", "b"]), (#"a\；b"#, ["a；b"]), (#"\"#, [#"\"#]),
  ]) func lists(written: String, items: [String]) throws {
    let chart = try Self.read(["posts.csv": "id,adopts\na,\"\(written)\"\n"])
    #expect(chart.posts.adopts[ID(0)].map(\.reference.text) == items)
  }

  private static func read(_ files: [String: String]) throws -> Chart {
    try inTemporaryFolder { folder in
      for (name, text) in files { try Data(text.utf8).write(to: URL(filePath: folder + "/" + name)) }
      return try ChartReader().read(path: folder)
    }
  }

  /// Everything that a chart holds but where it was written.
  private static func text(_ chart: Chart) -> [Substring] {
    var text = ""
    dump(chart, to: &text)
    let lines = text.split(separator: "\n")
    let sources = lines.firstIndex { $0.contains("▿ sources") } ?? lines.endIndex
    let rest = lines.firstIndex { $0.contains(" regulations: ") } ?? lines.endIndex
    return (lines[..<sources] + lines[rest...]).filter { line in
      !["document:", "line:", "column:"].contains { line.contains($0) }
    }
  }
}
