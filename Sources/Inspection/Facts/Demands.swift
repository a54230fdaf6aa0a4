import RemitModel

/// What each clause of the chart's regulations lays on its roles, and how far each jurisdiction's posts hold it.
package struct Demands: Fact {
  /// The duties that one clause lays on the same roles at a level.
  package struct Demand: Sendable {
    package let clause: ClauseNumber
    package let roles: [Int]
    /// The strongest that is asked.
    package let letter: Letter
    /// Every post of the roles must hold it.
    package let each: Bool
    /// Indices of the regulation's duties.
    package let duties: [Int]
  }

  /// How far the posts of a demand's roles hold it.
  package enum State: Sendable {
    /// No post of the roles is there to hold it.
    case unfilled
    case held
    /// The posts that ought to hold it and have no tie to it, the ties that are too weak, and whether, where each post
    /// must hold it, another one does.
    case lacking(without: [ID<Post>], weak: [Holdings.Tie], othersHold: Bool)
  }

  package struct Case: Sendable {
    package let scope: Int
    package let demand: Demand
    package let state: State
  }

  /// By scope of `Obligations`, then as the regulation has them.
  package let cases: [Case]

  package init(_ chart: Chart, _ facts: Facts) {
    let obligations = facts[Obligations.self]
    let holdings = facts[Holdings.self]
    var tables: [[Level: [Demand]]] = chart.regulations.map { _ in [:] }
    var cases: [Case] = []
    for (index, scope) in obligations.scopes.enumerated() {
      let demands =
        tables[scope.regulation][scope.level] ?? Self.demands(of: chart.regulations[scope.regulation], at: scope.level)
      tables[scope.regulation][scope.level] = demands
      for demand in demands {
        cases.append(Case(scope: index, demand: demand, state: Self.state(of: demand, in: scope, holdings)))
      }
    }
    self.cases = cases
  }

  /// The demands of a regulation at one level, in the order of their first duties.
  package static func demands(of regulation: Regulation, at level: Level) -> [Demand] {
    struct Key: Hashable {
      let clause: ClauseNumber
      let roles: [Int]
    }
    var order: [Key] = []
    var duties: [Key: [Int]] = [:]
    for (index, duty) in regulation.duties.enumerated() where duty.levels.contains(level) {
      let roles = duty.roles.filter { regulation.roles[$0].levels.contains(level) && !regulation.roles[$0].body }
      guard !roles.isEmpty else { continue }
      let key = Key(clause: duty.clause, roles: roles)
      if duties[key] == nil { order.append(key) }
      duties[key, default: []].append(index)
    }
    return order.map { key in
      let rows = duties[key] ?? []
      return Demand(
        clause: key.clause, roles: key.roles, letter: rows.map { regulation.duties[$0].letter }.min() ?? .accountable,
        each: rows.contains { regulation.duties[$0].each }, duties: rows)
    }
  }

  private static func state(of demand: Demand, in scope: Obligations.Scope, _ holdings: Holdings) -> State {
    let posts = demand.roles.flatMap { scope.posts[$0] }
    if posts.isEmpty { return .unfilled }
    var without: [ID<Post>] = []
    var weak: [Holdings.Tie] = []
    var othersHold = false
    for post in posts {
      let ties = holdings.of(post, on: demand.clause, in: scope.regulation)
      if ties.contains(where: { $0.suffices(for: demand.letter) }) {
        if !demand.each { return .held }
        othersHold = true
      } else if ties.isEmpty {
        without.append(post)
      } else {
        weak += ties
      }
    }
    if without.isEmpty && weak.isEmpty { return .held }
    return .lacking(without: without, weak: weak, othersHold: othersHold)
  }
}

extension Inspection {
  /// What tells findings on a demand apart: regulation, clause and roles.
  package func detail(of demand: Demands.Demand, in regulation: Int) -> String {
    let roles = demand.roles.map { chart.regulations[regulation].roles[$0].key }
    return "\(chart.regulations[regulation].key):\(demand.clause):\(roles.joined(separator: ","))"
  }
}
