import RemitModel

/// Organizations as a tree, each a card with its posts in the order of command.
struct OrganizationView {
  let scene: Scene
  private var chart: Chart { scene.chart }
  private var picture: Picture
  private var shown: Set<ID<Jurisdiction>> = []

  static func picture(_ scene: Scene) -> Picture {
    var view = OrganizationView(scene)
    view.draw()
    return view.picture
  }

  private init(_ scene: Scene) {
    self.scene = scene
    picture = scene.picture()
  }

  private mutating func draw() {
    let places = scene.scope.jurisdictions.filter { !chart.bodies[$0].isEmpty }
    shown = Set(places)
    for place in places { drawPlace(place) }
    for organization in scene.scope.organizations {
      picture.nodes.append(card(organization))
      let parent = parent(of: organization).map { scene.names[$0] }
      addPart(
        of: parent ?? scene.names[chart.organizations.jurisdiction[organization]], scene.names[organization],
        .organization(organization))
    }
  }

  private mutating func drawPlace(_ place: ID<Jurisdiction>) {
    let name = scene.name(of: .jurisdiction(place))
    var lines = Line.wrapped(name, .name)
    if let level = chart.jurisdictions.level[place] {
      lines.append(Line(text: level.name[scene.language], weight: .detail))
    }
    picture.nodes.append(
      Picture.Node(
        id: scene.names[place], entity: .jurisdiction(place), shape: .jurisdiction, body: .lines(lines),
        tooltip: scene.tooltip([name], .jurisdiction(place))))
    var next = chart.jurisdictions.parent[place]
    var seen: Set<ID<Jurisdiction>> = [place]
    while let parent = next, seen.insert(parent).inserted {
      if shown.contains(parent) {
        addPart(of: scene.names[parent], scene.names[place], .jurisdiction(place))
        return
      }
      next = chart.jurisdictions.parent[parent]
    }
  }

  private mutating func addPart(of whole: String, _ item: String, _ entity: Entity) {
    picture.edges.append(
      Picture.Edge(
        id: "part__\(whole)__\(item)", from: whole, to: item, look: .part, tooltip: scene.name(of: entity)))
  }

  /// The organization above one, unless going up from there leads back.
  private func parent(of organization: ID<Organization>) -> ID<Organization>? {
    guard let parent = chart.organizations.parent[organization], scene.scope.has(parent) else { return nil }
    var next: ID<Organization>? = parent
    var seen = Set<ID<Organization>>()
    while let current = next, seen.insert(current).inserted {
      if current == organization { return nil }
      next = chart.organizations.parent[current]
    }
    return parent
  }

  private func card(_ organization: ID<Organization>) -> Picture.Node {
    let box = scene.box(organization)
    guard !chart.members[organization].isEmpty, case .lines(let heading) = box.body else { return box }
    var node = box
    node.shape = .card
    node.body = .card(Picture.Card(heading: heading, rows: rows(of: organization)))
    return node
  }

  /// The posts of an organization, each below and set in from its superior in it.
  private func rows(of organization: ID<Organization>) -> [Picture.Row] {
    let members = Array(chart.members[organization])
    let isMember = Set(members)
    var rows: [Picture.Row] = []
    var seen = Set<ID<Post>>()
    func add(_ post: ID<Post>, _ indent: Int) {
      guard seen.insert(post).inserted else { return }
      rows.append(row(post, indent: min(indent, 3)))
      for report in chart.reports[post] where isMember.contains(report) { add(report, indent + 1) }
    }
    for post in members where !chart.superiors[post].contains(where: isMember.contains) { add(post, 0) }
    for post in members { add(post, 0) }
    return rows
  }

  private func row(_ post: ID<Post>, indent: Int) -> Picture.Row {
    var lines = Line.wrapped(scene.name(of: .post(post)), .name, width: 22, limit: 4)
    // A holder's short name stands behind the post's.
    let holders = scene.holders(of: post)
    let used = lines.last.map { TextWidth.columns($0.text) } ?? 0
    let fits = holders.map { used + TextWidth.columns($0) <= 26 } ?? false
    if !fits { lines += Line.wrapped(holders ?? "", .detail, limit: 3).filter { !$0.text.isEmpty } }
    var row = Picture.Row(
      id: scene.names[post], entity: .post(post), lines: lines, aside: fits ? holders : nil, indent: indent,
      isVacant: scene.isVacant(post), tooltip: scene.tooltip(of: post))
    if let condition = scene.condition(of: post) {
      if row.aside == nil, used + 6 <= 26 {
        row.aside = condition
      } else {
        row.lines.append(Line(text: condition, weight: .tag))
      }
    }
    return row
  }
}
