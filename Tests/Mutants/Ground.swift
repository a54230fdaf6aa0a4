import RemitInspection
import RemitModel
import RemitRules

/// A clean chart and what mutations ask of it.
package struct Ground: Sendable {
  package let chart: Chart
  let facts: Facts

  package init(_ chart: Chart) {
    self.chart = chart
    facts = Facts(chart)
  }

  /// How findings name an entity.
  func key(_ entity: Entity) -> String { "\(chart.kind(of: entity)):\(chart.key(of: entity))" }

  /// How findings name a post that a mutation adds under the id `mutant`.
  var newPost: String { chart.origin == .regulation ? "role:mutant" : "post:mutant" }

  /// A site at some entities: an edit of the chart, after which a finding must name `expected`, else the first entity.
  func site(
    _ entities: Entity..., expecting expected: [String]? = nil,
    edit: @escaping @Sendable (inout ChartContents) -> Void
  ) -> Mutation.Site {
    let keys = entities.map(key)
    return Mutation.Site(name: keys.joined(separator: " "), expected: expected ?? [keys[0]]) { chart in
      var contents = ChartContents(chart)
      edit(&contents)
      return Chart(contents)
    }
  }

  /// A site in the regulation of which the chart shows the roles.
  func site(
    clause: ClauseNumber, expecting expected: String, edit: @escaping @Sendable (inout RegulationParts) -> Void
  ) -> Mutation.Site {
    Mutation.Site(name: "clause:\(clause)", expected: [expected]) { chart in
      var parts = RegulationParts(chart.regulations[0])
      edit(&parts)
      return parts.regulation.asChart()
    }
  }

  /// A rule's threshold as it stands by default, or what is given where the catalogue lacks the rule or setting.
  func threshold(_ code: String, _ key: String = "limit", else standard: Double) -> Int {
    Int(Catalogue.rule(code)?.settings.first { $0.key == key }?.standard ?? standard)
  }

  /// Whether the chart tells of duties or oversight. In one that only tells who reports to whom, the first duty or link
  /// would be a chart of another kind rather than a defect.
  var tellsOfWork: Bool { !chart.assignments.ids.isEmpty || !chart.oversight.ids.isEmpty }
}

// Duties and letters.
extension Ground {
  var activeDuties: [ID<Duty>] { chart.duties.ids.filter { chart.duties.status[$0] == .active } }

  func posts(on duty: ID<Duty>, _ letter: Letter) -> [ID<Post>] { chart.posts(on: duty, letter) }

  /// The one post that answers for a duty; nil where several do.
  func accountable(_ duty: ID<Duty>) -> ID<Post>? {
    let all = chart.assignees(of: duty, .accountable)
    guard all.count == 1, case .post(let post) = all[0] else { return nil }
    return post
  }

  func hasLetter(_ post: ID<Post>, on duty: ID<Duty>) -> Bool {
    chart.letters[duty].contains { chart.assignments.assignee[$0] == .post(post) }
  }

  func hasLead(_ duty: ID<Duty>) -> Bool { chart.letters[duty].contains { chart.assignments.lead[$0] } }

  /// The organizations of those with A, R or S, each once.
  func bodies(sharing duty: ID<Duty>, _ letters: Set<Letter> = [.accountable, .responsible, .supports])
    -> [ID<Organization>]
  {
    var bodies: [ID<Organization>] = []
    for row in chart.letters[duty] where letters.contains(chart.assignments.letter[row]) {
      if let body = chart.organization(of: chart.assignments.assignee[row]), !bodies.contains(body) {
        bodies.append(body)
      }
    }
    return bodies
  }

  func duties(of post: ID<Post>, _ letters: Set<Letter>) -> [ID<Duty>] {
    var duties: [ID<Duty>] = []
    for row in chart.assignmentsOfPost[post] where letters.contains(chart.assignments.letter[row]) {
      let duty = chart.assignments.duty[row]
      if chart.duties.status[duty] == .active, !duties.contains(duty) { duties.append(duty) }
    }
    return duties
  }

  func duties(in jurisdiction: ID<Jurisdiction>) -> [ID<Duty>] {
    activeDuties.filter { chart.duties.jurisdiction[$0] == jurisdiction }
  }

  /// Whether two posts answer together by a regulation.
  func areJoint(_ posts: [ID<Post>]) -> Bool { facts[JointRoles.self].cover(posts.map(Node.post), in: chart) }
}

// Posts and command.
extension Ground {
  var postsInForce: [ID<Post>] { chart.posts.ids.filter(chart.isInForce) }

  func home(_ post: ID<Post>) -> ID<Organization> { chart.posts.organization[post] }

  func place(_ post: ID<Post>) -> ID<Jurisdiction> { chart.jurisdiction(of: post) }

  func posts(in jurisdiction: ID<Jurisdiction>) -> [ID<Post>] { postsInForce.filter { place($0) == jurisdiction } }

  /// Everybody above a post by the solid line.
  func above(_ post: ID<Post>) -> [ID<Post>] { facts[ChainOfCommand.self].above(post) }

  func isAbove(_ upper: ID<Post>, _ lower: ID<Post>) -> Bool { above(lower).contains(upper) }

  /// Whether one post can direct another, by whatever carries direction.
  func directs(_ upper: ID<Post>, _ lower: ID<Post>) -> Bool {
    var climber = facts[Direction.self].climber()
    return climber.does(.post(upper), direct: .post(lower), or: .post(lower))
  }

  /// The superiors of a post that sit in its own jurisdiction.
  func localSuperiors(_ post: ID<Post>) -> [ID<Post>] {
    chart.superiors[post].filter { place($0) == place(post) }
  }

  /// Another post of the same jurisdiction that can answer beside one: its superior, else one who reports to it.
  func neighbour(of post: ID<Post>, not duty: ID<Duty>) -> ID<Post>? {
    let near = localSuperiors(post) + chart.reports[post].filter { place($0) == place(post) }
    return near.first { !hasLetter($0, on: duty) && !areJoint([post, $0]) }
  }

  func isLeadership(_ organization: ID<Organization>) -> Bool {
    [.government, .partyCommittee].contains(chart.organizations.kind[organization])
  }

  func isDepartment(_ organization: ID<Organization>) -> Bool { chart.organizations.kind[organization].isDepartment }

  func areHeadsDeclared(in jurisdiction: ID<Jurisdiction>) -> Bool {
    facts[Heads.self].areDeclared(in: jurisdiction)
  }
}

// Oversight.
extension Ground {
  func rows(_ kinds: LinkKind...) -> [ID<Oversight>] {
    chart.oversight.ids.filter { kinds.contains(chart.oversight.kind[$0]) }
  }

  /// The rows of oversight over a post or its organization.
  func watching(_ post: ID<Post>) -> Set<ID<Oversight>> { Set(facts[Watch.self].reaching(post, in: chart)) }

  /// The posts with an A, whom oversight must reach.
  var answering: [ID<Post>] { postsInForce.filter { !duties(of: $0, [.accountable]).isEmpty } }
}
