import RemitModel

/// Cuts a picture down to what is near its focus, and in what was asked for.
enum Focus {
  static func apply(to picture: inout Picture, _ scene: Scene) throws(DrawingError) {
    let allowed = core(of: picture, scene)
    guard let focus = scene.options.focus else {
      // A ledger holds nothing else, and has no lines that could be cut.
      guard let allowed, picture.columns.isEmpty, !scene.options.onlyEvidence else { return }
      picture.focus(on: allowed, depth: 0, scene.language)
      return
    }
    let chart = scene.chart
    switch focus {
    case .post, .duty, .organization, .jurisdiction: break
    default: throw .unsuitableFocus(kind: chart.kind(of: focus), id: chart.key(of: focus))
    }
    if case .duty(let duty) = focus, scene.options.view == .chain {
      let line = DutyLine.add(duty, to: &picture, scene)
      picture.focus(on: [scene.names[duty]], depth: 0, keeping: line, within: allowed?.union(line), scene.language)
      return
    }
    let items = Items(picture)
    var seeds = Set(scene.focused.flatMap { items[$0] })
    if seeds.isEmpty, case .duty(let duty) = focus {
      seeds = Set(chart.letters[duty].flatMap { items[Entity(chart.assignments.assignee[$0])] })
    }
    guard !seeds.isEmpty else {
      throw .focusNotShown(kind: chart.kind(of: focus), id: chart.key(of: focus), scene.options.view)
    }
    let line = scene.drawsDepartmentLine ? LineOfCommand.climb(from: seeds, &picture) : []
    picture.focus(on: seeds, depth: scene.depth, keeping: line, within: allowed?.union(line), scene.language)
  }

  /// The items that were asked for; nil for all. A box that stands for nothing in the chart is judged by its rows.
  private static func core(of picture: Picture, _ scene: Scene) -> Set<String>? {
    guard scene.scope.hasCore else { return nil }
    var result = Set<String>()
    for node in picture.nodes {
      var isCore = node.entity.map(scene.scope.isCore) ?? false
      if case .card(let card) = node.body {
        for row in card.rows where row.entity.map(scene.scope.isCore) ?? true {
          result.insert(row.id)
          if node.entity == nil { isCore = true }
        }
      }
      if isCore { result.insert(node.id) }
    }
    return result
  }
}

/// Who answers for one duty and who does it, and the line above them up to the top.
private enum DutyLine {
  /// Adds the duty below its posts and marks the line; gives all items on it.
  static func add(_ duty: ID<Duty>, to picture: inout Picture, _ scene: Scene) -> Set<String> {
    let chart = scene.chart
    let item = scene.names[duty]
    picture.nodes.append(scene.box(duty))
    var line: Set<String> = []
    var others: Set<String> = []
    for row in chart.letters[duty] {
      let assignee = chart.assignments.assignee[row]
      let letter = chart.assignments.letter[row]
      let from = scene.names[assignee]
      if !picture.nodes.contains(where: { $0.id == from }) { picture.nodes.append(scene.box(assignee)) }
      if letter <= .responsible { line.insert(from) } else { others.insert(from) }
      picture.edges.append(
        Picture.Edge(
          id: "\(letter.rawValue)__\(from)__\(item)", from: from, to: item, look: .letter(letter),
          label: letter.rawValue + (chart.assignments.lead[row] ? scene.say("（牵头）", " (lead)") : ""),
          tooltip: scene.sentence(Entity(assignee), letter.rawValue, .duty(duty))))
    }
    LineOfCommand.climb(&line, picture)
    var all = line
    all.formUnion(others)
    LineOfCommand.climb(&all, picture)
    LineOfCommand.emphasize(line, in: &picture)
    return all.union([item])
  }
}

/// What stands above something, by command and charge, up to the top.
private enum LineOfCommand {
  /// Marks the line above some items, and gives all items on it.
  static func climb(from seeds: Set<String>, _ picture: inout Picture) -> Set<String> {
    var line = seeds
    climb(&line, picture)
    emphasize(line, in: &picture)
    return line
  }

  /// Adds everything above. O(edges × depth).
  static func climb(_ items: inout Set<String>, _ picture: Picture) {
    var grew = true
    while grew {
      grew = false
      for edge in picture.edges where edge.look.isDirection && items.contains(edge.to) {
        if items.insert(edge.from).inserted { grew = true }
      }
    }
  }

  static func emphasize(_ line: Set<String>, in picture: inout Picture) {
    for index in picture.nodes.indices where line.contains(picture.nodes[index].id) {
      picture.nodes[index].isEmphasized = true
    }
    for index in picture.edges.indices {
      let edge = picture.edges[index]
      if edge.look.isDirection, line.contains(edge.from), line.contains(edge.to) {
        picture.edges[index].isEmphasized = true
      }
    }
  }
}

extension EdgeLook {
  /// Whether it stands for command or charge.
  var isDirection: Bool { self == .command || self == .charge || self == .commandAndCharge }
}

/// Which items of a picture show an entity.
struct Items {
  private var items: [Entity: [String]] = [:]

  init(_ picture: Picture) {
    for node in picture.nodes {
      if let entity = node.entity { items[entity, default: []].append(node.id) }
      guard case .card(let card) = node.body else { continue }
      for row in card.rows { if let entity = row.entity { items[entity, default: []].append(row.id) } }
    }
    for (entity, item) in picture.standIns where items[entity] == nil { items[entity] = [item] }
  }

  mutating func add(_ item: String, for entity: Entity) { items[entity, default: []].append(item) }

  subscript(_ entity: Entity) -> [String] { items[entity] ?? [] }
}
