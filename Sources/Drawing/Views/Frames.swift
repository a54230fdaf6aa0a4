import RemitModel

/// The clusters of a picture: a place where there are several, and in it each organization with many posts.
struct Frames {
  private(set) var clusters: [Picture.Cluster] = []
  /// Whether an organization has a frame of its own.
  private(set) var isFramed: [Bool]
  private var ids: [String?]

  /// - Parameters:
  ///   - minimum: the number of posts from which on an organization gets a frame.
  ///   - inner: posts that have no box.
  init(_ scene: Scene, minimum: Int, without inner: InnerPosts? = nil) {
    let chart = scene.chart
    isFramed = chart.organizations.ids.map { organization in
      let members = chart.members[organization]
      guard let inner, inner.count > 0 else { return members.count >= minimum }
      return members.count { inner.head(of: $0) == nil } >= minimum
    }
    ids = [String?](repeating: nil, count: isFramed.count)
    var hasPosts = [Bool](repeating: false, count: chart.jurisdictions.key.count)
    for organization in scene.scope.organizations where !chart.members[organization].isEmpty {
      hasPosts[chart.organizations.jurisdiction[organization].index] = true
    }
    let places = chart.jurisdictions.ids.filter { hasPosts[$0.index] }
    for place in places where places.count > 1 {
      let level = chart.jurisdictions.level[place].map { scene.say("（\($0.name.zh)）", " (\($0.name.en))") }
      clusters.append(
        Picture.Cluster(
          id: scene.names[place], entity: .jurisdiction(place),
          title: scene.name(of: .jurisdiction(place)) + (level ?? ""), tone: .neutral))
    }
    for organization in scene.scope.organizations {
      let place = places.count > 1 ? scene.names[chart.organizations.jurisdiction[organization]] : nil
      ids[organization.index] = place
      guard isFramed[organization.index] else { continue }
      let id = scene.names[organization]
      clusters.append(
        Picture.Cluster(
          id: id, parent: place, entity: .organization(organization),
          title: scene.name(of: .organization(organization)), tone: scene.tone(of: organization)))
      ids[organization.index] = id
    }
  }

  /// The frame that an organization's posts stand in.
  func cluster(of organization: ID<Organization>) -> String? { ids[organization.index] }
}
