import RemitModel

/// The duties of a large chart, as a card for each post that answers for some: lines to two hundred letters would be a
/// thicket. Who does, helps, advises and is told stands as text below each duty.
struct DutyLedger {
  /// The numbers of duties and of posts with letters from which on a chart is large.
  static let duties = 40
  static let assignees = 12

  private let scene: Scene
  private var chart: Chart { scene.chart }
  private var picture: Picture
  private var heights: [Int] = []

  static func picture(_ scene: Scene) -> Picture {
    var ledger = DutyLedger(scene)
    ledger.draw()
    return ledger.picture
  }

  private init(_ scene: Scene) {
    self.scene = scene
    picture = scene.picture()
    picture.direction = .right
    picture.legend.remarks.append(
      scene.say(
        "每张卡片是一个岗位及由其负总责（A）的职责；R 主办、S 协助、C 会商、I 知会列在职责之下，★ 为牵头。",
        "Each card is a post with the duties that it answers for (A); below each stand R responsible, S supports, "
          + "C consulted and I informed; ★ leads."))
  }

  private mutating func draw() {
    var duties: [RemitModel.Node: [ID<Duty>]] = [:]
    var orphans: [ID<Duty>] = []
    for duty in scene.scope.duties where scene.scope.isCore(.duty(duty)) {
      if let owner = owner(of: duty) { duties[owner, default: []].append(duty) } else { orphans.append(duty) }
    }
    if !orphans.isEmpty {
      let heading = Line.wrapped(scene.say("无人负总责", "Nobody answers for"), .name)
      add(
        Picture.Node(
          id: "unanswered", shape: .card, body: .card(Picture.Card(heading: heading, rows: orphans.map(row))),
          tooltip: scene.say("没有 A 的职责", "duties without an A")))
    }
    for owner in order(Array(duties.keys)) {
      var box = scene.box(owner, width: 30)
      guard case .lines(let heading) = box.body else { continue }
      box.shape = .card
      box.body = .card(Picture.Card(heading: heading, rows: (duties[owner] ?? []).map(row)))
      add(box)
    }
    arrange()
  }

  /// Who is first to answer for a duty: the lead of its A.
  private func owner(of duty: ID<Duty>) -> RemitModel.Node? {
    let rows = chart.letters[duty].filter { chart.assignments.letter[$0] == .accountable }
    return (rows.first { chart.assignments.lead[$0] } ?? rows.first).map { chart.assignments.assignee[$0] }
  }

  /// Superiors before those who report to them, otherwise as the chart has them.
  private func order(_ owners: [RemitModel.Node]) -> [RemitModel.Node] {
    let parents = Superiors.primary(in: scene, heads: scene.heads)
    func depth(_ node: RemitModel.Node) -> Int {
      guard case .post(var post) = node else { return Int.max }
      var depth = 0
      while let parent = parents[post] { (post, depth) = (parent, depth + 1) }
      return depth
    }
    let depths = Dictionary(uniqueKeysWithValues: owners.map { ($0, depth($0)) })
    return owners.sorted { a, b in
      let (x, y) = (depths[a] ?? 0, depths[b] ?? 0)
      return x == y ? chart.precedes(a, b) : x < y
    }
  }

  private func row(_ duty: ID<Duty>) -> Picture.Row {
    var lines = Line.wrapped(scene.name(of: .duty(duty)), .name, width: 36, limit: 4)
    if let condition = scene.condition(of: duty) { lines.append(Line(text: condition, weight: .tag)) }
    let texts = Letter.allCases.compactMap { letter -> String? in
      let rows = chart.letters[duty].filter { chart.assignments.letter[$0] == letter }
      guard !rows.isEmpty, letter != .accountable || rows.count > 1 else { return nil }
      let names = rows.map {
        scene.name(of: Entity(chart.assignments.assignee[$0]))
          + (chart.assignments.lead[$0] && rows.count > 1 ? "★" : "")
      }
      return "\(letter.rawValue)\(Wrapping.glue)" + names.joined(separator: scene.say("、", ", "))
    }
    lines += Line.wrapped(texts.joined(separator: scene.say("；", "; ")), .detail, width: 42, limit: 5)
    return Picture.Row(id: scene.names[duty], entity: .duty(duty), lines: lines, tooltip: scene.tooltip(of: duty))
  }

  private mutating func add(_ node: Picture.Node) {
    guard case .card(let card) = node.body else { return }
    picture.nodes.append(node)
    heights.append(3 + card.heading.count + card.rows.reduce(0) { $0 + $1.lines.count + 1 })
  }

  /// Columns of nearly equal height, a little wider than high together. A line of text is a 17th of a column's width.
  private mutating func arrange() {
    let total = heights.reduce(0, +)
    let count = max(1, Int((1.15 * Double(total) / 17).squareRoot().rounded()))
    var column: [String] = []
    var done = 0
    for (node, height) in zip(picture.nodes, heights) {
      if !column.isEmpty, (done + height / 2) * count > total * (picture.columns.count + 1) {
        picture.columns.append(column)
        column = []
      }
      column.append(node.id)
      done += height
    }
    if !column.isEmpty { picture.columns.append(column) }
  }
}
