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
    for cycle in handing.compact.graph.independentCycles(limit: 64) {
      let members = cycle.map { Entity(handing.node($0)) }
      let evidence = cycle.indices.compactMap { position in
        handing.link(cycle[position], cycle[(position + 1) % cycle.count], in: inspection)
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
  private let space: NodeSpace
  let compact: CompactGraph
  /// By edge, the row that it stands for; −1 for charge and membership.
  private let rows: [Int32]

  init(_ chart: Chart, _ facts: Facts) {
    let space = NodeSpace(chart)
    let (charges, homes, statuses) = (chart.charges, chart.posts.organization.values, chart.posts.status.values)
    let oversight = RowEnds(facts[OversightByKind.self].rows(of: .lead, .assist), space, chart)
    let mayCircle = NodesOnTheWay(oversight, space, chart)
    var sources: [Int32] = []
    var targets: [Int32] = []
    var rows: [Int32] = []
    func add(_ from: Int, _ to: Int, _ row: Int32) {
      guard from != to, mayCircle.isGiven[from], mayCircle.gives[to] else { return }
      sources.append(Int32(truncatingIfNeeded: from))
      targets.append(Int32(truncatingIfNeeded: to))
      rows.append(row)
    }
    for post in chart.posts.ids where mayCircle.gives[post.index] && statuses[post.index] != .abolished {
      // The edge between an organization and its own post runs downwards only.
      let home = homes[post.index]
      for slot in charges.slots(of: post) where charges.values[slot] != home {
        add(post.index, space.index(.organization(charges.values[slot])), -1)
      }
      add(space.index(.organization(home)), post.index, -1)
    }
    sources.reserveCapacity(sources.count + oversight.rows.count)
    targets.reserveCapacity(sources.count + oversight.rows.count)
    rows.reserveCapacity(sources.count + oversight.rows.count)
    for place in oversight.rows.indices {
      let (from, to) = (oversight.from[place], oversight.to[place])
      if case .post(let post) = space.node(from), to == space.index(.organization(homes[post.index])) { continue }
      add(from, to, oversight.rows[place].raw)
    }
    self.space = space
    self.rows = rows
    compact = CompactGraph(nodeCount: space.count, sources: sources, targets: targets)
  }

  func node(_ vertex: Int) -> Node { space.node(compact.node(vertex)) }

  /// The first link from one vertex to another.
  func link(_ from: Int, _ to: Int, in inspection: Inspection) -> Tie? {
    guard let edge = compact.edge(from, to) else { return nil }
    let row = rows[edge]
    if row >= 0 { return inspection.link(ID<Oversight>(raw: row)) }
    let (above, below) = (Entity(node(from)), Entity(node(to)))
    if case .post = above { return inspection.link(above, .inChargeOf, below) }
    return inspection.link(below, .sitsIn, above)
  }
}

/// Rows that lead or assist, and by place among these who hands down to whom, as `NodeSpace` numbers them.
private struct RowEnds {
  let rows: [ID<Oversight>]
  private(set) var from: [Int] = []
  private(set) var to: [Int] = []

  init(_ rows: ArraySlice<ID<Oversight>>, _ space: NodeSpace, _ chart: Chart) {
    self.rows = Array(rows)
    let (kinds, overseers, overseen) = (chart.oversight.kind, chart.oversight.by, chart.oversight.of)
    from.reserveCapacity(rows.count)
    to.reserveCapacity(rows.count)
    for row in rows {
      let (by, of) = (space.index(overseers[row]), space.index(overseen[row]))
      from.append(kinds[row] == .lead ? by : of)
      to.append(kinds[row] == .lead ? of : by)
    }
  }
}

/// Which nodes work is handed to, and which hand any on. Of the others none is on a circle.
private struct NodesOnTheWay {
  private(set) var isGiven: [Bool]
  private(set) var gives: [Bool]

  /// O(nodes + links).
  init(_ oversight: RowEnds, _ space: NodeSpace, _ chart: Chart) {
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
    for node in oversight.from { gives[node] = true }
    for node in oversight.to { isGiven[node] = true }
  }
}
