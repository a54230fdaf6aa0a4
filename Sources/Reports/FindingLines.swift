import RemitInspection
import RemitModel
import RemitSource

/// Findings as JSON Lines, with the keys and values of `FindingsJSON` in the order of their keys.
struct FindingLines {
  let language: Language

  /// All findings, in order, each on its line. Written on all cores; O(length).
  func blocks(_ checked: [CheckedChart]) -> [[UInt8]] {
    let findings = checked.flatMap { checked in checked.findings.map { (finding: $0, chart: checked.chart.key) } }
    return ParallelText.blocks(count: findings.count) { range in
      var line = JSONLine()
      for item in findings[range] {
        write(item.finding, of: item.chart, to: &line)
        line.end()
      }
      return line.bytes
    }
  }

  /// All findings, in order, as the items of a list that stands in the outermost object. Written on all cores; O(length).
  func items(_ checked: [CheckedChart]) -> [[UInt8]] {
    let findings = checked.flatMap { checked in checked.findings.map { (finding: $0, chart: checked.chart.key) } }
    return ParallelText.blocks(count: findings.count) { range in
      var line = JSONLine(depth: 2)
      for item in findings[range] { write(item.finding, of: item.chart, to: &line) }
      if range.upperBound < findings.count { line.endBlock() }
      return line.bytes
    }
  }

  private func write(_ finding: Finding, of chart: String, to line: inout JSONLine) {
    line.object { line in
      line.member("chart", chart)
      line.key("clauses")
      line.list(finding.clauses) { $0.text($1.key) }
      line.member("code", finding.code)
      line.member("defect", finding.defect.rawValue)
      line.key("evidence")
      line.object { line in
        line.key("alone")
        line.list(finding.alone) { write($1, of: finding.chart, to: &$0) }
        line.key("context")
        line.list(finding.context) { write($1, of: finding.chart, to: &$0) }
        line.key("links")
        line.list(finding.ties) { write($1, of: finding.chart, to: &$0) }
      }
      line.member("fingerprint", finding.fingerprint)
      line.member("message", finding.message[language])
      line.member("name", finding.name)
      line.key("places")
      line.list(finding.places) { write($1, to: &$0) }
      switch finding.state {
      case .open, .baselined: break
      case .waived(let why), .suppressed(let why): line.member("reason", why[language])
      }
      line.member("severity", finding.severity.rawValue)
      line.member("state", finding.state.word)
      line.key("subjects")
      line.list(finding.entities) { write($1, of: finding.chart, to: &$0) }
      if let suggestion = finding.suggestion { line.member("suggestion", suggestion[language]) }
    }
  }

  private func write(_ entity: Entity, of chart: Chart, to line: inout JSONLine) {
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
      if let place = chart.sources.location(of: tie.place) {
        line.key("place")
        write(place, to: &line)
      }
      line.member("present", tie.present)
      line.key("to")
      write(tie.to, of: chart, to: &line)
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
