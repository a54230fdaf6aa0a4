import Foundation
import Glibc
import RemitDrawing
import RemitExport
import RemitInspection
import RemitIntake
import RemitModel
import RemitReports
import RemitRules

/// Does the same work again and again in one process, to see whether memory stays as it is.
struct MemoryRun {
  /// What is repeated.
  enum Work: String, CaseIterable {
    /// Read, all rules, every report.
    case checks
    /// One view as SVG, with its findings; the views in turn.
    case draws
    /// Written as a workbook, as a database and as a folder of tables, and read again.
    case conversions
  }

  let chart: String

  /// Bytes that the process holds after a fifth of the rounds and after all of them.
  ///
  /// - Parameter rounds: at least 5; the first fifth fills caches.
  func measure(_ work: Work, rounds: Int) throws -> (early: Int, late: Int) {
    var early = 0
    for round in 1...rounds {
      switch work {
      case .checks: try check()
      case .draws: try draw(View.allCases[round % View.allCases.count])
      case .conversions: try convert()
      }
      if round == rounds / 5 { early = Self.heldBytes }
    }
    return (early, Self.heldBytes)
  }

  /// What was taken from the allocator and not given back, over all of its arenas; 0 where the allocator does not tell.
  ///
  /// From the totals at the end of what `malloc_info` (glibc) writes, which Swift's module of glibc leaves out.
  private static var heldBytes: Int {
    typealias Inform = @convention(c) (Int32, UnsafeMutablePointer<FILE>) -> Int32
    var text: UnsafeMutablePointer<CChar>?
    var length = 0
    guard let symbol = dlsym(nil, "malloc_info"), let stream = open_memstream(&text, &length) else { return 0 }
    defer { free(text) }
    let status = unsafeBitCast(symbol, to: Inform.self)(0, stream)
    guard fclose(stream) == 0, status == 0, let text else { return 0 }
    let totals = String(cString: text).components(separatedBy: "</heap>").last ?? ""
    func size(_ kind: String) -> Int {
      let start = totals.components(separatedBy: "type=\"\(kind)\"").dropFirst().first ?? ""
      let number = start.components(separatedBy: "size=\"").dropFirst().first ?? ""
      return Int(number.prefix { $0 != "\"" }) ?? 0
    }
    return size("current") + size("mmap") - size("fast") - size("rest")
  }

  private func check() throws {
    let checked = CheckedChart(try ChartReader().read(path: chart), by: Inspector(rules: Catalogue.rules))
    var options = ReportOptions(language: .english)
    options.rules = Catalogue.rules
    let length = ReportFormat.allCases.reduce(0) { $0 + $1.report([checked], options).utf8.count }
    precondition(length > 0, "every report says something")
  }

  private func draw(_ view: View) throws {
    let chart = try ChartReader().read(path: chart)
    var options = DrawingOptions(view: view, language: .english)
    options.findings = Inspector(rules: Catalogue.rules).inspect(chart)
    _ = try Drawing(chart, options).render(.svg)
  }

  private func convert() throws {
    let chart = try ChartReader().read(path: chart)
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("remit-bench-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    for (format, name) in [(ChartFormat.xlsx, "chart.xlsx"), (.sqlite, "chart.sqlite"), (.csv, "chart")] {
      let path = folder.appendingPathComponent(name)
      try FileManager.default.createDirectory(at: format.isFolder ? path : folder, withIntermediateDirectories: true)
      for file in try format.files(chart) {
        try Data(file.bytes).write(to: file.name.map { path.appendingPathComponent($0) } ?? path)
      }
      var reader = ChartReader()
      reader.options.against = []
      reader.options.searchRoots = ["."]
      _ = try reader.read(path: path.path)
    }
  }
}
