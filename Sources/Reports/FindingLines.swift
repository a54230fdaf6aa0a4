import RemitInspection
import RemitModel
import RemitSource

/// Findings as JSON Lines, with the keys and values of `FindingsJSON` in the order of their keys.
struct FindingLines {
  /// The chart that findings are of. A class, since each of them has it.
  private final class Source: Sendable {
    let chart: Chart
    let key: String
    /// Whether no two documents are called the same, so that two places are two locations.
    let hasDistinctDocuments: Bool

    init(_ chart: Chart) {
      self.chart = chart
      key = chart.key
      let documents = chart.sources.documents
      hasDistinctDocuments = Set(documents.map { [$0.path, $0.sheet ?? ""] }).count == documents.count
    }
  }

  /// How many bytes most findings take.
  private static let usualSize = 2048

  let language: Language

  /// All findings, in order, each on its line. Written on all cores; O(length).
  func blocks(_ checked: [CheckedChart]) -> [[UInt8]] {
    let parts = Self.parts(checked)
    return ParallelText.blocks(count: parts.last?.range.upperBound ?? 0) { lines($0, of: parts) }
  }

  /// The same, handed on block by block as it is written; false where the sink has stopped.
  func forEachBlock(_ checked: [CheckedChart], _ sink: @escaping @Sendable ([UInt8]) -> Bool) -> Bool {
    let parts = Self.parts(checked)
    return ParallelText.forEachBlock(count: parts.last?.range.upperBound ?? 0, { lines($0, of: parts) }, sink)
  }

  private func lines(_ range: Range<Int>, of parts: [Part]) -> [UInt8] {
    var line = JSONLine(room: range.count * Self.usualSize)
    write(range, of: parts, to: &line) { $0.end() }
    return line.bytes
  }

  /// All findings, in order, as the items of a list that stands in the outermost object. Written on all cores; O(length).
  func items(_ checked: [CheckedChart]) -> [[UInt8]] {
    let parts = Self.parts(checked)
    let count = parts.last?.range.upperBound ?? 0
    return ParallelText.blocks(count: count) { range in
      var line = JSONLine(depth: 2, room: range.count * Self.usualSize)
      write(range, of: parts, to: &line) { _ in }
      if range.upperBound < count { line.endBlock() }
      return line.bytes
    }
  }

  /// The findings of one chart, and their places among those of all charts.
  private typealias Part = (source: Source, findings: [Finding], range: Range<Int>)

  private static func parts(_ checked: [CheckedChart]) -> [Part] {
    var end = 0
    return checked.map { checked in
      let start = end
      end += checked.findings.count
      return (Source(checked.chart), checked.findings, start..<end)
    }
  }

  private func write(_ range: Range<Int>, of parts: [Part], to line: inout JSONLine, end: (inout JSONLine) -> Void) {
    for part in parts where part.range.overlaps(range) {
      line.forgetPieces()
      let (source, chart) = (part.source, part.source.chart)
      for place in part.range.clamped(to: range) {
        let finding = part.findings[place - part.range.lowerBound]
        line.reserve(Self.glance(at: finding, chart))
        write(finding, chart, source, to: &line)
        end(&line)
      }
    }
  }

  /// About how many bytes the ids and names of a finding have.
  private static func glance(at finding: Finding, _ chart: Chart) -> Int {
    var count = 0
    for tie in finding.ties { count &+= chart.glance(at: tie.from) &+ chart.glance(at: tie.to) }
    for tie in finding.context { count &+= chart.glance(at: tie.from) &+ chart.glance(at: tie.to) }
    for entity in finding.entities { count &+= chart.glance(at: entity) }
    return count
  }

  private func write(_ finding: Finding, _ chart: Chart, _ source: Source, to line: inout JSONLine) {
    line.object { line in
      line.member("chart", source.key)
      line.key("clauses")
      line.list(finding.clauses) { $0.text($1.key) }
      line.member("code", finding.code)
      line.member("defect", finding.defect.rawValue)
      line.key("evidence")
      line.object { line in
        line.key("alone")
        line.list(finding.alone) { write($1, of: chart, to: &$0) }
        line.key("context")
        line.list(finding.context) { write($1, of: chart, to: &$0) }
        line.key("links")
        line.list(finding.ties) { write($1, of: chart, to: &$0) }
      }
      line.member("fingerprint", hexadecimal: finding.fingerprintNumber)
      line.member("message", finding.message[language])
      line.member("name", finding.name)
      line.key("places")
      writePlaces(of: finding, source, to: &line)
      switch finding.state {
      case .open, .baselined: break
      case .waived(let why), .suppressed(let why): line.member("reason", why[language])
      }
      line.member("severity", finding.severity.rawValue)
      line.member("state", finding.state.word)
      line.key("subjects")
      line.list(finding.entities) { write($1, of: chart, to: &$0) }
      if let suggestion = finding.suggestion { line.member("suggestion", suggestion[language]) }
    }
  }

