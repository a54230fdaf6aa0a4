import ArgumentParser
import Foundation
import RemitInspection
import RemitIntake
import RemitModel
import RemitMutants
import RemitRules

/// Spoils clean charts in every way that the mutants know, at every place, and tells how much of it the rules find.
@main
struct MutationStudy: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "remit-mutants", abstract: "How much of what can be wrong with a chart the rules find.",
    discussion: """
      Exit status 0 where everything was found and all else is explained, 1 where not, 2 for charts that cannot be read
      or are not clean.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json
  }

  @Argument(help: ArgumentHelp("Clean charts or regulations (default: those of the repository).", valueName: "CHART"))
  var charts: [String] = []

  @Option(name: .long, help: ArgumentHelp("Only these kinds.", valueName: "NAME"))
  var kind: [String] = []

  @Option(name: .long, help: ArgumentHelp("Only kinds for these rules.", valueName: "CODE"))
  var rule: [String] = []

  @Option(name: .long, help: "How to write the report: text or json.")
  var format: Format = .text

  @Option(name: .long, help: ArgumentHelp("At most so many places of each kind in each chart.", valueName: "N"))
  var sample: Int?

  func validate() throws {
    if let unknown = kind.first(where: { name in !Mutation.all.contains { $0.name == name } }) {
      throw ValidationError("no kind is called \(unknown)")
    }
    if let unknown = rule.first(where: { code in !Mutation.all.contains { $0.rule == code } }) {
      throw ValidationError("no kind is for the rule \(unknown)")
    }
    if let sample, sample < 1 { throw ValidationError("--sample takes a number from 1") }
  }

  func run() throws {
    let chosen = Mutation.all.filter {
      (kind.isEmpty || kind.contains($0.name)) && (rule.isEmpty || rule.contains($0.rule))
    }
    let studied = chosen.filter { Catalogue.rule($0.rule) != nil }
    var names: [String] = []
    var outcomes: [Study.Outcome] = []
    var refused = false
    for path in charts.isEmpty ? CleanCharts.paths : charts {
      guard let chart = read(path), let study = study(of: chart) else {
        refused = true
        continue
      }
      names.append(chart.key)
      outcomes += study.run(studied)
    }
    let report = StudyReport(chosen, charts: names, outcomes: outcomes)
    switch format {
    case .text: print(report.text, terminator: "")
    case .json: print(try report.json())
    }
    if refused { throw ExitCode(2) }
    if !report.isGood { throw ExitCode(1) }
  }

  private func read(_ path: String) -> Chart? {
    do throws(Problems) {
      return try ChartReader().read(path: path)
    } catch {
      for problem in error.problems { complain(problem.description) }
      return nil
    }
  }

  private func study(of chart: Chart) -> Study? {
    do throws(Study.Unclean) {
      return try Study(chart, sample: sample)
    } catch {
      let list = error.findings.prefix(5).map { "\($0.code) \($0.message.en)" }.joined(separator: "; ")
      complain("\(error.chart) is not clean, so it cannot be studied: \(list)")
      return nil
    }
  }

  private func complain(_ text: String) { FileHandle.standardError.write(Data((text + "\n").utf8)) }
}
