import RemitInspection
import RemitModel

/// Evidence as lines of text: links that follow one another are one path.
package struct EvidenceText: Sendable {
  let language: Language

  package init(language: Language) { self.language = language }

  /// One line for each path, links joined at either end, then one for each entity that stands alone and is not `known` to the reader already.
  package func lines(_ evidence: Evidence, known: [Subject]) -> [String] {
    var lines = lines(evidence.links)
    let told = Set(known.map(\.entity)).union(evidence.links.flatMap { [$0.from.entity, $0.to.entity] })
    for subject in evidence.alone where !told.contains(subject.entity) {
      lines.append(name(subject) + " (" + TerminalText.safe(subject.key, limit: 80) + ")")
    }
    return lines
  }

  /// One line for each path, links joined at either end.
  package func lines(_ links: [EvidenceLink]) -> [String] {
    var lines: [String] = []
    var path: (start: Entity, end: Entity, text: String)?
    for link in links {
      if let known = path, known.end == link.from.entity {
        path = (known.start, link.to.entity, known.text + arrow(link) + name(link.to))
      } else if let known = path, known.start == link.to.entity, climbs(link.bond) {
        path = (link.from.entity, known.end, name(link.from) + arrow(link) + known.text)
      } else {
        if let path { lines.append(path.text) }
        path = (link.from.entity, link.to.entity, name(link.from) + arrow(link) + name(link.to))
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

  private func name(_ subject: Subject) -> String { TerminalText.safe(subject.name[language], limit: 80) }

  private func arrow(_ link: EvidenceLink) -> String {
    let label = link.bond.label[language]
    guard !link.present else { return " ─\(label)→ " }
    return language == .chinese ? " ╌缺：\(label)╌> " : " ╌missing: \(label)╌> "
  }
}
