import RemitModel

/// Which roles that a regulation asks for are filled.
package struct Fillings: Fact {
  package enum State: Sendable {
    case filled
    /// The regulation asks for it and nobody is there.
    case missing
    /// The regulation does not ask for it at the level, or leaves it open.
    case notAsked
  }

  /// By scope of `Obligations`, then by role.
  package let states: [[State]]

  package init(_ chart: Chart, _ facts: Facts) {
    guard !chart.regulations.isEmpty else {
      states = []
      return
    }
    let casting = facts[Casting.self]
    var isFilled = [Bool](repeating: false, count: chart.roles.key.count)
    for post in chart.posts.ids where chart.posts.status[post] != .abolished {
      if let role = chart.posts.role[post] { isFilled[role.index] = true }
    }
    let filled = Set(chart.roles.ids.filter { isFilled[$0.index] }.map { chart.roles.key[$0] })
    // A body may watch several jurisdictions, so that one anywhere in the chart will do.
    let exists = chart.regulations.map { regulation in
      regulation.roles.map { role in
        role.body && (!casting.organizations(of: role.organization).isEmpty || filled.contains(role.key))
      }
    }
    states = facts[Obligations.self].scopes.map { scope in
      chart.regulations[scope.regulation].roles.enumerated().map { index, role in
        guard !role.optional && role.levels.contains(scope.level) else { return .notAsked }
        let isFilled = role.body ? exists[scope.regulation][index] : !scope.posts[index].isEmpty
        return isFilled ? .filled : .missing
      }
    }
  }
}
