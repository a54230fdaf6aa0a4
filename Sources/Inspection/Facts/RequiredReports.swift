import RemitModel

/// The lines of reporting that roles are given by the chart's regulations, where no chain says the same.
package struct RequiredReports: Fact {
  package struct Case: Sendable {
    /// Index into `Obligations`.
    package let scope: Int
    package let role: Int
    /// Posts with no path of command or charge up to any role that theirs reports to.
    package let detached: [ID<Post>]
    /// Both ends are there, so that the line can be asked for.
    package let isJudged: Bool
  }

  /// By scope of `Obligations`, then as the regulation has them.
  package let cases: [Case]

  package init(_ chart: Chart, _ facts: Facts) {
    let ascent = facts[Ascent.self]
    var cases: [Case] = []
    for (number, scope) in facts[Obligations.self].scopes.enumerated() {
      let regulation = chart.regulations[scope.regulation]
      for (index, role) in regulation.roles.enumerated()
      where role.levels.contains(scope.level) && !role.reportsTo.isEmpty {
        if role.reportsTo.allSatisfy({ regulation.hasStep(from: $0, to: index, at: scope.level) }) { continue }
        let superiors = Set(role.reportsTo.flatMap { scope.posts[$0] }.map(Node.post))
        let posts = superiors.isEmpty ? [] : scope.posts[index]
        let detached = posts.filter { ascent.way(downTo: .post($0), dotted: false, from: superiors.contains) == nil }
        cases.append(Case(scope: number, role: index, detached: detached, isJudged: !posts.isEmpty))
      }
    }
    self.cases = cases
  }
}

extension Regulation {
  /// Whether a chain that binds the level has one role directly above the other there.
  fileprivate func hasStep(from upper: Int, to lower: Int, at level: Level) -> Bool {
    chains.contains { chain in
      let steps = chain.roles.filter { roles[$0].levels.contains(level) }
      return chain.levels.contains(level) && zip(steps, steps.dropFirst()).contains { $0 == upper && $1 == lower }
    }
  }
}
