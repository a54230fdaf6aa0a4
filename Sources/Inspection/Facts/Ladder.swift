import RemitKernel
import RemitModel

/// The way that responsibility goes up from each post, one step at a time: to its superiors in its jurisdiction; where it
/// has none, to whoever is in charge of its organization; else to superiors elsewhere, solid or dotted.
package struct Ladder: Fact {
  /// One step up.
  private enum Step: Sendable {
    case reports(ID<Post>)
    case dotted(ID<Post>)
    case charge(ID<Organization>, ID<Post>)

    var top: ID<Post> {
      switch self {
      case .reports(let post), .dotted(let post), .charge(_, let post): post
      }
    }
  }

  private let steps: [[Step]]
  private let graph: CSRGraph
  private let isTop: [Bool]

  package init(_ chart: Chart, _ facts: Facts) {
    let heads = facts[Heads.self]
    let steps = chart.posts.ids.map { Self.steps(from: $0, in: chart) }
    isTop = chart.posts.ids.map { post in
      heads.isHead[post.index]
        && !chart.superiors[post].contains { chart.jurisdiction(of: $0) == chart.jurisdiction(of: post) }
    }
    graph = CSRGraph(
      vertexCount: steps.count, sources: steps.indices.flatMap { Array(repeating: Int32($0), count: steps[$0].count) },
      targets: steps.joined().map(\.top.raw))
    self.steps = steps
  }

  private static func steps(from post: ID<Post>, in chart: Chart) -> [Step] {
    let home = chart.jurisdiction(of: post)
    let superiors = chart.superiors[post]
    let local = superiors.filter { chart.jurisdiction(of: $0) == home }
    if !local.isEmpty { return local.map(Step.reports) }
    var organization: ID<Organization>? = chart.posts.organization[post]
    var climbed: Set<ID<Organization>> = []
    while let current = organization, climbed.insert(current).inserted {
      let charged = chart.chargedBy[current].filter { $0 != post }
      if !charged.isEmpty { return charged.map { Step.charge(current, $0) } }
      organization = chart.organizations.parent[current]
    }
    return superiors.map(Step.reports) + chart.dotted[post].map(Step.dotted)
  }

  /// The shortest way from a post to a head of its own jurisdiction that has nobody above it there, else to the top of
  /// what is above it. O(what is above it).
  package func climb(from post: ID<Post>, in chart: Chart) -> (links: [EvidenceLink], reachesTop: Bool) {
    let home = chart.jurisdiction(of: post)
    let toTop = graph.shortestPath(from: [post.index]) { isTop[$0] && chart.jurisdiction(of: ID($0)) == home }
    let path = toTop ?? graph.shortestPath(from: [post.index]) { steps[$0].isEmpty } ?? [post.index]
    return (zip(path, path.dropFirst()).flatMap { told(ID($0), ID($1), in: chart) }, toTop != nil)
  }

  /// A step as the chart has it.
  private func told(_ post: ID<Post>, _ next: ID<Post>, in chart: Chart) -> [EvidenceLink] {
    guard let step = steps[post.index].first(where: { $0.top == next }) else { return [] }
    func link(_ from: Entity, _ bond: Bond, _ to: Entity) -> EvidenceLink {
      EvidenceLink(
        Tie(from: from, bond: bond, to: to, present: true, place: chart.place(from, bond, to) ?? .none), in: chart)
    }
    switch step {
    case .reports: return [link(.post(post), .reportsTo, .post(next))]
    case .dotted: return [link(.post(post), .dottedTo, .post(next))]
    case .charge(let organization, _):
      return [
        link(.post(post), .sitsIn, .organization(organization)),
        link(.organization(organization), .answersTo, .post(next)),
      ]
    }
  }
}
