/// What can stand at an end of an oversight link, or take a letter.
public enum Node: Sendable, Hashable, Comparable {
  case post(ID<Post>)
  case organization(ID<Organization>)
  case duty(ID<Duty>)
}

/// Anything that a finding can speak of.
public enum Entity: Sendable, Hashable, Comparable {
  case jurisdiction(ID<Jurisdiction>)
  case organization(ID<Organization>)
  case post(ID<Post>)
  case person(ID<Person>)
  case duty(ID<Duty>)
  case oversight(ID<Oversight>)
  case conflict(ID<Conflict>)
  case waiver(ID<Waiver>)
  case suppression(ID<Suppression>)
  /// A clause of one of the chart's regulations: the regulation's index, and the clause's in its outline.
  case clause(regulation: Int, index: Int)
  /// A role of one of the chart's regulations: the regulation's index, and the role's.
  case role(regulation: Int, index: Int)

  /// A node as an entity.
  public init(_ node: Node) {
    switch node {
    case .post(let id): self = .post(id)
    case .organization(let id): self = .organization(id)
    case .duty(let id): self = .duty(id)
    }
  }
}
