import CMachine
import Foundation
import RemitInspection
import RemitIntake
import RemitModel
import RemitReports
import RemitRules

/// The whole job in a process of its own: read, check with all rules, write the findings as JSON Lines to nowhere.
enum WholeRun {
  /// What the system says of a process that has ended.
  struct Usage {
    let milliseconds: Double
    let peakBytes: Int
    let findings: Int
  }

  /// Does the job in this process, writes the number of findings to a file, and ends.
  static func perform(_ chart: String, against: [String], telling file: URL) throws -> Never {
    // As the program itself does.
    remit_keep_freed_memory()
    var reader = ChartReader()
    reader.options.against = against
    reader.options.searchRoots = ["."]
    let checked = CheckedChart(try reader.read(path: chart), by: Inspector(rules: Catalogue.rules))
    let nowhere = try FileHandle(forWritingTo: URL(fileURLWithPath: "/dev/null"))
    let isWritten = ReportFormat.jsonl.forEachBlock([checked], ReportOptions(language: .english)) { block in
      (try? nowhere.write(contentsOf: block)) != nil
    }
    guard isWritten else { throw CocoaError(.fileWriteUnknown) }
    try Data(String(checked.findings.count).utf8).write(to: file)
    // Like the program itself: what was read is not taken to pieces again.
    withExtendedLifetime(checked) { _exit(0) }
  }

  /// Does the job in a new process.
  ///
  /// - Throws: what kept it from being started or from ending well.
  static func measure(_ chart: String, against: [String]) throws -> Usage {
    let output = FileManager.default.temporaryDirectory.appendingPathComponent("remit-bench-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: output) }
    let program = CommandLine.arguments[0]
    let arguments = [program, "--whole", chart, output.path] + against.flatMap { ["--against", $0] }
    var words: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) } + [nil]
    defer { for word in words { free(word) } }
    let clock = ContinuousClock()
    let start = clock.now
    var process = pid_t()
    let failure = posix_spawn(&process, "/proc/self/exe", nil, nil, &words, environ)
    guard failure == 0 else { throw POSIXError(POSIXErrorCode(rawValue: failure) ?? .EINVAL) }
    var status: Int32 = 0
    var usage = rusage()
    while wait4(process, &status, 0, &usage) < 0 && errno == EINTR {}
    let (seconds, attoseconds) = start.duration(to: clock.now).components
    guard status == 0, let count = Int(try String(contentsOf: output, encoding: .utf8)) else {
      throw CocoaError(.fileReadUnknown)
    }
    return Usage(
      milliseconds: Double(seconds) * 1e3 + Double(attoseconds) / 1e15, peakBytes: Int(usage.ru_maxrss) * 1024,
      findings: count)
  }
}
