import RemitInspection
import RemitModel

/// Who answers for something, up the chain; who watches them; by which clause.
public struct Trace: Sendable {
  /// One overseer of a post, by one kind of link.
  struct Watcher: Sendable {
    let row: ID<Oversight>
    /// The link names the post's organization rather than the post.
    let throughOrganization: Bool
  }

  /// A post (or organization) with what stands above it.
  struct Holder: Sendable {
    let node: Node
    /// Its letters on the traced duty; empty when the trace is of the post itself.
    let letters: [Letter]
    let leads: Bool
    /// The post's own words for its responsibility, from a regulation.
    let terms: [Localized]
    let persons: [ID<Person>]
    /// From the holder up to the top; the holder alone where nothing is above it.
    let chain: [EvidenceLink]
    /// Whether the chain ends at a head of its jurisdiction.
    let reachesHead: Bool
    /// In the order of kinds.
    let watchers: [Watcher]

    /// Whether it answers for the duty or does it, rather than helps.
    var answers: Bool { letters.contains { $0 <= .responsible } }
  }

  /// The chart that is traced.
  public let chart: Chart
  private let facts: Facts

  /// Traces in a chart. O(posts + links).
  public init(_ chart: Chart) {
    self.chart = chart
    facts = Facts(chart)
  }

  /// Those with a letter on a duty, strongest first.
  func holders(of duty: ID<Duty>) -> [Holder] {
    var order: [Node] = []
    var rows: [Node: [ID<Assignment>]] = [:]
    for assignment in chart.letters[duty] {
      let node = chart.assignments.assignee[assignment]
      if rows[node] == nil { order.append(node) }
      rows[node, default: []].append(assignment)
    }
    return order.map { node in
      let own = rows[node] ?? []
      return holder(
        node, letters: own.map { chart.assignments.letter[$0] }.sorted(),
        leads: own.contains { chart.assignments.lead[$0] },
        terms: own.compactMap { chart.assignments.term[$0] })
    }.enumerated().sorted { a, b in
      (a.element.letters.first ?? .informed, a.offset) < (b.element.letters.first ?? .informed, b.offset)
    }.map(\.element)
  }

  /// A post by itself.
  func holder(_ node: Node, letters: [Letter] = [], leads: Bool = false, terms: [Localized] = []) -> Holder {
    guard case .post(let post) = node else {
      return Holder(
        node: node, letters: letters, leads: leads, terms: terms, persons: [], chain: [], reachesHead: false,
        watchers: facts[Watch.self].over(node).map { Watcher(row: $0, throughOrganization: false) })
    }
    let (chain, reachesHead) = chain(from: post)
    return Holder(
      node: node, letters: letters, leads: leads, terms: terms,
      persons: Array(facts[Incumbency.self].holders(of: post)),
      chain: chain, reachesHead: reachesHead, watchers: watchers(of: post))
  }

  /// The way up from a post to the top of its jurisdiction, else as far as it goes.
  private func chain(from post: ID<Post>) -> (links: [EvidenceLink], reachesHead: Bool) {
    let climb = facts[Ladder.self].climb(from: post, in: chart)
    return (climb.links, climb.reachesTop)
  }

  private func watchers(of post: ID<Post>) -> [Watcher] {
    let watch = facts[Watch.self]
    let own = watch.over(.post(post)).map { Watcher(row: $0, throughOrganization: false) }
    let whole = watch.over(.organization(chart.posts.organization[post])).map {
      Watcher(row: $0, throughOrganization: true)
    }
    let order = Dictionary(uniqueKeysWithValues: zip(LinkKind.allCases, LinkKind.allCases.indices))
    return (own + whole).enumerated().sorted { a, b in
      let (x, y) = (order[chart.oversight.kind[a.element.row]] ?? 0, order[chart.oversight.kind[b.element.row]] ?? 0)
      return (x, a.offset) < (y, b.offset)
    }.map(\.element)
  }

  /// The rows of oversight in which a post, or its organization, is the overseer.
  func watched(by post: ID<Post>) -> [ID<Oversight>] {
    let organization = chart.posts.organization[post]
    return chart.oversight.ids.filter {
      chart.oversight.by[$0] == .post(post) || chart.oversight.by[$0] == .organization(organization)
    }
  }

  /// The active duties of a domain, in file order.
  func duties(in domain: String) -> [ID<Duty>] {
    chart.duties.ids.filter { chart.duties.status[$0] == .active && chart.duties.domains[$0].contains(domain) }
  }
}
