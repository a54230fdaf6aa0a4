import RemitInspection
import RemitModel

extension Rule {
  /// OVS007: one that is inspected, checked, audited, assessed and supervised more often in a year than is bearable.
  static let inspectionOverload = Rule(
    code: "OVS007", name: "inspection-overload", family: .oversight, defect: .burden, severity: .warning,
    title: Localized(zh: "监督检查过多过频", en: "Too many inspections"),
    explanation: Explanation(
      what: Localized(
        zh: "各方对同一岗位、单位的审计、督察、检查、考核和监督，一年合计次数超过限度。",
        en:
          "The visits of all who audit, inspect, check, assess and supervise one post or organization add up to more in a "
          + "year than the limit."),
      why: Localized(
        zh: "迎检占用办事的时间，加重基层负担。", en: "Whoever is always being visited has no time left for the work."),
      remedy: Localized(
        zh: "合并检查、联合开展，或减少 per-year。", en: "Join visits, hold them together, or lower their per-year."),
      source: Localized(
        zh: "整治形式主义为基层减负、统筹规范督查检查考核的要求。",
        en: "The national rules that limit the number and frequency of checks on local offices.")),
    settings: [
      Setting(
        "visits", Localized(zh: "一年可承受的次数", en: "visits a year that are bearable"), standard: 12, range: 0.1...1000)
    ],
    faulty: [
      Example(
        """
        chart: county
        organizations:
          - {id: bureau, kind: department}
          - {id: a, kind: other}
          - {id: b, kind: other}
        posts:
          - {id: head, organization: bureau}  # expect: OVS007 post:head
        oversight:
          - {kind: check, by: a, of: bureau, per-year: 8}
          - {kind: inspect, by: b, of: head, per-year: 4.5}
        """)
    ],
    clean: [
      Example(
        """
        chart: county
        organizations:
          - {id: bureau, kind: department}
          - {id: a, kind: other}
          - {id: b, kind: other}
        posts:
          - {id: head, organization: bureau}
          - {id: gone, organization: bureau, status: abolished}
        oversight:
          - {kind: check, by: a, of: bureau, per-year: 8}
          - {kind: inspect, by: b, of: head, per-year: 4}
          - {kind: guide, by: b, of: head, per-year: 52}
          - {kind: inspect, by: b, of: gone, per-year: 40}
        """)
    ]
  ) { inspection in
    let chart = inspection.chart
    let watch = inspection.facts[Watch.self]
    let bearable = inspection.threshold("visits")
    let space = NodeSpace(chart)
    let (visits, visited) = visits(in: chart, space)
    for node in visited {
      let limit = bearable[Entity(node)]
      var total = visits[space.index(node)]
      var shared: Node?
      if case .post(let post) = node {
        guard chart.posts.status[post] != .abolished else { continue }
        let body = Node.organization(chart.posts.organization[post])
        if visits[space.index(body)] > limit { continue }
        total += visits[space.index(body)]
        shared = body
      }
      guard total > limit else { continue }
      let rows = watch.over(node) + (shared.map(watch.over) ?? [])
      report(node, rows, total: total, limit: limit, in: &inspection)
    }
  }
}

private func isVisit(_ row: ID<Oversight>, in chart: Chart) -> Bool {
  switch chart.oversight.kind[row] {
  case .audit, .inspect, .check, .assess, .supervise: (chart.oversight.perYear[row] ?? 0) > 0
  default: false
  }
}

/// How often each node is visited in a year, by the numbers of `NodeSpace`, and all that are, in the order of first
/// mention.
private func visits(in chart: Chart, _ space: NodeSpace) -> (counts: [Double], visited: [Node]) {
  let (targets, frequencies) = (chart.oversight.of, chart.oversight.perYear)
  var counts = [Double](repeating: 0, count: space.count)
  var visited: [Node] = []
  for row in chart.oversight.ids where isVisit(row, in: chart) {
    let node = targets[row]
    let index = space.index(node)
    if counts[index] == 0 { visited.append(node) }
    counts[index] += frequencies[row] ?? 0
  }
  return (counts, visited)
}

private func report(
  _ node: Node, _ rows: ArraySlice<ID<Oversight>>, total: Double, limit: Double, in inspection: inout Inspection
) {
  let chart = inspection.chart
  let often = rows.filter { isVisit($0, in: chart) }
    .sorted { (-(chart.oversight.perYear[$0] ?? 0), $0) < (-(chart.oversight.perYear[$1] ?? 0), $1) }
  // The most frequent ones that suffice to pass the limit prove it.
  var proof: [Tie] = []
  var sum = 0.0
  for row in often where sum <= limit {
    proof.append(inspection.link(row))
    sum += chart.oversight.perYear[row] ?? 0
  }
  let name = chart.name(of: Entity(node))
  let most = often.first.map { chart.oversight.key[$0] } ?? ""
  inspection.report(
    [Entity(node)],
    Localized(
      zh: "“\(name.zh)”一年受 \(often.count) 项监督检查，合计 \(total.short) 次，超过 \(limit.short) 次",
      en: "“\(name.en)” is visited \(total.short) times a year by \(often.count) links of oversight, over "
        + "\(limit.short)"),
    evidence: proof, clauses: burdenClauses(in: inspection),
    suggestion: Localized(
      zh: "合并这些检查，或减少 per-year，先看 \(most)", en: "join these visits or lower their per-year, first of \(most)"))
}

/// The clauses of the chart's regulations that speak of the burden of inspections.
private func burdenClauses(in inspection: Inspection) -> [CitedClause] {
  inspection.chart.regulations.indices.flatMap { index in
    inspection.chart.regulations[index].clauses.filter { $0.about == "burden" }
      .map { inspection.clause($0.number, of: index) }
  }
}
