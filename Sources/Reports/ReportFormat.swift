import RemitInspection
import RemitModel

/// A form in which the findings of a check are written.
public enum ReportFormat: String, Sendable, CaseIterable {
  /// For people at a terminal.
  case text
  /// One JSON object.
  case json
  /// JSON Lines: one finding a line.
  case jsonl
  /// The Static Analysis Results Interchange Format, version 2.1.0.
  case sarif
  /// Workflow commands that annotate files on GitHub.
  case github
  /// A Code Quality report for GitLab.
  case gitlab
  /// JUnit XML, for what shows tests.
  case junit
  /// A table for spreadsheets.
  case csv
  /// A report in GitHub-flavoured Markdown.
  case markdown
}

/// What a report needs to know beside the findings.
public struct ReportOptions: Sendable {
  /// The language of names and messages.
  public var language: Language
  /// Colours of terminals, in text.
  public var colour = false
  /// How many findings of each rule text shows in full; nil for all.
  public var limit: Int?
  /// Every rule of the program, which SARIF declares.
  public var rules: [Rule] = []
  /// The program's version.
  public var version = ""
  /// The absolute path of the folder that paths in SARIF and code quality reports are relative to; empty to leave them.
  public var folder = ""

  /// Options of a plain report.
  public init(language: Language) { self.language = language }
}

extension ReportFormat {
  /// The whole report on one or more charts, ending in a line break. O(length of the report) beside the facts that its
  /// summary asks for.
  public func report(_ checked: [CheckedChart], _ options: ReportOptions) -> String {
    ParallelText.joined(blocks(checked, options))
  }

  /// The bytes of the report, in blocks that follow one another: those of a long report are not copied into one.
  package func blocks(_ checked: [CheckedChart], _ options: ReportOptions) -> [[UInt8]] {
    switch self {
    case .json: FindingsJSON(language: options.language).blocks(checked)
    case .jsonl: FindingLines(language: options.language).blocks(checked)
    case .sarif: FindingsSARIF(options).blocks(checked)
    case .text, .github, .gitlab, .junit, .csv, .markdown: [Array(text(checked, options).utf8)]
    }
  }

  /// Hands on the bytes of the report in blocks. JSON Lines are handed on while others are still written, so that of many
  /// findings only a few blocks are in memory.
  ///
  /// - Parameter sink: Takes a block, one after the other, on any thread; false to get no more.
  /// - Returns: False where the sink has stopped.
  package func forEachBlock(
    _ checked: [CheckedChart], _ options: ReportOptions, _ sink: @escaping @Sendable ([UInt8]) -> Bool
  ) -> Bool {
    if self == .jsonl { return FindingLines(language: options.language).forEachBlock(checked, sink) }
    return blocks(checked, options).allSatisfy(sink)
  }

  private func text(_ checked: [CheckedChart], _ options: ReportOptions) -> String {
    let language = options.language
    switch self {
    case .text:
      let text = FindingsText(language: language, colour: options.colour, limit: options.limit)
      return checked.map(text.report).joined(separator: "\n")
    case .github: return FindingsGitHub(options).report(checked)
    case .gitlab: return FindingsGitLab(options).report(checked)
    case .junit: return FindingsJUnit(options).report(checked)
    case .csv: return FindingsCSV(language: language).report(checked)
    case .markdown: return FindingsMarkdown(language: language).report(checked)
    case .json, .jsonl, .sarif: return report(checked, options)
    }
  }
}
