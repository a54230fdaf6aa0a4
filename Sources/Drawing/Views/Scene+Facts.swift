import RemitModel

// What the chart says of what a picture shows, as data.
extension Scene {
  /// Fills in the facts of all items and ties. O(what is shown, and the letters on it).
  func addFacts(to picture: inout Picture) {
    for cluster in picture.clusters {
      if let entity = cluster.entity { picture.facts[cluster.id] = facts(of: entity) }
    }
    for node in picture.nodes {
      if let entity = node.entity { picture.facts[node.id] = facts(of: entity) }
      guard case .card(let card) = node.body else { continue }
      for row in card.rows { if let entity = row.entity { picture.facts[row.id] = facts(of: entity) } }
    }
    for edge in picture.edges where !edge.rows.isEmpty { picture.facts[edge.id] = facts(of: edge.rows) }
  }

  /// Fills in where each entity leads when clicked.
  func addAddresses(to picture: inout Picture) {
    guard let address = options.address else { return }
    var entities: [(String, Entity?)] = picture.clusters.map { ($0.id, $0.entity) }
    entities += picture.nodes.map { ($0.id, $0.entity) } + picture.cardRows.map { ($0.id, $0.entity) }
    for case (let id, let entity?) in entities {
      picture.addresses[id] = address.address(kind: chart.kind(of: entity), id: chart.key(of: entity))
    }
  }

  func facts(of entity: Entity) -> Attributes {
    var result = Attributes()
    result.add("entity", chart.kind(of: entity))
    result.add("key", chart.key(of: entity))
    result.add("name", name(of: entity))
    switch entity {
    case .post(let id): add(id, to: &result)
    case .organization(let id): add(id, to: &result)
    case .duty(let id): add(id, to: &result)
    case .jurisdiction(let id): result.add("level", chart.jurisdictions.level[id]?.word)
    default: break
    }
    return result
  }

  private func add(_ post: ID<Post>, to result: inout Attributes) {
    let organization = chart.posts.organization[post]
    result.add("organization", name(of: .organization(organization)))
    addPlace(chart.organizations.jurisdiction[organization], to: &result)
    result.add("role", role(of: post))
    result.add("holders", incumbency.holders(of: post).map { name(of: .person($0)) })
    result.add("status", chart.posts.status[post].rawValue)
    result.add("apex", if: chart.isApex(post))
    result.add("duties", assignments(of: post).map(text))
    result.add("clauses", chart.posts.adopts[post].map(\.reference.text))
  }

  private func add(_ organization: ID<Organization>, to result: inout Attributes) {
    result.add("organization-kind", chart.organizations.kind[organization].word)
    addPlace(chart.organizations.jurisdiction[organization], to: &result)
    result.add("posts", count: chart.members[organization].count)
    result.add("apex", if: chart.organizations.apex[organization])
  }

  private func add(_ duty: ID<Duty>, to result: inout Attributes) {
    addPlace(chart.duties.jurisdiction[duty], to: &result)
    result.add("domains", Array(chart.duties.domains[duty]))
    result.add("clauses", chart.duties.basis[duty].map(\.reference.text))
    result.add("risk", chart.duties.risk[duty]?.rawValue)
    result.add("status", chart.duties.status[duty].rawValue)
    for letter in Letter.allCases {
      result.add(letter.key, chart.assignees(of: duty, letter).map { name(of: Entity($0)) })
    }
  }

  private func addPlace(_ place: ID<Jurisdiction>, to result: inout Attributes) {
    result.add("jurisdiction", name(of: .jurisdiction(place)))
    result.add("level", chart.jurisdictions.level[place]?.word)
  }

  private func facts(of rows: [ID<Oversight>]) -> Attributes {
    var result = Attributes()
    let table = chart.oversight
    result.add("links", count: rows.count)
    result.add("keys", rows.map { table.key[$0] })
    result.add("instruments", each(rows.compactMap { table.instrument[$0]?[language] }))
    result.add("scope", each(rows.flatMap { table.scope[$0] }))
    result.add("clauses", each(rows.flatMap { table.basis[$0].map(\.reference.text) }))
    result.add("feeds", each(rows.flatMap { table.feeds[$0].map { name(of: Entity($0)) } }))
    let visits = rows.compactMap { table.perYear[$0] }
    result.add("per-year", number: visits.isEmpty ? nil : visits.reduce(0, +))
    return result
  }

  /// Each text once, in order of first use.
  private func each(_ texts: [String]) -> [String] {
    var seen = Set<String>()
    return texts.filter { seen.insert($0).inserted }
  }

  /// A post's letters, in order of strength.
  func assignments(of post: ID<Post>) -> [ID<Assignment>] {
    let letter = chart.assignments.letter
    return chart.assignmentsOfPost[post].map { (letter: letter[$0], row: $0) }
      .sorted { a, b in (a.letter, a.row) < (b.letter, b.row) }.map(\.row)
  }

  /// A letter and the duty it is on.
  func text(of row: ID<Assignment>) -> String {
    chart.assignments.letter[row].rawValue + " " + name(of: .duty(chart.assignments.duty[row]))
  }
}
