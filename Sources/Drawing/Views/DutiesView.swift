import RemitModel

/// Posts, and on both sides of them their duties by domain: a line for each letter, ending at the letter in the duty's row.
struct DutiesView {
  /// The number of letters from which on only A and R are drawn as lines.
  static let dense = 60
  /// The number of duties from which on they stand on both sides.
  static let wide = 16

  let scene: Scene
  private var chart: Chart { scene.chart }
  private var picture: Picture
  private let drawn: [Letter]
  /// Around a post, the others on its duties are told in words.
  private let listsAll: Bool

  static func picture(_ scene: Scene) -> Picture {
    let chart = scene.chart
    let duties = scene.scope.duties.filter { scene.scope.isCore(.duty($0)) }
    let rows = duties.flatMap { chart.letters[$0] }
    let isLarge =
      duties.count > DutyLedger.duties
      && Set(rows.map { chart.assignments.assignee[$0] }).count > DutyLedger.assignees
    if isLarge, scene.options.focus == nil, !scene.options.onlyEvidence { return DutyLedger.picture(scene) }
    var view = DutiesView(scene)
    view.draw()
    return view.picture
  }

  private init(_ scene: Scene) {
    self.scene = scene
    picture = scene.picture()
    picture.direction = .right
    switch scene.options.focus {
    case .post, .organization: listsAll = true
    default: listsAll = false
    }
    drawn =
      scene.scope.duties.reduce(0) { $0 + (scene.scope.isCore(.duty($1)) ? scene.chart.letters[$1].count : 0) }
        > Self.dense && scene.options.focus == nil
      ? [.accountable, .responsible] : Letter.allCases
    let drawn = drawn
    let isListed = scene.scope.duties.contains { duty in
      scene.chart.letters[duty].contains { !drawn.contains(scene.chart.assignments.letter[$0]) }
    }
    if isListed {
      picture.legend.remarks.append(
        scene.say(
          "只画出 A、R 两种责任的连线；S、C、I 以文字列在职责之下。",
          "Lines are drawn for A and R only; S, C and I are listed below the duty."))
    }
  }

  private mutating func draw() {
    var seen = Set<RemitModel.Node>()
    for duty in scene.scope.duties {
      for row in chart.letters[duty] where scene.scope.has(chart.assignments.assignee[row]) {
        seen.insert(chart.assignments.assignee[row])
      }
    }
    addAssignees(seen.sorted { chart.precedes($0, $1) })
    let domains = domains()
    let total = scene.scope.duties.count
    var placed = 0
    for (number, domain) in domains.enumerated() {
      let isLeft = total >= Self.wide && placed * 2 >= total
      placed += domain.duties.count
      addCard(domain.name, domain.duties, number, isLeft: isLeft)
    }
  }

  private mutating func addAssignees(_ assignees: [RemitModel.Node]) {
    let frames = Frames(scene, minimum: 2)
    picture.clusters = frames.clusters
    for node in assignees {
      let organization = chart.organization(of: node)
      let cluster = organization.flatMap { frames.cluster(of: $0) }
      if case .post(let post) = node {
        let isFramed = organization.map { frames.isFramed($0) } ?? false
        picture.nodes.append(scene.box(post, cluster: cluster, showsOrganization: !isFramed))
      } else {
        picture.nodes.append(scene.box(node, cluster: cluster))
      }
    }
    picture.dropEmptyClusters()
    picture.ranks = [assignees.map { scene.names[$0] }]
  }

  /// The duties of each domain, by the first that each names; in the order in which the domains first occur, and within one
  /// by who answers, so that the lines cross less.
  private func domains() -> [(name: String, duties: [ID<Duty>])] {
    var order: [String] = []
    var duties: [String: [ID<Duty>]] = [:]
    for duty in scene.scope.duties {
      let name = chart.duties.domains[duty].first ?? ""
      if duties[name] == nil { order.append(name) }
      duties[name, default: []].append(duty)
    }
    return order.map { name in
      let sorted = (duties[name] ?? []).sorted { (key($0), $0) < (key($1), $1) }
      return (name, sorted)
    }
  }

  private func key(_ duty: ID<Duty>) -> Int {
    let first = chart.letters[duty].min { chart.assignments.letter[$0] < chart.assignments.letter[$1] }
    guard let first, case .post(let post) = chart.assignments.assignee[first] else { return Int.max }
    return post.index
  }

  private mutating func addCard(_ domain: String, _ duties: [ID<Duty>], _ number: Int, isLeft: Bool) {
    let title = domain.isEmpty ? scene.say("未分领域", "no domain") : PlainText.clean(domain)
    var card = Picture.Card(
      heading: Line.wrapped(title, .name, width: 30, limit: 3), rows: [], hasTiedRows: true, tellsLetters: listsAll,
      lettersLead: !isLeft)
    for duty in duties {
      card.rows.append(row(duty))
      addEdges(of: duty, isLeft: isLeft)
    }
    picture.nodes.append(
      Picture.Node(
        id: "domain_\(number + 1)_\(Names.plain(domain))", shape: .card, body: .card(card), tooltip: title))
  }

  private func row(_ duty: ID<Duty>) -> Picture.Row {
    var lines = Line.wrapped(scene.name(of: .duty(duty)), .name, width: 32, limit: 5)
    if let condition = scene.condition(of: duty) { lines.append(Line(text: condition, weight: .tag)) }
    let listed = Letter.allCases.filter { listsAll || !drawn.contains($0) }.compactMap { letter -> String? in
      let names = chart.assignees(of: duty, letter).map { scene.name(of: Entity($0)) }
      return names.isEmpty ? nil : "\(letter.rawValue)\(Wrapping.glue)" + names.joined(separator: scene.say("、", ", "))
    }
    if !listed.isEmpty {
      lines += Line.wrapped(listed.joined(separator: scene.say("；", "; ")), .detail, width: 40, limit: 4)
    }
    let letters = Set(chart.letters[duty].map { chart.assignments.letter[$0] })
    return Picture.Row(
      id: scene.names[duty], entity: .duty(duty), lines: lines, letters: drawn.filter(letters.contains),
      tooltip: scene.tooltip(of: duty))
  }

  private mutating func addEdges(of duty: ID<Duty>, isLeft: Bool) {
    for letter in drawn {
      var seen = Set<RemitModel.Node>()
      for assignee in chart.assignees(of: duty, letter)
      where scene.scope.has(assignee) && seen.insert(assignee).inserted {
        let post = scene.names[assignee]
        let item = scene.names[duty]
        picture.edges.append(
          Picture.Edge(
            id: "\(letter.rawValue)__\(post)__\(item)", from: isLeft ? item : post, to: isLeft ? post : item,
            look: .letter(letter), tooltip: scene.sentence(Entity(assignee), letter.rawValue, .duty(duty)),
            isTurned: isLeft))
      }
    }
  }
}
