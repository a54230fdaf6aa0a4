import RemitModel

extension BlankDraft {
  /// A duty of several regulations that say the same of the same roles is one.
  private struct Sameness: Hashable {
    let title: Localized
    let roles: [String]
    let letter: Letter
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

  /// A letter that is to be written.
  private struct Entry {
    var letter: Letter
    var office: String
    var term: String?
    var leads = false
    var remark: String
    var isOpen = false
  }

  /// Who answers and who does it, the stronger letters first. Of several that answer together the one that commands no
  /// other of them does it, and the one that the regulation has go first leads.
  private mutating func addLetters(of duty: Regulation.Duty, on offices: [String], of regulation: Int) {
    let term = duty.term.map { plan.regulations[regulation].terms[$0].name[language] }
    let what = citation([duty.clause], of: regulation)
    let lead = offices.count > 1 ? leader(of: offices, in: regulation) : nil
    let said = what + (term.map { text("：", ": ") + $0 } ?? "")
    var entries = offices.map {
      Entry(letter: duty.letter, office: $0, term: term, leads: $0 == lead, remark: said)
    }
    let superiors = offices.reduce(into: Set<ID<Post>>()) { set, office in
      if let post = posts[office] { set.formUnion(above[post.index].subtracting([post])) }
    }
    let doer = offices.last { office in posts[office].map { !superiors.contains($0) } ?? false }
    if let own = doer ?? offices.last { entries += openEntries(of: duty.letter, own) }
    for entry in entries.enumerated().sorted(by: { ($0.element.letter, $0.offset) < ($1.element.letter, $1.offset) }) {
      add(entry.element)
    }
  }

  /// The letters that the regulation leaves open, where it lays another one on an office.
  private func openEntries(of letter: Letter, _ own: String) -> [Entry] {
    let superior = plan.role(own).flatMap { superiors(of: $0).first }
    let above = posts.first { $0.value == superior }?.key
    let here = text("法规没有写明，请核对", "the regulation does not say; check it")
    let answers = Entry(
      letter: .accountable, office: above ?? own, remark: text("谁负总责，\(here)。", "Who answers for it, \(here)."),
      isOpen: true)
    let does = Entry(
      letter: .responsible, office: own,
      remark: text("谁来办理，\(here)：有承办岗位的改为该岗位。", "Who does it, \(here): name the post that does."), isOpen: true)
    switch letter {
    case .accountable: return [does]
    case .responsible: return [answers]
    case .supports, .consulted, .informed:
      var other = does
      other.office = above ?? own
      other.leads = above != nil
      return [answers, other]
    }
  }

  private mutating func add(_ entry: Entry) {
    guard let post = posts[entry.office] else { return }
    if entry.isOpen { remarks.openAssignments.insert(remarks.assignments.count) }
    contents.assignments.append(
      duty: ID(contents.duties.key.count - 1), assignee: .post(post), letter: entry.letter,
      term: entry.term.map { Localized($0) }, lead: entry.leads, place: .none)
    remarks.assignments.append(entry.remark)
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
