import RemitInspection
import RemitKernel
import RemitModel

extension Rule {
  /// OVS003: bodies or posts that oversee one another in a circle, by one kind of oversight.
  static let circularOversight = Rule(
    code: "OVS003", name: "circular-oversight", family: .oversight, defect: .independence, severity: .error,
    scope: .both,
    title: Localized(zh: "循环监督", en: "Oversight in a circle"),
    explanation: Explanation(
      what: Localized(
        zh: "沿同一种监督关系从一方出发，最终又回到它自己。",
        en: "Following one kind of oversight from a body leads back to that body."),
      why: Localized(
        zh: "互相监督的各方容易互相关照，谁也不真正受约束。",
        en: "Those who watch each other can spare each other, and nobody is really bound."),
      remedy: Localized(
        zh: "去掉环上的一条，改由环外的单位监督。", en: "Drop one link of the circle and let a body outside it do that part."),
      source: Localized(
        zh: "内部审计与监督的独立性要求：监督者不应受制于被监督者。",
        en:
          "Independence of assurance (IIA Global Internal Audit Standards): the watcher must not depend on the watched."
      )),
    faulty: [
      Example(
        """
        chart: offices
        organizations:
          - {id: finance}  # expect: OVS003 organization:finance organization:stores organization:transport
          - {id: stores}
          - {id: transport}
        oversight:
          - {kind: audit, by: finance, of: stores}
          - {kind: audit, by: stores, of: transport}
          - {kind: audit, by: transport, of: finance}
        """)
    ],
    clean: [
      Example(
        """
        chart: offices
        organizations:
          - {id: finance}
          - {id: stores}
          - {id: auditors}
        oversight:
          - {kind: audit, by: finance, of: stores}
          - {kind: assess, by: stores, of: finance}
          - {kind: audit, by: auditors, of: finance}
          - {kind: audit, by: auditors, of: stores}
          - {kind: check, by: finance, of: finance}
        """)
    ]
  ) { inspection in
    let chart = inspection.chart
    for kind in mayCircle(chart).enumerated() where !kind.element.isEmpty {
      let graph = LinkGraph(kind.element, chart)
      for cycle in graph.compact.graph.independentCycles(limit: cyclesPerComponent) where cycle.count > 1 {
        report(cycle, LinkKind.allCases[kind.offset], graph, in: &inspection)
      }
    }
  }
}

/// By kind of oversight, the rows that may be part of a circle: from an overseer that is overseen to one overseen that
/// oversees, in that kind.
private func mayCircle(_ chart: Chart) -> [[ID<Oversight>]] {
  let space = NodeSpace(chart)
  let (kinds, overseers, targets) = (chart.oversight.kind.values, chart.oversight.by, chart.oversight.of)
  // By node, a bit for each kind in which it oversees, and sixteen places up for each in which it is overseen.
  var parts = [UInt32](repeating: 0, count: space.count)
  for row in kinds.indices where kinds[row].isOversight {
    let bit: UInt32 = 1 << UInt32(kinds[row].ordinal)
    parts[space.index(overseers[ID(row)])] |= bit
    parts[space.index(targets[ID(row)])] |= bit << 16
  }
  var rows = [[ID<Oversight>]](repeating: [], count: LinkKind.allCases.count)
  for row in kinds.indices where kinds[row].isOversight {
    let both = parts[space.index(overseers[ID(row)])] >> 16 & parts[space.index(targets[ID(row)])]
    if both >> UInt32(kinds[row].ordinal) & 1 != 0 { rows[kinds[row].ordinal].append(ID(row)) }
  }
  return rows
}

/// Some rows of oversight as a graph of those that they tie, whose order is kept.
private struct LinkGraph {
  let rows: [ID<Oversight>]
  let compact: CompactGraph
  private let space: NodeSpace

  init(_ rows: [ID<Oversight>], _ chart: Chart) {
    let space = NodeSpace(chart)
    self.rows = rows
    self.space = space
    compact = CompactGraph(
      nodeCount: space.count, sources: rows.map { Int32(space.index(chart.oversight.by[$0])) },
      targets: rows.map { Int32(space.index(chart.oversight.of[$0])) })
  }

  func node(_ vertex: Int) -> Node { space.node(compact.node(vertex)) }
}

/// A tangle of more circles than this is one problem, not many.
private let cyclesPerComponent = 64

private func report(
  _ cycle: [Int], _ kind: LinkKind, _ links: LinkGraph, in inspection: inout Inspection
) {
  let members = cycle.map { Entity(links.node($0)) }
  var evidence: [Tie] = []
  for (position, vertex) in cycle.enumerated() {
    let next = cycle[(position + 1) % cycle.count]
    if let edge = links.compact.edge(vertex, next) { evidence.append(inspection.link(links.rows[edge])) }
  }
  let names = inspection.list(members, atMost: 6)
  let last = inspection.chart.key(of: members[members.count - 1])
  let first = inspection.chart.key(of: members[0])
  inspection.report(
    members,
    Localized(
      zh: "\(names.zh)之间的“\(kind.name.zh)”关系首尾相接，成为循环",
      en: "\(names.en) form a circle in which each one \(kind.name.en) the next"),
    evidence: evidence,
    suggestion: Localized(
      zh: "去掉环上的一条，例如 \(kind.rawValue) by \(last) of \(first)，改由环外的单位承担",
      en: "drop one of the links, such as \(kind.rawValue) by \(last) of \(first), and give it to a body outside"),
    detail: kind.rawValue)
}
