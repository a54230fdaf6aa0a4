import RemitInspection
import RemitIntake
import RemitModel
import RemitRules
import RemitSettings
import Testing

@Suite struct BaselineTests {
  typealias Checked = [(chart: Chart, findings: [Finding])]

  private static let faulty = """
    chart: workshop
    posts:
      - {id: foreman}
      - {id: fitter, reports-to: foreman}
      - {id: idle, reports-to: foreman}
    duties:
      - {id: safety, responsible: fitter}
      - {id: stock, accountable: foreman}
      - {id: steam}

    """

  private func check(_ chart: Chart) -> Checked {
    [(chart, Inspector(rules: Catalogue.rules).inspect(chart))]
  }

  private func states(_ checked: Checked) -> [String: Int] {
    checked.flatMap(\.findings).reduce(into: [:]) { $0[$1.state.word, default: 0] += 1 }
  }

  @Test func whatIsWrittenCoversEverything() throws {
    var checked = check(try chart(Self.faulty))
    let written = Baseline(checked)
    #expect(written.entries.count >= 5)
    let (read, faults) = Baseline.parse(written.text)
    #expect(faults.isEmpty && read.text == written.text)
    #expect(read.apply(to: &checked).isEmpty)
    #expect(states(checked) == ["baselined": written.entries.count])
  }

  @Test func theTextIsSortedAndHoldsNeitherPathsNorLines() throws {
    let chart = try ChartReader().read(text: Self.faulty, path: "some/folder/chart.yaml")
    let lines = Baseline(check(chart)).text.split(separator: "\n").map(String.init)
    #expect(lines[0] == "# remit baseline 1")
    #expect(lines.dropFirst().elementsEqual(lines.dropFirst().sorted()))
    #expect(!lines.contains { $0.contains("folder") || $0.contains(".yaml") })
    let line = try #require(lines.first { $0.contains("duty:safety") })
    #expect(line.dropFirst(16) == "  ACC001  unaccounted-duty  workshop  duty:safety")
  }

  /// Other lines, another order, another file, other names and letters of rows that no finding is about.
  @Test func survivesEditsAndMoves() throws {
    let baseline = Baseline(check(try chart(Self.faulty)))
    let posts =
      "# a comment\n\n\nposts:\n  - id: idle\n    reports-to: foreman\n  - {reports-to: foreman, id: fitter}\n  - {id: foreman, name: 班长}\n"
    let duties =
      "duties:\n  - {id: steam, title: Steam}\n  - {id: stock, accountable: foreman}\n  - {id: safety, responsible: fitter}\n"
    var moved = check(try chart(posts + "chart: workshop\n" + duties, path: "elsewhere.yaml"))
    #expect(baseline.apply(to: &moved).isEmpty)
    #expect(Set(states(moved).keys) == ["baselined"])
    try withFolder { folder in
      try write(["a.yaml": duties, "b.yaml": "chart: workshop\n" + posts], in: folder)
      var split = check(try ChartReader().read(paths: ["a", "b"].map { "\(folder)/\($0).yaml" }))
      #expect(baseline.apply(to: &split).isEmpty)
      #expect(Set(states(split).keys) == ["baselined"])
    }
  }

  @Test func newFindingsStayOpenAndFixedOnesAreTold() throws {
    let baseline = Baseline(check(try chart(Self.faulty)))
    var edited = check(
      try chart(
        Self.faulty.replacing(
          "{id: safety, responsible: fitter}", with: "{id: safety, accountable: foreman, responsible: fitter}")
          + "  - {id: noise, responsible: fitter}\n"))
    let fixed = baseline.apply(to: &edited)
    #expect(fixed.map { [$0.code, $0.chart] + $0.subjects } == [["ACC001", "workshop", "duty:safety"]])
    let open = edited[0].findings.filter { $0.state == .open }
    #expect(open.contains { $0.code == "ACC001" && $0.subjects[0].id == "noise" })
    #expect(!open.contains { $0.subjects[0].id == "steam" })
  }

  @Test func otherChartsAreLeftAlone() throws {
    let baseline = Baseline(check(try chart(Self.faulty)))
    var other = check(try chart(Self.faulty.replacing("chart: workshop", with: "chart: office")))
    #expect(baseline.apply(to: &other).isEmpty)
    #expect(Set(states(other).keys) == ["open"])
  }

  @Test func everyEntryStandsForOneFinding() throws {
    let chart = try chart(Self.faulty)
    let finding = try #require(check(chart)[0].findings.first)
    var baseline = Baseline(entries: [.init(finding, of: chart), .init(finding, of: chart)])
    var three: Checked = [(chart, [finding, finding, finding])]
    #expect(baseline.apply(to: &three).isEmpty)
    #expect(three[0].findings.map(\.state.word) == ["baselined", "baselined", "open"])
    baseline.entries += baseline.entries
    var again: Checked = [(chart, [finding, finding]), (chart, [finding])]
    #expect(baseline.apply(to: &again).count == 1)
    #expect(states(again) == ["baselined": 3])
    #expect(Baseline.parse(baseline.text).baseline.entries == baseline.entries)
  }

