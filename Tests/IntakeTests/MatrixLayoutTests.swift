import RemitIntake
import RemitModel
import RemitSource
import Testing

@Suite struct MatrixLayoutTests {
  @Test func rowsAreDuties() {
    let matrix = ReadMatrix(
      """
      序号,领域,职责,依据,县长,局长,备注
      1,水,河流水质,7(4)；8,A,R,年底前
      2,,饮用水源,7(4),A,R,
      3,大气,扬尘,,C,A/R,
      """)
    #expect(matrix.rows("posts") == [["县长", "县长", ""], ["局长", "局长", ""]])
    #expect(
      matrix.rows("duties") == [
        ["河流水质", "河流水质", "水", "7(4);8"], ["饮用水源", "饮用水源", "水", "7(4)"], ["扬尘", "扬尘", "大气", ""],
      ])
    #expect(
      matrix.letters == ["河流水质 县长 A", "河流水质 局长 R", "饮用水源 县长 A", "饮用水源 局长 R", "扬尘 县长 C", "扬尘 局长 A", "扬尘 局长 R"])
    #expect(matrix.problems == [])
    #expect(
      matrix.remarks == [
        "2:7 the column \"备注\" is not part of a chart; 1 cells of it are not kept",
        "1:2 1 empty cells of the column \"领域\" are read as what stands above them",
      ])
    #expect(matrix.table("assignments")?.rows[1].place == Place(document: 0, line: 2, column: 6))
    #expect(matrix.table("duties")?.rows[1].cells[2].place == Place(document: 0, line: 2, column: 2))
    let tally = matrix.reading.tally
    #expect((tally.headings, tally.labels, tally.letters, tally.empty, tally.reported) == (7, 12, 6, 2, 1))
  }

  @Test func rowsArePosts() {
    let matrix = ReadMatrix(
      """
      岗位,单位,河流水质,扬尘
      县长,县政府,A,A
      局长,生态环境局,R,C
      副局长,,S,R
      """)
    #expect(matrix.rows("organizations") == [["县政府", "县政府", ""], ["生态环境局", "生态环境局", ""]])
    #expect(
      matrix.rows("posts") == [
        ["县长", "县长", "县政府"], ["局长", "局长", "生态环境局"], ["副局长", "副局长", "生态环境局"],
      ])
    #expect(matrix.column("duties", "title") == ["河流水质", "扬尘"])
    #expect(matrix.letters.contains("扬尘 副局长 R"))
    #expect(matrix.problems == [])
  }

  @Test func lettersTellRowsFromColumnsWhereHeadingsDoNot() {
    // Every column has one A: the columns are duties.
    let across = ReadMatrix("Name,River,Dust,Waste\nHead,A,R,A\nDeputy,R,A,R\nClerk,I,I,I\n")
    #expect(across.column("posts", "name") == ["Head", "Deputy", "Clerk"])
    #expect(across.remarks.last == "1:1 the headings do not tell what rows are; by their letters they are posts")
    let down = ReadMatrix("What,Head,Deputy,Clerk\nRiver,A,R,I\nDust,R,A,I\nWaste,A,R,I\n")
    #expect(down.column("posts", "name") == ["Head", "Deputy", "Clerk"])
    #expect(down.remarks.last == "1:1 the headings do not tell what rows are; by their letters they are duties")
    #expect(down.remarks.first == "1:1 the headings do not tell which column has the titles; taken is \"What\"")
    // A corner that names both.
    let corner = ReadMatrix("岗位\\任务,河流,扬尘\n县长,A,A\n局长,R,R\n科长,S,C\n")
    #expect(corner.column("posts", "name") == ["县长", "局长", "科长"])
    #expect(ReadMatrix("任务/单位,财政局,水利局\n河流,A,R\n扬尘,A,R\n").column("organizations", "name") == ["财政局", "水利局"])
    var options = MatrixReader.Options()
    options.rowsAreDuties = true
    #expect(
      ReadMatrix("Name,River,Dust\nHead,A,R\nDeputy,R,A\n", options).column("duties", "title") == [
        "Head", "Deputy",
      ])
  }

  @Test func organizationsAsColumnsOrRows() {
    let rows = ReadMatrix("单位,河流水质,扬尘\n水利局,A/R,C\n生态环境局,C,A/R\n")
    #expect(rows.column("organizations", "id") == ["水利局", "生态环境局"])
    #expect(rows.table("posts") == nil)
    #expect(rows.letters.first == "河流水质 水利局 A")
    var options = MatrixReader.Options()
    options.assigneesAreOrganizations = true
    let columns = ReadMatrix("职责,水利局,生态环境局\n河流水质,主办,配合\n", options)
    #expect(columns.column("organizations", "name") == ["水利局", "生态环境局"])
    #expect(columns.letters == ["河流水质 水利局 R", "河流水质 生态环境局 S"])
  }

  @Test func groupsOverNames() {
    // A text file has lost its merged cells: a group holds to its right.
    let text = ReadMatrix(
      "Responsibility matrix,,,,\n,Finance,,Works,\nTask,Head,Clerk,Head,Engineer\nBuild,I,,A,R\nPay,A,R,C,\n")
    #expect(text.rows("organizations") == [["finance", "Finance", ""], ["works", "Works", ""]])
    #expect(
      text.rows("posts") == [
        ["head", "Head", "finance"], ["clerk", "Clerk", "finance"], ["head-2", "Head", "works"],
        ["engineer", "Engineer", "works"],
      ])
    #expect(
      text.letters == [
        "build head I", "build head-2 A", "build engineer R", "pay head A", "pay clerk R", "pay head-2 C",
      ])
    #expect(text.problems + text.remarks == [])
    // Repeated cells.
    let repeated = ReadMatrix("Task,Finance,Finance,Works\nTask,Head,Clerk,Head\nBuild,I,C,A\nPay,A,R,C\n")
    #expect(repeated.column("posts", "organization") == ["finance", "finance", "works"])
    // Two levels.
    let two = ReadMatrix(",County,,,\n,Finance,,Works,\nTask,Head,Clerk,Head,Engineer\nBuild,I,,A,R\nPay,A,R,C,\n")
    #expect(
      two.rows("organizations") == [
        ["county", "County", ""], ["finance", "Finance", "county"], ["works", "Works", "county"],
      ])
  }

  @Test func mergedCellsOfSheets() {
    let grid = sheet(
      [
        ["责任矩阵", "", "", "", ""], ["领域", "职责", "政府", "", "环境局"], ["", "", "县长", "副县长", "局长"],
        ["水", "河流水质", "A", "R", ""], ["", "饮用水源", "A", "", "R"], ["第二部分", "", "", "", ""],
        ["气", "扬尘", "A", "R", "C"], ["", "", "", "", "I"],
      ],
      merges: [
        .init(rows: 1...1, columns: 0...4), .init(rows: 2...3, columns: 0...0), .init(rows: 2...3, columns: 1...1),
        .init(rows: 2...2, columns: 2...3), .init(rows: 4...5, columns: 0...0), .init(rows: 6...6, columns: 0...4),
        .init(rows: 7...8, columns: 1...1), .init(rows: 5...5, columns: 2...3),
      ])
    let matrix = ReadMatrix(sheet: grid)
    #expect(matrix.rows("organizations") == [["政府", "政府", ""], ["环境局", "环境局", ""]])
    #expect(matrix.rows("posts") == [["县长", "县长", "政府"], ["副县长", "副县长", "政府"], ["局长", "局长", "环境局"]])
    #expect(
      matrix.rows("duties") == [["河流水质", "河流水质", "水", ""], ["饮用水源", "饮用水源", "水", ""], ["扬尘", "扬尘", "气;第二部分", ""]])
    #expect(
      matrix.letters == [
        "河流水质 县长 A", "河流水质 副县长 R", "饮用水源 县长 A", "饮用水源 副县长 A", "饮用水源 局长 R", "扬尘 县长 A", "扬尘 副县长 R",
        "扬尘 局长 C", "扬尘 局长 I",
      ])
    #expect(matrix.problems == [])
    #expect(matrix.remarks == ["5:3 the merged cell \"A\" is read for every cell that it covers"])
  }

  @Test func hiddenRowsAreReadAndSaid() {
    var grid = Grid(document: 0, origin: .sheet)
    for (number, texts) in [["Task", "Head", "Clerk"], ["Build", "A", "R"], ["Pay", "A", "R"]].enumerated() {
      RowCells.with(texts, number: number + 1) { grid.append($0, isHidden: number == 1) }
    }
    let matrix = ReadMatrix(sheet: grid)
    #expect(matrix.column("duties", "id") == ["build", "pay"])
    #expect(matrix.remarks == ["2:1 row 2 is hidden; it is read all the same"])
  }

  @Test func severalTablesInOneFile() {
    let matrix = ReadMatrix(
      """
      Some organization's matrices
      Made by hand

      Task,Head,Clerk
      Build,A,R

      Pay,A,R

      Task,Head,Engineer
      Build,I,A

      Phone list,,
      Head,12,x
      """)
    #expect(matrix.reading.matrices == 2)
    #expect(matrix.column("posts", "id") == ["head", "clerk", "engineer"])
    #expect(matrix.column("duties", "id") == ["build", "pay", "build-2"])
    #expect(matrix.problems == [])
    #expect(
      matrix.remarks == [
        "1:1 the table here is no matrix; its 2 cells are not read",
        "12:1 the table here is no matrix; its 6 cells are not read",
      ])
  }

  @Test func headingsApartFromTheirRows() {
    let matrix = ReadMatrix("Task,Head,Clerk\n\nBuild,A,R\n\nPay,A,R\n")
    #expect(matrix.letters.count == 4)
    #expect(matrix.problems + matrix.remarks == [])
    #expect(
      ReadMatrix("Build,A,R\nPay,A,R\n").problems.contains(
        "1:1 letters without a row of headings; expected one that tells whose they are"))
  }

  @Test func rowsThatAreNoDuties() {
    let matrix = ReadMatrix(
      """
      Task,Head,Clerk
      Phase one,,
      Build,A,R
      Task,Head,Clerk
      Pay,A,R*
      Total,2,2
      * only in winter,,
      Note: to be reviewed,,
      ,A,
      """)
    #expect(matrix.column("duties", "id") == ["phase-one", "build", "pay"])
    #expect(matrix.problems == ["9:2 a row with letters but without a title; expected to be told of what"])
    #expect(
      matrix.remarks == [
        "2:1 the row \"Phase one\" has no letter at all; it is read all the same",
        "5:3 the mark \"*\" of a footnote is not kept", "6:1 a row of totals is not kept",
        "7:1 the footnote \"* only in winter\" is not kept", "8:1 the footnote \"Note: to be reviewed\" is not kept",
      ])
  }

  @Test func markdownSectionsAndNames() {
    let matrix = ReadMatrix(
      """
      ## Works
      | Activity | Head of<br>works¹ | **Clerk** |
      |---|---|---|
      | **Phase 1: plan** | | |
      | Draw *plans* | A | R |
      | **Phase 2; build** | | |
      | Dig | A | R |
      """, isMarkdown: true)
    #expect(matrix.rows("posts") == [["head-of-works", "Head of works", ""], ["clerk", "Clerk", ""]])
    #expect(
      matrix.rows("duties") == [
        ["draw-plans", "Draw plans", "Phase 1: plan", ""], ["dig", "Dig", "Phase 2, build", ""],
      ])
    #expect(matrix.remarks == ["2:14 the mark \"¹\" of a footnote is not kept"])
  }

  @Test func marksWithoutLetters() {
    let text = "Task,Head,Clerk\nBuild,✓,\nPay,,●\nDig,X,X\n"
    #expect(
      ReadMatrix(text).problems.first
        == "1:1 a matrix of 4 marks without letters, which do not tell who does what; expected A, R, S, C and I")
    // Beside a matrix of letters it is some other table.
    let both = ReadMatrix(text + "\nTask,Head,Clerk\nSell,A,R\n")
    #expect(both.problems == [])
    #expect(both.remarks == ["1:1 the table here is no matrix; its 12 cells are not read"])
  }

  @Test func columnsOfWordsThatNobodyCanTell() {
    let matrix = ReadMatrix("任务,局长,县长,科长,完成（是否）,Urgent\n河流,负责,A,,是,Y\n扬尘,负责,A,审核,否,N\n")
    #expect(matrix.column("posts", "id") == ["局长", "县长", "科长"])
    #expect(matrix.problems.map { $0.prefix(4) } == ["2:2 ", "3:2 ", "3:4 "])
    #expect(matrix.reading.tally.reported == 3 + 4)
    #expect(matrix.remarks.count == 2)
    // Words alone make a matrix, too, and each of them is a problem.
    #expect(ReadMatrix("任务,局长,县长\n河流,负责,主管\n扬尘,负责,审批\n").problems.count == 4)
  }

  @Test func gradesAreNoLetters() {
    #expect(ReadMatrix("Post,Grade\nHead,A\nDeputy,B\nClerk,C\n").reading.matrices == 0)
    #expect(ReadMatrix("Task,Head\nBuild,A\nPay,A/R\n").reading.matrices == 1)
  }

  @Test func raggedRows() {
    let matrix = ReadMatrix("Task,Head,Clerk\nBuild,A\nPay,A,R,I\nDig,R,A,,\n")
    #expect(
      matrix.problems == [
        "3:1 a row of 4 cells under 3 headings; expected no more: a separator too many, or quotes missing"
      ])
    #expect(matrix.remarks.first == "2:1 a row of 2 cells under 3 headings; the missing ones are read as empty")
    #expect(matrix.letters.first == "build head A")
  }

  @Test func columnsWithoutHeadingOrTwiceTheSame() {
    let matrix = ReadMatrix("Task,Head,,Head\nBuild,A,R,C\nPay,A,R,\n")
    #expect(matrix.problems == ["1:3 column 3 has letters but no heading; expected to be told of whom"])
    #expect(matrix.remarks.contains("1:4 two columns are named \"Head\"; they are read as one post"))
    #expect(matrix.reading.tally.reported == 2)
  }

  @Test func postsWithoutLetters() {
    let matrix = ReadMatrix("Task,Head,Idle,Clerk,Spare,Deadline\nBuild,A,,R,,May\nPay,A,-,R,,June\n")
    #expect(matrix.column("posts", "id") == ["head", "idle", "clerk", "spare"])
  }

  @Test func headingsThatCouldBeSomethingElse() {
    let matrix = ReadMatrix("Task,Head,Legal,Project Team,Office,CA\nBuild,A,,C,,R\nPay,A,,C,,R\n")
    #expect(matrix.column("posts", "id") == ["head", "legal", "project-team", "office", "ca"])
    #expect(matrix.remarks == [])
  }

  @Test func proseIsNoLegend() {
    let matrix = ReadMatrix(
      """
      Plan A: consult the team. Option C: inform everybody. See Appendix R – Support.

      - **A** – Accountable
      - C (Consulted), I (Informed)

      | Task | Head | Clerk |
      |---|---|---|
      | Build | A | C |
      """, isMarkdown: true)
    #expect(matrix.letters == ["build head A", "build clerk C"])
    #expect(matrix.problems + matrix.remarks == [])
  }

  @Test func idsAreKeptWhereTheyAreMoreThanNumbers() {
    let named = ReadMatrix("编号,职责,县长,局长\nriver-quality,河流水质,A,R\ndust,扬尘,A,R\n")
    #expect(named.column("duties", "id") == ["river-quality", "dust"])
    let numbered = ReadMatrix("编号,职责,县长,局长\n1,河流水质,A,R\n2,扬尘,A,R\n")
    #expect(numbered.column("duties", "id") == ["河流水质", "扬尘"])
  }

  @Test func theSameMatrixByDutyAndByPost() {
    let matrix = ReadMatrix("Task,Head,Clerk\nBuild,A,R\nPay,A,R\n\nPost,Build,Pay\nHead,A,A\nClerk,R,R\n")
    #expect(matrix.reading.matrices == 2)
    #expect(matrix.column("duties", "id") == ["build", "pay"])
    #expect(matrix.letters.count == 4)
  }

  @Test func ids() {
    let matrix = ReadMatrix(
      "Task,Président-directeur général,局长（分管环保）,Ｈｅａｄ\nÜberwachung der Gewässer & Böden,A,R,C\n→ !,A,R,\n→ ?,A,,R\n")
    #expect(matrix.column("posts", "id") == ["president-directeur-general", "局长-分管环保", "head"])
    #expect(matrix.column("duties", "id") == ["uberwachung-der-gewasser-boden", "duty", "duty-2"])
    #expect(matrix.column("posts", "name")[2] == "Ｈｅａｄ")
  }

  @Test(arguments: [
    ("第七条第(四)项、第五条第一款", "7(4);5.1"), ("第十二条", "12"), ("第二十条第三款第（十一）项", "20.3(11)"), ("第 7 条第 2 款", "7.2"),
    ("art. 7(4), Article 12", "7(4);12"), ("7(4)，8", "7(4);8"), ("《规定》，第七条", "《规定》，第七条"), ("第一百零三条；附件", "103;附件"),
    ("第六条第(一)、(二)项", "第六条第(一)、(二)项"), ("Clean Air, Water and Soil Act", "Clean Air, Water and Soil Act"),
    ("第款", "第款"), ("第十百条", "第十百条"),
  ]) func basesAreCitedInManyWays(text: String, clauses: String) {
    let matrix = ReadMatrix("职责,依据,县长,局长\n河流水质,\"\(text)\",A,R\n扬尘,,A,R\n")
    #expect(matrix.column("duties", "basis") == [clauses, ""])
    #expect(matrix.problems + matrix.remarks == [])
  }

  @Test func namesUnderLetters() {
    let matrix = ReadMatrix(
      """
      重点任务,责任领导,牵头单位,配合单位,时限
      河流治理,分管副县长,水利局,生态环境局、各乡镇,年底
      扬尘治理,分管副县长,住建局；生态环境局（牵头）,-,年底
      """)
    #expect(matrix.column("organizations", "name") == ["水利局", "生态环境局", "各乡镇", "住建局"])
    #expect(
      matrix.letters == [
        "河流治理 水利局 R★", "河流治理 生态环境局 S", "河流治理 各乡镇 S", "扬尘治理 住建局 R★", "扬尘治理 生态环境局 R★",
      ])
    #expect(matrix.remarks.count == 2)
    #expect(matrix.problems == [])
    let english = ReadMatrix(
      "| Task | Accountable | Responsible (R) | Informed |\n|-|-|-|-|\n| Dig | Head | Clerk, Engineer | n/a |\n",
      isMarkdown: true)
    #expect(english.letters == ["dig head A", "dig clerk R", "dig engineer R"])
    let unclear = ReadMatrix("职责,责任单位,配合单位\n河流治理,水利局,环境局\n")
    #expect(unclear.problems.count == 1)
    #expect(unclear.problems.first?.hasPrefix("1:2 \"责任单位\" is ambiguous") == true)
    #expect(unclear.letters == ["河流治理 环境局 S"])
  }

  @Test func noMatrix() {
    #expect(
      ReadMatrix("id,name\n1,x\n").problems == [
        "0:0 no responsibility matrix; expected a table of the letters A, R, S, C, I with duties as rows and posts as columns, or the other way round"
      ])
  }
}
