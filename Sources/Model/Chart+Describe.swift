import RemitSource

// How a chart's entities are called and where they stand: what findings, drawings and reports all show.
extension Chart {
  /// The word for an entity's kind, as findings and `ignore` write it. Posts of a regulation's chart are roles.
  public func kind(of entity: Entity) -> String {
    switch entity {
    case .jurisdiction: "jurisdiction"
    case .organization: "organization"
    case .post: origin == .regulation ? "role" : "post"
    case .person: "person"
    case .duty: "duty"
    case .oversight: "oversight"
    case .conflict: "conflict"
    case .waiver: "waiver"
    case .suppression: "ignore"
    case .clause: "clause"
    case .role: "role"
    }
  }

  /// An entity's id as the file has it. For a waiver and a suppression, what they set aside.
  public func key(of entity: Entity) -> String {
    switch entity {
    case .jurisdiction(let id): jurisdictions.key[id]
    case .organization(let id): organizations.key[id]
    case .post(let id): posts.key[id]
    case .person(let id): persons.key[id]
    case .duty(let id): duties.key[id]
    case .oversight(let id): oversight.key[id]
    case .conflict(let id): conflicts.key[id]
    case .waiver(let id):
      waivers.clause[id].reference.text + (waivers.jurisdiction[id].map { "@" + jurisdictions.key[$0] } ?? "")
    case .suppression(let id):
      suppressions.rule[id] + (suppressions.subject[id].map { ":" + $0 } ?? "")
    case .clause(let regulation, let index): regulations[regulation].clauses[index].number.description
    case .role(let regulation, let index): regulations[regulation].roles[index].key
    }
  }

  /// An entity's name for people. Oversight is named by its ends; a clause by its citation.
  public func name(of entity: Entity) -> Localized {
    switch entity {
    case .jurisdiction(let id): return jurisdictions.name[id]
    case .organization(let id): return organizations.name[id]
    case .post(let id): return posts.name[id]
    case .person(let id): return persons.name[id]
    case .duty(let id): return duties.title[id]
    case .oversight(let id):
      let by = name(of: Entity(oversight.by[id]))
      let of = name(of: Entity(oversight.of[id]))
      let kind = oversight.kind[id].name
      return Localized(zh: "\(by.zh)\(kind.zh)\(of.zh)", en: "\(by.en) \(kind.en) \(of.en)")
    case .clause(let regulation, let index): return regulations[regulation].clauses[index].number.citation
    case .role(let regulation, let index): return regulations[regulation].roles[index].name
    case .conflict, .waiver, .suppression: return Localized(key(of: entity))
    }
  }

  /// Where an entity was written, or nil where no document holds it.
  public func location(of entity: Entity) -> Location? {
    switch entity {
    case .clause(let regulation, let index):
      regulations[regulation].sources.location(of: regulations[regulation].clauses[index].place)
    case .role(let regulation, let index):
      regulations[regulation].sources.location(of: regulations[regulation].roles[index].place)
    default: place(of: entity).flatMap { sources.location(of: $0) }
    }
  }

  /// Where an entity was written, in the chart's own documents; nil for a part of a regulation, which has others.
  public func place(of entity: Entity) -> Place? {
    switch entity {
    case .jurisdiction(let id): jurisdictions.place[id]
    case .organization(let id): organizations.place[id]
    case .post(let id): posts.place[id]
    case .person(let id): persons.place[id]
    case .duty(let id): duties.place[id]
    case .oversight(let id): oversight.place[id]
    case .conflict(let id): conflicts.place[id]
    case .waiver(let id): waivers.place[id]
    case .suppression(let id): suppressions.place[id]
    case .clause, .role: nil
    }
  }

  /// The jurisdiction that an organization, post, duty or node belongs to.
  @inlinable public func jurisdiction(of post: ID<Post>) -> ID<Jurisdiction> {
    organizations.jurisdiction[posts.organization[post]]
  }

  /// The jurisdiction of a node.
  @inlinable public func jurisdiction(of node: Node) -> ID<Jurisdiction> {
    switch node {
    case .post(let id): jurisdiction(of: id)
    case .organization(let id): organizations.jurisdiction[id]
    case .duty(let id): duties.jurisdiction[id]
    }
  }

  /// The organization that an assignee is, or sits in; nil for a duty.
  @inlinable public func organization(of node: Node) -> ID<Organization>? {
    switch node {
    case .post(let id): posts.organization[id]
    case .organization(let id): id
    case .duty: nil
    }
  }

  /// Whether a post stands at the top by design, itself or by its organization.
  @inlinable public func isApex(_ post: ID<Post>) -> Bool {
    posts.apex[post] || organizations.apex[posts.organization[post]]
  }
}

extension Chart {
  /// The ids of those with a letter on a duty, in the order written.
  public func assignees(of duty: ID<Duty>, _ letter: Letter) -> [Node] {
    letters[duty].compactMap { assignments.letter[$0] == letter ? assignments.assignee[$0] : nil }
  }

  /// Whether the chart says anything of command. A bare responsibility matrix does not, and nobody can be blamed then
  /// for having no superior.
  public var saysCommand: Bool { !superiors.values.isEmpty || !charges.values.isEmpty }

  /// The posts with a letter on a duty, in the order written; organizations are left out.
  public func posts(on duty: ID<Duty>, _ letter: Letter) -> [ID<Post>] {
    assignees(of: duty, letter).compactMap { if case .post(let post) = $0 { post } else { nil } }
  }

  /// The regulation and clause that a reference means: the named regulation, else the chart's first one. Nil for a
  /// regulation that the chart is not checked against, for a chart without one, and for what is no clause number.
  public func resolve(_ reference: ClauseReference) -> (regulation: Int, clause: ClauseNumber)? {
    guard let number = reference.number, !regulations.isEmpty else { return nil }
    guard let name = reference.regulation else { return (0, number) }
    guard let index = regulations.firstIndex(where: { $0.key == name }) else { return nil }
    return (index, number)
  }
}
