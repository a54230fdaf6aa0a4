import RemitInspection
import RemitModel

/// Shows findings on a picture: tags on what they speak of, and the links that prove them.
struct Marking {
  /// The most links of evidence that are added to a picture; more would hide it.
  static let limit = 40
  /// The most links of a finding that its code is written on.
  static let tags = 4

  /// The most links, and boxes for them, where a picture shows nothing else.
  static let onlyLimit = 150

  let scene: Scene
  var picture: Picture
  private var items: Items
  private let edgeOfRow: [ID<Oversight>: Int]
  /// The node that each item is, or stands in.
  private(set) var nodeOf: [String: String]
  private let clusters: [Entity: Int]
  private let folding: Folding?
  /// Edges that were added, by id.
  var added: [String: Int] = [:]
  private var boxes = 0
  private var unshown = 0
  var dropped = 0
  private var counts: [String: (finding: Finding, count: Int)] = [:]

  /// Marks all findings that are open, and tells what could not be shown.
  static func apply(
    _ findings: [Finding], to picture: inout Picture, _ scene: Scene, _ folding: Folding? = nil
  ) -> [Localized] {
    guard !findings.isEmpty || scene.options.onlyEvidence else { return [] }
    var marking = Marking(picture, scene, folding)
    for finding in findings where finding.state == .open { marking.mark(finding) }
    if scene.options.onlyEvidence {
      marking.picture.keepMarked()
      marking.picture.loosenCycles()
    }
    picture = marking.finished()
    return marking.notes
  }

  private init(_ picture: Picture, _ scene: Scene, _ folding: Folding?) {
    self.scene = scene
    self.folding = folding
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
    for subject in finding.entities {
      for entity in shown(for: subject) {
        if wantsBox(finding) { addBox(for: entity) }
        if mark(entity, finding) { isShown = true }
      }
    }
    if folding == nil { for tie in finding.ties where show(tie, of: finding) { isShown = true } }
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
    let found = items(for: entity)
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

  /// The items of an entity; in a folded picture, the unit that it stands in.
  func items(for entity: Entity) -> [String] {
    guard let folding else { return items[entity] }
    return folding.unit(of: entity).map { [folding.units[$0].id] } ?? []
  }

  /// Whether a finding is about what a view of this kind shows, though it may not be there: nobody watches a post that
  /// nobody watches.
  private func wantsBox(_ finding: Finding) -> Bool {
    folding == nil && (scene.options.onlyEvidence || (addsBoxes && finding.code.hasPrefix("OVS")))
  }

  /// Whether the whole of the oversight is shown, to which what it lacks belongs.
  var addsBoxes: Bool {
    scene.options.view == .oversight && scene.options.focus == nil && scene.options.selection.isEverything
  }

  /// Adds a box for what the picture has none for, as long as there are few.
  mutating func addBox(for entity: Entity) {
    guard items[entity].isEmpty, clusters[entity] == nil, boxes < limit, let box = scene.evidenceBox(entity) else {
      return
    }
    boxes += 1
    picture.nodes.append(box)
    nodeOf[box.id] = box.id
    items.add(box.id, for: entity)
  }

  var limit: Int { scene.options.onlyEvidence ? Self.onlyLimit : Self.limit }

  func add(_ finding: Finding, to mark: inout Mark?) {
    if mark == nil {
      mark = Mark(severity: finding.severity, codes: [finding.code])
    } else {
      mark?.add(finding.severity, finding.code)
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
        severity: $0.finding.severity, code: $0.finding.code,
        name: scene.say("\($0.finding.defect.title.zh)：", "") + $0.finding.name, count: $0.count)
    }
    result.legend.remarks += notes.map { $0[scene.language] }
    return result
  }
}
