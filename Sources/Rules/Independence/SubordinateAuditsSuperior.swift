import RemitInspection
import RemitModel

extension Rule {
  /// IND002: an audit, or discipline, of a superior by somebody whose every line leads to that superior.
  static let subordinateAuditsSuperior = Rule(
    code: "IND002", name: "subordinate-audits-superior", family: .independence, defect: .independence, severity: .error,
    title: Localized(zh: "下级审计上级", en: "Subordinate that audits its superior"),
    explanation: Explanation(
      what: Localized(
        zh: "审计或追责的一方，在指挥上处于被监督者之下，而且没有任何一条线通到被监督者管辖之外。",
        en:
          "Whoever audits or disciplines stands below the one overseen, and has no line to anybody outside that one's reach."
      ),
      why: Localized(
        zh: "被监督者掌握监督者的任免、经费和结果去向，监督难以独立。",
        en: "The one overseen decides on the overseer's career, money and on where findings go."),
      remedy: Localized(
        zh: "改由上级机关监督，或加一条通到外部的线：dotted-to 上级业务机关，或将结果报送（feeds）管辖之外的单位。",
        en:
          "Let a higher body do it, or give the overseer a line outside: dotted-to its like above, or results fed to a body "
          + "outside."),
      source: Localized(
        zh: "审计机关双重领导体制；国际内部审计协会关于职能报告线的要求。",
        en: "The dual leadership of audit offices; the functional reporting line that the IIA standards ask for.")),
    faulty: [
      Example(
        """
        chart: county
        organizations:
          - {id: government, kind: government}
          - {id: audit-office, kind: audit-office, parent: government}
        posts:
          - {id: magistrate, organization: government}
          - {id: deputy, organization: government, reports-to: magistrate, in-charge-of: audit-office}
          - {id: auditor, organization: audit-office, reports-to: deputy}
          - {id: clerk, organization: audit-office, reports-to: auditor}
        oversight:
          - {id: term-audit, kind: audit, by: audit-office, of: magistrate}  # expect: IND002 oversight:term-audit
        """)
    ],
    clean: [
      Example(
        """
        chart: county
        jurisdictions:
          - {id: city, level: prefecture}
          - {id: county, level: county, parent: city}
        organizations:
          - {id: city-audit, kind: audit-office, jurisdiction: city}
          - {id: committee, kind: party-committee, jurisdiction: county}
          - {id: government, kind: government, jurisdiction: county}
          - {id: audit-office, kind: audit-office, jurisdiction: county, parent: government}
          - {id: inspectorate, kind: inspection-team, jurisdiction: county, parent: government}
        posts:
          - {id: city-auditor, organization: city-audit}
          - {id: secretary, organization: committee}
          - {id: magistrate, organization: government, reports-to: secretary}
          - {id: deputy, organization: government, reports-to: magistrate}
          - {id: auditor, organization: audit-office, reports-to: deputy, dotted-to: city-auditor}
          - {id: inspector, organization: inspectorate, reports-to: magistrate}
        oversight:
          - {kind: audit, by: audit-office, of: magistrate}
          - {kind: audit, by: inspectorate, of: magistrate, feeds: [city-audit]}
          - {kind: discipline, by: magistrate, of: deputy}
          - {kind: supervise, by: inspectorate, of: government}
        """)
    ]
  ) { inspection in
    let chart = inspection.chart
    let command = inspection.facts[ChainOfCommand.self]
    var overseer: Overseer?
    for row in inspection.facts[OversightByKind.self].rows(of: .audit, .discipline) {
      // Nobody stands below a duty.
      if case .duty = chart.oversight.of[row] { continue }
      // Rows of one overseer mostly follow one another.
      if overseer?.node != chart.oversight.by[row] { overseer = Overseer(chart.oversight.by[row], chart, command) }
      guard let overseer, overseer.mayStandBelow(chart.oversight.of[row]),
        let case_ = Subordination(row, overseer, chart, command),
        !case_.hasLineOutside(feeds: chart.oversight.feeds[row])
      else { continue }
      let by = chart.name(of: Entity(chart.oversight.by[row]))
      let of = chart.name(of: Entity(chart.oversight.of[row]))
      let kind = chart.oversight.kind[row].name
      let path = case_.path()
      let lines = zip(path, path.dropFirst()).map {
        inspection.link(.post($0), .reportsTo, .post($1))
      }
      let post = chart.posts.key[path[0]]
      inspection.report(
        [.oversight(row)],
        Localized(
          zh: "“\(by.zh)”\(kind.zh)其上级“\(of.zh)”，且没有通到其管辖之外的线",
          en: "“\(by.en)” \(kind.en) “\(of.en)”, which it reports to, and has no line to anybody outside its reach"),
        evidence: [inspection.link(row)] + lines, clauses: inspection.clauses(chart.oversight.basis[row]),
        suggestion: Localized(
          zh: "为岗位 \(post) 增加 dotted-to: [<上级业务机关的岗位>]，或改由上级机关\(kind.zh)",
          en: "add dotted-to: [<post of a higher body>] to post \(post), or let a higher body do it"))
    }
  }
}

