import RemitModel

/// The links that the chart's regulations ask for and that its jurisdictions lack.
package struct RequiredLinks: Fact {
  /// One link of a regulation that some of its targets in one jurisdiction lack.
  package struct Gap: Sendable {
    package let regulation: Int
    package let jurisdiction: ID<Jurisdiction>
    package let link: Int
    package let missing: [Node]
    /// Somebody who could stand at the upper end, if the chart has one.
    package let by: Node?
  }

  package enum State: Sendable {
    case held, lacking
    /// Nobody stands at the upper end, which is a fault of its own or none.
    case unfilled
    /// There is nobody whom the link must reach.
    case notAsked
  }

  package struct Case: Sendable {
    /// Index into `Obligations`.
    package let scope: Int
    package let link: Int
    package let state: State
  }

  /// By scope of `Obligations`, then as the regulation has them.
  package let gaps: [Gap]
  /// Whether each link of a regulation is there in each place, in the same order.
  package let cases: [Case]

  package init(_ chart: Chart, _ facts: Facts) {
    var search = LinkSearch(chart, facts)
    var gaps: [Gap] = []
    var cases: [Case] = []
    for (number, scope) in facts[Obligations.self].scopes.enumerated() {
      search.enter(scope)
      for (index, link) in chart.regulations[scope.regulation].links.enumerated()
      where link.levels.contains(scope.level) {
        let (state, gap) = search.judge(index, link)
        cases.append(Case(scope: number, link: index, state: state))
        if let gap { gaps.append(gap) }
      }
    }
    self.gaps = gaps
    self.cases = cases
  }
}

/// Looks for a regulation's links in one jurisdiction after another.
private struct LinkSearch {
  private let chart: Chart
  private let facts: Facts
  private let watch: Watch
  private let ascent: Ascent
  private let command: ChainOfCommand
  private let casting: Casting
  private let obligations: Obligations
  private let holdings: Holdings
  /// The rows of assistance and support, which `Watch` leaves out, by target.
  private let help: [Node: [ID<Oversight>]]
  private var scope: Obligations.Scope?
  private var parent: Obligations.Scope?
  /// What directs a target, once it has been asked.
  private var above: [Node: [Node]] = [:]

  init(_ chart: Chart, _ facts: Facts) {
    self.chart = chart
    self.facts = facts
    watch = facts[Watch.self]
    ascent = facts[Ascent.self]
    command = facts[ChainOfCommand.self]
    casting = facts[Casting.self]
    obligations = facts[Obligations.self]
    holdings = facts[Holdings.self]
    var help: [Node: [ID<Oversight>]] = [:]
    for row in facts[OversightByKind.self].rows(of: .assist, .support) {
      help[chart.oversight.of[row], default: []].append(row)
    }
    self.help = help
  }

  mutating func enter(_ scope: Obligations.Scope) {
    self.scope = scope
    parent = obligations.parent(of: scope, in: chart)
    above.removeAll(keepingCapacity: true)
  }

  mutating func judge(
    _ index: Int, _ link: Regulation.Link
  ) -> (state: RequiredLinks.State, gap: RequiredLinks.Gap?) {
    guard let scope, let upper = link.downward ? parent : scope else { return (.notAsked, nil) }
    let regulation = chart.regulations[scope.regulation]
    let candidates = link.by.flatMap { nodes(of: $0, in: upper) }
    if candidates.isEmpty, isForeseen(link, in: upper) { return (.unfilled, nil) }
    let ends = casting.ends(link.by, of: scope.regulation)
    let anybody = link.by.allSatisfy { if case .role(let role) = $0 { regulation.roles[role].optional } else { false } }
    var seen: Set<Node> = []
    var missing: [Node] = []
    var isAsked = false
    for target in link.of.flatMap({ targets(of: $0, in: scope) }) where seen.insert(target).inserted {
      if !link.downward, casting.stands(target, for: ends, of: scope.regulation) { continue }
      isAsked = true
      let holds =
        isWritten(link, target, ends, anybody, upper) || isImplied(link, target, ends, candidates, upper)
      if !holds { missing.append(target) }
    }
    guard !missing.isEmpty else { return (isAsked ? .held : .notAsked, nil) }
    let gap = RequiredLinks.Gap(
      regulation: scope.regulation, jurisdiction: scope.jurisdiction, link: index, missing: missing,
      by: candidates.first)
    return (.lacking, gap)
  }

