import RemitModel

extension Picture {
  /// Keeps what is within some steps of the seeds, whichever way the edges point, and what must stay, as far as all that is
  /// allowed; in place of the rest stand stubs that count it.
  mutating func focus(
    on seeds: Set<String>, depth: Int, keeping more: Set<String> = [], within allowed: Set<String>? = nil,
    _ language: Language
  ) {
    let ends = ends
    var neighbours: [String: [String]] = [:]
    for edge in edges {
      guard let from = ends[edge.from], let to = ends[edge.to] else { continue }
      neighbours[from, default: []].append(to)
      neighbours[to, default: []].append(from)
    }
    let allowedEnds = allowed.map { Set($0.compactMap { ends[$0] }) }
    func isAllowed(_ end: String) -> Bool { allowedEnds?.contains(end) ?? true }
    var kept = Set(seeds.compactMap { ends[$0] })
    var border = kept
    for _ in 0..<max(0, depth) {
      border = Set(border.flatMap { neighbours[$0] ?? [] }.filter(isAllowed)).subtracting(kept)
      if border.isEmpty { break }
      kept.formUnion(border)
    }
    kept.formUnion(more.compactMap { ends[$0] }.filter(isAllowed))
    addStubs(keeping: kept, ends: ends, language)
    drop(allBut: kept, ends: ends)
  }

  /// What counts as one step, by item: a row of a card whose rows are tied one by one, else the node.
  private var ends: [String: String] {
    var ends: [String: String] = [:]
    for node in nodes {
      ends[node.id] = node.id
      guard case .card(let card) = node.body else { continue }
      for row in card.rows { ends[row.id] = card.hasTiedRows ? row.id : node.id }
    }
    return ends
  }

  /// One stub for each side of an item at the border.
  private mutating func addStubs(keeping kept: Set<String>, ends: [String: String], _ language: Language) {
    var before: [String: Set<String>] = [:]
    var after: [String: Set<String>] = [:]
    for edge in edges {
      guard let from = ends[edge.from], let to = ends[edge.to] else { continue }
      if kept.contains(from), !kept.contains(to) { after[from, default: []].insert(to) }
      if kept.contains(to), !kept.contains(from) { before[to, default: []].insert(from) }
    }
    // Who else is tied to a row stands in its text.
    let rows = Set(ends.values).subtracting(nodes.map(\.id))
    for item in rows {
      before[item] = nil
      after[item] = nil
    }
    let entities = entitiesOfEnds
    let clusters = Dictionary(nodes.map { ($0.id, $0.cluster) }) { first, _ in first }
    for (cut, isBefore) in [(before, true), (after, false)] {
      for item in cut.keys.sorted() {
        let tally = Tally((cut[item] ?? []).flatMap { entities[$0] ?? [nil] })
        addStub(tally.lines(language), at: item, in: clusters[item] ?? nil, isBefore: isBefore)
      }
    }
  }

  /// What each end stands for; several things for a card that is tied as a whole.
  private var entitiesOfEnds: [String: [Entity?]] {
    var result: [String: [Entity?]] = [:]
    for node in nodes {
      guard case .card(let card) = node.body else {
        result[node.id] = [node.entity]
        continue
      }
      result[node.id] = node.entity == nil ? card.rows.map(\.entity) : [node.entity]
      if card.hasTiedRows { for row in card.rows { result[row.id] = [row.entity] } }
    }
    return result
  }

  private mutating func addStub(_ lines: [String], at item: String, in cluster: String?, isBefore: Bool) {
    let id = (isBefore ? "before_" : "after_") + item
    let text = lines.joined(separator: " ")
    nodes.append(
      Node(
        id: id, cluster: cluster, shape: .stub, body: .lines(lines.map { Line(text: $0, weight: .detail) }),
        tooltip: text))
    edges.append(
      Edge(id: "to_" + id, from: isBefore ? id : item, to: isBefore ? item : id, look: .cut, tooltip: text))
  }

  private mutating func drop(allBut kept: Set<String>, ends: [String: String]) {
    nodes = nodes.compactMap { node in
      guard node.shape != .stub else { return node }
      guard case .card(var card) = node.body, card.hasTiedRows else { return kept.contains(node.id) ? node : nil }
      let rows = card.rows.filter { kept.contains($0.id) }
      guard !rows.isEmpty || kept.contains(node.id) else { return nil }
      card.hiddenRows += card.rows.count - rows.count
      card.rows = rows
      var node = node
      node.body = .card(card)
      return node
    }
    edges = edges.filter { edge in
      guard edge.look != .cut else { return true }
      return [edge.from, edge.to].allSatisfy { ends[$0].map(kept.contains) ?? false }
    }
    dropUntiedLetters()
    dropEmptyClusters()
    let left = Set(nodes.map(\.id))
    ranks = ranks.map { $0.filter(left.contains) }
  }

  /// Takes away the cells of letters that no line ends at any more, where words tell them.
  mutating func dropUntiedLetters() {
    var tied: [String: Set<Letter>] = [:]
    for edge in edges {
      guard case .letter(let letter) = edge.look else { continue }
      for end in [edge.from, edge.to] { tied[end, default: []].insert(letter) }
    }
    for index in nodes.indices {
      guard case .card(var card) = nodes[index].body, card.tellsLetters else { continue }
      for row in card.rows.indices {
        let kept = tied[card.rows[row].id] ?? []
        card.rows[row].letters.removeAll { !kept.contains($0) }
      }
      nodes[index].body = .card(card)
    }
  }

  /// Takes away the clusters that hold nothing any more.
  mutating func dropEmptyClusters() {
    var used = Set<String>()
    let parents = Dictionary(uniqueKeysWithValues: clusters.map { ($0.id, $0.parent) })
    for node in nodes {
      var next = node.cluster
      while let id = next, used.insert(id).inserted { next = parents[id] ?? nil }
    }
    clusters = clusters.filter { used.contains($0.id) }
  }
}
