import RemitInspection
import RemitModel

/// Evidence as lines of text: links that follow one another are one path.
package struct EvidenceText: Sendable {
  let language: Language

  package init(language: Language) { self.language = language }

  /// One line for each path of a finding's proof, links joined at either end, then one for each entity that stands alone
  /// and is not a subject of the finding already.
  package func lines(of finding: Finding) -> [String] {
    let chart = finding.chart
    var lines = lines(finding.ties, in: chart)
    if finding.alone.isEmpty { return lines }
    let told = Set(finding.entities).union(finding.ties.flatMap { [$0.from, $0.to] })
    for entity in finding.alone where !told.contains(entity) {
      let key = chart.kind(of: entity) + ":" + chart.key(of: entity)
      lines.append(name(chart.name(of: entity)) + " (" + TerminalText.safe(key, limit: 80) + ")")
    }
    return lines
  }

  /// One line for each path, links joined at either end.
  package func lines(_ ties: [Tie], in chart: Chart) -> [String] { lines(ties) { name(chart.name(of: $0)) } }

  /// One line for each path, links joined at either end.
  package func lines(_ links: [EvidenceLink]) -> [String] {
    let subjects = links.flatMap { [$0.from, $0.to] }
    let names = Dictionary(subjects.map { ($0.entity, name($0.name)) }) { first, _ in first }
    return lines(links.map { Tie(from: $0.from.entity, bond: $0.bond, to: $0.to.entity, present: $0.present) }) {
      names[$0] ?? ""
    }
  }

  private func lines(_ ties: [Tie], _ name: (Entity) -> String) -> [String] {
    var lines: [String] = []
    var path: (start: Entity, end: Entity, text: String)?
    for tie in ties {
      if let known = path, known.end == tie.from {
        path = (known.start, tie.to, known.text + arrow(tie) + name(tie.to))
      } else if let known = path, known.start == tie.to, climbs(tie.bond) {
        path = (tie.from, known.end, name(tie.from) + arrow(tie) + known.text)
      } else {
        if let path { lines.append(path.text) }
        path = (tie.from, tie.to, name(tie.from) + arrow(tie) + name(tie.to))
      }
    }
    if let path { lines.append(path.text) }
    return lines
  }

  /// Whether a link leads upwards, so that what is below it may be told before it.
  private func climbs(_ bond: Bond) -> Bool {
    switch bond {
    case .reportsTo, .dottedTo, .sitsIn, .answersTo: true
    default: false
    }
  }

  private func name(_ name: Localized) -> String { TerminalText.safe(name[language], limit: 80) }

  private func arrow(_ tie: Tie) -> String {
    let label = tie.bond.label[language]
    guard !tie.present else { return " ─\(label)→ " }
    return language == .chinese ? " ╌缺：\(label)╌> " : " ╌missing: \(label)╌> "
  }
}
