import RemitIntake
import RemitSource
import Testing

/// Tables in text with separators, and in Markdown.
@Suite struct EncodingTableTests {
  @Test(arguments: [",", ";", "\t", "|"] as [Character])
  func separatorsAreTold(_ separator: Character) {
    let rows = [["Post", "Pay, then more; a|b\tc", "Of"], ["Head", "1,5; 2,5", "X"], ["Deputy", "\"so\"", "Y"]]
    let text = rows.map { row in
      row.map { "\"" + $0.replacing("\"", with: "\"\"") + "\"" }.joined(separator: String(separator))
    }.joined(separator: "\r\n")
    #expect(ReadTable(text).texts == rows)
    #expect(ReadTable(text).problems + ReadTable(text).remarks == [])
  }

  @Test func theMostEvenSeparatorHolds() {
    #expect(ReadTable("a;b;c\n1,5;2;3\n1,5,7;2;3\n").texts[1] == ["1,5", "2", "3"])
    #expect(ReadTable("Title of it all\n\nname,dept\nx; y,z\np,q\n").texts.last == ["p", "q"])
    #expect(ReadTable("one\ntwo\n").texts == [["one"], ["two"]])
    #expect(ReadTable("a|b\n1,2|3\n").texts == [["a", "b"], ["1,2", "3"]])
  }

  @Test func excelsFirstLineNamesIt() {
    let table = ReadTable("sep=;\r\na;b,c\r\n1;2\r\n")
    #expect(table.texts == [["a", "b,c"], ["1", "2"]])
    #expect(table.grid.rows.map(\.number) == [2, 3])
    #expect(ReadTable("SEP=\t\na\tb").texts == [["a", "b"]])
    #expect(ReadTable("sep=;x\n").texts == [["sep=", "x"]])
  }

  @Test func linesEndInAllWays() {
    #expect(ReadTable("a,b\r1,2\r3,4").texts == [["a", "b"], ["1", "2"], ["3", "4"]])
    #expect(ReadTable("a,b\r\n1,2\r\n\r\n").texts == [["a", "b"], ["1", "2"]])
    #expect(ReadTable("a,\n,b\n").texts == [["a", ""], ["", "b"]])
  }

  @Test func quotedCells() {
    let table = ReadTable("a,\"b \"\"x\"\"\",c\r\n\"two\r\nlines\", \"after a space\" ,'=1+1\n")
    #expect(table.texts == [["a", "b \"x\"", "c"], ["two\nlines", "after a space", "'=1+1"]])
    #expect(table.grid.rows.map(\.number) == [1, 2])
    #expect(table.problems + table.remarks == [])
  }

  @Test func rowsAreNumberedByTheLineWhereTheyBegin() {
    let table = ReadTable("a,b\n\"x\n\ny\",1\n\n,,\nz,2\n")
    #expect(table.grid.rows.map(\.number) == [1, 2, 7])
    #expect(table.grid.rows.map(\.followsBlank) == [false, false, true])
    #expect(table.grid.rows[2].cells[1].place == Place(document: 0, line: 7, column: 2))
    #expect(table.grid.blankCount == 4)
  }

  @Test func strayQuotes() {
    let stray = "a stray quote in a cell, read as it stands; expected it to be doubled"
    let plain = ReadTable("size,b\n5\" pipe,x\n")
    #expect(plain.texts == [["size", "b"], ["5\" pipe", "x"]])
    #expect(plain.remarks == ["2:1 \(stray)"])
    let quoted = ReadTable("a,b\n\"he said \"hi\" twice\",x\n")
    #expect(quoted.texts[1] == ["he said \"hi\" twice", "x"])
    #expect(quoted.remarks == ["2:1 \(stray)"])
    // An opening quote that was never closed takes in the next row up to its quote.
    let swallowing = ReadTable("a,b\n\"open,x\n\"y\",z\n")
    #expect(
      swallowing.problems == [
        "2:1 a stray quote in a cell that runs over several lines from here; expected it to be doubled, or closed before"
      ])
  }

  @Test func unclosedQuotes() {
    let table = ReadTable("a,b\nc,\"d\ne,f\n")
    #expect(table.problems == ["2:2 a quote opens here and is never closed"])
  }

  @Test func limits() {
    let wide = String(repeating: ",", count: 16_384)
    #expect(ReadTable("a,b\n\(wide)\n", separator: ",").problems == ["2:16384 a row of more than 16384 cells"])
    let long = String(repeating: "x", count: (1 << 20) + 1)
    #expect(
      ReadTable("a,b\nc,\(long)\n").problems == ["2:2 a cell of more than 1 MiB, or a quote that is never closed"])
    #expect(
      ReadTable("a,b\nc,\"\(long)").problems == ["2:2 a cell of more than 1 MiB, or a quote that is never closed"])
    let many = String(repeating: "x,,,,,,,,,\n", count: Grid.mostCells / 10 + 2)
    #expect(ReadTable(many).problems.first?.hasSuffix("cells; expected a smaller file, or several") == true)
  }

  @Test func rowsOfContainers() {
    var grid = Grid(document: 3, origin: .sheet)
    for (number, texts) in [(2, ["a", "b"]), (3, ["", " "]), (5, ["c"]), (6, ["d"])] {
      RowCells.with(texts, number: number) { grid.append($0) }
    }
    #expect(grid.rows.map(\.number) == [2, 5, 6])
    #expect(grid.rows.map(\.followsBlank) == [false, true, false])
    #expect(grid.rows[0].cells[1].place == Place(document: 3, line: 2, column: 2))
    RowCells.with(["x"], number: 9) { grid.append($0, isHidden: true) }
    #expect(grid.rows[3].followsBlank && grid.rows[3].isHidden)
  }
}

