import RemitModel

/// Who watches whom: overseers on the left, links of one pair in one line, targets that the same bodies watch in one box.
struct OversightView {
  let scene: Scene
  private var chart: Chart { scene.chart }
  private var picture: Picture

  /// All links of one pair.
  private struct Bundle {
    let by: RemitModel.Node
    let of: RemitModel.Node
    var rows: [ID<Oversight>]
  }

  static func picture(_ scene: Scene) -> Picture {
    var view = OversightView(scene)
    view.draw()
    return view.picture
  }

  private init(_ scene: Scene) {
    self.scene = scene
    picture = scene.picture()
    picture.direction = .right
  }

  private mutating func draw() {
    let bundles = bundles()
    let items = addBoxes(bundles)
    var drawn: [String: Int] = [:]
    for bundle in bundles {
      guard let by = items[bundle.by], let of = items[bundle.of] else { continue }
      let id = "oversight__\(by)__\(of)"
      if let index = drawn[id] {
        picture.edges[index].rows += bundle.rows
      } else {
        drawn[id] = picture.edges.count
        picture.edges.append(edge(id, by, of, bundle))
      }
    }
    picture.loosenCycles()
  }

  private func edge(_ id: String, _ by: String, _ of: String, _ bundle: Bundle) -> Picture.Edge {
    let kinds = kinds(of: bundle.rows)
    let words = kinds.map { kind -> String in
      // The same kind twice, such as audits of two sorts.
      let count = bundle.rows.count { chart.oversight.kind[$0] == kind }
      return kind.name[scene.language] + (count > 1 ? "\(Wrapping.glue)×\(count)" : "")
    }.joined(separator: scene.say("、", ", "))
    let instruments = bundle.rows.compactMap { chart.oversight.instrument[$0]?[scene.language] }
    let detail = Set(instruments).sorted().joined(separator: scene.say("、", ", "))
    return Picture.Edge(
      id: id, from: by, to: of, look: .oversight(kinds), label: words,
      tooltip: scene.sentence(Entity(bundle.by), words, Entity(bundle.of)) + (detail.isEmpty ? "" : " · " + detail),
      rows: bundle.rows)
  }

  private func kinds(of rows: [ID<Oversight>]) -> [LinkKind] {
    let present = Set(rows.map { chart.oversight.kind[$0] })
    return LinkKind.allCases.filter(present.contains)
  }

  /// In the order in which pairs are first written. O(rows).
  private func bundles() -> [Bundle] {
    struct Pair: Hashable {
      let by: RemitModel.Node
      let of: RemitModel.Node
    }
    var number: [Pair: Int] = [:]
    var bundles: [Bundle] = []
    for row in scene.scope.oversight {
      let pair = Pair(by: chart.oversight.by[row], of: chart.oversight.of[row])
      if let index = number[pair] {
        bundles[index].rows.append(row)
      } else {
        number[pair] = bundles.count
        bundles.append(Bundle(by: pair.by, of: pair.of, rows: [row]))
      }
    }
    return bundles
  }

  /// One box for each overseer, and for each set of targets that the same bodies watch in the same ways. Gives the node
  /// that stands for each.
  private mutating func addBoxes(_ bundles: [Bundle]) -> [RemitModel.Node: String] {
    struct Tie: Hashable {
      let by: RemitModel.Node
      let kinds: [LinkKind]
    }
    let overseers = Set(bundles.map(\.by))
    var ties: [RemitModel.Node: Set<Tie>] = [:]
    for bundle in bundles { ties[bundle.of, default: []].insert(Tie(by: bundle.by, kinds: kinds(of: bundle.rows))) }
    var groups: [Set<Tie>: [RemitModel.Node]] = [:]
    let focused = Set(scene.focused)
    for (node, set) in ties where !overseers.contains(node) && !focused.contains(Entity(node)) {
      groups[set, default: []].append(node)
    }
    var items: [RemitModel.Node: String] = [:]
    var number = 0
    let nodes = overseers.union(ties.keys).sorted { chart.precedes($0, $1) }
    for node in nodes where items[node] == nil {
      let set = overseers.contains(node) ? nil : ties[node]
      let members = set.flatMap { groups[$0] } ?? []
      if !scene.options.onlyEvidence, !focused.contains(Entity(node)), members.count > 1 {
        number += 1
        let group = group(members.sorted { chart.precedes($0, $1) }, number)
        for member in members { items[member] = group.id }
        picture.nodes.append(group)
      } else {
        items[node] = scene.names[node]
        picture.nodes.append(scene.box(node))
      }
    }
    return items
  }

  private func group(_ members: [RemitModel.Node], _ number: Int) -> Picture.Node {
    let rows = members.map { member -> Picture.Row in
      let box = scene.box(member)
      var lines = Line.wrapped(scene.name(of: Entity(member)), .name, width: 26, limit: 4)
      if case .post(let post) = member {
        if let text = scene.organizationLine(of: post) { lines += Line.wrapped(text, .detail, width: 28, limit: 2) }
        if let condition = scene.condition(of: post) { lines.append(Line(text: condition, weight: .tag)) }
      }
      return Picture.Row(
        id: box.id, entity: Entity(member), lines: lines, isVacant: box.isVacant, tooltip: box.tooltip)
    }
    let tones = Set(members.compactMap { chart.organization(of: $0).map { scene.tone(of: $0) } })
    let heading = scene.say("同受监督的 \(members.count) 个对象", "\(members.count) targets watched alike")
    return Picture.Node(
      id: "group_\(number)", shape: .card, tone: tones.count == 1 ? tones.first ?? .neutral : .neutral,
      body: .card(Picture.Card(heading: [Line(text: heading, weight: .detail)], rows: rows)), tooltip: heading)
  }
}

extension Chart {
  /// The order of boxes: as the files have it, an organization before its posts, duties last.
  func precedes(_ a: RemitModel.Node, _ b: RemitModel.Node) -> Bool { rank(of: a) < rank(of: b) }

  private func rank(of node: RemitModel.Node) -> (Int, Int, Int) {
    switch node {
    case .organization(let id): (id.index, -1, 0)
    case .post(let id): (posts.organization[id].index, id.index, 0)
    case .duty(let id): (Int.max, id.index, 0)
    }
  }
}
