import RemitInspection
import RemitModel

extension Rule {
  /// OVS005: an overseer that nobody oversees.
  static let unwatchedWatcher = Rule(
    code: "OVS005", name: "unwatched-watcher", family: .oversight, defect: .gap, severity: .warning, scope: .both,
    title: Localized(zh: "监督者无人监督", en: "Overseer that nobody oversees"),
    explanation: Explanation(
      what: Localized(
        zh: "一个监督、督察、审计、考核或追责的单位或岗位，自身及其单位都不受任何监督。",
        en:
          "A body or post that supervises, inspects, audits, assesses or disciplines is itself reached by no oversight."
      ),
      why: Localized(
        zh: "监督者失职或徇私时，没有人会发现。", en: "When the watcher fails or favours somebody, nobody will notice."),
      remedy: Localized(
        zh: "写明由谁监督它；依制度处于顶端的，标记 apex: true。",
        en: "Say who oversees it; if it stands at the top by design, mark it apex: true."),
      source: Localized(
        zh: "“谁来监督监督者”：内部监督与外部评价的要求。",
        en: "“Who watches the watchers”: external quality assessment in the IIA standards.")),
    faulty: [
      Example(
        """
        chart: county
        organizations:
          - {id: auditors, kind: audit-office}  # expect: OVS005 organization:auditors
          - {id: government, kind: government}
        oversight:
          - {kind: audit, by: auditors, of: government}
        """)
    ],
    clean: [
      Example(
        """
        chart: county
        organizations:
          - {id: auditors, kind: audit-office}
          - {id: team, kind: inspection-team, apex: true}
          - {id: government, kind: government}
          - {id: bureau, kind: sector-department}
        posts:
          - {id: chief-auditor, organization: auditors}
          - {id: magistrate, organization: government}
        oversight:
          - {kind: audit, by: auditors, of: government}
          - {kind: inspect, by: team, of: chief-auditor}
          - {kind: guide, by: bureau, of: auditors}
          - {kind: urge, by: bureau, of: magistrate}
        """)
    ]
  ) { inspection in
    let chart = inspection.chart
    let watch = inspection.facts[Watch.self]
    var seen = [Bool](repeating: false, count: watch.nodeCount)
    for row in chart.oversight.ids {
      let kind = chart.oversight.kind[row]
      let by = chart.oversight.by[row]
      guard kind.isOversight, !kind.followsFromCommand, !seen[watch.index(by)] else { continue }
      seen[watch.index(by)] = true
      if isExempt(by, in: chart) || isWatched(by, watch, chart) { continue }
      let name = chart.name(of: Entity(by))
      inspection.report(
        [Entity(by)],
        Localized(
          zh: "“\(name.zh)”监督他人，自身却不受任何监督", en: "“\(name.en)” oversees others and nobody oversees it"),
        evidence: [inspection.link(row)],
        suggestion: Localized(
          zh: "写明由谁监督 \(chart.key(of: Entity(by)))，或为其标记 apex: true",
          en: "add oversight of \(chart.key(of: Entity(by))), or mark it apex: true"))
    }
  }
}

private func isExempt(_ node: Node, in chart: Chart) -> Bool {
  switch node {
  case .post(let post): chart.isApex(post) || chart.posts.status[post] == .abolished
  case .organization(let organization): chart.organizations.apex[organization] || chart.isAbolished(organization)
  case .duty: true
  }
}

private func isWatched(_ node: Node, _ watch: Watch, _ chart: Chart) -> Bool {
  if !watch.over(node).isEmpty { return true }
  switch node {
  case .post(let post): return !watch.over(.organization(chart.posts.organization[post])).isEmpty
  case .organization(let organization):
    return chart.members[organization].contains { !watch.over(.post($0)).isEmpty }
  case .duty: return true
  }
}
