import RemitModel

extension Picture {
  /// Keeps what is marked, and what marked lines tie together.
  mutating func keepMarked() {
    edges = edges.filter { $0.mark != nil }
    let ends = Set(edges.flatMap { [$0.from, $0.to] })
    nodes = nodes.compactMap { node in
      var node = node
      var isKept = node.mark != nil || ends.contains(node.id)
      if case .card(var card) = node.body {
        let rows = card.rows.filter { $0.mark != nil || ends.contains($0.id) }
        isKept = isKept || !rows.isEmpty
        card.hiddenRows += card.rows.count - rows.count
        card.rows = rows
        node.body = .card(card)
      }
      return isKept ? node : nil
    }
    dropUntiedLetters()
    dropEmptyClusters()
    let left = Set(nodes.map(\.id))
    ranks = ranks.map { $0.filter(left.contains) }
    columns = []
  }
}

extension Scene {
  /// A box for anything that evidence speaks of; nil for what only links are made of.
  func evidenceBox(_ entity: Entity) -> Picture.Node? {
    switch entity {
    case .post(let id): return box(id)
    case .organization(let id): return box(id)
    case .duty(let id): return box(id)
    case .jurisdiction(let id): return reference(entity, id: names[id], .jurisdiction)
    case .person(let id): return reference(entity, id: "person_\(id.index)", .reference)
    case .clause(let regulation, let index):
      return reference(entity, id: "clause_\(regulation)_\(index)", .reference)
    case .role(let regulation, let index): return reference(entity, id: "role_\(regulation)_\(index)", .reference)
    case .oversight, .conflict, .waiver, .suppression: return nil
    }
  }

  private func reference(_ entity: Entity, id: String, _ shape: Shape) -> Picture.Node {
    Picture.Node(
      id: id, entity: entity, shape: shape, body: .lines(Line.wrapped(name(of: entity), .name)),
      tooltip: tooltip([name(of: entity)], entity))
  }
}
