import RemitModel

// How posts, organizations and duties look in every view.
extension Scene {
  /// A post as a box: its name, its organization unless that is told elsewhere, and who holds it.
  func box(_ post: ID<Post>, cluster: String? = nil, showsOrganization: Bool = true, width: Int = Wrapping.width)
    -> Picture.Node
  {
    let organization = chart.posts.organization[post]
    var lines = Line.wrapped(name(of: .post(post)), .name, width: width)
    if showsOrganization, let text = organizationLine(of: post) {
      lines += Line.wrapped(text, .detail, width: width, limit: 3)
    }
    lines += status(of: post)
    return Picture.Node(
      id: names[post], entity: .post(post), cluster: cluster, shape: .post, tone: tone(of: organization),
      body: .lines(lines), isVacant: isVacant(post), tooltip: tooltip(of: post))
  }

  /// A post's organization, unless the post's name tells it already.
  func organizationLine(of post: ID<Post>) -> String? {
    guard chart.origin == .chart else { return nil }
    let organization = name(of: .organization(chart.posts.organization[post]))
    let name = name(of: .post(post))
    // A Chinese name begins with the rank of its place: 县水利局 is told by 水利局局长.
    let bare = language == .chinese && organization.count > 2 ? String(organization.dropFirst()) : organization
    return name.contains(bare) ? nil : organization
  }

  /// Who holds a post, and what is the matter with it.
  func status(of post: ID<Post>) -> [Line] {
    var lines: [Line] = []
    if let holders = holders(of: post) { lines += Line.wrapped(holders, .detail, limit: 3) }
    if let condition = condition(of: post) { lines.append(Line(text: condition, weight: .tag)) }
    return lines
  }

  func tooltip(of post: ID<Post>) -> String {
    let parts = [
      name(of: .post(post)), name(of: .organization(chart.posts.organization[post])), holders(of: post),
      condition(of: post), some(assignments(of: post), text), clauses(chart.posts.adopts[post]),
    ]
    return tooltip(parts, .post(post))
  }

  /// An organization as a box of its own.
  func box(_ organization: ID<Organization>, cluster: String? = nil) -> Picture.Node {
    let kind = chart.organizations.kind[organization].name[language]
    let name = name(of: .organization(organization))
    var lines = Line.wrapped(name, .name)
    if name != kind, chart.organizations.kind[organization] != .other { lines += Line.wrapped(kind, .detail, limit: 2) }
    return Picture.Node(
      id: names[organization], entity: .organization(organization), cluster: cluster, shape: .organization,
      tone: tone(of: organization), body: .lines(lines), tooltip: tooltip([name, kind], .organization(organization)))
  }

  /// A duty as a box of its own.
  func box(_ duty: ID<Duty>, cluster: String? = nil) -> Picture.Node {
    let name = name(of: .duty(duty))
    return Picture.Node(
      id: names[duty], entity: .duty(duty), cluster: cluster, shape: .duty,
      body: .lines(Line.wrapped(name, .name) + clauseLine(of: duty)), tooltip: tooltip(of: duty))
  }

  /// What a duty rests on.
  func clauseLine(of duty: ID<Duty>) -> [Line] {
    let texts = chart.duties.basis[duty].prefix(3).map { cited in
      cited.reference.number.map { $0.citation[language] } ?? cited.reference.text
    }
    guard !texts.isEmpty else { return [] }
    return Line.wrapped(texts.joined(separator: say("、", ", ")), .detail, width: 24, limit: 2)
  }

  func tooltip(of duty: ID<Duty>) -> String {
    let risk = chart.duties.risk[duty].map { risk in
      switch risk {
      case .low: say("低风险", "low risk")
      case .medium: say("中风险", "medium risk")
      case .high: say("高风险", "high risk")
      }
    }
    let letters = Letter.allCases.compactMap { letter -> String? in
      some(Array(chart.assignees(of: duty, letter))) { name(of: Entity($0)) }.map { letter.rawValue + " " + $0 }
    }
    return tooltip(
      [name(of: .duty(duty)), chart.duties.domains[duty].joined(separator: say("、", ", ")), risk]
        + letters + [clauses(chart.duties.basis[duty])], .duty(duty))
  }

  /// What is said of the first few of several things, and how many more there are.
  private func some<Item>(_ items: some Collection<Item>, _ text: (Item) -> String) -> String? {
    guard !items.isEmpty else { return nil }
    let more = items.count > 6 ? " +\(items.count - 6)" : ""
    return items.prefix(6).map(text).joined(separator: say("、", ", ")) + more
  }

  /// Clauses as they are cited.
  private func clauses(_ cited: some Collection<Cited>) -> String? {
    some(cited) { $0.reference.number.map { $0.citation[language] } ?? $0.reference.text }
  }

  func box(_ node: RemitModel.Node, cluster: String? = nil, width: Int = Wrapping.width) -> Picture.Node {
    switch node {
    case .post(let id): box(id, cluster: cluster, width: width)
    case .organization(let id): box(id, cluster: cluster)
    case .duty(let id): box(id, cluster: cluster)
    }
  }

  func tooltip(_ parts: [String?], _ entity: Entity) -> String {
    let texts = parts.compactMap { $0 }.filter { !$0.isEmpty } + ["\(chart.kind(of: entity)):\(chart.key(of: entity))"]
    return PlainText.clean(texts.joined(separator: " · "))
  }

  /// The sentence that an edge stands for, for its tooltip.
  func sentence(_ from: Entity, _ word: String, _ to: Entity) -> String {
    PlainText.clean(say("\(name(of: from)) \(word) \(name(of: to))", "\(name(of: from)) \(word) \(name(of: to))"))
  }
}