/// Who oversees, and who stands above.
private final class Overseer {
  private let chart: Chart
  let node: Node
  /// The organization that it is, or sits in; nil for a duty.
  let body: ID<Organization>?
  /// The post, or the organization's posts, that oversee.
  let posts: [ID<Post>]
  /// The post, or those of the organization's posts that no other of them commands.
  let heads: [ID<Post>]
  /// Who stands above all of these, nearest to the first of them first.
  let above: [ID<Post>]

  init(_ node: Node, _ chart: Chart, _ command: ChainOfCommand) {
    self.chart = chart
    self.node = node
    let body = chart.organization(of: node)
    self.body = body
    switch node {
    case .post(let post):
      posts = [post]
      heads = [post]
    case .organization(let own):
      posts = chart.members[own].filter { chart.posts.status[$0] != .abolished }
      heads = posts.filter { post in !chart.superiors[post].contains { chart.posts.organization[$0] == own } }
    case .duty:
      posts = []
      heads = []
    }
    var common = heads.first.map(command.above) ?? []
    for head in heads.dropFirst() where !common.isEmpty {
      let others = Set(command.above(head))
      common = common.filter(others.contains)
    }
    above = common
  }

  /// Whether a node, or a post of it, is among those above.
  func mayStandBelow(_ target: Node) -> Bool {
    switch target {
    case .post(let post): above.contains(post)
    case .organization(let body): above.contains { chart.posts.organization[$0] == body }
    case .duty: false
    }
  }
}

/// An overseer that stands below whom it oversees.
private struct Subordination {
  private let chart: Chart
  private let command: ChainOfCommand
  /// The posts of the one overseen that stand above the overseer.
  private let tops: Set<ID<Post>>
  /// The post, or the organization's posts, that oversee.
  private let overseers: [ID<Post>]
  private let overseer: ID<Organization>
  private let overseen: ID<Organization>
  private let first: ID<Post>

  /// Nil unless the target is above the overseer: above the post, or above each post that heads the organization.
  init?(_ row: ID<Oversight>, _ by: Overseer, _ chart: Chart, _ command: ChainOfCommand) {
    guard let overseer = by.body, let overseen = chart.organization(of: chart.oversight.of[row]),
      let first = by.heads.first
    else { return nil }
    overseers = by.posts
    switch chart.oversight.of[row] {
    case .post(let post): tops = by.above.contains(post) && !by.heads.contains(post) ? [post] : []
    default:
      tops =
        overseen == overseer && overseers.count > 1
        ? [] : Set(by.above.filter { chart.posts.organization[$0] == overseen })
    }
    if tops.isEmpty { return nil }
    self.first = first
    self.chart = chart
    self.command = command
    self.overseer = overseer
    self.overseen = overseen
  }

  /// The shortest line of command from the overseer up to the one overseen.
  func path() -> [ID<Post>] {
    tops.contains(first) ? [first] : command.way(up: first, to: tops.contains) ?? [first]
  }

  /// Whether a line of the overseer leads out of the reach of the one overseen: a solid or dotted superior, somebody in
  /// charge of its body, the body that it is part of, or one that gets its results.
  func hasLineOutside(feeds: ArraySlice<Node>) -> Bool {
    if overseers.contains(where: chart.isApex) { return true }
    let superiors = overseers.flatMap { Array(chart.superiors[$0]) + Array(chart.dotted[$0]) }
    if (superiors + Array(chart.chargedBy[overseer])).contains(where: isOutside) { return true }
    if let parent = chart.organizations.parent[overseer], isOutside(.organization(parent)) { return true }
    return feeds.contains(where: isOutside)
  }

  private func isOutside(_ post: ID<Post>) -> Bool {
    chart.posts.organization[post] != overseer && !tops.contains(post)
      && !command.above(post).contains(where: tops.contains)
  }

  /// An organization is outside if one of its posts is. One without posts belongs to whoever is in charge of it.
  private func isOutside(_ node: Node) -> Bool {
    switch node {
    case .post(let post): return isOutside(post)
    case .duty: return false
    case .organization(let organization):
      if organization == overseer || organization == overseen { return false }
      let posts = chart.members[organization]
      if !posts.isEmpty { return posts.contains(where: isOutside) }
      let charging = chart.chargedBy[organization]
      return charging.isEmpty || charging.contains(where: isOutside)
    }
  }
}
