import RemitModel

extension BlankDraft {
  /// A duty of several regulations that say the same of the same roles is one.
  private struct Sameness: Hashable {
    let title: Localized
    let roles: [String]
    let letter: Letter
  }

  /// The clauses that a post of a role adopts: what falls on every post of the role alike.
  func adopted(by role: BlankPlan.Role) -> [Cited] {
    var adopted: [Cited] = []
    for (number, regulation) in plan.regulations.enumerated() {
      for duty in regulation.duties where duty.each && duty.levels.contains(plan.level) {
        guard duty.roles.contains(where: { regulation.roles[$0].key == role.key }) else { continue }
        let clause = cited(duty.clause, of: number)
        if !adopted.contains(clause) { adopted.append(clause) }
      }
    }
    return adopted
  }

  /// Every duty that falls on one post, with its letters.
  mutating func addDuties() {
    var known: [Sameness: ID<Duty>] = [:]
    for (number, regulation) in plan.regulations.enumerated() {
      for duty in regulation.duties where !duty.each && duty.levels.contains(plan.level) {
        let offices = duty.roles.map { regulation.roles[$0].key }.filter { posts[$0] != nil }
        guard !offices.isEmpty else { continue }
        let basis = cited(duty.clause, of: number)
        let sameness = Sameness(title: duty.title, roles: offices, letter: duty.letter)
        if let same = known[sameness] {
          if !contents.duties.basis[same].contains(basis) {
            contents.duties.basis.set(same, to: Array(contents.duties.basis[same]) + [basis])
          }
          continue
        }
        known[sameness] = ID(contents.duties.key.count)
        add(duty, basis, number)
        addLetters(of: duty, on: offices, of: number)
      }
    }
  }

  private mutating func add(_ duty: Regulation.Duty, _ basis: Cited, _ regulation: Int) {
    let title = duty.title[language]
    contents.duties.key.append(ids.claim(title, or: duty.key, in: "nodes", language))
    contents.duties.title.append(Localized(title))
    contents.duties.jurisdiction.append(ID(0))
    contents.duties.domains.append(duty.domains)
    contents.duties.basis.append([basis])
    contents.duties.joint.append(duty.letter == .accountable && duty.roles.count > 1)
    contents.duties.status.append(.active)
    contents.duties.risk.append(nil)
    contents.duties.place.append(.none)
    let names = duty.roles.map { plan.regulations[regulation].roles[$0].name[language] }
    let what = citation([duty.clause], of: regulation)
    remarks.duties.append(
      text("\(what)：\(names.joined(separator: "、"))", "\(what): \(names.joined(separator: ", "))"))
  }

  /// Who answers and who does it. Of several that answer together the one that commands no other of them does it, and
  /// the one that the regulation has go first leads.
  private mutating func addLetters(of duty: Regulation.Duty, on offices: [String], of regulation: Int) {
    let term = duty.term.map { plan.regulations[regulation].terms[$0].name[language] }
    let what = citation([duty.clause], of: regulation)
    let lead = offices.count > 1 ? leader(of: offices, in: regulation) : nil
    for office in offices {
      let said = text("\(what)\(term.map { "：\($0)" } ?? "")", "\(what)\(term.map { ": \($0)" } ?? "")")
      addLetter(duty.letter, of: office, term, leads: office == lead, said, isOpen: false)
    }
    let doer = offices.last { office in offices.allSatisfy { $0 == office || !plan.stands(office, above: $0) } }
    guard let own = doer ?? offices.last else { return }
    let above = plan.role(own).flatMap { superiors(of: $0).first }.flatMap { post in
      posts.first { $0.value == post }?.key
    }
    let here = text("法规没有写明，请核对", "the regulation does not say; check it")
    switch duty.letter {
    case .accountable:
      addLetter(
        .responsible, of: own, nil, leads: false,
        text("谁来办理，\(here)：有承办岗位的改为该岗位。", "Who does it, \(here): name the post that does."), isOpen: true)
    case .responsible:
      addLetter(
        .accountable, of: above ?? own, nil, leads: false,
        text("谁负总责，\(here)。", "Who answers for it, \(here)."), isOpen: true)
    case .supports, .consulted, .informed:
      let open = text("谁负总责、谁办理，\(here)。", "Who answers for it and who does it, \(here).")
      addLetter(.accountable, of: above ?? own, nil, leads: false, open, isOpen: true)
      addLetter(.responsible, of: above ?? own, nil, leads: above != nil, open, isOpen: true)
    }
  }

  private mutating func addLetter(
    _ letter: Letter, of office: String, _ term: String?, leads: Bool, _ remark: String, isOpen: Bool
  ) {
    guard let post = posts[office] else { return }
    if isOpen { remarks.openAssignments.insert(remarks.assignments.count) }
    contents.assignments.append(
      duty: ID(contents.duties.key.count - 1), assignee: .post(post), letter: letter, term: term.map { Localized($0) },
      lead: leads, place: .none)
    remarks.assignments.append(remark)
  }

  /// The office that goes first among several: the lead of those that answer together, else the first.
  private func leader(of offices: [String], in regulation: Int) -> String? {
    let roles = plan.regulations[regulation].roles
    for joint in plan.regulations[regulation].joints {
      let keys = Set(joint.roles.map { roles[$0].key })
      if let lead = joint.lead.map({ roles[$0].key }), offices.contains(lead), keys.isSuperset(of: offices) {
        return lead
      }
    }
    return offices.first
  }
}
