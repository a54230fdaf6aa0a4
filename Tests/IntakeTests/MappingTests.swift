import RemitIntake
import RemitModel
import RemitSource
import Testing

@Suite struct MappingTests {
  private static let staffList = """
    map: staff-list
    title: {zh: 人员名册, en: Staff list}
    separator: ";"
    files:
      - name: roster
        file: [roster, 名册]
        posts: {id: [岗位编号, Post no], name: [岗位, Post], reports_to: 上级岗位}
        holders: {post: 岗位编号, person: 工号, name: 姓名, from: 任职日期}
        constants: {organizations: {kind: department}, posts: {role: official}}
        organization-path: [单位, [科室, 处室]]
        state: [姓名, 备注]
        values: {root: [无上级, "-"], vacant: [空缺], abolished: 撤销, undisclosed: 未公开, empty: [无, ／]}
        leave-out: [{column: 有效, values: [否]}]
    """

  private func map(_ text: String = staffList, sourceLocation: SourceLocation = #_sourceLocation) throws -> TableMap {
    let (map, problems) = readMap(text)
    #expect(problems == [], sourceLocation: sourceLocation)
    return try #require(map)
  }

  /// Words that keep a place make a post vacant, unless an id says that there is somebody, or somebody else holds it.
  @Test func placeholdersAreVacancies() throws {
    let (read, problems) = readMap(
      """
      map: two
      files:
        - {file: posts, posts: {id: Post, name: Title, status: State}}
        - file: people
          holders: {post: Post, person: No, name: Name}
          values: {vacant: [open], undisclosed: [unknown], empty: [none]}
      """)
    #expect(problems == [])
    let mapping = ReadMapping(
      [
        "posts.csv": "Post,Title,State\nA,a,\nB,b,\nC,c,\nD,d,\nE,e,\nF,f,abolished\nG,g,\nH,h,\n",
        "people.csv":
          "Post,No,Name\nA,,T.B.D.\nB,7,TBD\nC,,open\nD,,空缺\nD,8,Somebody\nE,,unknown\nF,,N/A\nG,,none\nH,9,open\n",
      ], try #require(read))
    #expect(mapping.problems == [])
    #expect(mapping.column("posts", "status") == ["vacant", "", "vacant", "", "", "abolished", "", "vacant"])
    #expect(mapping.column("holders", "post") == ["B", "D", "E"])
    #expect(mapping.remarks.count { $0.contains("is read as vacant") } == 1)
  }

  @Test func aStaffList() throws {
    let read = ReadMapping(
      [
        "2026名册.csv": """
        示例县人员名册
        岗位编号;岗位;单位;处室;上级岗位;工号;姓名;任职日期;备注;有效;工资
        P1;县长;县政府;;无上级;101;示例甲;2025-01-01;;是;1
        P2;局长;县政府;水利局;P1;102;示例乙;;;是;2
        P3;副局长;县政府;水利局;P2;;空缺;;;是;3
        P4;科长;县政府;水利局;P2;103;示例丙;;撤销;是;3
        P5;科员;县政府;水利局;P4;;未公开;;;是;3
        P6;科员;县政府;水利局;P4;;／;;;是;3
        P7;临时;县政府;水利局;P4;;示例丁;;;否;3
        """
      ], try map())
    #expect(read.problems == [])
    #expect(
      read.rows("organizations") == [
        ["县政府", "县政府", "department", ""], ["水利局", "水利局", "department", "县政府"],
      ])
    #expect(read.table("posts")?.columns == ["id", "name", "organization", "role", "reports_to", "status"])
    #expect(
      read.rows("posts") == [
        ["P1", "县长", "县政府", "official", "", ""], ["P2", "局长", "水利局", "official", "P1", ""],
        ["P3", "副局长", "水利局", "official", "P2", "vacant"], ["P4", "科长", "水利局", "official", "P2", "abolished"],
        ["P5", "科员", "水利局", "official", "P4", ""], ["P6", "科员", "水利局", "official", "P4", ""],
      ])
    #expect(
      read.rows("holders") == [
        ["P1", "101", "示例甲", "2025-01-01"], ["P2", "102", "示例乙", ""], ["P4", "103", "示例丙", ""],
        ["P5", "undisclosed-p5-7", "", ""],
      ])
    #expect(read.reading.roots == ["P1"])
    #expect(
      read.remarks == [
        "9:1 left out as the map says: 1 rows whose \"有效\" is \"否\", from here on",
        "2:1 columns that are not kept: \"工资\"",
      ])
    #expect(read.table("posts")?.rows[1].cells[4].place == Place(document: 0, line: 4, column: 5))
  }

  @Test func repeatedPosts() throws {
    let read = ReadMapping(
      [
        "roster": """
        岗位编号;岗位;单位;上级岗位;工号;姓名
        P1;县长;县政府;-;101;示例甲
        P2;局长;水利局;P1;102;示例乙
        P2;局长;水利局;P1;103;示例丙
        P2;局长（兼）;水利局;P3;103;示例丙
        P3;科长;水利局;P2;;空缺
        P3;科长;水利局;;104;示例丁
        """
      ], try map())
    #expect(read.column("posts", "id") == ["P1", "P2", "P3"])
    #expect(read.column("posts", "reports_to") == ["", "P1", "P2"])
    // One of the two hands of P3 is there, so that it is filled.
    #expect(read.column("posts", "status").allSatisfy { $0.isEmpty })
    #expect(read.column("holders", "person") == ["101", "102", "103", "104"])
    #expect(
      read.problems == [
        "5:4 the reports_to of \"P2\" is \"P3\" here but \"P1\" at roster:3:4; expected one of them"
      ])
    #expect(
      read.remarks == [
        "1:1 columns of the map that the file does not have: \"任职日期\", \"科室\"",
        "5:2 the name of \"P2\" is \"局长（兼）\" here; the first, \"局长\", is kept",
        "3:1 the post \"P2\" has 3 rows and is read as one post, which several share or which is repeated",
        "6:1 the post \"P3\" has 2 rows and is read as one post, which several share or which is repeated",
      ])
  }

  @Test func rowsWithFaults() throws {
    let read = ReadMapping(
      [
        "roster": """
        岗位编号;岗位;单位;上级岗位;工号;姓名
        P1;县长;县政府;;101;示例甲
        ;;水利局;P1;102;示例乙
        P3;科长;水利局;P1
        P4;科长;水利局;P1;104;示例丁;多余
        """
      ], try map())
    #expect(
      read.problems == [
        "3:1 a row without \"岗位编号\" or \"Post no\"",
        "5:1 a row of 7 cells under 6 headings; expected no more: a separator too many, or quotes missing",
      ])
    #expect(
      read.remarks == [
        "1:1 columns of the map that the file does not have: \"任职日期\", \"科室\"",
        "4:1 a row of 4 cells under 6 headings; the missing ones are read as empty",
        "2:1 the post \"P1\" tells no superior, nor that it is the top", "2:1 no post is marked as the top",
      ])
  }

  @Test func namesServeAsIDs() throws {
    let read = ReadMapping(
      [
        "any.csv":
          "Post,Office,Boss,Who\nHead of Office,Main Office,,Ann Example\nClerk,Main Office,head of office,Bo Example\n"
      ],
      try map(
        "map: m\nfiles: [{posts: {name: Post, organization: Office, reports_to: Boss}, holders: {post: Post, name: Who}}]"
      ))
    #expect(read.problems + read.remarks == [])
    #expect(
      read.rows("posts") == [
        ["head-of-office", "Head of Office", "main-office", ""], ["clerk", "Clerk", "main-office", "head-of-office"],
      ])
    #expect(read.rows("organizations") == [["main-office", "Main Office", ""]])
    #expect(
      read.rows("holders") == [
        ["head-of-office", "ann-example", "Ann Example"], ["clerk", "bo-example", "Bo Example"],
      ])
  }

  @Test func otherTables() throws {
    let read = ReadMapping(
      ["duties.csv": "Duty,Who,How,Law\nRiver,P1,A,7(4)\nRiver,P2,R,7(4)\nDust,P1,A,\n"],
      try map(
        "map: m\nfiles: [{duties: {title: Duty, basis: Law}, assignments: {duty: Duty, post: Who, letter: How}, constants: {duties: {risk: high}}}]"
      ))
    #expect(read.problems + read.remarks == [])
    #expect(read.rows("duties") == [["river", "River", "7(4)", "high"], ["dust", "Dust", "", "high"]])
    #expect(read.rows("assignments") == [["river", "P1", "A"], ["river", "P2", "R"], ["dust", "P1", "A"]])
  }

  @Test func headingsThatAreNotThere() throws {
    let read = ReadMapping(["roster": "岗位编码;岗位;单位\nP1;县长;县政府\n"], try map())
    #expect(
      read.problems == [
        "1:1 no column \"岗位编号\" or \"Post no\", which the map staff-list needs; did you mean \"岗位编码\"?",
        "1:1 no column \"岗位编号\", which the map staff-list needs; did you mean \"岗位编码\"?",
        "1:1 no column \"工号\" or \"姓名\", which the map staff-list needs",
      ])
    #expect(read.remarks == [])
    #expect(
      ReadMapping(["roster": "a;b\n1;2\n"], try map()).problems == [
        "0:0 no entry of the map staff-list fits this table; expected the headings of one"
      ])
    #expect(ReadMapping(["roster": ""], try map()).problems == ["0:0 no table in the file"])
  }

  @Test func entriesAreChosenByNameOrHeadings() throws {
    let senior =
      "Post Unique Reference,Job Title,Reports To Senior Post,Name,Unit\n1,Head,xx,Ann Example,U\n2,Deputy,1,Vacant,U\n3,Gone,1,Eliminated,U\n4,Other,1,N/D,U\n"
    let junior = "Reporting Senior Post,Number of Posts (FTE)\n1,2.25\n2,1\n1,0.5\n9,1\n2,many\n"
    for names in [("senior.csv", "junior.csv"), ("a.csv", "b.csv")] {
      let read = ReadMapping([names.0: senior, names.1: junior], .ukOrganogram)
      #expect(
        read.rows("posts") == [
          ["1", "Head", "u", "", "", "2.75"], ["2", "Deputy", "u", "1", "vacant", "1"],
          ["3", "Gone", "u", "1", "abolished", ""], ["4", "Other", "u", "1", "", ""],
        ])
      #expect(read.column("holders", "person") == ["ann-example", "undisclosed-4-5"])
      #expect(read.reading.staff.map(\.amount) == [2.75, 1, 1])
      #expect(
        read.problems == [
          "5:1 no post has the id \"9\"", "6:2 \"many\" is no number of posts; expected 0 or more",
        ])
    }
    let both = "map: m\nfiles: [{name: x, posts: {id: A}}, {name: y, duties: {id: A}}]"
    #expect(
      ReadMapping(["t": "A\n1\n"], try map(both)).problems == [
        "0:0 several entries of the map fit this table: x, y; expected \"file\" to tell them apart"
      ])
  }

  @Test func theWholeFormIsRead() throws {
    let map = try map(
      """
      map: m
      encoding: GBK
      separator: tab
      files:
        - {file: junior, optional: holders, holders: {post: P, name: N}, counts: {post: P, amount: [N, M]}, values: {nobody: "0"}}
      """)
    #expect(map.encoding == .gb18030)
    #expect(map.separator == "\t")
    #expect(map.files[0].name == "junior")
    #expect(map.files[0].tables.map(\.isOptional) == [true])
    #expect(map.files[0].counts == TableMap.Counts(post: ["P"], amount: ["N", "M"]))
    #expect(map.files[0].values.nobody == ["0"])
  }

  static let faults: [(String, String)] = [
    ("map: m", "1:1 the required key \"files\" of a map is missing"),
    ("files: []", "1:1 the required key \"map\" of a map is missing"),
    (
      "map: m\nfile: []\nfiles: []",
      "2:1 unknown key \"file\" of a map; expected one of map, title, encoding, separator, files; did you mean \"files\"?"
    ),
    ("map: m\nfiles: [{posts: {name: Post, report_to: Boss}}]", "did you mean \"reports_to\"?"),
    ("map: m\nfiles: [{post: {name: Post}, counts: {post: P, amount: A}}]", "did you mean \"posts\"?"),
    (
      "map: m\nfiles: [{file: x}]",
      "2:9 an entry of a file that makes nothing; expected posts or another table, or counts"
    ),
    ("map: m\nfiles: [{counts: {post: P}}]", "the required key \"amount\" of an entry of counts is missing"),
    ("map: m\nfiles: [{posts: {id: A}, leave-out: [{column: A}]}]", "the required key \"values\""),
    ("map: m\nencoding: big5\nfiles: []", "unknown encoding \"big5\""),
    ("map: m\nseparator: ab\nfiles: []", "\"ab\" is not valid; expected one character, such as ; or tab"),
    ("map: m\nfiles: [{posts: {id: A}, optional: postes}]", "unknown table \"postes\""),
    ("map: m\nfiles: [{posts: {id: A}, values: {vacancy: x}}]", "did you mean \"vacant\"?"),
    ("map: m\nfiles: [{posts: {id: A}, constants: {posts: {rolle: x}}}]", "did you mean \"role\"?"),
    ("", "1:1 the file is empty; expected a map"),
  ]

  @Test(arguments: faults.indices) func faultsOfMaps(_ index: Int) {
    let (text, expected) = Self.faults[index]
    let (_, problems) = readMap(text)
    #expect(problems.count == 1 && problems[0].contains(expected), "\(problems)")
  }

  @Test func theSchemaOfMaps() {
    let schema = JSONSchema(language: .english).schema(of: .map, title: Localized(zh: "对照表", en: "Map")).text
    for word in ["organization-path", "leave-out", "mapped-posts", "reports_to", "constant-organizations"] {
      #expect(schema.contains("\"\(word)\""))
    }
  }
}
