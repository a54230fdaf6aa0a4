import RemitInspection
import RemitModel

extension Scope {
  /// The number of posts, duties and bodies from which on a chart is looked at only near its focus.
  static let large = 3_000

  /// The scope of a picture: everything, or what the options ask for.
  init(_ chart: Chart, _ options: DrawingOptions, focused: [Entity], depth: Int) {
    let selection = options.selection
    let size = chart.posts.key.count + chart.duties.key.count + chart.organizations.key.count
    let isNear = options.focus != nil && size > Self.large
    guard options.onlyEvidence || isNear || !selection.isOfKindsOnly else {
      self.init(chart, kinds: selection.kinds)
      return
    }
    var core = Core(chart, options.view)
    if !selection.isOfKindsOnly { core.select(selection) }
    if options.onlyEvidence { core.keep(core.evidence(options.findings)) }
    if isNear { core.keep(core.near(focused, depth)) }
    self.init(chart, core: core.members, view: options.view, selection: selection)
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
private struct Core {
  let chart: Chart
  let view: View
  var members: Scope.Members

  init(_ chart: Chart, _ view: View) {
    self.chart = chart
    self.view = view
    members = Scope.Members(chart, true)
  }

  mutating func select(_ selection: Selection) {
    let places = selection.places(of: chart)
    let bodies = selection.bodies(of: chart, in: places)
    members.organizations = bodies
    for post in chart.posts.ids { members.posts[post.index] = bodies[chart.posts.organization[post].index] }
    for duty in chart.duties.ids {
      let isPlaced = places[chart.duties.jurisdiction[duty].index]
      let isHeld =
        selection.organizations.isEmpty
        || chart.letters[duty].contains { row in
          chart.organization(of: chart.assignments.assignee[row]).map { bodies[$0.index] } ?? false
        }
      members.duties[duty.index] = isPlaced && isHeld
    }
    if !selection.domains.isEmpty { narrow(to: Set(selection.domains)) }
  }

  /// Leaves the duties of some domains, who has letters on them and who is overseen in them; in a chain also all above.
  private mutating func narrow(to domains: Set<String>) {
    var kept = Scope.Members(chart)
    for duty in chart.duties.ids where chart.duties.domains[duty].contains(where: domains.contains) {
      guard members.duties[duty.index] else { continue }
      kept.duties[duty.index] = true
      for row in chart.letters[duty] { kept[chart.assignments.assignee[row]] = true }
    }
    if view == .oversight {
      for row in chart.oversight.ids where chart.oversight.scope[row].contains(where: domains.contains) {
        kept[chart.oversight.by[row]] = true
        kept[chart.oversight.of[row]] = true
      }
    }
    for post in chart.posts.ids where kept.posts[post.index] {
      kept.organizations[chart.posts.organization[post].index] = true
    }
    if view == .chain { climb(&kept) }
    keep(kept)
  }

  /// Adds everybody above by command and charge. O(posts + links).
  private func climb(_ kept: inout Scope.Members) {
    var stack = chart.posts.ids.filter { kept.posts[$0.index] }
    while let post = stack.popLast() {
      let above = Array(chart.superiors[post]) + Array(chart.chargedBy[chart.posts.organization[post]])
      for next in above where !kept.posts[next.index] {
        kept.posts[next.index] = true
        kept.organizations[chart.posts.organization[next].index] = true
        stack.append(next)
      }
    }
  }

  mutating func keep(_ kept: Scope.Members) {
    func both(_ a: [Bool], _ b: [Bool]) -> [Bool] { zip(a, b).map { $0 && $1 } }
    members.organizations = both(members.organizations, kept.organizations)
    members.posts = both(members.posts, kept.posts)
    members.duties = both(members.duties, kept.duties)
  }

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
      kept.posts[id.index] = true
      kept.organizations[chart.posts.organization[id].index] = true
    case .organization(let id):
      kept.organizations[id.index] = true
      if let head = chart.head(of: id) { kept.posts[head.index] = true }
    case .duty(let id): kept.duties[id.index] = true
    case .oversight(let id):
      add(Entity(chart.oversight.by[id]), to: &kept)
      add(Entity(chart.oversight.of[id]), to: &kept)
    case .conflict(let id): for duty in chart.conflicts.duties[id] { kept.duties[duty.index] = true }
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
      Neighbours(chart: chart, core: before).add(to: &kept, view, Array(chart.oversight.ids))
      if before == kept { break }
    }
    return kept
  }
}
