import RemitModel

/// What regulations ask of a place at its level, and who of the place's bodies and offices can stand for what they name.
package struct BlankPlan: Sendable {
  /// A class of office holder or a body; the same key in several regulations is one role.
  package struct Role: Sendable {
    package let key: String
    package let regulation: Int
    package let index: Int
    package let definition: Regulation.Role
    /// No regulation requires it.
    package var isOptional: Bool
    /// A regulation lays duties on each of its posts: there may be many.
    package var isMany: Bool
  }

  /// Where a body or an office sits: one organization of its kind in a place, and for outside bodies one each.
  package struct Seat: Sendable, Hashable {
    package let level: Level
    package let kind: OrganizationKind
  }

  package let regulations: [Regulation]
  package let place: BlankPlace
  /// Offices and bodies at the place's own level, in the order of the regulations.
  package let roles: [Role]
  /// Bodies of higher levels that must watch the place, since it has none of its own for it.
  package let outside: [Role]
  private let numbers: [String: Int]
  /// By role, the one that a chain has directly above it.
  private let chained: [String: String]

  package var level: Level { place.level }
  package var language: Language { place.language }
  package var offices: [Role] { roles.filter { !$0.definition.body } }
  package var bodies: [Role] { roles.filter(\.definition.body) }

  init(regulations: [Regulation], place: BlankPlace) {
    self.regulations = regulations
    self.place = place
    roles = Self.roles(of: regulations, at: place.level)
    outside = Self.outside(regulations, at: place.level)
    numbers = Dictionary((roles + outside).enumerated().map { ($0.element.key, $0.offset) }) { first, _ in first }
    chained = Self.chained(regulations, at: place.level)
  }

  /// The role of a key, at the own level or outside.
  package func role(_ key: String) -> Role? {
    numbers[key].map { $0 < roles.count ? roles[$0] : outside[$0 - roles.count] }
  }

  /// The office that a chain has directly above another at this level.
  func aboveInChains(_ key: String) -> String? { chained[key] }

  /// Where a role sits.
  package func seat(of role: Role) -> Seat {
    let levels = role.definition.levels
    let own = levels.contains(level)
    return Seat(level: own ? level : levels.max() ?? level, kind: role.definition.organization)
  }

  /// The levels of which the chart must show a place, its own first, up to the highest that outside bodies sit at.
  package var levels: [Level] {
    let top = outside.map { seat(of: $0).level }.min() ?? level
    return Level.allCases.filter { top <= $0 && $0 <= level }.reversed()
  }

  private static func roles(of regulations: [Regulation], at level: Level) -> [Role] {
    var roles: [Role] = []
    var known: [String: Int] = [:]
    for (number, regulation) in regulations.enumerated() {
      var many: Set<Int> = []
      for duty in regulation.duties where duty.each && duty.levels.contains(level) { many.formUnion(duty.roles) }
      for (index, role) in regulation.roles.enumerated() where role.levels.contains(level) {
        if let known = known[role.key] {
          roles[known].isOptional = roles[known].isOptional && role.optional
          roles[known].isMany = roles[known].isMany || many.contains(index)
          continue
        }
        known[role.key] = roles.count
        roles.append(
          Role(
            key: role.key, regulation: number, index: index, definition: role, isOptional: role.optional,
            isMany: many.contains(index)))
      }
    }
    return roles
  }

  /// Of each link that nobody at the own level can stand above, the lowest body of a higher level.
  private static func outside(_ regulations: [Regulation], at level: Level) -> [Role] {
    var found: [Role] = []
    for (number, regulation) in regulations.enumerated() {
      for link in regulation.links where link.levels.contains(level) && !link.downward {
        let indices = link.by.compactMap { if case .role(let role) = $0 { role } else { nil } }
        guard indices.count == link.by.count,
          !indices.contains(where: { regulation.roles[$0].levels.contains(level) })
        else { continue }
        let above = indices.filter { index in
          regulation.roles[index].body && regulation.roles[index].levels.contains { $0 < level }
        }
        let lowest = above.max { lowestLevel(regulation.roles[$0]) < lowestLevel(regulation.roles[$1]) }
        guard let lowest, !found.contains(where: { $0.key == regulation.roles[lowest].key }) else { continue }
        let role = regulation.roles[lowest]
        found.append(
          Role(
            key: role.key, regulation: number, index: lowest, definition: role, isOptional: role.optional,
            isMany: false))
      }
    }
    return found
  }

  private static func lowestLevel(_ role: Regulation.Role) -> Int { role.levels.map(\.rawValue).max() ?? 0 }
}
