import Foundation
import RemitInspection
import RemitIntake
import RemitModel
import RemitRules

/// The project as the tests see it.
enum Project {
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  static func path(_ relative: String) -> String { root.appendingPathComponent(relative).path }

  static func text(_ relative: String) throws -> String {
    try String(contentsOf: root.appendingPathComponent(relative), encoding: .utf8)
  }

  /// Every shipped chart, by name.
  static let charts = ["example-county", "example-county-reorganized", "example-province", "example-company"]

  static let regulations = ["eco-protection-2025", "eco-protection-2025-as-printed"]

  /// Every shipped file, relative to the root.
  static let files = charts.map { "Graphs/charts/\($0).yaml" } + regulations.map { "Graphs/regulations/\($0).yaml" }

  static var records: Bool { ProcessInfo.processInfo.environment["REMIT_RECORD"] == "1" }

  static func read(_ relative: String) throws -> Chart {
    try ChartReader().read(path: path(relative))
  }

  static func check(_ chart: Chart) -> [Finding] { Inspector(rules: Catalogue.rules).inspect(chart) }
}

/// One run of the built program.
struct Run {
  let status: Int32
  let output: String
  let complaint: String
  let bytes: Data

  /// Runs the program that was built beside the tests, in the project's folder, without a terminal.
  init(_ arguments: [String], input: Data? = nil, environment: [String: String] = [:]) throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
      .deletingLastPathComponent().appendingPathComponent("remit")
    process.arguments = arguments
    process.currentDirectoryURL = Project.root
    process.environment = ProcessInfo.processInfo.environment.merging(["LC_ALL": "C.UTF-8"]) { $1 }
      .merging(environment) { $1 }
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    // Files rather than pipes, so that no full pipe can block the program.
    func file(_ name: String, _ data: Data = Data()) throws -> URL {
      let url = folder.appendingPathComponent(name)
      try data.write(to: url)
      return url
    }
    let out = try file("out")
    let err = try file("err")
    process.standardOutput = try FileHandle(forWritingTo: out)
    process.standardError = try FileHandle(forWritingTo: err)
    process.standardInput = try FileHandle(forReadingFrom: try file("in", input ?? Data()))
    try process.run()
    process.waitUntilExit()
    status = process.terminationReason == .exit ? process.terminationStatus : -process.terminationStatus
    bytes = try Data(contentsOf: out)
    output = String(decoding: bytes, as: UTF8.self)
    complaint = String(decoding: try Data(contentsOf: err), as: UTF8.self)
  }
}

/// A folder that goes away after the work.
func withFolder<Result>(_ work: (URL) throws -> Result) throws -> Result {
  let folder = FileManager.default.temporaryDirectory.appendingPathComponent("remit-" + UUID().uuidString)
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  return try work(folder)
}

/// Random numbers that are the same in every run (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var z = state
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return z ^ (z >> 31)
  }
}
