import RemitInspection
import RemitModel

extension Rule {
  /// OVS004: an audit or inspection whose findings cannot come to anybody who disciplines the one overseen.
  static let toothlessAudit = Rule(
    code: "OVS004", name: "toothless-audit", family: .oversight, defect: .gap, severity: .warning, scope: .both,
    title: Localized(zh: "审计督察发现无法转入追责", en: "Audit that cannot lead to discipline"),
    explanation: Explanation(
      what: Localized(
        zh: "审计或督察的结果，沿报告与报送关系到不了对被监督者有追责权的单位。",
        en:
          "Along lines of reporting and feeding, what an audit or inspection finds never comes to a body that disciplines "
          + "the one overseen."),
      why: Localized(
        zh: "发现问题而无人追责，监督就没有约束力。",
        en: "Findings that nobody can act on bind nobody."),
      remedy: Localized(
        zh: "写明由谁追责（kind: discipline），并在审计、督察的 feeds 中写上该单位。",
        en: "Say who disciplines (kind: discipline), and name that body in the feeds of the audit or inspection."),
      source: Localized(
        zh: "审计、督察结果运用与移送问责的制度要求。",
        en: "The rule of follow-up in public audit: findings are passed to those who can hold to account.")),
    faulty: [
      Example(
        """
        chart: county
        jurisdictions:
          - {id: here, level: county}  # expect: OVS004 jurisdiction:here
        organizations:
          - {id: audit-office, kind: audit-office, jurisdiction: here}
          - {id: government, kind: government, jurisdiction: here}
        posts:
          - {id: magistrate, organization: government}
        oversight:
          - {kind: audit, by: audit-office, of: magistrate}
        """),
      Example(
        """
        chart: county
        organizations:
          - {id: audit-office, kind: audit-office}  # expect: OVS004 organization:audit-office post:magistrate
          - {id: archive, kind: other}
          - {id: commission, kind: discipline-commission}
          - {id: government, kind: government}
        posts:
          - {id: magistrate, organization: government}
        oversight:
          - {kind: audit, by: audit-office, of: magistrate, feeds: [archive]}
          - {kind: discipline, by: commission, of: government}
        """),
    ],
    clean: [
      Example(
        """
        chart: county
        organizations:
          - {id: committee, kind: party-committee}
          - {id: audit-office, kind: audit-office}
          - {id: team, kind: inspection-team}
          - {id: commission, kind: discipline-commission}
          - {id: government, kind: government}
        posts:
          - {id: secretary, organization: committee}
          - {id: auditor, organization: audit-office, dotted-to: [secretary]}
          - {id: magistrate, organization: government}
        oversight:
          - {kind: audit, by: audit-office, of: magistrate}
          - {kind: inspect, by: team, of: government, feeds: [audit-office]}
          - {kind: discipline, by: committee, of: government}
          - {kind: inspect, by: commission, of: secretary}
          - {kind: discipline, by: commission, of: committee}
        """)
    ]
  ) { inspection in
    let chart = inspection.chart
    let byKind = inspection.facts[OversightByKind.self]
    let audits = byKind.rows(of: .audit, .inspect)
    guard !audits.isEmpty else { return }
    // By jurisdiction, the first row by which somebody there is disciplined.
    var disciplined = [ID<Oversight>?](repeating: nil, count: chart.jurisdictions.key.count)
    for row in byKind.rows(of: .discipline) {
      let jurisdiction = chart.jurisdiction(of: chart.oversight.of[row])
      if disciplined[jurisdiction.index] == nil { disciplined[jurisdiction.index] = row }
    }
    reportUndisciplined(audits, disciplined, in: &inspection)
    reportUnheard(audits, disciplined, in: &inspection)
  }
}

/// Jurisdictions in which nobody disciplines anybody.
private func reportUndisciplined(
  _ audits: ArraySlice<ID<Oversight>>, _ disciplined: [ID<Oversight>?], in inspection: inout Inspection
) {
  let chart = inspection.chart
  var first = [ID<Oversight>?](repeating: nil, count: chart.jurisdictions.key.count)
  var counts = [Int](repeating: 0, count: first.count)
  for row in audits {
    let jurisdiction = chart.jurisdiction(of: chart.oversight.of[row])
    guard disciplined[jurisdiction.index] == nil else { continue }
    counts[jurisdiction.index] += 1
    if first[jurisdiction.index] == nil { first[jurisdiction.index] = row }
  }
  for jurisdiction in chart.jurisdictions.ids {
    guard let row = first[jurisdiction.index] else { continue }
    let name = chart.jurisdictions.name[jurisdiction]
    let count = counts[jurisdiction.index]
    let commission = chart.bodies[jurisdiction].first {
      chart.organizations.kind[$0].word == "discipline-commission"
    }
    let by = commission.map { Entity.organization($0) } ?? .jurisdiction(jurisdiction)
    let of = Entity(chart.oversight.of[row])
    inspection.report(
      [.jurisdiction(jurisdiction)],
      Localized(
        zh: "“\(name.zh)”有 \(count) 条审计、督察关系，却没有任何追责关系",
        en: "“\(name.en)” has \(count) audits or inspections and nobody who disciplines"),
      evidence: [inspection.link(row), inspection.missing(by, .oversight(.discipline), of)],
      suggestion: Localized(
        zh: "在 oversight 中增加 {kind: discipline, by: <追责单位>, of: \(chart.key(of: of))}，并在审计、督察的 feeds 中写上该单位",
        en: "add {kind: discipline, by: <body>, of: \(chart.key(of: of))} to oversight, and name that body in the feeds"
      ))
  }
}