  /// Whether the lack of anybody at the upper end is no fault of this link: another rule tells of it, or the regulation
  /// does not ask for such a post at this level.
  private func isForeseen(_ link: Regulation.Link, in upper: Obligations.Scope) -> Bool {
    let regulation = chart.regulations[upper.regulation]
    return link.by.contains { end in
      guard case .role(let index) = end else { return false }
      let role = regulation.roles[index]
      return !role.optional && (role.levels.contains(upper.level) || !role.body)
    }
  }

  /// Who can stand for the upper end: an office in the jurisdiction, or a body, in it if possible, else anywhere.
  private func nodes(of end: Regulation.End, in scope: Obligations.Scope) -> [Node] {
    let kind: OrganizationKind
    switch end {
    case .kind(let wanted): kind = wanted
    case .role(let index):
      let role = chart.regulations[scope.regulation].roles[index]
      let posts = scope.posts[index].map(Node.post)
      if !role.body || !posts.isEmpty { return posts }
      kind = role.organization
    }
    let all = casting.organizations(of: kind)
    let own = all.filter { chart.organizations.jurisdiction[$0] == scope.jurisdiction }
    return (own.isEmpty ? all : own).map(Node.organization)
  }

  /// Whom the link must reach: the posts of a role that the regulation asks for at this level, or its bodies.
  private func targets(of end: Regulation.End, in scope: Obligations.Scope) -> [Node] {
    let kind: OrganizationKind
    switch end {
    case .kind(let wanted): kind = wanted
    case .role(let index):
      let role = chart.regulations[scope.regulation].roles[index]
      if !role.body { return role.levels.contains(scope.level) ? scope.posts[index].map(Node.post) : [] }
      kind = role.organization
    }
    return chart.bodies[scope.jurisdiction]
      .filter { chart.organizations.kind[$0] == kind && !chart.isAbolished($0) }.map(Node.organization)
  }

  /// A row of the chart says so, of the target, its organization or, for an organization, one of its posts.
  private func isWritten(
    _ link: Regulation.Link, _ target: Node, _ ends: Casting.Ends, _ anybody: Bool, _ upper: Obligations.Scope
  ) -> Bool {
    var places = [target]
    switch target {
    case .post(let post): places.append(.organization(chart.posts.organization[post]))
    case .organization(let organization): places += chart.members[organization].map(Node.post)
    case .duty: break
    }
    return places.contains { place in
      let rows = link.kind.isOversight ? watch.over(place) : (help[place] ?? [])[...]
      return rows.contains { row in
        let by = chart.oversight.by[row]
        return chart.oversight.kind[row] == link.kind
          && (!link.downward || chart.jurisdiction(of: by) == upper.jurisdiction)
          && (anybody || casting.stands(by, for: ends, of: upper.regulation))
      }
    }
  }

  /// What the chart says otherwise comes to the same: command and charge lead, guide, urge and coordinate; whoever
  /// reports to a post assists it; whoever has taken on the clause supports whom it names.
  private mutating func isImplied(
    _ link: Regulation.Link, _ target: Node, _ ends: Casting.Ends, _ candidates: [Node], _ upper: Obligations.Scope
  ) -> Bool {
    switch link.kind {
    case .assist:
      guard case .post(let superior) = target else { return false }
      return candidates.contains { candidate in
        if case .post(let post) = candidate { return command.above(post).contains(superior) }
        return false
      }
    case .support:
      return candidates.contains { candidate in
        guard case .post(let post) = candidate else { return false }
        return link.clauses.contains { !holdings.of(post, on: $0, in: upper.regulation).isEmpty }
      }
    default:
      return link.kind.followsFromCommand
        && directing(target).contains {
          chart.jurisdiction(of: $0) == upper.jurisdiction && casting.stands($0, for: ends, of: upper.regulation)
        }
    }
  }

  /// Who commands or is in charge of a target, or, of an organization, of one of its posts.
  private mutating func directing(_ target: Node) -> [Node] {
    if let known = above[target] { return known }
    var found = Array(ascent.above(target, dotted: false).dropFirst())
    if case .organization(let organization) = target {
      for post in chart.members[organization] {
        found += ascent.above(.post(post), dotted: false).dropFirst().filter { $0 != target }
      }
    }
    // An organization on the way is a step, not somebody who commands.
    found = found.filter { if case .post = $0 { true } else { false } }
    above[target] = found
    return found
  }
}
