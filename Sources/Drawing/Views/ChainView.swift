import RemitInspection
import RemitModel

/// Command and charge, from the head of each place down to its departments.
struct ChainView {
  let scene: Scene
  private var chart: Chart { scene.chart }
  private var picture: Picture
  /// The post that answers for each organization, where it has one.
  private let heads: [ID<Post>?]
  private let inner: InnerPosts
  /// Who stands directly above each post in the drawing, and by what.
  private var parents: [ID<Post>: ID<Post>] = [:]

  static func picture(_ scene: Scene, _ inner: InnerPosts) -> Picture {
    var view = ChainView(scene, inner)
    view.draw()
    return view.picture
  }

  private init(_ scene: Scene, _ inner: InnerPosts) {
    self.scene = scene
    self.inner = inner
    picture = scene.picture()
    heads = scene.heads
  }

  private mutating func draw() {
    let frames = Frames(scene, minimum: 3, without: inner)
    picture.clusters = frames.clusters
    var numbers: [ID<Post>: Int] = [:]
    for post in scene.scope.posts {
      guard let head = inner.head(of: post) else { continue }
      numbers[head, default: 0] += 1
      picture.standIns[.post(post)] = scene.names[head]
    }
    for post in scene.scope.posts where !standsApart(post) && inner.head(of: post) == nil {
      let organization = chart.posts.organization[post]
      let isFramed = frames.isFramed(organization)
      var box = scene.box(post, cluster: frames.cluster(of: organization), showsOrganization: !isFramed, width: 14)
      if let number = numbers[post], case .lines(let lines) = box.body {
        let text = scene.say("另有 \(number) 个岗位", "+\(number) post" + (number == 1 ? "" : "s"))
        box.body = .lines(lines + [Line(text: text, weight: .detail)])
      }
      picture.nodes.append(box)
    }
    picture.dropEmptyClusters()
    for organization in scene.scope.organizations
    where chart.members[organization].isEmpty && !chart.chargedBy[organization].isEmpty {
      picture.nodes.append(scene.box(organization, cluster: frames.cluster(of: organization)))
    }
    parents = Superiors.primary(in: scene, heads: heads)
    let shown = scene.scope.posts.filter { inner.head(of: $0) == nil }
    for post in shown { drawCommand(of: post) }
    for post in shown { drawCharges(of: post) }
  }

  /// Whether a role of a regulation is a body that no line of command or charge touches: it has no place in a chain.
  private func standsApart(_ post: ID<Post>) -> Bool {
    chart.origin == .regulation && chart.isApex(post) && chart.superiors[post].isEmpty && chart.reports[post].isEmpty
      && chart.charges[post].isEmpty
  }

  private func isShown(_ post: ID<Post>) -> Bool { scene.scope.has(post) && inner.head(of: post) == nil }

  /// The lines above a post, and its dotted ones.
  private mutating func drawCommand(of post: ID<Post>) {
    var seen = Set<ID<Post>>()
    for superior in chart.superiors[post] where isShown(superior) && seen.insert(superior).inserted {
      let isCharged = charges(superior, post)
      picture.edges.append(
        edge(
          superior, .post(post), scene.names[post], isCharged ? .commandAndCharge : .command,
          constrains: parents[post] == superior))
    }
    for superior in chart.dotted[post] where scene.scope.has(superior) && seen.insert(superior).inserted {
      picture.edges.append(edge(superior, .post(post), scene.names[post], .functional, constrains: false))
    }
  }

  /// The lines from a post to what it is in charge of, unless they are drawn with its command already.
  private mutating func drawCharges(of post: ID<Post>) {
    var seen = Set<ID<Organization>>()
    for organization in chart.charges[post] where seen.insert(organization).inserted {
      if let head = heads[organization.index] {
        guard head != post, scene.scope.has(head), !chart.superiors[head].contains(post) else { continue }
        picture.edges.append(
          edge(
            post, .organization(organization), scene.names[head], .charge, constrains: parents[head] == post))
      } else if scene.scope.has(organization) {
        picture.edges.append(
          edge(
            post, .organization(organization), scene.names[organization], .charge,
            constrains: chart.chargedBy[organization].first == post))
      }
    }
  }

  private func charges(_ post: ID<Post>, _ head: ID<Post>) -> Bool {
    let organization = chart.posts.organization[head]
    return heads[organization.index] == head && chart.charges[post].contains(organization)
  }

  private func edge(
    _ from: ID<Post>, _ to: Entity, _ item: String, _ look: EdgeLook, constrains: Bool
  ) -> Picture.Edge {
    Picture.Edge(
      id: "\(look.classes.joined(separator: "_"))__\(scene.names[from])__\(item)", from: scene.names[from], to: item,
      look: look, tooltip: scene.sentence(.post(from), look.verb[scene.language], to), constrains: constrains,
      span: span(from, to))
  }

  /// Leaders beside the government's head stand one rank below it, though they report to the same.
  private func span(_ from: ID<Post>, _ to: Entity) -> Int {
    guard case .post(let post) = to, scene.role(of: from) == "committee-principal",
      scene.role(of: post) != "government-principal",
      chart.reports[from].contains(where: { scene.role(of: $0) == "government-principal" })
    else { return 1 }
    return 2
  }
}

extension Scene {
  /// The key of the role that a post fills.
  func role(of post: ID<Post>) -> String? { chart.posts.role[post].map { chart.roles.key[$0] } }

  /// The post of an organization that reports to none of its own, if there is just one such; else the first post.
  func head(of organization: ID<Organization>) -> ID<Post>? { heads[organization.index] }
}

/// The post that answers for each organization.
struct Heads: Fact {
  let heads: [ID<Post>?]

  init(_ chart: Chart, _ facts: Facts) { heads = chart.organizations.ids.map { chart.head(of: $0) } }
}

extension Chart {
  /// The post of an organization that reports to none of its own, if there is just one such; else the first post.
  func head(of organization: ID<Organization>) -> ID<Post>? {
    let members = members[organization].filter { posts.status[$0] != .abolished }
    let tops = members.filter { post in !superiors[post].contains { posts.organization[$0] == organization } }
    return tops.first ?? members.first
  }
}

/// One superior for each post, so that the posts make a forest: who is in charge of its organization and commands it, else
/// who is in charge, else the first who commands it.
enum Superiors {
  static func primary(in scene: Scene, heads: [ID<Post>?]) -> [ID<Post>: ID<Post>] {
    let chart = scene.chart
    var parents: [ID<Post>: ID<Post>] = [:]
    for post in scene.scope.posts {
      let organization = chart.posts.organization[post]
      func isShown(_ other: ID<Post>) -> Bool { other != post && scene.scope.has(other) }
      let charging = heads[organization.index] == post ? chart.chargedBy[organization].filter(isShown) : []
      let commanding = chart.superiors[post].filter(isShown)
      let wanted = charging.filter(commanding.contains) + charging + commanding
      parents[post] = wanted.first { !isAbove(post, $0, parents) }
    }
    return parents
  }

  /// Whether a post stands above another by the links chosen so far. O(depth).
  private static func isAbove(_ post: ID<Post>, _ other: ID<Post>, _ parents: [ID<Post>: ID<Post>]) -> Bool {
    var next: ID<Post>? = other
    while let current = next {
      if current == post { return true }
      next = parents[current]
    }
    return false
  }
}
