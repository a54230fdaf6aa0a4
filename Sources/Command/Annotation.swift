import ArgumentParser
import RemitInspection
import RemitIntake
import RemitModel
import RemitReports
import RemitSource
import RemitWorkbook

/// A workbook given back with its cells marked: what is wrong with each, as a fill and a comment, and a list of all at
/// the end.
struct Annotation {
  let path: String
  let output: String
  let language: Language

  /// Marks what was found. Findings that are waived, suppressed or known count too, as notes.
  ///
  /// - Throws: the exit status 2, after saying why the workbook cannot be written.
  func write(_ checked: [CheckedChart]) throws {
    let entries = checked.flatMap(\.findings).map { finding in
      let level: CellMark.Level =
        switch (finding.state, finding.severity) {
        case (.open, .error): .error
        case (.open, .warning): .warning
        default: .note
        }
      var text = finding.message[language]
      if let suggestion = finding.suggestion?[language] { text += "\n→ " + suggestion }
      return Entry(place: finding.firstPlace, level: level, title: "\(finding.code) \(finding.name)", text: text)
    }
    try write(entries)
  }

  /// Marks what keeps a chart from being read.
  ///
  /// - Throws: the exit status 2, after saying why the workbook cannot be written.
  func write(_ problems: Problems) throws {
    try write(
      problems.problems.map { problem in
        let text = problem.message[language] + (problem.suggestion.map { "\n→ " + $0[language] } ?? "")
        return Entry(
          place: problem.location, level: .error, title: language == .chinese ? "数据错误" : "unusable input", text: text)
      })
  }

  private struct Entry {
    var place: Location?
    var level: CellMark.Level
    var title: String
    var text: String

    func mark(in path: String) -> CellMark? {
      guard let place, place.path == path, let sheet = place.sheet else { return nil }
      return CellMark(
        sheet: sheet, place: CellPlace(row: max(place.line, 1), column: max(place.column, 1)), level: level,
        text: title + "\n" + text)
    }

    func row(_ language: Language) -> [String] {
      let levels = language == .chinese ? ["提示", "警告", "错误"] : ["note", "warning", "error"]
      let cell = place.map { CellPlace(row: max($0.line, 1), column: max($0.column, 1)).description } ?? ""
      return [place?.sheet ?? "", cell, levels[level.rawValue], title, text]
    }
  }

  private func write(_ entries: [Entry]) throws {
    let columns =
      language == .chinese ? ["工作表", "单元格", "级别", "规则", "说明"] : ["sheet", "cell", "level", "rule", "what is wrong"]
    let list = AddedSheet(
      name: language == .chinese ? "发现" : "Findings", columns: columns, rows: entries.map { $0.row(language) })
    do throws(WorkbookError) {
      let done = try WorkbookAnnotator(author: "Remit").annotate(
        path, marks: entries.compactMap { $0.mark(in: path) }, adding: list, to: output)
      let name = TerminalText.safe(output)
      Console.complain(
        language == .chinese
          ? "已在 \(name) 标出 \(done.cellCount) 个单元格\n"
          : "\(done.cellCount) cell" + (done.cellCount == 1 ? "" : "s") + " marked in \(name)\n")
    } catch {
      throw Failure.usage(WorkbookMessages.text(error), language: language)
    }
  }
}
