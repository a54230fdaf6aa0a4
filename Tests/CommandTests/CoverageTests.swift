import RemitInspection
import RemitIntake
import RemitModel
import RemitReports
import RemitRules
import Testing

/// What is counted as missing is what the rules find.
struct CoverageTests {
  private static let codes: Set<String> = ["REG001", "REG002", "REG003", "REG004", "CHN001"]

  private func findings(_ chart: Chart, _ facts: Facts) -> [Finding] {
    Inspector(rules: Catalogue.rules).inspect(chart, facts: facts)
      .filter { Self.codes.contains($0.code) && $0.state.word != "waived" }
  }

  private func tally(_ chart: Chart, _ facts: Facts) -> (met: Int, waived: Int, missing: Int) {
    let all = chart.regulations.indices.map { facts[Coverage.self].tally(of: $0) }
    return (all.reduce(0) { $0 + $1.met }, all.reduce(0) { $0 + $1.waived }, all.reduce(0) { $0 + $1.missing })
  }

  private func agrees(_ chart: Chart, _ what: String) {
    guard chart.origin == .chart else { return }
    let facts = Facts(chart)
    let found = findings(chart, facts)
    let missing = tally(chart, facts).missing
    #expect((missing == 0) == found.isEmpty, "\(what): \(missing) missing, \(found.map(\.message.en))")
  }

  @Test(arguments: Project.charts) func agreesOnShippedCharts(name: String) throws {
    agrees(try Project.read("Graphs/charts/\(name).yaml"), name)
  }

  @Test func agreesOnEveryExample() throws {
    for rule in Catalogue.rules {
      for example in rule.faulty + rule.clean {
        agrees(try ChartReader().read(text: example.text, path: "example.yaml"), "\(rule.code) at line \(example.line)")
      }
    }
  }

  /// Each adoption of the clean county taken away: what is missing then is what is found then, and nothing else moves.
  @Test func oneAdoptionLessIsOneRequirementLess() throws {
    let chart = try Project.read("Graphs/charts/example-county.yaml")
    let full = tally(chart, Facts(chart))
    #expect(full.missing == 0)
    var single = 0
    for post in chart.posts.ids {
      for index in chart.posts.adopts[post].indices {
        var contents = ChartContents(chart)
        var adopts = chart.posts.adopts[post]
        let gone = adopts.remove(at: index)
        contents.posts.adopts.set(post, to: Array(adopts))
        let poorer = Chart(contents)
        let facts = Facts(poorer)
        let found = findings(poorer, facts)
        let now = tally(poorer, facts)
        #expect(now.missing == found.count, "\(chart.posts.key[post]) \(gone.reference.text)")
        #expect(now.met == full.met - found.count)
        #expect(now.waived == full.waived)
        if found.count == 1, found[0].code == "REG002", let clause = gone.reference.number {
          single += 1
          let outline = chart.regulations[0].clauses
          let chapter = outline.first { $0.number.article == clause.article && $0.chapter != nil }?.chapter
          for (old, new) in zip(
            Facts(chart)[Coverage.self].chapters(of: 0), facts[Coverage.self].chapters(of: 0))
          {
            #expect(new.tally.missing == (old.chapter == chapter ? 1 : 0))
            #expect(new.tally.total == old.tally.total)
          }
        }
      }
    }
    #expect(single > 20)
  }

  /// A role that nobody fills takes its duties, links and chains with it; the whole stays the same.
  @Test func aRoleLessKeepsTheTotal() throws {
    let chart = try Project.read("Graphs/charts/example-county.yaml")
    let whole = Facts(chart)[Coverage.self].tally(of: 0).total
    for post in chart.posts.ids where chart.posts.role[post] != nil {
      var contents = ChartContents(chart)
      contents.posts.role.set(post, to: nil)
      let poorer = Chart(contents)
      agrees(poorer, "without the role of \(chart.posts.key[post])")
      let tally = Facts(poorer)[Coverage.self].tally(of: 0)
      if findings(poorer, Facts(poorer)).contains(where: { $0.code == "REG001" }) {
        #expect(tally.missing > 1)
        #expect(tally.total == whole, "\(chart.posts.key[post])")
      }
    }
  }

  @Test func aRegulationAloneHasNone() throws {
    let chart = try Project.read("Graphs/regulations/eco-protection-2025.yaml")
    #expect(Facts(chart)[Coverage.self].items.isEmpty)
    #expect(Facts(chart)[Krackhardt.self].shape == nil)
  }

  @Test func aCleanHierarchyIsATree() throws {
    let chart = try Project.read("Graphs/charts/example-county.yaml")
    let shape = try #require(Facts(chart)[Krackhardt.self].shape)
    #expect(shape.connectedness.value == 1)
    #expect(shape.hierarchy?.value == 1)
    let cyclic = try Project.read("Graphs/charts/example-county-reorganized.yaml")
    #expect((Facts(cyclic)[Krackhardt.self].shape?.hierarchy?.value ?? 1) < 1)
  }
}
