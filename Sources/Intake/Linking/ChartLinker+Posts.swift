import RemitModel
import RemitSource

extension ChartLinker {
  func linkPosts() {
    let declared = declareRoles()
    var roles = Shared<ID<Role>?>()
    var table = Post()
    var (superiors, dotted, charges) = (Links<Post, Post>(), Links<Post, Post>(), Links<Post, Organization>())
    let (draft, posts, organizations) = (draft, posts, organizations)
    let (rows, names) = (draft.posts, draft.names)
    table.reserve(rows: rows.count)
    table.adopts.reserve(rows: rows.count, items: rows.reduce(0) { $0 + Int($1.adopts.count) })
    // Nearly every post has one superior.
    superiors.reserve(rows.count)
    table.key.reserve(names, &table.name, rows.lazy.map(\.name), of: draft.texts)
    for (index, row) in rows.enumerated() {
      let post = ID<Post>(index)
      names.append(row.key.value, to: &table.key)
      row.name.append(to: &table.name, from: draft.texts, orKey: row.key.value, of: names)
      table.organization.append(organization(of: row, organizations))
      table.role.append(row.role.flatMap { role($0, declared, &roles) })
      table.apex.append(row.apex)
      table.status.append(row.status)
      if let staff = row.staff { table.staff.set(post, to: staff) }
      addCited(row.adopts, of: draft, to: &table.adopts)
      table.place.append(row.place)
      forEachDistinct(row.reportsTo, in: posts) { superiors.append(post, $0, at: $1) }
      forEachDistinct(row.dottedTo, in: posts) { dotted.append(post, $0, at: $1) }
      forEachDistinct(row.inChargeOf, in: organizations) { charges.append(post, $0, at: $1) }
    }
    contents.posts = table
    (contents.superiors, contents.dotted, contents.charges) = (superiors, dotted, charges)
  }

  private func organization(of row: PostDraft, _ organizations: NameIndex<Organization>) -> ID<Organization> {
    if let reference = row.organization { return resolve(reference, in: organizations) ?? ID(0) }
    if organizations.keys.count > 1 {
      let key = quoted(names[row.key.value])
      log.report(
        at: row.key.place,
        Localized(
          zh: "岗位 \(key) 没有写明 organization，而单位不止一个",
          en: "the post \(key) names no organization, and there are several; expected one of "
            + listed(organizations.texts(names), limit: 8)))
    }
    return ID(0)
  }

  /// The roles of the regulations, each key once, by the names of those that the chart uses; the first regulation's
  /// name for a role counts. A role may be called by its name for people too, where no other is called so.
  private func declareRoles() -> [Name: ID<Role>] {
    var seen: Set<String> = []
    var ids: [Name: ID<Role>] = [:]
    for role in regulations.flatMap(\.roles) where seen.insert(role.key).inserted {
      let id = add(role.key, role.name)
      if let name = names.find(role.key) { ids[name] = id }
    }
    addTitles(to: &ids)
    return ids
  }

  private func addTitles(to ids: inout [Name: ID<Role>]) {
    var titled: [String: Set<ID<Role>>] = [:]
    for role in contents.roles.ids {
      for title in [contents.roles.name[role].zh, contents.roles.name[role].en] {
        titled[title, default: []].insert(role)
      }
    }
    for (title, roles) in titled {
      guard roles.count == 1, let role = roles.first, let name = names.find(title), ids[name] == nil else { continue }
      ids[name] = role
    }
  }

  private func add(_ key: String, _ name: Localized) -> ID<Role> {
    contents.roles.key.append(key)
    contents.roles.name.append(name)
    return ID(contents.roles.key.count - 1)
  }

  /// - Parameter roles: The roles of the names that were looked up before.
  private func role(
    _ written: Sourced<Name>, _ declared: [Name: ID<Role>], _ roles: inout Shared<ID<Role>?>
  ) -> ID<Role>? {
    let role = roles.value(written.value) {
      if let role = declared[written.value] { return role }
      guard regulations.isEmpty || !complete else { return nil }
      let text = names[written.value]
      return add(text, Localized(text))
    }
    if role == nil { reportRole(spelled(written)) }
    return role
  }

  private func reportRole(_ reference: Sourced<String>) {
    let known = regulations.map { quoted($0.key) }.joined(separator: ", ")
    log.report(
      at: reference.place,
      Localized(
        zh: "法规 \(known) 没有 \(quoted(reference.value)) 这类职务",
        en: "no role \(quoted(reference.value)) in \(known); expected one of \(listed(contents.roles.key.values))"),
      suggestion: log.suggestion(for: reference.value, among: contents.roles.key.values))
  }

  func linkHolders() {
    var persons = [Int32](repeating: -1, count: names.count)
    var called: [ChartDraft.Text] = []
    var first: [Sourced<Name>] = []
    let (nodes, posts) = (nodes, posts)
    var tenures = Tenure()
    tenures.reserve(rows: draft.holders.count)
    // Nearly everyone holds one post.
    called.reserveCapacity(draft.holders.count)
    first.reserveCapacity(draft.holders.count)
    for row in draft.holders {
      guard let post = nodes.row(row.post.value, posts) else {
        let reference = spelled(row.post)
        if !reference.value.isEmpty {
          log.reportDangling(reference, Noun.post, among: posts.keys.lazy.map { self.names[$0] })
        }
        continue
      }
      if persons[row.person.value.index] < 0 {
        persons[row.person.value.index] = Int32(first.count)
        called.append(.none)
        first.append(row.person)
      }
      let person = ID<Person>(raw: persons[row.person.value.index])
      if called[person.index] == .none { called[person.index] = row.name }
      tenures.post.append(post)
      tenures.person.append(person)
      tenures.from.append(row.from)
      tenures.until.append(row.until)
      tenures.acting.append(row.acting)
      tenures.place.append(row.place)
    }
    contents.tenures = tenures
    contents.persons = Person(first, called, names: names, texts: draft.texts)
  }
}
