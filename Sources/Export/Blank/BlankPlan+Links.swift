import RemitModel

extension BlankPlan {
  /// The links that regulations ask for within a place of the level, with the number of the regulation.
  package var links: [(regulation: Int, link: Regulation.Link)] {
    regulations.enumerated().flatMap { number, regulation in
      regulation.links.filter { $0.levels.contains(level) && !$0.downward }.map { (number, $0) }
    }
  }

  /// The clause by which people are called to account, where no link says who does it.
  var unownedDiscipline: (regulation: Int, clause: ClauseNumber)? {
    if links.contains(where: { $0.link.kind == .discipline }) { return nil }
    for (number, regulation) in regulations.enumerated() {
      if let entry = regulation.accountability.first(where: { $0.effect == .pursue }) { return (number, entry.clause) }
    }
    return nil
  }

  /// Of each office that has another one directly above it in a chain at a level, the first such.
  static func chained(_ regulations: [Regulation], at level: Level) -> [String: String] {
    var above: [String: String] = [:]
    for regulation in regulations {
      for chain in regulation.chains where chain.levels.contains(level) {
        let steps = chain.roles.map { regulation.roles[$0] }.filter { $0.levels.contains(level) && !$0.body }
        for (upper, lower) in zip(steps, steps.dropFirst()) where upper.key != lower.key && above[lower.key] == nil {
          above[lower.key] = upper.key
        }
      }
    }
    return above
  }

  /// Whether the regulations ask for more than a form can show.
  static func isTooLarge(_ regulations: [Regulation]) -> Bool {
    var ends = 0
    for link in regulations.flatMap(\.links) { ends += link.by.count + link.of.count + link.feeds.count }
    let duties = regulations.flatMap(\.duties)
    let holders = duties.reduce(0) { $0 + $1.roles.count }
    return regulations.reduce(0) { $0 + $1.roles.count } > mostRoles || holders > mostRows || ends > mostRows
  }

  static let mostRoles = 1000
  static let mostRows = 10_000
}
