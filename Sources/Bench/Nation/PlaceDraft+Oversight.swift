extension PlaceDraft {
  /// Some 190 links: command, congress, discipline, audit, assessment, inspections and the same department above.
  mutating func fillOversight() {
    let results = id("organization")
    for leader in Leader.all.dropFirst() where leader.body != .government {
      link("supervise", id("discipline"), id(leader.slug))
    }
    for leader in Leader.all where leader.body == .government {
      link("supervise", id("discipline"), id(leader.slug))
      link("supervise", id("congress"), id(leader.slug))
    }
    link("supervise", upper.isEmpty ? id("congress") : upper + "-discipline", id("secretary"))
    link("supervise", id("committee"), id("discipline"))
    link("lead", id("secretary"), id("governor"))
    for (index, department) in Department.all.enumerated() {
      let body = id(department.slug)
      link("lead", chief(index), head(index))
      if !upper.isEmpty { link("guide", "\(upper)-\(department.slug)", body) }
      if index != Department.discipline { link("supervise", id("discipline"), head(index)) }
      if index != Department.organization {
        link("assess", id("organization"), head(index), perYear: "1", feeds: id("committee"))
      }
      if index != Department.audit { link("audit", id("audit"), head(index), perYear: "0.2", feeds: results) }
      if index >= Department.partyCount { link("supervise", id("congress"), body) }
    }
    link("supervise", id("congress"), id("audit"))
    fillInspections(results)
  }

  private mutating func fillInspections(_ results: String) {
    for index in 9..<Department.all.count {
      if index.isMultiple(of: 2) {
        link("inspect", id("environment"), id(Department.all[index].slug), perYear: "1", feeds: results)
      }
      if index.isMultiple(of: 3) {
        link("check", id("safety"), id(Department.all[index].slug), perYear: "2")
      }
      if index.isMultiple(of: 4) {
        link("coordinate", id("planning"), id(Department.all[index].slug))
      }
    }
  }

  private mutating func link(_ kind: String, _ by: String, _ of: String, perYear: String = "", feeds: String = "") {
    oversight.append(Oversight(kind: kind, by: by, of: of, perYear: perYear, feeds: feeds))
  }

  /// A small place: 7 organizations, 8 posts, 6 duties, 19 links.
  mutating func fillTownship() {
    organizations = [
      Organization(key: id("committee"), name: name + "党委", kind: "party-committee"),
      Organization(key: id("government"), name: name + "政府", kind: "government"),
    ]
    posts = [
      Post(
        key: id("secretary"), name: name + "党委书记", organization: id("committee"), role: "committee-principal",
        superiors: [upper + "-secretary"]),
      Post(
        key: id("governor"), name: name + "政府主要负责人", organization: id("government"), role: "government-principal",
        superiors: [id("secretary")]),
      Post(
        key: id("deputy"), name: name + "副职", organization: id("government"), role: "sector-deputy",
        superiors: [id("governor")]),
    ]
    link("supervise", upper + "-discipline", id("secretary"))
    link("supervise", upper + "-discipline", id("governor"))
    link("supervise", upper + "-discipline", id("deputy"))
    link("lead", id("secretary"), id("governor"))
    for (index, office) in Self.offices.enumerated() { fillOffice(index, office.name, like: office.department) }
  }

  private static let offices = [
    ("综合办公室", Department.organization), ("经济办公室", Department.market), ("生态办公室", Department.environment),
    ("安全办公室", Department.safety), ("便民办公室", 24),
  ].map { (name: $0.0, department: $0.1) }

  private mutating func fillOffice(_ index: Int, _ title: String, like department: Int) {
    let office = id("office-\(index + 1)")
    let chief = index == 0 ? id("governor") : id("deputy")
    organizations.append(
      Organization(key: office, name: name + title, kind: "sector-department", parent: id("government")))
    posts.append(
      Post(
        key: office + "-head", name: name + title + "负责人", organization: office, role: "office-head",
        superiors: [chief]))
    if let post = posts.firstIndex(where: { $0.key == chief }) { posts[post].charges.append(office) }
    let above = "\(upper)-\(Department.all[department].slug)"
    for number in 1...(index == 0 ? 2 : 1) {
      duties.append(
        Duty(
          key: "\(office)-duty-\(number)", title: "\(title)第\(number)项事务", domain: "office-\(index + 1)-\(number)",
          letters: [
            Assignment(post: chief, letter: "A"), Assignment(post: office + "-head", letter: "R", leads: true),
            Assignment(post: id("secretary"), letter: "I"),
            Assignment(post: id("office-\((index + 1) % 5 + 1)-head"), letter: "S"),
          ], risk: ""))
    }
    link("guide", above, office)
    link("lead", chief, office + "-head")
    link("supervise", upper + "-discipline", office + "-head")
  }
}
