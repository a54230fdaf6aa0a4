import RemitInspection
import RemitIntake
import RemitModel
import RemitReports
import RemitRules
import Testing

/// The end of a check for people.
struct SummaryTests {
  private func lines(_ checked: CheckedChart, _ language: Language, limit: Int? = nil) -> [String] {
    FindingsText(language: language, limit: limit).report(checked).split(separator: "\n").map(String.init)
  }

  private func summary(_ file: String, _ language: Language) throws -> [String] {
    let checked = CheckedChart(try Project.read(file), by: Inspector(rules: Catalogue.rules))
    let lines = lines(checked, language)
    let start = lines.firstIndex { line in
      ["小结", "Summary", "未发现问题", "nothing found"].contains(where: line.hasPrefix)
    }
    return Array(lines[(try #require(start))...])
  }

  @Test(arguments: Project.files) func fitsOnAScreen(file: String) throws {
    for language in [Language.chinese, .english] {
      let lines = try summary(file, language)
      #expect(lines.count <= 20)
      for line in lines { #expect(TextWidth.columns(line) <= 104, "\(line)") }
      #expect(lines.contains { $0.contains("1.000") || $0.contains("0.") } == file.contains("/charts/"))
    }
  }

  @Test func countsAgreeWithTheFindings() throws {
    let checked = CheckedChart(try Project.read(Project.files[1]), by: Inspector(rules: Catalogue.rules))
    let text = try summary(Project.files[1], .english)
    let total = try #require(text.first { $0.hasPrefix("  All") }).split(separator: " ")
    #expect(Int(total[1]) == checked.open.count { $0.severity == .error })
    #expect(Int(total[2]) == checked.open.count { $0.severity == .warning })
    #expect(text.contains { $0.contains("requirements met") && $0.contains("1 waived") })
  }

  @Test func isShortWhereNothingIsFound() throws {
    let lines = try summary("Graphs/charts/example-county.yaml", .english)
    #expect(lines.count == 3)
    #expect(lines[1].hasPrefix("Coverage") && lines[1].contains("(100.0%)"))
    #expect(lines[2].hasPrefix("Command"))
  }

  /// A finding on a duty is laid to whoever answers for it, and to its organization.
  @Test func findingsAreLaidToWhoTheySpeakOf() throws {
    let text = """
      chart: c
      organizations: [{id: o}, {id: other}]
      posts:
        - {id: a, organization: o}
        - {id: b, organization: o, reports-to: a}
        - {id: c, organization: other, reports-to: a}
      duties:
        - {id: d, accountable: [a, b]}
        - {id: e, accountable: b}
      """
    let chart = try ChartReader().read(text: text, path: "c.yaml")
    var settings = Settings()
    settings.select = ["ACC002", "ACC003"]
    let checked = CheckedChart(chart, by: Inspector(rules: Catalogue.rules, settings: settings))
    let lines = lines(checked, .english)
    let start = try #require(lines.firstIndex { $0.hasPrefix("Organizations hit most") })
    // ACC002 on d (a and b), ACC003 on d and e (b): o has all three, b all three, a two.
    let first = lines[start + 1].split(separator: " ")
    #expect(first == ["3/0/0", "o", "3/0/0", "b"])
    #expect(lines[start + 2].split(separator: " ") == ["2/0/0", "a"])
  }

  @Test func aLimitCutsEachRuleAndSaysSo() throws {
    let posts = (1...9).map { "  - {id: p\($0)}" }.joined(separator: "\n")
    let duties = (1...9).map { "  - {id: d\($0), responsible: p\($0)}" }.joined(separator: "\n")
    let text = "chart: c\nposts:\n\(posts)\nduties:\n\(duties)\n"
    let chart = try ChartReader().read(text: text, path: "c.yaml")
    var settings = Settings()
    settings.select = ["ACC001"]
    let checked = CheckedChart(chart, by: Inspector(rules: Catalogue.rules, settings: settings))
    let cut = lines(checked, .english, limit: 4)
    #expect(cut.count { $0.contains("error ACC001") } == 4)
    #expect(cut.contains("  … and 5 more of ACC001 unaccounted-duty"))
    #expect(cut.contains { $0.hasPrefix("Gaps (9)") })
    #expect(lines(checked, .chinese, limit: 4).contains("  …另有 5 条 ACC001 unaccounted-duty"))
    #expect(lines(checked, .english).count { $0.contains("error ACC001") } == 9)
    #expect(!lines(checked, .english, limit: 9).contains { $0.contains("more of") })
  }

  @Test func everyTopicIsExplained() throws {
    for name in ["coverage", "krackhardt", "connectedness", "hierarchy", "efficiency", "least-upper-boundedness"] {
      for lang in ["zh", "en"] {
        let run = try Run(["explain", name, "--lang", lang])
        #expect(run.status == 0)
        #expect(run.output.hasPrefix(name))
        if !["coverage", "krackhardt"].contains(name) { #expect(run.output.contains("1 − V")) }
      }
    }
    let wrong = try Run(["explain", "krackhard", "--lang", "en"])
    #expect(wrong.status == 2)
    #expect(wrong.complaint.contains("krackhardt"))
  }
}
