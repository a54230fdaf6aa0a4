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
  public func report(_ checked: [CheckedChart]) -> String {
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
    let findings = checked.flatMap { checked in checked.findings.map { (finding: $0, chart: checked.chart) } }
    return JSONText.encode(report, key: "findings", count: findings.count) { index in
      item(findings[index].finding, of: findings[index].chart)
    }
  }

  /// JSON Lines: each finding as an object on a line of its own, as in `findings` of the whole object.
  public func lines(_ checked: [CheckedChart]) -> String { FindingLines(language: language).text(checked) }

  private static func counts<Word: RawRepresentable<String>>(_ words: [Word], _ count: (Word) -> Int) -> [String: Int] {
    Dictionary(uniqueKeysWithValues: words.map { ($0.rawValue, count($0)) })
  }

  private func item(_ finding: Finding, of chart: Chart) -> Item {
    let reason: String?
    switch finding.state {
    case .open, .baselined: reason = nil
    case .waived(let why), .suppressed(let why): reason = why[language]
    }
    return Item(
      chart: chart.key, code: finding.code, name: finding.name, defect: finding.defect.rawValue,
      severity: finding.severity.rawValue,
      subjects: finding.subjects.map(entity), message: finding.message[language], places: finding.places.map(Spot.init),
      evidence: Proof(
        links: finding.evidence.links.map(link), alone: finding.evidence.alone.map(entity),
        context: finding.evidence.context.map(link)),
      clauses: finding.clauses.map(\.key), fingerprint: finding.fingerprint, state: finding.state.word, reason: reason,
      suggestion: finding.suggestion?[language])
  }

  private func link(_ link: EvidenceLink) -> Link {
    Link(
      from: entity(link.from), bond: link.bond.word, to: entity(link.to), present: link.present,
      place: link.location.map(Spot.init))
  }

  private func entity(_ subject: Subject) -> Thing {
    Thing(kind: subject.kind, id: subject.id, name: subject.name[language])
  }
}

private struct Report: Encodable {
  let format: Int
  let charts: [Header]
  let findings: [Item]
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

private struct Item: Encodable {
  let chart: String
  let code: String
  let name: String
  let defect: String
  let severity: String
  let subjects: [Thing]
  let message: String
  let places: [Spot]
  let evidence: Proof
  let clauses: [String]
  let fingerprint: String
  let state: String
  let reason: String?
  let suggestion: String?
}

private struct Thing: Encodable {
  let kind: String
  let id: String
  let name: String
}

private struct Proof: Encodable {
  let links: [Link]
  let alone: [Thing]
  let context: [Link]
}

private struct Link: Encodable {
  let from: Thing
  let bond: String
  let to: Thing
  let present: Bool
  let place: Spot?
}

private struct Spot: Encodable {
  let path: String
  let sheet: String?
  let line: Int
  let column: Int

  init(_ location: Location) {
    path = location.path
    sheet = location.sheet
    line = location.line
    column = location.column
  }
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
