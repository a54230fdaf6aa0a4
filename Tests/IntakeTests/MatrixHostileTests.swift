import Foundation
import RemitIntake
import RemitModel
import RemitSource
import Testing

/// Foreign files that somebody broke, by chance or on purpose.
@Suite struct MatrixHostileTests {
  private static let matrix = """
    R = Responsible; A = Accountable,,,,,,
    ,,,Government,,Works,Remarks
    No,Domain,Task,Head,Deputy,"Head of ""works"" here",Remarks
    1,Water,Build a dam,A,R,"C, I",x
    2,,"Dig
    a canal",A/R,-,R (with HR),
    3,Air,Ｍeasure,Ａ,负责,✓,*

    Role,Build a dam,Other
    Head,A,牵头
    Clerk,R,配合

    职责,牵头单位,配合单位
    河流治理,水利局,环境局、各乡镇
    """

  private static let markdown = """
    # RACI
    A: Accountable, **R** – Responsible
    | Task | Head<br>of it | Clerk¹ | [Lead](x.md) |
    |------|:-:|---|---|
    | **Phase 1** | | | |
    | Build \\| dig | A/R | `C` | I |
    | Pay | R* | A | n/a |

    Task | Head | Other
    -|-|-
    Sell | 主办 | 知会 |
    ```
    | a | b |
    """

  private static let staff = """
    sep=;
    Post Unique Reference;Name;Job Title;Parent Department;Organisation;Unit;Reports to Senior Post;FTE;Valid?
    1;Ann Example;"Chief; Executive";Dept;Body;Unit A;XX;1.0;1
    2;Vacant;Director;Dept;Body;Unit B;1;1.0;1
    2;Bo Example;Director;Dept;Body;Unit B;1;0.5;1
    0;Cy Example;Not in post;Dept;Body;;1;1.0;1
    3;N/D;Deputy;Dept;Body;Unit A;2;1.0;0
    4;Eliminated;Gone;Dept;Body;Unit A;9;1.0;1
    """

  private static let junior = "Reporting Senior Post,Number of Posts in FTE\n1,2.5\n2,3\n0,1\n"

  /// Reads the bytes in every way that there is. All that comes out must be whole, and the same the second time.
  private func check(_ bytes: [UInt8]) {
    let first = read(bytes)
    for table in first.tables {
      #expect(table.rows.allSatisfy { $0.cells.count == table.columns.count })
      guard table.columns.first == "id", let ids = table.texts("id") else { continue }
      #expect(Set(ids).count == ids.count && !ids.contains(""))
    }
    #expect(first.remarks.count <= 3 * Remarks.limit)
    #expect(first == read(bytes))
  }

  private struct Outcome: Equatable {
    var tables: [DerivedTable] = []
    var remarks: [Remark] = []
    var problems: [Problem] = []
    var tallies: [MatrixTally] = []
  }

  private func read(_ bytes: [UInt8]) -> Outcome {
    var outcome = Outcome()
    let log = ProblemLog()
    let document = log.add(path: "t")
    var remarks = Remarks()
    if let text = DecodedText(bytes, document: document, log: log, remarks: &remarks) {
      let grid = DelimitedText(document: document, log: log).grid(text.bytes, remarks: &remarks)
      let markdown = MarkdownTables(text.bytes, document: document, log: log)
      for (grids, prose) in [([grid], []), (markdown.grids, markdown.prose)] {
        let reading = MatrixReader().read(grids, prose: prose, log: log, remarks: remarks)
        #expect(reading.tally.cells >= grids.reduce(0) { $0 + $1.cellCount + $1.blankCount })
        outcome.tables += reading.tables
        outcome.remarks += reading.remarks.list
        outcome.tallies.append(reading.tally)
      }
      let mapped = TableMapper(map: .ukOrganogram).read([.init(name: "t", grid: grid)], log: log)
      outcome.tables += mapped.tables
      outcome.remarks += mapped.remarks.list
    }
    do throws(Problems) { try log.finish() } catch { outcome.problems = error.problems }
    return outcome
  }

