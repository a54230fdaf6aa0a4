import RemitInspection
import RemitModel

extension Rule {
  /// IND005: a body that audits and stands under no Party committee, government or apex.
  static let captiveAudit = Rule(
    code: "IND005", name: "captive-audit", family: .independence, defect: .independence, severity: .error,
    title: Localized(zh: "审计机构受制于部门", en: "Audit held captive"),
    explanation: Explanation(
      what: Localized(
        zh: "开展审计的单位，沿报告、分管和隶属关系向上，到不了党委、政府或顶端（apex）。",
        en:
          "From a body that audits, lines of report, charge and membership lead up to no Party committee, government or "
          + "apex."),
      why: Localized(
        zh: "审计只对某个部门负责，发现的问题出不了这个部门。",
        en: "It answers to one department only, and what it finds stays there."),
      remedy: Localized(
        zh: "由党政主要负责人领导或分管审计机构，或为其增加 dotted-to。",
        en: "Put it under a principal or in a principal's charge, or add a dotted-to."),
      source: Localized(
        zh: "审计机关由本级政府主要负责人领导的规定；国际内部审计协会关于组织独立性的要求。",
        en:
          "The audit law, which puts audit under the head of government; organizational independence in the IIA standards."
      )),
    faulty: [
      Example(
        """
        chart: county
        organizations:
          - {id: government, kind: government}
          - {id: finance, kind: department}
          - {id: auditors, kind: audit-office}
        posts:
          - {id: magistrate, organization: government}
          - {id: treasurer, organization: finance}
          - {id: auditor, organization: auditors, reports-to: treasurer}
        oversight:
          - {kind: audit, by: auditors, of: government}  # expect: IND005 organization:auditors
        """)
    ],
    clean: [
      Example(
        """
        chart: county
        organizations:
          - {id: committee, kind: party-committee}
          - {id: government, kind: government}
          - {id: board, kind: committee, apex: true}
          - {id: finance, kind: department, parent: government}
          - {id: auditors, kind: audit-office}
          - {id: reviewers, kind: audit-office, parent: finance}
          - {id: inner, kind: audit-office}
          - {id: outside, kind: audit-office}
        posts:
          - {id: secretary, organization: committee}
          - {id: chair, organization: board}
          - {id: magistrate, organization: government, in-charge-of: auditors}
          - {id: auditor, organization: auditors}
          - {id: reviewer, organization: reviewers}
          - {id: watcher, organization: inner, dotted-to: chair}
        oversight:
          - {kind: audit, by: auditors, of: finance}
          - {kind: audit, by: reviewer, of: finance}
          - {kind: audit, by: inner, of: finance}
          - {kind: audit, by: outside, of: finance}
        """)
    ]
  ) { inspection in
    let chart = inspection.chart
    let members = chart.members
    let isTop = chart.organizations.ids.map { organization in
      chart.organizations.apex[organization]
        || [.partyCommittee, .government].contains(chart.organizations.kind[organization])
        || members.slots(of: organization).contains { chart.posts.apex[members.values[$0]] }
    }
    // In a chart that shows none of these there is nothing to be captive from.
    guard isTop.contains(true) else { return }
    let ascent = inspection.facts[Ascent.self]
    let space = NodeSpace(chart)
    var seen = [Bool](repeating: false, count: space.count)
    for row in inspection.facts[OversightByKind.self].rows(of: .audit) {
      let by = chart.oversight.by[row]
      guard !seen[space.index(by)], let body = chart.organization(of: by) else { continue }
      seen[space.index(by)] = true
      // Mostly the auditor, or somebody not far above, is at the top.
      if isTop[body.index] || ascent.isAnyAbove(by, { chart.organization(of: $0).map { isTop[$0.index] } ?? false }) {
        continue
      }
      let bodies = superiors(of: by, body, ascent, chart)
      // Of a body from outside the chart says nothing.
      guard bodies.count > 1, !bodies.contains(where: { isTop[$0.index] }) else { continue }
      report(row, by, in: &inspection)
    }
  }
}

/// The organization, those whose posts stand above it, and those that it is part of.
private func superiors(
  of node: Node, _ body: ID<Organization>, _ ascent: Ascent, _ chart: Chart
) -> Set<ID<Organization>> {
  var starts = [node]
  if case .organization = node { starts += chart.members[body].map(Node.post) }
  var bodies: Set<ID<Organization>> = [body]
  for start in starts { bodies.formUnion(ascent.above(start).compactMap(chart.organization)) }
  var next = Array(bodies)
  while let organization = next.popLast() {
    if let parent = chart.organizations.parent[organization], bodies.insert(parent).inserted { next.append(parent) }
  }
  return bodies
}

private func report(_ row: ID<Oversight>, _ by: Node, in inspection: inout Inspection) {
  let chart = inspection.chart
  let name = chart.name(of: Entity(by))
  let top = chart.organizations.ids.first { chart.organizations.kind[$0] == .government }
  inspection.report(
    [Entity(by)],
    Localized(
      zh: "开展审计的“\(name.zh)”向上到不了党委、政府或顶端单位",
      en: "“\(name.en)” audits, and no line leads up from it to a Party committee, a government or an apex"),
    evidence: [inspection.link(row)] + (top.map { [missingLine(from: by, to: $0, inspection)] } ?? []),
    suggestion: Localized(
      zh: "由政府主要负责人分管：在其岗位上增加 in-charge-of: [\(chart.key(of: Entity(by)))]",
      en: "let the head of government be in-charge-of: [\(chart.key(of: Entity(by)))], or add a dotted-to there"))
}

/// What would free the auditor: the charge of the government's first post over a body, its dotted line for a post.
private func missingLine(from by: Node, to top: ID<Organization>, _ inspection: Inspection) -> Tie {
  let head = inspection.chart.members[top].first { inspection.chart.posts.status[$0] != .abolished }
  switch (by, head) {
  case (.organization(let body), .some(let head)):
    return inspection.missing(.post(head), .inChargeOf, .organization(body))
  case (.post(let post), .some(let head)): return inspection.missing(.post(post), .dottedTo, .post(head))
  default: return inspection.missing(Entity(by), .answersTo, .organization(top))
  }
}
