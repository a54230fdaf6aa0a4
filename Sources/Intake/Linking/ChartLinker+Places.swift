import RemitModel
import RemitSource

extension ChartLinker {
  func linkJurisdictions(_ place: Place) {
    guard !draft.jurisdictions.isEmpty else {
      contents.addJurisdiction(key: ids.key.value, name: ids.title, level: nil, place: place)
      return
    }
    let anyLevel = draft.jurisdictions.contains { $0.hasLevel }
    var parents: [Int?] = []
    for row in draft.jurisdictions {
      let parent = row.parent.flatMap { resolve($0, in: jurisdictions) }
      parents.append(parent?.index)
      if anyLevel, !row.hasLevel { reportMissingLevel(row) }
      if let parent, let reference = row.parent { checkLevel(row, parent, reference) }
      names.append(row.key.value, to: &contents.jurisdictions.key)
      row.name.append(to: &contents.jurisdictions.name, from: draft.texts, orKey: row.key.value, of: names)
      contents.jurisdictions.level.append(row.level)
      contents.jurisdictions.parent.append(parent)
      contents.jurisdictions.place.append(row.place)
    }
    ParentLoops.report(
      parents: parents, key: { names[jurisdictions.keys[$0]] }, place: { draft.jurisdictions[$0].parent?.place },
      noun: Noun.jurisdiction, log: log)
  }

  private func reportMissingLevel(_ row: JurisdictionDraft) {
    let words = listed(Level.allCases.map(\.word))
    let key = quoted(names[row.key.value])
    log.report(
      at: row.key.place,
      Localized(
        zh: "行政区 \(key) 没有 level，而其他行政区有；应为以下之一：\(words)",
        en: "the jurisdiction \(key) has no level, while others have one; expected one of \(words)"))
  }

  private func checkLevel(_ row: JurisdictionDraft, _ parent: ID<Jurisdiction>, _ reference: Sourced<Name>) {
    guard let own = row.level, let above = draft.jurisdictions[parent.index].level, above >= own,
      draft.jurisdictions[parent.index].key.value != row.key.value
    else { return }
    let key = quoted(names[reference.value])
    log.report(
      at: reference.place,
      Localized(
        zh: "上级行政区 \(key) 是\(above.name.zh)，不高于\(own.name.zh)；上级应更高",
        en:
          "the parent \(key) is a \(above.word), no higher than a \(own.word); expected a higher level"
      ))
  }

  func linkOrganizations(_ place: Place) {
    let known = Set(OrganizationKind.known + regulations.flatMap { $0.roles.map(\.organization.word) })
    let parents = draft.organizations.map { row in row.parent.flatMap { resolve($0, in: organizations) } }
    ParentLoops.report(
      parents: parents.map { $0?.index }, key: { self.names[organizations.keys[$0]] },
      place: { draft.organizations[$0].parent?.place }, noun: Noun.organization, log: log)
    let homes = jurisdictionsOfOrganizations(parents)
    var kinds = Shared<(code: Int32, isKnown: Bool)>()
    let (rows, names, texts) = (draft.organizations, names, draft.texts)
    var table = Organization()
    table.reserve(rows: rows.count)
    table.key.reserve(names, &table.name, rows.lazy.map(\.name), of: texts)
    for (index, row) in rows.enumerated() {
      names.append(row.key.value, to: &table.key)
      row.name.append(to: &table.name, from: texts, orKey: row.key.value, of: names)
      let kind = kinds.value(row.kind?.value) { name in
        let kind = name.map { OrganizationKind(word: names[$0]) } ?? .other
        return (table.kind.code(of: kind), !complete || known.contains(kind.word))
      }
      table.kind.append(code: kind.code)
      table.jurisdiction.append(homes[index])
      table.parent.append(parents[index])
      table.apex.append(row.apex)
      table.place.append(row.place)
      if !kind.isKnown, let written = row.kind { reportKind(spelled(written), known) }
    }
    contents.organizations = table
    guard draft.organizations.isEmpty else { return }
    contents.organizations.key.append(ids.key.value)
    contents.organizations.name.append(ids.title)
    contents.organizations.kind.append(.other)
    contents.organizations.jurisdiction.append(ID(0))
    contents.organizations.parent.append(nil)
    contents.organizations.apex.append(false)
    contents.organizations.place.append(place)
  }

  private func reportKind(_ kind: Sourced<String>, _ known: Set<String>) {
    let words = OrganizationKind.known + known.subtracting(OrganizationKind.known).sorted()
    log.report(
      at: kind.place,
      Localized(
        zh: "没有 \(quoted(kind.value)) 这种单位类型；应为以下之一：\(listed(words))",
        en: "unknown kind of organization \(quoted(kind.value)); expected one of \(listed(words))"),
      suggestion: log.suggestion(for: kind.value, among: words))
  }

  /// An organization's own jurisdiction, else its parent's, else the only one. O(rows): each climb stops where another
  /// has been.
  private func jurisdictionsOfOrganizations(_ parents: [ID<Organization>?]) -> [ID<Jurisdiction>] {
    var homes = draft.organizations.map { row in row.jurisdiction.map { resolve($0, in: jurisdictions) ?? ID(0) } }
    var visited = [Bool](repeating: false, count: homes.count)
    for start in homes.indices where homes[start] == nil {
      var path: [Int] = []
      var row = start
      while homes[row] == nil, !visited[row] {
        visited[row] = true
        path.append(row)
        guard let parent = parents[row] else { break }
        row = parent.index
      }
      if homes[row] == nil, jurisdictions.keys.count > 1, parents[row] == nil, draft.organizations[row].parent == nil {
        reportHomeless(draft.organizations[row])
      }
      let home = homes[row] ?? ID(0)
      for member in path { homes[member] = home }
    }
    return homes.map { $0 ?? ID(0) }
  }

  private func reportHomeless(_ row: OrganizationDraft) {
    let known = listed(jurisdictions.texts(names))
    let key = quoted(names[row.key.value])
    log.report(
      at: row.key.place,
      Localized(
        zh: "单位 \(key) 没有写明 jurisdiction，也没有上级单位可依；应为以下之一：\(known)",
        en:
          "the organization \(key) names no jurisdiction and has no parent to take it from; expected one of \(known)"
      ))
  }
}
