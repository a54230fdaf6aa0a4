import RemitInspection
import RemitModel

extension Scope {
  /// The number of posts, duties and bodies from which on a chart is looked at only near its focus.
  static let large = 3_000

  /// The scope of a picture: everything, or what the options ask for.
  init(_ chart: Chart, _ ties: Ties, _ options: DrawingOptions, focused: [Entity], depth: Int) {
    let selection = options.selection
    let size = chart.posts.key.count + chart.duties.key.count + chart.organizations.key.count
    let isNear = options.focus != nil && size > Self.large
    guard options.onlyEvidence || isNear || !selection.isOfKindsOnly else {
      self.init(chart, kinds: selection.kinds)
      return
    }
    let search = CoreSearch(chart: chart, ties: ties, view: options.view)
    var core: Members?
    func keep(_ found: Members) { if core == nil { core = found } else { core?.keep(found) } }
    if !selection.isOfKindsOnly { keep(search.selected(selection)) }
    if options.onlyEvidence { keep(search.evidence(options.findings)) }
    if isNear { keep(search.near(focused, depth)) }
    self.init(chart, ties, core: core ?? Members(chart), view: options.view, selection: selection)
  }
}

extension Selection {
  fileprivate var isOfKindsOnly: Bool {
    var other = self
    other.kinds = []
    return other.isEverything
  }
}

/// Finds what is asked for.
private struct CoreSearch {
  let chart: Chart
  let ties: Ties
  let view: View

  // MARK: By words

  func selected(_ selection: Selection) -> Scope.Members {
    var members = Scope.Members(chart)
    let places = places(of: selection)
    for body in bodies(of: selection, in: places) {
      members.organizations.insert(body)
      for post in chart.members[body] { members.posts.insert(post) }
    }
    for place in places.ids {
      for duty in ties.duties[place.index] where selection.organizations.isEmpty || isHeld(duty, members) {
        members.duties.insert(duty)
      }
    }
    if !selection.domains.isEmpty { narrow(&members, to: Set(selection.domains)) }
    return members
  }

  /// The places that are named and all below them, as far as they are at levels that are named.
  private func places(of selection: Selection) -> IDSet<Jurisdiction> {
    let table = chart.jurisdictions
    var below = IDSet<Jurisdiction>(capacity: table.key.count)
    for place in selection.jurisdictions.isEmpty ? Array(table.ids) : selection.jurisdictions { below.insert(place) }
    var next = 0
    while next < below.ids.count {
      for place in ties.places[below.ids[next].index] { below.insert(place) }
      next += 1
    }
    guard !selection.levels.isEmpty else { return below }
    var result = IDSet<Jurisdiction>(capacity: table.key.count)
    for place in below.ids where table.level[place].map(selection.levels.contains) ?? false { result.insert(place) }
    return result
  }

  /// The bodies of those places; where some are named, only these and what is part of them.
  private func bodies(of selection: Selection, in places: IDSet<Jurisdiction>) -> [ID<Organization>] {
    let table = chart.organizations
    guard !selection.organizations.isEmpty else { return places.ids.flatMap { chart.bodies[$0] } }
    var parts = IDSet<Organization>(capacity: table.key.count)
    for body in selection.organizations { parts.insert(body) }
    var next = 0
    while next < parts.ids.count {
      for body in ties.bodies[parts.ids[next].index] { parts.insert(body) }
      next += 1
    }
    return parts.ids.filter { places.contains(table.jurisdiction[$0]) }
  }

  private func isHeld(_ duty: ID<Duty>, _ members: Scope.Members) -> Bool {
    chart.letters[duty].contains { row in
      chart.organization(of: chart.assignments.assignee[row]).map(members.organizations.contains) ?? false
    }
  }

  /// Leaves the duties of some domains, who has letters on them and who is overseen in them; in a chain also all above.
  private func narrow(_ members: inout Scope.Members, to domains: Set<String>) {
    var kept = Scope.Members(chart)
    for duty in members.duties.ids where chart.duties.domains[duty].contains(where: domains.contains) {
      kept.duties.insert(duty)
      for row in chart.letters[duty] { kept.insert(chart.assignments.assignee[row]) }
    }
    if view == .oversight {
      for node in members.nodes {
        let rows = ties.oversight[ties.space.index(node)]
        if rows.contains(where: { chart.oversight.scope[$0].contains(where: domains.contains) }) { kept.insert(node) }
      }
    }
    addHomes(&kept)
    if view == .chain { climb(&kept) }
    members.keep(kept)
  }

  private func addHomes(_ kept: inout Scope.Members) {
    for post in kept.posts.ids { kept.organizations.insert(chart.posts.organization[post]) }
  }

  /// Adds everybody above by command and charge. O(posts + links).
  private func climb(_ kept: inout Scope.Members) {
    var next = 0
    while next < kept.posts.ids.count {
      let post = kept.posts.ids[next]
      for above in chart.superiors[post] { kept.posts.insert(above) }
      for above in chart.chargedBy[chart.posts.organization[post]] { kept.posts.insert(above) }
      next += 1
    }
    addHomes(&kept)
  }

  // MARK: By findings and focus

  /// What findings rest on.
  func evidence(_ findings: [Finding]) -> Scope.Members {
    var kept = Scope.Members(chart)
    for finding in findings where finding.state == .open {
      for entity in finding.entities + finding.alone { add(entity, to: &kept) }
      for tie in finding.ties {
        add(tie.from, to: &kept)
        add(tie.to, to: &kept)
      }
    }
    return kept
  }

  private func add(_ entity: Entity, to kept: inout Scope.Members) {
    switch entity {
    case .post(let id):
      kept.posts.insert(id)
      kept.organizations.insert(chart.posts.organization[id])
    case .organization(let id):
      kept.organizations.insert(id)
      if let head = chart.head(of: id) { kept.posts.insert(head) }
    case .duty(let id): kept.duties.insert(id)
    case .oversight(let id):
      add(Entity(chart.oversight.by[id]), to: &kept)
      add(Entity(chart.oversight.of[id]), to: &kept)
    case .conflict(let id): for duty in chart.conflicts.duties[id] { kept.duties.insert(duty) }
    case .person(let id):
      for tenure in chart.tenures.ids where chart.tenures.person[tenure] == id {
        add(.post(chart.tenures.post[tenure]), to: &kept)
      }
    default: break
    }
  }

  /// What is within some links of the focus; never less than a view will find there.
  func near(_ focused: [Entity], _ depth: Int) -> Scope.Members {
    var kept = Scope.Members(chart)
    for entity in focused {
      add(entity, to: &kept)
      if case .duty(let duty) = entity, view != .duties {
        for row in chart.letters[duty] { add(Entity(chart.assignments.assignee[row]), to: &kept) }
      }
      if view == .chain {
        switch entity {
        case .duty, .organization: climb(&kept)
        default: break
        }
      }
    }
    for _ in 0..<depth {
      let before = kept
      Neighbours(chart: chart, ties: ties).add(of: before, to: &kept, view) { _ in true }
      if before.count == kept.count { break }
    }
    return kept
  }
}
