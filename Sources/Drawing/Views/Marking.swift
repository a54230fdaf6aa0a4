import RemitInspection
import RemitModel

/// Shows findings on a picture: tags on what they speak of, and the links that prove them.
struct Marking {
  /// The most links of evidence that are added to a picture; more would hide it.
  static let limit = 40
  /// The most links of a finding that its code is written on.
  static let tags = 4

  private let scene: Scene
  private var picture: Picture
  private let items: Items
  private let edgeOfRow: [ID<Oversight>: Int]
  /// The node that each item is, or stands in.
  private let nodeOf: [String: String]
  private let clusters: [Entity: Int]
  private var added: [String: Int] = [:]
  private var unshown = 0
  private var dropped = 0
  private var counts: [String: (finding: Finding, count: Int)] = [:]

  /// Marks all findings that are open, and tells what could not be shown.
  static func apply(_ findings: [Finding], to picture: inout Picture, _ scene: Scene) -> [Localized] {
    guard !findings.isEmpty else { return [] }
    var marking = Marking(picture, scene)
    for finding in findings where finding.state == .open { marking.mark(finding) }
    picture = marking.finished()
    return marking.notes
  }

  private init(_ picture: Picture, _ scene: Scene) {
    self.scene = scene
    self.picture = picture
    items = Items(picture)
    var edgeOfRow: [ID<Oversight>: Int] = [:]
    for (index, edge) in picture.edges.enumerated() { for row in edge.rows { edgeOfRow[row] = index } }
    self.edgeOfRow = edgeOfRow
    var nodeOf: [String: String] = [:]
    for node in picture.nodes {
      nodeOf[node.id] = node.id
      if case .card(let card) = node.body { for row in card.rows { nodeOf[row.id] = node.id } }
    }
    self.nodeOf = nodeOf
    clusters = Dictionary(
      picture.clusters.enumerated().compactMap { index, cluster in cluster.entity.map { ($0, index) } }
    ) { first, _ in first }
  }

  private mutating func mark(_ finding: Finding) {
    var isShown = false
    for subject in finding.subjects {
      for entity in shown(for: subject.entity) where mark(entity, finding) { isShown = true }
    }
    for link in finding.evidence.links where show(link, of: finding) { isShown = true }
    guard isShown else {
      unshown += 1
      return
    }
    counts[finding.code, default: (finding, 0)].count += 1
  }

  /// What stands for an entity that no view has a box for.
  private func shown(for entity: Entity) -> [Entity] {
    let chart = scene.chart
    switch entity {
    case .person(let person):
      return chart.tenures.ids.filter { chart.tenures.person[$0] == person && Incumbency.isPresent($0, in: chart) }
        .map { .post(chart.tenures.post[$0]) }
    case .conflict(let conflict): return chart.conflicts.duties[conflict].map { .duty($0) }
    default: return [entity]
    }
  }

  /// Marks the items, the frame or the line of an entity; false if the picture has none.
  private mutating func mark(_ entity: Entity, _ finding: Finding) -> Bool {
    if case .oversight(let row) = entity {
      guard let index = edgeOfRow[row] else { return false }
      add(finding, to: &picture.edges[index].mark)
      picture.edges[index].isEmphasized = true
      picture.edges[index].isTagged = true
      return true
    }
    let found = items[entity]
    for item in found { mark(item: item, finding) }
    if !found.isEmpty { return true }
    guard let index = clusters[entity] else { return false }
    add(finding, to: &picture.clusters[index].mark)
    return true
  }

  private mutating func mark(item: String, _ finding: Finding) {
    for index in picture.nodes.indices {
      if picture.nodes[index].id == item {
        add(finding, to: &picture.nodes[index].mark)
      } else if case .card(var card) = picture.nodes[index].body,
        let row = card.rows.firstIndex(where: { $0.id == item })
      {
        add(finding, to: &card.rows[row].mark)
        picture.nodes[index].body = .card(card)
      }
    }
  }

