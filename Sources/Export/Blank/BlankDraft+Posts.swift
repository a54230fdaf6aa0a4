import RemitModel

extension BlankDraft {
  /// The place, and those above it that have a body which watches it.
  mutating func addPlaces() {
    for (index, level) in plan.levels.enumerated() {
      let isOwn = index == 0
      let name = isOwn ? plan.place.name : BlankNames.above(level, language)
      let id = ids.claim(name, or: level.word, in: "jurisdictions", language)
      places[level] = ID(contents.jurisdictions.key.count)
      contents.addJurisdiction(key: id, name: Localized(name), level: level, place: .none)
      let isLast = index == plan.levels.count - 1
      if !isLast { contents.jurisdictions.parent.set(ID(index), to: ID(index + 1)) }
    }
  }

  /// The organizations in which offices sit, the bodies, those that an office is in charge of, and outside bodies.
  mutating func addOrganizations() {
    for role in plan.offices { addOrganization(at: plan.seat(of: role), for: role) }
    for role in plan.offices {
      for kind in role.definition.inChargeOf {
        addOrganization(at: BlankPlan.Seat(level: plan.level, kind: kind), inChargeOf: role)
      }
    }
    for role in plan.bodies + plan.outside { addOrganization(at: plan.seat(of: role), for: role) }
    for (regulation, link) in plan.links {
      for case .kind(let kind) in link.by + link.of + link.feeds {
        addOrganization(at: BlankPlan.Seat(level: plan.level, kind: kind), clauses: link.clauses, of: regulation)
      }
    }
    if let (regulation, clause) = plan.unownedDiscipline {
      addOrganization(at: Self.discipline(plan.level), clauses: [clause], of: regulation)
    }
    for (seat, id) in organizations.sorted(by: { $0.value < $1.value }) {
      contents.organizations.parent.set(id, to: parent(of: seat))
    }
  }

  /// The seat of those who call to account where no regulation names them.
  static func discipline(_ level: Level) -> BlankPlan.Seat {
    BlankPlan.Seat(level: level, kind: OrganizationKind(word: "discipline-commission"))
  }

  private mutating func addOrganization(at seat: BlankPlan.Seat, for role: BlankPlan.Role) {
    let what = citation(role.definition.clauses, of: role.regulation)
    let name = role.definition.name[language]
    var remark = text("\(what)：\(name)", "\(what): \(name)")
    if role.definition.body, role.isOptional {
      remark += text("。可以没有；没有就删去。", ". Need not exist; delete the row if there is none.")
    }
    if seat.level != plan.level {
      remark += text("。在上级行政区，请改为实际名称。", ". Of a higher place; enter its real name.")
    }
    add(seat, named: role.definition.body ? role.definition.name : nil, remark)
  }

  private mutating func addOrganization(at seat: BlankPlan.Seat, inChargeOf role: BlankPlan.Role) {
    let what = citation(role.definition.clauses, of: role.regulation)
    let name = role.definition.name[language]
    add(seat, named: nil, text("\(what)：由“\(name)”分管", "\(what): in the charge of “\(name)”"))
  }

  private mutating func addOrganization(at seat: BlankPlan.Seat, clauses: [ClauseNumber], of regulation: Int) {
    add(seat, named: nil, citation(clauses, of: regulation))
  }

  private mutating func add(_ seat: BlankPlan.Seat, named role: Localized?, _ remark: String) {
    guard let home = places[seat.level] else { return }
    if let known = organizations[seat] {
      if !remarks.organizations[known.index].contains(remark) { remarks.organizations[known.index] += "\n" + remark }
      return
    }
    organizations[seat] = ID(contents.organizations.key.count)
    let isOwn = seat.level == plan.level
    let isOne = isOwn && (plan.bodies + plan.outside).count { $0.definition.organization == seat.kind } <= 1
    let short = (BlankNames.isNamed(seat.kind) && isOne ? seat.kind.name : role ?? seat.kind.name)[language]
    let name = isOwn ? BlankNames.name(of: seat.kind, in: plan.place) : nil
    contents.organizations.key.append(ids.claim(short, or: seat.kind.word, in: "nodes", language))
    contents.organizations.name.append(Localized(name ?? role?[language] ?? short))
    contents.organizations.kind.append(seat.kind)
    contents.organizations.jurisdiction.append(home)
    contents.organizations.parent.append(nil)
    // Who watches those who watch is not for the regulation to say, nor can a form.
    contents.organizations.apex.append(plan.offices.allSatisfy { plan.seat(of: $0) != seat } && !isCharge(seat))
    contents.organizations.place.append(.none)
    let many = plan.offices.contains { plan.seat(of: $0) == seat && $0.isMany } && seat.kind.isDepartment
    remarks.organizations.append(
      remark
        + (many
          ? text("。示例行：有几个就填几行，逐一改为实际单位。", ". An example: one row for each, by its real name.") : ""))
  }

  private func isCharge(_ seat: BlankPlan.Seat) -> Bool {
    seat.level == plan.level && plan.offices.contains { $0.definition.inChargeOf.contains(seat.kind) }
  }