  /// A finding that the chart itself lets stand is not fixed, and not open either.
  @Test func suppressedFindingsKeepTheirStateAndTheirEntry() throws {
    let baseline = Baseline(check(try chart(Self.faulty)))
    var checked = check(
      try chart(Self.faulty + "ignore:\n  - {rule: ACC001, subject: safety, reason: under discussion}\n"))
    #expect(baseline.apply(to: &checked).isEmpty)
    #expect(states(checked)["suppressed"] == 1)
    #expect(states(checked)["open"] == nil)
    #expect(!Baseline(checked).text.contains("duty:safety"))
  }

  @Test(arguments: [
    "a b", "\\u{41}", "\\", "#", "\u{2028}\u{2029}\u{85}", "\u{202E}gnp", "职责　一", "\u{FEFF}x", "e\u{301}", "👩‍🔬", "a  b ",
  ])
  func hostileIDsKeepTheirLine(id: String) throws {
    let text = "chart: {id}\nduties: [{id: {id}}]\n".replacing(
      "{id}", with: "\"" + id.replacing("\\", with: "\\\\") + "\"")
    // A C1 control is refused before it comes here.
    guard let chart = try? chart(text) else { return }
    let written = Baseline(check(chart))
    #expect(written.entries.contains { $0.chart.unicodeScalars.elementsEqual(id.unicodeScalars) })
    let file = written.text
    #expect(file.split(whereSeparator: \.isNewline).count == written.entries.count + 1)
    #expect(!file.unicodeScalars.contains { $0.properties.generalCategory == .format })
    let (read, faults) = Baseline.parse(file)
    #expect(faults.isEmpty)
    #expect(Set(read.entries) == Set(written.entries))
    var checked = check(chart)
    #expect(read.apply(to: &checked).isEmpty)
    #expect(Set(states(checked).keys) == ["baselined"])
  }

  @Test func commentsEmptyLinesAndOtherLineEndsAreFine() {
    let text = "\u{FEFF}# remit baseline 1\r\n\r\n# a comment\r\n  \n0123456789abcdef ACC001 x  c post:a post:b\r\n"
    let (read, faults) = Baseline.parse(text)
    #expect(faults.isEmpty)
    #expect(read.entries.map(\.subjects) == [["post:a", "post:b"]])
  }

  @Test func everyFaultyLineHasItsPlace() {
    let good = "0123456789abcdef  ACC001  unaccounted-duty  c  duty:a"
    let (read, faults) = Baseline.parse(
      """
      # remit baseline 1
      \(good)
      <<<<<<< mine
      0123456789ABCDEF  ACC001  unaccounted-duty  c  duty:a
      0123456789abcdef  ACC001  unaccounted-duty  c
      0123456789abcdef  ACC001  unaccounted-duty  c  duty:a \\x
      0123456789abcdef  ACC001  unaccounted-duty  \\u{110000}  duty:a
      0123456789abcdef  ACC001  unaccounted-duty  \\u{41  duty:a
      \(good)
      """)
    #expect(read.entries.count == 2)
    #expect(faults.map { [$0.line, $0.column] } == [[3, 1], [4, 1], [5, 46], [6, 55], [7, 45], [8, 45]])
  }

  @Test(arguments: ["", "\n# remit baseline 1\n", "# remit baseline 2\n", "chart: c\n", "# remit baseline 10\n"])
  func noBaseline(text: String) {
    let (read, faults) = Baseline.parse(text)
    #expect(read.entries.isEmpty)
    #expect(faults.map(\.line) == [1])
  }

  @Test func filesThatCannotBeReadAreProblems() throws {
    try withFolder { folder in
      try write(["bad": "# remit baseline 1\nnonsense\nmore\n"], in: folder)
      do throws(Problems) {
        _ = try BaselineFile.read(path: folder + "/bad")
        Issue.record("read")
      } catch {
        #expect(error.problems.map(\.location.description) == ["\(folder)/bad:2:1", "\(folder)/bad:3:1"])
      }
      for path in [folder, folder + "/none"] { #expect(throws: Problems.self) { try BaselineFile.read(path: path) } }
    }
  }

  /// A suppression counts with a reason only, up to and with its last day.
  @Test(arguments: [
    ("reason: known", "suppressed", 0), ("reason: known, until: 2026-06-30", "suppressed", 0),
    ("reason: known, until: 2026-06-29", "open", 1), ("until: 2027-01-01", "open", 1), ("reason: ''", "open", 1),
    ("reason: {zh: 已知}", "suppressed", 0),
  ])
  func suppressionsNeedAReasonAndTheirDay(keys: String, state: String, reported: Int) throws {
    let chart = try chart(
      "chart: c\nas-of: 2026-06-30\nposts: [{id: p}]\nduties: [{id: d, responsible: p}]\nignore: [{rule: ACC001, subject: d, \(keys)}]\n"
    )
    let findings = check(chart)[0].findings
    #expect(findings.first { $0.code == "ACC001" }?.state.word == state)
    #expect(findings.filter { $0.code == "DAT003" }.count == reported)
  }
}
