import RemitModel
import RemitSource

extension ChartLinker {
  func linkPosts() {
    let declared = declareRoles()
    var roles = declared
    for (index, row) in draft.posts.enumerated() {
      let post = ID<Post>(index)
      contents.posts.key.append(row.key.value)
      contents.posts.name.append(row.name ?? Localized(row.key.value))
      contents.posts.organization.append(organization(of: row))
      contents.posts.role.append(role(of: row, declared, &roles))
      contents.posts.apex.append(row.apex)
      contents.posts.status.append(row.status)
      contents.posts.adopts.append(cited(row.adopts))
      contents.posts.place.append(row.place)
      for (superior, place) in distinct(row.reportsTo, in: posts) {
        contents.superiors.append(post, superior, at: place)
      }
      for (superior, place) in distinct(row.dottedTo, in: posts) { contents.dotted.append(post, superior, at: place) }
      for (charge, place) in distinct(row.inChargeOf, in: organizations) {
        contents.charges.append(post, charge, at: place)
      }
    }
  }

  private func organization(of row: PostDraft) -> ID<Organization> {
    if let reference = row.organization { return organizations.resolve(reference, log: log) ?? ID(0) }
    if organizations.keys.count > 1 {
      log.report(
        at: row.key.place,
        Localized(
          zh: "岗位 \(quoted(row.key.value)) 没有写明 organization，而单位不止一个",
          en: "the post \(quoted(row.key.value)) names no organization, and there are several; expected one of "
            + listed(organizations.keys, limit: 8)))
    }
    return ID(0)
  }

  /// The roles of the regulations, each key once; the first regulation's name for it counts.
  private func declareRoles() -> [String: ID<Role>] {
    var ids: [String: ID<Role>] = [:]
    for role in regulations.flatMap(\.roles) where ids[role.key] == nil {
      ids[role.key] = add(role.key, role.name)
    }
    return ids
  }

  private func add(_ key: String, _ name: Localized) -> ID<Role> {
    contents.roles.key.append(key)
    contents.roles.name.append(name)
    return ID(contents.roles.key.count - 1)
  }

  private func role(
    of row: PostDraft, _ declared: [String: ID<Role>], _ roles: inout [String: ID<Role>]
  ) -> ID<Role>? {
    guard let reference = row.role else { return nil }
    if let role = roles[reference.value] { return role }
    if regulations.isEmpty || !complete {
      let role = add(reference.value, Localized(reference.value))
      roles[reference.value] = role
      return role
    }
    let names = regulations.map { quoted($0.key) }.joined(separator: ", ")
    log.report(
      at: reference.place,
      Localized(
        zh: "法规 \(names) 没有 \(quoted(reference.value)) 这类职务",
        en: "no role \(quoted(reference.value)) in \(names); expected one of \(listed(contents.roles.key.values))"),
      suggestion: log.suggestion(for: reference.value, among: contents.roles.key.values))
    return nil
  }

  func linkHolders() {
    var persons: [String: ID<Person>] = [:]
    var names: [Localized?] = []
    var first: [HolderDraft] = []
    for row in draft.holders {
      guard let post = posts[row.post.value] else {
        if !row.post.value.isEmpty { log.reportDangling(row.post, Noun.post, among: posts.keys) }
        continue
      }
      let person = persons[row.person.value] ?? ID(names.count)
      if person.index == names.count {
        persons[row.person.value] = person
        names.append(nil)
        first.append(row)
      }
      names[person.index] = names[person.index] ?? row.name
      contents.tenures.post.append(post)
      contents.tenures.person.append(person)
      contents.tenures.from.append(row.from)
      contents.tenures.until.append(row.until)
      contents.tenures.acting.append(row.acting)
      contents.tenures.place.append(row.place)
    }
    for (row, name) in zip(first, names) {
      contents.persons.key.append(row.person.value)
      contents.persons.name.append(name ?? Localized(row.person.value))
      contents.persons.place.append(row.person.place)
    }
  }
}
