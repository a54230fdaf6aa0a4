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

  func validate() throws {
    if strictBaseline, baseline == nil { throw ValidationError("--strict-baseline needs --baseline.") }
    if writeBaseline == "-" { throw ValidationError("--write-baseline needs a file.") }
  }

  /// The file that is read, if any.
  var files: [String] { baseline.map { [$0] } ?? [] }

  /// Refuses to write the baseline on top of what is read, or where a report goes. An old baseline may be replaced.
  ///
  /// - Throws: the exit status 2, after saying so.
  func checkApart(_ inputs: [String], reports: [String], _ language: Language) throws {
    guard let writeBaseline else { return }
    let identity = FileIdentity(writeBaseline)
    if inputs.contains(where: { $0 != "-" && FileIdentity($0) == identity }) {
      throw Failure.usage(
        Localized(
          zh: "基线会覆盖输入文件 \(writeBaseline)", en: "the baseline would overwrite \(writeBaseline), which is read"),
        language: language)
    }
    if reports.contains(where: { FileIdentity($0) == identity }) {
      throw Failure.usage(
        Localized(
          zh: "基线和报告写到同一个文件 \(writeBaseline)", en: "the baseline and a report go to one file, \(writeBaseline)"),
        language: language)
    }
  }

  /// The baseline, if one is named.
  ///
  /// - Throws: the exit status 2, after naming every problem of the file.
  func read(_ language: Language) throws -> Baseline? {
    guard let baseline else { return nil }
    do throws(Problems) {
      return try BaselineFile.read(path: baseline)
    } catch {
      throw Failure.input(error, language: language)
    }
  }

  /// Marks the findings that are known. Where a new baseline is asked for, writes it, and marks what it holds.
  ///
  /// - Throws: the exit status 2, after saying why the file cannot be written.
  func mark(_ checked: inout [CheckedChart], _ baseline: Baseline?, _ language: Language) throws {
    var findings = checked.map { (chart: $0.chart, findings: $0.findings) }
    let new = writeBaseline.map { _ in Baseline(findings) }
    let unmet = baseline?.apply(to: &findings) ?? []
    if let new, let writeBaseline {
      try Output(path: writeBaseline).write(new.text, language: language)
      _ = new.apply(to: &findings)
      tellOfWriting(new.entries.count, writeBaseline, language)
    }
    for index in checked.indices {
      checked[index].findings = findings[index].findings
      checked[index].isCompared = baseline != nil || new != nil
    }
    for entry in unmet {
      let place = checked.firstIndex { $0.chart.key == entry.chart && Self.wasSought(entry, $0) }
      if let place { checked[place].fixed.append(entry) }
    }
  }

  /// An entry whose rule was left out says nothing; one whose rule is no more can never be found again.
  private static func wasSought(_ entry: Baseline.Entry, _ checked: CheckedChart) -> Bool {
    checked.rules.contains { $0.code == entry.code } || Catalogue.rule(entry.code) == nil
  }

  // MARK: What is told

  private func tellOfWriting(_ count: Int, _ path: String, _ language: Language) {
    let path = TerminalText.safe(path)
    Console.complain(
      language == .chinese
        ? "已将 \(count) 项发现写入基线 \(path)\n"
        : "\(count) finding" + (count == 1 ? "" : "s") + " written to the baseline \(path)\n")
  }

  /// Where the baseline is strict, names the entries that are already fixed on standard error.
  func tellOfFixed(_ checked: [CheckedChart], _ language: Language) {
    let fixed = checked.flatMap(\.fixed)
    guard strictBaseline, !fixed.isEmpty else { return }
    let path = TerminalText.safe(baseline ?? "")
    let lines = fixed.map { entry in
      let words = [entry.code, entry.name, entry.chart] + entry.subjects
      return path + ": " + (language == .chinese ? "已不存在：" : "already fixed: ")
        + words.map { TerminalText.safe($0) }.joined(separator: " ") + "\n"
    }
    let count = fixed.count
    Console.complain(
      lines.joined()
        + (language == .chinese
          ? "基线中有 \(count) 项已不存在；请用 --write-baseline 重新写出\n"
          : "\(count) finding" + (count == 1 ? " of the baseline is" : "s of the baseline are")
            + " already fixed; write it anew with --write-baseline\n"))
  }
}
