import RemitIntake
import RemitModel
import Testing

/// What single cells say, in a matrix of one duty and two posts.
@Suite struct MatrixLetterTests {
  private static func read(_ cell: String, _ options: MatrixReader.Options = .init(), legend: String = "") -> ReadMatrix
  {
    let quoted = "\"" + cell.replacing("\"", with: "\"\"") + "\""
    return ReadMatrix("Task,Head,Other\nDo it,\(quoted),I\nRest,A,C\nLast,R,R\n\(legend)", options)
  }

  /// The letters that the cell gives.
  private static func letters(_ matrix: ReadMatrix) -> String {
    matrix.letters.filter { $0.hasPrefix("do-it head ") }.map { String($0.dropFirst("do-it head ".count)) }
      .joined(separator: " ")
  }

  static let plain: [(String, String)] = [
    ("A", "A"), ("r", "R"), ("S", "S"), ("C", "C"), ("I", "I"), ("R/A", "R A"), ("A,R", "A R"), ("A/R", "A R"),
    ("RA", "R A"), ("R、A", "R A"), ("A+R", "A R"), ("a & r", "A R"), ("A R", "A R"), ("A\nR", "A R"),
    ("A and R", "A R"),
    ("ARC", "A R C"), ("(R)", "R"), ("A/A", "A"), ("A；R", "A R"), ("R - Responsible", "R"), ("A: Accountable", "A"),
    ("Accountable", "A"), ("RESPONSIBLE", "R"), ("Supports", "S"), ("Support", "S"), ("consulted", "C"),
    ("Informed", "I"),
    ("负总责", "A(负总责)"), ("领导责任", "A(领导责任)"), ("直接责任", "R(直接责任)"), ("主办", "R"), ("牵头", "R★"), ("主责", "R"), ("配合", "S"),
    ("协助", "S"), ("协办", "S"), ("参与", "S"), ("会商", "C"), ("指导", "C"), ("知会", "I"), ("告知", "I"), ("备案", "I"),
    ("牵头单位", "R★"), ("配合部门", "S"), ("第一责任人", "A(第一责任人)"), ("A（牵头）", "A★"), ("牵头/A", "A★"), ("A牵头", "A★"),
    ("主办、牵头", "R★"), ("配合/牵头", "S R★"), ("A/R★", "A★ R★"), ("R★", "R★"), ("lead", "R★"), ("负总责、主办", "A(负总责) R"),
    ("R\u{200B}", "R"), (" A ", "A"),
  ]

  @Test(arguments: plain.indices) func lettersAndWords(_ index: Int) {
    let (cell, expected) = Self.plain[index]
    let matrix = Self.read(cell)
    #expect(Self.letters(matrix) == expected, "\(cell)")
    #expect(matrix.problems + matrix.remarks == [], "\(cell)")
    #expect(matrix.reading.tally.letters == 6)
  }

  @Test(arguments: ["", "-", "—", "–", "n/a", "N/A", "/", "无", "none", "…", "--", "不涉及"])
  func noLetter(_ cell: String) {
    let matrix = Self.read(cell)
    #expect(Self.letters(matrix) == "")
    #expect(matrix.problems + matrix.remarks == [])
    #expect(matrix.reading.tally.empty == 1)
  }

  static let ambiguous: [(String, String)] = [
    ("负责", "could be A or R"), ("主要责任", "could be A or R"), ("责任单位", "could be A or R"), ("审核", "could be A or C"),
    ("Approve", "could be A or C"), ("Owner", "could be A or R"), ("contributor", "could be S or C"),
    ("监督", "is no letter of a duty"), ("Sign-off", "is no letter of a duty"), ("A/负责", "could be A or R"),
    ("✓", "does not say which letter"), ("●", "does not say which letter"), ("X", "does not say which letter"),
    ("x", "does not say which letter"), ("√", "does not say which letter"), ("D", "is no letter"),
    ("R/D", "is no letter"),
    ("V", "is no letter"), ("see the handbook", "is no letter"), ("3", "is no letter"), ("负责人", "could be A or R"),
  ]

  @Test(arguments: ambiguous.indices) func whatCouldBeSeveralThingsIsAProblem(_ index: Int) {
    let (cell, expected) = Self.ambiguous[index]
    let matrix = Self.read(cell)
    #expect(Self.letters(matrix) == "", "\(cell)")
    #expect(matrix.problems.count == 1 && matrix.problems[0].hasPrefix("2:2 "), "\(matrix.problems)")
    #expect(matrix.problems.first?.contains(expected) == true, "\(matrix.problems)")
    #expect(matrix.reading.tally.reported == 1)
  }

