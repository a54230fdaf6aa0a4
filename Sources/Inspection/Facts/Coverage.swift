import RemitModel

/// How much of what the chart's regulations demand is met: each requirement of each jurisdiction counts once.
///
/// A requirement is a role that must be filled, a clause's duty that posts of a role must hold, a link or line of
/// reporting that must exist, or a chain that must hold. What nobody can meet because a role is not filled is missing
/// with that role. So something is missing just where REG001, REG002, REG003, REG004 or CHN001 finds it; what only an
/// `ignore` sets aside stays missing, what a waiver sets aside is waived.
package struct Coverage: Fact {
  package enum Kind: String, Sendable, CaseIterable {
    case role, duty, link, chain
  }

  package enum State: Sendable {
    case met, waived, missing
  }

  package struct Item: Sendable {
    /// Index into `Obligations`.
    package let scope: Int
    package let regulation: Int
    package let kind: Kind
    /// The first clause that makes the demand.
    package let clause: ClauseNumber?
    /// The chapter of that clause's article, where the outline tells it.
    package let chapter: Int?
    package let state: State
  }

  /// How many requirements are in which state.
  package struct Tally: Sendable, Equatable {
    package var met = 0
    package var waived = 0
    package var missing = 0

    package var total: Int { met + waived + missing }

    package init() {}

    fileprivate mutating func add(_ state: State) {
      switch state {
      case .met: met += 1
      case .waived: waived += 1
      case .missing: missing += 1
      }
    }
  }

  /// By kind, then by scope of `Obligations`.
  package let items: [Item]

  package init(_ chart: Chart, _ facts: Facts) {
    var count = RequirementCount(chart, facts)
    count.addRoles()
    count.addDuties()
    count.addLinks()
    count.addReports()
    count.addChains()
    items = count.items
  }

  /// What is met of one regulation.
  package func tally(of regulation: Int, where isWanted: (Item) -> Bool = { _ in true }) -> Tally {
    var tally = Tally()
    for item in items where item.regulation == regulation && isWanted(item) { tally.add(item.state) }
    return tally
  }

  /// What is met of one regulation by chapter, ascending; what no chapter holds comes last.
  package func chapters(of regulation: Int) -> [(chapter: Int?, tally: Tally)] {
    var tallies: [Int?: Tally] = [:]
    for item in items where item.regulation == regulation { tallies[item.chapter, default: Tally()].add(item.state) }
    return tallies.sorted { ($0.key ?? .max) < ($1.key ?? .max) }.map { ($0.key, $0.value) }
  }
}

/// Goes through all requirements.
private struct RequirementCount {
  private struct Place: Hashable {
    let regulation: Int
    let jurisdiction: ID<Jurisdiction>
  }

  private struct ChainPlace: Hashable {
    let place: Place
    let chain: Int
  }

  private let chart: Chart
  private let facts: Facts
  private let allowances: Allowances
  private let scopes: [Obligations.Scope]
  private let fillings: [[Fillings.State]]
  private let scopeAt: [Place: Int]
  /// By regulation: the chapter of each article.
  private let chapters: [[Int: Int]]
  private(set) var items: [Coverage.Item] = []

  init(_ chart: Chart, _ facts: Facts) {
    self.chart = chart
    self.facts = facts
    allowances = Allowances(chart)
    scopes = facts[Obligations.self].scopes
    fillings = facts[Fillings.self].states
    var scopeAt: [Place: Int] = [:]
    for (index, scope) in scopes.enumerated() {
      scopeAt[Place(regulation: scope.regulation, jurisdiction: scope.jurisdiction)] = index
    }
    self.scopeAt = scopeAt
    chapters = chart.regulations.map { regulation in
      var chapters: [Int: Int] = [:]
      for clause in regulation.clauses {
        if let chapter = clause.chapter, chapters[clause.number.article] == nil {
          chapters[clause.number.article] = chapter
        }
      }
      return chapters
    }
  }

  mutating func addRoles() {
    for (index, scope) in scopes.enumerated() {
      for (number, role) in chart.regulations[scope.regulation].roles.enumerated() {
        switch fillings[index][number] {
        case .notAsked: continue
        case .filled: add(.role, index, role.clauses, .met)
        case .missing: add(.role, index, role.clauses, unmet(role.clauses, index))
        }
      }
    }
  }

  mutating func addDuties() {
    for item in facts[Demands.self].cases {
      let clauses = [item.demand.clause]
      switch item.state {
      case .held: add(.duty, item.scope, clauses, .met)
      case .lacking: add(.duty, item.scope, clauses, unmet(clauses, item.scope))
      case .unfilled: addUnfilled(.duty, item.scope, clauses, item.demand.roles, at: item.scope)
      }
    }
  }

