import RemitInspection
import RemitKernel
import RemitModel

extension Rule {
  /// CHN002: work that is handed round in a circle, by leading, by charge and by assistance.
  static let delegationCycle = Rule(
    code: "CHN002", name: "delegation-cycle", family: .chain, defect: .ambiguity, severity: .error, scope: .both,
    title: Localized(zh: "循环委派", en: "Delegation in a circle"),
    explanation: Explanation(
      what: Localized(
        zh: "沿领导、分管、协助关系把工作交下去，最后又交回到自己手里。",
        en:
          "Work handed down by leading, by charge of an organization, and to those who assist, comes back to whoever handed "
          + "it down."),
      why: Localized(
        zh: "环上的每个人都可以说是在等别人。", en: "Everybody on the circle can say that he waits for another."),
      remedy: Localized(
        zh: "去掉环上方向相反的一条关系。", en: "Drop the link of the circle that runs the wrong way."),
      source: Localized(
        zh: "委派图必须无环，这与指挥链相同。", en: "Delegation, like command, must be free of circles.")),
    faulty: [
      Example(
        """
        chart: county
        organizations:
          - {id: government, kind: government}
          - {id: bureau, kind: department}
        posts:
          - {id: vice, organization: government, in-charge-of: bureau}  # expect: CHN002 post:vice organization:bureau post:head
          - {id: head, organization: bureau}
        oversight:
          - {kind: lead, by: head, of: vice}
        """)
    ],
    clean: [
      Example(
        """
        chart: county
        organizations:
          - {id: government, kind: government}
          - {id: bureau, kind: department}
        posts:
          - {id: magistrate, organization: government, in-charge-of: government}
          - {id: vice, organization: government, reports-to: magistrate, in-charge-of: [bureau, government]}
          - {id: head, organization: bureau, reports-to: vice}
        oversight:
          - {kind: lead, by: magistrate, of: vice}
          - {kind: assist, by: vice, of: magistrate}
          - {kind: assist, by: head, of: vice}
          - {kind: lead, by: magistrate, of: government}
          - {kind: supervise, by: head, of: vice}
        """)
    ]
  ) { inspection in
    let handing = HandingDown(inspection.chart, inspection.facts)
    for cycle in handing.graph.independentCycles(limit: 64) {
      let members = cycle.map { Entity(handing.node($0)) }
      var evidence: [Tie] = []
      for (position, vertex) in cycle.enumerated() {
        let next = cycle[(position + 1) % cycle.count]
        let slot = handing.graph.slots(of: vertex).first { Int(handing.graph.targets[$0]) == next }
        if let slot { evidence.append(handing.link(Int(handing.graph.edges[slot]), in: inspection)) }
      }
      let way = Localized.way((members + members.prefix(1)).map(inspection.chart.name))
      inspection.report(
        members,
        Localized(zh: "委派首尾相接：\(way.zh)", en: "delegation runs in a circle: \(way.en)"), evidence: evidence,
        suggestion: Localized(
          zh: "去掉环上方向相反的一条 in-charge-of、lead 或 assist",
          en: "drop the in-charge-of, lead or assist of the circle that runs the wrong way"))
    }
  }
}

/// Who hands work to whom: from whoever leads to whom he leads, from whoever is in charge of an organization to it and
/// on to its posts, and from whoever is assisted to the assistant. Leading one's own organization is heading it.
private struct HandingDown {
  private enum Step {
    case row(ID<Oversight>)
    case charge(ID<Post>, ID<Organization>)
    case seat(ID<Post>)
  }

  private let space: NodeSpace
  private let compact: CompactGraph
  private let steps: [Step]

  var graph: CSRGraph { compact.graph }

  init(_ chart: Chart, _ facts: Facts) {
    let space = NodeSpace(chart)
    let (charges, homes, statuses) = (chart.charges, chart.posts.organization.values, chart.posts.status.values)
    let rows = facts[OversightByKind.self].rows(of: .lead, .assist)
    let ends = Ends(rows, space, chart)
    var sources: [Int32] = []
    var targets: [Int32] = []
    var steps: [Step] = []
    func add(_ from: Node, _ to: Node, _ step: Step) {
      // The edge between an organization and its own post runs downwards only.
      if case .post(let post) = from, case .organization(let body) = to, homes[post.index] == body { return }
      let (source, target) = (space.index(from), space.index(to))
      guard source != target, ends.mayBeOnCycle(from: source, to: target) else { return }
      sources.append(Int32(source))
      targets.append(Int32(target))
      steps.append(step)
    }
    for post in chart.posts.ids where ends.gives[post.index] && statuses[post.index] != .abolished {
      for slot in charges.slots(of: post) {
        add(.post(post), .organization(charges.values[slot]), .charge(post, charges.values[slot]))
      }
      add(.organization(homes[post.index]), .post(post), .seat(post))
    }
    for row in rows {
      let (from, to) = Self.ends(of: row, chart)
      add(from, to, .row(row))
    }
    self.space = space
    self.steps = steps
    compact = CompactGraph(nodeCount: space.count, sources: sources, targets: targets)
  }

  func node(_ vertex: Int) -> Node { space.node(compact.node(vertex)) }

  /// Who hands down to whom by a row that leads or assists.
  private static func ends(of row: ID<Oversight>, _ chart: Chart) -> (from: Node, to: Node) {
    let (by, of) = (chart.oversight.by[row], chart.oversight.of[row])
    return chart.oversight.kind[row] == .lead ? (by, of) : (of, by)
  }

  /// Which nodes work is handed to, and which hand any on: of the others none is on a circle, and they are nearly all.
  private struct Ends {
    private(set) var isGiven: [Bool]
    private(set) var gives: [Bool]

    /// O(nodes + links).
    init(_ rows: ArraySlice<ID<Oversight>>, _ space: NodeSpace, _ chart: Chart) {
      isGiven = [Bool](repeating: false, count: space.count)
      gives = isGiven
      let (charges, homes, statuses) = (chart.charges, chart.posts.organization.values, chart.posts.status.values)
      for post in chart.posts.ids where statuses[post.index] != .abolished {
        isGiven[post.index] = true
        gives[space.index(.organization(homes[post.index]))] = true
        for slot in charges.slots(of: post) {
          gives[post.index] = true
          isGiven[space.index(.organization(charges.values[slot]))] = true
        }
      }
      for row in rows {
        let (from, to) = HandingDown.ends(of: row, chart)
        gives[space.index(from)] = true
        isGiven[space.index(to)] = true
      }
    }

    func mayBeOnCycle(from source: Int, to target: Int) -> Bool { isGiven[source] && gives[target] }
  }

  func link(_ edge: Int, in inspection: Inspection) -> Tie {
    switch steps[edge] {
    case .row(let row): return inspection.link(row)
    case .charge(let post, let organization):
      return inspection.link(.post(post), .inChargeOf, .organization(organization))
    case .seat(let post):
      return inspection.link(.post(post), .sitsIn, .organization(inspection.chart.posts.organization[post]))
    }
  }
}
