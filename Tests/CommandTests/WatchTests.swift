import Foundation
import Glibc
import RemitInspection
import RemitIntake
import RemitReports
import RemitRules
import RemitWorkbook
import Testing

/// `remit check --watch`, and the difference of two runs.
struct WatchTests {
  private static let good = "chart: c\nposts: [{id: p}]\nduties:\n  - {id: d, accountable: p, responsible: p}\n"
  private static let bad = "chart: c\nposts: [{id: p}]\nduties:\n  - {id: d, responsible: p}\n"

  private func check(_ text: String) throws -> CheckedChart {
    CheckedChart(try ChartReader().read(text: text, path: "c.yaml"), by: Inspector(rules: Catalogue.rules))
  }

  @Test func differenceIsByFingerprint() throws {
    let good = try check(Self.good)
    let bad = try check(Self.bad)
    let worse = CheckDifference(from: [good], to: [bad])
    #expect(worse.new.map(\.finding.code) == ["ACC001"])
    #expect(worse.fixed.isEmpty)
    let better = CheckDifference(from: [bad], to: [good])
    #expect(better.new.isEmpty)
    #expect(better.fixed.map(\.finding.code) == ["ACC001"])
    #expect(better.text(.english).contains("- ACC001 unaccounted-duty  duty:d"))
    #expect(worse.text(.chinese).contains("新增 1，消除 0"))
    // Lines that move make no difference; nor does a run compared with itself.
    let moved = try check("# a line more\n\n" + Self.bad)
    let same = CheckDifference(from: [bad], to: [moved])
    #expect(same.new.isEmpty && same.fixed.isEmpty)
    #expect(same.text(.english) == "no change since the last run\n")
  }

  @Test func whatIsAllowedIsNotFixedInSilence() throws {
    let bad = try check(Self.bad)
    let ignored = try check(Self.bad + "ignore: [{rule: ACC001, subject: d, reason: for now}]\n")
    let difference = CheckDifference(from: [bad], to: [ignored])
    #expect(difference.fixed.count == 1)
    #expect(difference.text(.english).contains("ignored: for now"))
  }

  @Test func chartsAreComparedById() throws {
    let one = try check(Self.bad)
    let other = try check(Self.bad.replacingOccurrences(of: "chart: c", with: "chart: e"))
    let difference = CheckDifference(from: [one], to: [one, other])
    #expect(difference.new.map(\.chart) == Array(repeating: "e", count: other.open.count))
  }

  @Test func runsAgainWhenAFileChanges() throws {
    try withFolder { folder in
      let chart = folder.appendingPathComponent("chart.yaml")
      try Data(Self.good.utf8).write(to: chart)
      let watched = try Background(["check", chart.path, "--watch", "--lang", "en", "--select", "ACC"], in: folder)
      defer { watched.kill() }
      #expect(watched.waitFor("nothing found", times: 1))
      try Data(Self.bad.utf8).write(to: chart)
      #expect(watched.waitFor("+ ACC001 unaccounted-duty", times: 1))
      // Half written, then gone: the problems are told, and it goes on waiting.
      try Data("chart: c\nposts: [{id:".utf8).write(to: chart)
      #expect(watched.waitForComplaint("unusable input", times: 1))
      try FileManager.default.removeItem(at: chart)
      #expect(watched.waitForComplaint("no such file", times: 1))
      try Data(Self.good.utf8).write(to: chart)
      #expect(watched.waitFor("- ACC001 unaccounted-duty", times: 1))
      #expect(watched.waitFor("nothing found", times: 2))
      #expect(!watched.output.contains("\u{1B}"))
      #expect(watched.interrupt() == 0)
    }
  }

  @Test func endsWithTheLastVerdict() throws {
    try withFolder { folder in
      let chart = folder.appendingPathComponent("chart.yaml")
      try Data(Self.bad.utf8).write(to: chart)
      let report = folder.appendingPathComponent("out.json").path
      let watched = try Background(
        ["check", folder.path, "--watch", "--lang", "en", "--format", "text", "--format", "json=\(report)"], in: folder)
      defer { watched.kill() }
      #expect(watched.waitFor("ACC001", times: 1))
      // Its own report in the folder is no reason to run again; the regulation that is named now, and comes later, is.
      usleep(800_000)
      #expect(watched.count("remit check") == 1)
      try Data(("against: [rule]\n" + Self.bad).utf8).write(to: chart)
      #expect(watched.waitForComplaint("unusable input", times: 1))
      try Data("regulation: rule\nlevels: [county]\nroles: []\n".utf8).write(
        to: folder.appendingPathComponent("rule.yaml"))
      #expect(watched.waitFor("Coverage", times: 1))
      #expect(watched.interrupt() == 1)
      #expect(FileManager.default.fileExists(atPath: report))
    }
  }