  private func writePlaces(of finding: Finding, _ source: Source, to line: inout JSONLine) {
    guard source.hasDistinctDocuments, let places = finding.placesInChart else {
      line.list(finding.places) { write($1, to: &$0) }
      return
    }
    line.list(places) { write($1, of: source.chart, to: &$0) }
  }

  private func write(_ entity: Entity, of chart: Chart, to line: inout JSONLine) {
    let (kind, row): (UInt64, Int32)
    switch entity {
    case .jurisdiction(let id): (kind, row) = (1, id.raw)
    case .organization(let id): (kind, row) = (2, id.raw)
    case .post(let id): (kind, row) = (3, id.raw)
    case .person(let id): (kind, row) = (4, id.raw)
    case .duty(let id): (kind, row) = (5, id.raw)
    case .oversight, .conflict, .waiver, .suppression, .clause, .role: return writeAnew(entity, of: chart, to: &line)
    }
    line.piece(Self.piece(kind, row)) { writeAnew(entity, of: chart, to: &$0) }
  }

  // Rows differ in the lowest bits, and so do the kinds of one row.
  private static func piece(_ kind: UInt64, _ row: Int32) -> UInt64 { UInt64(UInt32(bitPattern: row)) << 3 | kind }

  private func writeAnew(_ entity: Entity, of chart: Chart, to line: inout JSONLine) {
    line.object { line in
      line.key("id")
      chart.withKey(of: entity) { line.text($0) }
      line.member("kind", chart.kind(of: entity))
      line.key("name")
      writeName(entity, chart, to: &line)
    }
  }

  // Tables hold their texts as bytes, of which no strings need be made.

  private func writeName(_ entity: Entity, _ chart: Chart, to line: inout JSONLine) {
    switch entity {
    case .jurisdiction(let id): write(chart.jurisdictions.name, id, to: &line)
    case .organization(let id): write(chart.organizations.name, id, to: &line)
    case .post(let id): write(chart.posts.name, id, to: &line)
    case .person(let id): write(chart.persons.name, id, to: &line)
    case .duty(let id): write(chart.duties.title, id, to: &line)
    case .oversight, .conflict, .waiver, .suppression, .clause, .role: line.text(chart.name(of: entity)[language])
    }
  }

  private func write<Row>(_ names: LocalizedColumn<Row>, _ id: ID<Row>, to line: inout JSONLine) {
    if language == .english && names.hasEnglish {
      line.text(names[id, .english])
    } else {
      names.zh.withUTF8(of: id) { line.text($0) }
    }
  }

  private func write(_ tie: Tie, of chart: Chart, to line: inout JSONLine) {
    line.object { line in
      line.member("bond", tie.bond.word)
      line.key("from")
      write(tie.from, of: chart, to: &line)
      if chart.sources.documents.indices.contains(Int(tie.place.document)) {
        line.key("place")
        write(tie.place, of: chart, to: &line)
      }
      line.member("present", tie.present)
      line.key("to")
      write(tie.to, of: chart, to: &line)
    }
  }

  /// The location of a place in one of the chart's documents.
  private func write(_ place: Place, of chart: Chart, to line: inout JSONLine) {
    line.object { line in
      line.member("column", Int(place.column))
      line.member("line", Int(place.line))
      line.key("path")
      line.piece(Self.piece(6, Int32(place.document))) { $0.text(chart.sources.documents[Int(place.document)].path) }
      if let sheet = chart.sources.documents[Int(place.document)].sheet { line.member("sheet", sheet) }
    }
  }

  private func write(_ location: Location, to line: inout JSONLine) {
    line.object { line in
      line.member("column", location.column)
      line.member("line", location.line)
      line.member("path", location.path)
      if let sheet = location.sheet { line.member("sheet", sheet) }
    }
  }
}