  private func add(_ finding: Finding, to mark: inout Mark?) {
    if mark == nil {
      mark = Mark(severity: finding.severity, codes: [finding.code])
    } else {
      mark?.add(finding.severity, finding.code)
    }
  }

  /// Emphasizes a link of the evidence where the picture has it, else adds it where it has both ends.
  private mutating func show(_ link: EvidenceLink, of finding: Finding) -> Bool {
    guard let from = item(link.from.entity), let to = item(link.to.entity), nodeOf[from] != nodeOf[to]
    else { return false }
    if link.present, let index = edge(from, to, link.bond) {
      add(finding, to: &picture.edges[index].mark)
      picture.edges[index].isEmphasized = true
      if finding.evidence.links.count <= Self.tags { picture.edges[index].isTagged = true }
      return true
    }
    // A ledger has no lines at all.
    guard picture.columns.isEmpty, link.bond.belongs(to: scene.options.view) else { return false }
    let id =
      (link.present ? "evidence__" : "missing__") + from + "__" + to + "__"
      + link.bond.label.en.replacing(" ", with: "_")
    if let index = added[id] {
      add(finding, to: &picture.edges[index].mark)
      return true
    }
    guard added.count < Self.limit else {
      dropped += 1
      return false
    }
    let word = link.bond.label[scene.language]
    added[id] = picture.edges.count
    picture.edges.append(
      Picture.Edge(
        id: id, from: from, to: to, look: link.present ? .evidence : .missing,
        label: link.present ? word : scene.say("缺：\(word)", "missing: \(word)"),
        tooltip: scene.sentence(link.from.entity, word, link.to.entity), constrains: false,
        mark: Mark(severity: finding.severity, codes: [finding.code]), isTagged: true))
    return true
  }

  /// The item of an entity; for an organization that is a frame, or not there, the post that answers for it.
  private func item(_ entity: Entity) -> String? {
    if let item = items[entity].first { return item }
    guard case .organization(let organization) = entity, let head = scene.head(of: organization) else { return nil }
    return items[.post(head)].first
  }

  /// The line that shows a link.
  private func edge(_ from: String, _ to: String, _ bond: Bond) -> Int? {
    picture.edges.firstIndex { edge in
      let ends = (edge.from == from && edge.to == to)
      let turned = (edge.from == to && edge.to == from)
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

  private var notes: [Localized] {
    var notes: [Localized] = []
    if unshown > 0 {
      notes.append(
        Localized(
          zh: "另有 \(unshown) 个问题涉及本视图未画出的内容，未标出。",
          en: "\(unshown) more findings concern what this view does not show, and are not marked."))
    }
    if dropped > 0 {
      notes.append(
        Localized(
          zh: "为保持清晰，另有 \(dropped) 条证据关系未画出。",
          en: "\(dropped) more links of evidence are left out for clarity."))
    }
    return notes
  }

  private func finished() -> Picture {
    var result = picture
    result.legend.rules = counts.values.sorted { $0.finding.code < $1.finding.code }.map {
      Legend.Rule(
        severity: $0.finding.severity, code: $0.finding.code, name: $0.finding.name, count: $0.count)
    }
    result.legend.remarks += notes.map { $0[scene.language] }
    return result
  }
}

extension Bond {
  /// Whether a view gets a line for a link of this kind that it does not have.
  fileprivate func belongs(to view: View) -> Bool {
    switch (self, view) {
    case (.reportsTo, .chain), (.dottedTo, .chain), (.inChargeOf, .chain), (.answersTo, .chain): true
    case (.oversight(.lead), .chain), (.oversight(.coordinate), .chain): true
    case (.oversight, .oversight), (.feeds, .oversight): true
    case (.letter, .duties), (.letter, .chain), (.overlaps, .duties): true
    default: false
    }
  }
}