  @Test func mutationsNeverCrash() throws {
    var samples = [Self.matrix, Self.markdown, Self.staff, Self.junior].map { Array($0.utf8) }
    samples.append(try encoded(Self.matrix, as: "GB18030"))
    samples.append([0xFF, 0xFE] + (try encoded(Self.staff, as: "UTF-16LE")))
    samples.append(try encoded(Self.markdown, as: "UTF-16BE"))
    samples.append(try encoded("Post;Größe\nTrésorier;£1\n", as: "CP1252"))
    for sample in samples { check(sample) }
    var random = SplitMix(seed: 20_260_701)
    for round in 0..<2000 {
      var bytes = samples[round % samples.count]
      for _ in 0...Int(random.next() % 6) { Self.mutate(&bytes, &random) }
      check(bytes)
    }
  }

  private static let special =
    Array("\"\"',;\t|\n\r\\*_`[](){}<>=:-#/\u{FEFF}ＡА★¹✓".utf8) + [0, 0x80, 0xA3, 0xFF, 0xD7]

  /// Flips a bit, puts in or takes out bytes, doubles, cuts or swaps parts.
  private static func mutate(_ bytes: inout [UInt8], _ random: inout SplitMix) {
    guard !bytes.isEmpty else { return }
    let index = Int.random(in: bytes.indices, using: &random)
    let end = min(bytes.count, index + Int.random(in: 1...40, using: &random))
    switch Int.random(in: 0..<7, using: &random) {
    case 0: bytes[index] ^= UInt8(1) << UInt8.random(in: 0..<8, using: &random)
    case 1: bytes.insert(special[Int.random(in: special.indices, using: &random)], at: index)
    case 2: bytes.removeSubrange(index..<end)
    case 3: bytes.insert(contentsOf: bytes[index..<end], at: Int.random(in: 0...bytes.count, using: &random))
    case 4: bytes[index] = special[Int.random(in: special.indices, using: &random)]
    case 5: bytes.removeLast(min(bytes.count, Int.random(in: 1...60, using: &random)))
    default: bytes.swapAt(index, Int.random(in: bytes.indices, using: &random))
    }
  }

  /// Texts of 64 KiB that are one thing over and over.
  static let monotonous = [
    "\"", "\"\"", "\"a\"b", ",", ";,", "a,\n", "\n", "\r", "|", "| a ", "|-", "[", "[](", "[a](b)", "*", "**a", "_ _",
    "`", "<", "<br>",
    "&", "\\|", "A/", "A,R\n", "(", "（", "R=", "A: Responsible ", "#", "```\n", "<!--\n", "> ", "\u{0410}", "岗位,", "\0",
    "a\0",
    "Task,Head\nA,R\n\n", "牵头、", "a|b\n-|-\nA|R\n\n", "A=Responsible\n", ",A\n\n,R\n",
  ]

  @Test(arguments: monotonous) func monotonousTexts(_ piece: String) {
    let clock = ContinuousClock()
    let start = clock.now
    let count = (1 << 16) / piece.utf8.count
    _ = read(Array(String(repeating: piece, count: count).utf8))
    _ = read(Array(("| Task | Head | Clerk |\n|-|-|-|\n| x | A | " + String(repeating: piece, count: count / 4)).utf8))
    #expect(clock.now - start < .seconds(120))
  }

  @Test func manyMergesCostNoMoreThanTheirCells() {
    let clock = ContinuousClock()
    let start = clock.now
    var grid = sheet([["Task", "Head", "Clerk"]] + (0..<300).map { ["t\($0)", "A", "R"] })
    grid.merges = (0..<100_000).map { .init(rows: ($0 % 300)...1_000_000, columns: 0...16_383) }
    _ = ReadMatrix(sheet: grid)
    #expect(clock.now - start < .seconds(60))
  }

  @Test func aRowFarLongerThanTheOthers() {
    var grid = sheet((0..<300).map { ["t\($0)", "A", "R"] })
    for number in 301...700 {
      RowCells.with((0..<16_000).map { $0 == 0 ? "x" : "" }, number: number) { grid.append($0) }
    }
    #expect(grid.isFull)
    _ = ReadMatrix(sheet: grid)
  }
}
