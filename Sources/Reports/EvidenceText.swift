import RemitInspection
import RemitModel

/// Evidence as lines of text: links that follow one another are one path.
package struct EvidenceText: Sendable {
  let language: Language

  package init(language: Language) { self.language = language }

  /// One line for each path, then one for each entity that stands alone and is not `known` to the reader already.
  package func lines(_ evidence: Evidence, known: [Subject]) -> [String] {
    var lines: [String] = []
    var line = ""
    var end: Entity?
    for link in evidence.links {
      if end != link.from.entity {
        if !line.isEmpty { lines.append(line) }
        line = name(link.from)
      }
      line += arrow(link) + name(link.to)
      end = link.to.entity
    }
    if !line.isEmpty { lines.append(line) }
    let told = Set(known.map(\.entity)).union(evidence.links.flatMap { [$0.from.entity, $0.to.entity] })
    for subject in evidence.alone where !told.contains(subject.entity) {
      lines.append(name(subject) + " (" + PlainText.safe(subject.key, limit: 80) + ")")
    }
    return lines
  }

  private func name(_ subject: Subject) -> String { PlainText.safe(subject.name[language], limit: 80) }

  private func arrow(_ link: EvidenceLink) -> String {
    let label = link.bond.label[language]
    guard !link.present else { return " ─\(label)→ " }
    return language == .chinese ? " ╌缺：\(label)╌> " : " ╌missing: \(label)╌> "
  }
}
