import ArgumentParser
import RemitInspection
import RemitIntake
import RemitModel
import RemitReports
import RemitRules
import RemitSettings

/// Options that say which findings are known.
struct BaselineOptions: ParsableArguments {
  @Option(
    name: .long, help: ArgumentHelp("Findings in this file are known and do not fail the check.", valueName: "FILE"))
  var baseline: String?

  @Option(
    name: .customLong("write-baseline"),
    help: ArgumentHelp("Write all open findings to this file, and take them as known.", valueName: "FILE"))
  var writeBaseline: String?

  @Flag(name: .customLong("strict-baseline"), help: "Fail when the baseline has findings that are already fixed.")
  var strictBaseline = false

  /// Whether findings are told from those that are known.
  var isGiven: Bool { baseline != nil || writeBaseline != nil }

  func validate() throws {
    if strictBaseline, baseline == nil { throw ValidationError("--strict-baseline needs --baseline.") }
    if writeBaseline == "-" { throw ValidationError("--write-baseline needs a file.") }
  }

  /// Marks the findings that are known, and writes the new baseline.
  ///
  /// - Returns: Whether entries of the baseline are already fixed where that must not be; they are named on standard
  ///   error.
  /// - Throws: the exit status 2, after saying why a file cannot be read or written.
  func mark(
    _ checked: inout [(chart: Chart, findings: [Finding])], settings: [Settings], _ language: Language
  ) throws -> Bool {
    let known = try read(language)
    let open = checked
    let unmet = known?.apply(to: &checked) ?? []
    if let writeBaseline {
      let new = Baseline(open)
      try Output(path: writeBaseline).write(new.text, language: language)
      _ = new.apply(to: &checked)
      let count = new.entries.count
      Console.complain(
        language == .chinese
          ? "已将 \(count) 项发现写入基线 \(TerminalText.safe(writeBaseline))\n"
          : "\(count) finding" + (count == 1 ? "" : "s")
            + " written to the baseline \(TerminalText.safe(writeBaseline))\n")
    }
    guard strictBaseline else { return false }
    let fixed = unmet.filter { entry in
      zip(checked, settings).contains { $0.chart.key == entry.chart && Self.wasSought(entry, $0.chart, $1) }
    }
    if !fixed.isEmpty { Console.complain(Self.text(fixed, baseline ?? "", language)) }
    return !fixed.isEmpty
  }

  private func read(_ language: Language) throws -> Baseline? {
    guard let baseline else { return nil }
    do throws(Problems) {
      return try BaselineFile.read(path: baseline)
    } catch {
      throw Failure.input(error, language: language)
    }
  }

  /// An entry whose rule was left out says nothing; one whose rule is no more can never be found again.
  private static func wasSought(_ entry: Baseline.Entry, _ chart: Chart, _ settings: Settings) -> Bool {
    Catalogue.rule(entry.code).map { settings.canFind($0) } ?? true
  }

  private static func text(_ fixed: [Baseline.Entry], _ path: String, _ language: Language) -> String {
    let lines = fixed.map { entry in
      let words = [entry.code, entry.name, entry.chart] + entry.subjects
      return TerminalText.safe(path) + ": "
        + (language == .chinese ? "已不存在：" : "already fixed: ")
        + words.map { TerminalText.safe($0) }.joined(separator: " ") + "\n"
    }
    let count = fixed.count
    return lines.joined()
      + (language == .chinese
        ? "基线中有 \(count) 项已不存在；请用 --write-baseline 重新写出\n"
        : "\(count) finding" + (count == 1 ? "" : "s")
          + " of the baseline already fixed; write it anew with --write-baseline\n")
  }
}
