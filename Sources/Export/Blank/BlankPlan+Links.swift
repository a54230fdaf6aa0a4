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

  /// The office that a chain has directly above another at this level.
  func aboveInChains(_ key: String) -> String? {
    for regulation in regulations {
      for chain in regulation.chains where chain.levels.contains(level) {
        let steps = chain.roles.map { regulation.roles[$0] }.filter { $0.levels.contains(level) && !$0.body }
        for (upper, lower) in zip(steps, steps.dropFirst()) where lower.key == key && upper.key != key {
          return upper.key
        }
      }
    }
    return nil
  }

  /// Whether a chain or a report puts one office above another, however far. O(roles · lines).
  func stands(_ upper: String, above lower: String) -> Bool {
    var seen: Set<String> = [lower]
    var next = [lower]
    while let key = next.popLast() {
      guard let role = role(key), !role.definition.body else { continue }
      let roles = regulations[role.regulation].roles
      let above = role.definition.reportsTo.map { roles[$0].key } + (aboveInChains(key).map { [$0] } ?? [])
      for candidate in above where seen.insert(candidate).inserted {
        if candidate == upper { return true }
        next.append(candidate)
      }
    }
    return false
  }
}