  /// A workbook that turns up beside what is read by a map is read too.
  @Test func looksAtEveryKindOfFile() throws {
    try withFolder { folder in
      func write(_ name: String, _ text: String) throws {
        try Data(text.utf8).write(to: folder.appendingPathComponent(name))
      }
      let map = folder.appendingPathComponent("map.yaml").path
      let tables = folder.appendingPathComponent("tables")
      try FileManager.default.createDirectory(at: tables, withIntermediateDirectories: true)
      try write("map.yaml", "map: m\nfiles: [{posts: {id: 编号, name: 岗位}, holders: {post: 编号, name: 姓名}}]\n")
      try write("tables/a.csv", "编号,岗位,姓名\nP1,局长,待定\n")
      let watched = try Background(
        ["check", tables.path, "--map", map, "--watch", "--lang", "en", "--select", "TMP,DAT"], in: folder)
      defer { watched.kill() }
      #expect(watched.waitFor("nothing found", times: 1))
      // A lock file is nobody's business, a new table is.
      try write("tables/.~lock.b.xlsx#", "x")
      usleep(800_000)
      #expect(watched.count("remit check") == 1)
      var writer = try WorkbookWriter(path: tables.appendingPathComponent("b.xlsx").path)
      let sheet = try writer.addSheet("b")
      for (row, texts) in [["编号", "岗位", "姓名"], ["p1", "科长", "某甲"]].enumerated() {
        for (column, text) in texts.enumerated() {
          try writer.write(.text(text), at: CellPlace(row: row + 1, column: column + 1), on: sheet)
        }
      }
      try writer.close()
      #expect(watched.waitFor("DAT001", times: 1))
      #expect(watched.interrupt() != nil)
    }
  }

  @Test func needsFiles() throws {
    let run = try Run(["check", "-", "--watch", "--lang", "en"], input: Data(Self.good.utf8))
    #expect(run.status == 2)
    #expect(run.complaint.contains("--watch needs files"))
    #expect(try Run(["check", "x.yaml", "--watch", "--select", "NOPE1"]).status == 2)
  }
}

/// The program while it runs.
private final class Background {
  private let process = Process()
  private let out: URL
  private let err: URL

  init(_ arguments: [String], in folder: URL) throws {
    out = FileManager.default.temporaryDirectory.appendingPathComponent("remit-out-" + UUID().uuidString)
    err = FileManager.default.temporaryDirectory.appendingPathComponent("remit-err-" + UUID().uuidString)
    process.executableURL = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
      .deletingLastPathComponent().appendingPathComponent("remit")
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = ProcessInfo.processInfo.environment.merging(["LC_ALL": "C.UTF-8"]) { $1 }
    for url in [out, err] { try Data().write(to: url) }
    process.standardOutput = try FileHandle(forWritingTo: out)
    process.standardError = try FileHandle(forWritingTo: err)
    process.standardInput = FileHandle.nullDevice
    try process.run()
  }

  var output: String { (try? String(contentsOf: out, encoding: .utf8)) ?? "" }
  private var complaint: String { (try? String(contentsOf: err, encoding: .utf8)) ?? "" }

  func count(_ text: String) -> Int { output.components(separatedBy: text).count - 1 }

  /// False after half a minute without it.
  func waitFor(_ text: String, times: Int) -> Bool { wait { count(text) >= times } }

  func waitForComplaint(_ text: String, times: Int) -> Bool {
    wait { complaint.components(separatedBy: text).count - 1 >= times }
  }

  private func wait(_ isThere: () -> Bool) -> Bool {
    for _ in 0..<600 {
      if isThere() { return true }
      usleep(50_000)
    }
    return false
  }

  /// Ctrl-C; the exit status, or nil where a signal ended it.
  func interrupt() -> Int32? {
    process.interrupt()
    guard wait({ !process.isRunning }) else { return nil }
    return process.terminationReason == .exit ? process.terminationStatus : nil
  }

  func kill() {
    if process.isRunning { _ = Glibc.kill(process.processIdentifier, SIGKILL) }
    for url in [out, err] { try? FileManager.default.removeItem(at: url) }
  }
}