  static let remarked: [(String, String, String)] = [
    ("Ａ", "A", "the letter \"Ａ\" is a full-width one, read as usual"),
    ("ｒ", "R", "the letter \"ｒ\" is a full-width one, read as usual"),
    ("\u{410}", "A", "\"\u{410}\" is of another alphabet and only looks like A, as which it is read"),
    ("\u{421}", "C", "\"\u{421}\" is of another alphabet and only looks like C, as which it is read"),
    ("\u{406}", "I", "\"\u{406}\" is of another alphabet and only looks like I, as which it is read"),
    ("\u{391}/R", "A R", "\"\u{391}\" is of another alphabet and only looks like A, as which it is read"),
    ("\u{399}", "I", "\"\u{399}\" is of another alphabet and only looks like I, as which it is read"),
    ("R (with HR)", "R", "the note \"with HR\" beside a letter is not kept"),
    ("R（会同人事）", "R", "the note \"会同人事\" beside a letter is not kept"),
    ("R if over the limit", "R", "the note \"if over the limit\" beside a letter is not kept"),
    ("A - approves the plan", "A", "the note \"approves the plan\" beside a letter is not kept"),
    ("A¹", "A", "the mark \"¹\" of a footnote is not kept"), ("R*", "R", "the mark \"*\" of a footnote is not kept"),
    ("C[2]", "C", "the mark \"2\" of a footnote is not kept"), ("A1", "A", "the mark \"1\" of a footnote is not kept"),
    ("R (A)", "R", "the note \"A\" beside a letter is not kept"),
  ]

  @Test(arguments: remarked.indices) func whatIsReadAllTheSameIsRemarkedOn(_ index: Int) {
    let (cell, letters, remark) = Self.remarked[index]
    let matrix = Self.read(cell)
    #expect(Self.letters(matrix) == letters)
    #expect(matrix.problems == [])
    #expect(matrix.remarks == ["2:2 \(remark)"])
  }

  @Test func aliases() {
    func options(_ alias: LetterAlias) -> MatrixReader.Options {
      var options = MatrixReader.Options()
      options.alias = alias
      return options
    }
    #expect(Self.letters(Self.read("D", options(.daci))) == "R★")
    #expect(Self.letters(Self.read("Driver", options(.daci))) == "R★")
    #expect(Self.letters(Self.read("Approver", options(.daci))) == "A")
    #expect(Self.letters(Self.read("Contributors", options(.daci))) == "C")
    #expect(Self.read("O", options(.racio)).problems == [])
    #expect(Self.read("O", options(.racio)).reading.tally.empty == 1)
    #expect(Self.letters(Self.read("S", options(.rasci))) == "S")
    #expect(Self.read("S", options(.raciVS)).problems.first?.contains("is no letter of a duty") == true)
    #expect(Self.read("V", options(.raciVS)).problems.first?.contains("is no letter of a duty") == true)
    var own = MatrixReader.Options()
    own.words = [
      "负责": .letters([.responsible], lead: false), "P": .letters([.accountable, .responsible], lead: false),
    ]
    #expect(Self.letters(Self.read("负责", own)) == "R")
    #expect(Self.letters(Self.read("p", own)) == "A R")
  }

  static let legends: [(legend: String, cell: String, letters: String, problem: String?, remarks: Int)] = [
    ("R = Responsible; A = Accountable", "R", "R", nil, 0),
    ("D = Driver; A = Approver; C = Contributor; I = Informed", "D", "R★", nil, 0),
    ("\"D = Driver, A = Approver, C = Contributor, I = Informed\"", "C", "C", nil, 0),
    ("O = omitted", "O", "", nil, 0), ("Z：负总责；F：主办", "Z", "A(负总责)", nil, 0),
    ("R：负责；A：批准", "R", "R", nil, 0),
    ("S = Sign-off; R = Responsible", "S", "", "\"S\" is no letter of a duty", 1),
    ("R = Recommend; A = Accountable", "R", "", "the legend has R for \"Recommend\"", 1),
    ("C = Informed; R = Responsible", "C", "I", nil, 1),
    ("\"A\",\"Responsible\"\nR,Accountable", "A", "R", nil, 2),
  ]

  @Test(arguments: legends.indices) func aLegendInTheFileWins(_ index: Int) {
    let form = Self.legends[index]
    let matrix = Self.read(form.cell, legend: form.legend)
    #expect(Self.letters(matrix) == form.letters.replacing("(负总责)", with: ""), "\(form)")
    if let problem = form.problem {
      #expect(!matrix.problems.isEmpty && matrix.problems.allSatisfy { $0.contains(problem) }, "\(matrix.problems)")
    } else {
      #expect(matrix.problems == [], "\(form)")
    }
    #expect(matrix.remarks.count == form.remarks, "\(matrix.remarks)")
  }

  @Test func legendsThatContradictOneAnother() {
    let matrix = Self.read("A", legend: "\nA = Accountable\n\nA = Responsible\n")
    #expect(
      matrix.problems == ["8:1 a legend has A for \"Responsible\", but that at t:6:1 has it for \"Accountable\""])
  }
}
