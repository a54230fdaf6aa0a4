import RemitInspection
import RemitModel

extension Rule {
  /// STR008: all command of another department's posts runs through a post that is not in charge of it.
  static let gatekeeper = Rule(
    code: "STR008", name: "gatekeeper", family: .structure, defect: .burden, severity: .warning,
    title: Localized(zh: "他部门的必经关口", en: "Gatekeeper of another department"),
    explanation: Explanation(
      what: Localized(
        zh:
          "从主要负责人到其他部门岗位的每一条指挥路径，进入该部门之前都要经过同一个岗位，这样的岗位超过上限（默认 5 个），而这个岗位并不领导该部门：它既不分管该部门，也不是分管领导的上级。只看本行政区的部门。部门在它所在的单位之下的（如局管的站所），只有本单位另有人分管该部门时才算；无人分管的，只有它自己也在一个部门时才算。主要负责人不算。",
        en: "Every way of command from the heads to more posts of other departments than the limit (5 by default) "
          + "enters these departments through one post, which does not lead them: it is neither in charge of them nor "
          + "stands above who is. Only departments of its own jurisdiction count; one below the post's own organization "
          + "only where somebody else of that organization is in charge of it; one that nobody is in charge of only "
          + "where the post sits in a department itself. Heads of the jurisdiction are no gatekeepers."),
      why: Localized(
        zh: "上情下达、下情上报都卡在一个不担这份责任的人手里；他一忙、一走，或者压下不报，整个部门就断了线。",
        en:
          "All that goes up and down depends on somebody who does not answer for it: busy, away or unwilling, he cuts "
          + "a whole department off."),
      remedy: Localized(
        zh: "让该部门负责人直接向分管领导报告；这个岗位确实领导该部门的，写明其 in-charge-of，或把该部门写成其单位的下级（parent）。",
        en: "Let the head of the department report to who is in charge of it. Where the post does lead it, add the "
          + "department to its in-charge-of, or write its organization as the department's parent."),
      source: Localized(
        zh: "支配点（Lengauer–Tarjan；Cooper–Harvey–Kennedy）；社会网络分析中的“守门人”（Gould–Fernandez）。",
        en: "Dominators of graphs (Lengauer–Tarjan; Cooper–Harvey–Kennedy); gatekeepers in networks "
          + "(Gould–Fernandez).")),
    settings: [
      Setting(
        "limit", Localized(zh: "所卡住的其他部门岗位数上限", en: "most posts of other departments behind it"), standard: 5,
        range: 1...10000)
    ],
    faulty: [
      Example(
        """
        # The director of the office stands between the deputies and their departments.
        chart: county
        organizations:
          - {id: government, kind: government}
          - {id: water-bureau, kind: sector-department, parent: government}
          - {id: road-bureau, kind: sector-department, parent: government}
        posts:
          - {id: magistrate, organization: government, role: government-principal}
          - {id: deputy-1, organization: government, reports-to: magistrate, in-charge-of: water-bureau}
          - {id: deputy-2, organization: government, reports-to: magistrate, in-charge-of: road-bureau}
          - {id: office-director, organization: government, reports-to: [deputy-1, deputy-2]}  # expect: STR008 post:office-director
          - {id: water-head, organization: water-bureau, reports-to: office-director}
          - {id: water-second, organization: water-bureau, reports-to: water-head}
          - {id: water-clerk, organization: water-bureau, reports-to: water-second}
          - {id: road-head, organization: road-bureau, reports-to: office-director}
          - {id: road-second, organization: road-bureau, reports-to: road-head}
          - {id: road-clerk, organization: road-bureau, reports-to: road-second, vacant: true}
        """),
      Example(
        """
        # One department hangs on another.
        chart: county
        organizations:
          - {id: government, kind: government}
          - {id: finance, kind: sector-department}
          - {id: forestry, kind: sector-department}
        posts:
          - {id: magistrate, organization: government, role: government-principal}
          - {id: finance-head, organization: finance, reports-to: magistrate}  # expect: STR008 post:finance-head
          - {id: forest-head, organization: forestry, reports-to: finance-head}
          - {id: ranger-1, organization: forestry, reports-to: forest-head}
          - {id: ranger-2, organization: forestry, reports-to: forest-head}
          - {id: ranger-3, organization: forestry, reports-to: forest-head}
          - {id: ranger-4, organization: forestry, reports-to: forest-head}
          - {id: ranger-5, organization: forestry, reports-to: forest-head}
        """),
    ],
    clean: [
      Example(
        """
        chart: county
        jurisdictions:
          - {id: city, level: prefecture}
          - {id: county, level: county, parent: city}
        organizations:
          - {id: city-environment, kind: environment-department, jurisdiction: city}
          - {id: government, kind: government, jurisdiction: county}
          - {id: water-bureau, kind: sector-department, parent: government}
          - {id: dam-station, kind: sector-department, parent: water-bureau}
          - {id: branch, kind: environment-department, jurisdiction: county}
          - {id: flood-team, kind: team, jurisdiction: county}
          - {id: road-bureau, kind: sector-department, parent: government}
          - {id: farm-bureau, kind: sector-department, jurisdiction: county}
        posts:
          - {id: city-head, organization: city-environment}
          # The only way to every department.
          - {id: magistrate, organization: government, role: government-principal}
          - {id: executive, organization: government, reports-to: magistrate}
          - {id: deputy, organization: government, reports-to: executive, in-charge-of: [water-bureau, branch, farm-bureau]}
          - {id: water-head, organization: water-bureau, reports-to: deputy}
          - {id: water-second, organization: water-bureau, reports-to: water-head}
          # The second of the bureau leads its station.
          - {id: station-chief, organization: dam-station, reports-to: water-second}
          - {id: keeper-1, organization: dam-station, reports-to: station-chief}
          - {id: keeper-2, organization: dam-station, reports-to: station-chief}
          - {id: keeper-3, organization: dam-station, reports-to: station-chief}
          - {id: keeper-4, organization: dam-station, reports-to: station-chief}
          - {id: keeper-5, organization: dam-station, reports-to: station-chief}
          # Run by the city's bureau.
          - {id: branch-head, organization: branch, reports-to: city-head, dotted-to: deputy}
          - {id: inspector-1, organization: branch, reports-to: branch-head}
          - {id: inspector-2, organization: branch, reports-to: branch-head}
          - {id: inspector-3, organization: branch, reports-to: branch-head}
          - {id: inspector-4, organization: branch, reports-to: branch-head}
          - {id: inspector-5, organization: branch, reports-to: branch-head}
          # A team that a bureau is host to.
          - {id: flood-leader, organization: flood-team, reports-to: water-head}
          - {id: boatman-1, organization: flood-team, reports-to: flood-leader}
          - {id: boatman-2, organization: flood-team, reports-to: flood-leader}
          - {id: boatman-3, organization: flood-team, reports-to: flood-leader}
          - {id: boatman-4, organization: flood-team, reports-to: flood-leader}
          - {id: boatman-5, organization: flood-team, reports-to: flood-leader}
          # Nobody is in charge of the department, and this deputy leads it.
          - {id: road-deputy, organization: government, reports-to: magistrate}
          - {id: road-head, organization: road-bureau, reports-to: road-deputy}
          - {id: roadman-1, organization: road-bureau, reports-to: road-head}
          - {id: roadman-2, organization: road-bureau, reports-to: road-head}
          - {id: roadman-3, organization: road-bureau, reports-to: road-head}
          - {id: roadman-4, organization: road-bureau, reports-to: road-head}
          - {id: roadman-5, organization: road-bureau, reports-to: road-head}
          # The water bureau is one way to them, not the only one.
          - {id: farm-head, organization: farm-bureau, reports-to: [deputy, water-head]}
          - {id: farmer-1, organization: farm-bureau, reports-to: farm-head}
          - {id: farmer-2, organization: farm-bureau, reports-to: farm-head}
          - {id: farmer-3, organization: farm-bureau, reports-to: farm-head}
          - {id: farmer-4, organization: farm-bureau, reports-to: farm-head}
          - {id: farmer-5, organization: farm-bureau, reports-to: farm-head}
        """)
    ]
  ) { inspection in
    let chart = inspection.chart
    let gates = inspection.facts[Gates.self]
    let most = inspection.threshold("limit")
    var mandates = Mandates(chart, inspection.facts)
    var behind = [[ID<Post>]](repeating: [], count: chart.posts.key.count)
    for post in chart.posts.ids where chart.isInForce(post) {
      let body = chart.posts.organization[post]
      guard chart.organizations.kind[body].isDepartment, let gate = gates.gate(of: post),
        !mandates.leads(gate, body)
      else { continue }
      behind[gate.index].append(post)
    }
    var known: Gates.Ways?
    for gate in chart.posts.ids where behind[gate.index].count > most.count(at: .post(gate)) {
      let ways = known ?? gates.ways()
      known = ways
      report(gate, behind[gate.index], ways, most.count(at: .post(gate)), &inspection)
    }
  }
}

