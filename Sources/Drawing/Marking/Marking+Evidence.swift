import RemitInspection
import RemitModel

// The links that prove a finding.
extension Marking {
  /// Emphasizes a link of the evidence where the picture has it, else adds it where it has both ends.
  mutating func show(_ link: Tie, of finding: Finding) -> Bool {
    if scene.options.onlyEvidence || (addsBoxes && !link.present && link.bond.belongs(to: .oversight)) {
      addBox(for: link.from)
      addBox(for: link.to)
    }
    guard let from = item(link.from), let to = item(link.to), nodeOf[from] != nodeOf[to]
    else { return false }
    if link.present, let index = edge(from, to, link.bond) {
      add(finding, to: &picture.edges[index].mark)
      picture.edges[index].isEmphasized = true
      if finding.ties.count <= Self.tags { picture.edges[index].isTagged = true }
      return true
    }
    // A ledger has no lines at all.
    guard scene.options.onlyEvidence || (picture.columns.isEmpty && link.bond.belongs(to: scene.options.view)) else {
      return false
    }
    let id =
      (link.present ? "evidence__" : "missing__") + from + "__" + to + "__"
      + link.bond.label.en.replacing(" ", with: "_")
    if let index = added[id] {
      add(finding, to: &picture.edges[index].mark)
      return true
    }
    guard added.count < limit else {
      dropped += 1
      return false
    }
    let word = link.bond.label[scene.language]
    added[id] = picture.edges.count
    // Where nothing else says who stands above, the evidence does, and superiors stand above.
    let isAlone = scene.options.onlyEvidence
    let isTurned = isAlone && link.bond.pointsUpward
    picture.edges.append(
      Picture.Edge(
        id: id, from: isTurned ? to : from, to: isTurned ? from : to, look: link.present ? .evidence : .missing,
        label: link.present ? word : scene.say("缺：\(word)", "missing: \(word)"),
        tooltip: scene.sentence(link.from, word, link.to), isTurned: isTurned, constrains: isAlone,
        mark: Mark(severity: finding.severity, codes: [finding.code]), isTagged: true))
    return true
  }

  /// The item of an entity; for an organization that is a frame, or not there, the post that answers for it.
  private func item(_ entity: Entity) -> String? {
    if let item = items(for: entity).first { return item }
    guard case .organization(let organization) = entity, let head = scene.head(of: organization) else { return nil }
    return items(for: .post(head)).first
  }

  /// The line that shows a link.
  private func edge(_ from: String, _ to: String, _ bond: Bond) -> Int? {
    // Targets that are watched alike share a box, and the box its lines.
    func isEnd(_ end: String, _ item: String) -> Bool { end == item || end == nodeOf[item] }
    return picture.edges.firstIndex { edge in
      let ends = isEnd(edge.from, from) && isEnd(edge.to, to)
      let turned = isEnd(edge.from, to) && isEnd(edge.to, from)
      return switch (bond, edge.look) {
      case (.reportsTo, .command), (.reportsTo, .commandAndCharge), (.dottedTo, .functional): turned
      case (.inChargeOf, .charge), (.inChargeOf, .commandAndCharge): ends
      case (.letter(let wanted), .letter(let letter)): wanted == letter && (ends || turned)
      case (.oversight(let kind), .oversight(let kinds)): kinds.contains(kind) && ends
      case (.partOf, .part): turned
      default: false
      }
    }
  }
}

extension Bond {
  /// Whether its end stands above its beginning in the ranks of a place.
  fileprivate var pointsUpward: Bool {
    switch self {
    case .reportsTo, .dottedTo, .answersTo, .sitsIn, .partOf: true
    default: false
    }
  }

  /// Whether a view gets a line for a link of this kind that it does not have.
  func belongs(to view: View) -> Bool {
    switch (self, view) {
    case (.reportsTo, .chain), (.dottedTo, .chain), (.inChargeOf, .chain), (.answersTo, .chain): true
    case (.oversight(.lead), .chain), (.oversight(.coordinate), .chain): true
    case (.oversight, .oversight), (.feeds, .oversight): true
    case (.letter, .duties), (.letter, .chain), (.overlaps, .duties): true
    default: false
    }
  }
}
