import RemitModel

/// The clusters of a picture: a place where there are several, and in it each organization with many posts.
struct Frames {
  private(set) var clusters: [Picture.Cluster] = []
  private var framed = Set<ID<Organization>>()
  private var ids: [ID<Organization>: String] = [:]

  /// - Parameters:
  ///   - minimum: the number of posts from which on an organization gets a frame.
  ///   - inner: posts that have no box.
  init(_ scene: Scene, minimum: Int, without inner: InnerPosts? = nil) {
    let chart = scene.chart
    func hasFrame(_ organization: ID<Organization>) -> Bool {
      let members = chart.members[organization]
      guard let inner, inner.count > 0 else { return members.count >= minimum }
      return members.count { inner.head(of: $0) == nil } >= minimum
    }
    let bodies = scene.scope.organizations
    let places = bodies.filter { !chart.members[$0].isEmpty }.map { chart.organizations.jurisdiction[$0] }.distinct
    for place in places where places.count > 1 {
      let level = chart.jurisdictions.level[place].map { scene.say("（\($0.name.zh)）", " (\($0.name.en))") }
      clusters.append(
        Picture.Cluster(
          id: scene.names[place], entity: .jurisdiction(place),
          title: scene.name(of: .jurisdiction(place)) + (level ?? ""), tone: .neutral))
    }
    for organization in bodies {
      let place = places.count > 1 ? scene.names[chart.organizations.jurisdiction[organization]] : nil
      ids[organization] = place
      guard hasFrame(organization) else { continue }
      framed.insert(organization)
      let id = scene.names[organization]
      clusters.append(
        Picture.Cluster(
          id: id, parent: place, entity: .organization(organization),
          title: scene.name(of: .organization(organization)), tone: scene.tone(of: organization)))
      ids[organization] = id
    }
  }

  /// The frame that an organization's posts stand in.
  func cluster(of organization: ID<Organization>) -> String? { ids[organization] }

  /// Whether an organization has a frame of its own.
  func isFramed(_ organization: ID<Organization>) -> Bool { framed.contains(organization) }
}