/// Audits whose results come to nobody who disciplines the one overseen, one finding for each overseer and kind.
private func reportUnheard(
  _ audits: ArraySlice<ID<Oversight>>, _ disciplined: [ID<Oversight>?], in inspection: inout Inspection
) {
  struct Group: Hashable {
    let by: Node
    let kind: LinkKind
  }
  let chart = inspection.chart
  var order: [Group] = []
  var rows: [Group: [ID<Oversight>]] = [:]
  for row in audits where disciplined[chart.jurisdiction(of: chart.oversight.of[row]).index] != nil {
    let group = Group(by: chart.oversight.by[row], kind: chart.oversight.kind[row])
    if rows[group] == nil { order.append(group) }
    rows[group, default: []].append(row)
  }
  if order.isEmpty { return }
  let lines = inspection.facts[ReportingLines.self]
  let watch = inspection.facts[Watch.self]
  var fed: [Node: Set<Node>] = [:]
  for group in order {
    let own = lines.hearing(of: group.by, handingOn: false)
    var unheard: [ID<Oversight>] = []
    for row in rows[group] ?? [] {
      let bodies = disciplining(chart.oversight.of[row], watch, chart)
      var isHeard = bodies.contains(where: own.contains)
      for node in chart.oversight.feeds[row] where !isHeard {
        let hearing = fed[node] ?? lines.hearing(of: node, handingOn: true)
        fed[node] = hearing
        isHeard = bodies.contains(where: hearing.contains)
      }
      if !isHeard { unheard.append(row) }
    }
    if !unheard.isEmpty { reportUnheard(unheard, by: group.by, disciplined, in: &inspection) }
  }
}

private func reportUnheard(
  _ rows: [ID<Oversight>], by: Node, _ disciplined: [ID<Oversight>?], in inspection: inout Inspection
) {
  let chart = inspection.chart
  let watch = inspection.facts[Watch.self]
  var evidence: [Tie] = []
  var hearing: Set<Node> = []
  for row in rows.prefix(20) {
    let target = chart.oversight.of[row]
    evidence.append(inspection.link(row))
    if let body = disciplining(target, watch, chart).first {
      if hearing.insert(body).inserted { evidence.append(inspection.missing(Entity(by), .feeds, Entity(body))) }
    } else if let any = disciplined[chart.jurisdiction(of: target).index] {
      evidence.append(inspection.missing(Entity(chart.oversight.by[any]), .oversight(.discipline), Entity(target)))
    }
  }
  let kind = chart.oversight.kind[rows[0]].name
  let name = chart.name(of: Entity(by))
  let targets = rows.map { Entity(chart.oversight.of[$0]) }
  let names = inspection.list(targets)
  let first = chart.oversight.of[rows[0]]
  let body = disciplining(first, watch, chart).first.map { chart.key(of: Entity($0)) }
  inspection.report(
    [Entity(by)] + targets,
    Localized(
      zh: "“\(name.zh)”\(kind.zh)\(names.zh)，结果到不了对其有追责权的单位",
      en: "what “\(name.en)” finds when it \(kind.en) \(names.en) never comes to a body that disciplines them"),
    evidence: evidence, clauses: inspection.clauses(chart.oversight.basis[rows[0]]),
    suggestion: body.map {
      Localized(
        zh: "在 \(chart.oversight.key[rows[0]]) 上写明 feeds: [\($0)]",
        en: "add feeds: [\($0)] to \(chart.oversight.key[rows[0]])")
    }
      ?? Localized(
        zh: "写明由谁对 \(chart.key(of: Entity(first))) 追责（kind: discipline）",
        en: "say who disciplines \(chart.key(of: Entity(first))) (kind: discipline)"),
    detail: chart.oversight.kind[rows[0]].rawValue)
}

/// Who disciplines a node: by a row over it, over its organization, or, for an organization, over one of its posts; a
/// duty's part is taken by those accountable for it.
private func disciplining(_ target: Node, _ watch: Watch, _ chart: Chart) -> [Node] {
  var places = [target]
  switch target {
  case .post(let post): places.append(.organization(chart.posts.organization[post]))
  case .organization(let organization): places += chart.members[organization].map(Node.post)
  case .duty(let duty):
    for node in chart.assignees(of: duty, .accountable) {
      places.append(node)
      if let organization = chart.organization(of: node) { places.append(.organization(organization)) }
    }
  }
  return places.flatMap { watch.over($0) }.filter { chart.oversight.kind[$0] == .discipline }
    .map { chart.oversight.by[$0] }
}
