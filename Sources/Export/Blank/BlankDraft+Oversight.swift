import RemitModel

extension BlankDraft {
  /// The oversight that regulations ask for, but what the lines of command and charge say already.
  mutating func addOversight() {
    for (number, link) in plan.links { add(link, of: number) }
    guard let (regulation, clause) = plan.unownedDiscipline,
      let by = organizations[Self.discipline(plan.level)]
    else { return }
    let what = citation([clause], of: regulation)
    add(
      .discipline, by: .organization(by), of: contents.posts.ids.map(Node.post), instrument: nil,
      basis: [cited(clause, of: regulation)], feeds: [],
      text(
        "\(what)要追究责任，没有写明由谁追究。示例行，请核对。",
        "\(what) has people called to account and says not by whom. An example; check it."),
      open: ["by", "of", "instrument"])
  }

  private mutating func add(_ link: Regulation.Link, of regulation: Int) {
    let roles = plan.regulations[regulation].roles
    let targets = link.of.compactMap { node($0, of: regulation) }
    let candidates = link.by.compactMap { end in node(end, of: regulation).map { (end: end, node: $0) } }
    // Whom somebody commands who may stand above, nobody else need lead, guide, urge or coordinate.
    let left = targets.filter { target in
      !candidates.contains { $0.node == target || link.kind.followsFromCommand && commands($0.node, target) }
    }
    guard !left.isEmpty, let by = candidates.first else { return }
    if link.kind == .assist, left.allSatisfy({ commands($0, by.node) }) { return }
    var remark = citation(link.clauses, of: regulation)
    remark += text("：\(link.kind.name.zh)", ": \(link.kind.name.en)")
    var open: [String] = []
    if case .role(let index) = by.end, roles[index].optional {
      remark += text("。由谁来做，法规没有写明，请核对。", ". The regulation does not say by whom; check it.")
      open.append("by")
    }
    var feeds = link.feeds.compactMap { node($0, of: regulation) }.filter { $0 != by.node }
    let more = usualFeeds(of: link.kind, by: by.node, besides: feeds)
    if !more.isEmpty {
      remark += text("。结果报送谁，法规没有全写明，请核对。", ". The regulation does not say all who get the results; check them.")
      feeds += more
      open.append("feeds")
    }
    let scope = link.kind == .check ? domains(of: link.clauses, in: regulation) : []
    if !scope.isEmpty {
      remark += text("。范围取自该条职责的领域，请核对。", ". The scope is the domains of the clause's duties; check it.")
      open.append("scope")
    }
    add(
      link.kind, by: by.node, of: left, scope: scope, instrument: link.instrument?[language],
      basis: link.clauses.map { cited($0, of: regulation) }, feeds: feeds, remark, open: open)
  }

  /// Who else usually gets the results: those who call to account, where the regulation does not say who these are; and
  /// where it names nobody at all, the superior of the overseer.
  private func usualFeeds(of kind: LinkKind, by: Node, besides feeds: [Node]) -> [Node] {
    switch kind {
    case .audit, .inspect:
      guard plan.unownedDiscipline != nil, let body = organizations[Self.discipline(plan.level)] else { return [] }
      return feeds.contains(.organization(body)) ? [] : [.organization(body)]
    case .assess:
      guard feeds.isEmpty, case .post(let post) = by else { return [] }
      return zip(contents.superiors.sources, contents.superiors.targets).filter { $0.0 == post }.map { .post($0.1) }
    default: return []
    }
  }

  /// The domains of the duties that clauses lay down, each once.
  private func domains(of clauses: [ClauseNumber], in regulation: Int) -> [String] {
    var domains: [String] = []
    for duty in plan.regulations[regulation].duties where clauses.contains(duty.clause) {
      for domain in duty.domains where !domains.contains(domain) { domains.append(domain) }
    }
    return domains
  }

  private mutating func add(
    _ kind: LinkKind, by: Node, of targets: [Node], scope: [String] = [], instrument: String?, basis: [Cited],
    feeds: [Node], _ remark: String, open: [String]
  ) {
    for target in targets where target != by {
      let name = "\(kind.rawValue):\(key(of: by)):\(key(of: target))"
      // What two clauses ask alike is one link.
      if let known = links[name] {
        let more = basis.filter { !contents.oversight.basis[known].contains($0) }
        if !more.isEmpty { contents.oversight.basis.set(known, to: Array(contents.oversight.basis[known]) + more) }
        continue
      }
      links[name] = ID(contents.oversight.key.count)
      contents.oversight.key.append(name)
      contents.oversight.kind.append(kind)
      contents.oversight.by.append(by)
      contents.oversight.of.append(target)
      contents.oversight.scope.append(scope)
      contents.oversight.instrument.append(instrument.map { Localized($0) })
      contents.oversight.basis.append(basis)
      contents.oversight.perYear.append(nil)
      contents.oversight.planned.append(nil)
      contents.oversight.feeds.append(feeds)
      contents.oversight.place.append(.none)
      if !open.isEmpty { remarks.openOversight[remarks.oversight.count] = open }
      remarks.oversight.append(remark)
    }
  }

  private func key(of node: Node) -> String {
    switch node {
    case .post(let id): contents.posts.key[id]
    case .organization(let id): contents.organizations.key[id]
    case .duty(let id): contents.duties.key[id]
    }
  }

  /// Who stands for an end of a link here.
  private func node(_ end: Regulation.End, of regulation: Int) -> Node? {
    switch end {
    case .kind(let kind): organizations[BlankPlan.Seat(level: plan.level, kind: kind)].map { .organization($0) }
    case .role(let index):
      plan.role(plan.regulations[regulation].roles[index].key).flatMap { role in
        if role.definition.body { return organizations[plan.seat(of: role)].map { .organization($0) } }
        return posts[role.key].map { .post($0) }
      }
    }
  }

  /// Whether a post is above another post in command, or is in charge of its organization.
  private func commands(_ upper: Node, _ lower: Node) -> Bool {
    guard case .post(let upper) = upper, case .post(let lower) = lower else { return false }
    return above[lower.index].contains(upper)
  }
}