  /// Departments belong to the committee or the government; bodies that watch stand by themselves.
  private func parent(of seat: BlankPlan.Seat) -> ID<Organization>? {
    guard seat.kind.isDepartment else { return nil }
    let isOfParty = ["party-department", "organization-department"].contains(seat.kind.word)
    let kind = isOfParty ? OrganizationKind.partyCommittee : .government
    return organizations[BlankPlan.Seat(level: seat.level, kind: kind)]
  }

  // MARK: Posts

  /// A post for each office, with its lines; somebody must be found for it.
  mutating func addPosts() {
    for role in plan.offices {
      guard let organization = organizations[plan.seat(of: role)] else { continue }
      let name = role.definition.name[language]
      let post = ID<Post>(contents.posts.key.count)
      posts[role.key] = post
      contents.posts.key.append(
        ids.claim(language == .chinese ? name : role.key, or: role.key, in: "nodes", language))
      contents.posts.name.append(Localized(name))
      contents.posts.organization.append(organization)
      contents.posts.role.append(roles[role.key])
      contents.posts.apex.append(false)
      contents.posts.status.append(.active)
      // What falls on every post of the role alike.
      contents.posts.adopts.append(adopted[role.key] ?? [])
      contents.posts.place.append(.none)
      remarks.posts.append(remark(on: role))
      addHolder(of: post)
    }
    addLines()
  }

  /// Somebody who is nobody yet, so that each post is found to be empty where its holder must be entered.
  private mutating func addHolder(of post: ID<Post>) {
    if contents.persons.key.count == 0 {
      let nobody = text("待定", "TBD")
      contents.persons.key.append(nobody)
      contents.persons.name.append(Localized(nobody))
      contents.persons.place.append(.none)
    }
    contents.tenures.post.append(post)
    contents.tenures.person.append(ID(0))
    contents.tenures.from.append(nil)
    contents.tenures.until.append(nil)
    contents.tenures.acting.append(false)
    contents.tenures.place.append(.none)
  }

  private func remark(on role: BlankPlan.Role) -> String {
    let what = citation(role.definition.clauses, of: role.regulation)
    let name = role.definition.name[language]
    var remark = text("\(what)：\(name)", "\(what): \(name)")
    if role.isOptional { remark += text("。可以不设；不设就删去。", ". Need not exist; delete the row if there is none.") }
    if role.isMany {
      remark += text(
        "。示例行：有几个岗位就填几行，承担条款照抄。", ". An example: one row for each such post, with the same adopted clauses.")
    }
    return remark
  }

  /// Reports and charges that a regulation demands; where only a chain tells who stands above, the line of the chain.
  private mutating func addLines() {
    for role in plan.offices {
      guard let post = posts[role.key] else { continue }
      for superior in superiors(of: role) { contents.superiors.append(post, superior, at: .none) }
      for kind in role.definition.inChargeOf {
        if let organization = organizations[BlankPlan.Seat(level: plan.level, kind: kind)] {
          contents.charges.append(post, organization, at: .none)
        }
      }
    }
    addUsualCharges()
    findAbove()
  }

  /// O(posts · lines).
  private mutating func findAbove() {
    let count = contents.posts.key.count
    var direct = [[ID<Post>]](repeating: [], count: count)
    for (post, superior) in zip(contents.superiors.sources, contents.superiors.targets) {
      direct[post.index].append(superior)
    }
    var charged: [ID<Organization>: [ID<Post>]] = [:]
    for (post, organization) in zip(contents.charges.sources, contents.charges.targets) {
      charged[organization, default: []].append(post)
    }
    for post in contents.posts.ids { direct[post.index] += charged[contents.posts.organization[post]] ?? [] }
    above = contents.posts.ids.map { start in
      var seen: Set<ID<Post>> = []
      var next = [start]
      while let post = next.popLast() {
        for superior in direct[post.index] where seen.insert(superior).inserted { next.append(superior) }
      }
      return seen
    }
  }

  /// Departments that watch, and that nobody is in charge of by the regulation, are in the charge of whoever heads what
  /// they belong to.
  private mutating func addUsualCharges() {
    for (seat, organization) in organizations.sorted(by: { $0.value < $1.value }) {
      guard let parent = contents.organizations.parent[organization],
        !contents.charges.targets.contains(organization),
        contents.posts.ids.allSatisfy({ contents.posts.organization[$0] != organization }),
        let head = contents.posts.ids.first(where: { contents.posts.organization[$0] == parent })
      else { continue }
      contents.charges.append(head, organization, at: .none)
      let name = seat.kind.name[language]
      remarks.openPosts.insert(head.index)
      remarks.posts[head.index] += text(
        "。由谁分管“\(name)”，法规没有写明，请核对。", ". The regulation does not say who is in charge of “\(name)”; check it.")
    }
  }

  /// One superior where the regulation names several: the one of the same organization, if there is one.
  func superiors(of role: BlankPlan.Role) -> [ID<Post>] {
    let named = role.definition.reportsTo.map { plan.regulations[role.regulation].roles[$0].key }
    let there = named.filter { posts[$0] != nil && $0 != role.key }
    let near = there.first { key in plan.role(key).map { plan.seat(of: $0) } == plan.seat(of: role) }
    if let chosen = near ?? there.first, let post = posts[chosen] { return [post] }
    guard let above = plan.aboveInChains(role.key), let post = posts[above] else { return [] }
    return [post]
  }
}
