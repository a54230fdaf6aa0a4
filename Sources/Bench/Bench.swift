import ArgumentParser
import Foundation
import RemitIntake

extension Size: ExpressibleByArgument {}

/// Makes up a chart of a chosen size and times everything that a check of it takes.
@main
struct Bench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "remit-bench", abstract: "How long a check of an invented chart takes, part by part.",
    discussion: """
      S is a county, M a province with 85 counties, L a nation to its counties, XL with its townships. Build it with \
      -c release. A result beside the times tells what was counted: findings, components, edges.
      """)

  @Option(name: .long, help: "How large a chart: S, M, L or XL.")
  var size = Size.S

  @Option(name: .long, help: ArgumentHelp("What to make the chart up from.", valueName: "N"))
  var seed: UInt64 = 1

  @Flag(name: .long, help: "Work no faults in.")
  var clean = false

  @Flag(name: .long, help: "Put the rows of each table in a random order.")
  var shuffled = false

  @Option(name: .long, help: ArgumentHelp("How many runs of each count.", valueName: "N"))
  var runs = 5

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Time only these: \(Stage.allCases.map(\.rawValue).joined(separator: ", ")).", valueName: "X,…"))
  var only: String?

  @Option(
    name: .long, parsing: .singleValue, help: ArgumentHelp("Check against this regulation too.", valueName: "REG"))
  var against: [String] = []

  @Option(
    name: .long,
    help: ArgumentHelp("Time scipy, rustworkx and igraph beside the kernels, with this Python.", valueName: "PYTHON"))
  var peers: String?

  @Option(name: .long, help: ArgumentHelp("Write what was measured as JSON too.", valueName: "FILE"))
  var json: String?

  @Option(name: .long, help: ArgumentHelp("Put the chart there, and leave it.", valueName: "DIR"))
  var keep: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Instead: check, draw and convert this chart again and again, and tell the memory held.", valueName: "CHART"))
  var memory: String?

  @Option(name: .long, help: ArgumentHelp("How often, with --memory.", valueName: "N"))
  var rounds = 100

  @Flag(
    name: .long,
    help: "Instead: do the whole job on every size, in order and shuffled, and the kernels on L; print Markdown.")
  var growth = false

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Instead: time the kernels on the graph of a folder with edges.u32 and edges.json; print Markdown.",
      valueName: "DIR"))
  var edges: String?

  /// Does the whole job once and writes the number of findings to a file: what the program starts itself for.
  @Option(name: .long, parsing: .upToNextOption, help: .hidden)
  var whole: [String] = []

  func validate() throws {
    if !(1...1000).contains(runs) { throw ValidationError("--runs takes a number from 1 to 1000") }
    for word in (only ?? "").split(separator: ",") where Stage(rawValue: String(word)) == nil {
      throw ValidationError("nothing to time is called \(word)")
    }
    if !(5...100_000).contains(rounds) { throw ValidationError("--rounds takes a number from 5 to 100000") }
    if !whole.isEmpty, whole.count != 2 { throw ValidationError("--whole takes a chart and a file") }
  }

  func run() throws {
    if whole.count == 2 {
      try WholeRun.perform(whole[0], against: against, telling: URL(fileURLWithPath: whole[1]))
    }
    if let memory {
      for work in MemoryRun.Work.allCases {
        let held = try MemoryRun(chart: memory).measure(work, rounds: rounds)
        print("\(work.rawValue) \(held.early) bytes after \(rounds / 5) rounds, \(held.late) after \(rounds)")
      }
      return
    }
    let temporary = FileManager.default.temporaryDirectory.appendingPathComponent("remit-bench-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: temporary) }
    if let edges {
      let graph = try EdgeFolder(URL(fileURLWithPath: edges)).graph()
      try FileManager.default.createDirectory(at: temporary, withIntermediateDirectories: true)
      let timings = try Measurement.kernels(on: graph, Stopwatch(runs: runs), peers: peers, in: temporary)
      print(KernelTable(timings).markdown, terminator: "")
      return
    }
    if growth {
      print("Measured on \(Machine.description).\n")
      print(try Growth(seed: seed, runs: runs, in: temporary).markdown)
      print(try KernelTable(seed: seed, runs: runs, peers: peers, in: temporary).markdown, terminator: "")
      return
    }
    let plan = Nation.Plan(size: size, seed: seed, isClean: clean, isShuffled: shuffled)
    let nation = try Nation(plan, into: keep.map { URL(fileURLWithPath: $0, isDirectory: true) } ?? temporary)
    let chosen = (only ?? "").split(separator: ",").compactMap { Stage(rawValue: String($0)) }
    var measurement = Measurement(
      nation, stages: Set(chosen.isEmpty ? Stage.allCases : chosen), runs: runs, against: against, peers: peers)
    do {
      try measurement.run()
    } catch let error as Problems {
      for problem in error.problems.prefix(20) { print(problem.description) }
      throw ExitCode(2)
    }
    let report = BenchReport(plan, nation, measurement)
    print(report.text, terminator: "")
    if let json { try report.json().write(to: URL(fileURLWithPath: json)) }
  }
}
