import RemitIntake
import RemitModel
import Testing

@testable import RemitExport

/// How YAML is laid out and quoted.
@Suite struct YAMLTests {
  @Test(arguments: [
    ("plain", "plain"), ("县长", "县长"), ("two words", "two words"), ("it's", "it's"), ("yes", "\"yes\""),
    ("Null", "\"Null\""), ("12", "\"12\""), ("7(1)", "7(1)"), ("2026-06-30", "\"2026-06-30\""), ("2026年", "2026年"),
    ("a: b", "\"a: b\""), ("a #b", "\"a #b\""), ("a#b", "a#b"), ("", "\"\""), (" a", "\" a\""), ("-", "\"-\""),
    ("a\nb", "\"a\\nb\""), ("say \"x\"", "say \"x\""), ("\"x\"", "\"\\\"x\\\"\""), ("a\\b", "a\\b"),
    ("\u{202E}x", "\"\\u202Ex\""), ("\0", "\"\\0\""), ("\u{1B}", "\"\\x1B\""), ("\u{E0041}", "\"\\U000E0041\""),
    ("👩‍👩‍👧", "\"👩‍👩‍👧\""), ("a\u{A0}", "\"a\u{A0}\""), ("0x1f", "\"0x1f\""), ("3rd", "3rd"),
  ])
  func textsAreQuotedWhereTheyMustBe(text: String, expected: String) {
    #expect(YAMLScalar.text(text, inFlow: true) == expected)
    #expect(YAMLScalar.text(text, inFlow: false) == expected)
  }

  @Test func commasNeedQuotesBetweenBracketsOnly() {
    #expect(YAMLScalar.text("a, [b]", inFlow: true) == "\"a, [b]\"")
    #expect(YAMLScalar.text("a, [b]", inFlow: false) == "a, [b]")
  }

  @Test func longListsAndRowsAreBroken() throws {
    let many = (10..<40).map { "p\($0)" }
    let text = """
      chart: c
      organizations: [{id: o, name: \(String(repeating: "长", count: 40)), kind: sector-department}, {id: u, parent: o}]
      posts: [\(many.map { "{id: \($0), organization: o}" }.joined(separator: ", "))]
      oversight: [{kind: audit, by: p10, of: [\(many.joined(separator: ", "))], instrument: 审计}]
      """
    let chart = try ChartReader().read(text: text, path: "chart.yaml")
    let written = try ChartFormat.yaml.text(chart)
    let lines = written.split(separator: "\n")
    #expect(lines.allSatisfy { TextWidth.columns(String($0)) <= 120 })
    #expect(lines.contains { $0.hasPrefix("    of: [p10, p11") })
    #expect(lines.contains { $0.hasPrefix("         p3") && $0.hasSuffix("p39]") })
    #expect(lines.contains("     kind: sector-department}"))
    let again = try ChartReader().read(text: written, path: "chart.yaml")
    #expect(difference(ChartText.lines(chart), ChartText.lines(again)) == "")
  }

  /// What the key `lead` cannot say stands with the letter.
  @Test func termsAndLeadsThatNeedAMapping() throws {
    var contents = ChartContents(
      try ChartReader().read(
        text: """
          chart: c
          posts: [{id: p}, {id: q}]
          duties: [{id: d, accountable: p, responsible: [p, q], informed: q}]
          """, path: "chart.yaml"))
    contents.assignments.lead.set(ID(1), to: true)
    contents.assignments.lead.set(ID(3), to: true)
    contents.assignments.term.set(ID(2), to: Localized(zh: "直接责任", en: "direct responsibility"))
    let text = try ChartFormat.yaml.text(Chart(contents))
    #expect(
      text.hasSuffix(
        """
          - id: d
            accountable: p
            responsible:
              - {post: p, lead: true}
              - {post: q, term: {zh: 直接责任, en: direct responsibility}}
            informed: {post: q, lead: true}

        """))
  }

  /// Keys stand in the order of the form that readers open.
  @Test func keysAreInTheOrderOfTheForm() throws {
    for seed in UInt64(0)..<100 {
      let text = try ChartFormat.yaml.text(RandomChart.make(seed: seed, .blanks))
      let known = Form.chart.keys.map(\.name)
      let keys = text.split(separator: "\n").compactMap { line in
        line.prefix { $0.isLetter || $0 == "-" }.isEmpty ? nil : String(line.prefix { $0 != ":" })
      }
      #expect(keys == known.filter(keys.contains))
      for case let (table, .rows(form)) in Form.chart.keys.map({ ($0.name, $0.value) }) {
        let rows = Self.rows(of: table, text)
        for row in rows { #expect(row == form.names.filter(row.contains), "\(table)") }
      }
    }
  }

  /// The keys of each row of a table that is laid out in blocks.
  private static func rows(of table: String, _ text: String) -> [[String]] {
    var rows: [[String]] = []
    var isInside = false
    for line in text.split(separator: "\n") {
      if !line.hasPrefix(" ") { isInside = line == table + ":" }
      guard isInside, !line.hasPrefix("  - {") else { continue }
      let key = line.dropFirst(4).prefix { $0.isLetter || $0 == "-" }
      if line.hasPrefix("  - "), !key.isEmpty { rows.append([]) }
      if !rows.isEmpty, !key.isEmpty, line.dropFirst(4 + key.count).hasPrefix(":") {
        rows[rows.count - 1].append(String(key))
      }
    }
    return rows
  }
}