/// Whether a post that stands between the heads and a department leads it; each pair is judged once.
private struct Mandates {
  private struct Pair: Hashable {
    let post: ID<Post>
    let body: ID<Organization>
  }

  private let chart: Chart
  private let heads: Heads
  private let command: ChainOfCommand
  /// By body, the post that was asked about first, or -1, and the answer: mostly there is but one.
  private var first: [(post: Int32, answer: Bool)]
  /// Of any other post.
  private var known: [Pair: Bool] = [:]

  init(_ chart: Chart, _ facts: Facts) {
    self.chart = chart
    heads = facts[Heads.self]
    command = facts[ChainOfCommand.self]
    first = Array(repeating: (-1, false), count: chart.organizations.key.count)
  }

  /// Whether a post that sits outside a department leads it, or may be taken to.
  mutating func leads(_ post: ID<Post>, _ body: ID<Organization>) -> Bool {
    let (asked, told) = first[body.index]
    if asked == post.raw { return told }
    if asked < 0 {
      let answer = isLeader(post, body)
      first[body.index] = (post.raw, answer)
      return answer
    }
    let pair = Pair(post: post, body: body)
    let answer = known[pair] ?? isLeader(post, body)
    known[pair] = answer
    return answer
  }

  private func isLeader(_ post: ID<Post>, _ body: ID<Organization>) -> Bool {
    if heads.isHead[post.index] || chart.jurisdiction(of: post) != chart.organizations.jurisdiction[body] {
      return true
    }
    let own = chart.posts.organization[post]
    var charged: [ID<Post>] = []
    var isBelow = false
    var next: ID<Organization>? = body
    while let current = next {
      if chart.chargedBy[current].contains(post) { return true }
      if charged.isEmpty { charged = chart.chargedBy[current].filter(chart.isInForce) }
      if current == own { isBelow = true }
      next = chart.organizations.parent[current]
    }
    if charged.contains(where: { command.above($0).contains(post) }) { return true }
    if isBelow { return !charged.contains { chart.posts.organization[$0] == own } }
    return charged.isEmpty && !chart.organizations.kind[own].isDepartment
  }
}