  mutating func addLinks() {
    for item in facts[RequiredLinks.self].cases {
      let scope = scopes[item.scope]
      let link = chart.regulations[scope.regulation].links[item.link]
      // Nobody is asked to watch from a level above that the chart does not show.
      guard let upper = link.downward ? parent(of: scope) : item.scope else { continue }
      let targets = roles(link.of).filter { fillings[item.scope][$0] == .missing }
      switch item.state {
      case .lacking: add(.link, item.scope, link.clauses, unmet(link.clauses, item.scope))
      case .held where targets.isEmpty: add(.link, item.scope, link.clauses, .met)
      case .held, .notAsked: addUnfilled(.link, item.scope, link.clauses, targets, at: item.scope)
      case .unfilled: addUnfilled(.link, item.scope, link.clauses, roles(link.by), at: upper)
      }
    }
  }

  mutating func addReports() {
    for item in facts[RequiredReports.self].cases {
      let role = chart.regulations[scopes[item.scope].regulation].roles[item.role]
      if !item.isJudged {
        addUnfilled(.link, item.scope, role.clauses, [item.role] + role.reportsTo, at: item.scope)
      } else {
        add(.link, item.scope, role.clauses, item.detached.isEmpty ? .met : unmet(role.clauses, item.scope))
      }
    }
  }

  mutating func addChains() {
    var broken: [ChainPlace: Coverage.State] = [:]
    let breaks = facts[ChainBreaks.self]
    for gap in breaks.breaks {
      let place = Place(regulation: gap.regulation, jurisdiction: gap.jurisdiction)
      guard let scope = scopeAt[place] else { continue }
      let state = unmet(gap.clauses(in: chart), scope)
      for chain in gap.chains {
        let key = ChainPlace(place: place, chain: chain)
        if broken[key] != .missing { broken[key] = state }
      }
    }
    for (index, scope) in scopes.enumerated() {
      let place = Place(regulation: scope.regulation, jurisdiction: scope.jurisdiction)
      for (number, chain) in chart.regulations[scope.regulation].chains.enumerated()
      where chain.levels.contains(scope.level) {
        if let state = broken[ChainPlace(place: place, chain: number)] {
          add(.chain, index, chain.clauses, state)
          continue
        }
        let steps = ChainBreaks.steps(of: chain, in: scope, chart)
        guard steps.count > 1 else { continue }
        if steps.contains(where: { ChainBreaks.nodes(of: $0, in: scope, chart).isEmpty }) {
          addUnfilled(.chain, index, chain.clauses, steps, at: index)
        } else {
          add(.chain, index, chain.clauses, .met)
        }
      }
    }
  }

  /// A requirement that nobody is there to meet: it shares the state of the roles that must be filled first. Where no
  /// such role is asked for, nor is this.
  private mutating func addUnfilled(
    _ kind: Coverage.Kind, _ scope: Int, _ clauses: [ClauseNumber], _ roles: [Int], at place: Int
  ) {
    let causes = roles.filter { fillings[place][$0] == .missing }
    guard !causes.isEmpty else { return }
    let definitions = chart.regulations[scopes[place].regulation].roles
    let isWaived =
      unmet(clauses, scope) == .waived || causes.allSatisfy { unmet(definitions[$0].clauses, place) == .waived }
    add(kind, scope, clauses, isWaived ? .waived : .missing)
  }

  private mutating func add(
    _ kind: Coverage.Kind, _ scope: Int, _ clauses: [ClauseNumber], _ state: Coverage.State
  ) {
    let regulation = scopes[scope].regulation
    items.append(
      Coverage.Item(
        scope: scope, regulation: regulation, kind: kind, clause: clauses.first,
        chapter: clauses.first.flatMap { chapters[regulation][$0.article] }, state: state))
  }

  private func unmet(_ clauses: [ClauseNumber], _ scope: Int) -> Coverage.State {
    let requirement = Requirement(
      regulation: scopes[scope].regulation, clauses: clauses, jurisdiction: scopes[scope].jurisdiction)
    return allowances.isWaived(requirement) ? .waived : .missing
  }

  private func parent(of scope: Obligations.Scope) -> Int? {
    chart.jurisdictions.parent[scope.jurisdiction].flatMap {
      scopeAt[Place(regulation: scope.regulation, jurisdiction: $0)]
    }
  }

  private func roles(_ ends: [Regulation.End]) -> [Int] {
    ends.compactMap { if case .role(let role) = $0 { role } else { nil } }
  }
}
