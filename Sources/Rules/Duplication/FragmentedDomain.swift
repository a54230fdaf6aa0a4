import RemitInspection
import RemitModel

extension Rule {
  /// DUP003: many organizations of a place have A or R in one domain.
  static let fragmentedDomain = Rule(
    code: "DUP003", name: "fragmented-domain", family: .duplication, defect: .overlap, severity: .note,
    title: Localized(zh: "职责分散的领域", en: "Domain split among many"),
    explanation: Explanation(
      what: Localized(
        zh: "一个行政区里，同一领域的有效职责由过多单位（默认超过 8 个）负责或承办（A、R）。党委、政府不计。",
        en: "In one jurisdiction the active duties of one domain are answered for or done (A, R) by more organizations "
          + "than the limit (8 by default). Party committees and governments do not count."),
      why: Localized(
        zh: "九龙治水：事情落在各家的缝隙里，群众不知该找谁。",
        en: "What many share falls between them, and people do not know whom to ask."),
      remedy: Localized(
        zh: "合并职责，或明确一个牵头单位和协调机制。", en: "Join the duties, or name a body that leads and coordinates the domain."),
      source: Localized(zh: "机构改革“一类事项原则上由一个部门统筹”的要求。", en: "The principle of one department for one matter.")),
    settings: [
      Setting("limit", Localized(zh: "单位上限", en: "most organizations in a domain"), standard: 8, range: 1...10_000)
    ],
    faulty: [
      Example(
        """
        chart: county
        jurisdictions: [{id: county, level: county}]  # expect: DUP003 jurisdiction:county
        organizations: [{id: o1}, {id: o2}, {id: o3}, {id: o4}, {id: o5}, {id: o6}, {id: o7}, {id: o8}, {id: o9}]
        posts:
          - {id: p1, organization: o1}
          - {id: p2, organization: o2}
          - {id: p3, organization: o3}
          - {id: p4, organization: o4}
          - {id: p5, organization: o5}
          - {id: p6, organization: o6}
          - {id: p7, organization: o7}
          - {id: p8, organization: o8}
          - {id: p9, organization: o9}
        duties:
          - {id: d1, domain: [water], accountable: p1, responsible: [p2, p3], lead: p2}
          - {id: d2, domain: [water], accountable: p4, responsible: [p5, p6], lead: p5}
          - {id: d3, domain: [water, soil], accountable: p7, responsible: [p8, p9], lead: p8}
        """)
    ],
    clean: [
      Example(
        """
        chart: county
        jurisdictions: [{id: county, level: county}]
        organizations: [{id: government, kind: government}, {id: o2}, {id: o3}, {id: o4}, {id: o5}, {id: o6}, {id: o7}, {id: o8}, {id: o9}]
        posts:
          - {id: p1, organization: government}
          - {id: p2, organization: o2}
          - {id: p3, organization: o3}
          - {id: p4, organization: o4}
          - {id: p5, organization: o5}
          - {id: p6, organization: o6}
          - {id: p7, organization: o7}
          - {id: p8, organization: o8}
          - {id: p9, organization: o9}
        duties:
          - {id: d1, domain: [water], accountable: p1, responsible: [p2, p3], lead: p2}
          - {id: d2, domain: [water], accountable: p4, responsible: [p5, p6], lead: p5}
          - {id: d3, domain: [water], accountable: p7, responsible: [p8, p9], lead: p8}
          - {id: d4, domain: [soil], accountable: p1, responsible: p2, supports: p9, lead: p2}
        """)
    ]
  ) { inspection in
    let chart = inspection.chart
    let most = inspection.threshold("limit")
    var parts = Parts(chart)
    let fields = inspection.facts[DutyFields.self]
    for field in fields.fields {
      let limit = most.count(at: .jurisdiction(field.jurisdiction))
      guard parts.count(in: field, fields) > limit else { continue }
      let domain = chart.duties.domains.distinct[Int(field.domain)]
      report(field.jurisdiction, domain, parts.rows(in: field, fields), limit, &inspection)
    }
  }
}

/// The organizations with A or R on some duties, leaderships left out.
private struct Parts {
  private let letters: Relation<Duty, Assignment>
  private let roles: [Letter]
  private let assignees: NodeColumn<Assignment>
  private let homes: [ID<Organization>]
  private let isLeadership: [Bool]
  /// By organization, the last list of duties in which it was met.
  private var met: [Int32]
  private var round: Int32 = 0

  init(_ chart: Chart) {
    letters = chart.letters
    roles = chart.assignments.letter.values
    assignees = chart.assignments.assignee
    homes = chart.posts.organization.values
    isLeadership = chart.organizations.ids.map { chart.organizations.kind[$0].isLeadership }
    met = [Int32](repeating: 0, count: isLeadership.count)
  }

  mutating func count(in field: DutyFields.Field, _ fields: DutyFields) -> Int {
    var count = 0
    forEach(in: field, fields) { _ in count += 1 }
    return count
  }

  /// The first A or R of each.
  mutating func rows(in field: DutyFields.Field, _ fields: DutyFields) -> [ID<Assignment>] {
    var rows: [ID<Assignment>] = []
    forEach(in: field, fields) { rows.append($0) }
    return rows
  }

  @inline(__always)
  private mutating func forEach(
    in field: DutyFields.Field, _ fields: DutyFields, _ tell: (ID<Assignment>) -> Void
  ) {
    round += 1
    for place in field.slots {
      // The rows of a duty follow one another.
      for row in letters.slots(of: fields.duties[place]) where roles[row] <= .responsible {
        let body: ID<Organization>
        switch assignees[ID(row)] {
        case .post(let post): body = homes[post.index]
        case .organization(let own): body = own
        case .duty: continue
        }
        if met[body.index] == round || isLeadership[body.index] { continue }
        met[body.index] = round
        tell(ID(row))
      }
    }
  }
}

private func report(
  _ jurisdiction: ID<Jurisdiction>, _ domain: String, _ rows: [ID<Assignment>], _ limit: Int,
  _ inspection: inout Inspection
) {
  let chart = inspection.chart
  let bodies = rows.compactMap { chart.organization(of: chart.assignments.assignee[$0]) }.map(Entity.organization)
  let list = inspection.list(bodies)
  let place = chart.jurisdictions.name[jurisdiction]
  inspection.report(
    [.jurisdiction(jurisdiction)],
    Localized(
      zh: "“\(place.zh)”的领域 \(domain) 由 \(bodies.count) 个单位负责或承办（\(list.zh)），上限是 \(limit) 个",
      en:
        "\(bodies.count) organizations of “\(place.en)” have A or R in the domain \(domain) (\(list.en)); the limit is "
        + "\(limit)"),
    evidence: rows.prefix(limit + 1).map(inspection.letter),
    suggestion: Localized(
      zh: "合并领域 \(domain) 的职责，或补上 {kind: coordinate, by: \(chart.key(of: bodies[0])), of: …} 并写明 lead",
      en: "join duties of the domain \(domain), or add {kind: coordinate, by: \(chart.key(of: bodies[0])), of: …} and "
        + "leads"),
    detail: domain)
}