/// Tables of Markdown texts.
@Suite struct EncodingMarkdownTests {
  private func tables(_ text: String) -> MarkdownTables {
    MarkdownTables(Array(text.utf8), document: 0, log: ProblemLog())
  }

  @Test func tablesStandUnderTheirHeadings() {
    let found = tables(
      """
      # One
      Text | with a pipe
      ## Two ##
      | a | b |
      |---|:-:|
      | 1 | 2 \\| 3 |
      | | |
      | 4 |

      # Three
      x | y
      --|--
      p | q
      after
      """)
    #expect(found.grids.map(\.headings) == [["One", "Two"], ["Three"]])
    #expect(found.grids[0].rows.map { $0.cells.map(\.text) } == [["a", "b"], ["1", "2 | 3"], ["4"]])
    #expect(found.grids[0].rows[1].cells[1].place == Place(document: 0, line: 6, column: 7))
    #expect(found.grids[0].blankCount == 2)
    #expect(found.grids[1].rows.map { $0.cells.map(\.text) } == [["x", "y"], ["p", "q"]])
    #expect(found.prose.map(\.text) == ["Text | with a pipe", "after"])
  }

  @Test func limits() {
    let log = ProblemLog()
    let document = log.add(path: "t.md")
    let wide = String(repeating: "|", count: 20_000)
    let long = String(repeating: "*", count: (1 << 20) + 1)
    let found = MarkdownTables(
      Array("|a|b|\n|-|-|\n|1|2|\n\(wide)\n|\(long)|x|\n".utf8), document: document, log: log)
    #expect(found.grids.first?.rows.count == 2)
    let message = "a row of more than 16384 cells, or a cell of more than 1 MiB"
    #expect(lines(log) == ["4:1 \(message)", "5:1 \(message)"])
  }

  @Test func examplesAndCommentsAreLeftOut() {
    let found = tables(
      "```\n|a|b|\n|-|-|\n|1|2|\n```\n<!--\n|a|b|\n|-|-|\n-->\n~~~~\n~~~\n|a|b|\n|-|-|\n~~~~\n|c|d|\n|-|-|\n")
    #expect(found.grids.map { $0.rows.map { $0.cells.map(\.text) } } == [[["c", "d"]]])
  }

  @Test(arguments: [
    ("**A**", "A", true), ("`R`", "R", false), ("_C_", "C", true), ("A/**R**", "A/R", false), ("A*", "A*", false),
    ("R<br>C", "R\nC", false), ("[Head](x.md) of it", "Head of it", false),
    ("snake_case_name", "snake_case_name", false),
    ("\\*A\\*", "*A*", false), ("a &amp; b", "a & b", false), ("R<sup>1</sup>", "R1", false), ("5 < 6", "5 < 6", false),
    ("***x***", "x", true), ("~~old~~", "old", true), ("A* R*", "A* R*", false), ("[^1]", "[^1]", false),
  ]) func marksAreTakenOff(source: String, text: String, isStrong: Bool) {
    let cell = tables("|h|\n|-|\n|\(source)|\n").grids.first?.rows.last?.cells.first
    #expect(cell?.text == text)
    #expect(cell?.isStrong == isStrong)
  }
}
