import FoundationEssentials
import RemitInspection
import RemitModel
import RemitSource

/// Findings as one JSON object, for programs. Its keys and their meaning are stable.
///
/// `charts` holds, for each chart: `id`, `title`, `as-of`, `regulations`, and its `summary`: `defects` (counts of open
/// findings by defect and severity), `organizations` and `posts` (the worst hit, each `id`, `name` and counts by
/// severity), `coverage` (for each regulation `met`, `waived` and `missing` requirements in all, by chapter and by kind)
/// and `command` (Krackhardt's dimensions; one that would take too long is missing). `findings` holds, for each finding: `chart`,
/// `code`, `name`, `defect`, `severity`, `subjects` (each `kind`, `id`, `name`; the finding is filed under the first),
/// `message`, `places` (each `path`, `line`, `column`, and `sheet` in a workbook), `evidence` (`links`, each `from`,
/// `bond`, `to`, `present`, and its `place`; `alone`; `context`, links that prove nothing), `clauses`
/// (`regulation:number`), `fingerprint`, `state` (`open`, `waived`, `suppressed`, `baselined`) with the `reason` of the
/// middle two, and `suggestion`. `summary` counts them.
public struct FindingsJSON: Sendable {
  private let language: Language

  /// Names and messages are written in the language.
  public init(language: Language) { self.language = language }

  /// The whole object for one or more charts, keys sorted, ending in a line break.
  public func report(_ checked: [CheckedChart]) -> String { ParallelText.joined(blocks(checked)) }

  /// The bytes of the whole object.
  func blocks(_ checked: [CheckedChart]) -> [[UInt8]] {
    let all = checked.flatMap(\.findings)
    let open = all.filter { $0.state == .open }
    func count(_ word: String) -> Int { all.count { $0.state.word == word } }
    let report = Report(
      format: 1,
      charts: checked.map { checked in
        Header(
          id: checked.chart.key, title: checked.chart.title[language], asOf: checked.chart.asOf?.description,
          regulations: checked.chart.regulations.map(\.key), summary: SummaryItem(Summary(checked), language))
      },
      findings: [],
      summary: Totals(
        open: open.count, waived: count("waived"), suppressed: count("suppressed"), baselined: count("baselined"),
        severities: Self.counts(Severity.allCases) { severity in open.count { $0.severity == severity } },
        defects: Self.counts(Defect.allCases) { defect in open.count { $0.defect == defect } }))
    return JSONText.encode(report, key: "findings", depth: 1, items: FindingLines(language: language).items(checked))
  }

  /// JSON Lines: each finding as an object on a line of its own, as in `findings` of the whole object.
  public func lines(_ checked: [CheckedChart]) -> String {
    ParallelText.joined(FindingLines(language: language).blocks(checked))
  }

  private static func counts<Word: RawRepresentable<String>>(_ words: [Word], _ count: (Word) -> Int) -> [String: Int] {
    Dictionary(uniqueKeysWithValues: words.map { ($0.rawValue, count($0)) })
  }
}

private struct Report: Encodable {
  let format: Int
  let charts: [Header]
  /// Empty; the findings are written by themselves.
  let findings: [String]
  let summary: Totals
}

private struct Header: Encodable {
  let id: String
  let title: String
  let asOf: String?
  let regulations: [String]
  let summary: SummaryItem

  enum CodingKeys: String, CodingKey {
    case id, title, regulations, summary
    case asOf = "as-of"
  }
}

private struct Totals: Encodable {
  let open: Int
  let waived: Int
  let suppressed: Int
  let baselined: Int
  let severities: [String: Int]
  let defects: [String: Int]
}

extension Bond {
  /// The word in files.
  package var word: String {
    switch self {
    case .reportsTo: "reports-to"
    case .dottedTo: "dotted-to"
    case .inChargeOf: "in-charge-of"
    case .sitsIn: "sits-in"
    case .partOf: "part-of"
    case .holds: "holds"
    case .letter(let letter): letter.key
    case .oversight(let kind): kind.rawValue
    case .feeds: "feeds"
    case .adopts: "adopts"
    case .restsOn: "rests-on"
    case .fills: "fills"
    case .requiredBy: "required-by"
    case .overlaps: "overlaps"
    case .answersTo: "answers-to"
    }
  }
}
