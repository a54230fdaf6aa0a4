import RemitInspection
import RemitIntake
import RemitModel
import RemitMutants
import RemitRules
import Testing

/// A sample of the mutation study: what is worked into clean charts is found, and whatever else is found is explained.
@Suite struct StudyTests {
  @Test(arguments: CleanCharts.paths)
  func sampleIsFoundAndExplained(_ path: String) throws {
    let chart = try ChartReader().read(path: path)
    let study = try Study(chart, sample: 2)
    let mutations = Mutation.all.filter { Catalogue.rule($0.rule) != nil }
    for outcome in study.run(mutations) {
      let name = "\(outcome.mutation.name) in \(outcome.chart)"
      for miss in outcome.misses {
        Issue.record("\(name) at \(miss.site): expected \(outcome.mutation.rule) \(miss.expected), found \(miss.found)")
      }
      for item in outcome.unexpected where item.reason == nil {
        Issue.record("\(name): unexplained \(item.code) × \(item.count): \(item.examples)")
      }
    }
  }

  @Test func everyRuleHasAKind() {
    let covered = Set(Mutation.all.map(\.rule))
    #expect(Catalogue.rules.map(\.code).filter { !covered.contains($0) } == [])
  }

  @Test func kindsAreNamedOnce() {
    let names = Mutation.all.map(\.name)
    #expect(Set(names).count == names.count)
    #expect(names.allSatisfy { $0.wholeMatch(of: /[a-z0-9]+(-[a-z0-9]+)*/) != nil })
  }

  @Test func everyKindHasASiteInSomeCleanChart() throws {
    let grounds = try CleanCharts.paths.map { Ground(try ChartReader().read(path: $0)) }
    for mutation in Mutation.all {
      #expect(grounds.contains { !mutation.sites(in: $0).isEmpty }, "\(mutation.name)")
    }
  }

  @Test func chartsWithFaultsAreRefused() throws {
    let chart = try ChartReader().read(
      text:
        "chart: a\norganizations: [{id: b}]\nposts: [{id: c, organization: b}]\nduties: [{id: d, responsible: c}]\n",
      path: "a.yaml")
    #expect(throws: Study.Unclean.self) { try Study(chart) }
  }

  @Test func studyIsDeterministic() throws {
    let chart = try ChartReader().read(path: CleanCharts.paths[2])
    let mutations = Mutation.all.filter { $0.rule.hasPrefix("ACC") }
    let reports = try (0..<2).map { _ in
      StudyReport(mutations, charts: [chart.key], outcomes: try Study(chart, sample: 3).run(mutations)).text
    }
    #expect(reports[0] == reports[1])
  }
}
