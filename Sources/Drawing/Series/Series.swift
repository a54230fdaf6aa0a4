import RemitModel

/// A picture each of many entities of a chart.
public struct Series: Sendable {
  /// What each picture is of.
  public enum Kind: String, CaseIterable, Sendable {
    case jurisdiction, organization, post
  }

  /// One picture of the series.
  public struct Member: Sendable {
    /// What it is of.
    public let entity: Entity
    /// Its id in the chart.
    public let key: String
    /// Its name for readers.
    public let name: String
    /// The name of its file, without a suffix.
    public let file: String
  }

  /// What all pictures are of.
  public let kind: Kind
  /// The pictures, in the order of the chart.
  public let members: [Member]

  /// All entities of a kind within a part of a chart, in the order of the chart. O(chart).
  public init(of chart: Chart, each kind: Kind, in selection: Selection, language: Language) {
    self.kind = kind
    let places = selection.places(of: chart)
    let bodies = selection.bodies(of: chart, in: places)
    let entities: [Entity] =
      switch kind {
      case .jurisdiction: chart.jurisdictions.ids.filter { places[$0.index] }.map(Entity.jurisdiction)
      case .organization: chart.organizations.ids.filter { bodies[$0.index] }.map(Entity.organization)
      case .post:
        chart.posts.ids.filter { bodies[chart.posts.organization[$0].index] }.map(Entity.post)
      }
    let keys = entities.map(chart.key(of:))
    let files = FileNames.names(for: keys)
    members = entities.indices.map { index in
      Member(
        entity: entities[index], key: keys[index], name: chart.name(of: entities[index])[language], file: files[index])
    }
  }

  /// What to draw for a member, where all have the other options in common.
  public func options(for member: Member, _ common: DrawingOptions) -> DrawingOptions {
    var options = common
    switch member.entity {
    case .jurisdiction(let id): options.selection.jurisdictions = [id]
    case .organization(let id): options.selection.organizations = [id]
    default: options.focus = member.entity
    }
    return options
  }
}
