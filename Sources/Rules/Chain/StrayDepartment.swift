import RemitInspection
import RemitModel

extension Rule {
  /// CHN004: a department that no head of any jurisdiction reaches by command or charge.
  static let strayDepartment = Rule(
    code: "CHN004", name: "stray-department", family: .chain, defect: .gap, severity: .error,
    title: Localized(zh: "游离的部门", en: "Department under nobody"),
    explanation: Explanation(
      what: Localized(
        zh: "从任何一地的党政主要负责人出发，沿指挥与分管关系都到不了这个部门。",
        en: "No path of command or charge leads from a head of any jurisdiction to the department."),
      why: Localized(
        zh: "没有领导为它负责，它出的问题也追不到任何主要负责人。",
        en: "No leader answers for what it does, and nothing that it does is anybody's above."),
      remedy: Localized(
        zh: "写明由谁分管（in-charge-of），或为部门负责人写明 reports-to。",
        en: "Put it in somebody's charge (in-charge-of), or give its head a reports-to."),
      source: Localized(
        zh: "领导班子分工覆盖全部部门的要求。", en: "The division of work among leaders, which must cover every department.")),
    faulty: [
      Example(
        """
        chart: county
        organizations:
          - {id: government, kind: government}
          - {id: water, kind: sector-department, parent: government}
          - {id: roads, kind: sector-department, parent: government}  # expect: CHN004 organization:roads
        posts:
          - {id: magistrate, organization: government, role: government-principal, in-charge-of: water}
          - {id: water-head, organization: water}
          - {id: roads-head, organization: roads}
          - {id: roads-clerk, organization: roads, reports-to: roads-head}
        """)
    ],
    clean: [
      Example(
        """
        chart: city
        jurisdictions:
          - {id: city, level: prefecture}
          - {id: county, level: county, parent: city}
        organizations:
          - {id: government, kind: government, jurisdiction: city}
          - {id: bureau, kind: environment-department, jurisdiction: city}
          - {id: county-government, kind: government, jurisdiction: county}
          - {id: branch, kind: environment-department, jurisdiction: county}
          - {id: station, kind: department, jurisdiction: county, parent: branch}
          - {id: closed, kind: department, jurisdiction: county}
          - {id: mill, kind: enterprise, jurisdiction: county}
        posts:
          - {id: mayor, organization: government, role: government-principal}
          - {id: bureau-head, organization: bureau, reports-to: mayor}
          - {id: county-head, organization: county-government, role: government-principal, reports-to: mayor}
          - {id: branch-head, organization: branch, dotted-to: [bureau-head]}
          - {id: old-head, organization: closed, status: abolished}
          - {id: miller, organization: mill}
        """),
      Example(
        """
        chart: company
        organizations:
          - {id: sales, kind: department}
          - {id: stores, kind: department}
        posts:
          - {id: seller, organization: sales}
          - {id: storekeeper, organization: stores}
        """),
    ]
  ) { inspection in
    let chart = inspection.chart
    let heads = inspection.facts[Heads.self]
    guard chart.jurisdictions.ids.contains(where: heads.areDeclared) else { return }
    var plain = PlainReach(chart, heads)
    let mayBeStray = chart.organizations.ids.contains { organization in
      chart.organizations.kind[organization].isDepartment && !plain.isReached(organization)
        && !chart.isAbolished(organization)
    }
    guard mayBeStray else { return }
    let authority = inspection.facts[Authority.self]
    let starts = chart.jurisdictions.ids.flatMap(heads.of)
    let posts = authority.reach(from: starts.map(Node.post))
    var isReached = chart.organizations.ids.map { organization in
      posts[authority.index(.organization(organization))]
        || chart.members[organization].contains { posts[authority.index(.post($0))] }
    }
    extend(&isReached, toPartsOfDepartmentsIn: chart)
    for organization in chart.organizations.ids where chart.organizations.kind[organization].isDepartment {
      guard !isReached[organization.index], !chart.isAbolished(organization) else { continue }
      report(organization, in: &inspection)
    }
  }
}

/// Which organizations heads reach as far as it is seen at a glance, by the first superior of each post: nearly all.
private struct PlainReach {
  private enum State { case unknown, reached, perhaps }

  private let superiors: Relation<Post, Post>
  private let chargedBy: Relation<Organization, Post>
  private let members: Relation<Organization, Post>
  private let statuses: [Status]
  private let isHead: [Bool]
  private var states: [State]
  private var climbed: [ID<Post>] = []

  init(_ chart: Chart, _ heads: Heads) {
    superiors = chart.superiors
    chargedBy = chart.chargedBy
    members = chart.members
    statuses = chart.posts.status.values
    isHead = heads.isHead
    states = [State](repeating: .unknown, count: statuses.count)
  }

  /// False where it takes more to tell. O(its posts), and O(posts) for all organizations together.
  mutating func isReached(_ organization: ID<Organization>) -> Bool {
    for slot in chargedBy.slots(of: organization) {
      let post = chargedBy.values[slot]
      if statuses[post.index] != .abolished, isReached(post) { return true }
    }
    for slot in members.slots(of: organization) where isReached(members.values[slot]) { return true }
    return false
  }

  private mutating func isReached(_ post: ID<Post>) -> Bool {
    climbed.removeAll(keepingCapacity: true)
    var current = post
    // A post is marked before the one above it is asked, so that no circle is gone round twice.
    while states[current.index] == .unknown {
      states[current.index] = .perhaps
      if isHead[current.index] {
        states[current.index] = .reached
        break
      }
      climbed.append(current)
      guard statuses[current.index] != .abolished, let slot = superiors.slots(of: current).first else { break }
      current = superiors.values[slot]
    }
    guard states[current.index] == .reached else { return false }
    for below in climbed { states[below.index] = .reached }
    return true
  }
}

/// What is part of a department that is reached is reached with it; being part of a government alone is nobody's charge.
private func extend(_ isReached: inout [Bool], toPartsOfDepartmentsIn chart: Chart) {
  for organization in chart.organizations.ids where !isReached[organization.index] {
    var way = [organization]
    var next = chart.organizations.parent[organization]
    while let parent = next, chart.organizations.kind[parent].isDepartment, way.count <= chart.organizations.key.count {
      if isReached[parent.index] {
        for part in way { isReached[part.index] = true }
        break
      }
      way.append(parent)
      next = chart.organizations.parent[parent]
    }
  }
}

private func report(_ organization: ID<Organization>, in inspection: inout Inspection) {
  let chart = inspection.chart
  let jurisdiction = chart.organizations.jurisdiction[organization]
  let name = chart.organizations.name[organization]
  let key = chart.organizations.key[organization]
  let head = inspection.facts[Heads.self].of(jurisdiction).first
  let post = chart.members[organization].first { chart.posts.status[$0] != .abolished }
  inspection.report(
    [.organization(organization)],
    Localized(
      zh: "没有任何党政主要负责人沿指挥或分管关系通到“\(name.zh)”",
      en: "no head of any jurisdiction reaches “\(name.en)” by command or charge"),
    evidence: head.map { [inspection.missing(.post($0), .inChargeOf, .organization(organization))] } ?? [],
    alone: [.organization(organization)],
    suggestion: Localized(
      zh: "在分管它的岗位上增加 in-charge-of: [\(key)]" + (post.map { "，或为岗位 \(chart.posts.key[$0]) 写明 reports-to" } ?? ""),
      en: "add in-charge-of: [\(key)] to a leader's post"
        + (post.map { ", or give post \(chart.posts.key[$0]) a reports-to" } ?? "")))
}