private func report(
  _ gate: ID<Post>, _ behind: [ID<Post>], _ ways: Gates.Ways, _ limit: Int, _ inspection: inout Inspection
) {
  let chart = inspection.chart
  var bodies: [ID<Organization>] = []
  var links: [Tie] = []
  var seen: Set<ID<Post>> = []
  var listed: Set<ID<Organization>> = []
  for post in behind where listed.insert(chart.posts.organization[post]).inserted {
    bodies.append(chart.posts.organization[post])
  }
  for post in behind.prefix(limit + 1) {
    let way = ways.way(from: post, to: gate)
    for (low, high) in zip(way, way.dropFirst()) where seen.insert(low).inserted {
      links.append(inspection.link(.post(low), .reportsTo, .post(high)))
    }
  }
  let name = chart.posts.name[gate]
  let list = inspection.list(bodies.map { .organization($0) })
  let key = chart.posts.key[gate]
  let first = ways.way(from: behind[0], to: gate).dropLast().last ?? behind[0]
  let charged = chart.chargedBy[bodies[0]].first(where: chart.isInForce)
  let above = charged.map { chart.posts.key[$0] }
  inspection.report(
    [.post(gate)],
    Localized(
      zh: "\(list.zh)的 \(behind.count) 个岗位都要经过“\(name.zh)”才能上通，而“\(name.zh)”并不分管，上限是 \(limit) 个",
      en: "all command of \(behind.count) posts of \(list.en) runs through “\(name.en)”, which is not in charge of "
        + "them; the limit is \(limit)"),
    evidence: links,
    suggestion: Localized(
      zh: "把岗位 \(chart.posts.key[first]) 的 reports-to 中的 \(key) 换成 \(above ?? "分管领导")，或在 \(key) 的 in-charge-of 中加入 "
        + chart.organizations.key[bodies[0]],
      en: "replace \(key) in reports-to of post \(chart.posts.key[first]) by \(above ?? "who is in charge"), or add "
        + "\(chart.organizations.key[bodies[0]]) to in-charge-of of \(key)"))
}
